import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Store } from './database.ts';
import type { Schema, Trx } from './schema.ts';

/** One message to send, written in the transaction of the change that causes it. */
export type Queued = {
  /** Unique for ever: queueing the same key twice is queueing it once. */
  key: string;
  /** `${associationId}/${personId}`. */
  to: string;
  kind: string;
  /** Ids and codes, never case text. */
  payload: Record<string, unknown>;
};

/** A row somebody has taken to deliver, for as long as the lease lasts. */
export type Claimed = Queued & {
  /** Order of queueing, which is the order of delivery to each recipient. */
  sequence: number;
  /** How many times the row has been taken, this time counted; times it only was held back by pacing are not. */
  attempts: number;
  /** It may have arrived already: nobody knew last time, and it is being sent once more. */
  resent: boolean;
  /** When it was queued, by the clock of the change that caused it. */
  createdAt: string;
};

/** `now` is real time in ms since 1970, never the domain's clock; `token` fences off whoever held the row before. */
export type Lease = { now: number; leaseMs: number; token: string };

/**
 * What became of a delivery. `later` is tried again from `notBefore` (real time, ms), marked when it may have arrived
 * already; `paced` was not tried at all, and nothing to the whole tenant can be before `tenantFrom`; `unknown` may have
 * arrived and is left alone; `lost` is somebody else's now.
 */
export type Delivery =
  | { is: 'sent'; activityId: string | undefined }
  | { is: 'later'; notBefore: number; resent?: boolean }
  | { is: 'paced'; notBefore: number; tenantFrom?: number | undefined }
  | { is: 'lost' }
  | { is: 'unknown' }
  | { is: 'dead'; reason: string };

type Row = Selectable<Schema['outbox']>;

const RESENT = 'resent';
/** A statement takes at most 32 766 values in SQLite. */
const AT_ONCE = 1_000;

const payloadOf = z.record(z.string(), z.unknown());

/** The association of a recipient, `${associationId}/${personId}`. */
export const associationOf = (to: string): string => to.slice(0, Math.max(0, to.indexOf('/')));

/** Queues rows in this order at the instant `now` (ISO), within the transaction of the change. */
export async function enqueue(trx: Trx, rows: readonly Queued[], now: string): Promise<void> {
  if (rows.length === 0) return;
  const first = await placesInLine(trx, rows.length);
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await trx
      .insertInto('outbox')
      .values(
        rows.slice(from, from + AT_ONCE).map(({ key, to, kind, payload }, position) => ({
          sequence: first + from + position,
          key,
          recipient: to,
          association: associationOf(to),
          kind,
          payload: JSON.stringify(payload),
          state: 'pending',
          run_at: '',
          token: null,
          attempts: 0,
          created_at: now,
          activity_id: null,
          reason: null,
        })),
      )
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
}

/** The first of so many new numbers. The count stands locked until the commit, so they become visible in their order. */
export async function placesInLine(trx: Trx, count: number): Promise<number> {
  const { value } = await trx
    .updateTable('counters')
    .set((expression) => ({ value: expression('value', '+', count) }))
    .where('name', '=', 'outbox')
    .returning('value')
    .executeTakeFirstOrThrow();
  return value - count + 1;
}

/**
 * Takes the oldest row that is due and first in line for its recipient; undefined when there is none. One statement,
 * so that of many takers one gets the row; in PostgreSQL the others pass it by and take the next recipient's. Nothing is
 * taken of the associations that are `resting`, however long they wait, so that nobody else waits behind them.
 */
