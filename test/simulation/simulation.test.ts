import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

describe('the whole bot in a simulated world', () => {
  it.each(Array.from({ length: 20 }, (_, index) => 1 + index))('breaks no rule in seed %i', async (seed) => {
    const { steps } = await simulate(seed);
    expect(steps).toBeGreaterThan(100);
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

  it('leads to every turn a consultation can take', async () => {
    const seen = new Set<string>();
    for (let seed = 201; seed <= 212; seed += 1)
      for (const verb of Object.keys((await simulate(seed)).verbs)) seen.add(verb);
    for (const verb of [
      'request.send',
      'respond.accept',
      'respond.decline',
      'schedule.book',
      'answer-due',
      'meeting-over',
    ])
      expect(seen).toContain(verb);
  });
});
