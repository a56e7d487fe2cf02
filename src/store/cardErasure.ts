import { cardIn, drop, erasing, type Gone } from './cardRows.ts';
import type { Store } from './database.ts';
import { enqueue, type Queued } from './outbox.ts';
import type { Schema, Trx } from './schema.ts';

type Bytes = Store['bytes'];
const BATCH = 200;

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

const inOrder = (rows: readonly Schema['cards'][]): Schema['cards'][] =>
  rows.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

const placeOf = (row: Schema['cards']): string => `${row.conversation_id} ${row.activity_id}`;
