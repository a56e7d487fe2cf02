import { sql } from 'kysely';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import { enqueue, type Queued } from './outbox.ts';
import type { Queries, Schema, Trx } from './schema.ts';

/** A card that stands in somebody's chat and is kept up to date. */
export type LiveCard = { serviceUrl: string; conversationId: string; activityId: string };

/** What a card was about that must not stand any longer; `reference` is '' where it is not known. */
export type Gone = { association: string; reference: string; was: 'draft' | 'consultation' };

/** `gone`: the card is not kept, its replacement is queued. `queued`: how many rows the outbox got. */
export type Kept = { gone: Gone | undefined; queued: number };

/** `fresh`: drawn before any disposal, so that it may hold content. `fold`: an earlier card is folded to a line. */
export type How = { fresh?: boolean; fold?: boolean };

type Bytes = Store['bytes'];
const BATCH = 200;
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
 * Forgets every card of a consultation that stands in a chat, live or not, and gives what is to be queued, as the last
 * thing of the transaction, to replace each by a line. The consultation's row must be held; it may go before they are
 * delivered.
 */
export async function eraseCards(
  trx: Trx,
  bytes: Bytes,
  { id, association, reference }: { id: string; association: string; reference: string },
  was: Gone['was'],
): Promise<Queued[]> {
  const cards = await trx.deleteFrom('cards').where('consultation', '=', id).returningAll().execute();
  return inOrder(cards).map((card) =>
    erasing(card.person_key, cardIn(card), { association, reference, was }, bytes),
  );
}

/** As `eraseCards`, all cards of one person, whatever they are about; the rows are addressed to their alias. */
export async function eraseCardsOf(
  trx: Trx,
  bytes: Bytes,
  association: string,
  person: string,
  alias: string,
): Promise<Queued[]> {
  const cards = await trx
    .deleteFrom('cards')
    .where('person_key', '=', `${association}/${person}`)
    .returningAll()
    .execute();
  const gone = { association, reference: '', was: 'consultation' } as const;
  return inOrder(cards).map((card) => erasing(`${association}/${alias}`, cardIn(card), gone, bytes));
}

/**
 * Queues the replacement of cards of an association, saved before an instant (ISO), whose consultation is not there:
 * forms of drafts that were never made. Returns how many.
 */
export async function eraseOrphans(
  store: Store,
  association: string,
  before: string,
  at: string,
): Promise<number> {
  for (let count = 0; ; ) {
    const erased = await store.transact((trx) => eraseSome(store, trx, association, before, at));
    count += erased;
    if (erased < BATCH) return count;
  }
}

async function eraseSome(
  { engine, bytes }: Store,
  trx: Trx,
  association: string,
  before: string,
  at: string,
): Promise<number> {
  const query = trx
    .selectFrom('cards')
    .selectAll()
    .where('person_key', '>=', `${association}/`)
    .where('person_key', '<', `${association}0`)
    .where('saved_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consultations').select('id').whereRef('consultations.id', '=', 'cards.consultation'),
        ),
      ),
    )
    .orderBy('conversation_id')
    .orderBy('activity_id')
    .limit(BATCH);
  // What another program has in hand is left to it.
  const orphans = await (engine === 'postgres' ? query.forUpdate().skipLocked() : query).execute();
  for (const { conversation_id, activity_id } of orphans) await drop(trx, conversation_id, activity_id);
  const gone = { association, reference: '', was: 'draft' } as const;
  const rows = orphans.map((card) => erasing(card.person_key, cardIn(card), gone, bytes));
  await enqueue(trx, rows, at);
  return rows.length;
}

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
  bytes: Bytes,
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

const drop = (trx: Trx, conversation: string, activity: string) =>
  trx
    .deleteFrom('cards')
    .where('conversation_id', '=', conversation)
    .where('activity_id', '=', activity)
    .execute();

// Keys are drawn: the same message may come to be folded or replaced more than once, and its ids may name a person.
const keyOf = (kind: string, bytes: Bytes): string =>
  `${kind}:${Buffer.from(bytes(16)).toString('base64url')}`;

const erasing = (to: string, card: LiveCard, gone: Gone, bytes: Bytes): Queued => ({
  key: keyOf('erase', bytes),
  to,
  kind: 'erase',
  payload: { ...gone, ...card },
});

const folding = (row: Schema['cards'], bytes: Bytes): Queued => ({
  key: keyOf('fold', bytes),
  to: row.person_key,
  kind: 'fold',
  payload: { consultation: row.consultation, ...cardIn(row) },
});

const inOrder = (rows: readonly Schema['cards'][]): Schema['cards'][] =>
  rows.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

const placeOf = (row: Schema['cards']): string => `${row.conversation_id} ${row.activity_id}`;

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

const cardIn = (row: Schema['cards']): LiveCard => ({
  serviceUrl: row.service_url,
  conversationId: row.conversation_id,
  activityId: row.activity_id,
});
