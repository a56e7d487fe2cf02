import { describe, expect, test } from 'vitest';
import { isBridgeDay, isHalfDay, isHoliday } from '../../src/domain/holidays.ts';
import {
  addWorkingMinutes,
  dueAfterWorkingDays,
  halfTime,
  isOpen,
  nextOpen,
  parseWeek,
  type Week,
  type WorkCalendar,
  wallWindowsOn,
  windowsOn,
  workingDaysBetween,
  workingMinutesBetween,
  worksOn,
} from '../../src/domain/workingTime.ts';
import { addDays, dayNumberOf, instantAt } from '../../src/domain/zone.ts';
import fc from '../support/property.ts';
import { wallOf } from '../support/stockholmClock.ts';

const timeZone = 'Europe/Stockholm';
const at = (text: string) => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), timeZone);
};

function weekOf(hours: Parameters<typeof parseWeek>[0]): Week {
  const week = parseWeek(hours);
  if (!week.ok) throw new Error(`bad hours: ${week.refusal.key}`);
  return week.value;
}

const calendar = (
  hours: Parameters<typeof parseWeek>[0],
  more: Partial<WorkCalendar> = {},
): WorkCalendar => ({
  timeZone,
  week: weekOf(hours),
  halfDays: true,
  bridgeDays: 'closed',
  closedDays: [],
  ...more,
});

const psychiatry = calendar({ 'mon,tue,thu': '08:00-17:00', wed: '08:00-12:00' });
const employment = calendar({ 'mon-fri': '08:00-16:00' });
const insurance = calendar({ 'mon-fri': '08:00-16:30' }, { bridgeDays: 'open' });
const lunch = calendar({ 'mon-fri': '08:00-11:30,12:30-16:00' });
const neverOpen = { ...employment, week: weekOf({ mon: '08:00-16:00' }).map(() => []) };

describe('parseWeek', () => {
  test('days, ranges, lists and several windows', () => {
    expect(
      weekOf({ 'mon-tue,thu': '08:00-11:30, 12:30-16:00', wed: ['13:00-24:00', '08:00-12:00'], sun: [] }),
    ).toEqual([
      [
        { from: 480, to: 690 },
        { from: 750, to: 960 },
      ],
      [
        { from: 480, to: 690 },
        { from: 750, to: 960 },
      ],
      [
        { from: 480, to: 720 },
        { from: 780, to: 1440 },
      ],
      [
        { from: 480, to: 690 },
        { from: 750, to: 960 },
      ],
      [],
      [],
      [],
    ]);
  });

  test.each([
    ['mån', '08:00-16:00'],
    ['fri-mon', '08:00-16:00'],
    ['mon-mon', '08:00-16:00'],
    ['mon-tue-wed', '08:00-16:00'],
    ['mon,mon', '08:00-16:00'],
    ['mon-wed,tue', '08:00-16:00'],
    ['', '08:00-16:00'],
    ['constructor', '08:00-16:00'],
    ['mon', ''],
    ['mon', '16:00-08:00'],
    ['mon', '08:00-08:00'],
    ['mon', '08:00'],
    ['mon', '08:00-12:00-16:00'],
    ['mon', '08:00-25:00'],
    ['mon', '08:00-12:00,11:30-16:00'],
    ['mon', '08:00-12:00,'],
  ])('refuses %j: %j', (key, value) => {
    expect(parseWeek({ [key]: value })).toEqual({ ok: false, refusal: { code: 'bad-hours', key } });
  });

  test('refuses a day given twice, and hours that never open', () => {
    expect(parseWeek({ 'mon-fri': '08:00-16:00', wed: '08:00-12:00' })).toEqual({
      ok: false,
      refusal: { code: 'bad-hours', key: 'wed' },
    });
    expect(parseWeek({})).toEqual({ ok: false, refusal: { code: 'bad-hours', key: '' } });
    expect(parseWeek({ mon: [] })).toEqual({ ok: false, refusal: { code: 'bad-hours', key: '' } });
  });
});

