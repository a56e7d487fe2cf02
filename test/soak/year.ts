import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Area, add, violate } from './area.ts';

const script = join(import.meta.dirname, '..', 'simulation', 'yearSeeds.ts');
const counted = /(\d+) deeds, (\d+) changes, (\d+) notices/;

/** A whole year of three associations, 40 people and 2,000 consultations in virtual time: nothing is ever dropped. */
export const year: Area = {
  name: 'year',
  unit: 'years',
  goal: 100,
  minutes: 400,
  run: async (tally, until, processes = 1) => {
    const given = { left: year.goal - tally.count };
    const lane = async () => {
      while (given.left > 0 && !until()) {
        given.left -= 1;
        const seed = tally.seed;
        tally.seed += 1;
        const { out, code } = await lived(seed);
        for (const [line] of out.matchAll(/^seed \d+: .*$/gm)) violate(tally, line);
        const [, deeds, changes, notices] = counted.exec(out) ?? [];
        if (deeds === undefined) violate(tally, `seed ${seed}: ended with ${code}: ${out.slice(-500)}`);
        add(tally, 'deeds', Number(deeds ?? 0));
        add(tally, 'changes', Number(changes ?? 0));
        add(tally, 'notices', Number(notices ?? 0));
        tally.count += 1;
      }
    };
    await Promise.all(Array.from({ length: processes }, lane));
  },
};

/** One year in a process of its own, which a year that never ends cannot outlive the run of. */
async function lived(seed: number): Promise<{ out: string; code: number | null }> {
  const child = spawn(process.execPath, [script, String(seed), '--full', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 60 * 60_000,
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { out, code };
}
