import type { House } from './features/turn.ts';
import type { Delivery } from './store/outbox.ts';
import { holdBack, paceKeys, takePace, waitOf } from './store/paces.ts';

/** A conversation as far as pacing goes. */
export type Paced = { id: string; tenantId: string };

/**
 * Waits until one message may go to a conversation and its tenant, at most `patienceMs`: 0 when it may go now, else how
 * many ms are left, and then it must not go.
 */
export async function awaitPace(
  { store, limits, realNow, after }: House,
  chat: Paced,
  patienceMs: number,
): Promise<number> {
  if (!limits.paced) return 0;
  const wait = await takePace(store, paceKeys(chat), realNow(), patienceMs);
  if (wait > patienceMs) return wait;
  if (wait > 0) await new Promise<void>((resolve) => after(wait, resolve));
  return 0;
}

/**
 * Takes the place of one message, if it may go now; else what the row becomes. A worker's lane never waits for its turn:
 * while it does, everybody else's messages would.
 */
export async function tooEarly(
  { store, limits, realNow }: House,
  chat: Paced,
): Promise<Extract<Delivery, { is: 'paced' }> | undefined> {
  if (!limits.paced) return undefined;
  const now = realNow();
  const wait = await takePace(store, paceKeys(chat), now);
  if (wait === 0) return undefined;
  const ofTenant = await waitOf(store, { kind: 'tenant', name: chat.tenantId }, now);
  return { is: 'paced', notBefore: now + wait, tenantFrom: ofTenant > 0 ? now + ofTenant : undefined };
}

/** The connector asked for patience in a conversation until `until` (real time, ms): nobody else tries before. */
export async function postpone({ store, limits }: House, chat: Paced, until: number): Promise<void> {
  if (limits.paced) await holdBack(store, chat.id, until);
}
