import type { Cue } from './cues.ts';
import { cuesIn, mayHold } from './cues.ts';
import { digitOf, isForeign, spellingOf, twinOf } from './lookalikes.ts';
import { figures } from './misread.ts';
import { filler, neutral } from './neutral.ts';
import type { Run } from './runs.ts';
import { runsOf } from './runs.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/**
 * A text as the detectors read it: one spelling for every digit, dash, space and look-alike letter, nothing invisible.
 * `text`, `lower`, `digits` and `lowerDigits` have the same length; `digits` also reads O and l as figures inside numbers and has
 * clean references (laws, amounts, case references) blanked out with `¤`.
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
  readonly words: readonly Word[];
  /** Runs of figures in `digits`. */
  readonly runs: readonly Run[];
  /** Whether an announcing word of this kind may stand somewhere. */
  announces(cue: Cue): boolean;
  /** Where a stretch of the working text stood in the text as given, in UTF-16 units. */
  locate(start: number, end: number): { start: number; end: number };
};

/**
 * A working text under construction, and the stretch of the original that each of its units stands for; without `starts` and
 * `ends` each stands where it stood.
 */
export type Draft = {
  readonly text: string;
  readonly starts: readonly number[] | undefined;
  readonly ends: readonly number[] | undefined;
};

const invisible = /^(?:[\p{Cf}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5)$/u;
const dash = /^[\p{Pd}\u2212\u2043\u02d7\u2796\u23af\u2500\u2501\u30fc\u1806\u00af\u203e]$/u;
const mark = /^\p{M}$/u;
const space = /^[\p{Zs}\t\v\f\u0000-\u0008\u000e-\u001f\u007f-\u009f]$/u;
const latin = /^[\p{Script=Latin}\p{Script=Common}]$/u;
const dingbatDigits = '❶❷❸❹❺❻❼❽❾➊➋➌➍➎➏➐➑➒➀➁➂➃➄➅➆➇➈';

function plain(char: string): string {
  if (invisible.test(char)) return '';
  if (dash.test(char)) return '-';
  if (space.test(char)) return ' ';
  if ('\n\r\u2028\u2029\u0085'.includes(char)) return '\n';
  if ('’‘ʼʹ′´`＇‛'.includes(char)) return "'";
  if ('·•∙․‧⋅。．'.includes(char)) return '.';
  if ('⁄∕⧸'.includes(char)) return '/';
  if ('“”„«»″〝〞'.includes(char)) return '"';
  const value = digitOf(char);
  if (value !== undefined) return String(value);
  const dingbat = dingbatDigits.indexOf(char);
  if (dingbat >= 0) return String((dingbat % 9) + 1);
  return char;
}

/** One letter and the marks on it, composed and made plain; marks that do not compose with a Latin letter are dropped. */
function settle(cluster: string): string {
  let out = '';
  let base = '';
  for (const char of cluster.replaceAll('´', "'").normalize('NFKC')) {
    if (mark.test(char)) {
      if (base !== '' && !latin.test(base)) out += char;
      continue;
    }
    base = char;
    out += plain(char);
  }
  return out;
}

const foreign = 0x10000;
const unread = 0xffffffff;
const simple = new Uint32Array(0x3000).fill(unread);

/**
 * What a character becomes when it stands for itself whatever stands next to it: its unit, plus `foreign` for a letter that
 * may pose as Latin; 0 for what takes more thought. Most of any text is read by this table alone.
 */
function simpleUnit(code: number): number {
  const char = String.fromCharCode(code);
  if (mark.test(char) || invisible.test(char)) return 0;
  const settled = settle(char);
  return settled.length === 1 ? settled.charCodeAt(0) + (isForeign(settled) ? foreign : 0) : 0;
}

function unitOf(code: number): number {
  if (code >= simple.length) return 0;
  let unit = simple[code]!;
  if (unit === unread) {
    unit = simpleUnit(code);
    simple[code] = unit;
  }
  return unit;
}

/** Whether what begins here may change or join the character before it: a mark, something invisible. */
const joins = (code: number): boolean => code > 0x7f && unitOf(code) === 0;

/** The working form of a text of simple characters, or undefined when it holds any other or one that poses. */
function simply(original: string): string | undefined {
  let changed = false;
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at);
    const unit = unitOf(code);
    if (unit === 0 || unit >= foreign) return undefined;
    if (unit !== code) changed = true;
  }
  if (!changed) return original;
  let out = '';
  let from = 0;
  for (let at = 0; at < original.length; at += 1) {
    const unit = unitOf(original.charCodeAt(at));
    if (unit === original.charCodeAt(at)) continue;
    out += original.slice(from, at) + String.fromCharCode(unit);
    from = at + 1;
  }
  return out + original.slice(from);
}

