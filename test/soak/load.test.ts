import { expect, it } from 'vitest';
import { nothingDone } from './area.ts';
import { load } from './load.ts';

it('answers activities as they come, at a steady rate, and loses none of them', async () => {
  const tally = nothingDone();
  const ends = Date.now() + 8_000;
  await load.run(tally, () => Date.now() > ends);
  expect(tally.violations).toEqual([]);
  expect(tally.figures.failed).toBe(0);
  // How many a second is for the soak to say, on a machine of its own.
  expect(tally.figures.sent).toBeGreaterThan(50);
  expect(tally.figures.consultations).toBeGreaterThan(3);
}, 60_000);
