import type { Store } from './database.ts';

const LOCAL_CLOCK = 'local-clock';

/** Where the local clock was set last (ISO); undefined when it never was. */
export async function savedNow(store: Store): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', LOCAL_CLOCK)
    .executeTakeFirst();
  return row?.value;
}

/** Saves where the local clock stands (ISO). */
export async function saveNow(store: Store, iso: string): Promise<void> {
  await store.db
    .insertInto('settings')
    .values({ name: LOCAL_CLOCK, value: iso })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: iso }))
    .execute();
}
