import { describe, expect, it } from 'vitest';
import { duesOf } from '../../../src/domain/dues.ts';
import { isBefore, placeHeld, serve, waitingOf } from '../../../src/domain/life/queue.ts';
import { suggestAgain } from '../../../src/domain/life/schedule.ts';
import type { Waiting } from '../../../src/domain/sessions.ts';
import {
  allAccepted,
  type Case,
  clock,
  does,
  factsOf,
  falls,
  later,
  news,
  nextDue,
  personNamed,
  refused,
  sent,
  told,
} from '../../support/cases.ts';
import fc from '../../support/property.ts';

/** Every place of the session within six weeks: Thursdays of odd weeks, 13 to 15, as UTC starts. */
const every = ['2026-09-10', '2026-09-24', '2026-10-08'].flatMap((day) =>
  ['11:00', '11:30', '12:00', '12:30'].map((time) => `${day}T${time}:00.000Z`),
);
const free = (...starts: string[]) => every.filter((one) => !starts.includes(one));
const full = allAccepted(sent({}, { taken: every }));
const [first, second] = every as [string, string];

const looked = (at: Case): Case => falls(at, serve);
const nothing = (at: Case): string | undefined => {
  const step = serve(at.consultation, factsOf(at, clock));
  return step.ok ? undefined : step.refusal.code;
};

describe('a session without a free place', () => {
  it('has a waiting list: its owner, the seats and the coordinator hear where it stands', () => {
    expect(full.consultation).toMatchObject({
      is: 'ready',
      times: undefined,
      queue: { session: 'konsultationstid', place: 1, passed: [] },
    });
    expect(told(full)).toEqual(['accepted:psykiatri:psyk-sara', 'ready', 'queued']);
    expect(Object.keys(news(full, full, 'psyk-sara')).sort()).toEqual([
      'af-omar',
      'co-karin',
      'cw-maria',
      'fk-eva',
    ]);
    expect(duesOf(full.association, full.consultation).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'queue konsultationstid',
      expect.stringMatching(/^prompt queue\//),
    ]);
  });

  it('is the coordinator’s to know of after a while, and not the owner’s to be reminded of', () => {
    expect(nextDue(later(full, '2026-09-11T12:00:00.000Z'), ['prompt'])).toBeUndefined();
    const week = nextDue(later(full, '2026-09-15T12:00:00.000Z'), ['prompt'])!;
    expect(news(full, week, clock.id)).toEqual({ 'co-karin': ['stalled'] });
  });

  it('puts nobody in line for what somebody needed can never come to', () => {
    const busy = { 'psyk-sara': [{ start: 0, end: 1e9 }] };
    const never = allAccepted(sent({}, { busy }));
    expect(never.consultation).toMatchObject({ is: 'ready', queue: undefined });
    expect(told(never)).toContain('no-times');
  });

  it('does not move whoever asks again, and says so', () => {
    expect(refused(full, 'cw-maria', 'schedule.suggest')).toBe('still-queued');
  });

  it('is left by what ends it: withdrawn, or a seat that is empty again', () => {
    expect(does(full, 'cw-maria', 'request.withdraw').consultation.queue).toBeUndefined();
    const reopened = does(full, 'fk-eva', 'respond.decline', { reason: 'no-time' });
    expect(reopened.consultation).toMatchObject({ is: 'requested', queue: undefined });
  });
});

const other = (but: Partial<Waiting> = {}): Waiting => ({
  consultation: 'c-0',
  urgency: 'normal',
  since: '2026-09-01T07:00:00.000Z',
  ...but,
});

describe('the order of the list', () => {
  it('is by urgency, then by age', () => {
    const older = other();
    expect(allAccepted(sent({}, { taken: every, waiting: [older] })).consultation.queue?.place).toBe(2);
    const soon = allAccepted(sent({ urgency: 'soon' }, { taken: every, waiting: [older] }));
    expect(soon.consultation.queue?.place).toBe(1);
    const urgent = other({ urgency: 'soon', since: '2026-09-30T07:00:00.000Z' });
    expect(allAccepted(sent({}, { taken: every, waiting: [urgent] })).consultation.queue?.place).toBe(2);
  });

  it('lets nobody be before each other, and sorts the same whoever comes first', () => {
    const one = fc.record({
      consultation: fc.string({ minLength: 1, maxLength: 2 }),
      urgency: fc.constantFrom('normal' as const, 'soon' as const),
      since: fc.constantFrom('2026-09-01', '2026-09-02'),
    });
    const all = fc.uniqueArray(one, { selector: ({ consultation }) => consultation, maxLength: 8 });
    const order = (waiting: Waiting[]) => [...waiting].sort((a, b) => (isBefore(a, b) ? -1 : 1));
    fc.assert(
      fc.property(all, (waiting) => {
        const sorted = order(waiting);
        expect(order([...waiting].reverse())).toEqual(sorted);
        sorted.forEach((a, at) => {
          for (const b of sorted.slice(at + 1)) {
            expect([isBefore(a, b), isBefore(b, a)]).toEqual([true, false]);
            expect(a.urgency === 'normal' && b.urgency === 'soon').toBe(false);
            if (a.urgency === b.urgency) expect(a.since <= b.since).toBe(true);
          }
        });
      }),
    );
  });

  it('whoever comes while others wait stands behind them, also where a place has just become free', () => {
    const at = allAccepted(sent({}, { taken: free(first), waiting: [other()] }));
    expect(at.consultation).toMatchObject({ is: 'ready', queue: { place: 2 } });
    // Whoever was before cannot use it: the clock finds that it is theirs.
    expect(looked(at).consultation).toMatchObject({ is: 'scheduling', times: { slots: [{ start: first }] } });
  });

  it('is brought up to date when others come and go, and else nothing is written', () => {
    expect(nothing(full)).toBe('stale');
    const behind = looked({ ...full, waiting: [other(), waitingOf(full.consultation)] });
    expect(behind.consultation).toMatchObject({ is: 'ready', queue: { place: 2 } });
    expect(behind.events).toEqual([]);
    expect(looked({ ...behind, waiting: [] }).consultation.queue?.place).toBe(1);
  });
});

