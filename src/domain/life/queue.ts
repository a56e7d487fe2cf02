import { agencyOf } from '../association.ts';
import { type Consultation, type Instant, requiredLegs, type Slot } from '../consultation.ts';
import { refuse } from '../result.ts';
import { freePlaces, type Place, type Session, sessionFor, type Waiting } from '../sessions.ts';
import type { Span } from '../spans.ts';
import { addWorkingMinutes, dueAfterWorkingDays, halfTime, isOpen, worksOn } from '../workingTime.ts';
import { searched, seatsOf } from './roles.ts';
import { begin, type Course, end, type Facts, iso, municipalCalendar, put, type Step } from './step.ts';

/** How many working days of the municipality a place that has become free is kept for one consultation at most, and at least. */
const KEPT_DAYS = 1;
const KEPT_MINUTES = 60;
/** How much further than times are sought a place is looked for that is worth waiting for. */
const BEYOND_DAYS = 8 * 7;
const MINUTE = 60_000;

/** The session all its required agencies share; undefined where there is none. */
export const sessionOf = (
  consultation: Consultation,
  { association }: Pick<Facts, 'association'>,
): Session | undefined =>
  sessionFor(
    association.sessions,
    requiredLegs(consultation).map(({ agency }) => agency),
  );

/** Whether any of these spans lies between two instants, wholly or in part. */
export const isBusy = (spans: readonly Span[], start: Date, stop: Date): boolean => {
  const from = start.getTime() / MINUTE;
  const to = stop.getTime() / MINUTE;
  return spans.some((span) => span.start < to && from < span.end);
};

/** Whether a person is booked for anything between two instants. */
export const clashes = (facts: Facts, person: string, start: Date, stop: Date): boolean =>
  isBusy(facts.busy(person), start, stop);

/** The next free places of a session that every required person can take, at most `count`, none of `spent`. */
export function placesFor(
  consultation: Consultation,
  facts: Facts,
  session: Session,
  { spent, count, beyond = 0 }: { spent: readonly Instant[]; count: number; beyond?: number },
): Place[] {
  const { association } = facts;
  const needed = seatsOf(consultation, facts).filter((seat) => seat.required);
  const stop = (start: Date) => new Date(start.getTime() + session.slotMinutes * MINUTE);
  return freePlaces(session, {
    timeZone: association.timeZone,
    after: searched(association, facts.now).from,
    horizonDays: association.meeting.horizonDays + beyond,
    count,
    closed: (day) =>
      needed.some(({ role, person }) => {
        const agency = agencyOf(association, role);
        return agency === undefined || !isOpen(agency.calendar, day) || !worksOn(person.pattern, day);
      }),
    taken: (start) =>
      spent.includes(iso(start)) ||
      facts.taken(session.id, start) ||
      needed.some(({ person: { id } }) => clashes(facts, id, start, stop(start))) ||
      needed.some(({ person: { id } }) => facts.away(id, start, stop(start))),
  });
}

/** What a waiting list knows of a consultation: how urgent it is, and how old. */
export const waitingOf = ({ id, request, sentAt, createdAt }: Consultation): Waiting => ({
  consultation: id,
  urgency: request.urgency,
  since: sentAt ?? createdAt,
});

/** The more urgent comes first, then the older. */
export function isBefore(one: Waiting, other: Waiting): boolean {
  if (one.urgency !== other.urgency) return one.urgency === 'soon';
  if (one.since !== other.since) return one.since < other.since;
  return one.consultation < other.consultation;
}

const othersWaiting = (facts: Facts, session: Session, { id }: Consultation): readonly Waiting[] =>
  (facts.waiting?.(session.id) ?? []).filter((one) => one.consultation !== id);

/** Where it stands among those who wait, from 1. */
const placeIn = (consultation: Consultation, others: readonly Waiting[]): number =>
  1 + others.filter((one) => isBefore(one, waitingOf(consultation))).length;

/**
 * Whether a consultation has to wait: there is no place within the horizon but one after it, or others wait already; a
 * place that becomes free is then the first one's. What can never be is not waited for.
 */
export function mustWait(consultation: Consultation, facts: Facts, session: Session, free: boolean): boolean {
  const others = othersWaiting(facts, session, consultation);
  if (free && others.length === 0) return false;
  return placesFor(consultation, facts, session, { spent: [], count: 1, beyond: BEYOND_DAYS }).length > 0;
}

