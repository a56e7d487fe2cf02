import { announcedBirths } from './birthCued.ts';
import { birthPairs } from './birthPairs.ts';
import { longPast } from './birthPast.ts';
import { saidBirths } from './birthSaid.ts';
import type { Finding } from './finding.ts';
import type { Normalised } from './normalise.ts';

/** Dates of birth: behind a word of birth or identity, by what is said of the day, long past, and others beside such a date. */
export function birthdate(text: Normalised): Finding[] {
  const found = [...announcedBirths(text), ...saidBirths(text), ...longPast(text)];
  const pairs = birthPairs(text, found);
  return pairs.length === 0 ? found : [...found, ...pairs];
}
