import { inspect } from 'node:util';
import { sql } from 'kysely';
import { types } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { savedNow, saveNow } from '../../src/store/clock.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { aDatabase, asked } from '../support/postgres.ts';

async function open(url: string): Promise<Store> {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  return store;
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** Ends every other connection to the database, as an administrator or a failover would. */
const cut = (url: string) =>
  asked(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

async function setting(store: Store, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(store.db);
  return rows[0]?.value;
}

describe('opening a PostgreSQL database', () => {
  it('has the program’s settings on every connection, whatever the role and the database have', async () => {
    const url = await aDatabase();
    const name = nameOf(url);
    await asked(url, `alter database ${name} set statement_timeout = 0`);
    await asked(url, `alter database ${name} set synchronous_commit = off`);
    await asked(url, `alter role current_user in database ${name} set search_path = pg_catalog`);
    await asked(url, `alter role current_user in database ${name} set timezone = 'Europe/Stockholm'`);
    const store = await open(url);
    const wanted = [
      ['statement_timeout', '10s'],
      ['lock_timeout', '5s'],
      ['idle_in_transaction_session_timeout', '15s'],
      ['synchronous_commit', 'on'],
      ['TimeZone', 'UTC'],
      ['client_encoding', 'UTF8'],
      ['search_path', '"$user",public'],
    ] as const;
    // All the connections there can be, at once.
    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.transact(async (trx) => {
          await sql`select pg_sleep(0.05)`.execute(trx);
          for (const [name, expected] of wanted) {
            const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(
              trx,
            );
            expect([name, rows[0]?.value]).toEqual([name, expected]);
          }
        }),
      ),
    );
    await cut(url);
    await store.transact(async () => {});
    expect(await setting(store, 'statement_timeout')).toBe('10s');
  });

  it('refuses a URL that takes a setting away', async () => {
    const url = new URL(await aDatabase());
    url.searchParams.set('options', '-c statement_timeout=0');
    await expect(openStore(url.href)).rejects.toThrow(/statement_timeout is 0, not 10s/);
  });

  it('refuses a database that is not in UTF-8', async () => {
    const name = nameOf(await aDatabase());
    const url = await aDatabase();
    await asked(url, `drop database ${name}`);
    await asked(
      url,
      `create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
    );
    const other = new URL(url);
    other.pathname = name;
    await expect(openStore(other.href)).rejects.toThrow(/LATIN1; it must be made in UTF8/);
  });

  it.each([
    ['a wrong password', (url: URL) => (url.password = 'sesam-öppna-dig'), /password authentication/],
    ['a database that is not there', (url: URL) => (url.pathname = '/nowhere'), /does not exist/],
    ['a port where nobody is', (url: URL) => (url.port = '1'), /ECONNREFUSED/],
    ['no TLS where it is asked for', (url: URL) => url.searchParams.set('sslmode', 'verify-full'), /SSL/],
  ])('says what is wrong but never the password: %s', async (_, alter, words) => {
    const url = new URL(await aDatabase());
    alter(url);
    const fault = await openStore(url.href).catch((caught: unknown) => caught);
    if (!(fault instanceof Error)) throw new Error('It was opened.');
    expect(fault.message).toMatch(words);
    for (const password of [url.password, decodeURIComponent(url.password)])
      expect(inspect(fault, { depth: 20, showHidden: true })).not.toContain(password);
  });

  it('never says a URL that cannot be read', async () => {
    const fault = await openStore('postgres://samrad:sesam@local host/x').catch((caught: unknown) => caught);
    expect(inspect(fault, { depth: 20, showHidden: true })).not.toContain('sesam');
  });

  it('leaves the driver’s own reading of numbers to others', async () => {
    await open(await aDatabase());
    expect(types.getTypeParser(20)('9007199254740993')).toBe('9007199254740993');
  });
});

describe('a PostgreSQL that cuts connections', () => {
  it('costs nothing while they are idle', async () => {
    const url = await aDatabase();
    const store = await open(url);
    await Promise.all(Array.from({ length: 5 }, () => savedNow(store)));
    await cut(url);
    expect(await store.transact(async () => 'on')).toBe('on');
    await saveNow(store, '2026-09-07T07:00:00.000Z');
    expect(await savedNow(store)).toBe('2026-09-07T07:00:00.000Z');
  });

  it.each(['between two statements', 'during a statement'])(
    'runs a transaction again that has not come to its end: %s',
    async (when) => {
      const url = await aDatabase();
      const store = await open(url);
      let runs = 0;
      const value = await store.transact(async (trx) => {
        runs += 1;
        await trx
          .insertInto('settings')
          .values({ name: 'run', value: `${runs}` })
          .execute();
        if (runs === 1 && when === 'between two statements') await cut(url);
        if (runs === 1 && when === 'during a statement')
          await Promise.all([sql`select pg_sleep(5)`.execute(trx), cut(url)]);
        const row = await trx.selectFrom('settings').select('value').executeTakeFirstOrThrow();
        return row.value;
      });
      expect([runs, value]).toEqual([2, '2']);
      expect(await store.db.selectFrom('settings').select('value').execute()).toEqual([{ value: '2' }]);
    },
  );

  it('is a fault at the commit, when nobody knows whether it was kept; then all goes on', async () => {
    const url = await aDatabase();
    const store = await open(url);
    let runs = 0;
    const lost = store.transact(async (trx) => {
      runs += 1;
      await trx.insertInto('settings').values({ name: 'a', value: '' }).execute();
      await cut(url);
    });
    await expect(lost).rejects.toThrow();
    expect(runs).toBe(1);
    expect(await store.transact((trx) => trx.selectFrom('settings').selectAll().execute())).toEqual([]);
  });

  it('is a fault when it never stops', async () => {
    const url = await aDatabase();
    const store = await open(url);
    let runs = 0;
    const lost = store.transact(async (trx) => {
      runs += 1;
      await cut(url);
      await savedNow({ ...store, db: trx });
    });
    await expect(lost).rejects.toThrow();
    expect(runs).toBe(5);
    expect(await store.transact(async () => 'on')).toBe('on');
  });
});

describe('a transaction that waits for others', () => {
  it('is run again when it is the victim of a deadlock', async () => {
    const store = await open(await aDatabase());
    const names = ['a', 'b'];
    await store.db
      .insertInto('settings')
      .values(names.map((name) => ({ name, value: '' })))
      .execute();
    let runs = 0;
    let arrived = 0;
    let bothHere = () => {};
    const both = new Promise<void>((resolve) => {
      bothHere = resolve;
    });
    const write = (first: string, second: string, value: string) =>
      store.transact(async (trx) => {
        runs += 1;
        const set = (name: string) =>
          trx
            .updateTable('settings')
            .set((eb) => ({ value: eb('value', '||', value) }))
            .where('name', '=', name)
            .execute();
        await set(first);
        arrived += 1;
        if (arrived === 2) bothHere();
        await both;
        await set(second);
      });
    await Promise.all([write('a', 'b', '1'), write('b', 'a', '2')]);
    expect(runs).toBe(3);
    const rows = await store.db.selectFrom('settings').select('value').execute();
    for (const { value } of rows) expect([...value].sort()).toEqual(['1', '2']);
  });

  it.each([
    [3, 4],
    [9, 5],
  ])('given up by the server %i times, is run %i times', async (times, expected) => {
    const store = await open(await aDatabase());
    let runs = 0;
    const result = store.transact(async (trx) => {
      runs += 1;
      if (runs <= times)
        await sql`do $$ begin raise exception 'given up' using errcode = '40001'; end $$`.execute(trx);
      return 'kept';
    });
    if (times < 5) expect(await result).toBe('kept');
    else await expect(result).rejects.toThrow('given up');
    expect(runs).toBe(expected);
  });

  it('is not run again for any other fault', async () => {
    const store = await open(await aDatabase());
    let runs = 0;
    const twice = store.transact(async (trx) => {
      runs += 1;
      const row = { name: 'a', value: '' };
      await trx.insertInto('settings').values([row, row]).execute();
    });
    await expect(twice).rejects.toThrow(/unique/);
    expect(runs).toBe(1);
  });

  it('gets no longer than five seconds for a lock and ten for a statement', { timeout: 60_000 }, async () => {
    const store = await open(await aDatabase());
    await saveNow(store, '');
    const touch = (trx: Store['db']) => trx.updateTable('settings').set({ value: 'x' }).execute();
    const slow = store.transact(async (trx) => {
      await touch(trx);
      await sql`select pg_sleep(30)`.execute(trx);
    });
    const waiting = expect(slow).rejects.toThrow(/statement timeout/);
    await expect.poll(() => held(store), { timeout: 10_000 }).toBe(true);
    await expect(touch(store.db)).rejects.toThrow(/lock timeout/);
    await waiting;
    await touch(store.db);
  });
});

/** Whether somebody sleeps in a transaction that has written. */
async function held(store: Store): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`.execute(store.db);
  return (rows[0]?.n ?? 0) > 0;
}
