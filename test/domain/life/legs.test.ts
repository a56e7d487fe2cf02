import { describe, expect, it } from 'vitest';
import { accepted, allAccepted, does, legIn, refused, sent, told } from '../../support/cases.ts';

describe('asking in parallel', () => {
  it('sends one leg to each agency, each to the person the rules name and with a clock of its own', () => {
    const at = sent();
    expect(at.consultation.is).toBe('requested');
    expect(told(at)).toEqual([
      'sent',
      'offered:fk:fk-eva',
      'offered:af:af-omar',
      'offered:psykiatri:psyk-sara',
    ]);
    expect(at.consultation.legs.map(({ is, dueAt }) => [is, dueAt])).toEqual([
      ['offered', '2026-09-10T14:30:00.000Z'],
      ['offered', '2026-09-10T14:00:00.000Z'],
      ['offered', '2026-09-15T15:00:00.000Z'],
    ]);
  });

  it('an urgent question has the shorter time', () => {
    expect(legIn(sent({ urgency: 'soon' }), 'psykiatri').dueAt).toBe('2026-09-09T10:00:00.000Z');
  });

  it('the agency without anybody for the municipality goes to the coordinator at once', () => {
    const at = sent({ municipality: 'munkfors', agencies: ['fk', 'primarvard'] }, { owner: 'cw-johan' });
    expect(legIn(at, 'primarvard')).toMatchObject({
      is: 'with-coordinator',
      asked: undefined,
      dueAt: undefined,
    });
    expect(told(at)).toContain('nobody:primarvard');
  });

  it('anyone of the function may answer, and the first wins', () => {
    const at = does(sent(), 'fk-lars', 'respond.accept');
    expect(legIn(at, 'fk')).toMatchObject({ is: 'accepted', holder: 'fk-lars', dueAt: undefined });
    expect(refused(at, 'fk-eva', 'respond.accept')).toBe('leg-not-open');
    expect(refused(at, 'fk-eva', 'respond.decline')).toBe('leg-not-open');
  });
});

describe('quorum', () => {
  it('waits for every required agency, not for the optional ones', () => {
    const two = accepted(sent({ agencies: ['fk', 'af', 'primarvard'] }), 'fk');
    expect(two.consultation.is).toBe('requested');
    const all = accepted(two, 'af');
    expect(all.consultation.is).toBe('scheduling');
    expect(legIn(all, 'primarvard').is).toBe('offered');
    expect(told(all)).toEqual(['accepted:af:af-omar', 'ready', 'times:1']);
  });

  it('an optional answer alone settles nothing', () => {
    expect(accepted(sent({ agencies: ['fk', 'primarvard'] }), 'primarvard').consultation.is).toBe(
      'requested',
    );
  });

  it('when none is required all that are asked are', () => {
    const at = sent({ agencies: ['primarvard'] });
    expect(legIn(at, 'primarvard').required).toBe(false);
    expect(accepted(at, 'primarvard').consultation.is).toBe('scheduling');
  });

  it('one who accepts and the rest advising makes a meeting of the one', () => {
    const advised = does(does(sent(), 'af-omar', 'respond.advise'), 'psyk-sara', 'respond.advise');
    expect(advised.consultation.is).toBe('requested');
    expect(accepted(advised, 'fk').consultation.is).toBe('scheduling');
  });

  it('all advising and none accepting needs no meeting', () => {
    let at = sent();
    for (const who of ['fk-eva', 'af-omar', 'psyk-nils'])
      at = does(at, who, 'respond.advise', { text: 'Ja.' });
    expect(at.consultation.is).toBe('advised');
    expect(told(at)).toEqual(['advised:psykiatri:psyk-nils', 'advice-complete']);
    expect(legIn(at, 'psykiatri').advice).toEqual([
      { by: 'psyk-nils', at: '2026-09-07T08:00:00.000Z', text: 'Ja.' },
    ]);
  });
});

describe('purpose advice', () => {
  const at = sent({ purpose: 'advice', agencies: ['fk', 'af'] });

  it('accepting starts the same time again for the advice, and no meeting is sought', () => {
    const taken = allAccepted({ ...at, now: new Date('2026-09-09T10:00:00+02:00') });
    expect(taken.consultation.is).toBe('requested');
    expect(legIn(taken, 'fk').dueAt).toBe('2026-09-14T14:30:00.000Z');
    const one = does(taken, 'fk-eva', 'respond.advise');
    expect(one.consultation.is).toBe('requested');
    expect(legIn(one, 'fk')).toMatchObject({ is: 'advised', holder: 'fk-eva', dueAt: undefined });
    expect(does(one, 'af-omar', 'respond.advise').consultation.is).toBe('advised');
  });

  it('only the seat-holder writes the advice once the seat is taken', () => {
    expect(refused(accepted(at, 'fk'), 'fk-lars', 'respond.advise')).toBe('leg-not-open');
  });

  it('a seat at a meeting is not turned into advice', () => {
    expect(refused(accepted(sent(), 'fk'), 'fk-eva', 'respond.advise')).toBe('leg-not-open');
  });
});

