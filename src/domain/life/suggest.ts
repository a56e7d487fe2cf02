import { agencyOf } from '../association.ts';
import { type Consultation, type Round, requiredLegs, type Slot } from '../consultation.ts';
import type { Knowledge } from '../freeBusy.ts';
import { jointTimes } from '../jointTimes.ts';
import { freePlaces, sessionFor } from '../sessions.ts';
import { dueAfterWorkingDays, isOpen, worksOn } from '../workingTime.ts';
import { knowledgeOf, rolesFor, type Seat, searched, seatsOf } from './roles.ts';
import { type Course, type Facts, iso, municipalCalendar, put } from './step.ts';

const PROPOSALS = 3;
const VOTE_DAYS = 3;
const MINUTE = 60_000;

/**
 * Draws a new round of times into the course: times not yet offered, else any again but the latest. Without any time
 * it stays `ready` and says so.
 */
export function suggest(course: Course, facts: Facts): void {
  const { consultation } = course;
  const before = consultation.times;
  const draw = (spent: readonly string[]) =>
    places(consultation, seatsOf(consultation, facts), facts, spent) ?? proposals(consultation, facts, spent);
  const fresh = draw(consultation.offered);
  const drawn = fresh.slots.length > 0 ? fresh : draw(before?.slots.map(({ start }) => start) ?? []);
  if (drawn.slots.length === 0) {
    put(course, { is: 'ready', times: undefined });
    course.events.push({ is: 'no-times' });
    return;
  }
  const number = (before?.number ?? 0) + 1;
  const dueAt =
    drawn.kind === 'vote'
      ? iso(dueAfterWorkingDays(municipalCalendar(facts.association), facts.now, VOTE_DAYS))
      : undefined;
  const round: Round = {
    ...drawn,
    number,
    version: course.version,
    votes: {},
    openedAt: iso(facts.now),
    dueAt,
  };
  const offered = [...new Set([...consultation.offered, ...drawn.slots.map(({ start }) => start)])];
  put(course, { is: 'scheduling', times: round, offered });
  course.events.push({ is: 'times', number });
}

type Drawn = Pick<Round, 'kind' | 'session' | 'slots'>;

type Time = {
  start: Date;
  end: Date;
  link?: string | undefined;
  who?: Readonly<Record<string, Knowledge>>;
};

const slotsFrom = (times: readonly Time[]): Slot[] =>
  times.map(({ start, end, link, who }, index) => ({
    id: `slot-${index + 1}`,
    start: iso(start),
    end: iso(end),
    link,
    who,
  }));

/** Whether a person is booked for anything between two instants. */
export const clashes = (facts: Facts, person: string, start: Date, stop: Date): boolean => {
  const from = start.getTime() / MINUTE;
  const to = stop.getTime() / MINUTE;
  return facts.busy(person).some((span) => span.start < to && from < span.end);
};

/** The next free places of a team session that all required agencies share. */
function places(
  consultation: Consultation,
  seats: readonly Seat[],
  facts: Facts,
  spent: readonly string[],
): Drawn | undefined {
  const { association } = facts;
  const asked = requiredLegs(consultation).map(({ agency }) => agency);
  const session = sessionFor(association.sessions, asked);
  if (!session) return undefined;
  const needed = seats.filter((seat) => seat.required);
  const end = (start: Date) => new Date(start.getTime() + session.slotMinutes * MINUTE);
  const free = freePlaces(session, {
    timeZone: association.timeZone,
    after: searched(association, facts.now).from,
    horizonDays: association.meeting.horizonDays,
    count: PROPOSALS,
    closed: (day) => needed.some((seat) => !worksThere(facts, seat, day)),
    taken: (start) =>
      spent.includes(iso(start)) ||
      facts.taken(session.id, start) ||
      needed.some(({ person: { id } }) => clashes(facts, id, start, end(start))) ||
      needed.some(({ person: { id } }) => facts.away?.(id, start, end(start))),
  });
  return { kind: 'places', session: session.id, slots: slotsFrom(free) };
}

const worksThere = ({ association }: Facts, seat: Seat, day: string): boolean => {
  const agency = agencyOf(association, seat.role);
  return agency !== undefined && isOpen(agency.calendar, day) && worksOn(seat.person.pattern, day);
};

function proposals(consultation: Consultation, facts: Facts, spent: readonly string[]): Drawn {
  const { association } = facts;
  const times = jointTimes({
    roles: rolesFor(consultation, facts),
    minutes: association.meeting.minutes,
    count: PROPOSALS,
    exclude: spent.map((start) => new Date(start)),
    timeZone: association.timeZone,
  });
  const known = times.map(({ who, ...time }) => ({
    ...time,
    who: Object.fromEntries(
      Object.entries(who).map(([role, able]) => [role, knowledgeOf(facts, able)] as const),
    ),
  }));
  return { kind: 'vote', session: undefined, slots: slotsFrom(known) };
}
