import { expect, it } from 'vitest';
import { nothingDone } from './area.ts';
import { kill } from './kill.ts';

// Between any two steps it is killed fourteen times more in test/journeys/killed.test.ts.
it('loses nothing it has answered for when it is killed at any moment under load, and does nothing twice', async () => {
  const tally = nothingDone();
  await kill.run(tally, () => tally.count >= 8);
  expect(tally.violations).toEqual([]);
  expect(tally.count).toBe(8);
  // Both were seen: work that was answered for before a kill, and work that had to be sent again.
  expect(tally.figures.answered).toBeGreaterThan(48);
  expect(tally.figures.sentAgain).toBe(48);
}, 400_000);
