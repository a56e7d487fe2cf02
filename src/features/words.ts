import { parseReference } from '../domain/reference.ts';
import type { Verb } from '../domain/transitions.ts';
import type { Word } from '../texts/words.ts';
import type { Saying, Turn } from './turn.ts';

/** What follows a word, split into the consultation it is about (if one was named) and the rest. */
export function aboutOne(
  rest: readonly string[],
): { inputs: Record<string, string>; rest: readonly string[] } | undefined {
  const [first, ...others] = rest;
  if (first === undefined) return { inputs: {}, rest: [] };
  if (/^k[-–—\s]/iu.test(first) || parseReference(first))
    return { inputs: { ref: parseReference(first) ?? first }, rest: others };
  return { inputs: {}, rest };
}

/** `fråga K-…`: a word that needs written text opens the form instead of taking the text in the chat. */
export const opensForm = (word: Word, verb: Verb): Saying => ({
  word,
  read: (rest) => {
    const one = aboutOne(rest);
    return one?.rest.length === 0
      ? { action: 'consultation.form', inputs: { ...one.inputs, form: verb } }
      : undefined;
  },
});

/** `boka K-…`: a word and at most a reference. */
export const bare = (word: Word, actionName: string): Saying => ({
  word,
  read: (rest) => {
    const one = aboutOne(rest);
    return one?.rest.length === 0 ? { action: actionName, inputs: one.inputs } : undefined;
  },
});

/** A person by id or full name, any case; undefined when nobody or more than one fits. */
export function personFrom({ association }: Turn, said: readonly string[]): string | undefined {
  const text = said.join(' ').toLowerCase().normalize('NFC');
  const found = association.people.filter(
    ({ id, name }) => id.toLowerCase() === text || name.toLowerCase().normalize('NFC') === text,
  );
  return found.length === 1 ? found[0]!.id : undefined;
}

export const firstName = ({ name }: { name: string }): string => name.split(' ', 1)[0]!;

/** What people say around a name when they ask about it: `varför fick Eva frågan?`, `why was Eva asked?`. */
const around = new Set(
  'fick frågades frågas är blev tillfrågad just den här frågan detta did was is get asked the this question'.split(
    ' ',
  ),
);

/** Members by id, full name or first name, any case: everybody who may be meant; nobody when more than a name is said. */
export function membersSaid({ association }: Turn, said: readonly string[]): readonly string[] {
  const folded = (text: string) => text.toLowerCase().normalize('NFC');
  const text = said
    .map(folded)
    .filter((part) => !around.has(part))
    .join(' ');
  return association.people
    .filter(({ role }) => role === 'member')
    .filter((person) => [person.id, person.name, firstName(person)].some((name) => folded(name) === text))
    .map(({ id }) => id);
}

/** An agency or municipality by id or name, any case. */
export function named<T extends { id: string; name: string }>(
  all: readonly T[],
  said: string,
): T | undefined {
  const text = said.toLowerCase().normalize('NFC');
  return all.find(
    ({ id, name }) => id.toLowerCase() === text || name.toLowerCase().normalize('NFC') === text,
  );
}

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const windowPattern = new RegExp(`^${time}-${time}$`);

/** `13-15`, `9-11.30`, as minutes of the day; undefined when it is no such part of a day. */
export function windowOf(token: string): { from: number; to: number } | undefined {
  const [, h1, m1 = '0', h2, m2 = '0'] = windowPattern.exec(token) ?? [];
  if (h1 === undefined || Number(m1) > 59 || Number(m2) > 59) return undefined;
  const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
  return from < to && to <= 1440 ? { from, to } : undefined;
}
