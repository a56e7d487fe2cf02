/** Runs areas for so many minutes, on from where the last run stopped: `npm run soak -- --minutes 30 kill load`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Area, keep, kept, nothingDone, type Tally } from './area.ts';
import { areas } from './areas.ts';

const TELL_MS = 10_000;
const file = resolve(import.meta.dirname, '..', '..', '.data', 'soak.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' } },
});
const minutes = Number(values.minutes);
const unknown = positionals.filter((name) => !areas.some((area) => area.name === name));
if (!(minutes > 0) || unknown.length > 0) {
  console.error(
    `npm run soak -- [--minutes 10] [${areas.map(({ name }) => name).join('] [')}]${unknown.map((name) => `\nunknown: ${name}`).join('')}`,
  );
  process.exit(2);
}

const tallies = kept(file);
const chosen = areas.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const ends = Date.now() + minutes * 60_000;
let stopped = false;
process.once('SIGINT', () => {
  stopped = true;
});

const line = ({ name, unit, goal }: Area, tally: Tally): string =>
  `${name}: ${tally.count}/${goal} ${unit}, ${tally.violated} violations ${JSON.stringify(tally.figures)}`;

for (const [place, area] of chosen.entries()) {
  tallies[area.name] ??= nothingDone();
  const tally = tallies[area.name]!;
  // What is left is shared by those that are left.
  const until = Date.now() + (ends - Date.now()) / (chosen.length - place);
  const before = { seconds: tally.seconds, at: performance.now() };
  tally.first ??= new Date().toISOString();
  const save = () => {
    tally.seconds = before.seconds + Math.round((performance.now() - before.at) / 1000);
    tally.last = new Date().toISOString();
    keep(file, tallies);
  };
  const telling = setInterval(() => {
    save();
    console.log(line(area, tally));
  }, TELL_MS);
  try {
    await area.run(tally, () => stopped || Date.now() >= until);
  } finally {
    clearInterval(telling);
    save();
    console.log(line(area, tally));
  }
  if (stopped) break;
}

console.log('\n| area | done | goal | violations | minutes | figures |\n|---|---|---|---|---|---|');
for (const { name, unit, goal } of areas) {
  const tally = tallies[name];
  if (!tally) continue;
  const figures = Object.entries(tally.figures).map(([figure, value]) => `${figure} ${value}`);
  console.log(
    `| ${name} | ${tally.count} ${unit} | ${goal} | ${tally.violated} | ${Math.round(tally.seconds / 60)} | ${figures.join(', ')} |`,
  );
  for (const what of tally.violations) console.error(`${name}: ${what}`);
}
process.exitCode = chosen.some(({ name }) => (tallies[name]?.violated ?? 0) > 0) ? 1 : 0;
