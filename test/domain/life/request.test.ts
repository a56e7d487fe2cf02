import { describe, expect, it } from 'vitest';
import { duesOf } from '../../../src/domain/dues.ts';
import {
  accepted,
  aDraft,
  allAccepted,
  type Case,
  does,
  later,
  legIn,
  refused,
  sent,
  skargarden,
  told,
} from '../../support/cases.ts';

const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');
const recorded = does(
  does(later(booked, booked.consultation.meeting!.start), 'cw-maria', 'meeting.held'),
  'cw-maria',
  'outcome.record',
);
const textOf = ({ consultation }: Case) => consultation.request.question;

describe('a draft', () => {
  const draft = aDraft();

  it('asks nobody, may be rewritten whole, and is gone after 30 days', () => {
    expect(draft.consultation).toMatchObject({ is: 'draft', legs: [], sentAt: undefined, version: 1 });
    const rewritten = does(draft, 'cw-maria', 'request.edit', {
      request: { agencies: ['fk'], ageBand: '18-24' },
    });
    expect(rewritten.consultation.request).toMatchObject({ agencies: ['fk'], ageBand: '18-24' });
    expect(rewritten.events).toEqual([]);
    expect(duesOf(draft.association, draft.consultation)).toEqual([
      { kind: 'draft-gone', key: 'draft', dueAt: '2026-10-07T08:00:00.000Z' },
    ]);
  });

  it('is sent by a button that knows its latest text', () => {
    const rewritten = does(draft, 'cw-maria', 'request.edit');
    expect(refused(rewritten, 'cw-maria', 'request.send', { version: 1 })).toBe('stale');
    expect(refused(rewritten, 'cw-maria', 'request.send', { version: 2 })).toBeUndefined();
    expect(refused(sent(), 'cw-maria', 'request.send')).toBe('not-now');
  });
});

describe('editing and adding', () => {
  it('the request may be rewritten until the first accept or advice', () => {
    const at = does(sent(), 'cw-maria', 'request.edit', { request: { question: 'Ny fråga?' } });
    expect(textOf(at)).toBe('Ny fråga?');
    expect(at.consultation.legs).toEqual(sent().consultation.legs);
    expect(told(at)).toEqual(['edited']);
    expect(refused(accepted(at, 'fk'), 'cw-maria', 'request.edit')).toBe('already-answered');
    expect(refused(does(at, 'fk-eva', 'respond.advise'), 'cw-maria', 'request.edit')).toBe(
      'already-answered',
    );
    const question = does(does(at, 'fk-eva', 'respond.ask'), 'af-omar', 'respond.decline');
    expect(refused(question, 'cw-maria', 'request.edit')).toBeUndefined();
  });

  it('rewriting asks the agencies named now, and whom the rules name now', () => {
    const request = { agencies: ['fk', 'primarvard'] };
    const at = does(sent(), 'cw-maria', 'request.edit', { request });
    expect(at.consultation.legs.map(({ agency, is }) => [agency, is])).toEqual([
      ['fk', 'offered'],
      ['af', 'dropped'],
      ['psykiatri', 'dropped'],
      ['primarvard', 'offered'],
    ]);
    const young = { municipality: 'vallsund', ageBand: '18-24', agencies: ['fk'] } as const;
    const elder = sent({ ...young, ageBand: '60+' }, { association: skargarden, owner: 'cw-tove' });
    expect(legIn(elder, 'fk')).toMatchObject({ function: 'fk-kusten', asked: 'fk-ylva' });
    const younger = does(elder, 'cw-tove', 'request.edit', { request: { ageBand: '18-24' } });
    expect(legIn(younger, 'fk')).toMatchObject({ function: 'fk-unga', asked: 'fk-linnea' });
  });

  it('another municipality is nobody’s who does not work for it', () => {
    const at = sent(
      { municipality: 'ekholma', ageBand: '60+', agencies: ['fk'] },
      { association: skargarden, owner: 'cw-ida' },
    );
    expect(legIn(at, 'fk').asked).toBe('fk-ylva');
    const moved = does(at, 'cw-ida', 'request.edit', { request: { municipality: 'norrskar' } });
    expect(legIn(moved, 'fk').asked).not.toBe('fk-ylva');
    expect(refused(moved, 'fk-ylva', 'respond.accept')).toBe('unknown-reference');
  });

  it('rewriting brings nobody back whose access has ended', () => {
    const left = does(sent(), 'fk-eva', 'respond.decline', { reason: 'conflict' });
    const without = does(left, 'cw-maria', 'request.edit', { request: { agencies: ['af'] } });
    const again = does(without, 'cw-maria', 'request.edit', { request: { agencies: ['fk', 'af'] } });
    expect(legIn(again, 'fk')).toMatchObject({ is: 'offered', required: true, asked: 'fk-lars' });
  });

  it('after that text is added, for all parties, each addition by its own version', () => {
    expect(refused(sent(), 'cw-maria', 'request.add')).toBe('not-answered-yet');
    const one = does(accepted(sent(), 'fk'), 'cw-maria', 'request.add', {
      text: 'Intyget har kommit.',
      version: 0,
    });
    expect(one.consultation.request.additions).toEqual([
      { at: '2026-09-07T08:00:00.000Z', by: 'cw-maria', text: 'Intyget har kommit.' },
    ]);
    expect(textOf(one)).toBe(textOf(sent()));
    expect(refused(one, 'cw-maria', 'request.add', { version: 0 })).toBe('stale');
    expect(refused(booked, 'cw-maria', 'request.add')).toBeUndefined();
    expect(refused(recorded, 'cw-maria', 'request.add')).toBe('not-now');
  });
});

