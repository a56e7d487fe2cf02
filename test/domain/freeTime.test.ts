import { describe, expect, test } from 'vitest';
import { type Availability, nothingDeclared } from '../../src/domain/availability.ts';
import { freeTime, freeTimes } from '../../src/domain/freeTime.ts';
import type { Span } from '../../src/domain/spans.ts';
import { parseWeek, type WorkCalendar } from '../../src/domain/workingTime.ts';
import { instantAt } from '../../src/domain/zone.ts';
import { diaries, free, freeByTheMinute } from '../support/freeTimeOracle.ts';
import fc from '../support/property.ts';
import { wallOf } from '../support/stockholmClock.ts';

const timeZone = 'Europe/Stockholm';
const at = (text: string) => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), timeZone);
};
const minute = (text: string) => at(text).getTime() / 60_000;
const span = (from: string, to: string): Span => ({ start: minute(from), end: minute(to) });
const instants = (spans: readonly Span[]) => spans.map(({ start, end }) => [clock(start), clock(end)]);
const clock = (n: number) => {
  const wall = wallOf(n);
  const [hours, minutes] = [Math.floor(wall.minute / 60), wall.minute % 60];
  return `${wall.day} ${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};

function calendar(hours: Parameters<typeof parseWeek>[0], more: Partial<WorkCalendar> = {}): WorkCalendar {
  const week = parseWeek(hours);
  if (!week.ok) throw new Error('bad hours');
  return { timeZone, week: week.value, halfDays: true, bridgeDays: 'open', closedDays: [], ...more };
}

const insurance = calendar({ 'mon-fri': '08:00-16:30' });
const week = {
  calendar: insurance,
  busy: [],
  bufferMinutes: 10,
  from: at('2026-09-07 00:00'),
  to: at('2026-09-09 00:00'),
};

describe('a person’s free time', () => {
  test('without a word from anybody the agency’s hours', () => {
    expect(instants(freeTime(week))).toEqual([
      ['2026-09-07 08:00', '2026-09-07 16:30'],
      ['2026-09-08 08:00', '2026-09-08 16:30'],
    ]);
  });

  test('what was declared counts instead, within the agency’s hours, by week', () => {
    const lines: Availability[] = [
      { weekday: 'mon', weeks: 'odd', from: 420, to: 600 },
      { weekday: 'mon', weeks: 'all', from: 570, to: 660 },
      { weekday: 'tue', weeks: 'even', from: 540, to: 600 },
    ];
    const long = { ...week, to: at('2026-09-19 00:00'), declared: { week: lines, days: [] } };
    expect(instants(freeTime(long))).toEqual([
      ['2026-09-07 08:00', '2026-09-07 11:00'],
      ['2026-09-14 09:30', '2026-09-14 11:00'],
      ['2026-09-15 09:00', '2026-09-15 10:00'],
    ]);
    expect(freeTime({ ...week, declared: nothingDeclared })).toEqual(freeTime(week));
  });

  test('a single day stands apart from the week, with or without lines for it', () => {
    const days = [
      { day: '2026-09-07', windows: [] },
      { day: '2026-09-08', windows: [{ from: 420, to: 500 }] },
    ];
    const to = at('2026-09-10 00:00');
    expect(instants(freeTime({ ...week, to, declared: { week: [], days } }))).toEqual([
      ['2026-09-08 08:00', '2026-09-08 08:20'],
      ['2026-09-09 08:00', '2026-09-09 16:30'],
    ]);
    const lines: Availability[] = [{ weekday: 'mon', weeks: 'all', from: 540, to: 600 }];
    expect(instants(freeTime({ ...week, to, declared: { week: lines, days } }))).toEqual([
      ['2026-09-08 08:00', '2026-09-08 08:20'],
    ]);
  });

  test('bookings with their buffer, days off, notice and horizon', () => {
    const free = freeTime({
      ...week,
      pattern: { not: ['tue'] },
      busy: [span('2026-09-07 10:00', '2026-09-07 10:45'), span('2026-09-07 12:00', '2026-09-07 13:00')],
      from: new Date(at('2026-09-07 09:12').getTime() + 1),
      to: at('2026-09-08 14:00'),
    });
    expect(instants(free)).toEqual([
      ['2026-09-07 09:13', '2026-09-07 09:50'],
      ['2026-09-07 10:55', '2026-09-07 11:50'],
      ['2026-09-07 13:10', '2026-09-07 16:30'],
    ]);
  });

  test('never a holiday, an eve or a klämdag, even where the agency works it; a short day ends at noon', () => {
    const days = (from: string, to: string) =>
      instants(freeTime({ ...week, from: at(`${from} 00:00`), to: at(`${to} 00:00`) })).map(
        ([start]) => start,
      );
    expect(days('2026-05-14', '2026-05-18')).toEqual([]);
    expect(days('2026-12-24', '2026-12-28')).toEqual([]);
    expect(days('2026-04-30', '2026-05-02')).toEqual(['2026-04-30 08:00']);
  });

  test('an empty or backward period has no time', () => {
    expect(freeTime({ ...week, to: week.from })).toEqual([]);
    expect(freeTime({ ...week, to: at('2026-09-01 00:00') })).toEqual([]);
  });

  test('is thrown away where it is too short for anything', () => {
    const busy = [span('2026-09-07 09:00', '2026-09-07 16:00')];
    expect(instants(freeTime({ ...week, busy, to: at('2026-09-08 00:00'), least: 30 }))).toEqual([
      ['2026-09-07 08:00', '2026-09-07 08:50'],
    ]);
  });

  test('absence takes what it covers', () => {
    const away = (from: Date, to: Date) => from >= at('2026-09-07 10:15') && to <= at('2026-09-08 09:00');
    expect(instants(freeTime({ ...week, away }))).toEqual([
      ['2026-09-07 08:00', '2026-09-07 10:15'],
      ['2026-09-08 09:00', '2026-09-08 16:30'],
    ]);
  });

  test('of many people is the same as that of each', () => {
    const declared = { week: [{ weekday: 'tue', weeks: 'even', from: 540, to: 600 } as const], days: [] };
    const people = [
      { busy: [] },
      { busy: [span('2026-09-07 08:00', '2026-09-08 12:00')] },
      { busy: [], declared },
      { busy: [], pattern: { not: ['mon'] } },
      { busy: [], declared, pattern: { not: ['mon'] } },
    ];
    expect(freeTimes(week, people)).toEqual(people.map((one) => freeTime({ ...week, ...one })));
  });

  test('equals a look at every minute', () => {
    let found = 0;
    fc.assert(
      fc.property(diaries, (one) => {
        const minutes = freeByTheMinute(one);
        found += minutes.length;
        expect(free(one)).toEqual(minutes);
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(10_000);
  }, 60_000);
});