describe('open windows', () => {
  test('a plain day, a short day, a holiday, an eve, a bridge day and a day of the agency’s own', () => {
    expect(windowsOn(lunch, '2026-09-07')).toEqual([
      { start: at('2026-09-07 08:00'), end: at('2026-09-07 11:30') },
      { start: at('2026-09-07 12:30'), end: at('2026-09-07 16:00') },
    ]);
    expect(windowsOn(employment, '2026-04-30')).toEqual([
      { start: at('2026-04-30 08:00'), end: at('2026-04-30 12:00') },
    ]);
    expect(windowsOn(lunch, '2026-04-30')).toEqual([
      { start: at('2026-04-30 08:00'), end: at('2026-04-30 11:30') },
    ]);
    expect(wallWindowsOn(lunch, dayNumberOf('2026-04-30'))).toEqual([{ from: 480, to: 690 }]);
    expect(isOpen(employment, '2026-05-14')).toBe(false);
    expect(isOpen(employment, '2026-06-19')).toBe(false);
    expect(isOpen(employment, '2026-05-15')).toBe(false);
    expect(isOpen(insurance, '2026-05-15')).toBe(true);
    expect(isOpen({ ...insurance, closedDays: ['2026-09-07'] }, '2026-09-07')).toBe(false);
    expect(isOpen(psychiatry, '2026-09-11')).toBe(false);
    expect(isOpen(calendar({ thu: '13:00-16:00' }), '2026-04-30')).toBe(false);
    expect(isOpen(calendar({ thu: '13:00-16:00' }, { halfDays: false }), '2026-04-30')).toBe(true);
  });

  test('the nights the clocks change, windows stay in order, never overlap and never double', () => {
    const night = calendar({ sun: '00:00-02:45,03:00-06:00' });
    expect(windowsOn(night, '2026-03-29')).toEqual([
      { start: new Date('2026-03-28T23:00:00Z'), end: new Date('2026-03-29T01:45:00Z') },
      { start: new Date('2026-03-29T01:45:00Z'), end: new Date('2026-03-29T04:00:00Z') },
    ]);
    expect(windowsOn(night, '2026-10-25')).toEqual([
      { start: new Date('2026-10-24T22:00:00Z'), end: new Date('2026-10-25T00:45:00Z') },
      { start: new Date('2026-10-25T02:00:00Z'), end: new Date('2026-10-25T05:00:00Z') },
    ]);
    expect(windowsOn(calendar({ sun: '02:00-03:00' }), '2026-03-29')).toEqual([]);
  });
});

describe('deadlines', () => {
  test('five working days for psychiatry: Monday to Tuesday of the week after', () => {
    expect(dueAfterWorkingDays(psychiatry, at('2026-09-07 10:00'), 5)).toEqual(at('2026-09-15 17:00'));
  });

  test('three working days for the employment service over Kristi himmelsfärd and its klämdag', () => {
    expect(dueAfterWorkingDays(employment, at('2026-05-12 10:00'), 3)).toEqual(at('2026-05-19 16:00'));
    expect(dueAfterWorkingDays(insurance, at('2026-05-12 10:00'), 3)).toEqual(at('2026-05-18 16:30'));
  });

  test('the day of asking is day 0 at any hour, open or not, in the agency’s own zone', () => {
    expect(dueAfterWorkingDays(employment, at('2026-09-07 00:00'), 1)).toEqual(at('2026-09-08 16:00'));
    expect(dueAfterWorkingDays(employment, at('2026-09-07 23:59'), 1)).toEqual(at('2026-09-08 16:00'));
    expect(dueAfterWorkingDays(employment, at('2026-09-05 12:00'), 1)).toEqual(at('2026-09-07 16:00'));
    expect(dueAfterWorkingDays(employment, at('2026-04-29 12:00'), 1)).toEqual(at('2026-04-30 12:00'));
  });

  test('over Christmas, and past the change of the clocks', () => {
    expect(dueAfterWorkingDays(employment, at('2026-12-22 09:00'), 3)).toEqual(at('2026-12-29 16:00'));
    expect(dueAfterWorkingDays(employment, at('2026-10-23 09:00'), 1).toISOString()).toBe(
      '2026-10-26T15:00:00.000Z',
    );
    expect(dueAfterWorkingDays(employment, at('2026-03-27 09:00'), 1).toISOString()).toBe(
      '2026-03-30T14:00:00.000Z',
    );
  });

  test.each([0, -1, 1.5, Number.NaN])('%d working days are a fault', (days) => {
    expect(() => dueAfterWorkingDays(employment, at('2026-09-07 10:00'), days)).toThrow(RangeError);
  });

  test('half time is half the open minutes', () => {
    expect(halfTime(employment, at('2026-09-07 08:00'), at('2026-09-08 16:00'))).toEqual(
      at('2026-09-07 16:00'),
    );
    expect(halfTime(employment, at('2026-09-07 10:00'), at('2026-09-10 16:00'))).toEqual(
      at('2026-09-09 09:00'),
    );
    expect(halfTime(employment, at('2026-09-04 15:00'), at('2026-09-07 10:00'))).toEqual(
      at('2026-09-07 08:30'),
    );
    expect(halfTime(employment, at('2026-09-05 09:00'), at('2026-09-06 09:00'))).toEqual(
      at('2026-09-05 09:00'),
    );
  });
});

