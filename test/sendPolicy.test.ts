import { describe, expect, it } from 'vitest';
import { whatFollows } from '../src/sendPolicy.ts';
import fc from './support/property.ts';

const DAY = 86_400_000;
const fresh = { attempts: 1, resent: false };
const at = { now: 1_000_000, waitedMs: 0, chance: 0.5 };

describe('what follows a request', () => {
  it('is an end when it was taken', () => {
    expect(whatFollows({ is: 'sent', activityId: 'a' }, fresh, at, true)).toEqual({
      is: 'sent',
      activityId: 'a',
    });
  });

  it('is a wait as long as the connector says, a day at the most', () => {
    const told = (retryAfterSeconds: number) =>
      whatFollows({ is: 'later', retryAfterSeconds }, fresh, at, true);
    expect(told(0)).toEqual({ is: 'later', notBefore: at.now });
    expect(told(30)).toEqual({ is: 'later', notBefore: at.now + 30_000 });
    expect(told(7 * 86_400)).toEqual({ is: 'later', notBefore: at.now + DAY });
  });

  it('is a wait of 2 to 20 s, more for each try and spread by a fifth, when the connector asks for patience and says no time', () => {
    const waits = (chance: number) =>
      [1, 2, 3, 4, 5, 50].map((attempts) => {
        const follows = whatFollows(
          { is: 'later', retryAfterSeconds: undefined },
          { ...fresh, attempts },
          { ...at, chance },
          true,
        );
        return follows.is === 'later' ? follows.notBefore - at.now : follows.is;
      });
    expect(waits(0.5)).toEqual([2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
    expect(waits(0)).toEqual([1_600, 3_200, 6_400, 12_800, 16_000, 16_000]);
  });

  it('is one more try after a minute where nobody knows and it must arrive, marked, and then none', () => {
    expect(whatFollows({ is: 'unknown' }, fresh, at, true)).toEqual({
      is: 'later',
      notBefore: at.now + 60_000,
      resent: true,
    });
    expect(whatFollows({ is: 'unknown' }, { attempts: 9, resent: false }, at, true)).toMatchObject({
      is: 'later',
    });
    expect(whatFollows({ is: 'unknown' }, { attempts: 2, resent: true }, at, true)).toEqual({
      is: 'unknown',
    });
    expect(whatFollows({ is: 'unknown' }, fresh, at, false)).toEqual({ is: 'unknown' });
  });

  it('is a try every quarter of an hour at the most, for a day, where once more does no harm', () => {
    const total = { ms: 0, tries: 0 };
    for (let attempts = 1; ; attempts += 1) {
      const follows = whatFollows(
        { is: 'again' },
        { ...fresh, attempts },
        { ...at, waitedMs: total.ms },
        true,
      );
      if (follows.is === 'refused') {
        expect(follows.reason).toBe('no-answer');
        break;
      }
      const wait = follows.is === 'later' ? follows.notBefore - at.now : expect.fail(follows.is);
      expect(wait).toBeGreaterThanOrEqual(2_000);
      expect(wait).toBeLessThanOrEqual(15 * 60_000);
      total.ms += wait;
      total.tries += 1;
    }
    expect(total.ms).toBeGreaterThan(DAY);
    expect(total.ms).toBeLessThan(DAY + 16 * 60_000);
    expect(total.tries).toBeGreaterThan(90);
  });

  it('gives a row that waited for the bot itself its tries, however old it is', () => {
    for (const is of ['again', 'later'] as const) {
      const result = is === 'again' ? { is } : { is, retryAfterSeconds: undefined };
      expect(whatFollows(result, fresh, { ...at, waitedMs: 3 * DAY }, true)).toMatchObject({ is: 'later' });
      expect(whatFollows(result, { ...fresh, attempts: 50 }, { ...at, waitedMs: 3 * DAY }, true).is).toBe(
        'refused',
      );
    }
  });

  it.each(['blocked', 'gone', 'too-big', 'bad'] as const)('is nothing more after a refusal: %s', (reason) => {
    expect(whatFollows({ is: 'refused', status: 400, reason }, fresh, at, true)).toEqual({
      is: 'refused',
      reason,
    });
  });

  it('never asks a row to be tried again at once after a failure, nor later than in a day', () => {
    const result = fc.constantFrom(
      { is: 'later', retryAfterSeconds: undefined } as const,
      { is: 'unknown' } as const,
      { is: 'again' } as const,
    );
    const number = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(
        result,
        number,
        fc.boolean(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (is, attempts, resent, chance) => {
          const follows = whatFollows(is, { attempts, resent }, { ...at, chance }, true);
          if (follows.is !== 'later') return;
          expect(follows.notBefore - at.now).toBeGreaterThanOrEqual(1_600);
          expect(follows.notBefore - at.now).toBeLessThanOrEqual(DAY);
        },
      ),
    );
  });
});
