import { describe, expect, it } from 'vitest';
import { duesOf } from '../../../src/domain/dues.ts';
import { vote, voteDue } from '../../../src/domain/life/vote.ts';
import {
  accepted,
  allAccepted,
  type Case,
  does,
  factsOf,
  falls,
  later,
  personNamed,
  refused,
  sent,
  skargarden,
  told,
} from '../../support/cases.ts';
import { allVote, type Said, slotsOf, startsOf, toBeVoted, voting } from '../../support/voting.ts';

const required = ['cw-tove', 'fk-hassan', 'af-moa'] as const;

/** FK, AF and psychiatry in Klarälvdalen share Thursdays of odd weeks, 13 to 15. */
const places = allAccepted(sent());

const all = (at: Case, said: Said): Case =>
  allVote(at, Object.fromEntries(required.map((who) => [who, [said, said, said]])));

describe('a vote', () => {
  it('has three proposals on different days, after the notice, due in three working days', () => {
    expect(voting.consultation).toMatchObject({ is: 'scheduling', failedRounds: 0 });
    expect(voting.consultation.times).toMatchObject({ kind: 'vote', number: 1, votes: {} });
    expect(new Set(startsOf(voting).map((start) => start.slice(0, 10))).size).toBe(3);
    expect(startsOf(voting)[0]! >= '2026-09-09T08:00:00.000Z').toBe(true);
    expect(duesOf(skargarden, voting.consultation)[0]).toMatchObject({
      kind: 'vote-due',
      dueAt: '2026-09-10T14:30:00.000Z',
    });
  });

  it('books the open time with the fewest maybes once every required role has voted', () => {
    const at = allVote(voting, {
      'cw-tove': ['yes', 'yes', 'maybe'],
      'fk-hassan': ['maybe', 'no', 'yes'],
      'af-moa': ['maybe', 'yes', 'yes'],
    });
    expect(at.consultation).toMatchObject({ is: 'booked', meeting: { start: startsOf(voting)[2] } });
    expect(told(at)).toEqual(['voted', 'booked']);
  });

  it('then the earliest', () => {
    const said = ['no', 'yes', 'yes'] as const;
    const at = allVote(voting, { 'cw-tove': said, 'fk-hassan': said, 'af-moa': ['maybe', 'yes', 'yes'] });
    expect(at.consultation.meeting?.start).toBe(startsOf(voting)[1]);
  });

  it('waits for every required role, and for no other', () => {
    const two = allVote(voting, { 'cw-tove': [], 'ame-samir': [], 'af-moa': [] });
    expect(two.consultation.is).toBe('scheduling');
    expect(allVote(voting, { 'cw-tove': [], 'fk-hassan': [], 'af-moa': [] }).consultation.is).toBe('booked');
  });

  it('can be changed until it is settled; every time needs an answer', () => {
    const first = does(voting, 'cw-tove', 'schedule.vote', { ballots: ['no', 'no', 'no'] });
    const changed = allVote(first, { 'cw-tove': [], 'fk-hassan': [], 'af-moa': [] });
    expect(changed.consultation.meeting?.start).toBe(startsOf(voting)[0]);
    expect(Object.keys(changed.consultation.times?.votes ?? {})).toEqual([...required]);
    const some = vote(voting.consultation, factsOf(voting, personNamed(skargarden, 'af-moa')), {
      'slot-1': 'yes',
    });
    expect(some).toEqual({ ok: false, refusal: { code: 'votes-missing' } });
  });

  it('has a meeting room to itself: the first nobody else meets in then, and none where all are taken', () => {
    const { rooms } = skargarden;
    expect(rooms.length).toBe(2);
    const start = Date.parse(startsOf(voting)[0]!) / 60_000;
    const linkWith = (busy: Case['busy']) => all({ ...voting, busy }, 'yes').consultation.meeting?.link;
    const during = [{ start: start + 29, end: start + 60 }];
    const around = [
      { start: start - 30, end: start },
      { start: start + 30, end: start + 60 },
    ];
    expect(linkWith({})).toBe(rooms[0]);
    expect(linkWith({ [rooms[0]!]: around })).toBe(rooms[0]);
    expect(linkWith({ [rooms[0]!]: during })).toBe(rooms[1]);
    expect(linkWith({ [rooms[0]!]: during, [rooms[1]!]: during })).toBeUndefined();
  });

  it('leaves out the optional who said no, and keeps those who did not', () => {
    const no = allVote(voting, { 'ame-samir': ['no', 'no', 'no'] });
    expect(all(no, 'yes').consultation.meeting?.participants).not.toHaveProperty('arbetsmarknad');
    expect(all(voting, 'yes').consultation.meeting?.participants).toHaveProperty(
      'arbetsmarknad',
      'ame-samir',
    );
  });

  it('two rounds without a match go to the coordinator; the second proposes other times', () => {
    const second = all(voting, 'no');
    expect(second.consultation).toMatchObject({ is: 'scheduling', failedRounds: 1, times: { number: 2 } });
    expect(told(second)).toEqual(['voted', 'times:2']);
    expect(startsOf(second).some((start) => startsOf(voting).includes(start))).toBe(false);
    const none = all(second, 'no');
    expect(none.consultation).toMatchObject({ is: 'ready', times: undefined });
    expect(told(none)).toEqual(['voted', 'no-match']);
    expect(refused(none, 'co-gun', 'schedule.suggest')).toBeUndefined();
  });

  it('and what stood in the way is kept, until times are sought again', () => {
    const second = all(voting, 'no');
    const cannot = ['kommun', 'fk', 'af'];
    const none = all(second, 'no').consultation;
    expect(none.unmatched).toEqual({ silent: [], cannot });
    const due = duesOf(skargarden, second.consultation).find(({ kind }) => kind === 'vote-due')!.dueAt;
    const some = allVote(second, { 'cw-tove': [], 'fk-hassan': ['no', 'no', 'no'] });
    const silent = falls(later(some, due), voteDue);
    expect(silent.consultation.unmatched).toEqual({ silent: ['af'], cannot: ['fk'] });
    const again = does(silent, 'co-gun', 'schedule.suggest');
    expect(again.consultation).toMatchObject({ is: 'scheduling', unmatched: undefined });
  });

  it('when due, what stands is judged: silence is no yes', () => {
    const due = duesOf(skargarden, voting.consultation)[0]!.dueAt;
    const silent = falls(later(allVote(voting, { 'cw-tove': [], 'fk-hassan': [] }), due), voteDue);
    expect(silent.consultation).toMatchObject({ is: 'scheduling', failedRounds: 1, times: { number: 2 } });
  });

  it('never books a time that has passed or that a required person has lost', () => {
    const passed = allVote(later(voting, startsOf(voting)[0]!), {
      'cw-tove': [],
      'fk-hassan': [],
      'af-moa': [],
    });
    expect(passed.consultation.meeting?.start).toBe(startsOf(voting)[1]);
    const start = Date.parse(startsOf(voting)[0]!) / 60_000;
    const busy = { 'af-moa': [{ start, end: start + 10 }] };
    expect(all({ ...voting, busy }, 'yes').consultation.meeting?.start).toBe(startsOf(voting)[1]);
    const gone = does({ ...voting, busy }, 'cw-tove', 'schedule.book', { slot: 'slot-1' });
    expect(gone.consultation).toMatchObject({ is: 'scheduling', meeting: undefined });
    expect(gone.consultation.times?.slots.map(({ id }) => id)).toEqual(['slot-2', 'slot-3']);
  });

  it('keeps the votes on what is left of the proposals, and draws new ones when nothing is', () => {
    const voted = allVote(voting, { 'fk-hassan': ['no', 'yes', 'yes'] });
    const start = Date.parse(startsOf(voted)[0]!) / 60_000;
    const busy = { 'af-moa': [{ start, end: start + 10 }] };
    const gone = does({ ...voted, busy }, 'cw-tove', 'schedule.book', { slot: 'slot-1' });
    const both = allVote(gone, { 'cw-tove': ['maybe', 'yes'], 'af-moa': ['yes', 'yes'] });
    expect(both.consultation.meeting?.start).toBe(startsOf(voting)[2]);
    // Whoever still sees three times may answer three: the one that is gone counts for nothing.
    const three = vote(gone.consultation, factsOf(gone, personNamed(skargarden, 'af-moa')), {
      'slot-1': 'yes',
      'slot-2': 'no',
      'slot-3': 'yes',
    });
    expect(three.ok && three.value.after.times?.votes['af-moa']).toEqual({ 'slot-2': 'no', 'slot-3': 'yes' });
    const spans = startsOf(voted).map((at) => Date.parse(at) / 60_000);
    const full = { 'af-moa': spans.map((from) => ({ start: from, end: from + 10 })) };
    const anew = does({ ...voted, busy: full }, 'cw-tove', 'schedule.book', { slot: 'slot-1' });
    expect(anew.consultation.times).toMatchObject({ number: 2, votes: {} });
    expect(startsOf(anew).some((at) => startsOf(voted).includes(at))).toBe(false);
  });

  it('proposes nothing for those who have no time, and says so', () => {
    const busy = { 'af-moa': [{ start: 0, end: 1e9 }] };
    const at = accepted({ ...toBeVoted, busy }, 'fk', 'af');
    expect(at.consultation).toMatchObject({ is: 'ready', times: undefined });
    expect(told(at)).toEqual(['accepted:af:af-moa', 'ready', 'no-times']);
  });
});

