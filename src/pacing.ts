import type { House } from './features/turn.ts';
import type { Delivery } from './store/outbox.ts';
import { holdBack, paceKeys, takePace, waitOf } from './store/paces.ts';

/** A conversation as far as pacing goes. */
export type Paced = { id: string; tenantId: string };

/** A request that was not made: too early, or the row is somebody else's now. */
export type Unasked = Extract<Delivery, { is: 'paced' | 'lost' }>;

/** A place in the pace is for its own moment: whoever stood still takes a new one, or many would go at once. */
const LATE_MS = 500;
const TRIES = 3;

/**
 * Asks the connector when one message may go to a conversation and its tenant, waiting at most `patienceMs`; what needs
 * longer is not asked. `mayStill` is looked at last.
 */
export async function inTurn<R>(
  { store, limits, realNow, after }: House,
  chat: Paced,
  patienceMs: number,
  request: () => Promise<R>,
  mayStill: () => Promise<boolean> = async () => true,
): Promise<R | Unasked> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = realNow();
    const wait = limits.paced ? await takePace(store, paceKeys(chat), now, patienceMs) : 0;
    if (wait > patienceMs) {
      const ofTenant = await waitOf(store, { kind: 'tenant', name: chat.tenantId }, now);
      return { is: 'paced', notBefore: now + wait, tenantFrom: ofTenant > 0 ? now + ofTenant : undefined };
    }
    if (wait > 0) await new Promise<void>((resolve) => after(wait, resolve));
    if (!(await mayStill())) return { is: 'lost' };
    if (!limits.paced || realNow() - (now + wait) < LATE_MS) return request();
  }
  return { is: 'paced', notBefore: realNow() + LATE_MS };
}

/** The connector asked for patience in a conversation until `until` (real time, ms): nobody else tries before. */
export async function postpone({ store, limits }: House, chat: Paced, until: number): Promise<void> {
  if (limits.paced) await holdBack(store, chat.id, until);
}
