import { expect, it } from 'vitest';
import { nothingDone } from './area.ts';
import { load } from './load.ts';

it('answers fifty activities a second, as they come, and loses none of them', async () => {
  const tally = nothingDone();
  // So many, however long a busy machine takes over them; the limit only ends what hangs.
  const ends = Date.now() + 100_000;
  const enough = () => (tally.figures.sent ?? 0) > 300;
  await load.run(tally, () => enough() || Date.now() > ends);
  expect(tally.violations).toEqual([]);
  expect(tally.figures.failed).toBe(0);
  expect(tally.figures.sent).toBeGreaterThan(300);
  expect(tally.figures.consultations).toBeGreaterThan(10);
}, 120_000);
