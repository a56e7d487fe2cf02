import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/guard/verdict.ts';
import { words } from '../../../src/texts/words.ts';

const cased = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word.charAt(0).toUpperCase() + word.slice(1),
];

describe('the words of the bot', () => {
  it.each(Object.values(words).flatMap(({ sv, en }) => [...cased(sv), ...cased(en)]))(
    '%s says nothing of anybody',
    (word) => {
      expect(judge(word).verdict).toBe('pass');
    },
  );

  it.each([
    'Mine ringde i går',
    'mine ringde i går',
    'Kontakta Mine',
    'Jag heter Edit',
    'Edit, 8 år, bor där',
    'edit mår bättre',
  ])('a command that is also a name is one where a person is spoken of: %s', (text) => {
    expect(judge(text).verdict).toBe('ask');
  });
});
