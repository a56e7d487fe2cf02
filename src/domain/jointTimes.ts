import { markOf } from './holidays.ts';
import {
  instantsOf,
  type Pattern,
  type Windows,
  type WorkCalendar,
  wallWindowsOn,
  worksAt,
} from './workingTime.ts';
import { dayNumberIn, inWeeks, weekdayAt, weekdays } from './zone.ts';

/** A stretch of time in epoch minutes, half open. */
export type Span = { readonly start: number; readonly end: number };

/** A time a person has declared bookable: weekday ('tue'), ISO weeks, minutes of the day. */
export type Availability = { weekday: string; weeks: 'odd' | 'even' | 'all'; from: number; to: number };

/** A role (agency) and who may fill it. If someone has accepted for it, only that person counts, otherwise anyone. */
export type RolePeople = {
  role: string;
  required: boolean;
  accepted?: string;
  people: readonly { id: string; free: readonly Span[] }[];
};

/** A time every required role can, with the people who can in each role (nobody: an empty list). */
export type Proposal = { start: Date; end: Date; who: Readonly<Record<string, readonly string[]>> };

type Start = { at: number; optional: number };

const minuteMs = 60_000;
const apart = 240;
const commonlyBookable: Windows = [
  { from: 540, to: 690 },
  { from: 780, to: 930 },
];

/** Spans in order, without empty ones, overlapping or touching ones joined; the list itself if it already is so. */
function joined(spans: readonly Span[]): readonly Span[] {
  let ready = true;
  let ordered = true;
  for (let n = 0; n < spans.length; n++) {
    const { start, end } = spans[n]!;
    const last = n > 0 ? spans[n - 1]! : undefined;
    if (start >= end || (last && start <= last.end)) ready = false;
    if (last && start < last.start) ordered = false;
  }
  if (ready) return spans;
  const result: Span[] = [];
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of ordered ? spans : [...spans].sort((a, b) => a.start - b.start)) {
    if (start >= end) continue;
    if (start > to) {
      if (from < to) result.push({ start: from, end: to });
      from = start;
    }
    to = Math.max(to, end);
  }
  if (from < to) result.push({ start: from, end: to });
  return result;
}

/** The time in either list, in any order; the result is in order and joined. */
export const union = (a: readonly Span[], b: readonly Span[]): Span[] => [...joined([...a, ...b])];

/** The time in both lists, in any order; the result is in order and joined. */
export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  const [left, right] = [joined(a), joined(b)];
  const result: Span[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i]!, right[j]!];
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) result.push({ start, end });
    if (one.end < other.end) i++;
    else j++;
  }
  return result;
}

/** The time in `a` and not in `b`, in any order; the result is in order and joined. */
export function subtract(a: readonly Span[], b: readonly Span[]): Span[] {
  const cuts = joined(b);
  const result: Span[] = [];
  let first = 0;
  for (const { start, end } of joined(a)) {
    while (first < cuts.length && cuts[first]!.end <= start) first++;
    let from = start;
    for (let n = first; n < cuts.length && cuts[n]!.start < end; n++) {
      if (cuts[n]!.start > from) result.push({ start: from, end: cuts[n]!.start });
      from = Math.max(from, cuts[n]!.end);
    }
    if (from < end) result.push({ start: from, end });
  }
  return result;
}

const spanOf = (window: { from: number; to: number }): Span => ({ start: window.from, end: window.to });

function bookableOn(declared: readonly Availability[] | undefined, day: number): Windows {
  if (!declared?.length) return commonlyBookable;
  const name = weekdays[weekdayAt(day)];
  return declared.filter(({ weekday, weeks }) => weekday === name && inWeeks(weeks, day));
}

/**
 * When a person may be booked: the agency's windows on days the person works, within the declared availability (by
 * default 09:00–11:30 and 13:00–15:30), never on a klämdag, between `from` (now and notice) and `to` (the horizon),
 * less busy time with `bufferMinutes` on both sides.
 */
export function freeTime(input: {
  calendar: WorkCalendar;
  pattern?: Pattern | undefined;
  declared?: readonly Availability[] | undefined;
  busy: readonly Span[];
  bufferMinutes: number;
  from: Date;
  to: Date;
}): Span[] {
  const { calendar, pattern, declared, bufferMinutes: buffer } = input;
  const [from, to] = [input.from.getTime(), input.to.getTime()];
  const open: Span[] = [];
  if (!(from < to)) return [];
  const last = dayNumberIn(to, calendar.timeZone);
  for (let day = dayNumberIn(from, calendar.timeZone); day <= last; day++) {
    const windows = wallWindowsOn(calendar, day);
    if (windows.length === 0 || markOf(day).bridgeDay || !worksAt(pattern, day)) continue;
    const both = intersect(windows.map(spanOf), bookableOn(declared, day).map(spanOf));
    const wall = both.map(({ start, end }) => ({ from: start, to: end }));
    for (const window of instantsOf(wall, day, calendar.timeZone)) {
      const start = Math.ceil(Math.max(window.start, from) / minuteMs);
      const end = Math.floor(Math.min(window.end, to) / minuteMs);
      if (start < end) open.push({ start, end });
    }
  }
  return subtract(open, widened(input.busy, buffer, open));
}

