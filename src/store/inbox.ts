import { createHash } from 'node:crypto';
import type { Store } from './database.ts';
import type { Queries } from './schema.ts';

/** One activity that has been dealt with, and the answer it got: a redelivery gets the same one. */
export type InboxEntry = {
  /** `${channel}/${conversation}/${activityId}`. Kept as its digest only: an activity's id may be forged to hold a text. */
  key: string;
  /** JSON. */
  answer: string;
};

/** The answer an activity got; undefined when it has not been seen. */
export async function findAnswer(store: Store, key: string): Promise<string | undefined> {
  return await answerTo(store.db, key);
}

/** Remembers an answer from the instant `at` (ISO). The first one given stands. */
export async function remember(store: Store, entry: InboxEntry, at: string): Promise<void> {
  await keepAnswer(store.db, entry, at);
}

/** Forgets what was answered before an instant (ISO); returns how many. */
export async function forgetOlder(store: Store, before: string): Promise<number> {
  const { numDeletedRows } = await store.db.deleteFrom('inbox').where('at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

/** As `findAnswer`, within a transaction. */
export async function answerTo(db: Queries, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('inbox')
    .select('answer')
    .where('key', '=', digestOf(key))
    .executeTakeFirst();
  return row?.answer;
}

/** As `remember`, within a transaction; false when the activity had an answer already. */
export async function keepAnswer(db: Queries, { key, answer }: InboxEntry, at: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('inbox')
    .values({ key: digestOf(key), answer, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

const digestOf = (key: string): string => createHash('sha256').update(key).digest('base64url');
