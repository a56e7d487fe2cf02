import type { Consultation, State } from '../domain/consultation.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import type { Queries } from './schema.ts';
import { replaceTimers, type Timer } from './timers.ts';

const ENDED: readonly State[] = ['closed', 'withdrawn', 'cancelled'];
const PAGE = 200;

const settingOf = (association: string): string => `timers-by:${association}`;

/**
 * Sets the timers of what has ended anew where they are not what `timersOf` makes of it, once for each `rules`: a digest
 * of what timers follow besides the consultation. A page at a time; `pause` lets others in between, and false from it
 * breaks off, to begin again the next time. Returns how many it set.
 */
export async function renewTimers(
  store: Store,
  association: string,
  rules: string,
  timersOf: (consultation: Consultation) => readonly Timer[],
  pause: () => Promise<boolean>,
): Promise<number> {
  const name = settingOf(association);
  const kept = await store.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  if (kept?.value === rules) return 0;
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await store.db
      .selectFrom('consultations')
      .select(['id', 'doc'])
      .where('association', '=', association)
      .where('state', 'in', ENDED)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { id, doc } of rows) count += await renewed(store, id, doc, timersOf);
    if (rows.length < PAGE) break;
    after = rows.at(-1)!.id;
    if (!(await pause())) return count;
  }
  await store.db
    .insertInto('settings')
    .values({ name, value: rules })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: rules }))
    .execute();
  return count;
}

async function renewed(
  store: Store,
  id: string,
  doc: string,
  timersOf: (consultation: Consultation) => readonly Timer[],
): Promise<number> {
  if (await stands(store.db, id, timersOf(readDocument(doc)))) return 0;
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
  return 1;
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
