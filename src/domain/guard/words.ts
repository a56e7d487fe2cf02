import { markStandIn, mayStandIn, unitAt } from './latin.ts';
import type { Zones } from './near.ts';
import { zone, zonesFor } from './near.ts';
import { isFigure, trace, traceOfFigures, traceOfSign } from './traces.ts';
import type { Book, Lexeme } from './wordBook.ts';
import { lexemeOf, start } from './wordBook.ts';

/** A word of the working text: letters with inner hyphens or apostrophes. `key` is the form the name lists use. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly shouted: boolean;
  /** What is known of the word wherever it stands. */
  readonly lexeme: Lexeme;
};

/** Whether there is a word and a list of the name rules holds it. */
export const isIn = (word: Word | undefined, list: number): boolean =>
  word !== undefined && (word.lexeme.lists & list) !== 0;

/** For every Latin-1 character: whether it is part of a word, or joins two parts. */
const [part, joint, figure] = [1, 2, 8];
/** Added to the class of what may stand for a letter from outside. */
const strange = 4;
/** Added to the class of a letter that patterns take for one a Swedish word goes on with. */
const plain = 16;
function classOf(code: number): number {
  if (code === 0x27 || code === 0x2d) return joint;
  if (isFigure(code)) return figure;
  const char = String.fromCharCode(code);
  if (code !== markStandIn && !/\p{L}/u.test(char)) return 0;
  return part | (mayStandIn(code) ? strange : 0) | (/[a-zåäö]/i.test(char) ? plain : 0);
}
const classes = Uint8Array.from({ length: 0x100 }, (_, code) => classOf(code));

/** How many letters that a Swedish word goes on with stand before a place without a break, four at most; -1 at the beginning. */
function chunkBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 4 && (classes[text.charCodeAt(at - 1)]! & plain) !== 0) at -= 1;
  return end === 0 ? -1 : end - at;
}

/** What one reading of a working text finds: its words, the kinds of announcing words among them, traces, how many figures. */
export type Scan = {
  words: Word[];
  cues: number;
  traces: number;
  figures: number;
  zones: Zones | undefined;
};

/** Reads a working text; `real` has the letters outside Latin-1. */
export function scan(text: string, real: string | undefined): Scan {
  const words: Word[] = [];
  const book: Book = { words: undefined };
  let cues = 0;
  let traces = 0;
  let figures = 0;
  let wordEnd = 0;
  let at = 0;
  const size = text.length;
  const zones = zonesFor(size);
  const leave = (at: number, left: number): void => {
    traces |= left;
    if (zones !== undefined) zones.traces[at >> zone]! |= left;
  };
  while (at < size) {
    let code = text.charCodeAt(at);
    let kind = classes[code]!;
    const from = at;
    if ((kind & part) === 0) {
      at += 1;
      if (kind !== figure) {
        leave(from, traceOfSign(text, from, code));
        continue;
      }
      while (at < size && isFigure(text.charCodeAt(at))) at += 1;
      leave(
        from,
        traceOfFigures(text, from, at, wordEnd, from - wordEnd > 3 ? -1 : chunkBefore(text, wordEnd)),
      );
      figures += at - from;
      continue;
    }
    if (from > 0 && isFigure(text.charCodeAt(from - 1))) leave(from, trace.lettered);
    let hash = start;
    let kinds = 0;
    for (;;) {
      hash = Math.imul(hash ^ code, 0x01000193);
      kinds |= kind;
      at += 1;
      if (at === size) break;
      code = text.charCodeAt(at);
      kind = classes[code]!;
      if ((kind & part) === 0 && (kind !== joint || (classes[unitAt(text, at + 1)]! & part) === 0)) break;
    }
    wordEnd = at;
    if ((kinds & joint) !== 0) leave(from, trace.dressing);
    const own = real !== undefined && (kinds & strange) !== 0 ? real.slice(from, at) : undefined;
    const lexeme = lexemeOf(book, text, own, from, at, hash);
    cues |= lexeme.cues;
    if (zones !== undefined) zones.cues[from >> zone]! |= lexeme.cues;
    words.push({
      text: lexeme.text,
      lower: lexeme.lower,
      key: lexeme.key,
      start: from,
      end: at,
      capital: lexeme.capital,
      shouted: lexeme.shouted,
      lexeme,
    });
  }
  return { words, cues, traces, figures, zones };
}

/** The words that begin at `from` or later and before `to`, found by halving. */
export function wordsBetween(words: readonly Word[], from: number, to: number): Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < words.length && words[end]!.start < to) end += 1;
  return words.slice(low, end);
}
