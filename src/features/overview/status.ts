import { z } from 'zod';
import { agencyName, moment, say } from '../../cards/frame.ts';
import {
  actions,
  card,
  type Element,
  facts,
  heading,
  line,
  notice,
  plain,
  quiet,
  subheading,
} from '../../cards/parts.ts';
import { municipalityMayBeNamed } from '../../domain/access.ts';
import { type Association, agencyOf, municipalityOf, type Person } from '../../domain/association.ts';
import { type AgeBand, ageBands } from '../../domain/codes.ts';
import { type State, states } from '../../domain/consultation.ts';
import { periodOf } from '../../domain/period.ts';
import { candidates } from '../../domain/routing.ts';
import { elapsedOf } from '../../domain/statistics.ts';
import { halfTime, workingDaysBetween } from '../../domain/workingTime.ts';
import { dayNumberIn, dayOf, msAt, weekdayAt } from '../../domain/zone.ts';
import {
  countFollowUps,
  countStates,
  meetingsBetween,
  type Scope,
  type WaitingLeg,
  waitingLegs,
} from '../../store/standingCounts.ts';
import { retentionTexts } from '../../texts/retention.ts';
import { routingTexts } from '../../texts/routing.ts';
import { type Action, action, id, type Reply, replyCard, type Turn } from '../turn.ts';
import { followUpsDue } from './followUpsDue.ts';
import { type Chosen, pastOf, reachedIn, stretchOf } from './past.ts';
import { suggestionsPart } from './suggestions.ts';
import { reachPart, unreachedPart } from './unreached.ts';

const counted: readonly State[] = states.filter((one) => one !== 'draft');
const LINES = 12;
const everything: Chosen = { municipality: undefined, agency: undefined, period: undefined };

/** The exact summary within the reader's own rights: the owner's own, the member's function's, all for the coordinator. */
export async function status(turn: Turn, chosen: Chosen = everything): Promise<Reply> {
  const t = say(turn);
  const { association, reader, now } = turn;
  const { store } = turn.house;
  if (reader.role === 'observer') return replyCard(card([notice(t.talk.observer)], t.talk.observer));
  const scope = scopeOf(turn, chosen);
  const living = await countStates(store, scope);
  const past = await pastOf(turn, chosen);
  const counts = counted.map(
    (state) => [state, (living.get(state) ?? 0) + (past.counts.get(state) ?? 0)] as const,
  );
  const legs = await waitingLegs(
    store,
    scope,
    [reader.role === 'member' ? reader.agency : undefined, chosen.agency].filter((one) => one !== undefined),
  );
  const followUps = await countFollowUps(store, scope, followUpsDue(turn));
  const title = t.talk.status({ association: association.name, when: moment(turn, now.toISOString()) });
  const scopes = {
    caseworker: t.talk.statusOwn,
    member: t.talk.statusFunction,
    coordinator: t.talk.statusAll,
    observer: '',
  };
  const filter = filterText(turn, chosen);
  const meetings = await meetingsByWeek(turn, scope);
  const missed = reader.role === 'coordinator' ? await unreachedPart(turn) : [];
  return replyCard(
    card(
      [
        heading(title),
        quiet(scopes[reader.role]),
        filter ? quiet(t.talk.statusFilter(filter)) : undefined,
        past.approximate ? quiet(retentionTexts[turn.language].approximate) : undefined,
        facts([
          [t.talk.total, String(counts.reduce((sum, [, count]) => sum + count, 0))],
          ...counts
            .filter(([, count]) => count > 0)
            .map(([state, count]) => [t.codes.state[state], String(count)] as const),
        ]),
        subheading(t.talk.waitingLegs),
        ...waitingLines(turn, legs),
        facts([
          [t.talk.overdue, String(legs.filter((leg) => isOverdue(turn, leg)).length)],
          [t.talk.dueSoon, String(legs.filter((leg) => isDueSoon(turn, leg)).length)],
          [t.talk.meetingsThisWeek, meetings.this.join(', ') || t.talk.none],
          [t.talk.meetingsNextWeek, meetings.next.join(', ') || t.talk.none],
          [t.talk.followUpsDue, String(followUps)],
          reader.role === 'coordinator' && missed.length === 0
            ? [t.talk.unreachable, t.talk.none]
            : undefined,
        ]),
        ...missed,
        ...(reader.role === 'coordinator' ? await reachPart(turn) : []),
        ...(reader.role === 'coordinator' ? await coordinatorsLines(turn) : []),
      ],
      title,
    ),
  );
}

/** A reader's own, narrowed to what is chosen; a municipality must not tell a recipient which small place one is from. */
function scopeOf({ association, reader }: Turn, { municipality, agency, period }: Chosen): Scope {
  const nameable = (ageBand: AgeBand) =>
    municipality !== undefined && municipalityMayBeNamed(association, { request: { municipality, ageBand } });
  return {
    association: association.id,
    owner: reader.role === 'caseworker' ? reader.id : undefined,
    member: reader.role === 'member' ? seatsOf(association, reader) : undefined,
    municipality,
    ageBands: reader.role === 'member' && municipality !== undefined ? ageBands.filter(nameable) : undefined,
    agency,
    sent: period && stretchOf(period, association.timeZone),
  };
}

