import { describe, expect, it } from 'vitest';
import { decided, lookup } from '../../src/store/lookedAt.ts';
import fc from '../support/property.ts';

/** Values that are read as they are looked at, and every reading that was made. */
function source(values: ReadonlyMap<string, number>) {
  const readings: (readonly string[])[] = [];
  const numbers = lookup(0, async (keys) => {
    readings.push([...keys].sort());
    return new Map(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)!]] : [])));
  });
  return { readings, numbers };
}

describe('what a decision looks at', () => {
  it('is read, and nothing else, each once', async () => {
    const { readings, numbers } = source(
      new Map([
        ['eva', 2],
        ['lars', 1],
        ['omar', 7],
      ]),
    );
    const choice = await decided(numbers, ({ at }) => (at('eva') <= at('lars') ? 'eva' : 'lars'));
    expect(choice).toBe('lars');
    expect(readings).toEqual([['eva', 'lars']]);
    expect(await decided(numbers, ({ at }) => at('eva') + at('lars'))).toBe(3);
    expect(readings).toHaveLength(1);
  });

  it('is read also where it shows only after something else was read', async () => {
    const { readings, numbers } = source(
      new Map([
        ['eva', 6],
        ['lars', 3],
      ]),
    );
    expect(await decided(numbers, ({ at }) => (at('eva') >= 6 ? at('lars') : -1))).toBe(3);
    expect(readings).toEqual([['eva'], ['lars']]);
  });

  it('may be nothing', async () => {
    const { readings, numbers } = source(new Map());
    expect(await decided(numbers, ({ at }) => at('nobody'))).toBe(0);
    expect(readings).toEqual([['nobody']]);
    expect(await decided(undefined, () => 'nothing to read')).toBe('nothing to read');
  });

  it('gives the decision that all values at once would give', async () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { maxLength: 12 }),
        async (numbers, path) => {
          const values = new Map(people.map((person, n) => [person, numbers[n]!]));
          // Whom it looks at next depends on what it saw before.
          const walk = (at: (person: string) => number) => {
            const seen: number[] = [];
            for (const [person, more] of path) {
              const value = at(people[(person + seen.length) % people.length]!);
              if (value > more) seen.push(value);
            }
            return seen;
          };
          expect(await decided(source(values).numbers, ({ at }) => walk(at))).toEqual(
            walk((person) => values.get(person)!),
          );
        },
      ),
    );
  });
});
