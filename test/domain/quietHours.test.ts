import { describe, expect, it } from 'vitest';
import { nextOnDuty, tidyQuiet } from '../../src/domain/duty.ts';
import type { Windows } from '../../src/domain/workingTime.ts';
import { klaralvdalen, personNamed } from '../support/cases.ts';
import fc from '../support/property.ts';

/** FK: Monday to Friday 8 to 16.30. */
const eva = personNamed(klaralvdalen, 'fk-eva');
const at = (time: string) => new Date(`2026-09-07T${time}:00+02:00`);
const next = (from: Date, quiet: Windows) => nextOnDuty(klaralvdalen, eva, [], from, undefined, quiet);
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

describe('quiet hours', () => {
  it.each([
    ['before they begin', '11:59', [hours(12, 13)], '11:59'],
    ['as they begin', '12:00', [hours(12, 13)], '13:00'],
    ['as they end', '13:00', [hours(12, 13)], '13:00'],
    ['at the end of the day', '16:15', [hours(16, 24)], undefined],
    ['over the whole day: as if there were none', '09:00', [hours(0, 24)], '09:00'],
  ])('%s', (_when, from, quiet, told) => {
    expect(next(at(from), quiet)).toEqual(
      told === undefined ? new Date('2026-09-08T08:00:00+02:00') : at(told),
    );
  });

  it('only ever make it later on the same or a later day, never outside working time, and never for ever', () => {
    const window = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => ({ from, to }));
    const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-01') });
    fc.assert(
      fc.property(moment, fc.array(window, { maxLength: 4 }), (ms, quiet) => {
        const from = new Date(ms);
        const works = nextOnDuty(klaralvdalen, eva, [], from)!;
        const told = next(from, tidyQuiet(quiet))!;
        expect(told >= works).toBe(true);
        expect(nextOnDuty(klaralvdalen, eva, [], told)).toEqual(told);
        expect(told.getTime() - works.getTime()).toBeLessThan(5 * 24 * 3_600_000);
      }),
    );
  });

  it('that meet are one', () => {
    expect(tidyQuiet([hours(12, 13), hours(8, 9), hours(13, 14), hours(8, 8.5)])).toEqual([
      hours(8, 9),
      hours(12, 14),
    ]);
  });
});