describe('places of a shared session', () => {
  it('are offered without a vote, each with a link of its own', () => {
    expect(places.consultation.times).toMatchObject({
      kind: 'places',
      session: 'konsultationstid',
      dueAt: undefined,
    });
    expect(slotsOf(places)).toMatchObject([
      { start: '2026-09-10T11:00:00.000Z', link: 'https://teams.microsoft.com/l/meetup-join/example-1' },
      { start: '2026-09-10T11:30:00.000Z', link: 'https://teams.microsoft.com/l/meetup-join/example-2' },
      { start: '2026-09-10T12:00:00.000Z', link: 'https://teams.microsoft.com/l/meetup-join/example-3' },
    ]);
    expect(refused(places, 'fk-eva', 'schedule.vote')).toBe('not-a-voter');
    expect(duesOf(places.association, places.consultation).map(({ kind }) => kind)).toEqual(['prompt']);
  });

  it.each(['cw-maria', 'co-karin', 'fk-eva', 'af-omar', 'psyk-sara'])('%s may book one', (who) => {
    const at = does(places, who, 'schedule.book', { slot: 'slot-2' });
    expect(at.consultation).toMatchObject({
      is: 'booked',
      meeting: {
        start: '2026-09-10T11:30:00.000Z',
        end: '2026-09-10T12:00:00.000Z',
        session: 'konsultationstid',
        participants: { kommun: 'cw-maria', fk: 'fk-eva', af: 'af-omar', psykiatri: 'psyk-sara' },
      },
    });
  });

  it('two cases never get the same place', () => {
    const taken = ['2026-09-10T11:00:00.000Z'];
    const again = does({ ...places, taken }, 'cw-maria', 'schedule.book', { slot: 'slot-1' });
    expect(again.consultation.is).toBe('scheduling');
    expect(startsOf(again)).not.toContain(taken[0]);
    expect(startsOf(allAccepted(sent({}, { taken })))).not.toContain(taken[0]);
  });

  it('are refused when they are none of these, and drawn anew when they are over', () => {
    expect(refused(places, 'cw-maria', 'schedule.book', { slot: 'slot-4' })).toBe('no-such-slot');
    const first = startsOf(places)[0]!;
    const again = does(later(places, first), 'cw-maria', 'schedule.book');
    expect(again.consultation.is).toBe('scheduling');
    expect(startsOf(again).every((start) => start > first)).toBe(true);
  });
});

