import { describe, expect, it } from 'vitest';
import { verbs } from '../../src/domain/transitions.ts';
import { duplicateDeliveries } from './duplicates.ts';

describe('activities that are delivered again, with the same id and with new ones', () => {
  it.each([
    ['known by their ids', true],
    ['not known by their ids', false],
  ] as const)('have one effect, %s', { timeout: 120_000 }, async (_how, inbox) => {
    const { activities, deliveries, changed } = await duplicateDeliveries({ count: 1_200, seed: 7, inbox });
    expect(activities).toBe(1_200);
    expect(deliveries).toBeGreaterThan(1_800);
    // Every verb has changed something, so that every verb has been tried twice.
    const unchanged = verbs.filter((verb) => verb !== 'consultation.show' && !changed.has(verb));
    expect(unchanged).toEqual([]);
    expect(changed.get('request.preview')).toBeGreaterThan(5);
  });
});
