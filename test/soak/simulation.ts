import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Area, add, type Tally, violate } from './area.ts';

/** What a process says of one seed. */
export type Told = { seed: number; steps: number; hours: number; fault: string | undefined };

/** The whole bot, several instances, a faulty Teams and a faulty network in simulated time: one seed, one world. */
export const simulation: Area = {
  name: 'simulation',
  unit: 'seeds',
  goal: 100_000,
  minutes: 150,
  run: async (tally, until, processes = 1) => {
    const told = new Map<number, Told>();
    const given = { next: tally.seed };
    const left = () => given.next < tally.seed + simulation.goal - tally.count;
    const lane = async () => {
      while (left() && !until()) await oneProcess(tally, told, given, () => left() && !until());
    };
    await Promise.all(Array.from({ length: processes }, lane));
  },
};

/** Gives seeds to a process until there are none; one in which the process dies is a violation, and ends it. */
async function oneProcess(
  tally: Tally,
  told: Map<number, Told>,
  given: { next: number },
  more: () => boolean,
): Promise<void> {
  const child = fork(join(import.meta.dirname, 'simulationProcess.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  let seed = 0;
  const give = () => {
    seed = given.next;
    given.next += 1;
    child.send(seed);
  };
  child.on('message', (one: Told) => {
    settle(tally, told, one);
    if (more()) give();
    else {
      seed = 0;
      child.disconnect();
    }
  });
  give();
  await gone;
  if (seed !== 0) settle(tally, told, { seed, steps: 0, hours: 0, fault: `seed ${seed}: the process died` });
}

/** Counts what is known of all seeds up to here, so that a run that is broken off leaves none out. */
function settle(tally: Tally, told: Map<number, Told>, one: Told): void {
  told.set(one.seed, one);
  for (let next = told.get(tally.seed); next; next = told.get(tally.seed)) {
    if (next.fault !== undefined) violate(tally, next.fault);
    add(tally, 'steps', next.steps);
    add(tally, 'simulated hours', next.hours);
    told.delete(tally.seed);
    tally.seed += 1;
    tally.count += 1;
  }
}
