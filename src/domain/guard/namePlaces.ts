import type { Normalised } from './normalise.ts';
import { placeNames } from './places.ts';

/** "Från Vilhelmina till Dorotea", "Hedemora, Ludvika och Filipstad": a town that is also a name, beside another town. */
export function amongPlaces(text: Normalised, i: number): boolean {
  const { words } = text;
  if (!placeNames.has(words[i]!.key)) return false;
  for (const step of [-1, 1] as const) {
    const near = words[i + step];
    if (near === undefined) continue;
    const other = near.capital
      ? near
      : /^(?:och|eller|till|samt|eller|mot)$/.test(near.lower)
        ? words[i + 2 * step]
        : undefined;
    if (other === undefined || !other.capital || !placeNames.has(other.key)) continue;
    const [from, to] = step === 1 ? [words[i]!.end, other.start] : [other.end, words[i]!.start];
    // Side by side without a comma they are the two names of one person.
    if (to - from > 1 && !/[.:;!?\n]/.test(text.text.slice(from, to))) return true;
  }
  return false;
}
