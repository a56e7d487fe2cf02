import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/domain/association.ts';
import { type Counted, countedOf } from '../../src/domain/counted.ts';
import { duesOf } from '../../src/domain/dues.ts';
import { close } from '../../src/domain/life/meeting.ts';
import { cuts, quarterCounts, quarterOf } from '../../src/domain/quarter.ts';
import { countsOf, progressOf } from '../../src/domain/statistics.ts';
import { allAccepted, type Case, does, falls, later, sent } from '../support/cases.ts';
import { brought } from '../support/everyState.ts';

const zone = 'Europe/Stockholm';
const booked = does(allAccepted(sent({ firstTime: 'true' })), 'cw-maria', 'schedule.book');
const held = does(later(booked, booked.consultation.meeting!.start), 'cw-maria', 'meeting.held');
const recorded = does(held, 'fk-eva', 'outcome.record');
const closes = duesOf(recorded.association, recorded.consultation)[0]!.dueAt;
const followed = ['none', 'studies', 'work'].reduce(
  (at, progress) =>
    does(later(at, 35 * 24), 'cw-maria', 'followup.record', { followUp: { progress: progress as 'work' } }),
  falls(later(recorded, closes), close),
);
const of = (at: Case, answered: Record<string, string> = {}): Counted =>
  countedOf(at.association, at.consultation, answered);

describe('the row of numbers', () => {
  const row = of(followed, { fk: '2026-09-09T10:00:00.000Z', af: '2026-09-07T09:00:00.000Z' });

  it('has the codes, the quarters and the whole working days', () => {
    expect(row).toMatchObject({
      state: 'closed',
      municipality: 'hagfors',
      ageBand: '30-59',
      rounds: 1,
      sent: '2026-Q3',
      ended: '2026-Q3',
      met: '2026-Q3',
      onward: '2026-Q4',
      work: '2027-Q1',
      daysToHeld: 3,
      daysToOutcome: 3,
      outcome: { result: 'path-chosen', measures: ['work-training'], responsible: 'kommun' },
    });
    expect(row.followUps.map(({ progress }) => progress)).toEqual(['none', 'studies', 'work']);
    expect(row.legs.map(({ agency, state, days }) => [agency, state, days])).toEqual([
      ['fk', 'accepted', 2],
      ['af', 'accepted', 0],
      ['psykiatri', 'accepted', undefined],
    ]);
  });

  it('has no reference, no person, no date, no id and no text', () => {
    const text = JSON.stringify(row);
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|K-|T\d{2}:/);
    for (const { id, name } of followed.association.people) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(name);
    }
    for (const written of ['Vilken väg', 'Orkar', 'arbetsträning.', followed.consultation.id])
      expect(text).not.toContain(written);
  });
});

describe('counts and targets', () => {
  const cases = [followed, recorded, brought.withdrawn(), sent()];
  const target: Target = {
    indicator: 'met',
    ageBand: undefined,
    goal: 3,
    from: '2026-07-01',
    to: '2026-12-31',
  };

  it('are the same whether a consultation is there or only counted any more', () => {
    const all = cases.map(({ consultation }) => consultation);
    for (let kept = 0; kept <= cases.length; kept += 1) {
      const living = all.slice(0, kept);
      const past = cases.slice(kept).map((at) => of(at));
      expect(countsOf(living, past)).toEqual(countsOf(all));
      for (const indicator of ['met', 'onward', 'work'] as const)
        for (const ageBand of [undefined, '25+', '18-24', '30-59'])
          for (const [from, to] of [
            ['2026-07-01', '2026-12-31'],
            ['2026-01-01', '2027-12-31'],
            ['2027-01-01', '2027-03-31'],
          ] as const) {
            const one = { ...target, indicator, ageBand, from, to };
            expect(progressOf(living, one, '2026-12-01', zone, past)).toEqual(
              progressOf(all, one, '2026-12-01', zone),
            );
          }
    }
  });

  it('take a quarter by its middle where a period cuts it, and say so', () => {
    expect(quarterOf('2026-12-31')).toBe('2026-Q4');
    expect(quarterOf('2027-01-01')).toBe('2027-Q1');
    const august = { from: '2026-08-01', to: '2026-08-31' };
    const early = { from: '2026-07-01', to: '2026-07-31' };
    expect([quarterCounts('2026-Q3', august), quarterCounts('2026-Q3', early)]).toEqual([true, false]);
    expect([cuts(august, '2026-Q3'), cuts({ from: '2026-07-01', to: '2026-12-31' }, '2026-Q3')]).toEqual([
      true,
      false,
    ]);
    expect(cuts(august, '2026-Q4')).toBe(false);
  });
});