/** Busy spans with their buffer; those that touch no open time are left out before anything is sorted. */
function widened(busy: readonly Span[], buffer: number, open: readonly Span[]): Span[] {
  const wide: Span[] = [];
  let next = 0;
  for (const span of busy) {
    const [start, end] = [span.start - buffer, span.end + buffer];
    if (next > 0 && open[next - 1]!.end > start) next = 0;
    while (next < open.length && open[next]!.end <= start) next++;
    if (span.start < span.end && next < open.length && open[next]!.start < end) wide.push({ start, end });
  }
  return wide;
}

const counted = (role: RolePeople): RolePeople['people'] =>
  role.accepted === undefined ? role.people : role.people.filter(({ id }) => id === role.accepted);

/** The minutes at which a meeting may start so that one and the same person of the role can stay to its end. */
function startsOf(role: RolePeople, minutes: number): readonly Span[] {
  const starts: Span[] = [];
  for (const { free } of counted(role)) {
    for (const { start, end } of joined(free)) {
      if (end - start >= minutes) starts.push({ start, end: end - minutes + 1 });
    }
  }
  return joined(starts);
}

function possibleStarts(roles: readonly RolePeople[], minutes: number, grid: number): Start[] {
  const [first, ...rest] = roles.filter((role) => role.required).map((role) => startsOf(role, minutes));
  const optional = roles.filter((role) => !role.required).map((role) => startsOf(role, minutes));
  const next = optional.map(() => 0);
  const starts: Start[] = [];
  for (const { start, end } of rest.reduce<readonly Span[]>(intersect, first ?? [])) {
    for (let at = Math.ceil(start / grid) * grid; at < end; at += grid) {
      let able = 0;
      for (const [n, spans] of optional.entries()) {
        while ((spans[next[n]!]?.end ?? Number.POSITIVE_INFINITY) <= at) next[n]!++;
        if ((spans[next[n]!]?.start ?? Number.POSITIVE_INFINITY) <= at) able++;
      }
      starts.push({ at, optional: able });
    }
  }
  return starts;
}

/** Best first on days not yet used; when the days run out, best first at least four hours from every other. */
function spread(starts: readonly Start[], count: number, timeZone: string): number[] {
  const chosen: number[] = [];
  const days = new Set<number>();
  for (const { at } of starts) {
    if (chosen.length >= count) break;
    const day = dayNumberIn(at * minuteMs, timeZone);
    if (days.has(day)) continue;
    days.add(day);
    chosen.push(at);
  }
  for (const { at } of starts) {
    if (chosen.length >= count) break;
    if (chosen.every((other) => Math.abs(other - at) >= apart)) chosen.push(at);
  }
  return chosen.sort((a, b) => a - b);
}

/**
 * Up to `count` times of `minutes` minutes that every required role can, on a grid (15 minutes): those most optional
 * roles can first, then the earliest, each on a day of its own, then four hours apart; given earliest first. A time
 * that overlaps an `exclude`d start is not proposed; without a required role nothing is. Days are those of `timeZone`
 * (Europe/Stockholm). Throws RangeError unless minutes and grid are whole numbers from 1.
 */
export function jointTimes(input: {
  roles: readonly RolePeople[];
  minutes: number;
  gridMinutes?: number;
  count: number;
  exclude?: readonly Date[];
  timeZone?: string;
}): Proposal[] {
  const {
    roles,
    minutes,
    gridMinutes: grid = 15,
    count,
    exclude = [],
    timeZone = 'Europe/Stockholm',
  } = input;
  if (![minutes, grid].every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new RangeError('Minutes and grid must be whole numbers from 1');
  }
  const spent = exclude.map((start) => start.getTime() / minuteMs);
  const starts = possibleStarts(roles, minutes, grid)
    .filter(({ at }) => spent.every((start) => Math.abs(start - at) >= minutes))
    .sort((a, b) => b.optional - a.optional || a.at - b.at);
  return spread(starts, count, timeZone).map((at) => ({
    start: new Date(at * minuteMs),
    end: new Date((at + minutes) * minuteMs),
    who: Object.fromEntries(roles.map((role) => [role.role, ableAt(role, at, at + minutes)])),
  }));
}

const ableAt = (role: RolePeople, start: number, end: number): string[] =>
  counted(role)
    .filter(({ free }) => joined(free).some((span) => span.start <= start && end <= span.end))
    .map(({ id }) => id);
