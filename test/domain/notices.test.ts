import { describe, expect, it } from 'vitest';
import { relationsOf } from '../../src/domain/access.ts';
import { voteDue } from '../../src/domain/life/vote.ts';
import { noticesFor } from '../../src/domain/notices.ts';
import { type Verb, verbs } from '../../src/domain/transitions.ts';
import {
  accepted,
  aDraft,
  allAccepted,
  type Case,
  clock,
  does,
  falls,
  later,
  news,
  sent,
  skargarden,
  tries,
} from '../support/cases.ts';
import fc from '../support/property.ts';
import type { Inputs } from '../support/steps.ts';

const heard = (before: Case, who: string, verb: Verb, inputs: Inputs = {}) =>
  news(before, does(before, who, verb, inputs), who);

const asked = sent();
const places = allAccepted(asked);
const booked = does(places, 'cw-maria', 'schedule.book');
const started = later(booked, booked.consultation.meeting!.start);
const held = does(started, 'cw-maria', 'meeting.held');
const voting = allAccepted(
  sent({ municipality: 'vallsund', agencies: ['fk', 'af'] }, { association: skargarden, owner: 'cw-tove' }),
);

describe('who hears of what', () => {
  // What is done, when, by whom, how; then each who hears of it, and the news.
  const cases: [string, Case, string, Verb, Inputs, string][] = [
    [
      'sending',
      aDraft(),
      'cw-maria',
      'request.send',
      {},
      'fk-eva offer:fk | af-omar offer:af | psyk-sara offer:psykiatri',
    ],
    ['an accept', asked, 'fk-eva', 'respond.accept', {}, 'cw-maria accepted:fk'],
    ['an advice', asked, 'fk-lars', 'respond.advise', {}, 'cw-maria advised:fk'],
    [
      'the last accept',
      accepted(asked, 'fk', 'af'),
      'psyk-sara',
      'respond.accept',
      {},
      'cw-maria accepted:psykiatri ready times | fk-eva times | af-omar times',
    ],
    ['a question', asked, 'fk-eva', 'respond.ask', {}, 'cw-maria clarification:fk'],
    ['a no', asked, 'fk-eva', 'respond.decline', {}, 'fk-lars offer:fk'],
    [
      'a wrong remit',
      asked,
      'fk-eva',
      'respond.decline',
      { reason: 'wrong-remit' },
      'cw-maria wrong-remit:fk',
    ],
    [
      'another reason',
      asked,
      'fk-eva',
      'respond.decline',
      { reason: 'other' },
      'co-karin nobody:fk | cw-maria with-coordinator:fk',
    ],
    [
      'being recognised',
      asked,
      'fk-eva',
      'respond.decline',
      { reason: 'recognised' },
      'co-karin recognised:fk | cw-maria sealed | fk-lars offer:fk',
    ],
    [
      'a seat given up',
      booked,
      'fk-eva',
      'respond.decline',
      {},
      'cw-maria unbooked seat-lost:fk | af-omar unbooked | psyk-sara unbooked | fk-lars offer:fk',
    ],
    ['passing on', asked, 'fk-eva', 'respond.forward', { to: 'fk-lars' }, 'fk-lars offer:fk'],
    ['assigning', asked, 'co-karin', 'leg.assign', { agency: 'fk', to: 'fk-lars' }, 'fk-lars offer:fk'],
    ['one agency more', asked, 'co-karin', 'leg.add', { agency: 'primarvard' }, 'pv-anna offer:primarvard'],
    [
      'dropping the last',
      accepted(asked, 'fk', 'af'),
      'co-karin',
      'leg.drop',
      { agency: 'psykiatri' },
      'cw-maria ready times | fk-eva times | af-omar times',
    ],
    [
      'a rewritten text',
      asked,
      'cw-maria',
      'request.edit',
      {},
      'fk-eva edited | af-omar edited | psyk-sara edited',
    ],
    [
      'an addition',
      accepted(asked, 'fk'),
      'cw-maria',
      'request.add',
      {},
      'fk-eva added | af-omar added | psyk-sara added',
    ],
    [
      'withdrawing',
      asked,
      'cw-maria',
      'request.withdraw',
      {},
      'fk-eva withdrawn | af-omar withdrawn | psyk-sara withdrawn',
    ],
    [
      'cancelling',
      asked,
      'co-karin',
      'request.withdraw',
      {},
      'cw-maria cancelled | fk-eva cancelled | af-omar cancelled | psyk-sara cancelled',
    ],
    ['booking', places, 'fk-eva', 'schedule.book', {}, 'cw-maria booked | af-omar booked | psyk-sara booked'],
    [
      'calling off',
      booked,
      'cw-maria',
      'schedule.cancel',
      {},
      'fk-eva unbooked | af-omar unbooked | psyk-sara unbooked',
    ],
    [
      'a no-show',
      started,
      'cw-maria',
      'meeting.held',
      { present: ['kommun', 'fk', 'af'] },
      'co-karin no-show:psykiatri | fk-eva held | af-omar held | psyk-sara held',
    ],
    [
      'an outcome',
      held,
      'fk-eva',
      'outcome.record',
      {},
      'cw-maria recorded | af-omar recorded | psyk-sara recorded',
    ],
    [
      'joining',
      asked,
      'co-karin',
      'consultation.join',
      {},
      'cw-maria joined | fk-eva joined | af-omar joined | psyk-sara joined',
    ],
    [
      'handing over',
      asked,
      'co-karin',
      'consultation.handover',
      { to: 'cw-vera' },
      'cw-maria handed-over | cw-vera handed-to-you',
    ],
  ];
  it.each(cases)('%s', (_name, before, who, verb, inputs, expected) => {
    const said = Object.entries(heard(before, who, verb, inputs)).map((one) => one.flat().join(' '));
    expect(said.sort()).toEqual(expected.split(' | ').sort());
  });

  it('the answer reaches whoever asked, and whoever the question was passed on to', () => {
    const waiting = does(does(asked, 'fk-eva', 'respond.ask'), 'fk-eva', 'respond.forward', {
      to: 'fk-lars',
    });
    expect(heard(waiting, 'cw-maria', 'clarify.answer', { agency: 'fk' })).toEqual({
      'fk-eva': ['answered:fk'],
      'fk-lars': ['answered:fk'],
    });
  });

  it('what the clock does is told to everybody who must act', () => {
    const first = falls(voting, voteDue);
    expect(news(voting, first, clock.id)).toEqual({
      'cw-tove': ['times'],
      'fk-hassan': ['times'],
      'af-moa': ['times'],
    });
    expect(news(first, falls(first, voteDue), clock.id)).toEqual({
      'cw-tove': ['no-match'],
      'co-gun': ['no-match'],
    });
  });

  it('nobody hears of a draft', () => {
    const draft = aDraft();
    for (const verb of ['request.edit', 'request.withdraw'] as const) {
      const after = does(draft, 'cw-maria', verb);
      const notices = noticesFor(
        draft.association,
        draft.consultation,
        after.consultation,
        after.events,
        'cw-maria',
      );
      expect(notices.filter(({ to, news }) => to !== 'cw-maria' || news.length > 0)).toEqual([]);
    }
  });

  it('those asked before get the card they hold brought up to date, without news', () => {
    const left = does(asked, 'fk-eva', 'respond.decline', { reason: 'conflict' });
    const after = does(left, 'af-omar', 'respond.accept');
    const notices = noticesFor(
      after.association,
      left.consultation,
      after.consultation,
      after.events,
      'af-omar',
    );
    expect(notices.find(({ to }) => to === 'fk-eva')).toEqual({ to: 'fk-eva', news: [] });
  });

  it('in any order of steps: never the actor, never anyone whose access has ended, always the owner of a new offer', () => {
    const step = fc.record({
      who: fc.nat(20),
      verb: fc.constantFrom(...verbs),
      inputs: fc.record({
        agency: fc.constantFrom('fk', 'af', 'psykiatri', 'primarvard'),
        to: fc.constantFrom('fk-eva', 'fk-lars', 'af-lena', 'cw-vera'),
        reason: fc.constantFrom('conflict', 'recognised', 'no-time', 'other'),
      }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let at = asked;
        for (const { who, verb, inputs } of steps) {
          const person = at.association.people[who % at.association.people.length]!;
          const own = verb.startsWith('respond.') ? { agency: person.agency } : {};
          const done = tries(at, person, verb, { ...inputs, ...own } as Inputs);
          if (!done.ok || done.value.consultation === at.consultation) continue;
          const said = news(at, done.value, person.id);
          at = done.value;
          expect(said).not.toHaveProperty(person.id);
          for (const { barred, is, asked: to, version, agency } of at.consultation.legs) {
            for (const gone of barred) expect(said).not.toHaveProperty(gone);
            const fresh =
              version === at.consultation.version && is === 'offered' && verb !== 'clarify.answer';
            if (fresh && to !== person.id) expect(said[to!]).toContain(`offer:${agency}`);
          }
          for (const id of Object.keys(said)) {
            const one = at.association.people.find((each) => each.id === id)!;
            expect(relationsOf(at.association, at.consultation, one, at.now).size).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
