import { duplicateDeliveries } from '../journeys/duplicates.ts';
import { fuzzActivities } from '../security/fuzz.ts';
import { openScene } from '../security/scene.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Area, add, violate } from './area.ts';

const A_PART = 200;
const A_SCENE = 10_000;

const said = (fault: unknown): string => (fault instanceof Error ? fault.message.slice(0, 1500) : 'unknown');

/** The whole bot, several instances, a faulty Teams and a faulty network in simulated time: one seed, one world. */
export const simulation: Area = {
  name: 'simulation',
  unit: 'seeds',
  goal: 100_000,
  run: async (tally, until) => {
    while (tally.count < simulation.goal && !until()) {
      await simulate(tally.seed).then(
        ({ steps, ms }) => {
          add(tally, 'steps', steps);
          add(tally, 'simulatedHours', Math.round(ms / 3_600_000));
        },
        (fault: unknown) => violate(tally, said(fault)),
      );
      tally.seed += 1;
      tally.count += 1;
    }
  },
};

/** Everything delivered one to four times, with the same id and with new ones, with the inbox and without. */
export const duplicates: Area = {
  name: 'duplicates',
  unit: 'activities',
  goal: 100_000,
  run: async (tally, until) => {
    while (tally.count < duplicates.goal && !until()) {
      const { seed } = tally;
      const part = { count: A_PART, seed, inbox: seed % 2 === 1 };
      await duplicateDeliveries(part).then(
        ({ activities, deliveries }) => {
          tally.count += activities;
          add(tally, 'deliveries', deliveries);
        },
        (fault: unknown) => {
          violate(tally, `seed ${seed}: ${said(fault)}`);
          tally.count += A_PART;
        },
      );
      tally.seed += 1;
    }
  },
};

/** Activities with good tokens and broken insides: answered as it is said they are, nothing changed, nothing printed. */
export const fuzz: Area = {
  name: 'fuzz',
  unit: 'activities',
  goal: 200_000,
  run: async (tally, until) => {
    while (tally.count < fuzz.goal && !until()) {
      const scene = await openScene();
      try {
        const before = scene.bot.decided();
        for (let sent = 0; sent < A_SCENE && tally.count < fuzz.goal && !until(); sent += A_PART) {
          const report = await fuzzActivities(scene, { count: A_PART, seed: tally.seed });
          for (const what of report.unexpected) violate(tally, what);
          for (const [status, count] of Object.entries(report.statuses)) add(tally, `status${status}`, count);
          tally.seed += A_PART;
          tally.count += A_PART;
        }
        await scene.bot.drained();
        if (JSON.stringify(scene.bot.decided()) !== JSON.stringify(before))
          violate(tally, `seed ${tally.seed}: something was changed`);
        for (const { event, error } of scene.bot.log)
          if (event === 'fault' || event === 'unhandled') violate(tally, `${event}: ${String(error)}`);
        if (scene.bot.stderr !== '') violate(tally, 'printed to standard error');
      } finally {
        await scene.bot.stop();
      }
    }
  },
};
