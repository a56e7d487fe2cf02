import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayFrom,
  dayNumberOf,
  dayOf,
  instantAt,
  inWeeks,
  isoWeekOf,
  minutesOfDay,
  weekdayOf,
} from '../../src/domain/zone.ts';
import fc from '../support/property.ts';
import { changesOf, wallOf } from '../support/stockholmClock.ts';

const stockholm = 'Europe/Stockholm';
const at = (day: string, minutes: number, zone = stockholm) => instantAt(day, minutes, zone).toISOString();

/** The wall clock by another road than the module's: numeric parts in the Gregorian calendar. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockIn(ms: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

describe('days', () => {
  test('a day number and its day are each other’s inverse and agree with Date.UTC', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(dayFrom(number)).toBe(day);
        expect(dayNumberOf(day)).toBe(number);
        expect(weekdayOf(day)).toBe((new Date(number * 86_400_000).getUTCDay() + 6) % 7);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2100-02-29',
    '26-01-01',
    '2026-1-1',
    '',
  ])('%j is no calendar day', (day) => {
    expect(() => dayNumberOf(day)).toThrow(RangeError);
  });

  test('leap days are days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2000-02-29', 1)).toBe('2000-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  test.each([
    ['2026-01-01', 2026, 1],
    ['2026-06-16', 2026, 25],
    ['2026-12-28', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2021-01-03', 2020, 53],
  ])('%s is in week %i-W%i', (day, year, week) => {
    expect(isoWeekOf(day)).toEqual({ year, week });
  });

  test('week 53 and week 1 are both odd', () => {
    expect(inWeeks('odd', dayNumberOf('2026-12-31'))).toBe(true);
    expect(inWeeks('odd', dayNumberOf('2027-01-07'))).toBe(true);
    expect(inWeeks('even', dayNumberOf('2027-01-07'))).toBe(false);
    expect(inWeeks('even', dayNumberOf('2027-01-14'))).toBe(true);
    expect(inWeeks('all', dayNumberOf('2027-01-14'))).toBe(true);
  });

  test('times of day', () => {
    expect(['00:00', '08:05', '24:00'].map(minutesOfDay)).toEqual([0, 485, 1440]);
    expect(['24:01', '8:00', '08:60', '25:00', '08.00', '', ' 08:00', '08:00 '].map(minutesOfDay)).toEqual(
      Array(8).fill(undefined),
    );
  });
});

describe('zones', () => {
  test('a time in the spring gap goes forward, an ambiguous one is the first', () => {
    expect(at('2026-03-29', 119)).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29', 120)).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-29', 150)).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29', 180)).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-10-25', 150)).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', 180)).toBe('2026-10-25T02:00:00.000Z');
    expect(at('2026-10-25', 1440)).toBe('2026-10-25T23:00:00.000Z');
  });

  test('the day an island skipped, half-hour clock changes and fixed offsets', () => {
    expect(at('2011-12-29', 600, 'Pacific/Apia')).toBe('2011-12-29T20:00:00.000Z');
    expect(at('2011-12-31', 600, 'Pacific/Apia')).toBe('2011-12-30T20:00:00.000Z');
    expect(dayOf(new Date('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
    expect(at('2026-04-05', 105, 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z');
    expect(at('2026-06-01', 60, 'UTC')).toBe('2026-06-01T01:00:00.000Z');
    expect(at('2026-06-01', 60, 'Asia/Kathmandu')).toBe('2026-05-31T19:15:00.000Z');
  });

  test('every quarter of an hour round the clock changes of 2024–2040 follows the rule', () => {
    for (let year = 2024; year <= 2040; year++) {
      const { spring, autumn } = changesOf(year);
      for (const change of [spring, autumn]) {
        for (let minute = change - 1800; minute < change + 1800; minute += 15) {
          const wall = wallOf(minute);
          expect(dayOf(new Date(minute * 60_000), stockholm)).toBe(wall.day);
          const first = minute >= autumn && minute < autumn + 60 ? minute - 60 : minute;
          expect(instantAt(wall.day, wall.minute, stockholm).getTime()).toBe(first * 60_000);
        }
      }
    }
  });

  test('a wall clock becomes the first instant that shows it, in any zone and year', () => {
    const zone = fc.constantFrom(
      stockholm,
      'America/Los_Angeles',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/St_Johns',
      'Asia/Beirut',
    );
    const day = fc.integer({ min: dayNumberOf('1996-01-01'), max: dayNumberOf('2037-12-31') });
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 0, max: 1440 }), (timeZone, number, minutes) => {
        const instant = instantAt(dayFrom(number), minutes, timeZone).getTime();
        const wall = number * 86_400_000 + minutes * 60_000;
        expect(dayOf(new Date(instant), timeZone)).toBe(
          new Date(clockIn(instant, timeZone)).toISOString().slice(0, 10),
        );
        const earlier = [30, 60, 120].map((gap) => clockIn(instant - gap * 60_000, timeZone));
        if (clockIn(instant, timeZone) === wall) expect(earlier).not.toContain(wall);
        else
          expect(clockIn(instant, timeZone) - clockIn(instant - 86_400_000, timeZone)).toBeGreaterThan(
            86_400_000,
          );
      }),
      { numRuns: 2000 },
    );
  });

  test('no instant, no day', () => {
    expect(() => dayOf(new Date(Number.NaN), stockholm)).toThrow(RangeError);
    expect(() => instantAt('2026-06-01', 0, 'Europe/Nowhere')).toThrow(RangeError);
  });
});
