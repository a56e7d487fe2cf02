import { describe, expect, it } from 'vitest';
import { answerBy, faredOf, type Reading, type Receipt } from '../../src/domain/receipts.ts';
import { aConsultation, aLeg } from '../store/builders.ts';

const asked = '2026-09-07T07:00:00.000Z';
const later = '2026-09-07T08:00:00.000Z';
const before = '2026-09-06T08:00:00.000Z';
const leg = aLeg({ agency: 'fk', is: 'offered', asked: 'fk-1', askedAt: asked });
const fn = { people: ['fk-1', 'fk-2'], deliver: ['personal', 'channel', 'mail'] as const };
const receipt = (rung: Receipt['rung'], state: Receipt['state'], at = asked, person = 'fk-1'): Receipt => ({
  agency: 'fk',
  person,
  rung,
  state,
  at,
});
const reading = (person: string, at = later): Reading => ({ person, at });

describe('how a question has fared', () => {
  it.each<[string, Receipt[], Reading[], string, string[]]>([
    ['nothing is known yet', [], [], 'sent', []],
    ['Teams took it', [receipt('personal', 'delivered')], [], 'delivered', []],
    ['nobody knows', [receipt('personal', 'unsure')], [], 'unsure', []],
    ['it cannot arrive', [receipt('personal', 'failed')], [], 'failed', ['personal']],
    [
      'the channel took it',
      [receipt('personal', 'failed'), receipt('channel', 'delivered')],
      [],
      'delivered',
      ['personal'],
    ],
    [
      'every rung failed, whatever order the rows come in',
      [receipt('mail', 'failed'), receipt('channel', 'failed'), receipt('personal', 'failed')],
      [],
      'failed',
      ['personal', 'channel', 'mail'],
    ],
    ['the person has read it', [receipt('personal', 'delivered')], [reading('fk-1')], 'opened', []],
    ['at the same instant', [receipt('personal', 'delivered')], [reading('fk-1', asked)], 'opened', []],
    ['they read it before they were asked', [], [reading('fk-1', before)], 'sent', []],
    ['a colleague has read it', [], [reading('fk-2')], 'opened-by-colleague', []],
    ['both have', [], [reading('fk-2'), reading('fk-1')], 'opened', []],
    ['somebody else has read it', [], [reading('cw-1')], 'sent', []],
    ['an earlier question arrived', [receipt('personal', 'delivered', before)], [], 'sent', []],
    [
      'it reached whoever was asked before',
      [receipt('personal', 'delivered', asked, 'fk-2')],
      [],
      'sent',
      [],
    ],
  ])('%s', (_name, receipts, readings, is, failed) => {
    expect(faredOf(leg, receipts, readings, fn)).toMatchObject({ is, failed });
  });

  it('is nobody’s business once it is answered', () => {
    const accepted = aLeg({ is: 'accepted', asked: 'fk-1', holder: 'fk-1', dueAt: undefined });
    expect(faredOf(accepted, [receipt('personal', 'delivered')], [], fn)).toBeUndefined();
    const nobody = aLeg({ is: 'with-coordinator', asked: undefined, dueAt: undefined });
    expect(faredOf(nobody, [], [], fn)).toBeUndefined();
  });
});

it('gives the deadline of the leg, of the vote, or none', () => {
  expect(answerBy(aConsultation({ legs: [leg] }), leg)).toBe(leg.dueAt);
  const waiting = { ...leg, is: 'waiting' as const };
  expect(answerBy(aConsultation({ legs: [waiting] }), waiting)).toBeUndefined();
});
