/** The weekdays as association files write them, Monday first; the index is the weekday number used everywhere. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const dayMs = 86_400_000;
const minuteMs = 60_000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a calendar day 'YYYY-MM-DD'; throws RangeError for anything that is no such day. */
export function dayNumberOf(day: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const [year, month, date] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const length = (monthLengths[month - 1] ?? 0) + leap;
  if (!match || date < 1 || date > length) throw new RangeError('Not a calendar day (YYYY-MM-DD)');
  return dayNumber(year, month, date);
}

/** Days since 1970-01-01 of a Gregorian date; months count from 1 (days_from_civil, Howard Hinnant). */
export function dayNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** Year, month and date (months from 1) of a day number (civil_from_days, Howard Hinnant). */
export function civilOf(number: number): { year: number; month: number; date: number } {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** 'YYYY-MM-DD' of a day number; throws RangeError outside the years 0 to 9999. */
export function dayFrom(number: number): string {
  const { year, month, date } = civilOf(number);
  if (!(year >= 0 && year <= 9999)) throw new RangeError('Outside the years 0000 to 9999');
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** The weekday of a day number, 0 = Monday. */
export const weekdayAt = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** ISO 8601 week of a day number: the week belongs to the year of its Thursday. */
export function isoWeekAt(number: number): { year: number; week: number } {
  const thursday = number - weekdayAt(number) + 3;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** Whether a day lies in the odd, even or all ISO weeks asked for. */
export function inWeeks(weeks: 'odd' | 'even' | 'all', number: number): boolean {
  return weeks === 'all' || (isoWeekAt(number).week % 2 === 1) === (weeks === 'odd');
}

/** The weekday of 'YYYY-MM-DD', 0 = Monday. */
export const weekdayOf = (day: string): number => weekdayAt(dayNumberOf(day));

/** ISO 8601 week and week-year of 'YYYY-MM-DD' (2027-01-01 is week 53 of 2026). */
export const isoWeekOf = (day: string): { year: number; week: number } => isoWeekAt(dayNumberOf(day));

/** The day `n` days after (or, negative, before) 'YYYY-MM-DD'. */
export const addDays = (day: string, n: number): string => dayFrom(dayNumberOf(day) + n);

/** Minutes since midnight of 'HH:MM' ('24:00' included), or undefined if it is no time of day. */
export function minutesOfDay(time: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  const total = hours * 60 + minutes;
  return match && minutes < 60 && total <= 1440 ? total : undefined;
}

type Shift = { at: number; before: number; after: number };
type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number | Shift> };
const zones = new Map<string, Zone>();
const mostDaysKept = 40_000;

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    zone = {
      format: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }),
      offsets: new Map(),
    };
    zones.set(timeZone, zone);
  }
  return zone;
}

function readOffset(zone: Zone, ms: number): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(zone.format.format(ms));
  if (!match) throw new Error('Unreadable zone offset');
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}

/** The offset through one UTC day: a number if it holds all day, else the moment it changes. */
function offsetsOn(zone: Zone, utcDay: number): number | Shift {
  const kept = zone.offsets.get(utcDay);
  if (kept !== undefined) return kept;
  let [low, high] = [utcDay * dayMs, (utcDay + 1) * dayMs];
  const [before, after] = [readOffset(zone, low), readOffset(zone, high)];
  let found: number | Shift = before;
  if (before !== after) {
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (readOffset(zone, middle) === before) low = middle;
      else high = middle;
    }
    found = { at: high, before, after };
  }
  if (zone.offsets.size >= mostDaysKept) zone.offsets.clear();
  zone.offsets.set(utcDay, found);
  return found;
}

function offsetIn(zone: Zone, ms: number): number {
  const found = offsetsOn(zone, Math.floor(ms / dayMs));
  return typeof found === 'number' ? found : ms < found.at ? found.before : found.after;
}

/** Milliseconds to add to an instant (epoch milliseconds) for its wall clock in a zone: +02:00 is 7 200 000. */
export const offsetAt = (ms: number, timeZone: string): number => offsetIn(zoneOf(timeZone), ms);

/** Epoch milliseconds of a wall-clock minute of a day, by the rule of `instantAt`; in integers, for inner loops. */
export function msAt(number: number, minutes: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const wall = number * dayMs + minutes * minuteMs;
  const before = offsetIn(zone, wall - dayMs);
  const after = offsetIn(zone, wall + dayMs);
  if (before === after || offsetIn(zone, wall - before) === before) return wall - before;
  return offsetIn(zone, wall - after) === after ? wall - after : wall - before;
}

/** The day number of an instant (epoch milliseconds) in a zone. */
export const dayNumberIn = (ms: number, timeZone: string): number =>
  Math.floor((ms + offsetAt(ms, timeZone)) / dayMs);

/** The calendar day 'YYYY-MM-DD' of an instant in a zone. */
export const dayOf = (instant: Date, timeZone: string): string =>
  dayFrom(dayNumberIn(instant.getTime(), timeZone));

/**
 * The instant of a wall-clock time (minutes after midnight, 1440 = next midnight) in a zone. A time in the spring
 * gap counts with the offset before it, an ambiguous one is the first of the two (RFC 5545 §3.3.5).
 */
export const instantAt = (day: string, minutes: number, timeZone: string): Date =>
  new Date(msAt(dayNumberOf(day), minutes, timeZone));

/** When a day (`YYYY-MM-DD`) begins in a zone. */
export const beginning = (day: string, timeZone: string): Date => instantAt(day, 0, timeZone);
