import { expect, it } from 'vitest';
import { nothingDone } from './area.ts';
import { load } from './load.ts';

it('answers fifty activities a second, as they come, and loses none of them', async () => {
  const tally = nothingDone();
  const ends = Date.now() + 8_000;
  await load.run(tally, () => Date.now() > ends);
  expect(tally.violations).toEqual([]);
  expect(tally.figures.failed).toBe(0);
  // At the rate wanted, however slow the answers.
  expect(tally.figures.sent).toBeGreaterThan(300);
  expect(tally.figures.consultations).toBeGreaterThan(10);
}, 60_000);
