import { doorAreas } from '../security/areas.ts';
import { acceptOnPostgres, acceptOnSqlite } from './accept.ts';
import { age } from './age.ts';
import type { Area } from './area.ts';
import { bookOnPostgres, bookOnSqlite } from './book.ts';
import { calendar } from './calendar.ts';
import { duplicates } from './duplicates.ts';
import { jointTimes } from './jointTimes.ts';
import { kill } from './kill.ts';
import { load } from './load.ts';
import { mutants } from './mutants.ts';
import { simulation } from './simulation.ts';
import { testAreas } from './tests.ts';
import { year } from './year.ts';

/** Everything that is proved by doing it very often. */
export const areas: readonly Area[] = [
  kill,
  acceptOnSqlite,
  acceptOnPostgres,
  bookOnSqlite,
  bookOnPostgres,
  duplicates,
  ...doorAreas,
  ...testAreas,
  jointTimes,
  calendar,
  simulation,
  year,
  mutants,
  load,
  age,
];