describe('booking, moving and calling off', () => {
  const booked = does(places, 'fk-eva', 'schedule.book');

  it('the first booking begins the calendar entry', () => {
    const { start, end } = slotsOf(places)[0]!;
    expect(booked.consultation.calendar).toMatchObject({ uid: 'uid-1', sequence: 0, start, end });
    expect(booked.consultation.calendar?.invited).toEqual(['cw-maria', 'fk-eva', 'af-omar', 'psyk-sara']);
  });

  it('moving calls off at once and offers other times; the next booking keeps the UID and goes on counting', () => {
    const moved = does(booked, 'psyk-sara', 'schedule.move');
    expect(moved.consultation).toMatchObject({ is: 'scheduling', meeting: undefined, times: { votes: {} } });
    expect(moved.consultation.calendar).toMatchObject({ uid: 'uid-1', sequence: 1 });
    expect(told(moved)).toEqual(['unbooked', 'moved', 'times:2']);
    expect(startsOf(moved)).not.toContain(booked.consultation.meeting?.start);
    const again = does(moved, 'cw-maria', 'schedule.book');
    expect(again.consultation.calendar).toMatchObject({
      uid: 'uid-1',
      sequence: 2,
      start: startsOf(moved)[0],
      end: slotsOf(moved)[0]?.end,
    });
  });

  it('a moved vote begins again without votes', () => {
    const at = does(all(voting, 'yes'), 'af-moa', 'schedule.move');
    expect(at.consultation).toMatchObject({ is: 'scheduling', times: { number: 2, votes: {} } });
  });

  it('calling off leaves it ready, without a new suggestion', () => {
    const off = does(booked, 'cw-maria', 'schedule.cancel');
    expect(off.consultation).toMatchObject({ is: 'ready', meeting: undefined, times: undefined });
    expect(off.consultation.calendar?.sequence).toBe(1);
    expect(told(off)).toEqual(['unbooked']);
    const search = does(places, 'co-karin', 'schedule.cancel');
    expect(search.consultation).toMatchObject({ is: 'ready', times: undefined, calendar: undefined });
    expect(does(off, 'co-karin', 'schedule.suggest').consultation.is).toBe('scheduling');
  });
});
