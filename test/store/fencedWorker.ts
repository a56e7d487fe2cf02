/**
 * A process that delivers what is in an outbox. It says on standard output what it takes, sends and loses, and before
 * and after each sending waits for a line on standard input where it is told to. Meant to be frozen.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/store/database.ts';
import { startWorker } from '../../src/worker.ts';

const [url = '', lease = '', stops = ''] = process.argv.slice(2);
const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (what: string) => writeSync(1, `${what}\n`);
const stop = async (where: string) => {
  if (!stops.split(',').includes(where)) return;
  say(`at ${where}`);
  await told.next();
};

startWorker({
  store: await openStore(url),
  realNow: Date.now,
  leaseMs: Number(lease),
  // One row in hand: what it says next comes after what it has settled.
  lanes: 1,
  newId: randomUUID,
  note: (error) => say(`fault ${String(error)}`),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  deliver: async (row, hold) => {
    await stop('before');
    if (!(await hold())) {
      say(`lost ${row.key}`);
      return { is: 'lost' };
    }
    say(`sent ${row.key}`);
    await stop('after');
    return { is: 'sent', activityId: String(process.pid) };
  },
});
say('open');
