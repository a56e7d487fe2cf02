import { describe, expect, it } from 'vitest';
import type { Detector } from '../../../src/domain/guard/detectors.ts';
import { examine } from '../../../src/domain/guard/verdict.ts';
import { dearPieces, filled } from '../../guardTexts/dear.ts';

/** Processor time of one reading, the least of several, in microseconds. The process is this file's own. */
function cost(text: string, ask?: readonly Detector[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2; i += 1) {
    const before = process.cpuUsage();
    examine(text, ask);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const length = 1_500;
const factor = 6;

/**
 * How the cost grows when the text grows sixfold: about 6 when it follows the length, 36 when it follows its square. A busy
 * machine can only make a reading dearer, so the least of several counts, of the short text and of the long one.
 */
function growth(piece: string, ask?: readonly Detector[]): number {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let grown = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 8 && (tries < 2 || grown > 9); tries += 1) {
    short = Math.min(short, cost(filled(piece, length), ask));
    long = Math.min(long, cost(filled(piece, length * factor), ask));
    // Below a quarter of a millisecond the clock's grain decides, not the text.
    grown = long / Math.max(250, short);
  }
  return grown;
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
    expect(growth('1', [square])).toBeGreaterThan(18);
  });
});
