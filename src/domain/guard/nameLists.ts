import { unitAt } from './latin.ts';
import { signsOf, stem } from './lexicon.ts';
import { matches } from './matches.ts';
import { functionWord, open } from './nameContext.ts';
import { inDate } from './nameDates.ts';
import type { Reading } from './nameReading.ts';
import { isListed, isNamed } from './nameReading.ts';
import { isOdd } from './nameUnknown.ts';
import { list, roles, set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { otherProper } from './ordinary.ts';
import { placeNames } from './places.ts';
import { trace } from './traces.ts';
import { isIn } from './words.ts';

const self = set('jag undertecknad');
const and = list('och samt o & and');
/** How many members of a list are looked at to each side. */
const reach = 6;

/**
 * "Görel, jag och tolken": a capitalised word in a list of people, whom a name found, the writer or a role tells. Marks what is
 * found so and says whether anything was.
 */
export function inLists(
  text: Normalised,
  readings: readonly Reading[],
  opening: readonly boolean[],
  found: boolean[],
): boolean {
  const { words } = text;
  /** The place of the next member to one side, -1 where the list ends. */
  const next = (i: number, step: 1 | -1): number => {
    let at = i + step;
    for (let passed = 0; passed < 2; passed += 1) {
      const [left, right] = step === 1 ? [words[at - 1], words[at]] : [words[at], words[at + 1]];
      if (left === undefined || right === undefined) return -1;
      const gap = text.text.slice(left.end, right.start);
      if (gap !== ', ' && gap !== ' ') return -1;
      const there = words[at]!;
      if (isIn(there, and)) {
        at += step;
        continue;
      }
      // The rest of a name that was found belongs to its member.
      if (gap === ' ' && passed === 0 && !(found[at] && found[at - step])) return -1;
      return at;
    }
    return -1;
  };
  const thing = (i: number): boolean => {
    const word = words[i]!;
    return word.capital && !found[i] && (word.shouted || placeNames.has(word.key) || otherProper(word.key));
  };
  /** Whether a comma or an "and" stands beside a word: the least that a list needs. */
  const listed = (i: number): boolean => {
    const { start, end } = words[i]!;
    if (unitAt(text.text, end) === 0x2c || unitAt(text.text, start - 2) === 0x2c) return true;
    return isIn(words[i - 1], and) || isIn(words[i + 1], and);
  };
  let any = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (found[i] || !word.capital || !listed(i) || inDate(text, i)) continue;
    const reading = readings[i]!;
    const named = reading.first && reading.kind !== 'none' && reading.kind !== 'thing';
    if (!named && !(open(word) && !isIn(word, functionWord) && isOdd(word, reading, opening[i]!))) continue;
    let commas = false;
    let people = false;
    let things = false;
    for (const step of [-1, 1] as const) {
      let at = i;
      for (let n = 0; n < reach; n += 1) {
        const to = next(at, step);
        if (to < 0) break;
        commas ||= text.text.charAt(step === 1 ? words[at]!.end : words[to]!.end) === ',';
        people ||= found[to]! || self.has(words[to]!.lower) || (!named && roles.has(words[to]!.lower));
        things ||= thing(to);
        at = to;
      }
    }
    if (commas && people && !things) {
      found[i] = true;
      any = true;
    }
  }
  return any;
}

const local = /[\p{L}\d._-]{3,64}@|(?<=\.\p{L}{2,12}\/@?)[\p{L}\d._-]{3,64}/gu;

/** "ULLA.HEDIN@…, längst ner bara ulla": a word that an address of mail holds too is the same person's name. Marks what it finds. */
export function echoes(text: Normalised, readings: readonly Reading[], found: boolean[]): void {
  const told = new Set<string>();
  for (const [part] of matches(local, text.lower, text.near(trace.at | trace.linked)))
    for (const name of part.split(/[._@-]/))
      if (name.length >= 3 && isListed(name) && (signsOf(name) & stem) === 0) told.add(name);
  if (told.size === 0) return;
  for (const [i, word] of text.words.entries())
    if (!found[i] && told.has(word.key) && isNamed(readings[i]!) && text.text.charAt(word.end) !== '@')
      found[i] = true;
}
