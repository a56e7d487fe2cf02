import { duplicateDeliveries } from '../journeys/duplicates.ts';
import { type Area, add, violate } from './area.ts';

const A_PART = 200;

/** Everything delivered one to four times, with the same id and with new ones, with the inbox and without. */
export const duplicates: Area = {
  name: 'duplicates',
  unit: 'activities',
  goal: 100_000,
  minutes: 20,
  run: async (tally, until) => {
    while (tally.count < duplicates.goal && !until()) {
      const { seed } = tally;
      const inbox = seed % 2 === 1;
      await duplicateDeliveries({ count: A_PART, seed, inbox }).then(
        ({ activities, deliveries }) => {
          tally.count += activities;
          add(tally, 'deliveries', deliveries);
          if (!inbox) add(tally, 'without inbox', activities);
        },
        (fault: unknown) => {
          violate(
            tally,
            `seed ${seed}: ${fault instanceof Error ? fault.message.slice(0, 1500) : 'unknown'}`,
          );
          tally.count += A_PART;
        },
      );
      tally.seed += 1;
    }
  },
};
