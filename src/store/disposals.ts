import { sql } from 'kysely';
import { z } from 'zod';
import type { Counted } from '../domain/counted.ts';
import { SYSTEM } from './actors.ts';
import { eraseCards } from './cardErasure.ts';
import type { Store } from './database.ts';
import { enqueue } from './outbox.ts';
import { eraseRecords, recordAct } from './records.ts';
import type { Trx } from './schema.ts';
import { keepCounted } from './statistics.ts';

/** The steps of disposal: the content, then all but numbers and log, then the log. */
export const disposalKinds = ['content', 'rest', 'history'] as const;

/** One row of the disposal record (gallringsprotokoll): what went, and how much of it. */
export type Disposal = {
  reference: string;
  kind: (typeof disposalKinds)[number];
  at: string;
  counts: Readonly<Record<string, number>>;
};

/** Writes the disposal record, within the transaction of the disposal itself. */
export async function keepDisposal(
  trx: Trx,
  bytes: Store['bytes'],
  association: string,
  { reference, kind, at, counts }: Disposal,
): Promise<void> {
  const id = Buffer.from(bytes(16)).toString('base64url');
  await trx
    .insertInto('disposals')
    .values({ id, association, reference, kind, at, by: SYSTEM, counts: JSON.stringify(counts) })
    .execute();
}

/**
 * Makes a row of numbers of a consultation and deletes it with all that hangs on it; its log and its spent reference
 * stay. False when it has changed or gone meanwhile.
 */
export async function countOff(
  store: Store,
  { id, version }: { id: string; version: number },
  row: Counted,
  at: string,
): Promise<boolean> {
  return await store.transact(async (trx) => {
    // Takes the row's lock as it looks: a change that is under way comes before or not at all.
    const kept = await trx
      .updateTable('consultations')
      .set({ version })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning(['association', 'reference'])
      .executeTakeFirst();
    if (kept === undefined) return false;
    const { association, reference } = kept;
    await recordAct(trx, store.bytes, {
      kind: 'act',
      verb: 'count',
      association,
      consultation: id,
      actor: SYSTEM,
      at,
      detail: {},
    });
    const erasures = await eraseCards(trx, store.bytes, { id, association, reference }, 'consultation');
    await enqueue(trx, erasures, at);
    // What has been told of it, by keys that begin with its id.
    await trx
      .deleteFrom('outbox')
      .where('key', '>=', `${id}:`)
      .where('key', '<', `${id};`)
      .where('state', '<>', 'pending')
      .execute();
    await trx.deleteFrom('consultations').where('id', '=', id).execute();
    await keepDisposal(trx, store.bytes, association, {
      reference,
      kind: 'rest',
      at,
      counts: { cards: erasures.length },
    });
    await keepCounted(trx, store.bytes, association, row);
    return true;
  });
}

const BATCH = 200;

/**
 * Erases the log of every consultation of an association that is gone and whose last row is older than an instant
 * (ISO), and what the spent reference led to; the reference stays spent, the chain stays whole. Returns how many.
 */
export async function disposeHistory(
  store: Store,
  association: string,
  before: string,
  at: string,
): Promise<number> {
  for (let count = 0; ; ) {
    const gone = await store.db
      .selectFrom('spent_references')
      .select(['reference', 'consultation'])
      .where('association', '=', association)
      .where('consultation', '<>', '')
      .where('spent_at', '<', before)
      .where('consultation', 'not in', (kept) => kept.selectFrom('consultations').select('id'))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('records')
              .select('position')
              .whereRef('records.consultation', '=', 'spent_references.consultation')
              .where('records.at', '>=', before),
          ),
        ),
      )
      .orderBy('reference')
      .limit(BATCH)
      .execute();
    for (const { reference, consultation } of gone)
      await store.transact(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('spent_references')
          .set({ consultation: '' })
          .where('reference', '=', reference)
          .where('consultation', '=', consultation)
          .executeTakeFirst();
        // Another program on the same database was first.
        if (Number(numUpdatedRows) === 0) return;
        const records = await eraseRecords(trx, { consultation });
        await keepDisposal(trx, store.bytes, association, {
          reference,
          kind: 'history',
          at,
          counts: { records },
        });
      });
    count += gone.length;
    if (gone.length < BATCH) return count;
  }
}

/** The disposal record of an association from the newest on, and how long it is. */
export async function disposalsOf(
  store: Store,
  association: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ all: number; rows: Disposal[] }> {
  const { count } = await store.db
    .selectFrom('disposals')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('association', '=', association)
    .executeTakeFirstOrThrow();
  const rows = await store.db
    .selectFrom('disposals')
    .selectAll()
    .where('association', '=', association)
    .orderBy('at', 'desc')
    .orderBy('reference')
    .orderBy('kind')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    all: Number(count),
    rows: rows.map(({ reference, kind, at, counts }) => ({
      reference,
      kind: z.enum(disposalKinds).parse(kind),
      at,
      counts: z.record(z.string(), z.number()).parse(JSON.parse(counts)),
    })),
  };
}

/** How many cards of disposed consultations wait to be replaced in their chats, and how many could not be. */
export async function erasuresOf(
  store: Store,
  association: string,
): Promise<{ waiting: number; failed: number }> {
  const rows = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .where('association', '=', association)
    .where('kind', '=', 'erase')
    .where('state', 'in', ['pending', 'dead', 'noted'])
    .groupBy('state')
    .execute();
  const of = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + Number(count), 0);
  return { waiting: of('pending'), failed: of('dead', 'noted') };
}

/**
 * Folds SQLite's write-ahead log into the file and empties it, so that what was deleted is in neither; the file's own
 * pages are overwritten as they go (`secure_delete`). PostgreSQL cleans up after itself in its own time (vacuum). False
 * when somebody was reading (a backup): nobody is held up for that, and it has to be done again.
 */
export async function emptyLog(store: Store): Promise<boolean> {
  if (store.engine !== 'sqlite') return true;
  return await store.db.connection().execute(async (db) => {
    const { rows: before } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(db);
    await sql`pragma busy_timeout = 0`.execute(db);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
      return rows[0]?.busy === 0;
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(before[0]!.timeout)}`.execute(db);
    }
  });
}
