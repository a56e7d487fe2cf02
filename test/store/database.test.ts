import { describe, expect, it } from 'vitest';
import { savedNow, saveNow } from '../../src/store/clock.ts';
import { openStore } from '../../src/store/database.ts';
import { secretOf } from '../../src/store/secret.ts';
import { aStore, aUrl, engines } from './files.ts';

describe.each([
  'samrad.db',
  'sqlite:',
  '',
  'mysql://localhost/samrad',
  'postgres:samrad',
  'postgres://local host/',
])('opening %j', (url) => {
  it('is refused in words', async () => {
    await expect(openStore(url)).rejects.toThrow(/DATABASE_URL/);
  });
});

describe.each(engines)('on %s', (engine) => {
  it('keeps what was written', async () => {
    const url = await aUrl(engine);
    const first = await openStore(url);
    expect(await savedNow(first)).toBeUndefined();
    await saveNow(first, '2026-09-07T07:00:00.000Z');
    await saveNow(first, '2026-09-08T07:00:00.000Z');
    await first.close();
    const second = await openStore(url);
    expect(await savedNow(second)).toBe('2026-09-08T07:00:00.000Z');
    await second.close();
  });

  it('keeps the first secret, whatever is offered later', async () => {
    const store = await aStore(engine);
    const [one, other] = await Promise.all(
      [1, 2].map((byte) => secretOf(store, () => Buffer.alloc(32, byte))),
    );
    expect(one).toEqual(other);
    expect(await secretOf(store, () => Buffer.alloc(32, 3))).toEqual(one);
  });

  it('takes bytes from where it is told', async () => {
    const store = await openStore(await aUrl(engine), (count) => new Uint8Array(count).fill(7));
    expect(store.bytes(3)).toEqual(new Uint8Array([7, 7, 7]));
    await store.close();
  });

  it('orders and compares text by code point', async () => {
    const { db } = await aStore(engine);
    const names = ['z', 'a', 'Z', 'å', 'ä', 'B', 'é', '-', '10', '9', ''];
    await db
      .insertInto('settings')
      .values(names.map((name) => ({ name, value: '' })))
      .execute();
    const rows = await db.selectFrom('settings').select('name').orderBy('name').execute();
    expect(rows.map(({ name }) => name)).toEqual([...names].sort());
    const after = await db
      .selectFrom('settings')
      .select('name')
      .where('name', '>', 'Z')
      .orderBy('name')
      .execute();
    expect(after.map(({ name }) => name)).toEqual(['a', 'z', 'ä', 'å', 'é']);
  });

  it('gives whole numbers back as numbers, also large ones and counts', async () => {
    const { db } = await aStore(engine);
    const free_at = 1_790_000_000_123;
    await db.insertInto('paces').values({ key: 'a', free_at }).execute();
    expect(await db.selectFrom('paces').selectAll().execute()).toEqual([{ key: 'a', free_at }]);
    const counted = await db
      .selectFrom('paces')
      .select(({ fn }) => [fn.countAll().as('count'), fn.max('free_at').as('latest')])
      .executeTakeFirst();
    expect(counted).toEqual({ count: 1, latest: free_at });
  });

  it('gives up a transaction on a fault, and goes on', async () => {
    const store = await aStore(engine);
    let runs = 0;
    const faulty = store.transact(async (trx) => {
      runs += 1;
      await trx.insertInto('settings').values({ name: 'a', value: '' }).execute();
      throw new Error('no more');
    });
    await expect(faulty).rejects.toThrow('no more');
    expect(runs).toBe(1);
    expect(await store.db.selectFrom('settings').selectAll().execute()).toEqual([]);
    expect(await store.transact(async () => 'on')).toBe('on');
  });
});
