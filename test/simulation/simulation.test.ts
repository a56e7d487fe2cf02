import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const seen = new Set<string>();

describe('the whole bot in a simulated world', { timeout: 120_000 }, () => {
  it.each(Array.from({ length: 20 }, (_, index) => 1 + index))('breaks no rule in seed %i', async (seed) => {
    const { steps, verbs } = await simulate(seed, { deeds: 40 });
    expect(steps).toBeGreaterThan(100);
    for (const verb of Object.keys(verbs)) seen.add(verb);
  });

  it('has led consultations to most that can happen to one', () => {
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'request.send',
        'respond.accept',
        'respond.decline',
        'schedule.book',
        'answer-due',
        'meeting-over',
      ]),
    );
  });

  it('goes the same way again with the same seed, and another with another', async () => {
    const hashes: string[] = [];
    for (const seed of [101, 102, 103]) {
      const { hash } = await simulate(seed);
      expect((await simulate(seed)).hash).toBe(hash);
      hashes.push(hash);
    }
    expect(new Set(hashes).size).toBe(3);
  });
});
