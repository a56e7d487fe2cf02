import { describe, expect, it } from 'vitest';
import {
  accepted,
  allAccepted,
  type Case,
  does,
  legIn,
  refused,
  sent,
  skargarden,
  told,
} from '../../support/cases.ts';

const at = (time: string, one: Case): Case => ({ ...one, now: new Date(time) });

describe('declining an offer', () => {
  it.each(['no-time', 'conflict', 'recognised'] as const)('%s: the next person of the function', (reason) => {
    const after = does(sent(), 'fk-eva', 'respond.decline', { reason });
    expect(legIn(after, 'fk')).toMatchObject({ is: 'offered', asked: 'fk-lars', passed: ['fk-eva'] });
    expect(told(after)).toContain('offered:fk:fk-lars');
    expect(legIn(after, 'fk').required).toBe(true);
  });

  it('nobody left: the coordinator, and still required', () => {
    const one = does(sent(), 'fk-eva', 'respond.decline');
    const none = does(one, 'fk-lars', 'respond.decline');
    expect(legIn(none, 'fk')).toMatchObject({ is: 'with-coordinator', required: true, asked: undefined });
    expect(accepted(none, 'af', 'psykiatri').consultation.is).toBe('requested');
  });

  it('wrong-area: the rules again without that function', () => {
    const young = sent(
      { municipality: 'vallsund', ageBand: '18-24', agencies: ['fk'] },
      { association: skargarden, owner: 'cw-tove' },
    );
    expect(legIn(young, 'fk')).toMatchObject({ function: 'fk-unga', asked: 'fk-linnea' });
    const after = does(young, 'fk-linnea', 'respond.decline', { reason: 'wrong-area' });
    expect(legIn(after, 'fk')).toMatchObject({ function: 'fk-kusten', wrongFunctions: ['fk-unga'] });
    expect(legIn(after, 'fk').asked).not.toBe('fk-linnea');
    const nowhere = does(after, legIn(after, 'fk').asked!, 'respond.decline', { reason: 'wrong-area' });
    expect(legIn(nowhere, 'fk').is).toBe('with-coordinator');
  });

  it('wrong-remit: back to the owner, who adds the suggested agency or drops the leg', () => {
    const said = { reason: 'wrong-remit', suggest: 'primarvard', text: 'Det är primärvårdens.' } as const;
    const after = does(sent(), 'psyk-sara', 'respond.decline', said);
    expect(legIn(after, 'psykiatri')).toMatchObject({ is: 'declined', asked: undefined, dueAt: undefined });
    expect(told(after)).toEqual([
      'declined:psykiatri:psyk-sara:wrong-remit',
      'wrong-remit:psykiatri:primarvard',
    ]);
    expect(legIn(after, 'psykiatri').declines).toMatchObject([said]);
    expect(accepted(after, 'fk', 'af').consultation.is).toBe('requested');
    const dropped = does(accepted(after, 'fk', 'af'), 'cw-maria', 'leg.drop', { agency: 'psykiatri' });
    expect(dropped.consultation.is).toBe('scheduling');
    expect(refused(after, 'cw-maria', 'leg.add', { agency: 'primarvard' })).toBeUndefined();
  });

  it('more-needed is a question', () => {
    const after = does(sent(), 'fk-eva', 'respond.decline', {
      reason: 'more-needed',
      text: 'Vilka intyg finns?',
    });
    expect(legIn(after, 'fk')).toMatchObject({ is: 'waiting', declines: [], passed: [] });
    expect(legIn(after, 'fk').clarifications).toMatchObject([{ by: 'fk-eva', text: 'Vilka intyg finns?' }]);
  });

  it('other: the coordinator', () => {
    expect(legIn(does(sent(), 'fk-eva', 'respond.decline', { reason: 'other' }), 'fk').is).toBe(
      'with-coordinator',
    );
  });

  it.each(['conflict', 'recognised'] as const)('%s keeps no text and ends the access at once', (reason) => {
    const after = does(sent(), 'fk-eva', 'respond.decline', { reason, text: 'Jag vet vem det är.' });
    expect(JSON.stringify(after.consultation)).not.toContain('vet vem');
    expect(legIn(after, 'fk')).toMatchObject({ barred: ['fk-eva'], declines: [{ reason, text: '' }] });
    expect(refused(after, 'fk-eva', 'respond.accept')).toBe('unknown-reference');
    expect(after.consultation.sealed).toBe(reason === 'recognised');
    expect(told(after).includes('recognised:fk')).toBe(reason === 'recognised');
  });
});

