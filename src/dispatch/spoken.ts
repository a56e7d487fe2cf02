import { languages } from '../domain/codes.ts';
import { parseReference } from '../domain/reference.ts';
import { features } from '../features/index.ts';
import type { Saying, Spoken, Turn } from '../features/turn.ts';
import { type Word, words } from '../texts/words.ts';

/** Every word in every language with what it can lead to, the longest first. */
const spoken: readonly { said: readonly string[]; word: Word; sayings: readonly Saying[] }[] = (
  Object.keys(words) as Word[]
)
  .flatMap((word) =>
    [...new Set(languages.map((language) => words[word][language]))].map((text) => ({
      said: text.split(' '),
      word,
      sayings: features.flatMap((feature) => feature.sayings ?? []).filter((one) => one.word === word),
    })),
  )
  .sort((a, b) => b.said.length - a.said.length);

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .trim()
    .replace(/[.!?]+$/u, '')
    .split(/[\s,]+/u)
    .filter(Boolean);

/** The word plus arguments that all parse is a command: the longest word wins, in any case, in both languages. */
export function readSpoken(text: string, turn: Turn): Spoken | undefined {
  const tokens = tokensOf(text);
  const alone = tokens.length === 1 ? parseReference(tokens[0]!) : undefined;
  if (alone) return { action: 'consultation.show', inputs: { ref: alone } };
  for (const { said, sayings } of spoken) {
    if (!said.every((part, index) => tokens[index]?.toLowerCase() === part)) continue;
    for (const { read } of sayings) {
      const found = read(tokens.slice(said.length), turn);
      if (found) return found;
    }
  }
  return undefined;
}

/** The three words nearest to what was written, each with what it does alone; the word that was used comes first. */
export function nearest(
  text: string,
  turn: Turn,
  may: (one: Spoken) => boolean,
): readonly { title: string; spoken: Spoken }[] {
  const first = tokensOf(text)[0]?.toLowerCase() ?? '';
  return (Object.keys(words) as Word[])
    .flatMap((word) => {
      const alone = spoken
        .find((one) => one.word === word)
        ?.sayings.map(({ read }) => read([], turn))
        .find(Boolean);
      const far = Math.min(...languages.map((language) => distance(first, words[word][language])));
      return alone && may(alone) ? [{ title: words[word][turn.language], spoken: alone, far }] : [];
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, 3);
}

/** How many letters must change to make one word of the other (Levenshtein); a beginning counts as near. */
function distance(a: string, b: string): number {
  if (a.length > 0 && b.startsWith(a)) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= Math.min(a.length, 40); i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
