import { agencyOf, MUNICIPAL_AGENCY, type Person, personOf } from '../association.ts';
import { type Consultation, type Round, requiredLegs, type Slot } from '../consultation.ts';
import { freeTime, jointTimes } from '../jointTimes.ts';
import { freePlaces, sessionFor } from '../sessions.ts';
import { dueAfterWorkingDays, isOpen, worksOn } from '../workingTime.ts';
import { type Course, type Facts, iso, municipalCalendar, put } from './step.ts';

const PROPOSALS = 3;
const VOTE_DAYS = 3;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One chair of a meeting: its agency, whether it must be filled, and by whom. */
export type Seat = { role: string; required: boolean; person: Person };

/** Who a meeting is for: the owner and everyone who has accepted; required seats decide, the others are welcome. */
export function seatsOf(
  consultation: Consultation,
  { association }: Pick<Facts, 'association'>,
): readonly Seat[] {
  const owner = personOf(association, consultation.owner);
  const required = new Set(requiredLegs(consultation).map(({ agency }) => agency));
  const seats: Seat[] = owner ? [{ role: MUNICIPAL_AGENCY, required: true, person: owner }] : [];
  for (const leg of consultation.legs) {
    const person = leg.is === 'accepted' && leg.holder ? personOf(association, leg.holder) : undefined;
    if (person) seats.push({ role: leg.agency, required: required.has(leg.agency), person });
  }
  return seats;
}

/**
 * Draws a new round of times into the course: times not yet offered, else any again but the latest. Without any time
 * it stays `ready` and says so.
 */
export function suggest(course: Course, facts: Facts): void {
  const { consultation } = course;
  const seats = seatsOf(consultation, facts);
  const before = consultation.times;
  const draw = (spent: readonly string[]) =>
    places(consultation, seats, facts, spent) ?? proposals(seats, facts, spent);
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

const slotsFrom = (times: readonly { start: Date; end: Date; link?: string | undefined }[]): Slot[] =>
  times.map(({ start, end, link }, index) => ({
    id: `slot-${index + 1}`,
    start: iso(start),
    end: iso(end),
    link,
  }));

const earliest = ({ association, now }: Facts): Date =>
  new Date(now.getTime() + association.meeting.noticeHours * HOUR);

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
    after: earliest(facts),
    horizonDays: association.meeting.horizonDays,
    count: PROPOSALS,
    closed: (day) => needed.some((seat) => !worksThere(facts, seat, day)),
    taken: (start) =>
      spent.includes(iso(start)) ||
      facts.taken(session.id, start) ||
      needed.some((seat) => clashes(facts, seat.person.id, start, end(start))),
  });
  return { kind: 'places', session: session.id, slots: slotsFrom(free) };
}

const worksThere = ({ association }: Facts, seat: Seat, day: string): boolean => {
  const agency = agencyOf(association, seat.role);
  return agency !== undefined && isOpen(agency.calendar, day) && worksOn(seat.person.pattern, day);
};

function proposals(seats: readonly Seat[], facts: Facts, spent: readonly string[]): Drawn {
  const { association } = facts;
  const from = earliest(facts);
  const { minutes, bufferMinutes, horizonDays } = association.meeting;
  const to = new Date(facts.now.getTime() + horizonDays * 24 * HOUR);
  const roles = seats.map(({ role, required, person }) => ({
    role,
    required,
    people: [
      {
        id: person.id,
        free: freeTime({
          calendar: agencyOf(association, role)!.calendar,
          pattern: person.pattern,
          busy: facts.busy(person.id),
          bufferMinutes,
          from,
          to,
        }),
      },
    ],
  }));
  const exclude = spent.map((start) => new Date(start));
  const times = jointTimes({ roles, minutes, count: PROPOSALS, exclude, timeZone: association.timeZone });
  return { kind: 'vote', session: undefined, slots: slotsFrom(times) };
}
