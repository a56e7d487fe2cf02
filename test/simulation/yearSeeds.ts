import { simulateYear } from './year.ts';
import { full, small } from './yearWorld.ts';

// Replays years from the command line: `yearSeeds.ts <first> [count] [--full] [--all] [--quiet]`. One seed ends with
// the last of what happened in it; `--all` tells everything, `--quiet` only what broke.
const SHOWN = 40;
const [first = 1, count = 1] = process.argv
  .slice(2)
  .filter((one) => /^\d+$/.test(one))
  .map(Number);
const size = process.argv.includes('--full') ? full : small;
const quiet = process.argv.includes('--quiet');
const all = process.argv.includes('--all');
const began = performance.now();
let broken = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const lately: string[] = [];
  const tell = (line: string) => {
    if (all) process.stdout.write(`${line}\n`);
    lately.push(line);
    if (lately.length > SHOWN) lately.shift();
  };
  const { violations, hash, deeds, changes, notices, asked, verbs } = await simulateYear(seed, {
    size,
    tell,
  });
  if (count === 1 && !all && !quiet) process.stdout.write(`${lately.join('\n')}\n`);
  for (const what of violations) process.stdout.write(`seed ${seed}: ${what}\n`);
  process.stdout.write(
    `seed ${seed} ${hash}: ${deeds} deeds, ${changes} changes, ${notices} notices, ${violations.length} violations\n`,
  );
  if (count === 1 && !quiet) process.stdout.write(`${JSON.stringify(verbs)}\n${JSON.stringify(asked)}\n`);
  if (violations.length > 0) broken += 1;
}
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${count} years, ${broken} broken, ${(seconds / count).toFixed(1)} s each\n`);
process.exitCode = broken > 0 ? 1 : 0;
