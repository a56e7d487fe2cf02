import { sql } from 'kysely';
import { cardIn, drop, erasing, type Gone, keyOf, type LiveCard } from './cardRows.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import { enqueue, type Queued } from './outbox.ts';
import type { Queries, Schema, Trx } from './schema.ts';

/** `gone`: the card is not kept, its replacement is queued. `queued`: how many rows the outbox got. */
export type Kept = { gone: Gone | undefined; queued: number };

/** `fresh`: drawn before any disposal, so that it may hold content. `fold`: an earlier card is folded to a line. */
export type How = { fresh?: boolean; fold?: boolean };

// An index hangs on it: bound as a value, SQLite would plan the statement anew each time.
const isLive = sql.lit(1);

/** The card a person has of a consultation; undefined when none was sent. */
export async function liveCard(
  store: Store,
  personKey: string,
  consultation: string,
): Promise<LiveCard | undefined> {
  const row = await liveIn(store.db, consultation).where('person_key', '=', personKey).executeTakeFirst();
  return row === undefined ? undefined : cardIn(row);
}

/** Everybody's live card of a consultation, with whose it is. */
export async function liveCardsOf(
  db: Queries,
  consultation: string,
): Promise<(LiveCard & { personKey: string })[]> {
  const rows = await liveIn(db, consultation).orderBy('person_key').execute();
  return rows.map((row) => ({ personKey: row.person_key, ...cardIn(row) }));
}

const liveIn = (db: Queries, consultation: string) =>
  db.selectFrom('cards').selectAll().where('consultation', '=', consultation).where('live', '=', isLive);

/**
 * Makes this a person's live card of a consultation, from an instant (ISO), and queues the folding of the one before,
 * both or neither. A consultation that was never made has no live card: the message is only noted.
 */
export const saveLiveCard = (
  store: Store,
  personKey: string,
  consultation: string,
  card: LiveCard,
  at: string,
  how: How = {},
): Promise<Kept> => save(store, personKey, consultation, card, at, how, 1);

async function save(
  store: Store,
  personKey: string,
  consultation: string,
  card: LiveCard,
  at: string,
  { fresh = true, fold = true }: How,
  wanted: 0 | 1,
): Promise<Kept> {
  return await store.transact(async (trx) => {
    const standing = await standingOf(store, trx, consultation, fresh);
    if (typeof standing === 'object')
      return await replaceAtOnce(trx, store.bytes, personKey, card, standing, at);
    const live = standing === 'there' ? wanted : 0;
    const earlier = live === 1 ? await outlived(trx, personKey, consultation, card) : [];
    await put(trx, rowOf(personKey, consultation, live, card, at));
    const folds = fold ? earlier.map((row) => folding(row, store.bytes)) : [];
    await enqueue(trx, folds, at);
    return { gone: undefined, queued: folds.length };
  });
}

/** Notes that a card of a consultation stands in a message from an instant (ISO); one that is known already stays as it is. */
export const keepCard: typeof saveLiveCard = (store, personKey, consultation, card, at, how = {}) =>
  save(store, personKey, consultation, card, at, how, 0);

/** A person's live cards of a consultation but the one to come; they are live no longer. */
const outlived = (
  trx: Trx,
  personKey: string,
  consultation: string,
  { conversationId, activityId }: LiveCard,
) =>
  trx
    .updateTable('cards')
    .set({ live: 0 })
    .where('person_key', '=', personKey)
    .where('consultation', '=', consultation)
    .where('live', '=', isLive)
    .where(({ or, eb }) =>
      or([eb('conversation_id', '<>', conversationId), eb('activity_id', '<>', activityId)]),
    )
    .returningAll()
    .execute();

/**
 * How things stand with what a card is about, held until the transaction ends: `there`, `unmade` (a form of what is not
 * kept yet), or gone, with its content or as a whole.
 */
async function standingOf(
  { engine }: Store,
  trx: Trx,
  id: string,
  fresh: boolean,
): Promise<'there' | 'unmade' | Gone> {
  const query = trx
    .selectFrom('consultations')
    .select(['association', 'reference', 'doc'])
    .where('id', '=', id);
  const kept = await (engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  if (kept !== undefined) {
    if (!fresh || readDocument(kept.doc).disposedAt === undefined) return 'there';
    return { association: kept.association, reference: kept.reference, was: 'consultation' };
  }
  const spent = await trx
    .selectFrom('spent_references')
    .select(['association', 'reference'])
    .where('consultation', '=', id)
    .executeTakeFirst();
  if (spent === undefined) return 'unmade';
  const draft = await trx
    .selectFrom('records')
    .select('position')
    .where('consultation', '=', id)
    .where('verb', '=', 'draft-gone')
    .executeTakeFirst();
  return { ...spent, was: draft === undefined ? 'consultation' : 'draft' };
}

/** The card came to stand too late to be among those that were replaced. */
async function replaceAtOnce(
  trx: Trx,
  bytes: Store['bytes'],
  personKey: string,
  card: LiveCard,
  gone: Gone,
  at: string,
): Promise<Kept> {
  await drop(trx, card.conversationId, card.activityId);
  await enqueue(trx, [erasing(personKey, card, gone, bytes)], at);
  return { gone, queued: 1 };
}

async function put(trx: Trx, row: Schema['cards']): Promise<void> {
  await trx
    .insertInto('cards')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['conversation_id', 'activity_id'])
        .doUpdateSet(row)
        .where(({ or, eb }) =>
          or([eb('cards.consultation', '<>', row.consultation), eb('cards.live', '<', row.live)]),
        ),
    )
    .execute();
}

const folding = (row: Schema['cards'], bytes: Store['bytes']): Queued => ({
  key: keyOf('fold', bytes),
  to: row.person_key,
  kind: 'fold',
  payload: { consultation: row.consultation, ...cardIn(row) },
});

const rowOf = (
  personKey: string,
  consultation: string,
  live: 0 | 1,
  { serviceUrl, conversationId, activityId }: LiveCard,
  at: string,
): Schema['cards'] => ({
  person_key: personKey,
  consultation,
  live,
  service_url: serviceUrl,
  conversation_id: conversationId,
  activity_id: activityId,
  saved_at: at,
});
