import { z } from 'zod';
import { agencyName, moment, say } from '../../cards/frame.ts';
import { card, type Element, facts, heading, line, notice, quiet, subheading } from '../../cards/parts.ts';
import { municipalityMayBeNamed } from '../../domain/access.ts';
import { agencyOf, municipalityOf } from '../../domain/association.ts';
import { type Consultation, type Leg, type State, states } from '../../domain/consultation.ts';
import type { Counted } from '../../domain/counted.ts';
import { followedUp } from '../../domain/life/meeting.ts';
import { followUpDays } from '../../domain/notices.ts';
import { inPeriod, type Period, periodOf } from '../../domain/period.ts';
import { countsOf, progressOf } from '../../domain/statistics.ts';
import { halfTime, workingDaysBetween } from '../../domain/workingTime.ts';
import { dayNumberIn, dayOf, weekdayAt } from '../../domain/zone.ts';
import { retentionTexts } from '../../texts/retention.ts';
import { type Action, action, id, type Reply, replyCard, type Turn } from '../turn.ts';
import { ownConsultations } from './mine.ts';
import { pastOf, pastWithin } from './past.ts';
import { unreachedPart } from './unreached.ts';

type Chosen = { municipality: string | undefined; agency: string | undefined; period: Period | undefined };

const counted: readonly State[] = states.filter((one) => one !== 'draft');
const LINES = 12;
const everything: Chosen = { municipality: undefined, agency: undefined, period: undefined };

/** The exact summary within the reader's own rights: the owner's own, the member's function's, all for the coordinator. */
export async function status(turn: Turn, chosen: Chosen = everything): Promise<Reply> {
  const t = say(turn);
  const { association, reader, now } = turn;
  if (reader.role === 'observer') return replyCard(card([notice(t.talk.observer)], t.talk.observer));
  const all = (await ownConsultations(turn, counted)).filter((one) => one.sentAt !== undefined);
  const own = all.filter((one) => within(turn, one, chosen));
  const legs = own.flatMap((consultation) =>
    consultation.legs
      .filter((leg) => reader.role !== 'member' || leg.agency === reader.agency)
      .filter((leg) => chosen.agency === undefined || leg.agency === chosen.agency)
      .map((leg) => ({ consultation, leg })),
  );
  const title = t.talk.status({ association: association.name, when: moment(turn, now.toISOString()) });
  const scope = {
    caseworker: t.talk.statusOwn,
    member: t.talk.statusFunction,
    coordinator: t.talk.statusAll,
    observer: '',
  };
  const filter = filterText(turn, chosen);
  const past = await pastOf(turn);
  const { rows: pastRows, approximate } = pastWithin(past, chosen);
  const counts = countsOf(own, pastRows);
  const meetings = meetingsByWeek(turn, own);
  const missed = reader.role === 'coordinator' ? await unreachedPart(turn) : [];
  return replyCard(
    card(
      [
        heading(title),
        quiet(scope[reader.role]),
        filter ? quiet(t.talk.statusFilter(filter)) : undefined,
        approximate ? quiet(retentionTexts[turn.language].approximate) : undefined,
        facts([
          [t.talk.total, String(own.length + pastRows.length)],
          ...counted
            .filter((state) => counts[state] > 0)
            .map((state) => [t.codes.state[state], String(counts[state])] as const),
        ]),
        subheading(t.talk.waitingLegs),
        ...waitingLines(turn, legs),
        facts([
          [t.talk.overdue, String(legs.filter(({ leg }) => isOverdue(turn, leg)).length)],
          [t.talk.dueSoon, String(legs.filter(({ leg }) => isDueSoon(turn, leg)).length)],
          [t.talk.meetingsThisWeek, meetings.this.join(', ') || t.talk.none],
          [t.talk.meetingsNextWeek, meetings.next.join(', ') || t.talk.none],
          [t.talk.followUpsDue, String(own.filter((one) => followUpIsDue(turn, one)).length)],
          reader.role === 'coordinator' && missed.length === 0
            ? [t.talk.unreachable, t.talk.none]
            : undefined,
        ]),
        ...missed,
        ...(reader.role === 'coordinator' ? targetLines(turn, all, past) : []),
      ],
      title,
    ),
  );
}

function within(turn: Turn, consultation: Consultation, { municipality, agency, period }: Chosen): boolean {
  const day = dayOf(new Date(consultation.sentAt ?? consultation.createdAt), turn.association.timeZone);
  return (
    (municipality === undefined ||
      (placeIsOpen(turn, consultation) && consultation.request.municipality === municipality)) &&
    (agency === undefined || consultation.legs.some((leg) => leg.agency === agency)) &&
    (period === undefined || inPeriod(period, day))
  );
}

