import type { Entry } from './combinationLexicon.ts';
import { entryOf } from './combinationLexicon.ts';
import { spaced } from './nameContext.ts';
import { set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import type { Word } from './words.ts';

/** In what way something makes the people few whom a text can be about. `crowd` speaks against: a city, many others. */
export type Kind =
  | 'unique'
  | 'role'
  | 'office'
  | 'event'
  | 'family'
  | 'origin'
  | 'known'
  | 'health'
  | 'trait'
  | 'place'
  | 'moment'
  | 'crowd';

/**
 * One sign, from word to word, with its weight: 1 weak, 2 telling, -1 against; 0 adds nothing, but is marked with the
 * others. `at` is where it stands, in words; a new sentence counts as some words more.
 */
export type Sign = {
  readonly kind: Kind;
  readonly weight: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
};

/** A text as the rules read it: its words, what the list says of each, the sentence each stands in, and the signs so far. */
export type Reading = {
  readonly text: Normalised;
  readonly words: readonly Word[];
  readonly entries: readonly Entry[];
  readonly sentences: readonly number[];
  readonly signs: Sign[];
  /** Keeps a sign that stands from one word to another. */
  sign(kind: Kind, weight: number, from: number, to?: number): void;
  /** Keeps a sign at a word, of a stretch that is none of whole words. */
  signAt(kind: Kind, weight: number, i: number, start: number, end: number): void;
};

/** Kinds that may weigh nothing and still be marked with the others. */
const silent: ReadonlySet<Kind> = new Set(['place', 'moment', 'known']);
/** Words that a new sentence counts for in how far apart two signs stand. */
const pause = 8;

export function read(text: Normalised): Reading {
  const { words } = text;
  const entries: Entry[] = [];
  const sentences: number[] = [];
  const signs: Sign[] = [];
  let sentence = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (i > 0 && !spaced(text, words[i - 1]!, word) && ends(text.text, words[i - 1]!.end, word))
      sentence += 1;
    sentences.push(sentence);
    word.lexeme.combined ??= entryOf(word.lower);
    entries.push(word.lexeme.combined);
  }
  const signAt: Reading['signAt'] = (kind, weight, i, start, end) => {
    if (weight < 0 ? kind !== 'crowd' : weight === 0 && !silent.has(kind)) return;
    // What speaks against speaks also of what stands before it.
    const at = i + pause * sentences[i]! - (kind === 'crowd' ? 10 : 0);
    signs.push({ kind, weight, at, start, end });
  };
  const sign: Reading['sign'] = (kind, weight, from, to = from) => {
    const first = Math.max(0, from);
    signAt(kind, weight, first, words[first]!.start, words[Math.min(to, words.length - 1)]!.end);
  };
  return { text, words, entries, sentences, signs, sign, signAt };
}

/** Whether a sentence ends before a word. A full stop does so only before a capital: most others stand in short forms. */
function ends(text: string, from: number, word: Word): boolean {
  for (let at = from; at < word.start; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x21 || code === 0x3f) return true;
    if (code === 0x2e && word.capital && at + 1 < word.start) return true;
  }
  return false;
}

/** Lists as they stand in the rules, read once each. */
const lists = new Map<string, ReadonlySet<string>>();
function listOf(words: string): ReadonlySet<string> {
  let list = lists.get(words);
  if (list === undefined) {
    list = set(words);
    lists.set(words, list);
  }
  return list;
}

/** The class of a word, or '' when it has none or stands in another sentence than `from`. */
export function classAt({ entries, sentences }: Reading, i: number, from: number): string {
  return sentences[i] !== sentences[from] ? '' : (entries[i]?.is ?? '');
}

/** Whether one of the classes stands from `low` to `high` words away in the same sentence. */
export function near(reading: Reading, from: number, low: number, high: number, classes: string): boolean {
  const { entries, sentences } = reading;
  const list = listOf(classes);
  for (let i = Math.max(0, from + low); i <= from + high && i < entries.length; i += 1)
    if (i !== from && sentences[i] === sentences[from] && list.has(entries[i]!.is)) return true;
  return false;
}

/** Whether a word is one of these, in lower case and with spaces between. */
export const isWord = (word: Word | undefined, listed: string): boolean =>
  word !== undefined && listOf(listed).has(word.lower);

const year = /(?<!\d)(?:19[5-9]\d|20[0-3]\d)(?!\d)/;

/** Adds that it is said when: a month, a season or a year stands near. */
export function dated(reading: Reading, i: number): void {
  const { text, words, sign } = reading;
  const from = words[Math.max(0, i - 6)]!.start;
  const to = words[Math.min(words.length - 1, i + 6)]!.end + 6;
  if (near(reading, i, -7, 7, ' when ') || (text.numbered && year.test(text.text.slice(from, to))))
    sign('moment', 0, i);
}
