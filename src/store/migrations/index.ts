import { type ColumnDataType, type Expression, type Kysely, sql } from 'kysely';
import type { Engine, Opened } from '../database.ts';
import type { Schema } from '../schema.ts';
import { expectTables } from '../tables.ts';
import { initial } from './0001-initial.ts';
import { records } from './0002-records.ts';
import { absences } from './0003-absences.ts';
import { channels } from './0004-channels.ts';
import { personDues } from './0005-person-dues.ts';
import { availability } from './0006-availability.ts';
import { sessions } from './0007-sessions.ts';
import { entries } from './0008-entries.ts';

type Any = Kysely<Record<string, Record<string, unknown>>>;
type ColumnType = ColumnDataType | Expression<unknown>;

type Migration = {
  name: string;
  up: (trx: Any, text: ColumnType, integer: ColumnType, engine: Engine) => Promise<void>;
};

/** Every migration in the order it is run; one is added at the end and never changed afterwards. */
const migrations: readonly Migration[] = [
  { name: '0001-initial', up: initial },
  { name: '0002-records', up: records },
  { name: '0003-absences', up: absences },
  { name: '0004-channels', up: channels },
  { name: '0005-person-dues', up: personDues },
  { name: '0006-availability', up: availability },
  { name: '0007-sessions', up: sessions },
  { name: '0008-entries', up: entries },
];

/** The schema this program knows: the number of migrations. */
export const schemaVersion = migrations.length;

/** Order and comparison of text are by code point in both databases, whatever the locale; whole numbers are 64 bits. */
const types: Readonly<Record<Engine, { text: ColumnType; integer: ColumnType }>> = {
  sqlite: { text: 'text', integer: 'integer' },
  postgres: { text: sql`text collate "C"`, integer: 'bigint' },
};

/** Only the program's own migrators take it; any number will do that no other program takes. */
const LOCK = 7_357_105_326;

/**
 * Brings the database forward, one migrator at a time, each step in a transaction of its own. Faults: a database from
 * a newer program, one that was made by other steps, tables that are not the program's; it is left as it is.
 */
export async function migrate({ engine, db }: Opened): Promise<void> {
  await db.connection().execute(async (connection) => {
    const whole = engine === 'sqlite' ? () => forward(connection, engine) : () => locked(connection, engine);
    await whole();
    await expectTables(connection, engine);
  });
}

/** The lock is the connection's, so that it goes when the process does. Waiting for it and long steps take their time. */
async function locked(connection: Kysely<Schema>, engine: Engine): Promise<void> {
  await sql`set statement_timeout = 0`.execute(connection);
  await sql`set lock_timeout = '2min'`.execute(connection);
  await sql`set idle_in_transaction_session_timeout = 0`.execute(connection);
  await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
  try {
    await forward(connection, engine);
  } finally {
    await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    await sql`reset idle_in_transaction_session_timeout`.execute(connection);
    await sql`reset lock_timeout`.execute(connection);
    await sql`reset statement_timeout`.execute(connection);
  }
}

async function forward(connection: Kysely<Schema>, engine: Engine): Promise<void> {
  const { text, integer } = types[engine];
  await connection.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', integer, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .execute();
  const current = await versionOf(connection);
  for (const [position, { name, up }] of migrations.entries()) {
    const version = position + 1;
    if (version <= current) continue;
    await connection.transaction().execute(async (trx) => {
      await up(trx as unknown as Any, text, integer, engine);
      await trx.insertInto('schema_version').values({ version, name }).execute();
    });
  }
}

async function versionOf(connection: Kysely<Schema>): Promise<number> {
  const applied = await connection.selectFrom('schema_version').selectAll().orderBy('version').execute();
  const current = applied.at(-1)?.version ?? 0;
  if (current > schemaVersion)
    throw new Error(
      `The database has schema ${current}; this program knows up to ${schemaVersion}. Start a newer program.`,
    );
  for (const [position, { version, name }] of applied.entries()) {
    const known = migrations[position]?.name;
    if (version !== position + 1 || name !== known)
      throw new Error(
        `The database was made by step ${version} "${name}" where this program has "${known}".`,
      );
  }
  return current;
}
