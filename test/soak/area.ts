import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What an area has done so far, over all its runs. */
export type Tally = {
  count: number;
  /** What must not have been, in words; the first fifty. */
  violations: string[];
  violated: number;
  /** Whatever else the area measures. */
  figures: Record<string, number>;
  /** The seed the next part starts from, and thus all before it. */
  seed: number;
  seconds: number;
  first: string | undefined;
  last: string | undefined;
  /** Which versions of the program it was done with, as short digests of its sources; the last ten. */
  sources?: string[];
};

/** One thing that is proved by doing it very often. Goes on where `tally` stands, until told to end or at the goal. */
export type Area = {
  name: string;
  /** What is counted. */
  unit: string;
  goal: number;
  /** About how many minutes all of it takes on two cores; how time is shared before anything has been measured. */
  minutes: number;
  run(tally: Tally, until: () => boolean, processes?: number): Promise<void>;
};

/** Nothing done yet. */
export const nothingDone = (): Tally => ({
  count: 0,
  violations: [],
  violated: 0,
  figures: {},
  seed: 1,
  seconds: 0,
  first: undefined,
  last: undefined,
});

/** Notes what must not have been. */
export function violate(tally: Tally, what: string): void {
  tally.violated += 1;
  if (tally.violations.length < 50) tally.violations.push(what);
}

/** Keeps the largest. */
export function most(tally: Tally, name: string, value: number): void {
  tally.figures[name] = Math.max(tally.figures[name] ?? 0, Math.round(value));
}

/** Adds up. */
export function add(tally: Tally, name: string, value = 1): void {
  tally.figures[name] = (tally.figures[name] ?? 0) + value;
}

/** About how many minutes an area still needs, by how fast it has been so far. */
export function minutesLeft({ goal, minutes }: Pick<Area, 'goal' | 'minutes'>, tally: Tally): number {
  const share = Math.max(0, goal - tally.count) / goal;
  const measured = tally.count > goal / 100 ? (tally.seconds / 60) * (goal / tally.count) : minutes;
  return share * measured;
}

/** What earlier runs have kept; empty where there were none. */
export function kept(path: string): Record<string, Tally> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Tally>;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw fault;
  }
}

/** Keeps it, all or nothing. */
export function keep(path: string, tallies: Record<string, Tally>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.partial`, `${JSON.stringify(tallies, null, 1)}\n`);
  renameSync(`${path}.partial`, path);
}

/** Chance that can be had again: the same seed gives the same numbers from 0 up to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
