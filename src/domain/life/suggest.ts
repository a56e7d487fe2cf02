import type { Consultation, Round, Slot } from '../consultation.ts';
import type { Knowledge } from '../freeBusy.ts';
import { jointTimes } from '../jointTimes.ts';
import type { Session } from '../sessions.ts';
import { MOST_TIMES } from '../votes.ts';
import { dueAfterWorkingDays } from '../workingTime.ts';
import { keptPlace, mustWait, placesFor, sessionOf, stand } from './queue.ts';
import { knowledgeOf, rolesFor } from './roles.ts';
import { type Course, type Facts, iso, municipalCalendar, put } from './step.ts';

const PROPOSALS = 3;
const VOTE_DAYS = 3;

/**
 * Draws a new round of times into the course: times not yet offered, else any again but the latest. Where a session is
 * full it waits for a place (unless `mayWait` is false); without any time it stays `ready`. It says so either way.
 */
export function suggest(course: Course, facts: Facts, mayWait = true): void {
  put(course, { unmatched: undefined });
  const { consultation } = course;
  const before = consultation.times;
  const session = sessionOf(consultation, facts);
  const draw = (spent: readonly string[]) =>
    session ? places(consultation, facts, session, spent) : proposals(consultation, facts, spent);
  const latest = before?.slots.map(({ start }) => start) ?? [];
  // Places are few: one that was passed over is better than none.
  let drawn = draw(consultation.offered);
  for (const spent of session ? [latest, []] : [latest]) if (drawn.slots.length === 0) drawn = draw(spent);
  if (session && mayWait && mustWait(consultation, facts, session, drawn.slots.length > 0)) {
    const already = consultation.is === 'ready' && consultation.queue !== undefined;
    stand(course, facts, session, keptPlace(consultation)?.start ?? freed(consultation, session));
    if (!already) course.events.push({ is: 'queued' });
    return;
  }
  put(course, { queue: undefined });
  if (drawn.slots.length === 0) {
    put(course, { is: 'ready', times: undefined });
    course.events.push({ is: 'no-times' });
    return;
  }
  const number = (before?.number ?? 0) + 1;
  const round: Round = {
    ...drawn,
    number,
    version: course.version,
    added: undefined,
    proposed: drawn.slots.length,
    votes: {},
    openedAt: iso(facts.now),
    dueAt: drawn.kind === 'vote' ? dueOfVote(facts) : undefined,
  };
  put(course, { is: 'scheduling', times: round, offered: alsoOffered(consultation, drawn) });
  course.events.push({ is: 'times', number });
}

/**
 * More times for the vote that is under way: what has been said of the others stays, and there is as much time to vote as
 * there was at first. False when there is no vote, no other time, or enough of them to read already.
 */
export function suggestMore(course: Course, facts: Facts): boolean {
  const { consultation } = course;
  const { times, offered } = consultation;
  if (times?.kind !== 'vote') return false;
  const room = Math.min(PROPOSALS, MOST_TIMES - times.proposed);
  const here = times.slots.map(({ start }) => start);
  const draw = (spent: readonly string[]) => proposals(consultation, facts, spent, room, times.proposed);
  let drawn = draw(offered);
  if (drawn.slots.length === 0) drawn = draw(here);
  if (drawn.slots.length === 0) return false;
  put(course, {
    times: {
      ...times,
      added: course.version,
      slots: [...times.slots, ...drawn.slots],
      proposed: times.proposed + drawn.slots.length,
      openedAt: iso(facts.now),
      dueAt: dueOfVote(facts),
    },
    offered: alsoOffered(consultation, drawn),
  });
  course.events.push({ is: 'times-added' });
  return true;
}

const dueOfVote = ({ association, now }: Facts): string =>
  iso(dueAfterWorkingDays(municipalCalendar(association), now, VOTE_DAYS));

const alsoOffered = ({ offered }: Consultation, { slots }: Drawn): readonly string[] => [
  ...new Set([...offered, ...slots.map(({ start }) => start)]),
];

type Drawn = Pick<Round, 'kind' | 'session' | 'slots'>;

type Time = {
  start: Date;
  end: Date;
  link?: string | undefined;
  who?: Readonly<Record<string, Knowledge>>;
};

const slotsFrom = (times: readonly Time[], before = 0): Slot[] =>
  times.map(({ start, end, link, who }, index) => ({
    id: `slot-${before + index + 1}`,
    start: iso(start),
    end: iso(end),
    link,
    who,
  }));

/** The next free places of the session that all required agencies share. */
const places = (
  consultation: Consultation,
  facts: Facts,
  session: Session,
  spent: readonly string[],
): Drawn => ({
  kind: 'places',
  session: session.id,
  slots: slotsFrom(placesFor(consultation, facts, session, { spent, count: PROPOSALS })),
});

/** The start that has just been given up by moving from it. */
const freed = ({ calendar, times }: Consultation, session: Session): string | undefined =>
  times?.session === session.id && times.slots.some(({ start }) => start === calendar?.start)
    ? calendar?.start
    : undefined;

function proposals(
  consultation: Consultation,
  facts: Facts,
  spent: readonly string[],
  count = PROPOSALS,
  before = 0,
): Drawn {
  const { association } = facts;
  const times = jointTimes({
    roles: rolesFor(consultation, facts),
    minutes: association.meeting.minutes,
    count,
    exclude: spent.map((start) => new Date(start)),
    timeZone: association.timeZone,
  });
  const known = times.map(({ who, ...time }) => ({
    ...time,
    who: Object.fromEntries(
      Object.entries(who).map(([role, able]) => [role, knowledgeOf(facts, able)] as const),
    ),
  }));
  return { kind: 'vote', session: undefined, slots: slotsFrom(known, before) };
}
