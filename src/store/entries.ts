import { z } from 'zod';
import type { EntryForm, Told } from '../domain/entries.ts';
import type { Store } from './database.ts';

/** What one person was last told of a meeting, and how. */
export type KeptEntry = Told & {
  form: EntryForm;
  /** The `transactionId` their event in Graph was asked for with; the event's id, once known. */
  attempt?: string | undefined;
  event?: string | undefined;
};

const read = z.object({
  form: z.enum(['event', 'mail', 'link']),
  uid: z.string(),
  sequence: z.coerce.number(),
  method: z.enum(['REQUEST', 'CANCEL']),
  said: z.string(),
  is: z.enum(['sending', 'sent', 'unsure', 'stale', 'failed']),
  attempt: z
    .string()
    .nullable()
    .transform((id) => id ?? undefined),
  event: z
    .string()
    .nullable()
    .transform((id) => id ?? undefined),
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
  { is, attempt, event, ...told }: KeptEntry,
  at: string,
): Promise<void> {
  const row = {
    consultation,
    person,
    ...told,
    state: is,
    at,
    attempt: attempt ?? null,
    event: event ?? null,
  };
  await db
    .insertInto('entries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['consultation', 'person']).doUpdateSet(row))
    .execute();
}