/** A selection by municipality must not tell a recipient which small place a consultation comes from. */
const placeIsOpen = (turn: Turn, consultation: Consultation): boolean =>
  turn.reader.role !== 'member' || municipalityMayBeNamed(turn.association, consultation);

const filterText = (turn: Turn, { municipality, agency, period }: Chosen): string =>
  [
    municipality && municipalityOf(turn.association, municipality)?.name,
    agency && agencyName(turn, agency),
    period && `${period.from} – ${period.to}`,
  ]
    .filter(Boolean)
    .join(', ');

type Asked = { consultation: Consultation; leg: Leg };

function waitingLines(turn: Turn, legs: readonly Asked[]): Element[] {
  const t = say(turn).talk;
  const rank = ({ leg }: Asked) => leg.dueAt ?? '9';
  const lines = [...legs]
    .filter(({ leg }) => ['offered', 'waiting', 'declined', 'with-coordinator'].includes(leg.is))
    .sort((a, b) => rank(a).localeCompare(rank(b)))
    .map(({ consultation: { reference }, leg }) => {
      const agency = agencyName(turn, leg.agency);
      if (leg.is === 'waiting' || leg.is === 'declined') return t.waitingClarify({ reference, agency });
      if (leg.is === 'with-coordinator') return t.waitingCoordinator({ reference, agency });
      const { calendar } = agencyOf(turn.association, leg.agency)!;
      const days = workingDaysBetween(calendar, new Date(leg.askedAt), turn.now);
      return t.waitingLine({ reference, agency, days, due: moment(turn, leg.dueAt) });
    });
  if (lines.length === 0) return [line(t.noneWaiting)];
  const rest = lines.length - LINES;
  return [...lines.slice(0, LINES).map((text) => line(text)), ...(rest > 0 ? [line(t.mineMore(rest))] : [])];
}

const isOverdue = ({ now }: Turn, leg: Leg): boolean =>
  leg.is === 'offered' && leg.dueAt !== undefined && leg.dueAt < now.toISOString();

/** Past half of its working time, and not yet over. */
function isDueSoon(turn: Turn, leg: Leg): boolean {
  if (leg.is !== 'offered' || leg.dueAt === undefined || isOverdue(turn, leg)) return false;
  const { calendar } = agencyOf(turn.association, leg.agency)!;
  return halfTime(calendar, new Date(leg.askedAt), new Date(leg.dueAt)) <= turn.now;
}

function meetingsByWeek(turn: Turn, own: readonly Consultation[]): { this: string[]; next: string[] } {
  const { timeZone } = turn.association;
  const mondayOf = (at: Date) => {
    const day = dayNumberIn(at.getTime(), timeZone);
    return day - weekdayAt(day);
  };
  const monday = mondayOf(turn.now);
  const booked = own
    .filter((one) => one.is === 'booked' && one.meeting)
    .sort((a, b) => a.meeting!.start.localeCompare(b.meeting!.start))
    .map((one) => ({
      week: mondayOf(new Date(one.meeting!.start)),
      text: `${one.reference} ${moment(turn, one.meeting!.start)}`,
    }));
  const inWeek = (week: number) => booked.filter((one) => one.week === week).map(({ text }) => text);
  return { this: inWeek(monday), next: inWeek(monday + 7) };
}

function followUpIsDue(turn: Turn, consultation: Consultation): boolean {
  const next = followUpDays(turn.association, consultation)[followedUp(consultation)];
  return next !== undefined && next <= dayOf(turn.now, turn.association.timeZone);
}

/** Targets against elapsed time. They are counted on everything, whatever the selection. */
function targetLines(turn: Turn, own: readonly Consultation[], past: readonly Counted[]): Element[] {
  const { association, now } = turn;
  if (association.targets.length === 0) return [];
  const t = say(turn).talk;
  const today = dayOf(now, association.timeZone);
  return [
    subheading(t.targets),
    ...association.targets.map((target) => {
      const { count, elapsed } = progressOf(own, target, today, association.timeZone, past);
      const name = [t.indicator[target.indicator], target.ageBand?.replace('-', '–')]
        .filter(Boolean)
        .join(' ');
      return line(
        t.targetLine({
          name,
          count,
          goal: target.goal,
          share: Math.round((100 * count) / target.goal),
          elapsed,
        }),
      );
    }),
  ];
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
