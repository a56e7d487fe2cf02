/** Runs areas for so many minutes, on from where the last run stopped: `npm run soak -- --minutes 30 kill load`. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Area, keep, kept, minutesLeft, nothingDone, type Tally, violate } from './area.ts';
import { areas } from './areas.ts';
import { machine, table } from './table.ts';

const TELL_MS = 30_000;
const root = resolve(import.meta.dirname, '..', '..');
const file = join(root, '.data', 'soak.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});
const minutes = Number(values.minutes);
const processes = Number(values.processes);
const unknown = positionals.filter((name) => !areas.some((area) => area.name === name));
if (!(minutes >= 0) || !(processes >= 1) || unknown.length > 0) {
  console.error(
    `npm run soak -- [--minutes 10] [--processes ${availableParallelism()}] [${areas.map(({ name }) => name).join('] [')}]`,
  );
  for (const name of unknown) console.error(`unknown: ${name}`);
  process.exit(2);
}

/** Which program it is that is tried. */
const sources = createHash('sha256');
for (const path of globSync('src/**/*.ts', { cwd: root }).sort())
  sources.update(readFileSync(join(root, path)));
const version = sources.digest('hex').slice(0, 8);

const tallies = kept(file);
const tallyOf = ({ name }: Area): Tally => {
  tallies[name] ??= nothingDone();
  return tallies[name];
};
const chosen = areas.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const ends = Date.now() + minutes * 60_000;
const stopped = { is: false };
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopped.is = true;
    console.log('stopping after the present part');
  });

const line = ({ name, unit, goal }: Area, tally: Tally): string =>
  `${new Date().toISOString().slice(11, 19)} ${name}: ${tally.count}/${goal} ${unit}, ${tally.violated} violations ${JSON.stringify(tally.figures)}`;

/** Does as much of an area as `ms` allow, and keeps what was done every half minute. */
async function runFor(area: Area, ms: number): Promise<void> {
  const tally = tallyOf(area);
  const until = Date.now() + ms;
  const before = { seconds: tally.seconds, at: performance.now() };
  tally.first ??= new Date().toISOString();
  tally.sources = [...new Set([...(tally.sources ?? []), version])].slice(-10);
  const save = () => {
    tally.seconds = before.seconds + Math.round((performance.now() - before.at) / 1000);
    tally.last = new Date().toISOString();
    keep(file, tallies);
  };
  const telling = setInterval(() => {
    save();
    console.log(line(area, tally));
  }, TELL_MS);
  // What is interrupted from a terminal loses its bots at the same moment: no fault of theirs.
  let beforeStop: Pick<Tally, 'violated' | 'violations'> | undefined;
  const isOver = () => {
    if (stopped.is) beforeStop ??= { violated: tally.violated, violations: [...tally.violations] };
    return stopped.is || Date.now() >= until;
  };
  const watching = setInterval(isOver, 5);
  try {
    await area.run(tally, isOver, processes);
  } catch (fault) {
    violate(tally, `gave up: ${fault instanceof Error ? fault.message.slice(0, 500) : 'unknown'}`);
  } finally {
    clearInterval(telling);
    clearInterval(watching);
    if (beforeStop) Object.assign(tally, beforeStop);
    save();
    console.log(line(area, tally));
  }
}

for (const [place, area] of chosen.entries()) {
  const later = chosen.slice(place).map((one) => minutesLeft(one, tallyOf(one)));
  const all = later.reduce((sum, one) => sum + one, 0);
  const ms = all > 0 ? (ends - Date.now()) * (later[0]! / all) : 0;
  if (ms > 0 && !stopped.is) await runFor(area, ms);
}

console.log(`\n${new Date().toISOString().slice(0, 10)}, ${machine()}\n\n${table(areas, tallies)}`);
for (const { name } of areas)
  for (const what of tallies[name]?.violations ?? []) console.error(`${name}: ${what}`);
process.exitCode = chosen.some(({ name }) => (tallies[name]?.violated ?? 0) > 0) ? 1 : 0;
