import { type Availability, nothingDeclared, type OneDay } from '../../src/domain/availability.ts';
import { freeTime } from '../../src/domain/freeTime.ts';
import { isBridgeDay, isHalfDay, isHoliday } from '../../src/domain/holidays.ts';
import type { Windows } from '../../src/domain/workingTime.ts';
import { worksOn } from '../../src/domain/workingTime.ts';
import { addDays, instantAt, isoWeekOf, weekdays } from '../../src/domain/zone.ts';
import fc from './property.ts';
import { wallOf } from './stockholmClock.ts';

/** One question to `freeTime`; minutes count from midnight of `first`. */
export type Diaries = {
  first: string;
  hours: readonly Windows[];
  halfDays: boolean;
  not: readonly string[];
  odd: readonly string[];
  week: readonly Availability[];
  days: readonly { after: number; windows: Windows }[];
  busy: readonly (readonly [number, number])[];
  absent: readonly (readonly [number, number])[];
  bufferMinutes: number;
  from: number;
  length: number;
};

const timeZone = 'Europe/Stockholm';
const windows = fc
  .uniqueArray(fc.integer({ min: 12, max: 40 }), { minLength: 4, maxLength: 4 })
  .map((halves) => {
    const [a = 0, b = 0, c = 0, d = 0] = halves.sort((x, y) => x - y).map((n) => n * 30);
    return [
      { from: a, to: b },
      { from: c, to: d },
    ];
  });
const weekday = fc.constantFrom(...weekdays);
const wide = fc
  .record({ from: fc.integer({ min: 180, max: 800 }), to: fc.integer({ min: 700, max: 1200 }) })
  .filter(({ from, to }) => from < to);

/** Around every kind of day there is: clock changes, eves, klämdagar, half days, the turn of a year with 53 weeks. */
export const diaries: fc.Arbitrary<Diaries> = fc.record({
  first: fc.constantFrom('2026-03-26', '2026-04-29', '2026-05-12', '2026-10-22', '2026-12-21', '2026-12-31'),
  hours: fc.array(windows, { minLength: 7, maxLength: 7 }),
  halfDays: fc.boolean(),
  not: fc.uniqueArray(weekday, { maxLength: 2 }),
  odd: fc.uniqueArray(weekday, { maxLength: 2 }),
  week: fc.array(
    fc
      .record({
        weekday,
        weeks: fc.constantFrom('odd' as const, 'even' as const, 'all' as const),
        span: wide,
      })
      .map(({ span, ...line }) => ({ ...line, ...span })),
    { maxLength: 6 },
  ),
  days: fc.uniqueArray(
    fc.record({ after: fc.integer({ min: 0, max: 6 }), windows: fc.array(wide, { maxLength: 2 }) }),
    { maxLength: 3, selector: ({ after }) => after },
  ),
  busy: fc.array(fc.tuple(fc.integer({ min: -60, max: 7000 }), fc.integer({ min: 0, max: 600 })), {
    maxLength: 6,
  }),
  absent: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 96 })), {
    maxLength: 2,
  }),
  bufferMinutes: fc.integer({ min: 0, max: 30 }),
  from: fc.integer({ min: 0, max: 1500 }),
  length: fc.integer({ min: 0, max: 6500 }),
});

const zeroOf = ({ first }: Diaries): number => instantAt(first, 0, timeZone).getTime() / 60_000;
const pattern = ({ not, odd }: Diaries) => ({ not, odd: { not: odd } });
const daysOf = ({ first, days }: Diaries): readonly OneDay[] =>
  days.map(({ after, windows: own }) => ({ day: addDays(first, after), windows: own }));
/** Absences begin and end on quarters of an hour, as whole days do. */
const awayIn = (one: Diaries): readonly { start: number; end: number }[] =>
  one.absent.map(([start, length]) => ({
    start: zeroOf(one) + start * 15,
    end: zeroOf(one) + (start + length) * 15,
  }));

/** The minutes `freeTime` says are free. */
export function free(one: Diaries): number[] {
  const zero = zeroOf(one);
  const absent = awayIn(one);
  const minute = (at: Date) => at.getTime() / 60_000;
  return freeTime({
    calendar: { timeZone, week: one.hours, halfDays: one.halfDays, bridgeDays: 'open', closedDays: [] },
    pattern: pattern(one),
    declared: { ...nothingDeclared, week: one.week, days: daysOf(one) },
    busy: one.busy.map(([start, length]) => ({ start: zero + start, end: zero + start + length })),
    bufferMinutes: one.bufferMinutes,
    away:
      absent.length === 0
        ? undefined
        : (from, to) => absent.some(({ start, end }) => start <= minute(from) && minute(to) <= end),
    from: new Date((zero + one.from) * 60_000),
    to: new Date((zero + one.from + one.length) * 60_000),
  }).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n));
}

/** The same by asking of every minute whether anything speaks against it. */
export function freeByTheMinute(one: Diaries): number[] {
  const zero = zeroOf(one);
  const days = daysOf(one);
  const absent = awayIn(one);
  const found: number[] = [];
  for (let n = zero + one.from; n < zero + one.from + one.length; n++) {
    const wall = wallOf(n);
    if (isHoliday(wall.day) || isBridgeDay(wall.day) || !worksOn(pattern(one), wall.day)) continue;
    if (one.halfDays && isHalfDay(wall.day) && wall.minute >= 720) continue;
    const within = (w: { from: number; to: number }) => wall.minute >= w.from && wall.minute < w.to;
    if (!one.hours[wall.weekday]!.some(within)) continue;
    const single = days.find(({ day }) => day === wall.day);
    const parity = isoWeekOf(wall.day).week % 2 === 1 ? 'odd' : 'even';
    const said = one.week.filter(
      ({ weekday: day, weeks }) => day === weekdays[wall.weekday] && (weeks === 'all' || weeks === parity),
    );
    if (single ? !single.windows.some(within) : one.week.length > 0 && !said.some(within)) continue;
    const near = ([start, length]: readonly [number, number]) =>
      length > 0 && n >= zero + start - one.bufferMinutes && n < zero + start + length + one.bufferMinutes;
    if (one.busy.some(near) || absent.some(({ start, end }) => n >= start && n < end)) continue;
    found.push(n);
  }
  return found;
}
