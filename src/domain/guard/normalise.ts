import { digitOf, isForeign, spellingOf, twinOf } from './lookalikes.ts';
import { filler, neutral } from './neutral.ts';
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
  readonly words: readonly Word[];
  /** Where a stretch of the working text stood in the text as given, in UTF-16 units. */
  locate(start: number, end: number): { start: number; end: number };
};

/** A working text under construction: characters with the stretch of the original that each stands for. */
export type Draft = { chars: string[]; starts: number[]; ends: number[] };

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

function draftOf(original: string): Draft {
  const draft: Draft = { chars: [], starts: [], ends: [] };
  let at = 0;
  while (at < original.length) {
    const start = at;
    at += original.codePointAt(at)! > 0xffff ? 2 : 1;
    let cluster = original.slice(start, at);
    // An invisible character between a letter and its mark must not keep them apart.
    while (at < original.length) {
      const next = String.fromCodePoint(original.codePointAt(at)!);
      if (mark.test(next)) cluster += next;
      else if (!invisible.test(next) || /^\s$/u.test(cluster)) break;
      at += next.length;
    }
    const settled = cluster.length === 1 && cluster < '\u007f' && cluster >= ' ' ? cluster : settle(cluster);
    for (let i = 0; i < settled.length; i += 1) {
      draft.chars.push(settled.charAt(i));
      draft.starts.push(start);
      draft.ends.push(at);
    }
  }
  return draft;
}

/** Words that hold Cyrillic or Greek letters are respelt: letter by letter when they pose as Latin, else by sound. */
function latinised(draft: Draft): Draft {
  const text = draft.chars.join('');
  if (!isForeign(text)) return draft;
  const out: Draft = { chars: [], starts: [], ends: [] };
  let from = 0;
  const copy = (until: number, respell: (letter: string) => string): void => {
    for (; from < until; from += 1) {
      const letter = draft.chars[from]!;
      const spelt = isForeign(letter) ? respell(letter) : letter;
      for (const unit of spelt) {
        out.chars.push(unit);
        out.starts.push(draft.starts[from]!);
        out.ends.push(draft.ends[from]!);
      }
    }
  };
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    copy(word.index, (letter) => letter);
    const letters = [...word[0]];
    const foreign = letters.filter(isForeign);
    if (foreign.length > 0) {
      const posing =
        foreign.length < letters.length || foreign.every((letter) => twinOf(letter) !== undefined);
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
  copy(draft.chars.length, (letter) => letter);
  return out;
}

/** Reads O, o, I, l and | as figures in words that are mostly figures, and S, B, Z too in long ones. */
function figures(text: string): string {
  return text.replace(/[\p{L}\p{N}|]+/gu, (word) => {
    const count = word.replace(/\D/g, '').length;
    if (count === 0 || count === word.length) return word;
    if (count * 2 < word.length && !(word.length >= 3 && /^[0-9Oo]+$/.test(word))) return word;
    const long = word.length >= 6 && word.length - count <= 2;
    if (!/^[0-9OoIil|]+$/.test(word) && !(long && /^[0-9OoIil|SsBZz]+$/.test(word))) return word;
    return word
      .replace(/[Oo]/g, '0')
      .replace(/[Iil|]/g, '1')
      .replace(/[Ss]/g, '5')
      .replace(/B/g, '8')
      .replace(/[Zz]/g, '2');
  });
}

/** Lower case, unit by unit, so that offsets stay. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from({ length: text.length }, (_, i) => text.charAt(i).toLowerCase().charAt(0)).join('');
}

/** Completes a working text; the draft's characters may stand for any stretch of the original. */
export function complete(draft: Draft): Normalised {
  const text = draft.chars.join('');
  const lower = lowered(text);
  const read = figures(text);
  const digits = neutral(read);
  return {
    text,
    lower,
    digits,
    lowerDigits: lowered(digits),
    lowerFigures: lowered(read),
    words: wordsOf(text, lower).filter((word) => digits.charAt(word.start) !== filler),
    locate: (start, end) => ({ start: draft.starts[start] ?? 0, end: draft.ends[end - 1] ?? 0 }),
  };
}

/** The draft of a text's working form, for views that respell parts of it. */
export const draft = (original: string): Draft => latinised(draftOf(original));
