import { municipalityMayBeNamed, type Relation } from '../domain/access.ts';
import { MUNICIPAL_AGENCY, municipalityOf } from '../domain/association.ts';
import { type Consultation, isActive, outcomeOf } from '../domain/consultation.ts';
import type { Rung } from '../domain/ladder.ts';
import type { News } from '../domain/notices.ts';
import { consultationActions, type Links } from './consultationActions.ts';
import {
  agencyName,
  dayOfMonth,
  type Frame,
  legLine,
  listed,
  moment,
  personName,
  say,
  sight,
  span,
} from './frame.ts';
import { ladderLines } from './ladder.ts';
import { obstaclesLine } from './obstacles.ts';
import {
  actions,
  type Card,
  card,
  type Element,
  facts,
  heading,
  line,
  notice,
  plain,
  quiet,
  subheading,
  written,
} from './parts.ts';
import { type Receipts, receiptLine } from './receipts.ts';
import { todoOf } from './todo.ts';

/** What stands at the top of a card: what has just happened, or why nothing did. */
export type Top = { news?: readonly News[]; refusal?: string | undefined; done?: string | undefined };

/** What happens to each agency's question if nobody answers it. */
export type Ladders = ReadonlyMap<string, readonly Rung[]>;

/**
 * One consultation as this reader may see it now. Without `content` it carries reference, what to do, deadline and
 * states only: the form of every card that is sent unasked (product §5).
 */
export function consultationCard(
  frame: Frame,
  consultation: Consultation,
  shown: {
    content: boolean;
    page?: number;
    outcome?: boolean;
    ladders?: Ladders;
    fared?: Receipts | undefined;
  } & Top &
    Links,
): Card {
  const t = say(frame);
  const { relations } = sight(frame, consultation);
  const title = t.case.title(consultation.reference);
  const news = (shown.news ?? []).map(({ kind, agency }) =>
    t.case.news[kind](agency ? agencyName(frame, agency) : ''),
  );
  if (relations.size === 0)
    return card([heading(title), ...news.map(line), line(t.case.noAccess)], `${title}: ${t.case.noAccess}`);
  const todo = todoOf(frame, consultation);
  const around = (content: readonly Element[]) =>
    card(
      [
        heading(title),
        shown.refusal ? notice(shown.refusal) : undefined,
        shown.done ? notice(shown.done, 'good') : undefined,
        ...news.map((text) => line(text)),
        written(t.case.state, stateLine(frame, consultation)),
        written(t.case.yourTurn, todo),
        ...consultation.legs
          .filter(isActive)
          .flatMap((leg) => [
            written(agencyName(frame, leg.agency), legLine(frame, leg)),
            ...ladderLines(frame, shown.ladders?.get(leg.agency) ?? []),
            ...receiptLine(frame, consultation, leg, shown.fared),
          ]),
        obstaclesLine(frame, consultation),
        meetingLine(frame, consultation),
        shown.content && sight(frame, consultation).content && consultation.endedBecause
          ? written(t.case.reason, consultation.endedBecause)
          : undefined,
        ...content,
        ...(shown.content || shown.outcome ? outcomeOfCard(frame, consultation) : []),
        ...meetingNotes(frame, consultation),
        ...(shown.entry ? [quiet(say(frame).case.entry[shown.entry.form][shown.entry.is])] : []),
        ...retentionLines(frame, consultation),
        ...consultationActions(frame, consultation, shown),
      ],
      [title, ...news, todo].map((text) => text.replace(/\.$/u, '')).join('. '),
    );
  if (!shown.content) return around([]);
  const pages = paged(contentOf(frame, consultation, relations), LARGEST - sizeOf(around([])));
  const page = Math.min(Math.max(shown.page ?? 1, 1), pages.length);
  const turn = (to: number) =>
    plain('consultation.show', t.case.page(to, pages.length), { ref: consultation.reference, page: to });
  const others = pages.length === 1 ? [] : pages.map((_, index) => index + 1).filter((to) => to !== page);
  const nav = actions(others.map(turn));
  return around([...pages[page - 1]!, ...(nav ? [nav] : [])]);
}

