import { english, first, last, signsOf, soundsListed, stem, thinglike, wordlike } from './lexicon.ts';
import { foreign } from './nameKey.ts';
import { shaped } from './nameShapes.ts';
import { properWords, roles } from './nameWords.ts';
import { inflected, ordinary, otherProper, slip } from './ordinary.ts';
import { institutional, placeNames } from './places.ts';
import { remedy } from './remedies.ts';
import { isOrdinary } from './wordBook.ts';
import type { Word } from './words.ts';

/** Whether a word in its list form is a first name, whatever else it may be. */
export const isFirstName = (key: string): boolean => (signsOf(key) & first) !== 0;
/** Whether a word in its list form is a first name or a surname, whatever else it may be. */
export const isListed = (key: string): boolean => (signsOf(key) & (first | last)) !== 0;

/**
 * How a word of the text relates to the lists: a `sure` name, one that is also a `word` or a `thing` (a town, a firm, an
 * illness), an `odd` word that stands in no list of names and in no dictionary as it is, or `none`. A `guess` goes by a
 * surname's ending alone.
 */
export type Reading = {
  readonly kind: 'sure' | 'word' | 'thing' | 'odd' | 'none';
  readonly first: boolean;
  readonly last: boolean;
  readonly genitive: boolean;
  readonly guess?: true;
};

const swedishSurname =
  /^\p{L}{2,}(?:sson|qvist|kvist|gren|blom|ström|strand|stedt|dahl|blad|löf|hjelm|sköld|crantz|krantz)s?$/u;

/** The reading of a word that is no name. */
export const none: Reading = { kind: 'none', first: false, last: false, genitive: false };
/** Whether the lists hold the word as a name, surely or not. */
export const isNamed = (reading: Reading): boolean => reading.kind !== 'none' && reading.kind !== 'odd';
const odd: Reading = { kind: 'odd', first: false, last: false, genitive: false };

function readingOf(key: string, signs: number): Omit<Reading, 'genitive'> {
  const kind =
    (signs & thinglike) !== 0 ? 'thing' : (signs & wordlike) !== 0 || key.length < 3 ? 'word' : 'sure';
  return { kind, first: (signs & first) !== 0, last: (signs & last) !== 0 };
}

function lookUp(key: string): Omit<Reading, 'genitive'> | undefined {
  const signs = signsOf(key);
  return (signs & (first | last)) === 0 ? undefined : readingOf(key, signs);
}

const article = /^(?:al|el|ul|abu|ibn|bin|ben|ait|ould|mc|mac|o)-\p{L}{3,}/u;

/** What is called after whom it is about. */
const affair = /^(?:ärendet?|fallet|akten|mötet|frågan|utredningen|historien|problemet|saken)$/;

