import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { savedNow, saveNow } from '../../src/store/clock.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { aFile } from './files.ts';

async function pragma({ db }: Store, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

const names = [
  'journal_mode',
  'synchronous',
  'busy_timeout',
  'foreign_keys',
  'trusted_schema',
  'secure_delete',
];

const pragmas = async (store: Store): Promise<unknown[]> => {
  const read = [];
  for (const name of names) read.push(await pragma(store, name));
  return read;
};

describe('opening a store on SQLite', () => {
  it('has the same safe settings the first, second and third time', async () => {
    const url = `sqlite:${aFile()}`;
    for (let time = 1; time <= 3; time += 1) {
      const store = await openStore(url);
      expect(await pragmas(store)).toEqual(['wal', 2, 5000, 1, 0, 1]);
      await saveNow(store, `2026-09-0${time}T07:00:00.000Z`);
      await store.close();
    }
  });

  it('works in memory, with nothing shared between two', async () => {
    const one = await openStore('sqlite::memory:');
    const other = await openStore('sqlite::memory:');
    await saveNow(one, '2026-09-07T07:00:00.000Z');
    expect(await savedNow(other)).toBeUndefined();
    expect(await pragmas(one)).toEqual(['memory', 2, 5000, 1, 0, 1]);
    await one.close();
    await other.close();
  });

  it('makes the folder, and a file nobody else may read', async () => {
    const path = join(dirname(aFile()), 'a', 'b', 'samrad.db');
    const store = await openStore(`sqlite:${path}`);
    await saveNow(store, '2026-09-07T07:00:00.000Z');
    for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('refuses a file that is no database', async () => {
    const path = aFile();
    mkdirSync(path);
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow();
  });
});

describe('one process at a time', () => {
  it('refuses a second store on the file, by whatever way it is named, until the first is closed', async () => {
    const path = aFile();
    const first = await openStore(`sqlite:${path}`);
    const link = join(dirname(path), 'link.db');
    symlinkSync(path, link);
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/in use by another process/);
    await expect(openStore(`sqlite:${link}`)).rejects.toThrow(/in use by another process/);
    await first.close();
    await (await openStore(`sqlite:${link}`)).close();
  });

  it('lets a tool read meanwhile', async () => {
    const path = aFile();
    const store = await openStore(`sqlite:${path}`);
    await saveNow(store, '2026-09-07T07:00:00.000Z');
    const tool = new Database(path, { readonly: true });
    expect(tool.prepare('select value from settings').pluck().get()).toBe('2026-09-07T07:00:00.000Z');
    tool.close();
    await store.close();
  });
});
