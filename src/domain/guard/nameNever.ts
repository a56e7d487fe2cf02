import { english, signsOf } from './lexicon.ts';
import type { Reading } from './nameReading.ts';
import { isFirstName } from './nameReading.ts';
import { set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { placeNames } from './places.ts';
import type { Word } from './words.ts';

/** Two words that look like somebody's name: a method and shops. */
const pairs = new Map([
  ['marte', 'meo'],
  ['clas', 'ohlson'],
  ['iris', 'hadar'],
  ['ica', 'maxi'],
  ['dalheimers', 'hus'],
  ['lilla', 'edet'],
  ['ncs', 'cross'],
  ['fia', 'med'],
  ['grön', 'rehab'],
  ['viking', 'lines'],
]);

/** Whether a word is half of something that only looks like somebody's name. */
export const isPaired = ({ key }: Word, before: Word | undefined, after: Word | undefined): boolean =>
  (after !== undefined && pairs.get(key) === after.key) ||
  (before !== undefined && pairs.get(before.key) === key);

/** Places to eat, buy and have one's hair cut: whoever's name they bear is nobody here. */
const premises =
  /^(?:café|kafé|cafe|restaurang|pizzeria|butik|frisör|salong|bageri|kiosk|grill|krog)(?:en|et|n)?$/;

/** What is laid out in a town and named after somebody. */
const laidOut = /^(?:torg|gata|väg|plats|plan|allé|park|stråk|backe)$/;

/** "Vid Selma Lagerlöfs torg": whether a word is part of such a name. */
function isLaidOut({ words }: Normalised, i: number): boolean {
  return [i, i + 1].some((n) => {
    const [name, surname, place] = [words[n - 1], words[n], words[n + 1]];
    if (name === undefined || surname === undefined || place === undefined) return false;
    return (
      surname.lower.endsWith('s') &&
      surname.capital &&
      !place.capital &&
      name.capital &&
      isFirstName(name.key) &&
      surname.start - name.end === 1 &&
      place.start - surname.end === 1 &&
      laidOut.test(place.lower)
    );
  });
}

const house = /(?:gymnasiet|skolan|kyrkan|torget|hallen|salen|sjukhuset|parken)$/;

/** Little words of English that stand beside any word, and beside no name that somebody writes without a capital in Swedish. */
const beside = set('would will could should or and the to of low a if before while she he they we it');
const inEnglish = ({ words }: Normalised, i: number): boolean =>
  beside.has(words[i + 1]?.lower ?? '') || (i === 0 && /^(?:is|was)$/.test(words[1]?.lower ?? ''));

/** Whether a listed name is something else by what follows it at once; `opens` where it opens the sentence. */
export function isElse(
  text: Normalised,
  i: number,
  { kind, genitive }: Reading,
  next: Word | undefined,
  opens: boolean,
): boolean {
  const word = text.words[i]!;
  // "Att den andre gör det"
  if (
    !word.capital &&
    word.key === 'andre' &&
    /^(?:den|det|de|var|varje)$/.test(text.words[i - 1]?.lower ?? '')
  )
    return true;
  // "When the ferry starts"
  if (!word.capital && text.words[i - 1]?.lower === 'the') return true;
  if (next === undefined) return false;
  const follows = next.lower;
  if (genitive && premises.test(follows)) return true;
  if (word.capital && isLaidOut(text, i)) return true;
  // "Per Brahegymnasiet"
  if (next.capital && house.test(follows)) return true;
  if (!word.capital && (signsOf(word.key) & english) !== 0 && inEnglish(text, i)) return true;
  // "Gula villan"
  if (/^(?:gula|röda|vita|gröna)$/.test(word.key) && !next.capital && /(?:an|en|et)$/.test(follows))
    return true;
  if (!opens) return false;
  const [{ key }, , third, fourth] = text.words.slice(i, i + 4) as [Word, Word, Word?, Word?];
  const then = third?.lower ?? '';
  return (
    // What is done to a part of the body: "Linda foten".
    (key === 'linda' && !next.capital && /(?:en|et|an|na)$/.test(follows === 'om' ? then : follows)) ||
    // "Sue the agency?", "Hope is not a plan"
    /^(?:the|an?|your|my)$/.test(follows) ||
    (follows === 'is' && /^(?:not|an?|the)$/.test(then)) ||
    // "Åsa ligger i Kungsbacka"
    (follows === 'ligger' && then === 'i' && placeNames.has(fourth?.key ?? '')) ||
    // "Modig är den som"
    (kind !== 'sure' && follows === 'är' && /^de[nt]?$/.test(then))
  );
}
