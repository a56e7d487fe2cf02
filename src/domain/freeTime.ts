import { type Bookable, bookableBy, type Declared } from './availability.ts';
import { markOf } from './holidays.ts';
import type { Away } from './routing.ts';
import { overlap, type Span, without } from './spans.ts';
import { instantsOf, type Pattern, type WorkCalendar, wallWindowsOn, worksAt } from './workingTime.ts';
import { dayNumberIn, offsetAt } from './zone.ts';

/** Whose time: the part-time pattern, what was declared, and what is known to be taken. */
export type Diary = {
  pattern?: Pattern | undefined;
  declared?: Declared | undefined;
  busy: readonly Span[];
  /** Whether they are absent for the whole of a span of time. */
  away?: ((from: Date, to: Date) => boolean) | undefined;
};

/**
 * Between when (`from`: now and notice, `to`: the horizon), in which agency's hours, how far from other meetings; what is
 * shorter than `least` minutes (1) is of no use.
 */
export type Search = { calendar: WorkCalendar; bufferMinutes: number; from: Date; to: Date; least?: number };

const minuteMs = 60_000;
const dayMinutes = 1440;
/** How finely an absence is looked at. */
const cell = 15;

/** One day the agency is open: its hours on the wall clock, and where its midnight lies if no clock is changed. */
type OpenDay = { day: number; wall: readonly Span[]; midnight: number | undefined };

/** Days the agency works, never a klämdag: where it is open then, half the others are not. */
function openDays({ calendar, from, to }: Search): OpenDay[] {
  const [first, last] = [from, to].map((at) => dayNumberIn(at.getTime(), calendar.timeZone)) as [
    number,
    number,
  ];
  const days: OpenDay[] = [];
  for (let day = first; day <= last; day++) {
    const windows = wallWindowsOn(calendar, day);
    if (windows.length === 0 || markOf(day).bridgeDay) continue;
    const wall = windows.map((window) => ({ start: window.from, end: window.to }));
    days.push({ day, wall, midnight: midnightOf(day, calendar.timeZone) });
  }
  return days;
}

/** Epoch minutes of a day's first minute; undefined where a clock is changed in or near it. */
function midnightOf(day: number, timeZone: string): number | undefined {
  const utc = day * dayMinutes;
  const [before, after] = [
    offsetAt((utc - dayMinutes) * minuteMs, timeZone),
    offsetAt((utc + 2 * dayMinutes) * minuteMs, timeZone),
  ];
  return before === after ? utc - before / minuteMs : undefined;
}

/**
 * When people of one agency may be booked: its hours on days they work, within what they have declared (all of the hours
 * where they have declared nothing), not while they are away, less busy time with the buffer on both sides.
 */
export function freeTimes(search: Search, people: readonly Diary[]): Span[][] {
  if (!(search.from < search.to)) return people.map(() => []);
  const days = openDays(search);
  // Most people of an agency have the same hours: those are laid out once.
  const alike = new Map<unknown, Map<unknown, readonly Span[]>>();
  return people.map(({ pattern, declared, busy, away }) => {
    const same = alike.get(pattern) ?? new Map<unknown, readonly Span[]>();
    alike.set(pattern, same);
    const open = same.get(declared) ?? openFor(search, days, pattern, bookableBy(declared));
    same.set(declared, open);
    return without(away ? present(open, away) : open, busy, search.bufferMinutes, search.least);
  });
}

/** As `freeTimes`, for one. */
export const freeTime = (search: Search & Diary): Span[] => freeTimes(search, [search])[0]!;

function openFor(
  { calendar, from, to }: Search,
  days: readonly OpenDay[],
  pattern: Pattern | undefined,
  bookable: Bookable,
): Span[] {
  const open: Span[] = [];
  const [first, last] = [Math.ceil(from.getTime() / minuteMs), Math.floor(to.getTime() / minuteMs)];
  for (const { day, wall, midnight } of days) {
    if (!worksAt(pattern, day)) continue;
    const said = bookable(day);
    const hours = said ? overlap(wall, said) : wall;
    for (const { start, end } of instants(hours, day, midnight, calendar.timeZone)) {
      const [begins, ends] = [Math.max(start, first), Math.min(end, last)];
      const before = open.at(-1);
      if (begins < ends && before?.end === begins) open[open.length - 1] = { start: before.start, end: ends };
      else if (begins < ends) open.push({ start: begins, end: ends });
    }
  }
  return open;
}

const instants = (
  wall: readonly Span[],
  day: number,
  midnight: number | undefined,
  timeZone: string,
): Span[] =>
  midnight === undefined
    ? instantsOf(
        wall.map(({ start, end }) => ({ from: start, to: end })),
        day,
        timeZone,
      ).map(({ start, end }) => ({ start: Math.ceil(start / minuteMs), end: Math.floor(end / minuteMs) }))
    : wall.map(({ start, end }) => ({ start: midnight + start, end: midnight + end }));

/** Open time less absence, looked at a quarter of an hour at a time: a quarter with any absence in it may not be asked about. */
function present(open: readonly Span[], away: NonNullable<Diary['away']>): Span[] {
  const absent: Span[] = [];
  for (const { start, end } of open)
    for (let at = start; at < end; at = Math.min(Math.floor(at / cell + 1) * cell, end)) {
      const until = Math.min(Math.floor(at / cell + 1) * cell, end);
      if (away(new Date(at * minuteMs), new Date(until * minuteMs))) absent.push({ start: at, end: until });
    }
  return without(open, absent, 0);
}

/** The predicate of one person out of everybody's. */
export const awayOf = (away: Away | undefined, person: string): Diary['away'] =>
  away && ((from, to) => away(person, from, to));
