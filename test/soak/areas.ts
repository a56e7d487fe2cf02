import { acceptOnPostgres, acceptOnSqlite } from './accept.ts';
import type { Area } from './area.ts';
import { kill } from './kill.ts';
import { load } from './load.ts';
import { duplicates, fuzz, simulation } from './others.ts';

/** Everything that is proved by doing it very often. */
export const areas: readonly Area[] = [
  kill,
  acceptOnSqlite,
  acceptOnPostgres,
  duplicates,
  fuzz,
  simulation,
  load,
];
