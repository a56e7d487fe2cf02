import type { Outside } from './bot.ts';
import type { Store } from './store/database.ts';
import {
  associationOf,
  type Claimed,
  claim,
  type Delivery,
  hold,
  pendingCount,
  settle,
} from './store/outbox.ts';

/** Longer than one request ever takes: two tokens and two tries of 8 s each. It is renewed before each. */
const LEASE_MS = 45_000;
/** Enough for the pace of a tenant, 20 in a second, as long as a request takes less than 400 ms. */
const LANES = 8;
const POLL_MS = 1_000;
/** How long an association rests whose tenant has had its share: meanwhile it earns some places at once, not one. */
const REST_MS = 250;

export type Worker = {
  /** Something has been queued. */
  wake(): void;
  /** Resolves when nothing is waiting any more, or after `patienceMs`: what backs off is not waited for for ever. */
  drained(patienceMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** Renews the lease on the row in hand, just before each request; false when it is somebody else's now. */
export type Hold = () => Promise<boolean>;

/** What a worker is given: the outbox's store, how one row is delivered, real time (ms), timers and ids. */
export type WorkerParts = {
  store: Store;
  deliver: (row: Claimed, hold: Hold) => Promise<Delivery>;
  note: (error: unknown) => void;
  realNow: () => number;
  /** How long a row stays one's own without a word. */
  leaseMs?: number;
  /** How many rows are in hand at once. */
  lanes?: number;
} & Pick<Outside, 'after' | 'newId'>;

/** Takes rows from the outbox, a few at a time, in order for each recipient; a fault puts the row back. */
export function startWorker({
  store,
  deliver,
  note,
  realNow,
  leaseMs = LEASE_MS,
  lanes: count = LANES,
  after,
  newId,
}: WorkerParts): Worker {
  let running = true;
  const sleepers = new Set<() => void>();
  let calls = 0;
  // One is enough: whoever finds a row calls the next, so that few look in vain.
  const wakeOne = () => {
    for (const go of [...sleepers].slice(0, 1)) go();
  };
  const wake = () => {
    calls += 1;
    wakeOne();
  };
  // Associations whose tenant has had its share for now: their rows would only fill the lanes.
  const resting = new Set<string>();
  const rest = (association: string, ms: number) => {
    if (resting.has(association)) return;
    resting.add(association);
    after(Math.max(REST_MS, ms), () => {
      resting.delete(association);
      wake();
    });
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const go = () => {
        sleepers.delete(go);
        resolve();
      };
      sleepers.add(go);
    });
  let stopPolling = () => {};
  // What comes due by itself, or was queued by another instance.
  const poll = () => {
    stopPolling = after(POLL_MS, () => {
      wakeOne();
      poll();
    });
  };
  poll();

  async function one(): Promise<boolean> {
    const token = newId();
    const lease = () => ({ now: realNow(), leaseMs, token });
    const row = await claim(store, lease(), [...resting]);
    if (!row) return false;
    wakeOne();
    // A renewal that itself took most of the lease says nothing of who has the row by now.
    const held = async () => {
      const renewed = lease();
      return (await hold(store, row, renewed)) && realNow() - renewed.now < leaseMs / 2;
    };
    const result = await deliver(row, held).catch((error: unknown): Delivery => {
      note(error);
      if (row.attempts >= 8) return { is: 'dead', reason: 'fault' };
      return { is: 'later', notBefore: realNow() + 1000 * 2 ** row.attempts };
    });
    await settle(store, row, token, result);
    if (result.is === 'paced') {
      const wait = result.notBefore - realNow();
      if (result.tenantFrom !== undefined) rest(associationOf(row.to), result.tenantFrom - realNow());
      // The end of its rest wakes a lane too.
      if (result.tenantFrom === undefined || wait > REST_MS) after(Math.max(1, wait), wake);
    }
    return true;
  }

  const lane = async () => {
    while (running) {
      const heard = calls;
      const worked = await one().catch((error: unknown) => {
        note(error);
        return false;
      });
      // Called while it looked: what it was called for may not have been there yet.
      if (!worked && running && calls === heard) await sleep();
    }
  };
  const lanes = Array.from({ length: count }, lane);

  return {
    wake,
    drained: async (patienceMs) => {
      const until = realNow() + patienceMs;
      wake();
      while (running && realNow() < until && (await pendingCount(store)) > 0) {
        await new Promise<void>((resolve) => after(10, resolve));
        wake();
      }
    },
    stop: async () => {
      running = false;
      stopPolling();
      for (const go of [...sleepers]) go();
      await Promise.all(lanes);
    },
  };
}
