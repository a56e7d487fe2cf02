import { list, roles } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { isIn } from './words.ts';

const callingVerbs = list('heter hette kallas');
/** "Hon heter jadwiga": a lower-case word behind "heter" when a person is spoken of. */
export function callsPerson(text: Normalised, i: number): boolean {
  const word = text.words[i]!;
  const verb = text.words[i - 1];
  if (verb === undefined || !isIn(verb, callingVerbs)) return false;
  if (text.text.slice(verb.end, word.start) !== ' ') return false;
  const subject = text.words[i - 2]?.lower ?? '';
  if (!/^(?:han|hon|hen)$/.test(subject) && !(roles.has(subject) && subject !== 'boendestödet')) return false;
  return (
    word.key.length >= 3 &&
    !/^(?:ju|inte|något|någon|nu|det|den|samma|likadant|egentligen|som|också|förmodligen|nog|annorlunda|till|per|för|in|ned|upp|snart|ofta|alltid|ibland|av|vad|hur|sedan|numera|tidigare|visst|tydligen|bara|mest)$/.test(
      word.lower,
    )
  );
}
