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
import type { Consultation } from '../../domain/consultation.ts';
import { type Disposal, disposalsOf, erasuresOf } from '../../store/disposals.ts';
import { type Going, goingSoon, held, type Stretch, unfiled } from '../../store/retained.ts';
import { retentionTexts } from '../../texts/retention.ts';
import { type Reply, replyCard, type Turn } from '../turn.ts';

const ROWS = 8;
const SOON_MS = 30 * 24 * 60 * 60 * 1000;

/** One line of a section, and the consultation it is about where it may be held or released. */
type Row = { text: string; reference: string };

/** One page of a section, and how long it is. */
type Section = { all: number; rows: readonly Row[] };

/**
 * What goes within 30 days, what waits to be filed, what is held, and the disposal record; a page of each at a time.
 * References, names of staff and days only: nothing on it has to be disposed of.
 */
export async function overviewOf(turn: Turn, asked = 1): Promise<Reply> {
  const { association, house, language } = turn;
  const t = retentionTexts[language];
  const until = new Date(turn.now.getTime() + SOON_MS).toISOString();
  const read = async (stretch: Stretch) => ({
    soon: await goingSoon(house.store, association.id, until, stretch),
    unfiled: await unfiled(house.store, association.id, stretch),
    held: await held(house.store, association.id, stretch),
    protocol: await disposalsOf(house.store, association.id, stretch),
  });
  const first = await read({ limit: ROWS, offset: 0 });
  const most = Math.max(...Object.values(first).map(({ all }) => all));
  const pages = Math.max(1, Math.ceil(most / ROWS));
  const page = Math.min(asked, pages);
  const from = (page - 1) * ROWS;
  const {
    soon,
    unfiled: toFile,
    held: onHold,
    protocol,
  } = page === 1 ? first : await read({ limit: ROWS, offset: from });
  const sections: [string, Section][] = [
    [t.soon, { all: soon.all, rows: soon.rows.map((row) => soonRow(turn, row)) }],
    [t.unfiled, { all: toFile.all, rows: toFile.rows.map((row) => unfiledRow(turn, row)) }],
    [t.held, { all: onHold.all, rows: onHold.rows.flatMap((row) => heldRow(turn, row)) }],
  ];
  const references = sections.flatMap(([, { rows }]) => rows.map(({ reference }) => reference));
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
        ...sections.flatMap(([title, { all, rows }]) =>
          section(
            turn,
            title,
            rows.map(({ text }) => text),
            all,
            from,
          ),
        ),
        ...section(
          turn,
          t.protocol,
          protocol.rows.map((row) => protocolLine(turn, row)),
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
  shown: readonly string[],
  all: number,
  from: number,
): Element[] {
  const t = retentionTexts[language];
  const rest = all - from - shown.length;
  return [
    subheading(`${title} (${all})`),
    ...(all === 0 ? [quiet(t.none)] : []),
    ...shown.map((text) => line(text)),
    ...(rest > 0 && shown.length > 0 ? [quiet(t.more(rest))] : []),
  ];
}

function soonRow(turn: Turn, { reference, kind, dueAt }: Going): Row {
  const t = retentionTexts[turn.language];
  const row = { reference, when: dayOfMonth(turn, dueAt) };
  return { text: kind === 'dispose' ? t.soonRow(row) : t.goesRow(row), reference };
}

const unfiledRow = (turn: Turn, { reference, owner, closedAt = '' }: Consultation): Row => ({
  text: retentionTexts[turn.language].unfiledRow({
    reference,
    who: personName(turn, owner),
    when: dayOfMonth(turn, closedAt),
  }),
  reference,
});

function heldRow(turn: Turn, { reference, hold }: Consultation): Row[] {
  if (hold === undefined) return [];
  const row = { reference, who: personName(turn, hold.by), when: dayOfMonth(turn, hold.at) };
  return [{ text: retentionTexts[turn.language].heldRow(row), reference }];
}

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
