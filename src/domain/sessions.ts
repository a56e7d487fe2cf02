import { MUNICIPAL_AGENCY } from './association.ts';
import type { Urgency } from './codes.ts';
import { dayFrom, dayNumberIn, inWeeks, minutesOfDay, msAt, weekdayAt, weekdays } from './zone.ts';

/**
 * A recurring time the agencies have promised: weekday ('thu') in odd, even or all ISO weeks, 'HH:MM' to 'HH:MM', cut
 * in places of `slotMinutes`. A place has its own link, or the session a lobby.
 */
export type Session = {
  id: string;
  name: string;
  weekday: string;
  weeks: 'odd' | 'even' | 'all';
  from: string;
  to: string;
  slotMinutes: number;
  agencies: readonly string[];
  links: readonly string[];
  lobby: boolean;
};

/** One place of one occasion; `number` counts from 1 within the occasion. */
export type Place = { session: string; start: Date; end: Date; link: string | undefined; number: number };

/** A consultation that waits for a place of a session without a free one; `since`: when it was sent (ISO). */
export type Waiting = { consultation: string; urgency: Urgency; since: string };

const minuteMs = 60_000;

/** How many whole places fit between `from` and `to`; 0 if the session's times are faulty. */
export function placesPerOccasion(session: Pick<Session, 'from' | 'to' | 'slotMinutes'>): number {
  const from = minutesOfDay(session.from);
  const to = minutesOfDay(session.to);
  if (from === undefined || to === undefined || !(session.slotMinutes > 0)) return 0;
  return Math.max(0, Math.floor((to - from) / session.slotMinutes));
}

/** The link of a place: its own; with a lobby the session's first will do for those without one. */
const linkOf = (session: Session, number: number): string | undefined =>
  session.links[number - 1] ?? (session.lobby ? session.links[0] : undefined);

function placesOn(session: Session, day: number, timeZone: string): Place[] {
  const places: Place[] = [];
  const from = minutesOfDay(session.from) ?? 0;
  let earliest = Number.NEGATIVE_INFINITY;
  for (let number = 1; number <= placesPerOccasion(session); number++) {
    const link = linkOf(session, number);
    // Two cases must never share a room: without a lobby, a place without a link of its own does not exist.
    if (link === undefined && !session.lobby) continue;
    const start = msAt(day, from + (number - 1) * session.slotMinutes, timeZone);
    const end = start + session.slotMinutes * minuteMs;
    // The night the clocks go forward two wall-clock times are the same instant.
    if (start < earliest) continue;
    earliest = end;
    places.push({ session: session.id, start: new Date(start), end: new Date(end), link, number });
  }
  return places;
}

/**
 * The first `count` free places that start at `after` or later, on a day at most `horizonDays` after its day, not on a
 * closed day and not taken. The caller adds notice to `after`; days are those of `timeZone`.
 */
export function freePlaces(
  session: Session,
  choice: {
    timeZone: string;
    after: Date;
    horizonDays: number;
    taken: (start: Date) => boolean;
    closed: (day: string) => boolean;
    count: number;
  },
): Place[] {
  const weekday = (weekdays as readonly string[]).indexOf(session.weekday);
  const first = dayNumberIn(choice.after.getTime(), choice.timeZone);
  const free: Place[] = [];
  for (let day = first; day <= first + choice.horizonDays && free.length < choice.count; day++) {
    if (weekdayAt(day) !== weekday || !inWeeks(session.weeks, day) || choice.closed(dayFrom(day))) continue;
    for (const place of placesOn(session, day, choice.timeZone)) {
      if (free.length < choice.count && place.start >= choice.after && !choice.taken(place.start))
        free.push(place);
    }
  }
  return free;
}

/** The first session that all required agencies share; the owner's own need not be named in it. */
export function sessionFor(
  sessions: readonly Session[],
  requiredAgencies: readonly string[],
): Session | undefined {
  const asked = requiredAgencies.filter((agency) => agency !== MUNICIPAL_AGENCY);
  if (asked.length === 0) return undefined;
  return sessions.find((session) => asked.every((agency) => session.agencies.includes(agency)));
}
