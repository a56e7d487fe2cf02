import type { Store } from './database.ts';

const NAME = 'link-secret';

/** The installation's own secret for links (32 bytes), made at the first start and kept in the store. */
export async function secretOf(store: Store, bytes: (count: number) => Uint8Array): Promise<Uint8Array> {
  const fresh = Buffer.from(bytes(32)).toString('base64url');
  await store.db
    .insertInto('settings')
    .values({ name: NAME, value: fresh })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await store.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return new Uint8Array(Buffer.from(value, 'base64url'));
}
