import { describe, expect, it } from 'vitest';
import { inPeriod, periodOf } from '../../src/domain/period.ts';
import { addDays } from '../../src/domain/zone.ts';
import fc from '../support/property.ts';

const today = '2026-09-07';

describe('a period as people write it', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-h2', '2026-07-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-q2', '2026-04-01', '2026-06-30'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-09', '2026-09-01', '2026-09-30'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['30d', '2026-08-09', '2026-09-07'],
    ['1D', '2026-09-07', '2026-09-07'],
  ])('%s is %s to %s', (said, from, to) => {
    expect(periodOf(said, today)).toEqual({ from, to });
  });

  it.each([
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-H3',
    '2026-Q5',
    '2026-9',
    '0d',
    'd',
    '2026-09-07',
    '30 d',
    'hösten',
  ])('%j is none', (said) => {
    expect(periodOf(said, today)).toBeUndefined();
  });

  it('quarters and halves share out the year, without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const whole = periodOf(String(year), today)!;
        for (const parts of [
          ['H1', 'H2'],
          ['Q1', 'Q2', 'Q3', 'Q4'],
          ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
        ]) {
          const periods = parts.map((part) => periodOf(`${year}-${part}`, today)!);
          expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([whole.from, whole.to]);
          for (const [n, { to }] of periods.slice(0, -1).entries())
            expect(addDays(to, 1)).toBe(periods[n + 1]?.from);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes both its ends', () => {
    const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'];
    const period = periodOf('2026-Q3', today)!;
    expect(days.map((day) => inPeriod(period, day))).toEqual([false, true, true, false]);
  });
});
