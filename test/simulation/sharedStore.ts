import Database from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteIntrospector,
} from 'kysely';
import type { Store } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { LimitCompiler } from '../../src/store/sqlite.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';

/** What the log calls a statement, and whether it alters the tables the invariants watch. */
type Known = { statement: Database.Statement; what: string; alters: string | undefined };

const template = await (async () => {
  const handle = new Database(':memory:');
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: handle }) });
  const transact: Store['transact'] = (run) => db.transaction().execute(run);
  await migrate({ engine: 'sqlite', db, transact, close: () => db.destroy() });
  return handle.serialize();
})();

export type SharedStore = ReturnType<typeof createSharedStore>;

/**
 * One database in memory for all instances, each with a Kysely of its own on it. Every statement, begin and commit is a
 * scheduling point; a transaction is alone until it ends, as with `begin immediate`. What PostgreSQL lets happen between
 * two transactions (READ COMMITTED) cannot be shown on one handle: the race tests on a real PostgreSQL do that.
 */
export function createSharedStore(
  scheduler: Pick<Scheduler, 'wait' | 'note'>,
  random: Random,
  watch: {
    committed: (altered: ReadonlySet<string>) => void;
    failing: () => boolean;
    failed: (owner: Owner) => void;
  },
) {
  const handle = new Database(template);
  handle.pragma('foreign_keys = ON');
  const known = new Map<string, Known>();
  const altered = new Set<string>();
  let holder: { owner: Owner } | undefined;

  const statementOf = (sql: string): Known => {
    const found = known.get(sql);
    if (found) return found;
    const [, verb = '', table = ''] =
      /^\s*(update)\s+"?(\w+)/i.exec(sql) ?? /^\s*(\w+)[\s\S]*?(?:from|into)\s+"?(\w+)/i.exec(sql) ?? [];
    const made = {
      statement: handle.prepare(sql),
      what: `${verb} ${table}`,
      alters: verb.toLowerCase() === 'select' ? undefined : table,
    };
    known.set(sql, made);
    return made;
  };
  const committed = () => {
    if (altered.size === 0) return;
    const tables = new Set(altered);
    altered.clear();
    watch.committed(tables);
  };

  class Connection implements DatabaseConnection {
    readonly owner: Owner;
    constructor(owner: Owner) {
      this.owner = owner;
    }
    #turn(what: string): Promise<void> {
      const ready = () => holder === undefined || holder === this;
      return scheduler.wait(what, { owner: this.owner, ready });
    }
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { statement, what, alters } = statementOf(sql);
      await this.#turn(what);
      if (watch.failing()) {
        scheduler.note(this.owner, `${what} fails`);
        watch.failed(this.owner);
        throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR');
      }
      const rows = statement.reader ? (statement.all(...parameters) as R[]) : [];
      const changes = statement.reader ? undefined : statement.run(...parameters).changes;
      if (alters !== undefined) altered.add(alters);
      if (holder === undefined) committed();
      return changes === undefined ? { rows } : { rows, numAffectedRows: BigInt(changes) };
    }
    async begin(): Promise<void> {
      await this.#turn('begin');
      handle.exec('begin immediate');
      holder = this;
    }
    async commit(): Promise<void> {
      await this.#turn('commit');
      handle.exec('commit');
      holder = undefined;
      committed();
    }
    async rollback(): Promise<void> {
      await this.#turn('rollback');
      give(this);
    }
    streamQuery(): never {
      throw new Error('The store streams nothing.');
    }
  }

  const give = (connection: { owner: Owner }) => {
    if (holder !== connection) return;
    handle.exec('rollback');
    altered.clear();
    holder = undefined;
  };

  return {
    handle,
    /** The store as one instance has it. */
    open: (owner: Owner): Store => {
      const connection = new Connection(owner);
      const driver: Driver = {
        init: async () => {},
        acquireConnection: async () => new Connection(owner),
        beginTransaction: (one) => (one as Connection).begin(),
        commitTransaction: (one) => (one as Connection).commit(),
        rollbackTransaction: (one) => (one as Connection).rollback(),
        releaseConnection: async () => {},
        destroy: async () => give(connection),
      };
      const db = new Kysely<Schema>({
        dialect: {
          createAdapter: () => new SqliteAdapter(),
          createDriver: () => driver,
          createIntrospector: (own) => new SqliteIntrospector(own),
          createQueryCompiler: () => new LimitCompiler(),
        },
      });
      return {
        db,
        engine: 'sqlite',
        bytes: random.bytes,
        transact: (run) => db.transaction().execute(run),
        close: () => db.destroy(),
      };
    },
    /** An instance is gone: what it had begun never was. */
    drop: (owner: Owner): void => {
      if (holder?.owner === owner) give(holder);
    },
    /** Reads the kept state, past all instances; inside an open transaction nobody looks. */
    rows: <R = Record<string, unknown>>(sql: string, ...values: unknown[]): R[] => {
      const found = known.get(sql)?.statement ?? handle.prepare(sql);
      if (!known.has(sql)) known.set(sql, { statement: found, what: '', alters: undefined });
      return found.all(...values) as R[];
    },
    /** Whether it is in a transaction. */
    heldBy: (owner: Owner): boolean => holder?.owner === owner,
    close: () => handle.close(),
  };
}
