import { describe, expect, it } from 'vitest';
import { aUrl } from '../store/files.ts';
import { simulateYear } from './year.ts';
import { small } from './yearWorld.ts';

const verbs = new Set<string>();

describe('a year of three associations', { timeout: 120_000 }, () => {
  it.each(Array.from({ length: 20 }, (_, index) => 1 + index))('drops nothing in seed %i', async (seed) => {
    const year = await simulateYear(seed);
    expect(year.violations).toEqual([]);
    expect(year.changes).toBeGreaterThan(100);
    for (const verb of Object.keys(year.verbs)) verbs.add(verb);
  });

  it('has come by whatever people do, and what happens when they do not', () => {
    expect([...verbs]).toEqual(
      expect.arrayContaining([
        'respond.accept',
        'respond.decline',
        'respond.forward',
        'respond.ask',
        'respond.advise',
        'clarify.answer',
        'request.edit',
        'request.withdraw',
        'leg.assign',
        'leg.drop',
        'leg.add',
        'absence.move',
        'absence.hold',
        'consultation.handover',
        'schedule.vote',
        'schedule.book',
        'meeting.held',
        'outcome.record',
        'followup.record',
        'answer-due',
        'prompt',
        'vote-due',
        'queue',
        'place-due',
        'meeting-over',
        'file-ask',
        'close',
      ]),
    );
  });

  it('goes the same way again on each kind of database, and another way with another seed', async () => {
    // Long enough for what is disposed of after ninety days; on PostgreSQL a day takes ten times as long.
    const part = { size: { ...small, consultations: 6 }, days: 150 };
    const { hash, changes } = await simulateYear(1, part);
    expect(changes).toBeGreaterThan(30);
    for (const engine of ['sqlite', 'postgres'] as const) {
      const again = await simulateYear(1, { ...part, url: await aUrl(engine) });
      expect(again.violations).toEqual([]);
      expect(again.hash, engine).toBe(hash);
    }
    expect((await simulateYear(2, part)).hash).not.toBe(hash);
  });
});
