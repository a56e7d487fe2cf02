import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import type { Opened } from './database.ts';
import type { Schema, Trx } from './schema.ts';

const OLDEST = 14;
const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
const ATTEMPTS = 5;
const INT8 = 20;

/** Given as every connection is made, over what the role or the database has set; read back at the start. */
const settings: Readonly<Record<string, { set: string; read: string }>> = {
  statement_timeout: { set: '10000', read: '10s' },
  lock_timeout: { set: '5000', read: '5s' },
  idle_in_transaction_session_timeout: { set: '15000', read: '15s' },
  synchronous_commit: { set: 'on', read: 'on' },
  client_encoding: { set: 'UTF8', read: 'UTF8' },
  TimeZone: { set: 'UTC', read: 'UTC' },
  search_path: { set: '"$user",public', read: '"$user",public' },
};

/**
 * Opens a PostgreSQL database by URL as it stands. TLS is as `sslmode` in the URL says. Faults, none of which names the
 * password: it cannot be reached, is older than 14, is not in UTF-8, or does not keep the settings.
 */
export async function openPostgres(url: string): Promise<Opened> {
  const pool = poolAt(url);
  // A connection that dies while idle is replaced at the next use; one in use fails the query it has.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await expectUsable(db);
  } catch (fault) {
    await db.destroy();
    throw fault;
  }
  return { engine: 'postgres', db, transact: (run) => retried(db, run), close: () => db.destroy() };
}

function poolAt(url: string): Pool {
  // Node's own fault would carry the URL, and the password in it.
  if (!URL.canParse(url)) throw new Error('DATABASE_URL is no URL: postgres://<user>@<host>/<database>.');
  return new Pool({
    connectionString: url,
    options: Object.entries(settings)
      .map(([name, { set }]) => `-c ${name}=${set}`)
      .join(' '),
    // For this pool alone: counts and positions are whole numbers far below 2^53.
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format)) },
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'samrad',
  });
}

async function expectUsable(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, current_setting(name) as setting
    from unnest(${[...Object.keys(settings), 'server_version_num', 'server_encoding']}::text[]) as name`
    .execute(db)
    .catch((fault: unknown) => {
      throw new Error(`The PostgreSQL database of DATABASE_URL cannot be opened: ${reasonOf(fault)}`, {
        cause: fault,
      });
    });
  const read = new Map(rows.map(({ name, setting }) => [name, setting]));
  const version = Math.floor(Number(read.get('server_version_num')) / 10_000);
  if (!(version >= OLDEST))
    throw new Error(`PostgreSQL ${version} is too old: ${OLDEST} or later is needed.`);
  if (read.get('server_encoding') !== 'UTF8')
    throw new Error(`The database is in ${read.get('server_encoding')}; it must be made in UTF8.`);
  for (const [name, { read: expected }] of Object.entries(settings))
    if (read.get(name) !== expected)
      throw new Error(`PostgreSQL ${name} is ${read.get(name)}, not ${expected}.`);
}

const reasonOf = (fault: unknown): string =>
  fault instanceof AggregateError
    ? fault.errors.map(reasonOf).join(' ')
    : fault instanceof Error
      ? fault.message
      : 'unknown';

/**
 * READ COMMITTED; run again, five times in all, when nothing of it was kept: the server gave it up for another's sake,
 * or the connection was lost before the commit was asked for. A loss during the commit is a fault: nobody knows.
 */
async function retried<T>(db: Kysely<Schema>, run: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let done = false;
    try {
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (trx) => {
          const result = await run(trx);
          done = true;
          return result;
        });
    } catch (fault) {
      if (attempt === ATTEMPTS || !(isGivenUp(fault) || (!done && isLost(fault)))) throw fault;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** serialization_failure and deadlock_detected: the server's own choice. */
const isGivenUp = (fault: unknown): boolean =>
  fault instanceof DatabaseError && (fault.code === '40001' || fault.code === '40P01');

/** The server ended the connection (class 57P), or it broke; `pg` has only words for the latter. */
const isLost = (fault: unknown): boolean =>
  fault instanceof DatabaseError
    ? /^57P0[1-5]$/.test(fault.code ?? '')
    : fault instanceof Error &&
      (/^(ECONNRESET|EPIPE)$/.test((fault as NodeJS.ErrnoException).code ?? '') ||
        /^Connection terminated( unexpectedly)?$|not queryable$|discarded$/.test(fault.message));
