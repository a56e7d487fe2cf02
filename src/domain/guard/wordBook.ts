import type { Entry } from './combinationLexicon.ts';
import { cuesOf } from './cues.ts';
import { textOf } from './latin.ts';
import { signsOf } from './lexicon.ts';
import { keyOf } from './nameKey.ts';
import type { Reading } from './nameReading.ts';
import { listsOf } from './nameWords.ts';
import { ordinary } from './ordinary.ts';

/** What is known of a word by itself, wherever it stands. */
export type Lexeme = {
  readonly text: string;
  readonly lower: string;
  readonly key: string;
  readonly capital: boolean;
  readonly shouted: boolean;
  /** The kinds of announcing words it may begin. */
  readonly cues: number;
  /** The lists of the name rules that hold it. */
  readonly lists: number;
  /** Whether it has one part, of letters a Swedish word goes on with. */
  readonly simple: boolean;
  /** One capital, or two with a hyphen between. */
  readonly initial: boolean;
  // What follows is found out when somebody asks for the first time.
  /** Whether the dictionary explains it. */
  ordinary: boolean | undefined;
  /** How it relates to the lists of names. */
  reading: Reading | undefined;
  /** Whether it could be anybody's name. */
  open: boolean | undefined;
  /** Whether it stands in no list and no dictionary: with a capital of its own, and otherwise. */
  oddNamed: boolean | undefined;
  odd: boolean | undefined;
  /** Whether it begins as institutions and things do that are named after people. */
  institution: boolean | undefined;
  /** What of a name it can stand before; '' for most words. */
  announces: 'title' | 'role' | 'short' | '' | undefined;
  /** Whether it is said where numbers are read out. */
  says: boolean | undefined;
  /** How it ends as names of streets do. */
  street: 'bare' | 'firm' | 'loose' | '' | undefined;
  /** Whether it only ends so, and is a passage, a joint or a course of things. */
  passage: boolean | undefined;
  /** What the list of combinations says of it. */
  combined: Entry | undefined;
};

/** Words met in the text at hand that no list explains; forgotten with it. */
export type Book = { words: Map<string, Lexeme> | undefined };

/** Where a word's sum begins. */
export const start = 0x811c9dc5 | 0;

/**
 * The words that the lists explain are kept from text to text, since nine of ten words are met again; what a list does not hold
 * is never kept, so no memory is left of an unknown name. When the shelf is full it is emptied.
 */
const slots = 1 << 16;
const capacity = 1 << 15;
const shelf: (Lexeme | undefined)[] = new Array(slots).fill(undefined);
const sums = new Int32Array(slots);
let kept = 0;

/** Lower case, unit by unit, so that offsets stay. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from({ length: text.length }, (_, i) => text.charAt(i).toLowerCase().charAt(0)).join('');
}

function made(text: string): Lexeme {
  const lower = lowered(text);
  return {
    text,
    lower,
    key: keyOf(lower),
    capital: /^\p{Lu}/u.test(text),
    shouted: text.length > 1 && !/\p{Ll}/u.test(text),
    cues: cuesOf(lower),
    lists: listsOf(lower),
    simple: /^[a-zåäö]+$/.test(lower),
    initial: text.length <= 3 && /^\p{Lu}(?:-\p{Lu})?$/u.test(text),
    ordinary: undefined,
    reading: undefined,
    open: undefined,
    oddNamed: undefined,
    odd: undefined,
    institution: undefined,
    announces: undefined,
    says: undefined,
    street: undefined,
    passage: undefined,
    combined: undefined,
  };
}

/** A word by itself: a slice would hold the whole text in memory for as long as the word is kept. */
function copied(text: string, from: number, to: number): string {
  const units: number[] = [];
  for (let at = from; at < to; at += 1) units.push(text.charCodeAt(at));
  return textOf(units);
}

/**
 * What is known of the word between two places; `hash` is the sum of its letters, and `own` the word where letters of it lie
 * outside Latin-1.
 */
export function lexemeOf(
  book: Book,
  text: string,
  own: string | undefined,
  from: number,
  to: number,
  hash: number,
): Lexeme {
  let slot = (hash ^ (hash >>> 15)) & (slots - 1);
  if (own === undefined) {
    for (let there = shelf[slot]; there !== undefined; there = shelf[slot]) {
      if (sums[slot] === hash && there.text.length === to - from && text.startsWith(there.text, from))
        return there;
      slot = (slot + 1) & (slots - 1);
    }
  }
  const word = own ?? copied(text, from, to);
  const passing = book.words?.get(word);
  if (passing !== undefined) return passing;
  const lexeme = made(word);
  if (own === undefined && explained(lexeme)) {
    if (kept >= capacity) {
      shelf.fill(undefined);
      kept = 0;
      slot = (hash ^ (hash >>> 15)) & (slots - 1);
    }
    shelf[slot] = lexeme;
    sums[slot] = hash;
    kept += 1;
  } else {
    book.words ??= new Map();
    book.words.set(word, lexeme);
  }
  return lexeme;
}

/** Whether a word is none of those that may be somebody's name: in a list, in the dictionary, or too short for one no list holds. */
const explained = (lexeme: Lexeme): boolean => {
  const { length } = lexeme.key;
  return length <= 3 || (length <= 24 && (signsOf(lexeme.key) !== 0 || isOrdinary(lexeme)));
};

/** Whether the dictionary explains a word, remembered with it. */
export function isOrdinary(lexeme: Lexeme): boolean {
  lexeme.ordinary ??= ordinary(lexeme.key);
  return lexeme.ordinary;
}
