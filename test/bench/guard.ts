/**
 * How fast the guard reads, warm, on one core: `node test/bench/guard.ts [FILE…]` (marked texts; without any, those kept in
 * test/guardTexts). Ordinary text in lines, in pages as long as the longest that is judged and as one long text; then texts
 * made to be dear, each with its cost per character beside the usual. Times are of the processor, the least of several rounds,
 * for other work on the machine can only make them longer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine, longestText } from '../../src/domain/guard/verdict.ts';
import { markedLines } from '../../src/guardEvaluate.ts';
import { dearPieces, filled } from '../guardTexts/dear.ts';

const folder = join(import.meta.dirname, '..', 'guardTexts');
const kept = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(folder, name));
const files = process.argv.length > 2 ? process.argv.slice(2) : kept;
const lines = files.flatMap((name) => markedLines(readFileSync(name, 'utf8')));
const texts = lines.map(({ text }) => text);
const clean = lines.filter(({ marks }) => marks.length === 0).map(({ text }) => text);
const whole = texts.join('\n');
const pages = Array.from({ length: Math.max(1, Math.floor(whole.length / longestText)) }, (_, i) =>
  whole.slice(i * longestText, (i + 1) * longestText),
);

/** Nanoseconds for each unit of UTF-16 and for each byte of UTF-8. */
function cost(all: readonly string[], window = 100_000, rounds = 12): { unit: number; byte: number } {
  const units = all.reduce((sum, text) => sum + text.length, 0);
  const bytes = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    let times = 0;
    let spent = 0;
    while (spent < window) {
      for (const text of all) examine(text);
      times += 1;
      const { user, system } = process.cpuUsage(before);
      spent = user + system;
    }
    least = Math.min(least, (spent * 1000) / times);
  }
  return { unit: least / units, byte: least / bytes };
}

const speed = (name: string, all: readonly string[]): void => {
  const { byte } = cost(all);
  console.log(`${name.padEnd(28)}${(1000 / byte).toFixed(2).padStart(8)} MB/s`);
};

cost(texts);
speed(`${texts.length} lines`, texts);
speed(`${clean.length} clean lines`, clean);
speed(`${pages.length} pages`, pages);
speed(`one text of ${whole.length}`, [whole]);

const usual = cost(pages).unit;
console.log(
  `\nusual: ${usual.toFixed(0)} ns a character in pages of ${longestText}. Made to be dear, in times of that:`,
);
const dear = dearPieces.map((piece) => ({
  piece,
  times: cost([filled(piece, longestText)], 20_000, 4).unit / usual,
}));
for (const { piece, times } of dear.sort((a, b) => b.times - a.times))
  console.log(`${times.toFixed(2).padStart(6)}  ${JSON.stringify(piece)}`);
