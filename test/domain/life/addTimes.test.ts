import { describe, expect, it } from 'vitest';
import { duesOf } from '../../../src/domain/dues.ts';
import { vote, voteDue, voteInWords } from '../../../src/domain/life/vote.ts';
import { promptsOf } from '../../../src/domain/prompts.ts';
import { partVersion } from '../../../src/domain/transitions.ts';
import { MOST_TIMES } from '../../../src/domain/votes.ts';
import {
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
import { slotsOf, startsOf, votes, voting } from '../../support/voting.ts';

const adds = (at: Case, who = 'cw-tove'): Case => does(at, who, 'schedule.add');
const facts = (at: Case, who: string) => factsOf(at, personNamed(skargarden, who));
const idsOf = (at: Case) => slotsOf(at).map(({ id }) => id);
const dueOf = ({ consultation }: Case) =>
  duesOf(skargarden, consultation).find(({ kind }) => kind === 'vote-due')?.dueAt;
const tuesday = '2026-09-08T07:00:00.000Z';

describe('times added to a vote', () => {
  const begun = votes(votes(voting, 'cw-tove', 'yes', 'yes', 'maybe'), 'fk-hassan', 'no', 'no', 'maybe');
  const more = adds(later(begun, tuesday));

  it('come after those there are, on other days, and no vote is lost', () => {
    expect(idsOf(more)).toEqual(['slot-1', 'slot-2', 'slot-3', 'slot-4', 'slot-5', 'slot-6']);
    expect(startsOf(more).slice(0, 3)).toEqual(startsOf(begun));
    expect(new Set(startsOf(more).map((start) => start.slice(0, 10))).size).toBe(6);
    const { times, failedRounds } = more.consultation;
    expect(times).toMatchObject({ number: 1, version: begun.consultation.times?.version, proposed: 6 });
    expect(times?.votes).toEqual(begun.consultation.times?.votes);
    expect(failedRounds).toBe(0);
    expect(told(more)).toEqual(['times-added']);
  });

  it('give everybody three working days again, and remind whoever has not answered them', () => {
    expect(dueOf(begun)).toBe('2026-09-10T14:30:00.000Z');
    expect(dueOf(more)).toBe('2026-09-11T13:00:00.000Z');
    const reminded = ({ consultation }: Case) =>
      promptsOf(skargarden, consultation)
        .filter(({ news }) => news === 'vote-reminder')
        .map(({ to }) => to[0]);
    expect(reminded(begun)).toEqual(['af-moa', 'ame-samir']);
    const answered = does(more, 'fk-hassan', 'schedule.vote', { ballots: [] });
    expect(reminded(answered)).toEqual(['cw-tove', 'af-moa', 'ame-samir']);
    const keys = (at: Case) => promptsOf(skargarden, at.consultation).map(({ key }) => key);
    expect(keys(more).filter((key) => keys(begun).includes(key))).toEqual([]);
  });

  it('are voted on alone, or all together; the rest is as it was said', () => {
    const alone = vote(more.consultation, facts(more, 'fk-hassan'), {
      'slot-4': 'yes',
      'slot-5': 'no',
      'slot-6': 'no',
    });
    const said = alone.ok && alone.value.after.times?.votes['fk-hassan'];
    expect(said).toEqual({
      'slot-1': 'no',
      'slot-2': 'no',
      'slot-3': 'maybe',
      'slot-4': 'yes',
      'slot-5': 'no',
      'slot-6': 'no',
    });
    const words = voteInWords(more.consultation, facts(more, 'fk-hassan'), ['yes', 'no', 'no']);
    expect(words).toEqual(alone);
    const all = voteInWords(more.consultation, facts(more, 'fk-hassan'), [
      'no',
      'no',
      'no',
      'no',
      'no',
      'yes',
    ]);
    expect(all.ok && Object.values(all.value.after.times?.votes['fk-hassan'] ?? {})).toEqual([
      ...['no', 'no', 'no', 'no', 'no', 'yes'],
    ]);
    const wrong = voteInWords(more.consultation, facts(more, 'fk-hassan'), ['no', 'no']);
    expect(wrong).toEqual({ ok: false, refusal: { code: 'votes-missing' } });
  });

  it('are asked for when somebody votes on a card from before them', () => {
    const old = { 'slot-1': 'yes', 'slot-2': 'no', 'slot-3': 'no' } as const;
    expect(vote(more.consultation, facts(more, 'af-moa'), old)).toEqual({
      ok: false,
      refusal: { code: 'votes-missing' },
    });
  });

  it('are booked by themselves as soon as one of them suits every required role, or an earlier one after all', () => {
    const one = votes(more, 'af-moa', 'no', 'no', 'no', 'yes', 'yes', 'yes');
    const two = votes(one, 'fk-hassan', 'no', 'no', 'maybe', 'no', 'yes', 'no');
    expect(two.consultation.is).toBe('scheduling');
    const booked = votes(two, 'cw-tove', 'yes', 'yes', 'maybe', 'yes', 'yes', 'no');
    expect(booked.consultation).toMatchObject({ is: 'booked', meeting: { start: startsOf(more)[4] } });
    const third = votes(more, 'af-moa');
    expect(third.consultation).toMatchObject({ is: 'booked', meeting: { start: startsOf(begun)[2] } });
  });

  it('who has not answered them is silent, when no time is found', () => {
    const no = votes(votes(voting, 'cw-tove'), 'fk-hassan', 'no', 'no', 'no');
    const failed = falls(later(no, dueOf(no)!), voteDue);
    const again = votes(votes(failed, 'fk-hassan', 'no', 'no', 'no'), 'af-moa');
    const added = adds(again);
    const none = falls(later(added, dueOf(added)!), voteDue).consultation;
    expect(none.unmatched?.silent).toEqual(['kommun', 'fk', 'af']);
  });

  it('never take the number of one that has gone', () => {
    const start = Date.parse(startsOf(voting)[2]!) / 60_000;
    const busy = { 'af-moa': [{ start, end: start + 10 }] };
    const gone = does({ ...voting, busy }, 'cw-tove', 'schedule.book', { slot: 'slot-3' });
    expect(idsOf(gone)).toEqual(['slot-1', 'slot-2']);
    expect(idsOf(adds(gone))).toEqual(['slot-1', 'slot-2', 'slot-4', 'slot-5', 'slot-6']);
    const old = { 'slot-1': 'yes', 'slot-2': 'yes', 'slot-3': 'yes' } as const;
    expect(vote(gone.consultation, facts(gone, 'cw-tove'), old).ok).toBe(true);
    const never = { ...old, 'slot-4': 'yes' } as const;
    expect(vote(gone.consultation, facts(gone, 'cw-tove'), never)).toEqual({
      ok: false,
      refusal: { code: 'no-such-slot' },
    });
  });

  it('come once for one press, however often it arrives', () => {
    const version = partVersion(begun.consultation, 'schedule.add');
    const once = does(begun, 'cw-tove', 'schedule.add', { version });
    expect(refused(once, 'cw-tove', 'schedule.add', { version })).toBe('stale');
    const votes = partVersion(begun.consultation, 'schedule.vote');
    expect(refused(once, 'af-moa', 'schedule.vote', { version: votes })).toBeUndefined();
  });

  it('are nine at most, and only where there is a vote and another time', () => {
    const full = adds(more, 'co-gun');
    expect(full.consultation.times?.slots.length).toBe(MOST_TIMES);
    expect(refused(full, 'cw-tove', 'schedule.add')).toBe('no-more-times');
    const always = [{ start: 0, end: 1e9 }];
    expect(refused({ ...begun, busy: { 'af-moa': always } }, 'cw-tove', 'schedule.add')).toBe(
      'no-more-times',
    );
    const places = allAccepted(sent());
    expect(places.consultation.times?.kind).toBe('places');
    expect(refused(places, 'cw-maria', 'schedule.add')).toBe('no-more-times');
  });
});

describe('a vote that no time can win any more', () => {
  it('is told the owner at once, and once', () => {
    const one = votes(voting, 'fk-hassan', 'no', 'maybe', 'yes');
    expect(told(one)).toEqual(['voted']);
    const stuck = votes(one, 'af-moa', 'yes', 'no', 'no');
    expect(told(stuck)).toEqual(['voted', 'deadlocked']);
    expect(told(votes(stuck, 'af-moa', 'maybe', 'no', 'no'))).toEqual(['voted']);
  });

  it('the welcome alone do not stop it', () => {
    expect(told(votes(voting, 'ame-samir', 'no', 'no', 'no'))).toEqual(['voted']);
  });
});
