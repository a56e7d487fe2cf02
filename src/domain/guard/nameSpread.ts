import type { Finding } from './finding.ts';
import { adjacent, functionWord, listing, open } from './nameContext.ts';
import type { Reading } from './nameReading.ts';
import { deeds, sayable } from './nameWords.ts';
import type { Normalised } from './normalise.ts';

/** Lets a name reach its neighbours: the rest of the name, and the other names of a list. */
export function spread(
  text: Normalised,
  readings: readonly Reading[],
  opening: readonly boolean[],
  found: boolean[],
): void {
  const { words } = text;
  const belongs = (i: number): boolean => {
    const word = words[i]!;
    if (word.capital && readings[i]!.kind !== 'none') return !word.shouted || word.key.length > 3;
    return open(word) && !functionWord.test(word.lower);
  };
  for (let i = 1; i < words.length; i += 1) {
    if (found[i] || !found[i - 1]) continue;
    const left = words[i - 1]!;
    const word = words[i]!;
    if (adjacent(text, left, word) && !(opening[i] && !/"$/.test(text.text.slice(left.end, word.start)))) {
      if (readings[i - 1]!.genitive && !readings[i]!.last && /'?s$/.test(left.lower)) continue;
      if (
        belongs(i) &&
        !(
          readings[i]!.kind === 'none' &&
          readings[i - 1]!.kind === 'none' &&
          i > 1 &&
          found[i - 2] &&
          i > 2 &&
          found[i - 3]
        )
      )
        found[i] = true;
      else if (
        !left.capital &&
        !word.capital &&
        (readings[i]!.last || readings[i]!.kind === 'sure') &&
        readings[i - 1]!.first &&
        sayable(word) &&
        !deeds.has(word.lower)
      )
        found[i] = true;
    } else if (listing(text, left, word) && word.capital && readings[i]!.first && !opening[i]) {
      found[i] = true;
    }
  }
  // "Agnieszka och Wojciech", "Saga, Love och Frank"
  for (let i = 2; i < words.length; i += 1) {
    if (found[i] || !found[i - 2] || !/^(?:och|and|samt|&|o|eller)$/.test(words[i - 1]!.lower)) continue;
    if (
      words[i]!.capital &&
      readings[i]!.kind !== 'none' &&
      (readings[i]!.kind !== 'thing' || readings[i]!.first)
    )
      found[i] = true;
  }
  for (let i = words.length - 2; i >= 0; i -= 1) {
    if (found[i]) continue;
    const word = words[i]!;
    const next = words[i + 1]!;
    if (found[i + 1] && next.capital && adjacent(text, word, next) && !opening[i + 1] && word.capital) {
      const listedFirst = readings[i]!.first && readings[i]!.kind !== 'thing';
      if (listedFirst || (!opening[i] && belongs(i))) found[i] = true;
    } else if (
      found[i + 1] &&
      listing(text, word, next) &&
      word.capital &&
      !opening[i] &&
      readings[i]!.first
    ) {
      found[i] = true;
    }
  }
}

/** Neighbouring name words as one finding each. */
export function stretches(text: Normalised, found: readonly boolean[]): Finding[] {
  const findings: Finding[] = [];
  let last: Finding | undefined;
  for (const [i, word] of text.words.entries()) {
    if (!found[i]) {
      last = undefined;
      continue;
    }
    const left = text.words[i - 1];
    if (
      last !== undefined &&
      left !== undefined &&
      /^[ _.']{1,2}$/.test(text.text.slice(left.end, word.start))
    )
      last.end = word.end;
    else {
      last = { type: 'person', start: word.start, end: word.end };
      findings.push(last);
    }
  }
  return findings;
}
