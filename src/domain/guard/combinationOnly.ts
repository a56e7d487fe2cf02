import type { Reading } from './combinationReading.ts';
import { classAt, isWord, near } from './combinationReading.ts';
import { set } from './nameWords.ts';

/** Where somebody is the only one. */
export const scopes = ' place shop wide ';
/** What ends the words that "the only" can be said of. */
const bounds = set('near from toward that about he pronoun speech none');
const people = set('role official human family origin office trait person');
const things = set('place shop livelihood kin health few');
const superlative = /^(?:äldst|yngst|störst)/;

/**
 * Of whom it is said that there is only one, or few: `kommunens enda veterinär`, `en av två i länet`, `ensam på orten med`.
 * What is the only one must be a person, a language or a workplace: the only contact or solution singles nobody out, and
 * those who give help are known to all readers.
 */
export function only(reading: Reading, i: number, is: string): void {
  const { words, entries, sign } = reading;
  switch (is) {
    case 'only':
    case 'last':
      onlyOne(reading, i, is);
      return;
    case 'alone':
      if (near(reading, i, 1, 1, ' about ')) sign('unique', 2, i, i + 1);
      else if (
        near(reading, i, 1, 3, scopes) &&
        words.slice(i + 3, i + 6).some((word) => isWord(word, 'med'))
      )
        sign('unique', 3, i, i + 2);
      return;
    case 'just':
    case 'no-one':
      if (isWord(words[i + 1], 'en ett haft har')) {
        if (near(reading, i, 2, 3, ' role office ')) sign('unique', 1, i, i + 3);
      } else if (
        (near(reading, i, 1, 5, scopes) && near(reading, i, 1, 2, ' count few-of ')) ||
        (isWord(words[i + 1], 'annan') && near(reading, i, 1, 5, ' place shop '))
      )
        sign('unique', 2, i, i + 1);
      return;
    default:
      if (
        isWord(words[i - 2], 'en ett') &&
        entries[i]!.weight <= 6 &&
        classAt(reading, i + 1, i) !== 'helper' &&
        scoped(reading, i)
      )
        sign('unique', 3, i - 2, i);
  }
}

/** "The only", "the last", "the oldest". */
function onlyOne(reading: Reading, i: number, is: string): void {
  const { words, entries, sign } = reading;
  const to = whom(reading, i);
  if (to > 0) {
    const { is: of, weight } = entries[to]!;
    sign('unique', (weight > 0 && people.has(of) ? 2 : 1) + (scoped(reading, i) ? 1 : 0), i, to);
  } else if (isWord(words[i], 'ende')) sign('unique', scoped(reading, i) ? 3 : 1, i, i + 1);
  else if (is === 'only' && near(reading, i, 1, 1, ' that ') && near(reading, i, 1, 9, scopes))
    sign('unique', 2, i, i + 1);
  else if (near(reading, i, 1, 1, ' near ') && near(reading, i, 2, 3, scopes))
    sign('unique', near(reading, i, 3, 6, ' that ') ? 3 : 2, i, i + 2);
  else if (to === 0 && near(reading, i, -1, -1, scopes))
    sign('unique', superlative.test(words[i]!.lower) ? 2 : 1, i - 1, i + 1);
}

/** The word that the only one is, at most four words on; 0 when none tells, -1 when it is somebody who helps. */
function whom(reading: Reading, i: number): number {
  for (let j = i + 1; j <= i + 4; j += 1) {
    const is = classAt(reading, j, i);
    if (is === '') continue;
    if (people.has(is) || things.has(is)) return j;
    if (is === 'helper') return -1;
    if (bounds.has(is)) return 0;
  }
  return 0;
}

/** Whether it is said where: a small place, the municipality, or a capital after a preposition. */
function scoped(reading: Reading, i: number): boolean {
  if (near(reading, i, -4, 9, scopes)) return true;
  for (let j = i + 2; j <= i + 8 && j < reading.words.length; j += 1)
    if (reading.words[j]!.capital && classAt(reading, j - 1, i) === 'near') return true;
  return false;
}
