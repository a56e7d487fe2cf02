import { describe, expect, it } from 'vitest';
import { duesOf } from '../../src/domain/dues.ts';
import { followUpDays } from '../../src/domain/followUps.ts';
import { close } from '../../src/domain/life/meeting.ts';
import {
  accepted,
  allAccepted,
  type Case,
  clock,
  does,
  falls,
  later,
  legIn,
  news,
  nextDue,
  refused,
  sent,
} from '../support/cases.ts';

const asked = sent();
const booked = does(allAccepted(asked), 'cw-maria', 'schedule.book');
const started = later(booked, booked.consultation.meeting!.start);
const held = does(started, 'cw-maria', 'meeting.held');
const recorded = does(held, 'fk-eva', 'outcome.record');

describe('what falls due by itself', () => {
  it('a recorded outcome closes after ten working days without correction', () => {
    expect(duesOf(recorded.association, recorded.consultation)[0]).toMatchObject({
      kind: 'close',
      key: 'outcome-1',
    });
    const [due] = duesOf(recorded.association, recorded.consultation);
    expect(due?.dueAt.slice(0, 10)).toBe('2026-09-24');
    const corrected = does(later(recorded, 24 * 5), 'fk-eva', 'outcome.record');
    const [again] = duesOf(corrected.association, corrected.consultation);
    expect([again?.key, again?.dueAt.slice(0, 10)]).toEqual(['outcome-2', '2026-09-29']);
    expect(falls(later(recorded, due!.dueAt), close).consultation.is).toBe('closed');
  });

  it('every open leg has a deadline, a waiting one and a settled one none', () => {
    const some = accepted(does(asked, 'af-omar', 'respond.ask'), 'fk');
    const deadlines = (at: Case) =>
      duesOf(at.association, at.consultation).filter(({ kind }) => kind === 'answer-due');
    expect(deadlines(asked)).toHaveLength(3);
    expect(deadlines(some)).toMatchObject([{ dueAt: '2026-09-15T15:00:00.000Z' }]);
  });

  it('silence asks the backup with the short time once they work, then the coordinator; the one asked first may still answer', () => {
    const answer = ['answer-due'];
    expect(nextDue(later(asked, '2026-09-10T14:00:00.000Z'), answer)).toBeUndefined();
    const first = nextDue(later(asked, '2026-09-11T06:00:00.000Z'), answer)!;
    expect(news(asked, first, clock.id)).toEqual({ 'af-lena': ['offer:af'] });
    expect(legIn(first, 'af')).toMatchObject({ asked: 'af-lena', dueAt: '2026-09-14T14:00:00.000Z' });
    expect(refused(first, 'af-omar', 'respond.accept')).toBeUndefined();
    const second = [1, 2, 3].reduce(
      (at) => nextDue(later(at, '2026-09-15T08:00:00.000Z'), answer) ?? at,
      first,
    );
    expect(legIn(second, 'af')).toMatchObject({ is: 'with-coordinator', asked: undefined });
  });

  it('the end of a booked meeting asks for what came of it, once', () => {
    const over = nextDue(later(booked, booked.consultation.meeting!.end), ['meeting-over'])!;
    expect(over.consultation).toMatchObject({ is: 'booked', meeting: { over: true } });
    expect(news(booked, over, clock.id)).toHaveProperty('cw-maria', ['meeting-over']);
    expect(nextDue(over, ['meeting-over'])).toBeUndefined();
  });
});

describe('follow-ups', () => {
  it('after 4 weeks, 3 and 6 months from the outcome, none after a wrong question', () => {
    const days = (at: Case) => followUpDays(at.association, at.consultation);
    expect(days(recorded)).toEqual(['2026-10-08', '2026-12-10', '2027-03-10']);
    expect(days(does(held, 'fk-eva', 'outcome.record', { outcome: { result: 'wrong-question' } }))).toEqual(
      [],
    );
    expect(days(held)).toEqual([]);
  });

  it('asked for after the one before was given late, and not as if it had been asked for all along', () => {
    const late = does(later(recorded, '2027-01-20T09:00:00.000Z'), 'cw-maria', 'followup.record');
    const prompts = duesOf(late.association, late.consultation).filter(({ kind }) => kind === 'prompt');
    expect(prompts.map(({ dueAt }) => dueAt.slice(0, 10))).toEqual([
      '2027-01-20',
      '2027-01-27',
      '2027-02-03',
    ]);
  });
});

it('whoever has been away hears once of what stands still, however often it would have been said', () => {
  const absence = {
    id: 'a',
    person: 'co-karin',
    from: '2026-09-08',
    to: '2026-10-30',
    part: 'day',
    backup: undefined,
  } as const;
  const one = sent({ agencies: ['fk'] }, { absences: { 'co-karin': [absence] } });
  const stuck = does(one, legIn(one, 'fk').asked!, 'respond.decline', { reason: 'other' });
  expect(nextDue(later(stuck, '2026-10-30T12:00:00.000Z'), ['prompt'])).toBeUndefined();
  const back = later(stuck, '2026-11-02T08:00:00.000Z');
  const told = nextDue(back, ['prompt'])!;
  expect(news(back, told, clock.id)).toEqual({ 'co-karin': ['stalled:fk'] });
  const [next] = duesOf(told.association, told.consultation).filter(({ kind }) => kind === 'prompt');
  expect(next!.dueAt > '2026-11-02T08:00:00.000Z').toBe(true);
});

it('a question nobody is there for does not wait for the coordinator once a colleague is back', () => {
  const off = (person: string, to: string) =>
    ({ id: person, person, from: '2026-09-08', to, part: 'day', backup: undefined }) as const;
  const one = sent({ agencies: ['fk'] });
  const [silent] = [legIn(one, 'fk').asked!];
  const colleague = silent === 'fk-eva' ? 'fk-lars' : 'fk-eva';
  const absences = {
    'co-karin': [off('co-karin', '2026-10-30')],
    [colleague]: [off(colleague, '2026-09-14')],
  };
  const at = (when: string) => nextDue(later({ ...one, absences }, when), ['answer-due']);
  expect(at('2026-09-14T12:00:00.000Z')).toBeUndefined();
  expect(legIn(at('2026-09-16T12:00:00.000Z')!, 'fk')).toMatchObject({ is: 'offered', asked: colleague });
});
