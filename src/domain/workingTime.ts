import { markOf } from './holidays.ts';
import { ok, type Result, refuse } from './result.ts';
import {
  dayFrom,
  dayNumberIn,
  dayNumberOf,
  inWeeks,
  minutesOfDay,
  msAt,
  weekdayAt,
  weekdays,
} from './zone.ts';

/** Open windows in minutes of the day, half open, in order and without overlap. */
export type Windows = readonly { from: number; to: number }[];

/** The open windows of a week, Monday first. */
export type Week = readonly Windows[];

/** When an agency works: its week, its zone, its policy for half days and klämdagar, and its own closed days. */
export type WorkCalendar = {
  timeZone: string;
  week: Week;
  halfDays: boolean;
  bridgeDays: 'open' | 'closed';
  closedDays: readonly string[];
};

/** A person's part-time pattern: weekdays ('wed') not worked, always or only in odd or even ISO weeks. */
export type Pattern = {
  not?: readonly string[];
  odd?: { not?: readonly string[] };
  even?: { not?: readonly string[] };
};

type OpenTime = { start: number; end: number };

const minuteMs = 60_000;
const noon = 720;
const longestClosure = 731;
const never = 'No open time within two years';

/**
 * Reads an association file's hours: keys 'mon-fri', 'mon,tue,thu', 'wed'; values '08:00-16:30', several windows
 * separated by commas or in a list, an empty list for closed. Refuses unknown, repeated or backward days and times,
 * overlapping windows, and hours that never open (key '').
 */
export function parseWeek(
  hours: Readonly<Record<string, string | readonly string[]>>,
): Result<Week, { code: 'bad-hours'; key: string }> {
  const week: (Windows | undefined)[] = weekdays.map(() => undefined);
  for (const [key, value] of Object.entries(hours)) {
    const days = daysOf(key);
    const windows = windowsOf(typeof value === 'string' ? [value] : value);
    if (!days || !windows) return refuse({ code: 'bad-hours', key });
    for (const day of days) {
      if (week[day]) return refuse({ code: 'bad-hours', key });
      week[day] = windows;
    }
  }
  if (!week.some((windows) => windows?.length)) return refuse({ code: 'bad-hours', key: '' });
  return ok(week.map((windows) => windows ?? []));
}

function daysOf(key: string): number[] | undefined {
  const days: number[] = [];
  for (const part of key.split(',')) {
    const [first = -1, last = first, ...rest] = part.split('-').map((name) => indexOfWeekday(name.trim()));
    if (first < 0 || last < first || rest.length > 0 || (part.includes('-') && first === last))
      return undefined;
    for (let day = first; day <= last; day++) days.push(day);
  }
  return new Set(days).size === days.length ? days : undefined;
}

const indexOfWeekday = (name: string): number => (weekdays as readonly string[]).indexOf(name);

function windowsOf(values: readonly string[]): Windows | undefined {
  const windows: { from: number; to: number }[] = [];
  for (const text of values.flatMap((value) => value.split(','))) {
    const [from, to, ...rest] = text.split('-').map((time) => minutesOfDay(time.trim()));
    if (from === undefined || to === undefined || rest.length > 0 || from >= to) return undefined;
    windows.push({ from, to });
  }
  windows.sort((a, b) => a.from - b.from);
  return windows.some((window, n) => window.from < (windows[n - 1]?.to ?? 0)) ? undefined : windows;
}

/** The wall-clock windows of a day number after holidays, half days, bridge days and closed days. */
export function wallWindowsOn(calendar: WorkCalendar, number: number): Windows {
  const windows = calendar.week[weekdayAt(number)] ?? [];
  if (windows.length === 0) return windows;
  const mark = markOf(number);
  if (mark.holiday || (mark.bridgeDay && calendar.bridgeDays === 'closed')) return [];
  if (calendar.closedDays.length > 0 && calendar.closedDays.includes(dayFrom(number))) return [];
  if (!mark.halfDay || !calendar.halfDays) return windows;
  return windows.filter((w) => w.from < noon).map((w) => ({ from: w.from, to: Math.min(w.to, noon) }));
}

/** Wall-clock windows of a day as instants (epoch milliseconds); what a clock change squeezes out or doubles is cut. */
export function instantsOf(windows: Windows, number: number, timeZone: string): OpenTime[] {
  const open: OpenTime[] = [];
  let earliest = Number.NEGATIVE_INFINITY;
  for (const window of windows) {
    const start = Math.max(msAt(number, window.from, timeZone), earliest);
    const end = msAt(number, window.to, timeZone);
    if (start >= end) continue;
    open.push({ start, end });
    earliest = end;
  }
  return open;
}

const openOn = (calendar: WorkCalendar, number: number): OpenTime[] =>
  instantsOf(wallWindowsOn(calendar, number), number, calendar.timeZone);

/**
 * Walks the open windows from the day of an instant until `visit` answers with a value. Throws RangeError after two
 * years without open time.
 */
