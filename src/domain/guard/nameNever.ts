import type { Reading } from './nameReading.ts';
import type { Normalised } from './normalise.ts';
import { placeNames } from './places.ts';
import type { Word } from './words.ts';

/** Two words that look like somebody's name: a method and shops. */
const pairs = new Map([
  ['marte', 'meo'],
  ['clas', 'ohlson'],
  ['iris', 'hadar'],
  ['ica', 'maxi'],
]);

/** Whether a word is half of something that only looks like somebody's name. */
export const isPaired = ({ key }: Word, before: Word | undefined, after: Word | undefined): boolean =>
  (after !== undefined && pairs.get(key) === after.key) ||
  (before !== undefined && pairs.get(before.key) === key);

/** Places to eat, buy and have one's hair cut: whoever's name they bear is nobody here. */
const premises =
  /^(?:café|kafé|cafe|restaurang|pizzeria|butik|frisör|salong|bageri|kiosk|grill|krog)(?:en|et|n)?$/;

/** Whether a listed name is something else by what follows it at once; `opens` where it opens the sentence. */
export function isElse(
  { words }: Normalised,
  i: number,
  { kind, genitive }: Reading,
  next: Word | undefined,
  opens: boolean,
): boolean {
  if (next === undefined) return false;
  const follows = next.lower;
  if (genitive && premises.test(follows)) return true;
  if (!opens) return false;
  const [{ key }, , third, fourth] = words.slice(i, i + 4) as [Word, Word, Word?, Word?];
  const then = third?.lower ?? '';
  return (
    // What is done to a part of the body: "Linda foten".
    (key === 'linda' && !next.capital && /(?:en|et|an|na)$/.test(follows)) ||
    // "Sue the agency?", "Hope is not a plan"
    /^(?:the|an?|your|my)$/.test(follows) ||
    (follows === 'is' && /^(?:not|an?|the)$/.test(then)) ||
    // "Åsa ligger i Kungsbacka"
    (follows === 'ligger' && then === 'i' && placeNames.has(fourth?.key ?? '')) ||
    // "Modig är den som"
    (kind !== 'sure' && follows === 'är' && /^de[nt]?$/.test(then))
  );
}
