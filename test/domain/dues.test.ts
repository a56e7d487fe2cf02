import { describe, expect, it } from 'vitest';
import { close } from '../../src/domain/life/meeting.ts';
import { duesOf, followUpDays } from '../../src/domain/notices.ts';
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
  told,
} from '../support/cases.ts';

const asked = sent();
const booked = does(allAccepted(asked), 'cw-maria', 'schedule.book');
const started = later(booked, booked.consultation.meeting!.start);
const held = does(started, 'cw-maria', 'meeting.held');
const recorded = does(held, 'fk-eva', 'outcome.record');

describe('what falls due by itself', () => {
  it('a recorded outcome closes after ten working days without correction', () => {
    expect(duesOf(recorded.association, recorded.consultation)).toMatchObject([
      { kind: 'close', key: 'outcome-1' },
    ]);
    const [due] = duesOf(recorded.association, recorded.consultation);
    expect(due?.dueAt.slice(0, 10)).toBe('2026-09-24');
    const corrected = does(later(recorded, 24 * 5), 'fk-eva', 'outcome.record');
    const [again] = duesOf(corrected.association, corrected.consultation);
    expect([again?.key, again?.dueAt.slice(0, 10)]).toEqual(['outcome-2', '2026-09-29']);
    expect(falls(later(recorded, due!.dueAt), close).consultation.is).toBe('closed');
  });

  it('every open leg has a deadline, a waiting one and a settled one none', () => {
    const some = accepted(does(asked, 'af-omar', 'respond.ask'), 'fk');
    expect(duesOf(asked.association, asked.consultation).map(({ kind }) => kind)).toEqual([
      'answer-due',
      'answer-due',
      'answer-due',
    ]);
    expect(duesOf(some.association, some.consultation)).toMatchObject([
      { dueAt: '2026-09-15T15:00:00.000Z' },
    ]);
  });

  it('silence asks the backup with the short time, then the coordinator; the one asked first may still answer', () => {
    const first = nextDue(later(asked, '2026-09-10T14:00:00.000Z'))!;
    expect(news(asked, first, clock.id)).toEqual({ 'af-lena': ['offer:af'] });
    expect(legIn(first, 'af')).toMatchObject({ asked: 'af-lena', dueAt: '2026-09-11T14:00:00.000Z' });
    expect(refused(first, 'af-omar', 'respond.accept')).toBeUndefined();
    const late = later(first, '2026-09-11T14:00:00.000Z');
    const second = nextDue(nextDue(late)!)!;
    expect(legIn(second, 'af')).toMatchObject({ is: 'with-coordinator', asked: undefined });
    expect(told(second)).toContain('nobody:af');
  });

  it('the end of a booked meeting asks for what came of it, once', () => {
    const over = nextDue(later(booked, booked.consultation.meeting!.end))!;
    expect(over.consultation).toMatchObject({ is: 'booked', meeting: { over: true } });
    expect(news(booked, over, clock.id)).toHaveProperty('cw-maria', ['meeting-over']);
    expect(nextDue(over)).toBeUndefined();
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
});
