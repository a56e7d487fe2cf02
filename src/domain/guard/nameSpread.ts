import type { Finding } from './finding.ts';
import { adjacent, functionWord, listing, open, spaced } from './nameContext.ts';
import { inDate } from './nameDates.ts';
import type { Reading } from './nameReading.ts';
import { isNamed } from './nameReading.ts';
import { isOdd } from './nameUnknown.ts';
import { deeds, sayable, set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { isOrdinary } from './wordBook.ts';
import { isIn } from './words.ts';

const isAnd = set('och and samt o å & eller el or nej alias');

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
    if (inDate(text, i)) return false;
    if (word.capital && isNamed(readings[i]!)) return !word.shouted || word.key.length > 3;
    return open(word) && !isIn(word, functionWord);
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
          !isNamed(readings[i]!) &&
          !isNamed(readings[i - 1]!) &&
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
        (readings[i]!.last || readings[i]!.kind === 'sure' || isOdd(word, readings[i]!, false)) &&
        (readings[i - 1]!.first || readings[i]!.kind === 'sure') &&
        sayable(word) &&
        !isIn(word, deeds)
      )
        found[i] = true;
    } else if (listing(text, left, word) && word.capital && readings[i]!.first && !opening[i]) {
      found[i] = true;
    }
  }
  // "yasar eller fadime", "nok, ploy": in lower case a listed first name or a word of no dictionary beside a name found.
  for (const step of [1, -1]) {
    for (let n = 1; n < words.length; n += 1) {
      const i = step === 1 ? n : words.length - 1 - n;
      const direct = i - step;
      const over = i - 2 * step;
      if (found[i] || !(found[direct] || found[over]) || words[i]!.capital) continue;
      const [left, right] = step === 1 ? [words[direct]!, words[i]!] : [words[i]!, words[direct]!];
      const beyond = over >= 0 && over < words.length && found[over] && isAnd.has(words[direct]!.lower);
      if (!beyond && !(found[direct] && listing(text, left, right))) continue;
      const reading = readings[i]!;
      const listed =
        reading.first &&
        (reading.kind === 'sure' ||
          !isOrdinary(words[i]!.lexeme) ||
          (beyond && step === 1 && isIn(words[i + 1], deeds) && sayable(words[i]!)));
      const bracketed = beyond || text.text.charAt(Math.min(left.end, text.text.length - 1)) === '/';
      if (listed || (bracketed && isOdd(words[i]!, reading, false))) found[i] = true;
    }
  }
  // "Agnieszka och Wojciech", "Saga, Love och Frank"
  for (let i = 2; i < words.length; i += 1) {
    if (found[i] || !found[i - 2] || !isAnd.has(words[i - 1]!.lower)) continue;
    if (inDate(text, i)) continue;
    if (words[i]!.capital && isNamed(readings[i]!) && (readings[i]!.kind !== 'thing' || readings[i]!.first))
      found[i] = true;
  }
  // "Noi och Jun-Jun Magbanua"
  for (let i = words.length - 3; i >= 0; i -= 1) {
    if (
      found[i] ||
      !found[i + 2] ||
      !isAnd.has(words[i + 1]!.lower) ||
      !words[i]!.capital ||
      !words[i + 2]!.capital
    )
      continue;
    if (
      readings[i]!.first &&
      readings[i]!.kind !== 'thing' &&
      sayable(words[i]!) &&
      spaced(text, words[i]!, words[i + 1]!)
    )
      found[i] = true;
  }
  for (let i = words.length - 2; i >= 0; i -= 1) {
    if (found[i] || !found[i + 1]) continue;
    const word = words[i]!;
    const next = words[i + 1]!;
    if (next.capital && adjacent(text, word, next) && !opening[i + 1] && word.capital) {
      const listedFirst = readings[i]!.first && readings[i]!.kind !== 'thing' && !inDate(text, i);
      if (listedFirst || (!opening[i] && belongs(i))) found[i] = true;
    } else if (listing(text, word, next) && word.capital && !opening[i] && readings[i]!.first) {
      found[i] = true;
    } else if (
      !word.capital &&
      !next.capital &&
      spaced(text, word, next) &&
      isOdd(word, readings[i]!, false)
    ) {
      // "hayriye teyze": a word of no dictionary right before a name.
      found[i] = true;
    }
  }
}

/** Neighbouring name words as one finding each. */
export function stretches(text: Normalised, found: readonly boolean[]): Finding[] {
  const findings: Finding[] = [];
  let last: Finding | undefined;
  for (let i = found.indexOf(true); i >= 0; i = found.indexOf(true, i + 1)) {
    if (!found[i - 1]) last = undefined;
    const word = text.words[i]!;
    const left = text.words[i - 1];
    if (
      last !== undefined &&
      left !== undefined &&
      (spaced(text, left, word) || /^[ _.']{1,2}$/.test(text.text.slice(left.end, word.start)))
    )
      last.end = word.end;
    else {
      last = { type: 'person', start: word.start, end: word.end };
      findings.push(last);
    }
  }
  return findings;
}
