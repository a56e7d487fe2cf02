import { describe, expect, it } from 'vitest';
import { close, followUpDay, mayBeResponsible } from '../../../src/domain/life/meeting.ts';
import {
  accepted,
  allAccepted,
  type Case,
  does,
  falls,
  later,
  refused,
  sent,
  told,
} from '../../support/cases.ts';

const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');
const started = later(booked, booked.consultation.meeting!.start);
const held = does(started, 'fk-eva', 'meeting.held');
const recorded = does(held, 'cw-maria', 'outcome.record');

describe('a meeting held', () => {
  it('from its start, not before', () => {
    const early = later(started, new Date(started.now.getTime() - 1).toISOString());
    expect(refused(early, 'cw-maria', 'meeting.held')).toBe('not-started');
    expect(held.consultation).toMatchObject({
      is: 'held',
      meeting: { present: ['kommun', 'fk', 'af', 'psykiatri'] },
    });
    expect(told(held)).toEqual(['held']);
  });

  it('an accepted agency that was not there is a no-show', () => {
    const at = does(started, 'co-karin', 'meeting.held', { present: ['fk', 'kommun'] });
    expect(at.consultation).toMatchObject({ is: 'held', meeting: { present: ['kommun', 'fk'] } });
    expect(told(at)).toEqual(['no-show:af', 'no-show:psykiatri', 'held']);
  });

  it.each([[['kommun']], [[]]])('with only the municipality there (%j) new times are needed', (present) => {
    const at = does(started, 'cw-maria', 'meeting.held', { present });
    expect(at.consultation).toMatchObject({ is: 'ready', meeting: undefined, times: undefined });
    expect(told(at)).toEqual(['no-show:fk', 'no-show:af', 'no-show:psykiatri', 'nobody-came']);
    const again = does(does(at, 'cw-maria', 'schedule.suggest'), 'cw-maria', 'schedule.book');
    expect(again.consultation.calendar).toMatchObject({ uid: 'uid-1', sequence: 1 });
  });

  it('nobody can have been there who had no seat', () => {
    expect(refused(started, 'cw-maria', 'meeting.held', { present: ['fk', 'primarvard'] })).toBe(
      'not-present',
    );
  });

  it('may be followed by another, which is another entry in the calendars', () => {
    const more = does(held, 'cw-maria', 'schedule.suggest');
    expect(more.consultation).toMatchObject({ is: 'scheduling', meeting: undefined, times: { votes: {} } });
    expect(more.consultation.calendar).toBeUndefined();
    expect(does(more, 'cw-maria', 'schedule.book').consultation.calendar?.sequence).toBe(0);
  });
});

describe('the outcome', () => {
  it('is recorded with its responsible, its next day and a version', () => {
    expect(recorded.consultation).toMatchObject({ is: 'recorded', recordedAt: started.now.toISOString() });
    expect(recorded.consultation.outcomes).toMatchObject([
      { version: 1, by: 'cw-maria', responsible: 'kommun' },
    ]);
  });

  it('names the municipality, one present or one that has advised as responsible, and nobody else', () => {
    const some = does(started, 'cw-maria', 'meeting.held', { present: ['kommun', 'fk'] });
    expect(mayBeResponsible(some.consultation)).toEqual(['kommun', 'fk']);
    const naming = (responsible: string) =>
      refused(some, 'fk-eva', 'outcome.record', { outcome: { responsible } });
    expect(['kommun', 'fk', 'af', 'primarvard'].map(naming)).toEqual([
      undefined,
      undefined,
      'not-responsible',
      'not-responsible',
    ]);
    const advice = sent({ agencies: ['fk'] });
    const advised = does(advice, 'fk-eva', 'respond.advise').consultation;
    expect(mayBeResponsible(advised)).toEqual(['kommun', 'fk']);
  });

  it('has a next day that is not past; today will do, by the clock of the association', () => {
    const late = later(held, '2026-09-10T22:30:00.000Z');
    const on = (nextDate: string) => refused(late, 'cw-maria', 'outcome.record', { outcome: { nextDate } });
    expect(on('2026-09-10')).toBe('date-past');
    expect(on('2026-09-11')).toBeUndefined();
  });

  it('is corrected as a new version, and then the days run again', () => {
    const at = does(later(recorded, 24), 'psyk-sara', 'outcome.record', { outcome: { result: 'no-path' } });
    expect(at.consultation.outcomes).toMatchObject([
      { version: 1, result: 'path-chosen' },
      { version: 2, result: 'no-path', by: 'psyk-sara' },
    ]);
    expect(at.consultation.recordedAt).toBe(at.now.toISOString());
  });

  it('lets open legs lapse: nobody is asked for what is done', () => {
    const four = accepted(sent({ agencies: ['fk', 'af', 'primarvard'] }), 'fk', 'af');
    const at = does(four, 'cw-maria', 'schedule.book');
    const done = does(
      does(later(at, at.consultation.meeting!.start), 'cw-maria', 'meeting.held'),
      'fk-eva',
      'outcome.record',
    );
    expect(done.consultation.legs.map(({ is }) => is)).toEqual(['accepted', 'accepted', 'lapsed']);
    expect(refused(done, 'pv-anna', 'respond.advise')).toBe('leg-not-open');
  });

  it('is closed in the end, and stays followed up', () => {
    const closed = falls(later(recorded, 14 * 24), close);
    expect(closed.consultation).toMatchObject({ is: 'closed', closedAt: closed.now.toISOString() });
    expect(refused(closed, 'cw-maria', 'outcome.record')).toBe('not-now');
    const followed = does(closed, 'cw-maria', 'followup.record', { followUp: { progress: 'work' } });
    expect(followed.consultation.followUps).toMatchObject([
      { progress: 'work', at: closed.now.toISOString() },
    ]);
  });
});

