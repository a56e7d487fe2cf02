import type { Store } from './database.ts';
import type { Trx } from './schema.ts';

/** Something to be judged again at an instant of the domain's clock (ISO), unless the consultation has moved on by then. */
export type Timer = { kind: string; key: string; dueAt: string };

/** A timer with the consultation it stands for. */
export type DueTimer = Timer & { consultation: string };

/** The timers due by an instant (ISO), earliest first, at most `limit`. */
export async function dueTimers(store: Store, upTo: string, limit: number): Promise<DueTimer[]> {
  const rows = await store.db
    .selectFrom('timers')
    .selectAll()
    .where('due_at', '<=', upTo)
    .orderBy('due_at')
    .orderBy('key')
    .orderBy('consultation')
    .orderBy('kind')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    consultation: row.consultation,
    kind: row.kind,
    key: row.key,
    dueAt: row.due_at,
  }));
}

/** When the next timer is due (ISO), of those after an instant where one is given; undefined when none stands. */
export async function nextTimerAt(store: Store, after = ''): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('timers')
    .select('due_at')
    .where('due_at', '>', after)
    .orderBy('due_at')
    .orderBy('key')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

/** Puts a timer off until another instant (ISO), unless it was set anew meanwhile. */
export async function postponeTimer(store: Store, timer: DueTimer, until: string): Promise<void> {
  await store.db
    .updateTable('timers')
    .set({ due_at: until })
    .where('consultation', '=', timer.consultation)
    .where('kind', '=', timer.kind)
    .where('key', '=', timer.key)
    .where('due_at', '=', timer.dueAt)
    .execute();
}

/** Removes a timer that has been judged; one that was set anew for another instant meanwhile stays. */
export async function removeTimer(store: Store, timer: DueTimer): Promise<void> {
  await store.db
    .deleteFrom('timers')
    .where('consultation', '=', timer.consultation)
    .where('kind', '=', timer.kind)
    .where('key', '=', timer.key)
    .where('due_at', '=', timer.dueAt)
    .execute();
}

/** Makes these the only timers of a consultation. */
export async function replaceTimers(trx: Trx, consultation: string, timers: readonly Timer[]): Promise<void> {
  await trx.deleteFrom('timers').where('consultation', '=', consultation).execute();
  if (timers.length === 0) return;
  await trx
    .insertInto('timers')
    .values(timers.map(({ kind, key, dueAt }) => ({ consultation, kind, key, due_at: dueAt })))
    .execute();
}