/** For whom a member may answer: their functions, each in the municipalities it covers through them. */
const seatsOf = (association: Association, { id: person, agency }: Person): Scope['member'] => ({
  person,
  agency,
  functions: association.functions
    .filter(({ people }) => people.includes(person))
    .map(({ id: name }) => ({
      id: name,
      municipalities: association.municipalities
        .map((one) => one.id)
        .filter((place) => candidates(association, name, place).some((one) => one.id === person)),
    })),
});

const filterText = (turn: Turn, { municipality, agency, period }: Chosen): string =>
  [
    municipality && municipalityOf(turn.association, municipality)?.name,
    agency && agencyName(turn, agency),
    period && `${period.from} – ${period.to}`,
  ]
    .filter(Boolean)
    .join(', ');

function waitingLines(turn: Turn, legs: readonly WaitingLeg[]): Element[] {
  const t = say(turn).talk;
  const rank = ({ dueAt }: WaitingLeg) => dueAt ?? '9';
  const sorted = [...legs].sort((a, b) => rank(a).localeCompare(rank(b)));
  const lines = sorted.slice(0, LINES).map(({ reference, agency: asked, state, askedAt, dueAt }) => {
    const agency = agencyName(turn, asked);
    if (state === 'waiting' || state === 'declined') return t.waitingClarify({ reference, agency });
    if (state === 'with-coordinator') return t.waitingCoordinator({ reference, agency });
    const { calendar } = agencyOf(turn.association, asked)!;
    const days = workingDaysBetween(calendar, new Date(askedAt), turn.now);
    return t.waitingLine({ reference, agency, days, due: moment(turn, dueAt) });
  });
  if (lines.length === 0) return [line(t.noneWaiting)];
  const rest = sorted.length - lines.length;
  return [...lines.map((text) => line(text)), ...(rest > 0 ? [line(t.mineMore(rest))] : [])];
}

const isOverdue = ({ now }: Turn, leg: WaitingLeg): boolean =>
  leg.state === 'offered' && leg.dueAt !== undefined && leg.dueAt < now.toISOString();

/** Past half of its working time, and not yet over. */
function isDueSoon(turn: Turn, leg: WaitingLeg): boolean {
  if (leg.state !== 'offered' || leg.dueAt === undefined || isOverdue(turn, leg)) return false;
  const { calendar } = agencyOf(turn.association, leg.agency)!;
  return halfTime(calendar, new Date(leg.askedAt), new Date(leg.dueAt)) <= turn.now;
}

async function meetingsByWeek(turn: Turn, scope: Scope): Promise<{ this: string[]; next: string[] }> {
  const { timeZone } = turn.association;
  const day = dayNumberIn(turn.now.getTime(), timeZone);
  const begins = (week: number) => new Date(msAt(day - weekdayAt(day) + 7 * week, 0, timeZone)).toISOString();
  const inWeek = async (week: number) =>
    (await meetingsBetween(turn.house.store, scope, begins(week), begins(week + 1))).map(
      ({ reference, start }) => `${reference} ${moment(turn, start)}`,
    );
  return { this: await inWeek(0), next: await inWeek(1) };
}

/** What only the coordinator has to see to: rules to look over, targets, how the questions are spread. */
const coordinatorsLines = async (turn: Turn): Promise<Element[]> => [
  ...(await suggestionsPart(turn)),
  ...(await targetLines(turn)),
  actions([
    plain('distribution.show', routingTexts[turn.language].distribution),
    plain('rule.open', routingTexts[turn.language].tryRule),
  ])!,
];

/** Targets against elapsed time. They are counted on everything, whatever the selection. */
async function targetLines(turn: Turn): Promise<Element[]> {
  const { association, now } = turn;
  if (association.targets.length === 0) return [];
  const t = say(turn).talk;
  const today = dayOf(now, association.timeZone);
  const lines: Element[] = [];
  for (const target of association.targets) {
    const count = await reachedIn(turn, target);
    const name = [t.indicator[target.indicator], target.ageBand?.replace('-', '–')].filter(Boolean).join(' ');
    const share = Math.round((100 * count) / target.goal);
    const elapsed = elapsedOf(target, today);
    lines.push(line(t.targetLine({ name, count, goal: target.goal, share, elapsed })));
  }
  return [subheading(t.targets), ...lines];
}

export const statusShow: Action = action({
  inputs: z.object({
    municipality: id.optional(),
    agency: id.optional(),
    period: z.string().max(12).optional(),
  }),
  run: (turn, { municipality, agency, period }) =>
    status(turn, {
      // Only what exists is repeated on the card.
      municipality: municipality && municipalityOf(turn.association, municipality)?.id,
      agency: agency && agencyOf(turn.association, agency)?.id,
      period: period === undefined ? undefined : periodOf(period, dayOf(turn.now, turn.association.timeZone)),
    }),
});
