import { adjacent } from './nameContext.ts';
import { roles, set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';

const change = set(
  'byta byter bytte bytt ändra ändrar ändrade ändrat övergå övergår övergick övergått växla växlar växlade växlat skifta skiftar skiftade flytta flyttar flyttade flyttat konvertera konverterar konverterade uppgradera uppgraderar uppgraderade återgå återgår återgick trappa trappar trappade titrera titreras titrerade',
);
const going = set('gå går gick gått');
const aside = set('över ner ned upp tillbaka in');
const apart = set('hem ihop samman hos vidare');
const ends = /[.!?\n;:]/;

/** "Byter till korsved, går över till metrosan": a change leads from thing to thing, not to a person. */
export function changes(text: Normalised, i: number): boolean {
  const { words } = text;
  const towards = words[i - 1];
  if (towards === undefined || !/^(?:till|från|med)$/.test(towards.lower)) return false;
  for (let n = i - 2; n >= 0 && n >= i - 6; n -= 1) {
    const { lower, end } = words[n]!;
    if (ends.test(text.text.slice(end, words[n + 1]!.start))) return false;
    if (change.has(lower)) return towards.lower !== 'med' || n === i - 2;
    if (going.has(lower))
      return towards.lower !== 'med' && (n === i - 2 || (n === i - 3 && aside.has(words[i - 2]!.lower)));
    if (apart.has(lower) || roles.has(lower)) return false;
    if (!adjacent(text, words[n]!, words[n + 1]!)) return false;
  }
  return false;
}
