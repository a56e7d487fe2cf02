import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  type LimitNode,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';
import type { Opened } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * Opens a SQLite file, or `:memory:`, as it stands. Faults: a file another process has open, a pragma that did not take.
 * A transaction is the only one there is until it ends (`begin immediate`), so none is ever run again.
 */
export function openSqlite(place: string): Opened {
  if (place === '') throw new Error('DATABASE_URL names no file: sqlite:<path>.');
  return place === ':memory:' ? openAt(place, undefined) : openFile(resolve(place));
}

function openFile(place: string): Opened {
  mkdirSync(dirname(place), { recursive: true });
  // Made here so that nobody else on the machine may read it; SQLite gives its side files the same rights.
  closeSync(openSync(place, 'a', 0o600));
  const path = realpathSync(place);
  const lock = lockFor(path);
  try {
    return openAt(path, lock);
  } catch (fault) {
    lock.close();
    throw fault;
  }
}

/**
 * An exclusive transaction held open on `<path>.lock`, an empty database of its own: the operating system lets go
 * of it when the process ends in any way, and tools may still read the database itself meanwhile.
 */
function lockFor(path: string): Database.Database {
  const lock = new Database(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (fault) {
    lock.close();
    if (!(fault instanceof Database.SqliteError && fault.code === 'SQLITE_BUSY')) throw fault;
    throw new Error(`The database ${path} is in use by another process.`, { cause: fault });
  }
  return lock;
}

function openAt(path: string, lock: Database.Database | undefined): Opened {
  const sqlite = new Database(path);
  try {
    setPragmas(sqlite, path === ':memory:' ? 'memory' : 'wal');
  } catch (fault) {
    sqlite.close();
    throw fault;
  }
  const db = new Kysely<Schema>({ dialect: dialectOn(sqlite) });
  return {
    engine: 'sqlite',
    db,
    transact: (run) => db.transaction().execute(run),
    close: async () => {
      await db.destroy();
      sqlite.close();
      lock?.close();
    },
  };
}

/**
 * Set and read back on every connection: better-sqlite3 is built to fall to synchronous=NORMAL on the second open of
 * a WAL file (SQLITE_DEFAULT_WAL_SYNCHRONOUS=1), which may lose acknowledged changes at a power cut.
 */
function setPragmas(sqlite: Database.Database, journal: 'wal' | 'memory'): void {
  const wanted = [
    ['journal_mode', journal, journal],
    ['synchronous', 'FULL', 2],
    ['busy_timeout', '5000', 5000],
    ['foreign_keys', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    // What is disposed of is to be gone from the file too.
    ['secure_delete', 'ON', 1],
  ] as const;
  for (const [name, value, expected] of wanted) {
    sqlite.pragma(`${name} = ${value}`);
    const read = sqlite.pragma(name, { simple: true });
    if (read !== expected) throw new Error(`SQLite ${name} is ${String(read)}, not ${expected}.`);
  }
}

function dialectOn(sqlite: Database.Database): SqliteDialect {
  const dialect = new SqliteDialect({ database: sqlite });
  dialect.createDriver = () => {
    const driver = new SqliteDriver({ database: preparedOnce(sqlite) });
    // A transaction that reads first and writes later must not find the file changed in between.
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    return driver;
  };
  dialect.createQueryCompiler = () => new LimitCompiler();
  return dialect;
}

/**
 * Writes a limit in the statement itself: SQLite plans a statement anew each time another limit is bound to it, also
 * when it is the same as before, and that takes several times as long as running it.
 */
export class LimitCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${limit.value}`);
    else super.visitLimit(node);
  }
}

const MOST_KEPT = 500;

/** The same database, in which a statement that comes again is not prepared again. */
function preparedOnce(sqlite: Database.Database): SqliteDatabase {
  const known = new Map<string, Database.Statement>();
  return {
    close: () => void sqlite.close(),
    prepare: (sql) => {
      // What a statement gives back may be altered with the schema.
      const isPlain = /^(select|insert|update|delete|begin|commit|rollback)\b/i.test(sql);
      if (!isPlain || known.size > MOST_KEPT) known.clear();
      const statement = known.get(sql) ?? sqlite.prepare(sql);
      if (isPlain) known.set(sql, statement);
      return statement;
    },
  };
}