export async function claim(
  store: Store,
  { now, leaseMs, token }: Lease,
  resting: readonly string[] = [],
): Promise<Claimed | undefined> {
  const row = await store.db
    .updateTable('outbox')
    .set((expression) => ({
      run_at: instant(now + leaseMs),
      token,
      attempts: expression('attempts', '+', 1),
    }))
    .where('sequence', '=', ({ selectFrom }) => {
      const first = selectFrom('outbox as waiting')
        .select('waiting.sequence')
        .where('waiting.state', '=', 'pending')
        .where('waiting.run_at', '<=', instant(now))
        .$if(resting.length > 0, (others) => others.where('waiting.association', 'not in', resting))
        .where('waiting.sequence', 'in', (firsts) =>
          firsts
            .selectFrom('outbox as line')
            .select(({ fn }) => fn.min('line.sequence').as('sequence'))
            .where('line.state', '=', 'pending')
            .groupBy('line.recipient'),
        )
        .orderBy('waiting.sequence')
        .limit(1);
      return store.engine === 'postgres' ? first.forUpdate().skipLocked() : first;
    })
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...queuedIn(row), resent: row.reason === RESENT };
}

/**
 * Renews the lease from `now` just before something is sent; false when the row has passed to somebody else, and then
 * nothing may be sent (fencing: M. Kleppmann, "How to do distributed locking").
 */
export async function hold(store: Store, row: Claimed, { now, leaseMs, token }: Lease): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('outbox')
    .set({ run_at: instant(now + leaseMs) })
    .where('sequence', '=', row.sequence)
    .where('state', '=', 'pending')
    .where('token', '=', token)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Queues rows outside any change: what follows from a delivery, not from a decision. */
export async function queue(store: Store, rows: readonly Queued[], now: Date): Promise<void> {
  await store.transact((trx) => enqueue(trx, rows, now.toISOString()));
}

/**
 * Lets go of every lease, at start: SQLite's file is one process's alone (`lockFor`), so whoever took these rows is
 * dead. What they were sending may have arrived; it goes out again, because it must arrive. In PostgreSQL others may be
 * at work, and leases run out by themselves. Returns how many.
 */
export async function releaseLeases(store: Store): Promise<number> {
  if (store.engine !== 'sqlite') return 0;
  const { numUpdatedRows } = await store.db
    .updateTable('outbox')
    .set({ run_at: '', token: null })
    .where('state', '=', 'pending')
    .where('token', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Writes what became of a delivery; false, with nothing written, when the row has passed to somebody else. */
export async function settle(
  store: Store,
  row: Claimed,
  token: string,
  delivery: Delivery,
): Promise<boolean> {
  if (delivery.is === 'lost') return false;
  const { numUpdatedRows } = await store.db
    .updateTable('outbox')
    .set(after(row, delivery))
    .where('sequence', '=', row.sequence)
    .where('state', '=', 'pending')
    .where('token', '=', token)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

function after(row: Claimed, delivery: Exclude<Delivery, { is: 'lost' }>) {
  const settled = { state: delivery.is, token: null };
  switch (delivery.is) {
    case 'later':
      return {
        run_at: instant(delivery.notBefore),
        token: null,
        ...(delivery.resent ? { reason: RESENT } : {}),
      };
    case 'paced':
      return { run_at: instant(delivery.notBefore), token: null, attempts: row.attempts - 1 };
    case 'sent':
      return { ...settled, payload: '{}', activity_id: delivery.activityId ?? null };
    case 'unknown':
      return { ...settled, payload: '{}' };
    case 'dead':
      // The coordinator's list needs the ids; a reply has nobody to reach but whoever can write again.
      return { ...settled, reason: delivery.reason, ...(row.kind === 'reply' ? { payload: '{}' } : {}) };
  }
}

/** How many rows wait to be delivered. */
export async function pendingCount(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How long the oldest waiting row has waited, in ms; `now` by the clock the rows were queued with. 0 when none waits. */
export async function oldestPendingAge(store: Store, now: Date): Promise<number> {
  const row = await store.db
    .selectFrom('outbox')
    .select('created_at')
    .where('state', '=', 'pending')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? 0 : Math.max(0, now.getTime() - Date.parse(row.created_at));
}

/** A row as it was queued. */
export const queuedIn = (row: Row): Omit<Claimed, 'resent'> => ({
  sequence: row.sequence,
  key: row.key,
  to: row.recipient,
  kind: row.kind,
  payload: payloadOf.parse(JSON.parse(row.payload)),
  attempts: row.attempts,
  createdAt: row.created_at,
});

const instant = (ms: number): string => new Date(ms).toISOString();
