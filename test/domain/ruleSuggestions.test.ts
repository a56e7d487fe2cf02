import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssociations } from '../../src/association/load.ts';
import type { Routed } from '../../src/domain/routing.ts';
import { crowded, type Sign, suggestionsOf } from '../../src/domain/ruleSuggestions.ts';

const loaded = await loadAssociations(join(import.meta.dirname, '../../env'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const association = loaded.associations.find(({ id }) => id === 'skargarden')!;

const ordinary: Routed = {
  municipality: 'vallsund',
  ageBand: '30-59',
  template: 'general',
  certificate: 'valid',
};
const requests = (but: Partial<Routed> = {}) =>
  new Map(['a', 'b', 'c', 'd'].map((id) => [id, { ...ordinary, ...but }]));
const no = (consultation: string, day: number, but: Partial<Sign> = {}): Sign =>
  ({
    is: 'decline',
    at: `2026-06-0${day}T08:00:00.000Z`,
    consultation,
    agency: 'psykiatri',
    rule: 2,
    reason: 'wrong-remit',
    function: 'psyk-kusten',
    ...but,
  }) as Sign;
const override = (consultation: string, but: Partial<Sign> = {}): Sign =>
  no(consultation, 1, { is: 'override', function: 'psyk-npf', ...but });

describe('a rule to look over', () => {
  it('has met with three no of a wrong kind, counted from the first', () => {
    const signs = [no('c', 3), no('b', 2, { reason: 'wrong-area' } as Partial<Sign>), no('a', 1)];
    expect(suggestionsOf(association, signs, requests())).toEqual([
      {
        is: 'declines',
        agency: 'psykiatri',
        rule: 2,
        since: '2026-06-01T08:00:00.000Z',
        count: 3,
        reasons: ['wrong-area', 'wrong-remit'],
      },
    ]);
  });

  it('has been overridden three times alike', () => {
    const signs = ['a', 'b', 'c'].map((id) => override(id));
    expect(suggestionsOf(association, signs, requests())).toMatchObject([
      { is: 'overrides', rule: 2, function: 'psyk-npf', count: 3 },
    ]);
    expect(
      suggestionsOf(association, [...signs.slice(1), override('d', { function: 'psyk-kusten' })], requests()),
    ).toEqual([]);
  });

  it('is missing where three times none held', () => {
    const signs = ['a', 'b', 'c'].map((id) =>
      override(id, { agency: 'arbetsmarknad', rule: undefined, function: 'ame-vallsund' }),
    );
    expect(suggestionsOf(association, signs, requests({ municipality: 'ekholma' }))).toMatchObject([
      { agency: 'arbetsmarknad', rule: undefined, function: 'ame-vallsund' },
    ]);
  });

  it.each<[string, Sign[], Map<string, Routed>]>([
    ['two are no three', [no('a', 1), no('b', 2)], requests()],
    ['one consultation counts once', [no('a', 1), no('a', 2), no('b', 3)], requests()],
    ['two rules are not one', [no('a', 1), no('b', 2), no('c', 3, { rule: 1 })], requests()],
    [
      'a rule that no longer holds for them',
      [no('a', 1), no('b', 2), no('c', 3)].map((one) => ({ ...one, rule: 0 })),
      requests(),
    ],
    [
      'a rule that names another function now',
      [1, 2, 3].map((day) => no('abc'[day - 1]!, day, { function: 'psyk-npf' })),
      requests(),
    ],
    [
      'an override that the rules do by themselves now',
      ['a', 'b', 'c'].map((id) => override(id, { rule: 0 })),
      requests({ template: 'npf-placement' }),
    ],
    [
      'an override within the function the rule names',
      ['a', 'b', 'c'].map((id) => override(id, { function: 'psyk-kusten' })),
      requests(),
    ],
    ['consultations that are gone', [no('a', 1), no('b', 2), no('x', 3)], requests()],
  ])('is none: %s', (_, signs, all) => {
    expect(suggestionsOf(association, signs, all)).toEqual([]);
  });

  it('is looked for only behind signs of which there are enough', () => {
    const signs = [no('a', 1), no('b', 2), no('c', 3), override('a'), no('a', 1, { agency: 'fk' })];
    expect(crowded(signs)).toEqual(signs.slice(0, 3));
  });
});
