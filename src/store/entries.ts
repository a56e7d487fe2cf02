import { z } from 'zod';
import type { EntryForm, Told } from '../domain/entries.ts';
import type { Store } from './database.ts';

/** What one person was last told of a meeting, and how. */
export type KeptEntry = Told & { form: EntryForm };

const read = z.object({
  form: z.enum(['event', 'mail', 'link']),
  uid: z.string(),
  sequence: z.coerce.number(),
  method: z.enum(['REQUEST', 'CANCEL']),
  said: z.string(),
  is: z.enum(['sending', 'sent', 'unsure', 'stale', 'failed']),
});

/** What these people were last told of a consultation's meeting, by person; nobody that was told nothing. */
export async function entriesOf({ db }: Store, consultation: string): Promise<Map<string, KeptEntry>> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('consultation', '=', consultation)
    .orderBy('person')
    .execute();
  return new Map(rows.map(({ person, state, ...row }) => [person, read.parse({ ...row, is: state })]));
}

/** Keeps what a person is told; `at` is an instant (ISO). */
export async function keepEntry(
  { db }: Store,
  { consultation, person }: { consultation: string; person: string },
  { is, ...told }: KeptEntry,
  at: string,
): Promise<void> {
  const row = { consultation, person, ...told, state: is, at };
  await db
    .insertInto('entries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['consultation', 'person']).doUpdateSet(row))
    .execute();
}

/** The meeting's event in Graph: `event` is its id once known, `said` what it was last made to say. */
export type KeptEvent = { uid: string; transaction: string; event: string | undefined; said: string };

/** The event of a consultation's meeting; undefined when none was ever asked for. */
export async function eventOf({ db }: Store, consultation: string): Promise<KeptEvent | undefined> {
  const row = await db
    .selectFrom('events')
    .select(['uid', 'transaction', 'event', 'said'])
    .where('consultation', '=', consultation)
    .executeTakeFirst();
  return row && { ...row, event: row.event ?? undefined };
}

/** Keeps the event, in place of an earlier one. */
export async function keepEvent({ db }: Store, consultation: string, kept: KeptEvent): Promise<void> {
  const row = { consultation, ...kept, event: kept.event ?? null };
  await db
    .insertInto('events')
    .values(row)
    .onConflict((conflict) => conflict.column('consultation').doUpdateSet(row))
    .execute();
}

/** The meeting has no event any more. */
export async function forgetEvent({ db }: Store, consultation: string): Promise<void> {
  await db.deleteFrom('events').where('consultation', '=', consultation).execute();
}