describe('a place that becomes free', () => {
  const offered = looked({ ...full, taken: free(second) });

  it('is kept for the first in line for half the time it can be offered, and is nobody else’s', () => {
    expect(offered.consultation).toMatchObject({
      is: 'scheduling',
      times: { kind: 'places', slots: [{ start: second }], dueAt: '2026-09-08T09:45:00.000Z' },
    });
    expect(placeHeld(offered.consultation)).toEqual({ session: 'konsultationstid', start: second });
    expect(news(full, offered, clock.id)).toMatchObject({
      'cw-maria': ['place-offered'],
      'fk-eva': ['place-offered'],
    });
    expect(duesOf(offered.association, offered.consultation)).toContainEqual({
      kind: 'place-due',
      key: `round-${offered.consultation.version}`,
      dueAt: '2026-09-08T09:45:00.000Z',
    });
  });

  it.each(['cw-maria', 'fk-eva', 'co-karin'])('may be booked by %s', (who) => {
    const booked = does(offered, who, 'schedule.book', { slot: 'slot-1' });
    expect(booked.consultation).toMatchObject({ is: 'booked', queue: undefined, meeting: { start: second } });
    expect(placeHeld(booked.consultation)).toEqual({ session: 'konsultationstid', start: second });
  });

  it('is the next one’s when nobody took it, and is not offered to the same again', () => {
    const lapsed = nextDue(later(offered, '2026-09-08T15:00:00.000Z'), ['place-due'])!;
    expect(lapsed.consultation).toMatchObject({
      is: 'ready',
      queue: { session: 'konsultationstid', place: 1, passed: [second] },
    });
    expect(placeHeld(lapsed.consultation)).toBeUndefined();
    expect(news(offered, lapsed, clock.id)).toHaveProperty('cw-maria', ['place-lapsed']);
    expect(nothing({ ...lapsed, taken: free(second) })).toBe('stale');
    const another = every[5]!;
    expect(looked({ ...lapsed, taken: free(second, another) }).consultation.times?.slots[0]?.start).toBe(
      another,
    );
  });

  it('is passed on by whoever looks for another, and the search can be called off', () => {
    const refusedIt = does(offered, 'cw-maria', 'schedule.suggest');
    expect(refusedIt.consultation).toMatchObject({ is: 'ready', queue: { passed: [second] } });
    const off = does(offered, 'cw-maria', 'schedule.cancel');
    expect(off.consultation).toMatchObject({ is: 'ready', queue: undefined });
    expect(duesOf(off.association, off.consultation).some(({ kind }) => kind === 'queue')).toBe(false);
  });

  it('is kept until the close of the next working day where there is more time, and never past its start', () => {
    const far = looked({ ...full, taken: free(every[9]!) });
    expect(far.consultation.times).toMatchObject({
      slots: [{ start: every[9] }],
      dueAt: '2026-09-08T14:30:00.000Z',
    });
    // A day before it, as late as it can be offered at all.
    const late = looked({ ...later(full, '2026-09-09T11:25:00.000Z'), taken: free(second) });
    expect(late.consultation.times).toMatchObject({
      slots: [{ start: second }],
      dueAt: '2026-09-09T12:25:00.000Z',
    });
  });

  it('comes with the horizon too, and never less than the notice before', () => {
    const rolled = later(full, '2026-09-10T06:00:00.000Z');
    expect(looked(rolled).consultation.times?.slots[0]?.start).toBe('2026-10-22T11:00:00.000Z');
    // A day is the notice: what becomes free later than that is left to nobody.
    const tomorrow = { ...later(full, '2026-09-09T12:00:00.000Z'), taken: free(first) };
    expect(looked(tomorrow).consultation.times?.slots[0]?.start).toBe('2026-10-22T11:00:00.000Z');
  });

  it('of a session that is held no more leaves the owner to look for other times', () => {
    const association = { ...full.association, sessions: [] };
    const gone = looked({ ...full, association });
    expect(gone.consultation).toMatchObject({ is: 'ready', queue: undefined });
    expect(told(gone)).toEqual(['no-times']);
  });
});

it('whoever moves from a place stands behind those who wait, and does not wait for the place they left', () => {
  const booked = does(allAccepted(sent({}, { taken: free(first) })), 'cw-maria', 'schedule.book');
  const moved = does({ ...booked, waiting: [other()] }, 'cw-maria', 'schedule.move');
  expect(moved.consultation).toMatchObject({ is: 'ready', queue: { place: 2, passed: [first] } });
  expect(told(moved)).toEqual(['unbooked', 'moved', 'queued']);
  expect(nothing({ ...moved, taken: free(first) })).toBe('stale');
});

it('a meeting that was held stands, whether or not there is a place for another', () => {
  const booked = does(allAccepted(sent({}, { taken: free(first) })), 'cw-maria', 'schedule.book');
  const at = later(booked, first);
  const held = does(at, 'cw-maria', 'meeting.held');
  const step = suggestAgain(
    held.consultation,
    factsOf(
      { ...held, taken: [...every, '2026-10-22T11:00:00.000Z'] },
      personNamed(held.association, 'cw-maria'),
    ),
  );
  expect(step.ok && step.value.after).toMatchObject({ queue: undefined });
});
