import { unitAt } from './latin.ts';

/**
 * What a text holds that some detector needs, found while its words are read. Most texts hold little of it, and most detectors
 * need not look at them. A trace may say too much, never too little: each detector still reads its own patterns in full.
 */
export const trace = {
  figure: 1,
  at: 2,
  /** A bracket that opens, or @. */
  open: 4,
  slash: 8,
  /** What dresses a text: see `flat.ts`. */
  dressing: 16,
  /** A dot inside or before a word, or what else an address on the web has. */
  linked: 32,
  hash: 64,
  /** The sign of a currency, or the dash of even kronor. */
  priced: 128,
  /** A figure right before a colon, a dash, a stroke. */
  colon: 256,
  dash: 512,
  stroke: 1024,
  /** Three figures together, and six. */
  three: 2048,
  six: 4096,
  /** A figure beside a letter, or a bar. */
  lettered: 8192,
  /** A figure close behind a letter, behind few letters, behind an abbreviated street, behind a sign. */
  behind: 16384,
  plated: 32768,
  street: 65536,
  signed: 131072,
} as const;

/** Everything, for a text in which letters have been read as figures. */
export const allTraces = 262143;

const signs: readonly (readonly [string, number])[] = [
  ['@©', trace.at | trace.open],
  ['[', trace.open | trace.dressing],
  ['({', trace.open],
  ['<', trace.open | trace.dressing],
  ['/', trace.slash],
  ['*"\'~>\n%&', trace.dressing],
  ['|', trace.dressing | trace.lettered],
  [']', trace.dressing | trace.linked],
  ['#', trace.hash],
  ['¢', trace.priced],
];
const bySign = new Int32Array(0x100);
for (const [chars, bits] of signs) for (const char of chars) bySign[char.charCodeAt(0)] = bits;

const [space, newline, dot, colon, dash, plus, stroke] = [0x20, 10, 0x2e, 0x3a, 0x2d, 0x2b, 0x2f];
export const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** The traces of a character that is neither letter nor figure. */
export function traceOfSign(text: string, at: number, code: number): number {
  if (code === space) return 0;
  if (code === dot) {
    const before = unitAt(text, at - 1);
    const after = unitAt(text, at + 1);
    const inner =
      before === space || (after !== space && after !== newline && at > 0 && at + 1 < text.length);
    return inner ? trace.linked : 0;
  }
  if (code === colon) return unitAt(text, at + 1) === dash ? trace.priced : 0;
  if (code === stroke && unitAt(text, at + 1) === stroke) return trace.slash | trace.linked;
  return bySign[code]!;
}

/** Whether "st." or "gr." ends here. */
const endsShort = (text: string, dot: number): boolean => {
  const [one, two] = [unitAt(text, dot - 2) | 32, unitAt(text, dot - 1) | 32];
  return (one === 0x73 && two === 0x74) || (one === 0x67 && two === 0x72);
};

/** Whether a letter of an abbreviated street, g or v, stands here. */
const endsStreet = (code: number): boolean => (code | 32) === 0x67 || (code | 32) === 0x76;

/**
 * The traces of figures that stand together from `start` to `end`; the word before ended at `wordEnd`, the last `chunk` letters
 * of it without a break, -1 where no word stands near.
 */
export function traceOfFigures(
  text: string,
  start: number,
  end: number,
  wordEnd: number,
  chunk: number,
): number {
  let found: number = trace.figure;
  if (end - start >= 3) found |= end - start >= 6 ? trace.three | trace.six : trace.three;
  const after = unitAt(text, end);
  if (after === colon) found |= trace.colon;
  else if (after === dash) found |= trace.dash;
  else if (after === stroke) found |= trace.stroke;
  let before = start - 1;
  if (unitAt(text, before) === space) before -= 1;
  const sign = unitAt(text, before);
  if (sign === dash || sign === plus) found |= trace.signed;
  if (endsStreet(sign) || (sign === dot && (endsStreet(unitAt(text, before - 1)) || endsShort(text, before))))
    found |= trace.street;
  const gap = start - wordEnd;
  if (chunk >= 0) {
    if (gap === 0) found |= trace.lettered;
    for (let at = wordEnd; at < start; at += 1) {
      const code = unitAt(text, at);
      if (code !== space && code !== dash) return found;
    }
    found |= trace.behind;
    if (chunk <= 3) found |= trace.plated;
  }
  return found;
}

const parts = Uint8Array.from({ length: 0x100 }, (_, code) =>
  Number(/[\p{L}\d]/u.test(String.fromCharCode(code))),
);
/** Whether a letter or a figure stands here. */
export const isPart = (text: string, at: number): boolean => parts[unitAt(text, at)] === 1;
