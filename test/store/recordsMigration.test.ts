import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Engine, openDatabase, openStore } from '../../src/store/database.ts';
import { initial } from '../../src/store/migrations/0001-initial.ts';
import { recordsOf } from '../../src/store/records.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { aUrl, engines } from './files.ts';

/** A database of the first version: a consultation with two changes and a reading between them. */
async function ofVersionOne(engine: Engine): Promise<string> {
  const url = await aUrl(engine);
  const { db, transact, close } = await openDatabase(url);
  const text = engine === 'sqlite' ? 'text' : sql`text collate "C"`;
  const integer = engine === 'sqlite' ? 'integer' : 'bigint';
  await db.schema
    .createTable('schema_version')
    .addColumn('version', integer, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .execute();
  await transact((trx) => initial(trx as never, text, integer));
  await db.insertInto('schema_version').values({ version: 1, name: '0001-initial' }).execute();
  const doc = JSON.stringify({
    association: 'a',
    reference: 'K-BCDFG-H',
    is: 'requested',
    owner: 'kim',
    request: { municipality: 'm' },
    legs: [],
  });
  const detail = JSON.stringify({
    to: 'kim',
    events: [
      { is: 'handed-over', from: 'alex', to: 'kim' },
      { is: 'nobody', agency: 'fk', by: 'system' },
    ],
  });
  for (const statement of [
    sql`insert into consultations (id, association, reference, state, owner, municipality, version, log_rows, doc,
      created_at, updated_at) values ('c-1', 'a', 'K-BCDFG-H', 'requested', 'kim', 'm', 2, 3, ${sql.lit(doc)}, '', '')`,
    sql`insert into history (consultation, seq, at, actor, verb, state, version, detail) values
      ('c-1', 1, '2026-09-07T07:00:00.000Z', 'alex', 'request.send', 'requested', 1, '{}'),
      ('c-1', 3, '2026-09-07T07:00:00.000Z', 'alex', 'consultation.handover', 'requested', 2, ${sql.lit(detail)})`,
    sql`insert into readings (consultation, seq, at, actor, what) values
      ('c-1', 2, '2026-09-07T07:00:00.000Z', 'kim', 'content')`,
  ])
    await statement.execute(db);
  await close();
  return url;
}

it.each(engines)('chains what an earlier program kept, without a person id in it, on %s', async (engine) => {
  const store = await openStore(await ofVersionOne(engine));
  try {
    expect(await verifyRecords(store.db)).toMatchObject({ rows: 3, faults: [] });
    const raw = JSON.stringify(await store.db.selectFrom('records').selectAll().execute());
    expect(raw).not.toMatch(/alex|kim/);
    const rows = await recordsOf(store, 'c-1');
    expect(rows.map(({ seq, kind, verb, actor }) => [seq, kind, verb, actor])).toEqual([
      [1, 'change', 'request.send', 'alex'],
      [2, 'reading', 'content', 'kim'],
      [3, 'change', 'consultation.handover', 'alex'],
    ]);
    expect(rows[2]!.detail).toEqual({
      to: 'kim',
      events: [
        { is: 'handed-over', from: 'alex', to: 'kim' },
        { is: 'nobody', agency: 'fk', by: 'system' },
      ],
    });
    // Its documents have no digest to compare with, but their version must be that of the latest change.
    await store.db.updateTable('consultations').set({ version: 5 }).execute();
    expect((await verifyRecords(store.db)).faults).toEqual([{ at: 3, is: 'document' }]);
  } finally {
    await store.close();
  }
});