/** Teams takes 28 KB surely; what is left over is for its own envelope. */
const LARGEST = 24_000;

const sizeOf = (drawn: unknown): number => Buffer.byteLength(JSON.stringify(drawn));

/** Much text is dealt out over pages, in order, each as full as fits. */
function paged(content: readonly Element[], room: number): Element[][] {
  const pages: Element[][] = [[]];
  let used = 0;
  for (const part of content) {
    const size = sizeOf(part);
    if (used > 0 && used + size > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(part);
    used += size;
  }
  return pages;
}

export function stateLine(frame: Frame, consultation: Consultation): string {
  const t = say(frame);
  const settled = consultation.legs.filter((leg) => leg.is === 'accepted' || leg.is === 'advised').length;
  const active = consultation.legs.filter(isActive).length;
  const count = consultation.is === 'requested' && active > 0 ? ` (${settled}/${active})` : '';
  const round = consultation.roundOfCase > 1 ? ` · ${t.case.again(consultation.roundOfCase)}` : '';
  const { is, queue } = consultation;
  const waits = is === 'ready' && queue ? `, ${t.case.queuePlace(queue.place)}` : '';
  return `${t.codes.state[is]}${count}${waits}${round}`;
}

const meetingLine = (frame: Frame, { meeting }: Consultation): Element | undefined =>
  meeting && written(say(frame).case.meeting, span(frame, meeting.start, meeting.end));

function meetingNotes(frame: Frame, consultation: Consultation): Element[] {
  const { meeting } = consultation;
  if (consultation.is !== 'booked' || !meeting || meeting.over || !sight(frame, consultation).meetingLink)
    return [];
  const t = say(frame).case;
  const bare = meeting.link === undefined && meeting.session === undefined;
  return [
    ...(bare ? [line(consultation.owner === frame.reader.id ? t.noLinkOwner : t.noLink)] : []),
    quiet(t.meetingRules),
  ];
}

/** What owner and coordinator know of the consultation's end: filed, on hold. */
function retentionLines(frame: Frame, consultation: Consultation): Element[] {
  const t = say(frame).case;
  const { relations } = sight(frame, consultation);
  if (!relations.has('owner') && !relations.has('coordinator')) return [];
  const { filed, hold } = consultation;
  return [
    ...(filed ? [quiet(t.filed({ when: dayOfMonth(frame, filed.at) }))] : []),
    ...(hold ? [quiet(t.onHold({ when: dayOfMonth(frame, hold.at) }))] : []),
  ];
}

function contentOf(frame: Frame, consultation: Consultation, relations: ReadonlySet<Relation>): Element[] {
  const t = say(frame);
  const see = sight(frame, consultation);
  const { request } = consultation;
  if (consultation.disposedAt !== undefined)
    return [notice(t.case.disposed({ when: dayOfMonth(frame, consultation.disposedAt) }))];
  if (!see.content) return consultation.sealed ? [notice(t.case.sealedText)] : [];
  const named =
    relations.has('owner') ||
    relations.has('coordinator') ||
    municipalityMayBeNamed(frame.association, consultation);
  const place = named
    ? (municipalityOf(frame.association, request.municipality)?.name ?? request.municipality)
    : t.case.hiddenMunicipality;
  return [
    written(t.case.question, request.question),
    ...(request.background ? [written(t.case.background, request.background)] : []),
    ...(request.strength ? [written(t.case.strength, request.strength)] : []),
    ...request.additions.map(({ at, text }) => written(t.case.addition({ when: moment(frame, at) }), text)),
    facts([
      [t.case.municipality, place],
      [t.case.ageBand, t.codes.ageBand[request.ageBand]],
      [t.case.template, t.codes.template[request.template]],
      [t.case.purpose, t.codes.purpose[request.purpose]],
      [t.case.urgency, t.codes.urgency[request.urgency]],
      request.assistance === 'unknown'
        ? undefined
        : [t.case.assistance, t.codes.assistance[request.assistance]],
      [t.case.certificate, t.codes.certificate[request.certificate]],
      request.measure === 'unknown' ? undefined : [t.case.measure, t.codes.measure[request.measure]],
      see.ownerName ? [t.case.owner, personName(frame, consultation.owner)] : undefined,
    ])!,
    ...talkOf(frame, consultation),
  ];
}

/** Clarifications, advice and refusals, each for those who may read them. */
function talkOf(frame: Frame, consultation: Consultation): Element[] {
  const t = say(frame).case;
  const see = sight(frame, consultation);
  const codes = say(frame).codes;
  return consultation.legs.flatMap((leg) => {
    const name = agencyName(frame, leg.agency);
    const own = leg.asked === frame.reader.id || leg.holder === frame.reader.id;
    const clarifications = see.advice || own ? leg.clarifications : [];
    return [
      ...clarifications.flatMap(({ text, answer }) => [
        written(t.asks(name), text),
        ...(answer ? [written(t.ownerAnswers, answer.text)] : []),
      ]),
      ...(see.advice || own ? leg.advice.map(({ text }) => written(t.advice(name), text)) : []),
      ...(see.declines
        ? leg.declines.flatMap(({ reason, text, suggest }) => {
            const secret = reason === 'conflict' || reason === 'recognised';
            const why = secret ? t.passedOn : codes.decline[reason];
            const said = suggest ? `${why}, ${t.suggests(agencyName(frame, suggest))}` : why;
            return [
              line(t.declinedBy({ agency: name, reason: said })),
              ...(text ? [written(t.reason, text)] : []),
            ];
          })
        : []),
    ];
  });
}

function outcomeOfCard(frame: Frame, consultation: Consultation): Element[] {
  const outcome = outcomeOf(consultation);
  const { relations } = sight(frame, consultation);
  const party = ['owner', 'seat', 'adviser'].some((one) => relations.has(one as Relation));
  const joined = consultation.joined.includes(frame.reader.id);
  if (!outcome || consultation.disposedAt !== undefined || (!party && !joined)) return [];
  const t = say(frame);
  const who =
    outcome.responsible === MUNICIPAL_AGENCY
      ? agencyName(frame, MUNICIPAL_AGENCY)
      : agencyName(frame, outcome.responsible);
  const version = outcome.version > 1 ? ` (${t.case.outcomeVersion(outcome.version)})` : '';
  const chosen = outcome.measures.filter((one) => one !== 'none').map((one) => t.codes.measures[one]);
  const responsible = t.case.responsible({
    who,
    step: outcome.nextStep,
    when: dayOfMonth(frame, outcome.nextDate),
  });
  return [
    subheading(`${t.case.outcome}${version}`),
    line(`${t.codes.result[outcome.result]}. ${t.case.recommendation}`),
    written(t.case.responsibility, responsible),
    facts([
      chosen.length > 0 ? [t.case.measures, listed(chosen, t.form.and)] : undefined,
      [t.case.planOffered, outcome.planOffered ? t.codes.yes : t.codes.no],
      [t.case.fkOfficer, outcome.fkOfficer ? t.codes.yes : t.codes.no],
    ])!,
    {
      type: 'Input.Text',
      id: 'recordText',
      label: t.case.record,
      isMultiline: true,
      value: `${t.case.title(consultation.reference)} ${dayOfMonth(frame, outcome.at)}. ${t.codes.result[outcome.result]}. ${chosen.length > 0 ? `${t.case.measures}: ${listed(chosen, t.form.and)}. ` : ''}${responsible} ${t.case.recommendation}`,
    },
  ];
}
