import type { Consultation, State } from '../domain/consultation.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import type { Queries } from './schema.ts';
import { replaceTimers, type Timer } from './timers.ts';

const ENDED: readonly State[] = ['closed', 'withdrawn', 'cancelled'];

/**
 * Sets the timers of what has ended anew where they are not what `timersOf` makes of it: the association's file has
 * other times now, or an earlier program knew no such timer. Returns how many it set.
 */
export async function renewTimers(
  store: Store,
  association: string,
  timersOf: (consultation: Consultation) => readonly Timer[],
): Promise<number> {
  const rows = await store.db
    .selectFrom('consultations')
    .select(['id', 'doc'])
    .where('association', '=', association)
    .where('state', 'in', ENDED)
    .execute();
  let count = 0;
  for (const { id, doc } of rows) {
    if (await stands(store.db, id, timersOf(readDocument(doc)))) continue;
    await store.transact(async (trx) => {
      // Takes the row's lock as it looks, so that no change comes in between.
      const now = await trx
        .updateTable('consultations')
        .set((expression) => ({ log_rows: expression.ref('log_rows') }))
        .where('id', '=', id)
        .returning('doc')
        .executeTakeFirst();
      if (now !== undefined) await replaceTimers(trx, id, timersOf(readDocument(now.doc)));
    });
    count += 1;
  }
  return count;
}

async function stands(db: Queries, id: string, timers: readonly Timer[]): Promise<boolean> {
  const rows = await db
    .selectFrom('timers')
    .select(['kind', 'key', 'due_at'])
    .where('consultation', '=', id)
    .execute();
  const named = new Set(rows.map((row) => `${row.kind} ${row.key} ${row.due_at}`));
  return (
    rows.length === timers.length &&
    timers.every(({ kind, key, dueAt }) => named.has(`${kind} ${key} ${dueAt}`))
  );
}
