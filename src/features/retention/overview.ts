import { dayOfMonth, type Frame, personName, say } from '../../cards/frame.ts';
import {
  actions,
  button,
  card,
  choiceInput,
  type Element,
  heading,
  line,
  plain,
  quiet,
  subheading,
} from '../../cards/parts.ts';
import { type Consultation, type State, states } from '../../domain/consultation.ts';
import { duesOf } from '../../domain/notices.ts';
import { awaitsFiling } from '../../domain/retention.ts';
import { list } from '../../store/consultations.ts';
import { type Disposal, disposalsOf, erasuresOf } from '../../store/disposals.ts';
import { retentionTexts } from '../../texts/retention.ts';
import { type Reply, replyCard, type Turn } from '../turn.ts';

const ROWS = 8;
const SOON_MS = 30 * 24 * 60 * 60 * 1000;
const sent: readonly State[] = states.filter((one) => one !== 'draft');

/** One line of a section, and the consultation it is about where it may be held or released. */
type Row = { text: string; reference: string | undefined; rank: string };

/**
 * What goes within 30 days, what waits to be filed, what is held, and the disposal record; a page of each at a time.
 * References, names of staff and days only: nothing on it has to be disposed of.
 */
export async function overviewOf(turn: Turn, asked = 1): Promise<Reply> {
  const { association, house, language } = turn;
  const t = retentionTexts[language];
  const all = (await list(house.store, association.id, { states: sent })).filter(
    ({ sentAt }) => sentAt !== undefined,
  );
  const sections: [string, Row[]][] = [
    [t.soon, soonRows(turn, all)],
    [t.unfiled, unfiledRows(turn, all)],
    [t.held, heldRows(turn, all)],
  ];
  const protocolled = await disposalsOf(house.store, association.id, { limit: 1, offset: 0 });
  const most = Math.max(protocolled.all, ...sections.map(([, rows]) => rows.length));
  const pages = Math.max(1, Math.ceil(most / ROWS));
  const page = Math.min(asked, pages);
  const from = (page - 1) * ROWS;
  const protocol = await disposalsOf(house.store, association.id, { limit: ROWS, offset: from });
  const references = sections.flatMap(([, rows]) =>
    rows.slice(from, from + ROWS).flatMap(({ reference }) => reference ?? []),
  );
  const cards = await erasuresOf(house.store, association.id);
  const turnTo = (to: number) =>
    to >= 1 && to <= pages && to !== page
      ? plain('retention.show', t.page(to, pages), { page: to })
      : undefined;
  return replyCard(
    card(
      [
        heading(t.title),
        quiet(t.intro(association.retention.contentDaysAfterClosure)),
        ...sections.flatMap(([title, rows]) =>
          section(
            turn,
            title,
            rows.map(({ text }) => text),
            rows.length,
            from,
          ),
        ),
        ...section(
          turn,
          t.protocol,
          [...Array<string>(from).fill(''), ...protocol.rows.map((row) => protocolLine(turn, row))],
          protocol.all,
          from,
        ),
        cards.waiting + cards.failed > 0 ? line(t.cards(cards)) : undefined,
        ...holdPart(turn, [...new Set(references)]),
        actions([turnTo(page - 1), turnTo(page + 1)]),
      ],
      t.title,
    ),
  );
}

function section(
  { language }: Frame,
  title: string,
  rows: readonly string[],
  all: number,
  from: number,
): Element[] {
  const t = retentionTexts[language];
  const shown = rows.slice(from, from + ROWS);
  const rest = all - from - shown.length;
  return [
    subheading(`${title} (${all})`),
    ...(all === 0 ? [quiet(t.none)] : []),
    ...shown.map((text) => line(text)),
    ...(rest > 0 && shown.length > 0 ? [quiet(t.more(rest))] : []),
  ];
}

const byRank = (one: Row, other: Row): number =>
  one.rank.localeCompare(other.rank) || (one.reference ?? '').localeCompare(other.reference ?? '');

function soonRows(turn: Turn, all: readonly Consultation[]): Row[] {
  const t = retentionTexts[turn.language];
  const limit = new Date(turn.now.getTime() + SOON_MS).toISOString();
  return all
    .flatMap((one) =>
      duesOf(turn.association, one)
        .filter(({ kind, dueAt }) => (kind === 'dispose' || kind === 'count') && dueAt <= limit)
        .map(({ kind, dueAt }) => {
          const row = { reference: one.reference, when: dayOfMonth(turn, dueAt) };
          return {
            text: kind === 'dispose' ? t.soonRow(row) : t.goesRow(row),
            reference: one.reference,
            rank: dueAt,
          };
        }),
    )
    .sort(byRank);
}

const unfiledRows = (turn: Turn, all: readonly Consultation[]): Row[] =>
  all
    .filter(awaitsFiling)
    .map(({ reference, owner, closedAt = '' }) => ({
      text: retentionTexts[turn.language].unfiledRow({
        reference,
        who: personName(turn, owner),
        when: dayOfMonth(turn, closedAt),
      }),
      reference,
      rank: closedAt,
    }))
    .sort(byRank);

const heldRows = (turn: Turn, all: readonly Consultation[]): Row[] =>
  all
    .flatMap(({ reference, hold }) =>
      hold
        ? [
            {
              text: retentionTexts[turn.language].heldRow({
                reference,
                who: personName(turn, hold.by),
                when: dayOfMonth(turn, hold.at),
              }),
              reference,
              rank: hold.at,
            },
          ]
        : [],
    )
    .sort(byRank);

function protocolLine(turn: Turn, { reference, kind, at, counts }: Disposal): string {
  const t = retentionTexts[turn.language];
  const row = { reference, when: dayOfMonth(turn, at) };
  const { texts = 0, cards = 0, records = 0 } = counts;
  if (kind === 'content') return t.content({ ...row, texts, cards });
  return kind === 'rest' ? t.rest({ ...row, cards }) : t.history({ ...row, records });
}

/** Choose one of those on the page; the form that comes holds it, or releases it. */
function holdPart(turn: Turn, references: readonly string[]): Element[] {
  if (references.length === 0) return [];
  const t = retentionTexts[turn.language];
  const choices = references.map((reference) => ({ value: reference, title: reference }));
  return [
    choiceInput('ref', t.reference, choices, { value: references[0], placeholder: say(turn).form.choose }),
    actions([button('retention.form', t.open)])!,
  ];
}