describe('giving up a seat', () => {
  const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');

  it('before booking: the seat is offered on and times are sought anew when it is taken', () => {
    const after = does(allAccepted(sent()), 'fk-eva', 'respond.decline');
    expect(after.consultation).toMatchObject({ is: 'requested', times: undefined, calendar: undefined });
    expect(legIn(after, 'fk')).toMatchObject({ is: 'offered', asked: 'fk-lars', holder: undefined });
    expect(accepted(after, 'fk').consultation).toMatchObject({ is: 'scheduling', times: { votes: {} } });
  });

  it('after booking, a required seat: the meeting is called off', () => {
    const after = does(booked, 'fk-eva', 'respond.decline');
    expect(after.consultation).toMatchObject({ is: 'requested', meeting: undefined, times: undefined });
    expect(after.consultation.calendar).toMatchObject({ uid: 'uid-1', sequence: 1 });
    expect(told(after).slice(0, 2)).toEqual(['unbooked', 'declined:fk:fk-eva:no-time']);
    const again = does(accepted(after, 'fk'), 'cw-maria', 'schedule.book');
    expect(again.consultation.calendar).toMatchObject({ uid: 'uid-1', sequence: 2 });
  });

  it('after booking, an optional seat: the meeting stands without it', () => {
    const four = sent({ agencies: ['fk', 'af', 'primarvard'] });
    const all = does(accepted(four, 'primarvard', 'fk', 'af'), 'cw-maria', 'schedule.book');
    expect(all.consultation.meeting?.participants).toHaveProperty('primarvard', 'pv-anna');
    const after = does(all, 'pv-anna', 'respond.decline');
    expect(after.consultation.is).toBe('booked');
    expect(after.consultation.meeting?.participants).toEqual({
      kommun: 'cw-maria',
      fk: 'fk-eva',
      af: 'af-omar',
    });
    expect(legIn(after, 'primarvard').is).toBe('with-coordinator');
  });

  it('where none is required, every seat that was asked is', () => {
    const only = accepted(sent({ agencies: ['primarvard'] }), 'primarvard');
    const after = does(does(only, 'cw-maria', 'schedule.book'), 'pv-anna', 'respond.decline');
    expect(after.consultation).toMatchObject({ is: 'requested', meeting: undefined });
  });

  it('wrong-remit from a seat reopens the question to the owner', () => {
    const after = does(booked, 'fk-eva', 'respond.decline', { reason: 'wrong-remit' });
    expect(after.consultation.is).toBe('requested');
    expect(legIn(after, 'fk').is).toBe('declined');
  });

  it('not once the meeting has been held', () => {
    const started = at(booked.consultation.meeting!.start, booked);
    const held = does(started, 'cw-maria', 'meeting.held');
    expect(refused(held, 'fk-eva', 'respond.decline')).toBe('not-now');
  });
});

describe('forwarding', () => {
  it('asks the colleague and keeps the clock', () => {
    const before = sent();
    const after = does(at('2026-09-08T10:00:00+02:00', before), 'fk-eva', 'respond.forward', {
      to: 'fk-lars',
    });
    expect(legIn(after, 'fk')).toMatchObject({
      is: 'offered',
      asked: 'fk-lars',
      dueAt: legIn(before, 'fk').dueAt,
      routing: { chosen: 'forwarded' },
    });
    expect(told(after)).toEqual(['forwarded:fk:fk-eva', 'offered:fk:fk-lars']);
  });

  it('whoever passed it on is not asked again by the rules', () => {
    const after = does(
      does(sent(), 'fk-eva', 'respond.forward', { to: 'fk-lars' }),
      'fk-lars',
      'respond.decline',
    );
    expect(legIn(after, 'fk')).toMatchObject({ is: 'with-coordinator', passed: ['fk-eva', 'fk-lars'] });
  });

  it('never to oneself, another agency or one whose access has ended', () => {
    const left = does(sent(), 'fk-eva', 'respond.decline', { reason: 'conflict' });
    for (const to of ['fk-lars', 'fk-eva', 'af-omar', 'nobody'])
      expect(refused(left, 'fk-lars', 'respond.forward', { to })).toBe('no-such-person');
  });
});

describe('asking back', () => {
  const asked = does(at('2026-09-08T09:00:00+02:00', sent()), 'fk-lars', 'respond.ask', {
    text: 'Vilka intyg?',
  });

  it('stops the clock with the working minutes that are left', () => {
    expect(legIn(asked, 'fk')).toMatchObject({
      is: 'waiting',
      dueAt: undefined,
      minutesLeft: 450 + 510 + 510,
    });
    expect(legIn(asked, 'af').dueAt).toBe('2026-09-10T14:00:00.000Z');
  });

  it('the answer starts it again with as much', () => {
    const answered = does(at('2026-09-10T14:00:00+02:00', asked), 'cw-maria', 'clarify.answer', {
      agency: 'fk',
      text: 'Ett, giltigt till jul.',
    });
    expect(legIn(answered, 'fk')).toMatchObject({
      is: 'offered',
      minutesLeft: undefined,
      dueAt: '2026-09-15T11:00:00.000Z',
    });
    expect(legIn(answered, 'fk').clarifications).toEqual([
      {
        by: 'fk-lars',
        at: '2026-09-08T07:00:00.000Z',
        text: 'Vilka intyg?',
        answer: { at: '2026-09-10T12:00:00.000Z', text: 'Ett, giltigt till jul.' },
      },
    ]);
  });

  it('asked at the last moment or too late, nothing is left', () => {
    const late = does(at('2026-09-11T09:00:00+02:00', sent()), 'fk-eva', 'respond.ask');
    expect(legIn(late, 'fk').minutesLeft).toBe(0);
    const answered = does(late, 'cw-maria', 'clarify.answer', { agency: 'fk' });
    expect(legIn(answered, 'fk').dueAt).toBe('2026-09-11T07:00:00.000Z');
  });

  it('a waiting agency may still accept, and a question that is not asked cannot be answered', () => {
    expect(legIn(does(asked, 'fk-eva', 'respond.accept'), 'fk')).toMatchObject({ minutesLeft: undefined });
    expect(refused(asked, 'cw-maria', 'clarify.answer', { agency: 'af' })).toBe('leg-not-open');
  });
});
