import { foreign, invisible, joins, mark, settle, unitOf } from './characters.ts';
import type { Cue } from './cues.ts';
import { bitOf, mayHold } from './cues.ts';
import { latinOf, textOf } from './latin.ts';
import { isForeign, spellingOf, twinOf } from './lookalikes.ts';
import { figures } from './misread.ts';
import type { Stretch } from './near.ts';
import { join, stretchesOf, stretchesOfEither } from './near.ts';
import { filler, neutral } from './neutral.ts';
import type { Origins } from './origins.ts';
import { copyOrigins, located, noOrigins, standFor, stood } from './origins.ts';
import type { Run } from './runs.ts';
import { runsOf } from './runs.ts';
import { allTraces, trace } from './traces.ts';
import type { Word } from './words.ts';
import { scan } from './words.ts';

/**
 * A text as the detectors read it: one spelling for every digit, dash, space and look-alike letter, nothing invisible.
 * `text`, `lower`, `digits` and `lowerDigits` have the same length; `digits` also reads O and l as figures inside numbers and has
 * clean references (laws, amounts, case references) blanked out with `¤`. All of them are Latin-1 (`latin.ts`); the words hold
 * the letters as they are.
 */
export type Normalised = {
  readonly text: string;
  readonly lower: string;
  readonly digits: string;
  readonly lowerDigits: string;
  /** Like `lowerDigits`, with nothing blanked out. */
  readonly lowerFigures: string;
  /** Whether there is any figure at all: most detectors have nothing to look for without one. */
  readonly numbered: boolean;
  /** The text with the letters that lie outside Latin-1; the same text where there are none. */
  readonly real: string;
  readonly words: readonly Word[];
  /** The words of clean references too. */
  readonly everyWord: readonly Word[];
  /** Those of all words that may announce something. */
  readonly announcing: readonly Word[];
  /** Runs of figures in `digits`. */
  readonly runs: readonly Run[];
  /** How many figures the largest run has, and how many there may be in the text. */
  readonly largest: number;
  readonly figures: number;
  /** Whether any of these traces is in the text (`traces.ts`). */
  holds(traced: number): boolean;
  /** Whether an announcing word of this kind may stand somewhere. */
  announces(cue: Cue): boolean;
  /** The stretches of a long text around these traces and, if asked, such an announcing word; undefined for a short one. */
  near(traced: number, cue?: Cue): readonly Stretch[] | undefined;
  /** The same around either of the two. */
  nearEither(traced: number, cue: Cue): readonly Stretch[] | undefined;
  /** Where a stretch of the working text stood in the text as given, in UTF-16 units. */
  locate(start: number, end: number): { start: number; end: number };
};

/**
 * A working text under construction, and where its units stood in the original; without `origins` each stands where it stood,
 * without `real` there are only Latin-1 letters.
 */
export type Draft = {
  readonly text: string;
  readonly real?: string | undefined;
  readonly origins: Origins | undefined;
};

type Real = { real: string; origins: Origins };

/** The working form of a text of simple characters, or undefined when it holds any other or one that poses. */
function simply(original: string): Draft | undefined {
  const units: number[] = new Array(original.length);
  let outside = 0;
  for (let at = 0; at < original.length; at += 1) {
    const unit = unitOf(original.charCodeAt(at));
    if (unit === 0 || unit >= foreign) return undefined;
    outside |= unit;
    units[at] = unit;
  }
  const text = textOf(units);
  return outside < 0x100
    ? { text, origins: undefined }
    : { text: latinOf(text), real: text, origins: undefined };
}

/** The character that begins here with the marks that stand on it, and where they end. */
function clusterAt(original: string, start: number): { cluster: string; end: number } {
  let end = start + (original.codePointAt(start)! > 0xffff ? 2 : 1);
  let cluster = original.slice(start, end);
  // An invisible character between a letter and its mark must not keep them apart.
  const loose = /^\s$/u.test(cluster);
  while (end < original.length && joins(original.charCodeAt(end))) {
    const next = String.fromCodePoint(original.codePointAt(end)!);
    if (mark.test(next)) {
      // More marks than any letter bears are noise.
      if (cluster.length < 12) cluster += next;
    } else if (loose || !invisible.test(next)) break;
    end += next.length;
  }
  return { cluster, end };
}

