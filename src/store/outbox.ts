import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Store } from './database.ts';
import type { Queries, Schema, Trx } from './schema.ts';

/** One message to send, written in the transaction of the change that causes it. */
export type Queued = {
  /** Unique for ever: queueing the same key twice is queueing it once. */
  key: string;
  /** `${associationId}/${personId}`. */
  to: string;
  kind: string;
  /** Ids and codes, never case text; only a row of kind `reply` may hold a card, and loses it when it is settled. */
  payload: Record<string, unknown>;
};

/** A row somebody has taken to deliver, for as long as the lease lasts. */
export type Claimed = Queued & {
  /** Order of queueing, which is the order of delivery to each recipient. */
  sequence: number;
  /** How many times the row has been taken, this time counted. */
  attempts: number;
  /** When it was queued, by the clock of the change that caused it. */
  createdAt: string;
};

/** `now` is real time in ms since 1970, never the domain's clock; `token` fences off whoever held the row before. */
export type Lease = { now: number; leaseMs: number; token: string };

/** What became of a delivery. `later` is tried again from `notBefore` (real time, ms); `unknown` may have arrived and is left alone. */
export type Delivery =
  | { is: 'sent'; activityId: string | undefined }
  | { is: 'later'; notBefore: number }
  | { is: 'unknown' }
  | { is: 'dead'; reason: string };

/** A message that could not be delivered; a person has to look. */
export type Dead = Queued & { sequence: number; attempts: number; createdAt: string; reason: string };

type Row = Selectable<Schema['outbox']>;

const payloadOf = z.record(z.string(), z.unknown());

/** Queues rows in this order at the instant `now` (ISO), within the transaction of the change. */
export async function enqueue(trx: Trx, rows: readonly Queued[], now: string): Promise<void> {
  if (rows.length === 0) return;
  // The count stands locked until the commit, so that numbers become visible in the order they are given.
  const { value } = await trx
    .updateTable('counters')
    .set((expression) => ({ value: expression('value', '+', rows.length) }))
    .where('name', '=', 'outbox')
    .returning('value')
    .executeTakeFirstOrThrow();
  const first = value - rows.length + 1;
  await trx
    .insertInto('outbox')
    .values(
      rows.map(({ key, to, kind, payload }, position) => ({
        sequence: first + position,
        key,
        recipient: to,
        association: to.slice(0, Math.max(0, to.indexOf('/'))),
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

/** Takes the oldest row that is due and first in line for its recipient; undefined when there is none. */
export async function claim(store: Store, lease: Lease): Promise<Claimed | undefined> {
  for (;;) {
    const row = await firstInLine(store.db, lease.now).orderBy('sequence').limit(1).executeTakeFirst();
    if (row === undefined) return undefined;
    const claimed = await take(store, row, lease);
    if (claimed !== undefined) return claimed;
  }
}

/** Takes this very row, if it is due, first in line for its recipient and nobody else's: a turn delivers its own at once. */
export async function claimRow(store: Store, key: string, lease: Lease): Promise<Claimed | undefined> {
  const row = await firstInLine(store.db, lease.now).where('key', '=', key).executeTakeFirst();
  return row === undefined ? undefined : await take(store, row, lease);
}

function firstInLine(db: Queries, now: number) {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'pending')
    .where('run_at', '<=', instant(now))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.sequence')
            .where('earlier.state', '=', 'pending')
            .whereRef('earlier.recipient', '=', 'outbox.recipient')
            .whereRef('earlier.sequence', '<', 'outbox.sequence'),
        ),
      ),
    );
}

// Moving `run_at` from the value seen is the lease: of two who saw the same row, one moves it.
async function take(store: Store, row: Row, { now, leaseMs, token }: Lease): Promise<Claimed | undefined> {
  const { numUpdatedRows } = await store.db
    .updateTable('outbox')
    .set({ run_at: instant(now + leaseMs), token, attempts: row.attempts + 1 })
    .where('sequence', '=', row.sequence)
    .where('state', '=', 'pending')
    .where('run_at', '=', row.run_at)
    .where('attempts', '=', row.attempts)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1 ? { ...queuedIn(row), attempts: row.attempts + 1 } : undefined;
}

/** Queues rows outside any change: what follows from a delivery, not from a decision. */
export async function queue(store: Store, rows: readonly Queued[], now: Date): Promise<void> {
  await store.db.transaction().execute((trx) => enqueue(trx, rows, now.toISOString()));
}

/**
 * Lets go of every lease, at start: SQLite's file is one process's alone (`lockFor`), so whoever took these rows is
 * dead. What they were sending may have arrived; it goes out again, because it must arrive. Returns how many.
 */
export async function releaseLeases(store: Store): Promise<number> {
  const { numUpdatedRows } = await store.db
    .updateTable('outbox')
    .set({ run_at: '', token: null })
    .where('state', '=', 'pending')
    .where('token', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Writes what became of a delivery; false, with nothing written, when the lease has passed to somebody else. */
export async function settle(
  store: Store,
  row: Claimed,
  token: string,
  delivery: Delivery,
): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('outbox')
    .set(after(row, delivery))
    .where('sequence', '=', row.sequence)
    .where('state', '=', 'pending')
    .where('token', '=', token)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

function after(row: Claimed, delivery: Delivery) {
  if (delivery.is === 'later') return { run_at: instant(delivery.notBefore), token: null };
  const settled = { state: delivery.is, token: null };
  if (delivery.is === 'sent') return { ...settled, payload: '{}', activity_id: delivery.activityId ?? null };
  if (delivery.is === 'unknown') return { ...settled, payload: '{}' };
  // The coordinator's list of the unreachable needs the ids; a reply's card is content and has nobody to reach.
  return { ...settled, reason: delivery.reason, ...(row.kind === 'reply' ? { payload: '{}' } : {}) };
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

/** What could not be delivered within an association, oldest first. */
export async function deadRows(store: Store, association: string): Promise<Dead[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .selectAll()
    .where('association', '=', association)
    .where('state', '=', 'dead')
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ ...queuedIn(row), reason: row.reason ?? '' }));
}

const queuedIn = (row: Row): Claimed => ({
  sequence: row.sequence,
  key: row.key,
  to: row.recipient,
  kind: row.kind,
  payload: payloadOf.parse(JSON.parse(row.payload)),
  attempts: row.attempts,
  createdAt: row.created_at,
});

const instant = (ms: number): string => new Date(ms).toISOString();
