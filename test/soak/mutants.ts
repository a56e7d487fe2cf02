import { mutants as list } from '../simulation/mutantList.ts';
import { tryMutant } from '../simulation/mutants.ts';
import { type Area, add, violate } from './area.ts';

const SEEDS = 150;
const races = list.flatMap((mutant) => mutant.races ?? []);
/** Of the mutants, this share must be found out. */
const WANTED = 0.95;

/** The program broken in one place after another: the simulation, or a race, must find out. */
export const mutants: Area = {
  name: 'mutants',
  unit: 'mutants',
  goal: list.length,
  minutes: 25,
  run: async (tally, until) => {
    // A program nothing is wrong with must not be found out, or finding out means nothing.
    if (tally.count === 0) {
      const { by } = await tryMutant({ name: 'none', edits: [], races }, SEEDS);
      if (by !== undefined) throw new Error(`The program as it is was found out by ${by}.`);
    }
    while (tally.count < list.length && !until()) {
      const mutant = list[tally.count]!;
      const { by } = await tryMutant(mutant, SEEDS);
      add(tally, by === undefined ? `not caught: ${mutant.name}` : 'caught');
      tally.count += 1;
    }
    const caught = tally.figures.caught ?? 0;
    if (tally.count === list.length && caught / list.length < WANTED)
      violate(tally, `${caught} of ${list.length} caught`);
  },
};