/** A double name such as Ann-Sofie, or a surname with an article such as Al-Khatib. */
function readDouble(word: Word): Reading {
  if (properWords.has(word.key)) return none;
  const parts = word.key.replace(/'s$/, '').split('-');
  // "LUH-Abdullahi_Guled-v2", as files are called
  if (parts.length === 2) {
    const [lead, tail] = [parts[0]!, parts[1]!];
    const only = tail.length === 1 ? lead : /-\p{Lu}/u.test(word.text) && ordinary(lead) ? tail : undefined;
    const known = only === undefined ? undefined : lookUp(only);
    if (known?.kind === 'sure') return { ...known, genitive: false };
  }
  // "Nadia-ärendet"
  if (parts.length === 2 && affair.test(parts[1]!) && lookUp(parts[0]!)?.kind === 'sure')
    return { ...lookUp(parts[0]!)!, genitive: false };
  const found = parts.map((part) => lookUp(part) ?? lookUp(part.replace(/s$/, '')));
  if (parts.length <= 4 && found.every((part) => part !== undefined)) {
    return { kind: 'sure', first: found[0]!.first, last: found[0]!.last, genitive: /s$/.test(word.key) };
  }
  // "Tuva-Li"
  if (parts.length === 2 && found[0]?.first && /^(?:li|lo|my|liv|lis|maj|may|ann|bo)s?$/.test(parts[1]!))
    return { kind: 'sure', first: true, last: false, genitive: /s$/.test(word.key) };
  // "Inger-Aile": a name and a word of no dictionary.
  if (
    parts.length === 2 &&
    found.some((part) => part?.first) &&
    parts.every((part, i) => found[i]?.first || (part.length >= 4 && !ordinary(part, 6)))
  )
    return { kind: 'sure', first: true, last: true, genitive: /s$/.test(word.key) };
  // "Epikris-Sahra-Guled.docx"
  if (parts.length === 3 && found[1]?.first && found[2] !== undefined && ordinary(parts[0]!))
    return { kind: 'sure', first: true, last: true, genitive: false };
  if (article.test(word.key) && (word.capital || !ordinary(parts[1]!)))
    return { kind: 'sure', first: true, last: true, genitive: false };
  return none;
}

/** A word of no list that is made like a name or sounds like one, and that no dictionary explains. */
function readMade({ key, lexeme }: Word, bare: string): Reading {
  if (key.length < 5 || key.length > 20) return odd;
  const whole = shaped(key) || soundsListed(key);
  if (!whole && !(bare !== key && soundsListed(bare))) return odd;
  if (isOrdinary(lexeme) || otherProper(key) || slip(key) || remedy(key)) return odd;
  return { kind: 'sure', first: true, last: true, genitive: !whole || /s$/.test(key) };
}

/** What a word is by the lists, remembered with it. */
export function readingOfWord(word: Word): Reading {
  word.lexeme.reading ??= read(word);
  return word.lexeme.reading;
}

/** Reads a word against the lists: as it stands, without a genitive's s, without foreign dots, by how it is made or sounds. */
export function read(word: Word): Reading {
  const { key } = word;
  const signs = signsOf(key);
  if ((signs & (first | last)) !== 0) return { ...readingOf(key, signs), genitive: /[sxz]$/.test(key) };
  if (!word.capital && ((signs & (stem | english)) !== 0 || key.length < 3)) return none;
  if (key.includes('-')) return readDouble(word);
  if (word.capital && (properWords.has(key) || (signs & thinglike) !== 0)) return none;
  const bare = key.endsWith('s') ? key.slice(0, key.endsWith("'s") ? -2 : -1) : key;
  const owner = bare === key || bare.length < 2 ? undefined : lookUp(bare);
  if (owner !== undefined && (word.capital || owner.kind !== 'sure' || !inflected(key)))
    return { ...owner, genitive: true };
  if (key.length < 3) return none;
  if (!word.capital) return inflected(key) ? none : readMade(word, bare);
  if (properWords.has(key) || placeNames.has(key) || placeNames.has(bare) || institutional.test(key))
    return none;
  // Gökhan and Çağlar stand without dots in the list; Swedish words with dots make this a weaker reading.
  const flat = /[åäö]/.test(key) ? lookUp(key.normalize('NFD').replace(/\p{M}/gu, '')) : undefined;
  // "Först" is no Forst.
  if (flat !== undefined && flat.kind === 'sure' && !inflected(key))
    return { ...flat, kind: 'word', genitive: false };
  if ((signsOf(bare) & thinglike) !== 0) return none;
  if (swedishSurname.test(key) && !isOrdinary(word.lexeme)) {
    const genitive = /s$/.test(key) && !/sson$/.test(key);
    return { kind: 'sure', first: false, last: true, genitive, guess: true };
  }
  if (roles.has(key)) return none;
  if (foreign(word.lower) || !inflected(key)) return readMade(word, bare);
  if (key.length < 5 || (signsOf(key) & (stem | english)) !== 0 || !shaped(key)) return none;
  return { kind: 'word', first: true, last: true, genitive: false };
}
