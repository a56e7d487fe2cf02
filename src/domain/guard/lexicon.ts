import { englishStems } from './lists/englishDictionary.ts';
import { moreEnglishWords } from './lists/englishWork.ts';
import { firstNames } from './lists/firstNames.ts';
import { moreFirstNames } from './lists/moreFirstNames.ts';
import { moreFirstNamesFar } from './lists/moreFirstNamesFar.ts';
import { moreSurnames } from './lists/moreSurnames.ts';
import { nordicFirstNames, nordicSurnames } from './lists/nordicNames.ts';
import { englishWords, openFirstNames, openSurnames } from './lists/openNames.ts';
import { surnames } from './lists/surnames.ts';
import { swedishProper } from './lists/swedishProper.ts';
import { swedishStems } from './lists/swedishWords.ts';
import { wordlikeNames } from './lists/wordlikeNames.ts';
import { workWords } from './lists/workWords.ts';
import { keyOf } from './nameKey.ts';
import { thingNames, wordNames } from './nameWords.ts';
import { mark, signsOf } from './signTable.ts';
import { soundOf } from './soundOf.ts';

/** What the lists say of a word: any of these bits, 0 when they say nothing. */
export const first = 1;
export const last = 2;
/** A name that is also an ordinary word. */
export const wordlike = 4;
/** A name that is also a town, a firm, an illness, or a surname that is also a word. */
export const thinglike = 8;
/** An ordinary Swedish word or the stem of one; also its spelling without rings and dots. */
export const stem = 16;
/** An ordinary English word. */
export const english = 32;
/** A proper noun of the Swedish dictionary that no list knows as a person's name. */
export const proper = 64;

/** What is left of a Swedish word that ends in a or e when an ending takes the vowel's place. */
export const root = 128;

/** Reads a front-coded list: a figure or capital for the letters kept from the word before, then the rest. */
function unpack(packed: string, each: (word: string) => void): void {
  let word = '';
  let from = 0;
  while (from < packed.length) {
    let to = from + 1;
    // Figures and capitals come before the small letters.
    while (to < packed.length && packed.charCodeAt(to) > 0x5a) to += 1;
    word = word.slice(0, Number.parseInt(packed.charAt(from), 36)) + packed.slice(from + 1, to);
    each(word);
    from = to;
  }
}

/** Forms of ordinary words that some list of names holds: a text with one speaks of the thing. */
const neverNames = new Set(
  'domen armen kajen muren boet andel antal aren basar bakar bastar hud jaga karta kyler lura leta lyda lika prov reta rike server sidor sloka spela tung tur tuta vagn vik vin vinka juste metod melodi hata heja helger sem jula misa fem elva lex'.split(
    ' ',
  ),
);

const groups = (lists: readonly Readonly<Record<string, string>>[], each: (word: string) => void): void => {
  for (const list of lists)
    for (const names of Object.values(list))
      for (const name of names.split(/\s+/)) if (name && !neverNames.has(keyOf(name))) each(keyOf(name));
};

const flat = (key: string): string => key.replace(/[åä]/g, 'a').replaceAll('ö', 'o');

groups([firstNames, moreFirstNames, moreFirstNamesFar, nordicFirstNames], (key) => mark(key, first));
groups([surnames, moreSurnames, nordicSurnames], (key) => mark(key, last));
unpack(openFirstNames, (key) => {
  if (!neverNames.has(key)) mark(key, first);
});
unpack(openSurnames, (key) => mark(key, last));
unpack(wordlikeNames, (key) => mark(key, (signsOf(key) & first) === 0 ? thinglike : wordlike));
for (const key of wordNames) mark(key, wordlike);
for (const key of thingNames) mark(key, thinglike);

/** How first names sound, for spellings no list holds; made before the words join, so that only names are in it. */
const sounds = new Set<string>();
const sound = (key: string): void => {
  if (key.length >= 5 && (signsOf(key) & (wordlike | thinglike)) === 0) sounds.add(soundOf(key));
};
groups([firstNames, moreFirstNames, moreFirstNamesFar], sound);
unpack(openFirstNames, sound);

unpack(swedishStems, (key) => {
  mark(key, stem);
  const kept = key.length > 3 && /[ae]$/.test(key) ? key.slice(0, -1) : undefined;
  if (kept !== undefined) mark(kept, root);
  if (!/[åäö]/.test(key)) return;
  mark(flat(key), stem);
  if (kept !== undefined) mark(flat(kept), root);
});
for (const key of workWords.split(/\s+/)) {
  const signs = signsOf(key);
  if (key === '') continue;
  mark(key, (signs & first) !== 0 ? stem | wordlike : (signs & last) !== 0 ? stem | thinglike : stem);
}
for (const list of [englishWords, englishStems]) unpack(list, (key) => mark(key, english));
for (const key of moreEnglishWords.split(/\s+/))
  if (key !== '')
    mark(
      key,
      english | ((signsOf(key) & first) !== 0 ? wordlike : (signsOf(key) & last) !== 0 ? thinglike : 0),
    );
unpack(swedishProper, (key) => mark(key, proper));

/** Whether a word sounds like a listed first name of five letters or more. */
export const soundsListed = (key: string): boolean => sounds.has(soundOf(key));

export { signsOf } from './signTable.ts';
