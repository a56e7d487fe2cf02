import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Engine, type Opened, openDatabase, openStore } from '../../src/store/database.ts';
import { initial } from '../../src/store/migrations/0001-initial.ts';
import { schemaVersion } from '../../src/store/migrations/index.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { aUrl, engines, say } from './files.ts';
import { kill, settled, start } from './killing.ts';

const ROWS = 6_000;

/** A database of the first version with enough in its log that the next step takes its time. */
async function ofVersionOne(engine: Engine): Promise<string> {
  const url = await aUrl(engine);
  const opened: Opened = await openDatabase(url);
  const text = engine === 'sqlite' ? 'text' : sql`text collate "C"`;
  const integer = engine === 'sqlite' ? 'integer' : 'bigint';
  const { db } = opened;
  await db.schema
    .createTable('schema_version')
    .addColumn('version', integer, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .execute();
  await opened.transact((trx) => initial(trx as never, text, integer));
  await db.insertInto('schema_version').values({ version: 1, name: '0001-initial' }).execute();
  await sql`insert into consultations (id, association, reference, state, owner, municipality, version, log_rows,
    doc, created_at, updated_at) values ('c-1', 'a', 'r', 'requested', 'o', 'm', 1, ${ROWS}, '{}', '', '')`.execute(
    db,
  );
  const one = sql`select 'c-1', n, '2026', 'soc-1', 'v', 'requested', n, '{}'`;
  await sql`with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(ROWS)})
    insert into history (consultation, seq, at, actor, verb, state, version, detail)
    ${one} from numbers`.execute(db);
  await opened.close();
  return url;
}

describe.each(engines)('a migration that is killed on %s', (engine) => {
  it('leaves the database as it was, and the next start carries on', { timeout: 120_000 }, async () => {
    const url = await ofVersionOne(engine);
    const kept = async (table: string) =>
      Number((await say(url, `select count(*) as n from ${table}`))[0]?.n ?? Number.NaN);
    for (const pause of [20, 80, 140]) {
      const running = start(url);
      await running.until((said) => said.includes('opening\n'));
      if (engine === 'postgres')
        await expect
          .poll(
            () =>
              say(
                url,
                `select 1 from pg_locks join pg_database on pg_database.oid = database
                 where locktype = 'advisory' and granted and datname = current_database()`,
              ),
            {
              interval: 5,
            },
          )
          .not.toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await kill(running);
      expect(running.said()).not.toContain('open\n');
      await settled(url);
      expect(await kept('schema_version')).toBe(1);
      expect(await kept('history')).toBe(ROWS);
      await expect(kept('records')).rejects.toThrow(/records/);
    }
    const store = await openStore(url);
    expect(await kept('schema_version')).toBe(schemaVersion);
    expect(await verifyRecords(store.db)).toMatchObject({ rows: ROWS });
    await store.close();
  });
});
