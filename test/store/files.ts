import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, onTestFinished } from 'vitest';
import { type Engine, openStore, type Store } from '../../src/store/database.ts';
import { tables } from '../../src/store/tables.ts';
import { aDatabase, asked, makeDatabase } from '../support/postgres.ts';

/** Both databases: what holds for the store holds on each. */
export const engines: readonly Engine[] = ['sqlite', 'postgres'];

/** The path of a database file in a directory of its own, gone when the test ends. */
export function aFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'samrad-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'samrad.db');
}

/** The URL of a new database, gone when the test ends. */
export const aUrl = async (engine: Engine): Promise<string> =>
  engine === 'sqlite' ? `sqlite:${aFile()}` : await aDatabase();

/** A store on an empty database of this kind, closed and gone when the test ends; skips the test where it cannot be. */
export async function aStore(engine: Engine = 'sqlite'): Promise<Store> {
  if (engine === 'postgres') return await aBorrowedStore();
  const store = await openStore(await aUrl(engine));
  onTestFinished(() => store.close());
  return store;
}

type Database = Awaited<ReturnType<typeof makeDatabase>>;

// Making a database takes ten times as long as emptying one: a file's tests hand theirs on.
const made: Database[] = [];
const free: Database[] = [];
afterAll(async () => {
  free.length = 0;
  await Promise.all(made.splice(0).map(({ drop }) => drop()));
});

async function aBorrowedStore(): Promise<Store> {
  let database = free.pop();
  if (database === undefined) {
    database = await makeDatabase();
    made.push(database);
  }
  const { url } = database;
  const store = await openStore(url);
  onTestFinished(async () => {
    await store.close();
    await asked(url, emptied);
    free.push(database);
  });
  return store;
}

/** As the migrations leave it. */
const emptied = [
  ...Object.keys(tables)
    .filter((name) => !['schema_version', 'counters', 'heads'].includes(name))
    .map((name) => `delete from ${name}`),
  'update counters set value = 0',
  "update heads set position = 0, chain = ''",
].join('; ');

/** Says one thing to the database, past the program; returns the rows. */
export async function say(url: string, statement: string): Promise<Record<string, unknown>[]> {
  if (!url.startsWith('sqlite:')) return await asked(url, statement);
  const sqlite = new Sqlite(url.slice('sqlite:'.length));
  try {
    const prepared = sqlite.prepare(statement);
    if (prepared.reader) return prepared.all() as Record<string, unknown>[];
    prepared.run();
    return [];
  } finally {
    sqlite.close();
  }
}
