import { randomUUID } from 'node:crypto';
import type { Store } from './store/database.ts';
import { type Claimed, claim, type Delivery, pendingCount, settle } from './store/outbox.ts';

const LEASE_MS = 45_000;
const LANES = 4;
const POLL_MS = 1_000;

export type Worker = {
  /** Something has been queued. */
  wake(): void;
  /** Resolves when nothing is waiting any more, or after `patienceMs`: what backs off is not waited for for ever. */
  drained(patienceMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** Takes rows from the outbox, a few at a time, in order for each recipient; a fault puts the row back. */
export function startWorker(
  store: Store,
  deliver: (row: Claimed) => Promise<Delivery>,
  note: (error: unknown) => void,
  realNow: () => number,
): Worker {
  let running = true;
  let sleepers: (() => void)[] = [];
  const wake = () => {
    const woken = sleepers;
    sleepers = [];
    for (const go of woken) go();
  };
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      sleepers.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });

  async function one(): Promise<boolean> {
    const token = randomUUID();
    const row = await claim(store, { now: realNow(), leaseMs: LEASE_MS, token });
    if (!row) return false;
    const result = await deliver(row).catch((error: unknown): Delivery => {
      note(error);
      if (row.attempts >= 8) return { is: 'dead', reason: 'fault' };
      return { is: 'later', notBefore: realNow() + 1000 * 2 ** row.attempts };
    });
    await settle(store, row, token, result);
    return true;
  }

  const lane = async () => {
    while (running) {
      const worked = await one().catch((error: unknown) => {
        note(error);
        return false;
      });
      if (!worked && running) await sleep(POLL_MS);
    }
  };
  const lanes = Array.from({ length: LANES }, lane);

  return {
    wake,
    drained: async (patienceMs) => {
      const until = realNow() + patienceMs;
      wake();
      while (running && realNow() < until && (await pendingCount(store)) > 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        wake();
      }
    },
    stop: async () => {
      running = false;
      wake();
      await Promise.all(lanes);
    },
  };
}
