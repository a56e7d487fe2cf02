import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/domain/association.ts';
import type { Request } from '../../src/domain/consultation.ts';
import { countsOf, progressOf, reachedOn } from '../../src/domain/statistics.ts';
import { allAccepted, type Case, does, later, sent } from '../support/cases.ts';

const zone = 'Europe/Stockholm';

function held(request: Partial<Request> = {}): Case {
  const booked = does(allAccepted(sent(request)), 'cw-maria', 'schedule.book');
  return does(later(booked, booked.consultation.meeting!.start), 'cw-maria', 'meeting.held');
}
const followed = (
  at: Case,
  ...progress: ('work' | 'studies' | 'internship' | 'rehabilitation' | 'none')[]
): Case =>
  progress.reduce(
    (now, one) => does(later(now, 28 * 24), 'cw-maria', 'followup.record', { followUp: { progress: one } }),
    does(at, 'cw-maria', 'outcome.record'),
  );
const reached = (at: Case, indicator: Target['indicator']) => reachedOn(at.consultation, indicator, zone);

describe('the indicators', () => {
  it('met: held, for the first time as far as is known', () => {
    expect(reached(held(), 'met')).toBe('2026-09-10');
    expect(reached(held({ firstTime: 'true' }), 'met')).toBe('2026-09-10');
    expect(reached(held({ firstTime: 'false' }), 'met')).toBeUndefined();
    expect(reached(allAccepted(sent()), 'met')).toBeUndefined();
  });

  it('a meeting where only the municipality came does not count', () => {
    const booked = does(allAccepted(sent()), 'cw-maria', 'schedule.book');
    const alone = does(later(booked, booked.consultation.meeting!.start), 'cw-maria', 'meeting.held', {
      present: ['kommun'],
    });
    expect(reached(alone, 'met')).toBeUndefined();
  });

  it.each(['studies', 'internship', 'rehabilitation'] as const)(
    'onward: the first follow-up %s',
    (progress) => {
      const at = followed(held(), 'none', progress, 'studies');
      expect(reached(at, 'onward')).toBe('2026-11-05');
      expect(reached(at, 'work')).toBeUndefined();
    },
  );

  it('work: the first follow-up work', () => {
    const at = followed(held(), 'studies', 'work', 'work');
    expect([reached(at, 'onward'), reached(at, 'work')]).toEqual(['2026-10-08', '2026-11-05']);
  });

  it('counts days as the association’s clock shows them', () => {
    const at = held();
    const late = {
      ...at.consultation,
      firstHeldAt: '2026-09-10T22:30:00.000Z',
    };
    expect(reachedOn(late, 'met', zone)).toBe('2026-09-11');
  });
});

describe('targets', () => {
  const target: Target = {
    indicator: 'met',
    ageBand: undefined,
    goal: 3,
    from: '2026-09-10',
    to: '2026-09-19',
  };
  const all = [held(), held({ ageBand: '18-24' }), held({ ageBand: '60+' }), sent()].map(
    ({ consultation }) => consultation,
  );
  const count = (but: Partial<Target>) => progressOf(all, { ...target, ...but }, '2026-09-12', zone).count;

  it('count within their days, both ends included, and their ages', () => {
    expect(count({})).toBe(3);
    expect(count({ from: '2026-09-11' })).toBe(0);
    expect(count({ from: '2026-09-01', to: '2026-09-10' })).toBe(3);
    expect(count({ to: '2026-09-09', from: '2026-09-01' })).toBe(0);
    expect([count({ ageBand: '25+' }), count({ ageBand: '18-24' }), count({ ageBand: '25-29' })]).toEqual([
      2, 1, 0,
    ]);
  });

  it.each([
    ['2026-09-01', 0],
    ['2026-09-10', 0],
    ['2026-09-11', 10],
    ['2026-09-15', 50],
    ['2026-09-20', 100],
    ['2027-01-01', 100],
  ])('on %s %i per cent of the time has passed', (today, elapsed) => {
    expect(progressOf([], target, today, zone)).toEqual({ count: 0, elapsed });
  });
});

describe('counts per state', () => {
  it('name every state, also those without any', () => {
    const counts = countsOf([sent(), sent(), held()].map(({ consultation }) => consultation));
    expect(counts).toMatchObject({ requested: 2, held: 1, closed: 0, draft: 0 });
    expect(Object.keys(counts)).toHaveLength(11);
  });
});
