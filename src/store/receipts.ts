import { z } from 'zod';
import { type Reading, type Receipt, receiptStates } from '../domain/receipts.ts';
import type { Store } from './database.ts';

const rungs = z.enum(['personal', 'channel', 'mail']);

/** Keeps what came of a message; of several on one rung the latest. */
export async function noteReceipt(store: Store, consultation: string, receipt: Receipt): Promise<void> {
  const row = { consultation, ...receipt };
  await store.db
    .insertInto('receipts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['consultation', 'agency', 'person', 'rung']).doUpdateSet(row))
    .execute();
}

/** All receipts of a consultation, the earliest first. */
export async function receiptsOf(store: Store, consultation: string): Promise<Receipt[]> {
  const rows = await store.db
    .selectFrom('receipts')
    .selectAll()
    .where('consultation', '=', consultation)
    .orderBy('at')
    .orderBy('agency')
    .orderBy('person')
    .orderBy('rung')
    .execute();
  return rows.map(({ agency, person, rung, state, at }) => ({
    agency,
    person,
    rung: rungs.parse(rung),
    state: z.enum(receiptStates).parse(state),
    at,
  }));
}

/** Who has looked at a consultation since an instant (ISO), by the log, the earliest first. */
export async function readingsOf(store: Store, consultation: string, since: string): Promise<Reading[]> {
  const rows = await store.db
    .selectFrom('records')
    .innerJoin('actors', 'actors.id', 'records.actor')
    .select(['actors.person', 'records.at'])
    .where('records.consultation', '=', consultation)
    .where('records.kind', '=', 'reading')
    .where('records.verb', 'in', ['content', 'states'])
    .where('records.at', '>=', since)
    .orderBy('records.seq')
    .execute();
  return rows.flatMap(({ person, at }) => (person === null ? [] : [{ person, at }]));
}
