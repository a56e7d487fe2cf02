import { expect, it } from 'vitest';
import { nothingDone } from './area.ts';
import { kill } from './kill.ts';

it('loses nothing it has answered for when it is killed at any moment under load, and does nothing twice', async () => {
  const tally = nothingDone();
  await kill.run(tally, () => tally.count >= 12);
  expect(tally.violations).toEqual([]);
  expect(tally.count).toBe(12);
  // Both were seen: work that was answered for before a kill, and work that had to be sent again.
  expect(tally.figures.answered).toBeGreaterThan(72);
  expect(tally.figures.sentAgain).toBe(72);
}, 400_000);
