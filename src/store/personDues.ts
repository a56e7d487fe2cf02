import type { Store } from './database.ts';
import type { Queries } from './schema.ts';

/**
 * Something a person has asked for, or is to hear when they next work, due at an instant of the domain's clock (ISO).
 * `digest`: the morning's summary, `said` is what the last one was about. `remind`: `key` is the consultation. `tell`: `key`
 * is the consultation and, after a blank, the news; `said` is when it happened. `agenda`: `key` is the session and, after a
 * blank, the day (`YYYY-MM-DD`) of its occasion; `said` is what the agenda last showed.
 */
export type PersonDue = {
  personKey: string;
  kind: 'digest' | 'remind' | 'tell' | 'agenda';
  key: string;
  dueAt: string;
  said: string;
};

/** What is due by an instant (ISO), earliest first, at most `limit`. */
export async function personDuesUpTo({ db }: Store, upTo: string, limit: number): Promise<PersonDue[]> {
  const rows = await db
    .selectFrom('person_dues')
    .selectAll()
    .where('due_at', '<=', upTo)
    .orderBy('due_at')
    .orderBy('person_key')
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.map(({ person_key, kind, key, due_at, said }) => ({
    personKey: person_key,
    kind: kind as PersonDue['kind'],
    key,
    dueAt: due_at,
    said,
  }));
}

/** When the next one is due (ISO), of those after an instant. */
export async function nextPersonDueAt({ db }: Store, after: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person_dues')
    .select(({ fn }) => fn.min('due_at').as('due_at'))
    .where('due_at', '>', after)
    .executeTakeFirst();
  return row?.due_at ?? undefined;
}

/** Sets it, in place of an earlier one of the same kind and key; what an agenda has shown stays known. */
export async function setPersonDue(
  db: Queries,
  { personKey, kind, key, dueAt, said }: PersonDue,
): Promise<void> {
  const row = { person_key: personKey, kind, key, due_at: dueAt, said };
  const anew = kind === 'agenda' ? { due_at: dueAt } : { due_at: dueAt, said };
  await db
    .insertInto('person_dues')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_key', 'kind', 'key']).doUpdateSet(anew))
    .execute();
}

/** Takes one that stands as it was read; false when somebody else has it, or it has been set anew. */
export async function takePersonDue(db: Queries, due: PersonDue): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('person_dues')
    .where('person_key', '=', due.personKey)
    .where('kind', '=', due.kind)
    .where('key', '=', due.key)
    .where('due_at', '=', due.dueAt)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

/** Whether a person has asked for the morning's summary. */
export async function wantsDigest({ db }: Store, personKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('person_dues')
    .select('due_at')
    .where('person_key', '=', personKey)
    .where('kind', '=', 'digest')
    .executeTakeFirst();
  return row !== undefined;
}

/** They want it no more. */
export async function dropDigest({ db }: Store, personKey: string): Promise<void> {
  await db
    .deleteFrom('person_dues')
    .where('person_key', '=', personKey)
    .where('kind', '=', 'digest')
    .execute();
}
