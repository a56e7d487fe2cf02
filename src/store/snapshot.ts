import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { type Engine, type Opened, openDatabase } from './database.ts';
import { migrate, schemaVersion } from './migrations/index.ts';
import type { Queries, Schema, Trx } from './schema.ts';
import { LINK_SECRET } from './secret.ts';
import { tables } from './tables.ts';

/** A table of the program's. */
export type TableName = keyof Schema;

/** The values of one row, in the order of `tables`. */
export type Row = readonly (string | number | null)[];

/** The whole database as it stood at one moment, whoever writes meanwhile, but for the secret of its links. */
export type Snapshot = {
  engine: Engine;
  schema: number;
  db: Queries;
  rows(table: TableName): AsyncIterable<Row>;
};

/** Every table that holds what the program keeps, whatever others refer to first. */
export const keptTables = (Object.keys(tables) as TableName[]).filter((name) => name !== 'schema_version');

/** What the migrations themselves write, and a filled database brings its own of. */
const seeded: readonly TableName[] = ['counters', 'heads'];

const PAGE = 500;

/**
 * Reads a database beside a bot that runs on it: one read-only transaction (SQLite: on a second connection to the file,
 * which the bot's lock does not keep out; PostgreSQL: repeatable read). Faults: no database there, another schema than
 * this program's.
 */
export async function withSnapshot<T>(url: string, read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const opened = url.startsWith('sqlite:')
    ? openReader(url.slice('sqlite:'.length))
    : await openDatabase(url);
  const { engine, db } = opened;
  try {
    const transaction = db.transaction();
    const reading =
      engine === 'postgres'
        ? transaction.setIsolationLevel('repeatable read').setAccessMode('read only')
        : transaction;
    return await reading.execute(async (trx) => {
      const schema = await versionOf(trx);
      if (schema !== schemaVersion)
        throw new Error(`The database has schema ${schema}; this program knows ${schemaVersion}.`);
      return await read({
        engine,
        schema,
        db: trx,
        rows: (table) => withoutSecret(table, rowsOf(engine, trx, table)),
      });
    });
  } finally {
    await opened.close();
  }
}

function openReader(path: string): Pick<Opened, 'engine' | 'db' | 'close'> {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
  return { engine: 'sqlite', db, close: () => db.destroy() };
}

const versionOf = async (db: Queries): Promise<number> =>
  (
    await db
      .selectFrom('schema_version')
      .select('version')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
  ).version;

const columnsOf = (table: TableName): string[] => Object.keys(tables[table]);

const inOrder = (columns: readonly string[], row: Readonly<Record<string, unknown>>): Row =>
  columns.map((column) => row[column] as Row[number]);

/** Every row of a table, a few at a time, in no order. */
export const rowsOf = (engine: Engine, trx: Trx, table: TableName): AsyncIterable<Row> =>
  engine === 'sqlite' ? streamed(trx, table) : fetched(trx, table);

/** What a copy may hold of a table: the secret behind the links stays with the installation. */
async function* withoutSecret(table: TableName, rows: AsyncIterable<Row>): AsyncIterable<Row> {
  const name = columnsOf(table).indexOf('name');
  for await (const row of rows) if (table !== 'settings' || row[name] !== LINK_SECRET) yield row;
}

async function* streamed(trx: Trx, table: TableName): AsyncIterable<Row> {
  const columns = columnsOf(table);
  for await (const row of trx.selectFrom(table).selectAll().stream()) yield inOrder(columns, row);
}

async function* fetched(trx: Trx, table: TableName): AsyncIterable<Row> {
  const columns = columnsOf(table);
  await sql`declare page no scroll cursor for select * from ${sql.table(table)}`.execute(trx);
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(PAGE)} from page`.execute(trx);
    for (const row of rows) yield inOrder(columns, row);
    if (rows.length < PAGE) break;
  }
  await sql`close page`.execute(trx);
}

/** What SQLite's own checks find wrong; PostgreSQL has none that a plain user may run. */
export async function damageOf(engine: Engine, db: Queries): Promise<string[]> {
  if (engine !== 'sqlite') return [];
  const whole = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const foreign = await sql<{ table: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...whole.rows.map(({ integrity_check }) => integrity_check).filter((said) => said !== 'ok'),
    ...foreign.rows.map(({ table }) => `${table}: refers to what is not there`),
  ];
}

/**
 * Fills an empty database in one transaction: `fill` is given how to add rows, and what it throws leaves the database
 * empty. Faults: another program is connected, it is not empty.
 */
export async function fillEmpty(
  url: string,
  fill: (add: (table: TableName, rows: readonly Row[]) => Promise<void>, trx: Trx) => Promise<void>,
): Promise<void> {
  const opened = await openDatabase(url);
  try {
    if (await hasCompany(opened))
      throw new Error('Another program is connected to the database: stop the bot.');
    await migrate(opened);
    await opened.transact(async (trx) => {
      for (const table of keptTables) {
        if (seeded.includes(table)) continue;
        if (await trx.selectFrom(table).select(sql<number>`1`.as('one')).limit(1).executeTakeFirst())
          throw new Error(`The database is not empty: ${table} has rows.`);
      }
      for (const table of seeded) await trx.deleteFrom(table as 'heads').execute();
      await fill(async (table, rows) => {
        const columns = columnsOf(table);
        for (let from = 0; from < rows.length; from += PAGE)
          await trx
            .insertInto(table as 'settings')
            .values(
              rows
                .slice(from, from + PAGE)
                .map((row) => Object.fromEntries(row.map((value, n) => [columns[n], value])) as never),
            )
            .execute();
      }, trx);
    });
  } finally {
    await opened.close();
  }
}

/** Keeps everybody else on a PostgreSQL server from writing until the transaction ends, which may take its time. */
export async function holdTables(trx: Trx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
  await sql`lock table ${sql.join(keptTables.map((table) => sql.table(table)))} in exclusive mode`.execute(
    trx,
  );
}

async function hasCompany({ engine, db }: Opened): Promise<boolean> {
  if (engine === 'sqlite') return false;
  const { rows } = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'samrad' and pid <> pg_backend_pid()`.execute(
    db,
  );
  return rows.length > 0;
}

/** The digest of many rows, the same in whatever order they come: the sum of their SHA-256. */
export function sumOfRows(): { add(row: Row): void; rows(): number; digest(): string } {
  let count = 0;
  let sum = 0n;
  return {
    add: (row) => {
      count += 1;
      const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
      sum = (sum + BigInt(`0x${digest}`)) & MASK;
    },
    rows: () => count,
    digest: () => sum.toString(16).padStart(64, '0'),
  };
}

const MASK = (1n << 256n) - 1n;
