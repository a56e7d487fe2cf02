import { checkEntry, entries } from '../support/calendarFuzz.ts';
import fc from '../support/property.ts';
import { type Area, violate } from './area.ts';

/** So many events come from one seed. */
const EACH = 100;

/** Fuzzed meetings through the strict reader and two independent ones. */
export const calendar: Area = {
  name: 'calendar',
  unit: 'fuzzed events',
  goal: 10_000,
  minutes: 1,
  run: async (tally, until) => {
    while (tally.count < calendar.goal && !until()) {
      const { seed } = tally;
      for (const [place, entry] of fc.sample(entries, { seed, numRuns: EACH }).entries()) {
        try {
          checkEntry(entry);
        } catch (fault) {
          const what = fault instanceof Error ? fault.message.slice(0, 300) : 'unknown';
          violate(tally, `seed ${seed}: event ${place}: ${what}`);
        }
      }
      tally.seed += 1;
      tally.count += EACH;
      // Lets what watches over the run have its turn.
      await new Promise((next) => setImmediate(next));
    }
  },
};