describe('the days of follow-up', () => {
  it.each([
    ['2026-09-10', '4 weeks', '2026-10-08'],
    ['2026-09-10', '3 months', '2026-12-10'],
    ['2026-09-10', '6 months', '2027-03-10'],
    ['2026-11-30', '3 months', '2027-02-28'],
    ['2027-11-30', '3 months', '2028-02-29'],
    ['2026-12-31', '10 days', '2027-01-10'],
    ['2026-06-15', '6 months', '2026-12-15'],
    ['2026-08-31', '1 month', '2026-09-30'],
  ])('%s and %s is %s', (day, after, then) => {
    expect(followUpDay(day, after)).toBe(then);
  });
});

describe('handing over', () => {
  const over = does(booked, 'co-karin', 'consultation.handover', { to: 'cw-vera' });

  it('changes the owner and the meeting’s municipal seat, and sends the entry again', () => {
    expect(over.consultation).toMatchObject({
      is: 'booked',
      owner: 'cw-vera',
      meeting: { participants: { kommun: 'cw-vera', fk: 'fk-eva' } },
      calendar: { uid: 'uid-1', sequence: 1 },
    });
    expect(told(over)).toEqual(['handed-over:cw-maria:cw-vera']);
    expect(refused(over, 'cw-maria', 'request.withdraw')).toBe('not-yours');
  });

  it('is undone by whoever handed over within 24 hours, once', () => {
    const undone = does(later(over, 23.9), 'cw-maria', 'consultation.handover', { to: 'cw-maria' });
    expect(undone.consultation).toMatchObject({ owner: 'cw-maria', handover: undefined });
    expect(refused(undone, 'cw-vera', 'consultation.handover', { to: 'cw-vera' })).toBe('unknown-reference');
    const late = later(over, 24);
    expect(refused(late, 'cw-maria', 'consultation.handover', { to: 'cw-maria' })).toBe('unknown-reference');
    expect(refused(over, 'cw-maria', 'consultation.handover', { to: 'cw-stig' })).toBe('not-yours');
  });

  it('only to a caseworker of the same municipality who is free', () => {
    const to = (one: Case, id: string) => refused(one, 'cw-maria', 'consultation.handover', { to: id });
    expect(to(booked, 'cw-johan')).toBe('no-such-person');
    expect(to(booked, 'fk-eva')).toBe('no-such-person');
    expect(to(booked, 'cw-maria')).toBe('same-owner');
    const start = Date.parse(booked.consultation.meeting!.start) / 60_000;
    expect(to({ ...booked, busy: { 'cw-vera': [{ start, end: start + 1 }] } }, 'cw-vera')).toBe('slot-taken');
  });

  it('until the last follow-up; a case taken up again begins anew', () => {
    let at = recorded;
    for (const days of [28, 90, 180]) {
      expect(refused(at, 'cw-maria', 'consultation.handover', { to: 'cw-vera' })).toBeUndefined();
      at = does({ ...at, now: later(recorded, 24 * days).now }, 'cw-maria', 'followup.record');
    }
    expect(refused(at, 'cw-maria', 'consultation.handover', { to: 'cw-vera' })).toBe('too-late');
    const anew = does(at, 'cw-maria', 'consultation.reopen');
    expect(refused(anew, 'cw-maria', 'consultation.handover', { to: 'cw-vera' })).toBeUndefined();
  });
});

describe('joining', () => {
  it('is said once and told', () => {
    const at = does(booked, 'co-karin', 'consultation.join');
    expect(at.consultation.joined).toEqual(['co-karin']);
    expect(told(at)).toEqual(['joined:co-karin']);
    expect(refused(at, 'co-karin', 'consultation.join')).toBe('already-joined');
  });
});