type Builder = { text: string; starts: number[]; ends: number[]; foreign: boolean };

function build(original: string): Builder {
  const built: Builder = { text: '', starts: [], ends: [], foreign: false };
  const known = new Map<string, string>();
  let at = 0;
  while (at < original.length) {
    const start = at;
    const code = original.charCodeAt(at);
    const unit = unitOf(code);
    if (unit !== 0 && (at + 1 >= original.length || !joins(original.charCodeAt(at + 1)))) {
      if (unit >= foreign) built.foreign = true;
      built.text += String.fromCharCode(unit & 0xffff);
      built.starts.push(start);
      at += 1;
      built.ends.push(at);
      continue;
    }
    at += original.codePointAt(at)! > 0xffff ? 2 : 1;
    let cluster = original.slice(start, at);
    // An invisible character between a letter and its mark must not keep them apart.
    const loose = /^\s$/u.test(cluster);
    while (at < original.length && joins(original.charCodeAt(at))) {
      const next = String.fromCodePoint(original.codePointAt(at)!);
      if (mark.test(next)) {
        // More marks than any letter bears are noise.
        if (cluster.length < 12) cluster += next;
      } else if (loose || !invisible.test(next)) break;
      at += next.length;
    }
    let settled = known.get(cluster);
    if (settled === undefined) {
      settled = settle(cluster);
      known.set(cluster, settled);
    }
    if (isForeign(settled)) built.foreign = true;
    built.text += settled;
    for (let i = 0; i < settled.length; i += 1) {
      built.starts.push(start);
      built.ends.push(at);
    }
  }
  return built;
}

/** Words that hold Cyrillic or Greek letters are respelt: letter by letter when they pose as Latin, else by sound. */
function latinised(source: Builder): Draft {
  if (!source.foreign) return source;
  const out: Builder = { text: '', starts: [], ends: [], foreign: false };
  let from = 0;
  const copy = (until: number, respell: (letter: string) => string): void => {
    for (; from < until; from += 1) {
      const letter = source.text.charAt(from);
      const spelt = isForeign(letter) ? respell(letter) : letter;
      out.text += spelt;
      for (let i = 0; i < spelt.length; i += 1) {
        out.starts.push(source.starts[from]!);
        out.ends.push(source.ends[from]!);
      }
    }
  };
  for (const word of source.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    copy(word.index, (letter) => letter);
    const letters = [...word[0]];
    const strange = letters.filter(isForeign);
    if (strange.length > 0) {
      const posing =
        strange.length < letters.length || strange.every((letter) => twinOf(letter) !== undefined);
      const hasDigits = /\d/.test(word[0]);
      const pose = (letter: string): string => {
        const twin = twinOf(letter);
        return twin === undefined || (twin === '3' && !hasDigits) ? (spellingOf(letter) ?? letter) : twin;
      };
      copy(
        word.index + word[0].length,
        posing ? pose : (letter) => spellingOf(letter) ?? twinOf(letter) ?? letter,
      );
    }
  }
  copy(source.text.length, (letter) => letter);
  return out;
}

/** Lower case, unit by unit, so that offsets stay. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from({ length: text.length }, (_, i) => text.charAt(i).toLowerCase().charAt(0)).join('');
}

/** Completes a working text; the draft's characters may stand for any stretch of the original. */
export function complete({ text, starts, ends }: Draft): Normalised {
  const lower = lowered(text);
  const numbered = /\d/.test(text);
  const read = numbered ? figures(text) : text;
  const digits = numbered ? neutral(read) : text;
  const lowerFigures = read === text ? lower : lowered(read);
  const words = wordsOf(text, lower);
  const cues = cuesIn(lower);
  return {
    text,
    lower,
    digits,
    lowerDigits: digits === read ? lowerFigures : lowered(digits),
    lowerFigures,
    numbered,
    words: digits === read ? words : words.filter((word) => digits.charAt(word.start) !== filler),
    runs: numbered ? runsOf(digits) : [],
    announces: (cue) => mayHold(cues, cue),
    locate: (start, end) =>
      starts === undefined || ends === undefined
        ? { start, end }
        : { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 },
  };
}

/** The draft of a text's working form, for views that respell parts of it. */
export function draft(original: string): Draft {
  const text = simply(original);
  return text === undefined ? latinised(build(original)) : { text, starts: undefined, ends: undefined };
}
