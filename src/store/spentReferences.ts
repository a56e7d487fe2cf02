import type { Store } from './database.ts';

/** The id of the consultation a reference was given to, also once the consultation itself is gone; undefined when never. */
export async function consultationOf(
  store: Store,
  association: string,
  reference: string,
): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('spent_references')
    .select('consultation')
    .where('association', '=', association)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.consultation || undefined;
}

/** The references of consultations by id; one whose reference has been erased is missing. */
export async function referencesOf(store: Store, association: string): Promise<Map<string, string>> {
  const rows = await store.db
    .selectFrom('spent_references')
    .select(['consultation', 'reference'])
    .where('association', '=', association)
    .where('consultation', '<>', '')
    .execute();
  return new Map(rows.map(({ consultation, reference }) => [consultation, reference]));
}
