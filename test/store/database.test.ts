import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { savedNow, saveNow } from '../../src/store/clock.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { schemaVersion } from '../../src/store/migrations/index.ts';
import { aFile, aStore } from './files.ts';

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

describe('opening a store', () => {
  it('has the same safe settings the first, second and third time', async () => {
    const url = `sqlite:${aFile()}`;
    for (let time = 1; time <= 3; time += 1) {
      const store = await openStore(url);
      expect(await pragmas(store)).toEqual(['wal', 2, 5000, 1, 0, 1]);
      await saveNow(store, `2026-09-0${time}T07:00:00.000Z`);
      await store.close();
    }
  });

  it('keeps what was written', async () => {
    const url = `sqlite:${aFile()}`;
    const first = await openStore(url);
    expect(await savedNow(first)).toBeUndefined();
    await saveNow(first, '2026-09-07T07:00:00.000Z');
    await saveNow(first, '2026-09-08T07:00:00.000Z');
    await first.close();
    const second = await openStore(url);
    expect(await savedNow(second)).toBe('2026-09-08T07:00:00.000Z');
    await second.close();
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

  it.each(['postgres://localhost/samrad', 'samrad.db', 'sqlite:', ''])('does not know %j', async (url) => {
    await expect(openStore(url)).rejects.toThrow(/DATABASE_URL/);
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

describe('the schema', () => {
  const versionsIn = (path: string) => {
    const sqlite = new Database(path);
    const versions = sqlite.prepare('select version from schema_version order by version').pluck().all();
    sqlite.close();
    return versions;
  };

  it('is brought forward once', async () => {
    const path = aFile();
    for (let time = 1; time <= 2; time += 1) await (await openStore(`sqlite:${path}`)).close();
    expect(versionsIn(path)).toEqual(Array.from({ length: schemaVersion }, (_, before) => before + 1));
  });

  it('is refused and left alone when it is newer than the program', async () => {
    const path = aFile();
    await (await openStore(`sqlite:${path}`)).close();
    const sqlite = new Database(path);
    sqlite.prepare('insert into schema_version values (?, ?)').run(schemaVersion + 1, 'from the future');
    sqlite.close();
    const before = versionsIn(path);
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/newer program/);
    // The second refusal says the same: the first let go of the file.
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/newer program/);
    expect(versionsIn(path)).toEqual(before);
  });

  it('is made whole or not at all', async () => {
    const path = aFile();
    const sqlite = new Database(path);
    sqlite.exec('create table languages (something text)');
    sqlite.close();
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/languages/);
    expect(versionsIn(path)).toEqual([]);
    const again = new Database(path);
    again.exec('drop table languages');
    expect(again.prepare("select name from sqlite_schema where name = 'consultations'").all()).toEqual([]);
    again.close();
    await (await openStore(`sqlite:${path}`)).close();
    expect(versionsIn(path)).toHaveLength(schemaVersion);
  });

  it('has columns of text and integer only', async () => {
    const { db } = await aStore();
    const tables = await (db as Kysely<unknown>).introspection.getTables();
    expect(tables.length).toBeGreaterThan(15);
    const types = tables.flatMap((table) => table.columns.map((column) => column.dataType.toLowerCase()));
    expect([...new Set(types)].sort()).toEqual(['integer', 'text']);
  });
});