describe('leg.add', () => {
  it('asks one agency more; the added leg is never required', () => {
    const at = does(accepted(sent({ agencies: ['fk', 'af'] }), 'fk'), 'co-karin', 'leg.add', {
      agency: 'psykiatri',
    });
    expect(legIn(at, 'psykiatri')).toMatchObject({ is: 'offered', required: false });
    expect(accepted(at, 'af').consultation.is).toBe('scheduling');
  });

  it('undoes neither ready nor booked', () => {
    const scheduling = allAccepted(sent({ agencies: ['fk', 'af'] }));
    const booked = does(scheduling, 'cw-maria', 'schedule.book');
    const ready = does(scheduling, 'cw-maria', 'schedule.cancel');
    for (const at of [scheduling, booked, ready]) {
      const more = does(at, 'cw-maria', 'leg.add', { agency: 'psykiatri' });
      expect(more.consultation).toMatchObject({ is: at.consultation.is, meeting: at.consultation.meeting });
      const declined = does(more, 'psyk-sara', 'respond.decline', { reason: 'wrong-remit' });
      expect(declined.consultation).toMatchObject({
        is: at.consultation.is,
        meeting: at.consultation.meeting,
      });
    }
  });

  it('whoever accepts once the meeting is booked comes along, unless booked elsewhere', () => {
    const booked = does(allAccepted(sent({ agencies: ['fk', 'af'] })), 'cw-maria', 'schedule.book');
    const more = does(booked, 'cw-maria', 'leg.add', { agency: 'psykiatri' });
    const free = accepted(more, 'psykiatri').consultation;
    expect(free.is).toBe('booked');
    expect(free.calendar?.invited).toContain('psyk-sara');
    expect(free.meeting?.participants).toMatchObject({
      kommun: 'cw-maria',
      fk: 'fk-eva',
      psykiatri: 'psyk-sara',
    });
    const start = Date.parse(free.meeting!.start) / 60_000;
    const busy = { 'psyk-sara': [{ start: start - 5, end: start + 5 }] };
    expect(accepted({ ...more, busy }, 'psykiatri').consultation.meeting?.participants).not.toHaveProperty(
      'psykiatri',
    );
  });

  it('refuses the municipality, an unknown agency and one already asked', () => {
    expect(refused(sent(), 'cw-maria', 'leg.add', { agency: 'kommun' })).toBe('no-such-agency');
    expect(refused(sent(), 'cw-maria', 'leg.add', { agency: 'beroende' })).toBe('no-such-agency');
    expect(refused(sent(), 'cw-maria', 'leg.add', { agency: 'fk' })).toBe('already-asked');
  });
});

describe('leg.assign', () => {
  it('asks the named person, with a new clock; earlier no’s are no hindrance', () => {
    let at = does(sent(), 'fk-eva', 'respond.decline', { reason: 'other' });
    expect(legIn(at, 'fk').is).toBe('with-coordinator');
    at = does({ ...at, now: new Date('2026-09-08T10:00:00+02:00') }, 'co-karin', 'leg.assign', {
      agency: 'fk',
      to: 'fk-eva',
    });
    expect(legIn(at, 'fk')).toMatchObject({
      is: 'offered',
      asked: 'fk-eva',
      dueAt: '2026-09-11T14:30:00.000Z',
    });
    expect(told(at)).toEqual(['offered:fk:fk-eva']);
  });

  it('never anyone of another agency, nor one whose access has ended', () => {
    const at = does(sent(), 'fk-eva', 'respond.decline', { reason: 'conflict' });
    for (const to of ['fk-eva', 'af-omar', 'co-karin', 'nobody'])
      expect(refused(at, 'co-karin', 'leg.assign', { agency: 'fk', to })).toBe('no-such-person');
  });
});

describe('leg.drop', () => {
  it('goes on without the agency: what remains decides', () => {
    const at = does(accepted(sent(), 'fk', 'psykiatri'), 'cw-maria', 'leg.drop', { agency: 'af' });
    expect(legIn(at, 'af')).toMatchObject({ is: 'dropped', required: false, asked: undefined });
    expect(at.consultation.is).toBe('scheduling');
    expect(told(at)).toEqual(['dropped:af', 'ready', 'times:1']);
  });

  it('makes all that are left required when the last required one goes', () => {
    const at = does(sent({ agencies: ['fk', 'primarvard'] }), 'co-karin', 'leg.drop', { agency: 'fk' });
    expect(at.consultation.is).toBe('requested');
    expect(accepted(at, 'primarvard').consultation.is).toBe('scheduling');
  });

  it('never a seat that is taken, and a dropped agency may be asked again', () => {
    expect(refused(accepted(sent(), 'fk'), 'cw-maria', 'leg.drop', { agency: 'fk' })).toBe('leg-not-open');
    const dropped = does(sent(), 'cw-maria', 'leg.drop', { agency: 'fk' });
    expect(refused(dropped, 'fk-eva', 'respond.accept')).toBe('leg-not-open');
    expect(legIn(does(dropped, 'cw-maria', 'leg.add', { agency: 'fk' }), 'fk')).toMatchObject({
      is: 'offered',
      required: false,
    });
  });

  it('someone whose access has ended is not asked when the agency is asked anew', () => {
    const left = does(sent(), 'fk-eva', 'respond.decline', { reason: 'conflict' });
    const anew = does(does(left, 'cw-maria', 'leg.drop', { agency: 'fk' }), 'cw-maria', 'leg.add', {
      agency: 'fk',
    });
    expect(legIn(anew, 'fk')).toMatchObject({ asked: 'fk-lars', barred: ['fk-eva'] });
    expect(refused(anew, 'fk-eva', 'consultation.show')).toBe('unknown-reference');
  });
});
