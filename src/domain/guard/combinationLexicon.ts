import { combinationWords } from './lists/combinationWords.ts';
import { set } from './nameWords.ts';

/** What the list says of a word: the class its line begins with, that line's weight, and whether this is the definite form. */
export type Entry = {
  readonly is: string;
  readonly weight: number;
  readonly definite: boolean;
  /** Whether it says nothing by itself, only of its neighbours. */
  readonly mute: boolean;
};

/** Classes that are mute: those of the commonest words. */
const mute = set(
  'none human about appeared become children down few from guess he helper near person pronoun run sat self speaks speech starred wide workplace years you when-that',
);

/** Letters as numbers from 1 to 31; 0 for what no entry holds, so that a word with it is left at once. */
const letters = new Uint8Array(256);
for (const [i, letter] of [...'abcdefghijklmnopqrstuvwxyzåäöé-'].entries())
  letters[letter.charCodeAt(0)] = i + 1;

/** What the list says of most words: nothing. */
const nothing: Entry = { is: '', weight: 0, definite: false, mute: true };
const entries: Entry[] = [nothing];
const wide = 32;

/**
 * The words as a tree that is read from the last letter, so that one walk finds both the word and the last part of a Swedish
 * compound (`skogsmaskinföraren`), however long the list is. `whole` and `tail` give an entry's number at a node.
 */
// Room for all there are today, so that nothing is made anew on the way.
let next = new Int32Array(wide * 65_536);
let whole = new Uint16Array(65_536);
let tail = new Uint16Array(65_536);
let nodes = 1;

function grow(): void {
  if (nodes < whole.length) return;
  const more = <T extends Int32Array | Uint16Array>(old: T, made: T): T => {
    made.set(old);
    return made;
  };
  next = more(next, new Int32Array(next.length * 2));
  whole = more(whole, new Uint16Array(whole.length * 2));
  tail = more(tail, new Uint16Array(tail.length * 2));
}

function add(word: string, entry: number, ends: boolean): void {
  let at = 0;
  for (let i = word.length - 1; i >= 0; i -= 1) {
    const slot = at * wide + letters[word.charCodeAt(i)]!;
    if (next[slot] === 0) {
      next[slot] = nodes;
      nodes += 1;
      grow();
    }
    at = next[slot]!;
  }
  // The first line that names a word decides; a word without its dots never hides another word.
  const kept = ends ? tail : whole;
  if (kept[at] === 0) kept[at] = entry;
}

/** Definite forms of a noun, made by its last letters; forms that do not exist are never read. */
function definites(noun: string): string[] {
  const forms = /(?:are|or|e)$/.test(noun)
    ? [`${noun}n`]
    : noun.endsWith('a')
      ? [`${noun}n`]
      : noun.endsWith('man')
        ? [`${noun}nen`]
        : [`${noun}en`, `${noun}et`];
  return forms.flatMap((form) => [form, `${form}s`]);
}

const flat = (word: string): string => word.replace(/[åä]/g, 'a').replaceAll('ö', 'o');
const undotted: [string, number, boolean][] = [];

function learn(word: string, entry: number, ends: boolean): void {
  add(word, entry, ends);
  // Short endings without their dots close too many other words.
  if (word.length >= (ends ? 7 : 5) && flat(word) !== word) undotted.push([flat(word), entry, ends]);
}

for (const line of combinationWords.split('\n')) {
  const [, is, weight, words] = /^(\S+) (\d+): (.*)$/.exec(line) ?? [];
  if (is === undefined || words === undefined) continue;
  const entry = { is, weight: Number(weight), mute: mute.has(is) };
  const plain = entries.push({ ...entry, definite: false }) - 1;
  const definite = entries.push({ ...entry, definite: true }) - 1;
  for (const listed of words.split(' ')) {
    const ends = listed.startsWith('-');
    const word = listed.replace(/^-|\+$/g, '');
    learn(word, /(?:n|et)$/.test(word) && !listed.endsWith('+') ? definite : plain, ends);
    if (!listed.endsWith('+')) continue;
    for (const form of definites(word)) learn(form, definite, ends);
    learn(`${word}s`, plain, ends);
  }
}
for (const [word, entry, ends] of undotted) add(word, entry, ends);

/** What the list says of a word in lower case, or of the last part of it; the longest entry wins. */
export function entryOf(word: string): Entry {
  let at = 0;
  let best = 0;
  for (let i = word.length - 1; i >= 0; i -= 1) {
    const code = word.charCodeAt(i);
    const letter = code < 256 ? letters[code]! : 0;
    if (letter === 0) return entries[best]!;
    at = next[at * wide + letter]!;
    if (at === 0) return entries[best]!;
    // Two letters are the shortest first part a compound has.
    if (tail[at] !== 0 && i >= 2) best = tail[at]!;
  }
  return entries[whole[at] || tail[at] || best]!;
}
