import { expect, it } from 'vitest';
import { enqueue, pendingCount } from '../src/store/outbox.ts';
import { startWorker } from '../src/worker.ts';
import { monday } from './store/builders.ts';
import { aStore } from './store/files.ts';

it('hears that a row may go now while it is looking and has not found it yet', async () => {
  const store = await aStore();
  await store.transact((trx) =>
    enqueue(trx, [{ key: 'a', to: 'klaralvdalen/a', kind: 'notify', payload: {} }], monday.toISOString()),
  );
  let now = 0;
  let called = false;
  let ids = 0;
  const early: (() => void)[] = [];
  const taken: number[] = [];
  const worker = startWorker({
    store,
    lanes: 1,
    note: (error) => expect.fail(String(error)),
    // The lane reads the time once as it looks; by the time it has looked the row could have been found.
    realNow: () => {
      const said = now;
      if (called) now = 100;
      return said;
    },
    newId: () => {
      for (const run of early.splice(0)) {
        called = true;
        run();
      }
      return `t-${ids++}`;
    },
    // Nobody looks by itself after a while: only who is called does.
    after: (ms, run) => {
      if (ms === 100) early.push(run);
      return () => {};
    },
    deliver: async () => {
      taken.push(now);
      return taken.length === 1 ? { is: 'paced', notBefore: 100 } : { is: 'sent', activityId: 'a' };
    },
  });
  await expect.poll(() => pendingCount(store)).toBe(0);
  expect(taken).toEqual([0, 100]);
  await worker.stop();
});