/** Reads a text character by character, each with its marks; `poses` tells whether any letter may pose as Latin. */
function build(original: string): Real & { poses: boolean } {
  const origins = noOrigins();
  let real = '';
  let poses = false;
  const known = new Map<string, { settled: string; poses: boolean }>();
  let at = 0;
  while (at < original.length) {
    const from = at;
    for (; at < original.length; at += 1) {
      const unit = unitOf(original.charCodeAt(at));
      if (unit === 0 || (at + 1 < original.length && joins(original.charCodeAt(at + 1)))) break;
      if (unit >= foreign) poses = true;
    }
    const first = from;
    if (at > first) {
      const units: number[] = new Array(at - first);
      for (let i = first; i < at; i += 1) units[i - first] = unitOf(original.charCodeAt(i)) & 0xffff;
      real += textOf(units);
    }
    stood(origins, at - from, from);
    if (at === original.length) break;
    const { cluster, end } = clusterAt(original, at);
    let met = known.get(cluster);
    if (met === undefined) {
      const settled = settle(cluster);
      met = { settled, poses: isForeign(settled) };
      known.set(cluster, met);
    }
    poses ||= met.poses;
    real += met.settled;
    standFor(origins, met.settled.length, at, end);
    at = end;
  }
  return { real, origins, poses };
}

/** Part of a word; also half of a letter that takes two units. */
const inWord = /[\p{L}\p{N}\p{Cs}]/u;

/** Words that hold Cyrillic or Greek letters are respelt: letter by letter when they pose as Latin, else by sound. */
function latinised({ real, origins: source }: Real): Real {
  const origins = noOrigins();
  let out = '';
  let from = 0;
  const copy = (until: number): void => {
    out += real.slice(from, until);
    copyOrigins(origins, source, from, until);
    from = until;
  };
  const strangeLetter = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
  for (let hit = strangeLetter.exec(real); hit !== null; hit = strangeLetter.exec(real)) {
    let start = hit.index;
    while (start > from && inWord.test(real.charAt(start - 1))) start -= 1;
    let end = hit.index + 1;
    while (end < real.length && inWord.test(real.charAt(end))) end += 1;
    strangeLetter.lastIndex = end;
    copy(start);
    const word = real.slice(start, end);
    const letters = [...word];
    const strange = letters.filter(isForeign);
    const posing = strange.length < letters.length || strange.every((letter) => twinOf(letter) !== undefined);
    const hasDigits = /\d/.test(word);
    const pose = (letter: string): string => {
      const twin = twinOf(letter);
      return twin === undefined || (twin === '3' && !hasDigits) ? (spellingOf(letter) ?? letter) : twin;
    };
    for (; from < end; from += 1) {
      const letter = real.charAt(from);
      const spelt = !isForeign(letter)
        ? letter
        : posing
          ? pose(letter)
          : (spellingOf(letter) ?? twinOf(letter) ?? letter);
      out += spelt;
      const place = located(source, from, from + 1);
      standFor(origins, spelt.length, place.start, place.end);
    }
  }
  copy(real.length);
  return { real: out, origins };
}

/** Completes a working text; the draft's characters may stand for any stretch of the original. */
export function complete({ text, real, origins }: Draft): Normalised {
  const lower = text.toLowerCase();
  const seen = scan(text, real);
  const { words, cues } = seen;
  const numbered = (seen.traces & trace.figure) !== 0;
  const misread = numbered && ((seen.traces & trace.lettered) !== 0 || mayHold(cues, 'misread'));
  const read = misread ? figures(text) : text;
  const { zones } = seen;
  let { traces } = seen;
  if (read !== text) {
    traces = allTraces;
    join(zones, scan(read, real).zones);
  }
  const digits = numbered ? neutral(read, traces, cues, zones) : text;
  const lowerFigures = read === text ? lower : read.toLowerCase();
  const runs = numbered ? runsOf(digits) : [];
  return {
    text,
    lower,
    digits,
    lowerDigits: digits === read ? lowerFigures : digits.toLowerCase(),
    lowerFigures,
    numbered,
    real: real ?? text,
    words: digits === read ? words : words.filter((word) => digits.charAt(word.start) !== filler),
    everyWord: words,
    announcing: words.filter(({ lexeme }) => lexeme.cues !== 0),
    runs,
    largest: runs.reduce((most, { size }) => Math.max(most, size), 0),
    figures: read === text ? seen.figures : text.length,
    holds: (traced) => (traces & traced) !== 0,
    announces: (cue) => mayHold(cues, cue),
    near: (traced, cue) => zones && stretchesOf(zones, traced, cue === undefined ? 0 : bitOf(cue)),
    nearEither: (traced, cue) => zones && stretchesOfEither(zones, traced, bitOf(cue)),
    locate: (start, end) => located(origins, start, end),
  };
}

/** The draft of a text's working form, for views that respell parts of it. */
export function draft(original: string): Draft {
  const simple = simply(original);
  if (simple !== undefined) return simple;
  const built = build(original);
  const { real, origins } = built.poses ? latinised(built) : built;
  const text = latinOf(real);
  return { text, real: text === real ? undefined : real, origins };
}
