import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Detector } from '../../../src/domain/guard/detectors.ts';
import { examine, longestText } from '../../../src/domain/guard/verdict.ts';
import { markedLines } from '../../../src/guardEvaluate.ts';

/** Pieces that hurt backtracking patterns when repeated: figures, separators, signs, cues, half-finished identifiers. */
const pieces: readonly string[] = [
  '1',
  '1 ',
  '0 ',
  '07',
  '070 ',
  '7 0',
  '4',
  '98 ',
  '850614',
  '850614 x 9882 ',
  '"1',
  '1\n',
  'nej ',
  'noll nej ',
  'ett ',
  'adam ',
  'storg 5 ',
  '1-',
  '850614 ',
  '2020-01-01 ',
  '1985-01-01, ',
  '0',
  ' ',
  '\n',
  'a',
  'A',
  'Aa ',
  'a-',
  "a'",
  '.',
  'a.',
  'a@',
  '@',
  'a.a@',
  ' punkt ',
  ' snabel-a ',
  '(',
  'fyra',
  'fyra ',
  'sjuttio',
  'Anna ',
  'Anna-',
  'Anna, ',
  'Anna och ',
  'född ',
  'dnr ',
  'konto ',
  'pass ',
  'pnr ',
  'heter ',
  '\u200b',
  '\u0301',
  '\u0410',
  '\u0430b ',
  'gatan',
  'Storgatan 5, ',
  '664 30 ',
  'http://',
  'www.',
  'a/',
  '1 000 ',
  'praxis',
  'målet ',
  'sista fyra ',
  'bil ABC',
  'se12 ',
  'p<swe',
  'ende präst ',
  '31 år ',
  'l1O0',
  'A. ',
  'A n ',
  'adress: x ',
  '+46 ',
  'son ',
  '3 maj ',
  'transferred to 1234',
  'Aa Bb 1:2 ',
  'SFS 2010:',
  '\ud83d',
];

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Processor time of one reading, the least of several, in microseconds. */
function cost(text: string, ask?: readonly Detector[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const before = process.cpuUsage();
    examine(text, ask);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

const short = 5_000;
const factor = 6;

/** How the cost grows when the text grows sixfold: about 6 when it follows the length, 36 when it follows its square. */
function growth(piece: string, ask?: readonly Detector[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4 && least > 18; i += 1) {
    // Below two milliseconds the clock's grain decides, not the text.
    least = Math.min(
      least,
      cost(fill(piece, short * factor), ask) / Math.max(2_000, cost(fill(piece, short), ask)),
    );
  }
  return least;
}

/** What is usually read: pages of the kept texts, each as long as the longest text that is judged. */
const pages = ((): readonly string[] => {
  const folder = join(import.meta.dirname, '..', '..', 'guardTexts');
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => markedLines(readFileSync(join(folder, name), 'utf8')))
    .map((line) => line.text)
    .join('\n');
  return Array.from({ length: Math.floor(text.length / longestText) }, (_, i) =>
    text.slice(i * longestText, (i + 1) * longestText),
  );
})();
const usual = (): number => pages.reduce((sum, page) => sum + cost(page), 0) / pages.length;

describe('cost', () => {
  it.each(pieces)('grows in step with the length for %j', { timeout: 60_000 }, (piece) => {
    expect(growth(piece)).toBeLessThan(18);
  });

  it('is for no text more than three times the usual, at the longest that is judged', {
    timeout: 120_000,
  }, () => {
    usual();
    let each = usual();
    const dear = pieces.filter((piece) => {
      const text = fill(piece, longestText);
      // What else the machine does can only make it dearer: the least of several readings counts.
      for (let i = 0; i < 6; i += 1) {
        if (cost(text) <= 3 * each) return false;
        each = usual();
      }
      return true;
    });
    expect(dear).toEqual([]);
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
