import { diaries, free, freeByTheMinute } from '../support/freeTimeOracle.ts';
import { bruteForce, proposed, scenes } from '../support/jointTimesOracle.ts';
import fc from '../support/property.ts';
import { type Area, add, violate } from './area.ts';

/** So many cases come from one seed; of these one in ten is about one person's free time. */
const EACH = 100;

/** Random consultations against an oracle that looks at every minute of every person. */
export const jointTimes: Area = {
  name: 'joint-times',
  unit: 'random cases',
  goal: 100_000,
  minutes: 6,
  run: async (tally, until) => {
    while (tally.count < jointTimes.goal && !until()) {
      const { seed } = tally;
      for (const [place, scene] of fc.sample(scenes, { seed, numRuns: EACH * 0.9 }).entries()) {
        const times = proposed(scene);
        add(tally, 'proposals', times.length);
        if (JSON.stringify(times) !== JSON.stringify(bruteForce(scene)))
          violate(tally, `seed ${seed}: case ${place}: other times`);
      }
      for (const [place, one] of fc.sample(diaries, { seed, numRuns: EACH * 0.1 }).entries())
        if (free(one).join() !== freeByTheMinute(one).join())
          violate(tally, `seed ${seed}: person ${place}: other free time`);
      tally.seed += 1;
      tally.count += EACH;
      // Lets what watches over the run have its turn.
      await new Promise((next) => setImmediate(next));
    }
  },
};
