import { sql } from 'kysely';
import { z } from 'zod';
import type { Counted } from '../domain/counted.ts';
import { SYSTEM } from './actors.ts';
import type { Store } from './database.ts';
import { enqueue, type Queued } from './outbox.ts';
import type { LiveCard } from './people.ts';
import { eraseRecords, recordAct } from './records.ts';
import type { Schema, Trx } from './schema.ts';
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

/** Of what a card is a card. */
type Of = { id: string; association: string; reference: string; version: number };

/**
 * Queues the replacement of every card of a consultation that stands in a chat, live or not, by a line that it is
 * gone, and forgets the cards. The rows carry all they need: the consultation may be gone when they are delivered.
 */
export async function eraseCards(
  trx: Trx,
  { id, association, reference, version }: Of,
  was: 'draft' | 'consultation',
  at: string,
): Promise<number> {
  const cards = await trx
    .selectFrom('cards')
    .selectAll()
    .where('consultation', '=', id)
    .orderBy('conversation_id')
    .orderBy('activity_id')
    .execute();
  const rows = cards.map((card) => erasing(card, { id, association, reference, version }, was));
  await enqueue(trx, rows, at);
  await trx.deleteFrom('cards').where('consultation', '=', id).execute();
  return cards.length;
}

const erasing = (
  card: Schema['cards'],
  { id, association, reference, version }: Of,
  was: 'draft' | 'consultation',
): Queued => ({
  key: `erase:${id}:${version}:${card.conversation_id}:${card.activity_id}`,
  to: card.person_key,
  kind: 'erase',
  payload: {
    was,
    association,
    reference,
    serviceUrl: card.service_url,
    conversationId: card.conversation_id,
    activityId: card.activity_id,
  },
});

/** Queues the replacement of one card that was drawn before the disposal and came to stand after it. */
export async function eraseLate(
  store: Store,
  of: Of,
  { conversationId, activityId }: LiveCard,
  at: string,
): Promise<void> {
  await store.transact(async (trx) => {
    const late = await trx
      .deleteFrom('cards')
      .where('conversation_id', '=', conversationId)
      .where('activity_id', '=', activityId)
      .returningAll()
      .execute();
    const rows = late.map((card) => erasing(card, of, 'consultation'));
    await enqueue(trx, rows, at);
  });
}

/**
 * Queues the replacement of cards of an association, saved before an instant (ISO), whose consultation is not there:
 * forms of drafts that were never made, and what came to stand while its consultation went. Returns how many.
 */
export async function eraseOrphans(
  store: Store,
  association: string,
  before: string,
  at: string,
): Promise<number> {
  return await store.transact(async (trx) => {
    const orphans = await trx
      .selectFrom('cards')
      .selectAll()
      .where('person_key', '>=', `${association}/`)
      .where('person_key', '<', `${association}0`)
      .where('saved_at', '<', before)
      .where('consultation', 'not in', (kept) => kept.selectFrom('consultations').select('id'))
      .orderBy('conversation_id')
      .orderBy('activity_id')
      .execute();
    const rows = orphans.map((card) =>
      erasing(card, { id: card.consultation, association, reference: '', version: 0 }, 'draft'),
    );
    await enqueue(trx, rows, at);
    for (const { conversation_id, activity_id } of orphans)
      await trx
        .deleteFrom('cards')
        .where('conversation_id', '=', conversation_id)
        .where('activity_id', '=', activity_id)
        .execute();
    return orphans.length;
  });
}

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
    const cards = await eraseCards(trx, { id, association, reference, version }, 'consultation', at);
    // What has been told of it, by keys that begin with its id.
    await trx
      .deleteFrom('outbox')
      .where('key', '>=', `${id}:`)
      .where('key', '<', `${id};`)
      .where('state', '<>', 'pending')
      .execute();
    await trx.deleteFrom('consultations').where('id', '=', id).execute();
    await keepDisposal(trx, store.bytes, association, { reference, kind: 'rest', at, counts: { cards } });
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
 * pages are overwritten as they go (`secure_delete`). PostgreSQL cleans up after itself in its own time (vacuum).
 */
export async function emptyLog(store: Store): Promise<void> {
  if (store.engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
}
