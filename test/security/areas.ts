import { type Area, add, most, type Tally, violate } from '../soak/area.ts';
import { forgeData } from './forge.ts';
import { fuzzActivities } from './fuzz.ts';
import { junk, residentMegabytes } from './junk.ts';
import { forgetSeen, openScene, type Scene } from './scene.ts';

const A_PART = 1000;
/** The log of a bot is kept whole by whoever runs it for a test; a new bot now and then keeps it small. */
const A_BOT = 20;

/** Counts up in parts of a thousand, each on a scene nothing may change, until told to end or at the goal. */
const onScenes =
  (part: (scene: Scene, tally: Tally) => Promise<readonly string[]>, goal: number): Area['run'] =>
  async (tally, until) => {
    while (!until() && tally.count < goal) {
      const scene = await openScene();
      try {
        const before = JSON.stringify(scene.bot.decided());
        for (let n = 0; n < A_BOT && !until() && tally.count < goal; n += 1) {
          const { seed } = tally;
          for (const wrong of await part(scene, tally)) violate(tally, wrong);
          await scene.bot.drained(30_000);
          if (JSON.stringify(scene.bot.decided()) !== before)
            violate(tally, `seed ${seed}: the state has changed`);
          tally.count += A_PART;
          tally.seed = seed + A_PART;
          forgetSeen(scene);
        }
        const faults = scene.bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled');
        for (const fault of faults) violate(tally, `up to seed ${tally.seed}: ${JSON.stringify(fault)}`);
        if (/Bearer|eyJ/.test(scene.bot.stdout))
          violate(tally, `up to seed ${tally.seed}: a token in the log`);
        if (scene.bot.stderr !== '')
          violate(tally, `up to seed ${tally.seed}: ${scene.bot.stderr.slice(0, 300)}`);
        most(tally, 'megabytes', residentMegabytes(scene.bot.pid) ?? 0);
      } finally {
        await scene.bot.stop();
      }
    }
  };

/** Activities with good tokens and broken insides (T-S3). */
const fuzzed: Area = {
  name: 'fuzz',
  unit: 'activities',
  goal: 200_000,
  minutes: 20,
  run: onScenes(async (scene, tally) => {
    const report = await fuzzActivities(scene, { count: A_PART, seed: tally.seed });
    for (const [status, count] of Object.entries(report.statuses)) add(tally, `status ${status}`, count);
    return report.unexpected;
  }, 200_000),
};

/** Presses with forged data (T-S5). */
const forged: Area = {
  name: 'forge',
  unit: 'presses',
  goal: 50_000,
  minutes: 8,
  run: onScenes(async (scene, tally) => {
    const report = await forgeData(scene, { count: A_PART, seed: tally.seed });
    for (const [kind, count] of Object.entries(report.kinds)) add(tally, kind, count);
    return report.unexpected;
  }, 50_000),
};

/** Unauthenticated junk with a thousand slow connections (T-S2). */
const junked: Area = {
  name: 'junk',
  unit: 'requests',
  goal: 1_000_000,
  minutes: 30,
  run: onScenes(async (scene, tally) => {
    const { url, bot } = scene;
    const slow = 1000;
    const report = await junk({
      url,
      requests: A_PART,
      seed: tally.seed,
      slow,
      pid: bot.pid,
      appId: scene.teams.appId,
    });
    for (const [status, count] of Object.entries(report.statuses)) add(tally, `status ${status}`, count);
    most(tally, 'slowest /readyz, ms', report.ready.slowestMs);
    if (report.memory) most(tally, 'megabytes at most', report.memory.most);
    const unready =
      report.ready.failed > 0 ? [`seed ${tally.seed}: not ready ${report.ready.failed} times`] : [];
    return [...report.unexpected, ...unready];
  }, 1_000_000),
};

/** What is thrown at the door, for the command that does it very often. */
export const doorAreas: readonly Area[] = [junked, fuzzed, forged];
