import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadAssociations } from '../../src/association/load.ts';
import { distributionOf } from '../../src/domain/distribution.ts';

const loaded = await loadAssociations(join(import.meta.dirname, '../../env'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const association = loaded.associations.find(({ id }) => id === 'skargarden')!;
const open: Readonly<Record<string, number>> = { 'fk-hassan': 8, 'fk-linnea': 4, 'ber-olle': 9 };

const spreads = distributionOf(
  association,
  [
    { function: 'fk-kusten', person: 'fk-hassan', count: 4 },
    { function: 'fk-kusten', person: 'fk-ylva', count: 1 },
    // Who has left since still was asked.
    { function: 'fk-kusten', person: 'f-1a2b3c4d', count: 2 },
    { function: 'fk-unga', person: 'fk-hassan', count: 9 },
    { function: 'beroende-kusten', person: 'ber-olle', count: 5 },
  ],
  (person) => open[person] ?? 0,
);
const spread = (id: string) => spreads.find((one) => one.function === id);

it('counts each function by itself, least and most among those who are there', () => {
  expect(spread('fk-kusten')).toEqual({
    function: 'fk-kusten',
    people: 3,
    questions: 7,
    each: { least: 0, most: 4, full: 1, limited: 3 },
  });
  expect(spread('fk-unga')).toMatchObject({ questions: 9, each: { least: 0, most: 9 } });
  expect(spreads).toHaveLength(association.functions.length);
});

it('gives nothing but the total where one person would be all of it', () => {
  expect(spread('beroende-kusten')).toEqual({
    function: 'beroende-kusten',
    people: 1,
    questions: 5,
    each: undefined,
  });
});

it('names nobody', () => {
  const said = JSON.stringify(spreads);
  for (const { id, name } of association.people) {
    expect(said).not.toContain(id);
    expect(said).not.toContain(name);
  }
});