describe('counting', () => {
  test('minutes and days between', () => {
    const [friday, monday] = [at('2026-09-04 15:30'), at('2026-09-07 08:45')];
    expect(workingMinutesBetween(employment, friday, monday)).toBe(75);
    expect(workingMinutesBetween(employment, monday, friday)).toBe(0);
    expect(workingDaysBetween(employment, friday, monday)).toBe(1);
    expect(workingDaysBetween(employment, monday, friday)).toBe(0);
    expect(workingDaysBetween(psychiatry, at('2026-09-07 10:00'), at('2026-09-15 00:00'))).toBe(5);
  });

  test('adding stops at the close, and 0 adds nothing', () => {
    expect(addWorkingMinutes(employment, at('2026-09-04 15:30'), 30)).toEqual(at('2026-09-04 16:00'));
    expect(addWorkingMinutes(employment, at('2026-09-04 15:30'), 31)).toEqual(at('2026-09-07 08:01'));
    expect(addWorkingMinutes(employment, at('2026-09-05 15:30'), 0)).toEqual(at('2026-09-05 15:30'));
    expect(() => addWorkingMinutes(employment, at('2026-09-05 15:30'), -1)).toThrow(RangeError);
    expect(() => addWorkingMinutes(employment, at('2026-09-05 15:30'), Number.NaN)).toThrow(RangeError);
  });

  test('next open is now or the next opening', () => {
    expect(nextOpen(employment, at('2026-09-04 15:59'))).toEqual(at('2026-09-04 15:59'));
    expect(nextOpen(employment, at('2026-09-04 16:00'))).toEqual(at('2026-09-07 08:00'));
    expect(nextOpen(lunch, at('2026-09-04 11:30'))).toEqual(at('2026-09-04 12:30'));
    expect(nextOpen(employment, at('2026-12-23 16:00'))).toEqual(at('2026-12-28 08:00'));
  });

  test('an agency that never opens is a fault, not an endless search', () => {
    const now = at('2026-09-07 10:00');
    expect(() => nextOpen(neverOpen, now)).toThrow(RangeError);
    expect(() => addWorkingMinutes(neverOpen, now, 1)).toThrow(RangeError);
    expect(() => dueAfterWorkingDays(neverOpen, now, 1)).toThrow(RangeError);
    expect(halfTime(neverOpen, now, at('2026-09-09 10:00'))).toEqual(now);
    expect(() => nextOpen(employment, new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('a person’s pattern', () => {
  test('days off always, and by ISO week, week 53 counted odd', () => {
    const pattern = { not: ['wed'], odd: { not: ['thu'] }, even: { not: ['fri'] } };
    expect(worksOn(undefined, '2026-09-09')).toBe(true);
    expect(worksOn({}, '2026-09-09')).toBe(true);
    const week = (monday: string) => [0, 1, 2, 3, 4].map((n) => worksOn(pattern, addDays(monday, n)));
    expect(week('2026-09-07')).toEqual([true, true, false, false, true]);
    expect(week('2026-09-14')).toEqual([true, true, false, true, false]);
    expect(week('2026-12-28')).toEqual([true, true, false, false, true]);
    expect(week('2027-01-04')).toEqual([true, true, false, false, true]);
  });
});

describe('against a clock that looks at every minute', () => {
  // Wall-clock times inside the hour that repeats name two minutes; they have their own examples above.
  const time = fc
    .integer({ min: 0, max: 96 })
    .map((n) => n * 15)
    .filter((n) => n <= 120 || n >= 180);
  const windows = fc.uniqueArray(time, { minLength: 0, maxLength: 4 }).map((times) => {
    const [a, b, c, d] = times.sort((one, other) => one - other);
    return [
      ...(a !== undefined && b !== undefined ? [{ from: a, to: b }] : []),
      ...(c !== undefined && d !== undefined ? [{ from: c, to: d }] : []),
    ];
  });
  const first = fc.constantFrom(
    '2024-03-28',
    '2024-12-20',
    '2025-04-15',
    '2025-10-23',
    '2026-01-01',
    '2026-03-26',
    '2026-04-29',
    '2026-05-11',
    '2026-06-16',
    '2026-09-03',
    '2026-10-22',
    '2026-10-29',
    '2027-01-02',
    '2027-03-24',
  );
  const span = 14;
  const walls = new Map<number, ReturnType<typeof wallOf>[]>();
  const wallsFrom = (zero: number) => {
    const kept = walls.get(zero) ?? Array.from({ length: span * 1440 }, (_, n) => wallOf(zero + n));
    walls.set(zero, kept);
    return kept;
  };
  const scene = fc.record({
    first,
    week: fc
      .array(windows, { minLength: 7, maxLength: 7 })
      .filter((week) => week.slice(0, 5).flat().length > 2),
    halfDays: fc.boolean(),
    bridgeDays: fc.constantFrom('open' as const, 'closed' as const),
    closed: fc.uniqueArray(fc.integer({ min: 0, max: span }), { maxLength: 3 }),
    from: fc.integer({ min: 0, max: 3 * 1440 }),
    length: fc.integer({ min: 0, max: 8 * 1440 }),
    minutes: fc.integer({ min: 0, max: 900 }),
    days: fc.integer({ min: 1, max: 3 }),
  });

  test('minutes, days, deadlines, half time and openings are the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(scene, (s) => {
        const closedDays = s.closed.map((n) => addDays(s.first, n));
        const agency: WorkCalendar = {
          timeZone,
          closedDays,
          week: s.week,
          halfDays: s.halfDays,
          bridgeDays: s.bridgeDays,
        };
        const zero = Date.parse(`${s.first}T00:00:00Z`) / 60_000 - 120;
        const days: string[] = [];
        const open: boolean[] = [];
        const dayPlans = new Map<string, WorkCalendar['week'][number]>();
        for (const { day, weekday, minute } of wallsFrom(zero)) {
          let plan = dayPlans.get(day);
          if (!plan) {
            const off =
              isHoliday(day) || closedDays.includes(day) || (s.bridgeDays === 'closed' && isBridgeDay(day));
            plan = off ? [] : (s.week[weekday] ?? []);
            if (s.halfDays && isHalfDay(day))
              plan = plan.map(({ from, to }) => ({ from, to: Math.min(720, to) }));
            dayPlans.set(day, plan);
          }
          days.push(day);
          open.push(plan.some((window) => minute >= window.from && minute < window.to));
        }
        const instant = (n: number) => new Date((zero + n) * 60_000);
        const [from, to] = [s.from, s.from + s.length];
        const opened = open.flatMap((is, n) => (is && n >= from ? [n] : []));
        const between = opened.filter((n) => n < to);
        expect(workingMinutesBetween(agency, instant(from), instant(to))).toBe(between.length);
        const laterDays = (until: number) => [
          ...new Set(days.filter((day, n) => open[n] && day > days[from]! && n < until)),
        ];
        const lastDay = days.lastIndexOf(days[to]!) + 1;
        expect(workingDaysBetween(agency, instant(from), instant(to))).toBe(laterDays(lastDay).length);
        if (opened[0] !== undefined) expect(nextOpen(agency, instant(from))).toEqual(instant(opened[0]));
        const reached = s.minutes === 0 ? from - 1 : opened[s.minutes - 1];
        if (reached !== undefined) {
          expect(addWorkingMinutes(agency, instant(from), s.minutes)).toEqual(instant(reached + 1));
          compared++;
        }
        const half = between.length / 2;
        const before = opened[Math.ceil(half) - 1];
        const halfway = before === undefined ? from : before + (Number.isInteger(half) ? 1 : 0.5);
        expect(halfTime(agency, instant(from), instant(to))).toEqual(instant(halfway));
        const dueDay = laterDays(span * 1440)[s.days - 1];
        if (dueDay !== undefined && dueDay < days[span * 1440 - 1]!) {
          const last = open.findLastIndex((is, n) => is && days[n] === dueDay);
          expect(dueAfterWorkingDays(agency, instant(from), s.days)).toEqual(instant(last + 1));
          compared++;
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(300);
  }, 60_000);
});
