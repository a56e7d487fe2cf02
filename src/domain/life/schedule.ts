import type { Consultation, Slot } from '../consultation.ts';
import { refuse } from '../result.ts';
import { clashes, isBusy, keptPlace } from './queue.ts';
import { type Seat, seatsOf } from './roles.ts';
import { begin, type Course, end, type Facts, iso, put, type Step } from './step.ts';
import { suggest, suggestMore } from './suggest.ts';

/** A new round on request; the old votes are void. */
export function suggestAgain(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  const another = consultation.is === 'held';
  // The meeting that was held keeps its entry in the calendars; another one is another entry.
  put(course, { failedRounds: 0, ...(another ? { meeting: undefined, calendar: undefined } : {}) });
  suggest(course, facts, !another);
  const { meeting, calendar } = consultation;
  // Without any time the held meeting stands, and its outcome can still be recorded.
  if (another && course.consultation.is === 'ready') put(course, { is: 'held', meeting, calendar });
  if (course.events.length === 0) return refuse({ code: 'still-queued' });
  return end(course);
}

const requiredClash = (consultation: Consultation, facts: Facts, slot: Slot): boolean =>
  seatsOf(consultation, facts).some(
    ({ required, person }) => required && clashes(facts, person.id, new Date(slot.start), new Date(slot.end)),
  );

export const isFree = (consultation: Consultation, facts: Facts, slot: Slot): boolean =>
  slot.start > iso(facts.now) && !requiredClash(consultation, facts, slot);

/** More times to choose from; what has been voted stays. */
export function addTimes(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  return suggestMore(course, facts) ? end(course) : refuse({ code: 'no-more-times' });
}

/** Books one of the proposed times. Owner and coordinator may; any participant may take a place in a session. */
export function book(consultation: Consultation, facts: Facts, slotId: string): Step {
  const { times } = consultation;
  const slot = times?.slots.find(({ id }) => id === slotId);
  if (!times || !slot) return refuse({ code: 'no-such-slot' });
  const mayAlways = consultation.owner === facts.actor.id || facts.actor.role === 'coordinator';
  if (!mayAlways && times.kind !== 'places') return refuse({ code: 'not-yours' });
  // A place that is kept for this consultation is taken by itself.
  const kept = keptPlace(consultation) !== undefined;
  const taken = !kept && times.session !== undefined && facts.taken(times.session, new Date(slot.start));
  if (taken || !isFree(consultation, facts, slot)) {
    const course = begin(consultation);
    // What has gone is no choice any more: what is left of the vote stays, else the next free times are drawn at once.
    const left = times.kind === 'vote' ? times.slots.filter((one) => isFree(consultation, facts, one)) : [];
    if (left.length > 0) put(course, { times: { ...times, slots: left } });
    else suggest(course, facts);
    const { is, queue } = course.consultation;
    return is === 'scheduling' || queue !== undefined ? end(course) : refuse({ code: 'slot-taken' });
  }
  const course = begin(consultation);
  settleMeeting(course, facts, slot);
  return end(course);
}

export function settleMeeting(course: Course, facts: Facts, slot: Slot): void {
  const { consultation } = course;
  const times = consultation.times!;
  const start = new Date(slot.start);
  const stop = new Date(slot.end);
  const attends = ({ required, person }: Seat) =>
    required || (times.votes[person.id]?.[slot.id] !== 'no' && !clashes(facts, person.id, start, stop));
  const seats = seatsOf(consultation, facts).filter(attends);
  put(course, {
    is: 'booked',
    failedRounds: 0,
    calendar: nextCalendar(
      consultation,
      facts,
      slot,
      seats.map(({ person }) => person.id),
    ),
    meeting: {
      start: slot.start,
      end: slot.end,
      link: slot.link ?? (times.kind === 'vote' ? freeRoom(facts, start, stop) : undefined),
      session: times.session,
      participants: Object.fromEntries(seats.map(({ role, person }) => [role, person.id])),
      present: undefined,
      over: false,
    },
  });
  course.events.push({ is: 'booked' });
}

/** The first of the association's meeting rooms in which nobody else meets then. */
const freeRoom = ({ association, room }: Facts, start: Date, end: Date): string | undefined =>
  room && association.rooms.find((link) => !isBusy(room(link), start, end));

/** The first booking has sequence 0; every change and the cancellation add one (RFC 5546 §2.1.4). */
const nextCalendar = (
  { calendar }: Consultation,
  { uid }: Facts,
  { start, end }: { start: string; end: string },
  invites: readonly string[] = [],
) => ({
  uid: calendar?.uid ?? uid,
  sequence: calendar ? calendar.sequence + 1 : 0,
  start,
  end,
  invited: [...new Set([...(calendar?.invited ?? []), ...invites])],
});

/** Calls the meeting off: a CANCEL goes out, the times are nobody's any more. */
export function cancelMeeting(course: Course, facts: Facts): void {
  const meeting = course.consultation.meeting!;
  put(course, { calendar: nextCalendar(course.consultation, facts, meeting), meeting: undefined });
  course.events.push({ is: 'unbooked' });
}

/** Moves a booked meeting: cancelled at once, new times; the next booking keeps the UID. */
export function move(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  cancelMeeting(course, facts);
  put(course, { failedRounds: 0 });
  course.events.push({ is: 'moved' });
  suggest(course, facts);
  return end(course);
}

/** Calls off the search or the meeting; no new suggestion by itself. */
export function cancel(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  if (consultation.meeting) cancelMeeting(course, facts);
  else course.events.push({ is: 'unbooked' });
  put(course, { is: 'ready', times: undefined, queue: undefined, failedRounds: 0 });
  return end(course);
}