/** Stands in the waiting list of a session, where it may stand already; `passed` is a start it has let go by. */
export function stand(course: Course, facts: Facts, session: Session, passed?: Instant): void {
  const { consultation } = course;
  const before = consultation.queue?.session === session.id ? consultation.queue.passed : [];
  const place = placeIn(consultation, othersWaiting(facts, session, consultation));
  const queue = { session: session.id, place, passed: passed === undefined ? before : [...before, passed] };
  put(course, { is: 'ready', times: undefined, queue });
}

/** The place a waiting consultation has been offered, kept for it for a time; undefined for any other. */
export const keptPlace = ({ is, times, queue }: Consultation): Slot | undefined =>
  is === 'scheduling' && queue !== undefined && times?.kind === 'places' && times.dueAt !== undefined
    ? times.slots[0]
    : undefined;

/** The place of a session nobody else may have: where it meets, or what is kept for it until it has chosen. */
export function placeHeld(consultation: Consultation): { session: string; start: Instant } | undefined {
  const { is, meeting, queue } = consultation;
  if (is === 'booked' && meeting?.session) return { session: meeting.session, start: meeting.start };
  const kept = keptPlace(consultation);
  return kept && queue && { session: queue.session, start: kept.start };
}

/**
 * The clock looks whether a waiting consultation can have a place now: the next one is kept for it for a time. Otherwise only where it stands is brought up to date; `stale` when that has not changed either.
 */
export function serve(consultation: Consultation, facts: Facts): Step {
  const { queue, is, times } = consultation;
  if (is !== 'ready' || queue === undefined) return refuse({ code: 'stale' });
  const session = facts.association.sessions.find(({ id }) => id === queue.session);
  const course = begin(consultation);
  // The session is held no more: the owner looks for other times.
  if (session === undefined) {
    put(course, { queue: undefined });
    course.events.push({ is: 'no-times' });
    return end(course);
  }
  const [place] = placesFor(consultation, facts, session, { spent: queue.passed, count: 1 });
  if (place === undefined) {
    const at = placeIn(consultation, othersWaiting(facts, session, consultation));
    if (at === queue.place) return refuse({ code: 'stale' });
    put(course, { queue: { ...queue, place: at } });
    return end(course);
  }
  const { start, end: stop, link } = place;
  put(course, {
    is: 'scheduling',
    offered: [...new Set([...consultation.offered, iso(start)])],
    times: {
      kind: 'places',
      session: session.id,
      slots: [{ id: 'slot-1', start: iso(start), end: iso(stop), link, who: undefined }],
      number: (times?.number ?? 0) + 1,
      version: course.version,
      added: undefined,
      proposed: 1,
      votes: {},
      openedAt: iso(facts.now),
      dueAt: iso(keptUntil(facts, start)),
    },
  });
  course.events.push({ is: 'place-offered' });
  return end(course);
}

/**
 * Until when a place is kept: the close of the next working day, but no longer than half of the time in which it can still
 * be offered to anybody, so that the next one has a chance too.
 */
function keptUntil({ association, now }: Facts, start: Date): Date {
  const calendar = municipalCalendar(association);
  const close = dueAfterWorkingDays(calendar, now, KEPT_DAYS);
  const offers = new Date(start.getTime() - association.meeting.noticeHours * 60 * MINUTE);
  const half = halfTime(calendar, now, offers < now ? now : offers);
  const least = addWorkingMinutes(calendar, now, KEPT_MINUTES);
  const until = Math.min(close.getTime(), Math.max(half.getTime(), least.getTime()));
  return new Date(Math.min(until, start.getTime()));
}

/** Nobody has taken the place in time: it is the next one's, and this consultation waits for another. */
export function placeLapsed(consultation: Consultation, facts: Facts): Step {
  const session = facts.association.sessions.find(({ id }) => id === consultation.queue?.session);
  const course = begin(consultation);
  const start = keptPlace(consultation)?.start;
  if (session) stand(course, facts, session, start);
  else put(course, { is: 'ready', times: undefined, queue: undefined });
  course.events.push({ is: session ? 'place-lapsed' : 'no-times' });
  return end(course);
}
