import { firstNames } from './firstNames.ts';
import { thingNames, wordNames } from './nameWords.ts';
import { institutional, placeNames } from './places.ts';
import { surnames } from './surnames.ts';
import type { Word } from './words.ts';
import { keyOf } from './words.ts';

const listed = (groups: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.values(groups).flatMap((names) => names.split(/\s+/).filter(Boolean).map(keyOf)));
const firsts = listed(firstNames);
const lasts = listed(surnames);

/** Whether a word in its list form is a first name, whatever else it may be. */
export const isFirstName = (key: string): boolean => firsts.has(key);
/** Whether a word in its list form is a first name or a surname, whatever else it may be. */
export const isListed = (key: string): boolean => firsts.has(key) || lasts.has(key);

/**
 * How a word of the text relates to the lists: a `sure` name, one that is also a `word` or a `thing` (a town, a firm, an
 * illness), or `none`. A `guess` goes by a surname's ending alone.
 */
export type Reading = {
  readonly kind: 'sure' | 'word' | 'thing' | 'none';
  readonly first: boolean;
  readonly last: boolean;
  readonly genitive: boolean;
  readonly guess?: true;
};

const swedishSurname =
  /^\p{L}{2,}(?:sson|qvist|kvist|gren|blom|ström|strand|stedt|dahl|blad|löf|hjelm|sköld|crantz|krantz)s?$/u;
const foreignSurname =
  /^\p{L}{3,}(?:ovic|evic|enko|chuk|czyk|wicz|owski|owska|ewski|ewska|inski|zadeh|zada|oglu|pour|nejad|shvili|idze|yan|onen|änen|önen|opoulos|escu|mariam|medhin|ullah|uddin|selassie|yesus|porn)s?$/u;

/** The reading of a word that no list holds. */
export const none: Reading = { kind: 'none', first: false, last: false, genitive: false };

function lookUp(key: string): Omit<Reading, 'genitive'> | undefined {
  const first = firsts.has(key);
  const last = lasts.has(key);
  if (!first && !last) return undefined;
  const kind = thingNames.has(key) ? 'thing' : wordNames.has(key) || key.length < 3 ? 'word' : 'sure';
  return { kind, first, last };
}

/** A double name such as Ann-Sofie, or a surname with an article such as Al-Khatib. */
function readDouble(word: Word): Reading {
  const parts = word.key.replace(/'s$/, '').split('-');
  const found = parts.map((part) => lookUp(part) ?? lookUp(part.replace(/s$/, '')));
  if (parts.length <= 4 && found.every((part) => part !== undefined)) {
    return { kind: 'sure', first: found[0]!.first, last: found[0]!.last, genitive: /s$/.test(word.key) };
  }
  if (word.capital && /^(?:al|el|abu|ibn|bin|ben|ait|ould|mc|mac|o)-\p{L}{3,}/u.test(word.key)) {
    return { kind: 'sure', first: false, last: true, genitive: false };
  }
  return none;
}

/** Reads a word against the lists: as it stands, without a genitive's s, without foreign dots, by a surname's ending. */
export function read(word: Word): Reading {
  const { key } = word;
  if (key.includes('-')) return readDouble(word);
  const own = lookUp(key);
  if (own !== undefined) return { ...own, genitive: /[sxz]$/.test(key) };
  const bare = key.replace(/(?:'s|s)$/, '').replace(/'$/, '');
  const owner = bare === key || bare.length < 2 ? undefined : lookUp(bare);
  if (owner !== undefined) return { ...owner, genitive: true };
  if (!word.capital || placeNames.has(key) || placeNames.has(bare) || institutional.test(key)) return none;
  // Gökhan and Çağlar stand without dots in the list; Swedish words with dots make this a weaker reading.
  const flat = /[åäö]/.test(key) ? lookUp(key.normalize('NFD').replace(/\p{M}/gu, '')) : undefined;
  if (flat !== undefined && flat.kind === 'sure') return { ...flat, kind: 'word', genitive: false };
  if (thingNames.has(bare) || !(swedishSurname.test(key) || foreignSurname.test(key))) return none;
  return {
    kind: 'sure',
    first: false,
    last: true,
    genitive: /s$/.test(key) && !/sson$/.test(key),
    guess: true,
  };
}
