import type { Store } from './database.ts';
import type { Trx } from './schema.ts';

/** Its row in `settings`. */
export const LINK_SECRET = 'link-secret';

/**
 * The installation's own secret for links (32 bytes), made at the first start and kept in the store. No backup holds it:
 * whoever finds a copy could make links, and a link used since then would work again.
 */
export async function secretOf(store: Store, bytes: (count: number) => Uint8Array): Promise<Uint8Array> {
  const fresh = Buffer.from(bytes(32)).toString('base64url');
  await store.db
    .insertInto('settings')
    .values({ name: LINK_SECRET, value: fresh })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await store.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', LINK_SECRET)
    .executeTakeFirstOrThrow();
  return new Uint8Array(Buffer.from(value, 'base64url'));
}

/** Forgets the secret: a new one is made at the next start, and every link there is has ended. */
export async function forgetSecret(trx: Trx): Promise<void> {
  await trx.deleteFrom('settings').where('name', '=', LINK_SECRET).execute();
}