function walk<T>(
  calendar: WorkCalendar,
  from: number,
  visit: (open: OpenTime[], day: number) => T | undefined,
): T {
  const first = dayNumberIn(from, calendar.timeZone);
  let lastOpen = first;
  for (let day = first; day - lastOpen <= longestClosure; day++) {
    const open = openOn(calendar, day);
    if (open.length === 0) continue;
    lastOpen = day;
    const found = visit(open, day - first);
    if (found !== undefined) return found;
  }
  throw new RangeError(never);
}

/** The open windows of a calendar day, in order. */
export function windowsOn(calendar: WorkCalendar, day: string): { start: Date; end: Date }[] {
  const open = openOn(calendar, dayNumberOf(day));
  return open.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }));
}

/** Whether the agency has any open time on a calendar day. */
export const isOpen = (calendar: WorkCalendar, day: string): boolean =>
  openOn(calendar, dayNumberOf(day)).length > 0;

/**
 * When an answer asked for now is due: the day of asking is day 0, due at the close of the last window of the Nth open
 * day. Throws RangeError if `days` is no whole number from 1, or after two years without open time.
 */
export function dueAfterWorkingDays(calendar: WorkCalendar, asked: Date, days: number): Date {
  if (!Number.isSafeInteger(days) || days < 1)
    throw new RangeError('Working days must be a whole number from 1');
  let left = days;
  return walk(calendar, asked.getTime(), (open, day) => {
    if (day > 0) left--;
    const last = open[open.length - 1];
    return left === 0 && last ? new Date(last.end) : undefined;
  });
}

/** The earliest instant with `needed` open milliseconds between it and `from`. */
function afterOpenMs(calendar: WorkCalendar, from: number, needed: number): number {
  if (!(needed >= 0 && Number.isFinite(needed))) throw new RangeError('Working time must be finite, from 0');
  if (needed === 0) return from;
  let left = needed;
  return walk(calendar, from, (open) => {
    for (const window of open) {
      const start = Math.max(window.start, from);
      if (start >= window.end) continue;
      if (left <= window.end - start) return start + left;
      left -= window.end - start;
    }
    return undefined;
  });
}

function openMsBetween(calendar: WorkCalendar, from: number, to: number): number {
  const last = to > from ? dayNumberIn(to, calendar.timeZone) : Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let day = dayNumberIn(from, calendar.timeZone); day <= last; day++) {
    for (const window of openOn(calendar, day)) {
      sum += Math.max(0, Math.min(window.end, to) - Math.max(window.start, from));
    }
  }
  return sum;
}

/**
 * The earliest instant with that many open minutes between it and `from`: a window's close rather than the next
 * window's opening, and `from` itself for 0. Throws RangeError for negative minutes or two years without open time.
 */
export const addWorkingMinutes = (calendar: WorkCalendar, from: Date, minutes: number): Date =>
  new Date(afterOpenMs(calendar, from.getTime(), Math.round(minutes * minuteMs)));

/** Whole open minutes from one instant to a later one; 0 if it is not later. */
export const workingMinutesBetween = (calendar: WorkCalendar, from: Date, to: Date): number =>
  Math.floor(openMsBetween(calendar, from.getTime(), to.getTime()) / minuteMs);

/** The earliest instant by which half the open time between asking and deadline has passed; `asked` if there is none. */
export function halfTime(calendar: WorkCalendar, asked: Date, due: Date): Date {
  const half = Math.floor(openMsBetween(calendar, asked.getTime(), due.getTime()) / 2);
  return new Date(afterOpenMs(calendar, asked.getTime(), half));
}

/** The next instant the agency is open: `from` itself if open then. Throws RangeError after two years without. */
export function nextOpen(calendar: WorkCalendar, from: Date): Date {
  const at = from.getTime();
  return walk(calendar, at, (open) => {
    const window = open.find(({ end }) => end > at);
    return window && new Date(Math.max(window.start, at));
  });
}

/** Open days after the day of `from` up to and including the day of `to`, in the calendar's zone. */
export function workingDaysBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  const last = dayNumberIn(to.getTime(), calendar.timeZone);
  let count = 0;
  for (let day = dayNumberIn(from.getTime(), calendar.timeZone) + 1; day <= last; day++) {
    if (openOn(calendar, day).length > 0) count++;
  }
  return count;
}

/** Whether a person with this pattern works on a day number; in integers, for inner loops. */
export function worksAt(pattern: Pattern | undefined, number: number): boolean {
  if (!pattern) return true;
  const name = weekdays[weekdayAt(number)] as string;
  const week = inWeeks('odd', number) ? pattern.odd : pattern.even;
  return !pattern.not?.includes(name) && !week?.not?.includes(name);
}

/** Whether a person with this part-time pattern works on a calendar day (holidays and agency hours apart). */
export const worksOn = (pattern: Pattern | undefined, day: string): boolean =>
  worksAt(pattern, dayNumberOf(day));
