import { describe, expect, it } from 'vitest';
import type { Detector } from '../../../src/domain/guard/detectors.ts';
import { examine } from '../../../src/domain/guard/verdict.ts';
import { dearPieces, filled } from '../../guardTexts/dear.ts';

/**
 * How long one reading takes at the least, in microseconds. By the clock: what a thread has used is told in steps of
 * several milliseconds, and what the process has used is other tests' too.
 */
function cost(text: string, ask?: readonly Detector[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const before = performance.now();
    examine(text, ask);
    least = Math.min(least, (performance.now() - before) * 1000);
  }
  return least;
}

const factor = 6;

/**
 * How the cost grows when the text grows sixfold: about 6 when it follows the length, 36 when it follows its square. A busy
 * machine can only make one reading dearer, so the least of several tries counts.
 */
function growth(piece: string, short = 1_500, tries = 8, ask?: readonly Detector[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries && least > 18; i += 1) {
    // Below a quarter of a millisecond the clock's grain decides, not the text.
    least = Math.min(
      least,
      cost(filled(piece, short * factor), ask) / Math.max(250, cost(filled(piece, short), ask)),
    );
  }
  return least;
}

// How dear each is beside ordinary text is measured by test/bench/guard.ts: a test that a busy machine can fail proves little.
describe('cost', () => {
  it.each(dearPieces)('grows in step with the length for %j', { timeout: 60_000 }, (piece) => {
    expect(growth(piece)).toBeLessThan(18);
  });

  it('would show a detector whose cost grows with the square', { timeout: 60_000 }, () => {
    const square: Detector = (text) => {
      let sum = 0;
      for (let i = 0; i < text.text.length; i += 1)
        for (let j = 0; j < text.text.length; j += 1) sum += i ^ j;
      return sum === 1 ? [{ type: 'phone', start: 0, end: 1 }] : [];
    };
    expect(growth('1', 1_500, 1, [square])).toBeGreaterThan(18);
  });
});
