import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssociations } from '../src/association/load.ts';
import { guardMessage } from '../src/dispatch/guarded.ts';
import { actionsByVerb } from '../src/dispatch/run.ts';
import { readSpoken } from '../src/dispatch/spoken.ts';
import { declineReasons, type Language, languages } from '../src/domain/codes.ts';
import { referenceFrom } from '../src/domain/reference.ts';
import { features } from '../src/features/index.ts';
import type { Turn } from '../src/features/turn.ts';
import { ballotWords, declineWords, type Word, words } from '../src/texts/words.ts';
import fc from './support/property.ts';

const root = join(import.meta.dirname, '..');
type Commands = { title: string; description: string }[];
const manifest = JSON.parse(readFileSync(join(root, 'manifest', 'manifest.json'), 'utf8')) as {
  bots: { commandLists: { scopes: string[]; commands: Commands }[] }[];
};
const english = JSON.parse(readFileSync(join(root, 'manifest', 'en.json'), 'utf8')) as Record<string, string>;
const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);

const loaded = await loadAssociations(join(root, 'env'));
const associations = loaded.ok ? loaded.associations : expect.fail('the example associations have faults');
const association = associations.find(({ id }) => id === 'klaralvdalen')!;

/** All of a turn that reading a line looks at. */
const turnOf = (person: string, language: Language): Turn =>
  ({
    association,
    reader: association.people.find(({ id }) => id === person)!,
    language,
    now: new Date('2026-09-07T07:00:00Z'),
    house: { mode: 'local' },
  }) as unknown as Turn;

const wordOf = (title: string, language: Language): Word | undefined =>
  (Object.keys(words) as Word[]).find((word) => words[word][language] === title);

const references = fc
  .uint8Array({ minLength: 60, maxLength: 60 })
  .map((bytes) => referenceFrom(bytes.map((byte) => byte % 253)));

describe('the manifest', () => {
  const all = lists.flatMap(({ scopes, commands }, list) =>
    commands.map(({ title, description }, command) => ({
      title,
      description,
      scopes,
      key: `bots[0].commandLists[${list}].commands[${command}]`,
    })),
  );

  it.each(all.map((one) => [one.title, one] as const))(
    'lists a word the bot answers, and its English twin: %s',
    (_title, one) => {
      const word = wordOf(one.title, 'sv') ?? expect.fail(`no word "${one.title}"`);
      expect(english[`${one.key}.title`]).toBe(words[word].en);
      expect(english[`${one.key}.description`]?.length).toBeGreaterThan(5);
      // Somebody who picks it from the list and adds nothing, or a reference, is answered.
      const alone = { sv: one.title, en: words[word].en };
      for (const language of languages) {
        const examples = [alone[language], `${alone[language]} K-22222-8`, `${alone[language]} ${language}`];
        const answered = examples.some(
          (line) => readSpoken(line, turnOf('cw-maria', language)) !== undefined,
        );
        expect(answered, alone[language]).toBe(true);
      }
    },
  );

  it('gives examples in its descriptions that are themselves commands', () => {
    const examples = [
      ...all.map(({ description }) => description),
      ...all.map(({ key }) => english[`${key}.description`] ?? ''),
    ]
      .flatMap((description) => /: ((?:\p{Ll}|[-…, ]|K-…)+)$/u.exec(description)?.[1] ?? [])
      .map((example) =>
        example
          .replace('K-…', 'K-22222-8')
          .replace(/, .*$/u, '')
          .replace(/ (?:eller|or) .*$/u, ''),
      );
    expect(examples.length).toBeGreaterThan(8);
    for (const example of examples)
      expect(readSpoken(example, turnOf('cw-maria', 'sv')), example).toBeDefined();
  });

  it('has no words in English that Swedish lacks, within what Teams takes', () => {
    const titles = Object.keys(english).filter((key) => key.includes('.commands[') && key.endsWith('.title'));
    expect(titles).toHaveLength(all.length);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });
});

describe('every word', () => {
  it('leads to an action there is, whatever is said after it', () => {
    for (const word of Object.keys(words) as Word[]) {
      const sayings = features.flatMap((feature) => feature.sayings ?? []).filter((one) => one.word === word);
      expect(sayings.length, word).toBeGreaterThan(0);
      for (const { read } of sayings)
        for (const rest of [
          [],
          ['K-22222-8'],
          ['sv'],
          ['+3d'],
          ['K-22222-8', 'ja'],
          ['K-22222-8', 'af-lena'],
        ]) {
          const found = read(rest, turnOf('cw-maria', 'sv'));
          if (found) expect(actionsByVerb.has(found.action), `${word} → ${found.action}`).toBe(true);
        }
    }
  });

  it('is its own: no two words of one language are the same, and each is lower case', () => {
    for (const language of languages) {
      const said = Object.values(words).map((word) => word[language]);
      expect(new Set(said).size).toBe(said.length);
      for (const one of said) expect(one).toBe(one.toLowerCase().normalize('NFC'));
    }
    // A word of one language never means something else in the other.
    for (const [word, { sv }] of Object.entries(words))
      for (const [other, { en }] of Object.entries(words)) if (sv === en) expect(word).toBe(other);
  });

  it('passes the guard, alone and with any reference, as it is typed', () => {
    fc.assert(
      fc.property(
        references,
        fc.constantFrom(...Object.values(words)),
        fc.constantFrom(...languages),
        (reference, word, language) => {
          const said = word[language];
          for (const line of [
            said,
            `${said} ${reference}`,
            `${said} ${reference.toLowerCase().replaceAll('-', '')}`,
            `${said} ${reference.replaceAll('-', ' ')}`,
          ]) {
            expect(guardMessage(associations, line).verdict, line).toBe('pass');
            const capital = line.charAt(0).toUpperCase() + line.slice(1);
            expect(guardMessage(associations, capital).verdict, capital).toBe('pass');
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(['hjälp kchcrv3', 'visa KCKJT4C', 'visa K MJXXJ 2', 'status k5jjmjn'])(
    'passes with a reference that looks like a street or a name without its dashes: %s',
    (line) => {
      expect(guardMessage(associations, line).verdict).toBe('pass');
    },
  );

  it('is no way past the guard', () => {
    for (const line of [
      'edit Karlsson',
      'Edit Karlsson vill arbeta',
      'edit K-22222-8 850614-9882',
      'ny 850614-9882',
    ])
      expect(guardMessage(associations, line).verdict, line).not.toBe('pass');
    // The names of the association's own staff may be said, those of anybody else may not.
    expect(guardMessage(associations, 'överlåt K-22222-8 Johan Nyström').verdict).toBe('pass');
    expect(guardMessage(associations, 'överlåt K-22222-8 Kerstin Dahlqvist').verdict).toBe('ask');
  });
});

describe('codes in Swedish words', () => {
  it('cover every decline reason, and every ballot in both languages', () => {
    expect(Object.values(declineWords).sort()).toEqual([...declineReasons].sort());
    expect(new Set(Object.values(ballotWords))).toEqual(new Set(['yes', 'no', 'maybe']));
    for (const [said, code] of Object.entries(declineWords)) {
      const found = readSpoken(`avböj K-22222-8 ${said}`, turnOf('fk-eva', 'sv'));
      if (code === 'more-needed') expect(found?.inputs.form).toBe('respond.ask');
      else expect(found).toMatchObject({ action: 'respond.decline', inputs: { reason: code } });
    }
  });
});
