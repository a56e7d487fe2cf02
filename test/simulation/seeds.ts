import { simulate } from './simulate.ts';

// Runs seeds from the command line: `seeds.ts <first> [count] [--all]`. One seed tells every event; several only what breaks.
const [first = 1, count = 1] = process.argv
  .slice(2)
  .filter((one) => /^\d+$/.test(one))
  .map(Number);
const all = process.argv.includes('--all');
const began = performance.now();
let broken = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const tell = (line: string, shown: boolean) => {
    if (shown || all) process.stdout.write(`${line}\n`);
  };
  await simulate(seed, count === 1 ? { tell } : {}).catch((fault: unknown) => {
    broken += 1;
    process.stdout.write(`${fault instanceof Error ? fault.message : String(fault)}\n\n`);
  });
  if (broken > 0 && process.argv.includes('--first')) break;
}
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${count} seeds, ${broken} broken, ${(count / seconds).toFixed(1)} seeds/s\n`);
process.exitCode = broken > 0 ? 1 : 0;
