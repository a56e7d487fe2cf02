import { closes, endingsOf } from './endings.ts';
import { english, first, last, proper, root, signsOf, stem } from './lexicon.ts';

const endings = endingsOf(
  's n t a e r en et ar er or na as es ns ts rs de te dd tt ad st d are ast aste ande ende ens ets ars ers ors rna arna erna orna rnas arnas ernas ornas nas ade ades ats at des tes its it bart bar bara het heten heter ning ningen ningar ningarna ningens nings ningarnas lig liga ligt ligen ligare isk iska iskt ig iga igt igare igast igheten ighet an ans lös lösa löst löshet vis vist visa else elser elsen elserna aren arens ares skap skapen dom domen mässig mässigt mässiga nar aktig aktiga aktigt iv ivt iva ist ister isten ism ismen ering eringen eringar erad erat erade era erar eras erande erats ion ionen ioner ionerna itet iteten andet andes anden andena endet dde ddes tts tta',
);
const prefixes =
  /^(?:be|för|in|ut|upp|om|av|på|åter|över|under|sam|miss|an|till|fram|ned|ner|bort|mot|med|efter|före|vid|själv|ny|hop|ihop|genom|kring|icke|ej|re|de|dis|o)/;
/** The longest word that is taken apart; a longer one is no name and no word worth the work. */
const longest = 24;

const isStem = (key: string): boolean => (signsOf(key) & (stem | root)) !== 0;

const onStem = (word: string, kept: number): boolean => (signsOf(word, kept) & (stem | root)) !== 0;

/** Whether a word is a Swedish one as it stands or with a regular ending. */
const swedish = (key: string): boolean => (signsOf(key) & stem) !== 0 || closes(endings, key, 3, onStem);

/** Whether a word is an ordinary Swedish or English one as it stands or with a regular ending. */
export const inflected = (key: string): boolean => (signsOf(key) & english) !== 0 || swedish(key);

/** Whether a beginning can stand first in a compound, with its prefix and its linking s or vowel. */
function leads(part: string): boolean {
  if (isStem(part)) return true;
  const bare = part.endsWith('s') ? part.slice(0, -1) : part;
  if (part.length > 6) {
    if (inflected(bare)) return true;
    const prefix = prefixes.exec(bare)?.[0] ?? '';
    if (prefix !== '' && bare.length - prefix.length >= 3 && inflected(bare.slice(prefix.length)))
      return true;
  }
  if (bare !== part) return isStem(bare);
  // "Tandläkar-", "sköterske-": who does it, first in a compound.
  if (part.length >= 5 && part.endsWith('ar') && isStem(`${part}e`)) return true;
  if (part.length >= 6 && part.endsWith('e') && isStem(`${part.slice(0, -1)}a`)) return true;
  return part.length >= 4 && /[aeou]$/.test(part) && isStem(part.slice(0, -1));
}

/** Whether a word can be put together from ordinary Swedish words, four parts at most; from every seam once, so no blow-up. */
function compound(key: string): boolean {
  if (key.length < 6) return false;
  const parts = new Uint8Array(key.length);
  for (let from = 0; from <= key.length - 6; from += 1) {
    if (from > 0 && parts[from] === 0) continue;
    const prefix = prefixes.exec(key.slice(from))?.[0] ?? '';
    if (prefix !== '' && key.length - from - prefix.length >= 4 && inflected(key.slice(from + prefix.length)))
      return true;
    if (parts[from]! > 2) continue;
    for (let seam = from + 3; seam <= key.length - 3; seam += 1) {
      if (parts[seam] !== 0 || !leads(key.slice(from, seam))) continue;
      if (inflected(key.slice(seam))) return true;
      parts[seam] = parts[from]! + 1;
    }
  }
  return false;
}

/** Whether a word of eight letters is two whole words: `bildtolk`. */
const pair = (key: string): boolean =>
  [3, 4].some((seam) => onStem(key, seam) && (signsOf(key.slice(seam)) & stem) !== 0);

/** Whether a word is an English one with a regular ending: refuses, asked, waiting. */
function englishForm(key: string): boolean {
  if (key.startsWith('un') && key.length > 7 && englishForm(key.slice(2))) return true;
  const ending = /(?:'s|ies|es|s|ied|ed|d|ing|er|ly|r|n't)$/.exec(key)?.[0];
  if (ending === undefined || key.length - ending.length < 3) return false;
  const base = key.slice(0, -ending.length);
  if (ending === "'s" && (signsOf(base) & (first | last)) === 0 && isStem(base)) return true;
  return [base, `${base}e`, `${base}y`, base.replace(/(.)\1$/, '$1')].some(
    (form) => (signsOf(form) & english) !== 0,
  );
}

/** Whether a word in list form is explained by the dictionary: as it stands, inflected, or put together when it is that long. */
export function ordinary(key: string, shortest = 9): boolean {
  if (key.length > longest || /(?:liknande|artade?|relaterade?)$/.test(key)) return true;
  // "Läkarn", "direktnr": as they are said and shortened.
  if (key.endsWith('arn') && leads(key.slice(0, -1))) return true;
  if (key.endsWith('nr') && key.length > 5 && inflected(key.slice(0, -2))) return true;
  return inflected(key) || englishForm(key) || (key.length >= shortest && compound(key));
}

/** The rows of a keyboard: a letter too many is one beside the letter that was meant, or that letter twice. */
const rows = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];
const placeOf = new Map(
  rows.flatMap((row, y) => [...row].map((letter, x) => [letter, { x: x + y * 0.4, y }] as const)),
);
const isNear = (one: string, other: string): boolean => {
  const [a, b] = [placeOf.get(one), placeOf.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a.y - b.y) <= 1 && Math.abs(a.x - b.x) < 1.5;
};
const slips = (key: string, i: number): boolean =>
  isNear(key.charAt(i), key.charAt(i - 1)) || isNear(key.charAt(i), key.charAt(i + 1));

/** Whether a letter left out here explains a long word: `religösa`. */
const leftOut = (before: string, after: string): boolean =>
  before.length > 1 && [...'aeiodgklmnrstuyåäö'].some((letter) => swedish(`${before}${letter}${after}`));

/**
 * Whether one slip of the finger explains a word: a letter too many, two swapped, one of a pair left out. `loosely`, as for words
 * without a capital: any letter, and two short words written together.
 */
export function slip(key: string, loosely = false): boolean {
  if (key.length < 5 || key.length > 16) return false;
  if (loosely && key.length === 8 && pair(key)) return true;
  for (let i = 0; i < key.length; i += 1) {
    const before = key.slice(0, i);
    const after = key.slice(i + 1);
    // Nobody's finger adds an o at the end; names do.
    if (!(after === '' && /[oiuy]/.test(key.charAt(i))) && slips(key, i) && swedish(before + after))
      return true;
    if (swedish(`${before}${key.charAt(i)}${key.charAt(i)}${after}`)) return true;
    if (loosely && key.length >= 10 && ordinary(before + after)) return true;
    if (loosely && key.length >= 8 && leftOut(before, key.slice(i))) return true;
    if (i + 1 < key.length && swedish(`${before}${key.charAt(i + 1)}${key.charAt(i)}${key.slice(i + 2)}`))
      return true;
  }
  return false;
}

/** Whether a word is a proper noun that no list knows as a person's, genitive included. */
export const otherProper = (key: string): boolean => {
  const signs = signsOf(key);
  if ((signs & (first | last)) !== 0) return false;
  return (signs & proper) !== 0 || (key.endsWith('s') && (signsOf(key.slice(0, -1)) & proper) !== 0);
};
