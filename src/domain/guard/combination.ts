import type { Kind, Sign } from './combinationReading.ts';
import { signsIn } from './combinationSigns.ts';
import type { Finding } from './finding.ts';
import type { Normalised } from './normalise.ts';
import { complete, draft } from './normalise.ts';

/** In what ways a person is singled out; what a finding is told with. */
export type Telling = Exclude<Kind, 'crowd'>;

/** Signs that together point at somebody, from the first to the last of them. */
export type Combination = { start: number; end: number; kinds: readonly Telling[] };

/**
 * What is too much to be said of anybody in a small place: one telling sign, or two weak ones of which at least one says who
 * somebody is. In fifteen thousand people, few share any one of them.
 */
const enough = 2;
/** How many words apart signs still speak of the same person: two or three sentences, as caseworkers write them. */
const reach = 24;

/** Every kind, the settings last: where and when somebody is tells little without what they are. */
const kinds: readonly Kind[] = [
  'unique',
  'role',
  'office',
  'event',
  'family',
  'origin',
  'known',
  'health',
  'trait',
  'place',
  'moment',
  'crowd',
];
const settings = kinds.indexOf('place');
const numbers = new Map(kinds.map((kind, i) => [kind, i]));
/** Kinds that add up: two rare diagnoses are rarer than one, two accidents often the same one told twice. */
const adding: ReadonlySet<Kind> = new Set(['health', 'family', 'trait', 'origin', 'office']);

/** Whether signs that stand near each other are enough: each kind counts as its weightiest, one more when it is said twice. */
function tells(signs: readonly Sign[], from: number, to: number): boolean {
  const most = new Int8Array(kinds.length);
  const told = new Uint8Array(kinds.length);
  for (let i = from; i <= to; i += 1) {
    const { kind, weight } = signs[i]!;
    const number = numbers.get(kind)!;
    if (kind === 'crowd') most[number] = -1;
    else if (weight > most[number]!) most[number] = weight;
    if (weight > 0 && told[number]! < 2) told[number] = told[number]! + 1;
  }
  let sum = 0;
  let who = 0;
  for (let i = 0; i < kinds.length; i += 1) {
    sum += told[i] === 2 && adding.has(kinds[i]!) ? most[i]! + 1 : most[i]!;
    if (i < settings && most[i]! > 0) who += 1;
  }
  return who > 0 && sum >= enough;
}

const says = ({ kind, weight }: Sign): boolean => weight > 0 || kind === 'moment';

/**
 * Finds what singles a person out without naming them: signs of different kinds are weighed where they stand near each other,
 * so that no single weak sign is ever enough. That a few quasi-identifiers together single out nearly anybody is Sweeney's
 * finding (Simple Demographics Often Identify People Uniquely, 2000); the weights are set by hand on
 * `test/guardTexts/kombination.txt`, two lines of three.
 */
export function combinationsIn(text: Normalised): Combination[] {
  const signs = signsIn(text).sort((a, b) => a.at - b.at);
  const found: { start: number; end: number; kinds: Set<Telling> }[] = [];
  let first = 0;
  for (let i = 0; i < signs.length; i += 1) {
    while (signs[i]!.at - signs[first]!.at > reach) first += 1;
    if (signs[i]!.kind === 'crowd' || !tells(signs, first, i)) continue;
    for (let j = first; j <= i; j += 1) {
      const { kind, start, end } = signs[j]!;
      if (kind === 'crowd') continue;
      const last = found.at(-1);
      const open = last !== undefined && (j > first || start <= last.end) ? last : undefined;
      if (open === undefined) found.push({ start, end, kinds: new Set(says(signs[j]!) ? [kind] : []) });
      else {
        open.start = Math.min(open.start, start);
        open.end = Math.max(open.end, end);
        if (says(signs[j]!)) open.kinds.add(kind);
      }
    }
  }
  return found.map(({ start, end, kinds }) => ({ start, end, kinds: [...kinds] }));
}

/** Details that together single a person out in a small place. Reported; only there does the bot ask about them. */
export function combination(text: Normalised): Finding[] {
  return combinationsIn(text).map(({ start, end }) => ({ type: 'combination', start, end }));
}

/** In what ways the combinations of a text single a person out, each once. */
export function tellingIn(text: string): Telling[] {
  return [...new Set(combinationsIn(complete(draft(text))).flatMap(({ kinds }) => kinds))];
}