describe('withdrawing and cancelling', () => {
  it('lets open legs lapse and calls the meeting off', () => {
    const at = does(booked, 'cw-maria', 'leg.add', { agency: 'primarvard' });
    const gone = does(at, 'cw-maria', 'request.withdraw', { text: 'Löst på annat sätt.' });
    expect(gone.consultation).toMatchObject({
      is: 'withdrawn',
      meeting: undefined,
      times: undefined,
      endedBecause: 'Löst på annat sätt.',
      calendar: { uid: 'uid-1', sequence: 1 },
    });
    expect(gone.consultation.legs.map(({ is }) => is)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'lapsed',
    ]);
    expect(told(gone)).toEqual(['unbooked', 'withdrawn']);
    expect(legIn(gone, 'primarvard')).toMatchObject({ dueAt: undefined, minutesLeft: undefined });
  });

  it.each(['waiting', 'declined', 'with-coordinator'] as const)('a leg that is %s lapses too', (is) => {
    const waiting = does(sent(), 'fk-eva', 'respond.ask');
    const at = {
      waiting,
      declined: does(sent(), 'fk-eva', 'respond.decline', { reason: 'wrong-remit' }),
      'with-coordinator': does(sent(), 'fk-eva', 'respond.decline', { reason: 'other' }),
    }[is];
    expect(legIn(at, 'fk').is).toBe(is);
    const gone = does(at, 'co-karin', 'request.withdraw');
    expect(gone.consultation.is).toBe('cancelled');
    expect(legIn(gone, 'fk')).toMatchObject({ is: 'lapsed', minutesLeft: undefined });
  });

  it('not once the meeting has been held', () => {
    const held = does(later(booked, booked.consultation.meeting!.start), 'cw-maria', 'meeting.held');
    expect(refused(held, 'cw-maria', 'request.withdraw')).toBe('not-now');
  });
});

describe('somebody recognised the person', () => {
  const at = does(accepted(sent(), 'af'), 'fk-eva', 'respond.decline', { reason: 'recognised' });

  it('the text is closed until the owner has rewritten it, although somebody has accepted', () => {
    expect(at.consultation.sealed).toBe(true);
    const rewritten = does(at, 'cw-maria', 'request.edit', { request: { background: '' } });
    expect(rewritten.consultation).toMatchObject({ sealed: false, request: { background: '' } });
    expect(told(rewritten)).toEqual(['unsealed']);
    expect(refused(rewritten, 'cw-maria', 'request.edit')).toBe('already-answered');
  });

  it('also when the meeting is booked', () => {
    const late = does(booked, 'fk-eva', 'respond.decline', { reason: 'recognised' });
    expect(late.consultation).toMatchObject({ is: 'requested', sealed: true, meeting: undefined });
    expect(refused(late, 'cw-maria', 'request.edit')).toBeUndefined();
  });
});

describe('reopening', () => {
  const again = does(later(recorded, 48), 'co-karin', 'consultation.reopen');

  it('asks the same agencies anew under the same reference; what was recorded stays', () => {
    expect(again.consultation).toMatchObject({
      is: 'requested',
      reference: recorded.consultation.reference,
      roundOfCase: 2,
      outcomes: recorded.consultation.outcomes,
      recordedAt: undefined,
      meeting: undefined,
    });
    expect(
      again.consultation.legs.map(({ agency, is, holder, required }) => [agency, is, holder, required]),
    ).toEqual([
      ['fk', 'offered', undefined, true],
      ['af', 'offered', undefined, true],
      ['psykiatri', 'offered', undefined, true],
    ]);
  });

  it('goes the whole way once more and makes a new version of the outcome', () => {
    const meeting = does(allAccepted(again), 'cw-maria', 'schedule.book');
    const held = does(later(meeting, meeting.consultation.meeting!.start), 'cw-maria', 'meeting.held');
    const done = does(held, 'fk-eva', 'outcome.record');
    expect(done.consultation.outcomes.map(({ version }) => version)).toEqual([1, 2]);
    expect(done.consultation.calendar?.uid).not.toBe(recorded.consultation.calendar?.uid);
  });

  it('leaves out what was dropped, and those whose access has ended stay out', () => {
    const left = does(sent(), 'fk-eva', 'respond.decline', { reason: 'conflict' });
    const without = does(left, 'cw-maria', 'leg.drop', { agency: 'psykiatri' });
    const at = does(accepted(without, 'fk', 'af'), 'cw-maria', 'schedule.book');
    const held = does(later(at, at.consultation.meeting!.start), 'cw-maria', 'meeting.held');
    const anew = does(does(held, 'fk-lars', 'outcome.record'), 'cw-maria', 'consultation.reopen');
    expect(legIn(anew, 'psykiatri').is).toBe('dropped');
    expect(legIn(anew, 'fk')).toMatchObject({ is: 'offered', asked: 'fk-lars', barred: ['fk-eva'] });
    expect(refused(anew, 'fk-eva', 'consultation.show')).toBe('unknown-reference');
    expect(accepted(anew, 'fk', 'af').consultation.is).toBe('scheduling');
  });
});
