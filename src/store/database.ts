import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { migrate } from './migrations/index.ts';
import { openPostgres } from './postgres.ts';
import type { Schema, Trx } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** The databases the program runs on; what is asked of them is the same statements. */
export type Engine = 'sqlite' | 'postgres';

/** An open database. Outside a transaction all goes through `db`; inside one only through its `trx`, for ever. */
export type Opened = {
  engine: Engine;
  db: Kysely<Schema>;
  /**
   * Runs in a transaction, given up when `run` throws. PostgreSQL may make it run the whole of `run` again, so `run`
   * has no effect but through `trx`. The only way to a transaction.
   *
   * Whoever locks more than one thing locks in this order, and so never waits in a ring: consultation → asked → availability →
   * actors → head of the log → bookings → inbox → cards → counter of the outbox → rows of the outbox. More than one
   * consultation's cards, or more than one row of the outbox, are locked by whoever holds the head (orphans alone are
   * taken one by one, passing by what is locked).
   */
  transact<T>(run: (trx: Trx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** The open store; `bytes` is where ids and salts made in the store come from. */
export type Store = Opened & { bytes(count: number): Uint8Array };

/**
 * Opens `sqlite:<path>`, `sqlite::memory:` or `postgres(ql)://…` and brings its schema forward. Faults: another kind of
 * URL, a database that cannot be used as it must be, a schema that is not this program's.
 */
export async function openStore(
  url: string,
  bytes: (count: number) => Uint8Array = randomBytes,
): Promise<Store> {
  const opened = await openDatabase(url);
  try {
    await migrate(opened);
  } catch (fault) {
    await opened.close();
    throw fault;
  }
  return { ...opened, bytes };
}

/** Opens the database as it stands, without looking at its schema. */
export async function openDatabase(url: string): Promise<Opened> {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length));
  if (/^postgres(ql)?:\/\//.test(url)) return await openPostgres(url);
  throw new Error('DATABASE_URL must be sqlite:<path> or postgres://<user>@<host>/<database>.');
}
