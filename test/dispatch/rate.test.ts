import { describe, expect, it } from 'vitest';
import { createRate } from '../../src/dispatch/rate.ts';
import fc from '../support/property.ts';

const MINUTE = 60_000;

describe('how fast a sender may go', () => {
  it('is fifteen at once and thirty a minute; that it was too fast is said once a minute', () => {
    let now = 0;
    const rate = createRate({ perMinute: 30, burst: 15 }, () => now);
    expect(Array.from({ length: 15 }, () => rate('a'))).toEqual(Array(15).fill('in'));
    expect([rate('a'), rate('a'), rate('a')]).toEqual(['told', 'silent', 'silent']);
    expect(rate('b')).toBe('in');
    now = 2_000;
    expect([rate('a'), rate('a')]).toEqual(['in', 'silent']);
    now = MINUTE;
    expect(Array.from({ length: 15 }, () => rate('a'))).toEqual(Array(15).fill('in'));
    expect([rate('a'), rate('a')]).toEqual(['told', 'silent']);
  });

  it('never lets more through than the burst and what a minute earns, whatever comes when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000 })), {
          minLength: 50,
          maxLength: 300,
        }),
        (gaps) => {
          let now = 0;
          const rate = createRate({ perMinute: 30, burst: 15 }, () => now);
          const [times, told]: [number[], number[]] = [[], []];
          for (const gap of gaps) {
            now += gap;
            const is = rate('a');
            if (is === 'in') times.push(now);
            if (is === 'told') told.push(now);
          }
          for (const at of times)
            expect(times.filter((one) => one >= at && one < at + MINUTE).length).toBeLessThanOrEqual(45);
          for (const [place, at] of told.entries())
            if (place > 0) expect(at - told[place - 1]!).toBeGreaterThanOrEqual(MINUTE);
        },
      ),
    );
  });

  it('is kept for the latest senders only, and whoever has been quiet longest is forgotten', () => {
    const rate = createRate({ perMinute: 2, burst: 1 }, () => 0, 3);
    for (const sender of ['a', 'b', 'c', 'a', 'd']) rate(sender);
    // `b` was the quiet one; asking for it anew pushes out the next, `c`.
    expect(rate('a')).toBe('silent');
    expect(rate('d')).toBe('told');
    expect(rate('b')).toBe('in');
    expect(rate('c')).toBe('in');
  });
});
