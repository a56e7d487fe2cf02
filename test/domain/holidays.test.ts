import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { isBridgeDay, isHalfDay, isHoliday } from '../../src/domain/holidays.ts';
import { addDays, weekdayOf } from '../../src/domain/zone.ts';

const oracle = new Holidays('SE');
const halfDayNames = ['trettondagsafton', 'skärtorsdagen', 'valborgsmässoafton', 'allhelgonaafton'];
const closed = new Set<string>();
const half = new Set<string>();
for (let year = 2004; year <= 2100; year++) {
  for (const { date, type, name } of oracle.getHolidays(year)) {
    if (type === 'public' || type === 'bank') closed.add(date.slice(0, 10));
    if (halfDayNames.includes(name)) half.add(date.slice(0, 10));
  }
}

const days: string[] = [];
for (let day = '2005-01-01'; day < '2100-01-01'; day = addDays(day, 1)) days.push(day);
const within = (first: string, last: string) => days.filter((day) => day >= first && day <= last);

describe('2005–2099, every day, against date-holidays', () => {
  test('public holidays and the three eves', () => {
    expect(days).toHaveLength(34_698);
    expect(days.filter(isHoliday)).toEqual(days.filter((day) => closed.has(day)));
  });

  test('half days', () => {
    expect(days.filter(isHalfDay)).toEqual(days.filter((day) => half.has(day)));
  });

  test('bridge days stand alone between days off, one of them a holiday', () => {
    const off = (day: string) => closed.has(day) || weekdayOf(day) > 4;
    const alone = days.filter((day) => !off(day) && off(addDays(day, -1)) && off(addDays(day, 1)));
    expect(days.filter(isBridgeDay)).toEqual(alone);
  });
});

describe('days people know', () => {
  test('2026', () => {
    expect(within('2026-01-01', '2026-12-31').filter(isHoliday)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-06',
      '2026-06-19',
      '2026-06-20',
      '2026-10-31',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ]);
    expect(within('2026-01-01', '2026-12-31').filter(isHalfDay)).toEqual([
      '2026-01-05',
      '2026-04-02',
      '2026-04-30',
      '2026-10-30',
    ]);
  });

  test('klämdagar of 2024, 2026 and 2027', () => {
    expect(within('2024-01-01', '2024-12-31').filter(isBridgeDay)).toEqual([
      '2024-05-10',
      '2024-06-07',
      '2024-12-23',
      '2024-12-27',
      '2024-12-30',
    ]);
    expect(within('2026-01-01', '2026-12-31').filter(isBridgeDay)).toEqual([
      '2026-01-02',
      '2026-01-05',
      '2026-05-15',
    ]);
    expect(within('2027-01-01', '2027-12-31').filter(isBridgeDay)).toEqual(['2027-05-07']);
  });

  test('annandag pingst is a working day, pingstdagen and a Sunday nationaldag are holidays', () => {
    expect(isHoliday('2026-05-25')).toBe(false);
    expect(isHoliday('2026-05-24')).toBe(true);
    expect(isHoliday('2027-06-06')).toBe(true);
    expect(isHoliday('2027-06-13')).toBe(false);
  });
});
