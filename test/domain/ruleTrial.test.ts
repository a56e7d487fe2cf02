import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssociations } from '../../src/association/load.ts';
import type { Rule } from '../../src/domain/association.ts';
import { ageBands, certificates, templates } from '../../src/domain/codes.ts';
import { chooseFunction } from '../../src/domain/routing.ts';
import { type Past, tryRule } from '../../src/domain/ruleTrial.ts';
import fc from '../support/property.ts';

const loaded = await loadAssociations(join(import.meta.dirname, '../../env'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const association = loaded.associations.find(({ id }) => id === 'skargarden')!;

const asked = (but: Partial<Past['request']> = {}, went: Partial<Past> = {}): Past => ({
  request: { municipality: 'vallsund', ageBand: '30-59', template: 'general', certificate: 'valid', ...but },
  state: 'accepted',
  declines: [],
  barred: [],
  byHand: undefined,
  ...went,
});
const none = { accepted: 0, advised: 0, wrongArea: 0, wrongRemit: 0, byHand: 0 };

describe('a rule that is only thought of', () => {
  it('moves what it holds for, from where the rules send it now, and says how that went', () => {
    const rule: Rule = {
      agency: 'psykiatri',
      when: { template: ['npf-placement', 'work-ability'] },
      function: 'psyk-npf',
    };
    const trial = tryRule(
      association,
      [
        asked({ template: 'work-ability' }, { byHand: 'psyk-npf' }),
        asked({ template: 'work-ability' }, { state: 'advised', declines: ['wrong-area'] }),
        asked({ template: 'work-ability' }, { state: 'declined', declines: ['no-time', 'wrong-remit'] }),
        // Goes there already, or is not meant.
        asked({ template: 'npf-placement' }),
        asked(),
      ],
      rule,
    );
    expect(trial).toEqual({
      tried: 5,
      moved: [
        {
          from: 'psyk-kusten',
          to: 'psyk-npf',
          count: 3,
          went: { accepted: 1, advised: 1, wrongArea: 1, wrongRemit: 1, byHand: 1 },
        },
      ],
      nobody: { with: 0, without: 0 },
    });
  });

  it('counts where nobody would have been there to ask', () => {
    const rule: Rule = { agency: 'af', when: { ageBand: ['30-59'] }, function: 'af-oarna' };
    const trial = tryRule(
      {
        ...association,
        functions: association.functions.map((one) =>
          one.id === 'af-oarna' ? { ...one, people: ['af-kurt'] } : one,
        ),
      },
      // Kurt works for Norrskär only, and his access to one of them has ended.
      [asked(), asked(), asked({ municipality: 'ekholma' }), asked({ ageBand: '60+' })],
      rule,
    );
    expect(trial.moved).toEqual([
      { from: 'af-kusten', to: 'af-oarna', count: 3, went: { ...none, accepted: 3 } },
    ]);
    expect(trial.nobody).toEqual({ with: 3, without: 0 });
    const barred = tryRule(association, [asked({}, { barred: ['af-moa'] })], rule);
    expect(barred.nobody).toEqual({ with: 1, without: 1 });
  });

  it('fills a gap: from nobody to a function', () => {
    const rule: Rule = { agency: 'arbetsmarknad', when: undefined, function: 'ame-vallsund' };
    const trial = tryRule(association, [asked({ municipality: 'ekholma' }), asked()], rule);
    expect(trial.moved).toEqual([
      { from: undefined, to: 'ame-vallsund', count: 1, went: { ...none, accepted: 1 } },
    ]);
    expect(trial.nobody).toEqual({ with: 0, without: 1 });
  });

  it('comes after the rules that have conditions when it has none', () => {
    const rule: Rule = { agency: 'fk', when: undefined, function: 'fk-unga' };
    const trial = tryRule(association, [asked({ ageBand: '18-24' }), asked()], rule);
    expect(trial.moved).toEqual([
      { from: 'fk-kusten', to: 'fk-unga', count: 1, went: { ...none, accepted: 1 } },
    ]);
  });

  it('does with each question what the rules would do if it stood first among them', () => {
    const codes = <const T extends readonly string[]>(all: T) => fc.subarray([...all], { minLength: 1 });
    const rules = fc.record({
      agency: fc.constant('psykiatri'),
      when: fc.record(
        { ageBand: codes(ageBands), template: codes(templates), certificate: codes(certificates) },
        { requiredKeys: [] },
      ),
      function: fc.constantFrom('psyk-npf', 'psyk-kusten'),
    });
    const requests = fc.record({
      municipality: fc.constantFrom('norrskar', 'ekholma', 'vallsund'),
      ageBand: fc.constantFrom(...ageBands),
      template: fc.constantFrom(...templates),
      certificate: fc.constantFrom(...certificates),
    });
    fc.assert(
      fc.property(rules, fc.array(requests, { maxLength: 30 }), (rule, all) => {
        const before = JSON.stringify(association);
        const trial = tryRule(
          association,
          all.map((request) => asked(request)),
          rule as Rule,
        );
        const changed = { ...association, rules: [rule as Rule, ...association.rules] };
        const moved = all.filter(
          (request) =>
            chooseFunction(association, request, 'psykiatri', [])?.function.id !==
            chooseFunction(changed, request, 'psykiatri', [])?.function.id,
        );
        expect(trial.moved.reduce((sum, { count }) => sum + count, 0)).toBe(moved.length);
        for (const { from, to } of trial.moved) expect([from === to, to]).toEqual([false, rule.function]);
        expect(JSON.stringify(association)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});
