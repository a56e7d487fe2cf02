import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Logged, reviewOf } from '../../src/domain/logReview.ts';
import fc from '../support/property.ts';

const timeZone = 'Europe/Stockholm';
const rank = (position: number) => createHash('sha256').update(`2026-09 ${position}`).digest('hex');

/** A reading of content on Tuesday 8 September 2026 at 10:00 in Stockholm. */
const reading = (position: number, but: Partial<Logged> = {}): Logged => ({
  position,
  consultation: 'c-1',
  at: '2026-09-08T08:00:00.000Z',
  actor: 'kim',
  kind: 'reading',
  verb: 'content',
  ...but,
});

const found = (rows: readonly Logged[], earlier: readonly Logged[] = []): string[] =>
  reviewOf(rows, earlier, { timeZone, rank })
    .picked.flatMap(({ row, why }) => why.map(({ is }) => `${row.position} ${is}`))
    .filter((one) => !one.endsWith('sample'));

describe('the sample of a review', () => {
  it('is ten readings, or all when there are fewer, the same each time and in any order of the rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 9999 }), { maxLength: 60 }), (positions) => {
        const rows = positions.map((position) => reading(position));
        const one = reviewOf(rows, [], { timeZone, rank });
        const again = reviewOf([...rows].reverse(), [], { timeZone, rank });
        expect(one.readings).toBe(rows.length);
        expect(one.picked).toHaveLength(Math.min(10, rows.length));
        expect(again.picked).toEqual(one.picked);
        const at = one.picked.map(({ row }) => row.position);
        expect(at).toEqual([...at].sort((a, b) => b - a));
      }),
    );
  });

  it('draws others in another month', () => {
    const rows = Array.from({ length: 200 }, (_, position) => reading(position));
    const september = reviewOf(rows, [], { timeZone, rank }).picked;
    const october = reviewOf(rows, [], { timeZone, rank: (position) => rank(position + 5000) }).picked;
    expect(october).not.toEqual(september);
  });

  it('draws from readings of consultations only', () => {
    const rows = [
      reading(1, { kind: 'change', verb: 'respond.accept' }),
      reading(2, { consultation: '', verb: 'log' }),
    ];
    expect(reviewOf(rows, [], { timeZone, rank })).toEqual({ readings: 0, picked: [] });
  });
});

describe('the rules of a review', () => {
  it.each([
    ['06:00 on a weekday', '2026-09-08T04:00:00.000Z', false],
    ['the minute before', '2026-09-08T03:59:59.999Z', true],
    ['19:59', '2026-09-08T17:59:59.999Z', false],
    ['20:00', '2026-09-08T18:00:00.000Z', true],
    ['Friday noon', '2026-09-11T10:00:00.000Z', false],
    ['Saturday noon', '2026-09-12T10:00:00.000Z', true],
    ['Sunday noon', '2026-09-13T10:00:00.000Z', true],
    ['Monday noon', '2026-09-14T10:00:00.000Z', false],
    ['midnight to Saturday, which in UTC is Friday', '2026-09-11T22:00:00.000Z', true],
    ['06:00 in winter time', '2026-12-08T05:00:00.000Z', false],
    ['05:00 in winter time', '2026-12-08T04:00:00.000Z', true],
  ])('content read at %s: %s is odd: %s', (_name, at, odd) => {
    expect(found([reading(1, { at })])).toEqual(odd ? ['1 odd-hours'] : []);
    expect(found([reading(1, { at, verb: 'export' })])).toEqual(odd ? ['1 odd-hours'] : []);
    expect(found([reading(1, { at, verb: 'states' })])).toEqual([]);
  });

  it('finds coordinators who joined', () => {
    expect(found([reading(1, { kind: 'change', verb: 'consultation.join' })])).toEqual(['1 joined']);
  });

  it('finds who looked again after the content was closed to them, in this month or from an earlier one', () => {
    const states = reading(9, { verb: 'states' });
    expect(found([states])).toEqual([]);
    expect(found([reading(1), states])).toEqual(['9 access-ended']);
    expect(found([states], [reading(1)])).toEqual(['9 access-ended']);
    expect(found([states], [reading(1, { actor: 'alex' })])).toEqual([]);
    expect(found([states], [reading(1, { consultation: 'c-2' })])).toEqual([]);
    expect(found([states], [reading(1, { verb: 'log' })])).toEqual([]);
  });

  it('finds who read more than twenty consultations in one day, once, at the last of them', () => {
    const day = (count: number, but: Partial<Logged> = {}) =>
      Array.from({ length: count }, (_, index) => reading(index + 1, { consultation: `c-${index}`, ...but }));
    expect(found(day(20))).toEqual([]);
    expect(found([...day(20), reading(21)])).toEqual([]);
    expect(found(day(21))).toEqual(['21 many']);
    expect(reviewOf(day(23), [], { timeZone, rank }).picked[0]!.why).toContainEqual({
      is: 'many',
      count: 23,
    });
    const half = day(11, { at: '2026-09-09T08:00:00.000Z' }).map((row) => ({
      ...row,
      position: row.position + 50,
      consultation: `d${row.position}`,
    }));
    expect(found([...day(11), ...half])).toEqual([]);
  });
});
