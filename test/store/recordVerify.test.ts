import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { forgetActor } from '../../src/store/actors.ts';
import { change, create } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { eraseRecords, record, recordsOf } from '../../src/store/records.ts';
import { recordsHead, verifyRecords } from '../../src/store/recordVerify.ts';
import type { Schema, Trx } from '../../src/store/schema.ts';
import { tables } from '../../src/store/tables.ts';
import fc from '../support/property.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const association = 'klaralvdalen';
type Row = Schema['records'];
const columns = Object.keys(tables.records) as (keyof Row)[];

const read = (store: Store, actor: string, consultation = 'c-1') =>
  record(store, {
    kind: 'reading',
    association,
    consultation,
    at: monday.toISOString(),
    actor,
    verb: 'content',
    detail: { to: actor },
  });

/** Six rows: two consultations, changes, readings and an act. */
async function lived(store: Store): Promise<void> {
  await create(store, nothing, () => ok(written(aConsultation())), monday);
  await read(store, 'fk-1');
  const second = aConsultation({ id: 'c-2', reference: 'K-CDFGH-J' });
  await create(store, nothing, () => ok(written(second)), monday);
  await change(store, 'c-1', nothing, (current) => ok(written(step(current))), monday);
  await record(store, {
    kind: 'act',
    association,
    consultation: undefined,
    at: monday.toISOString(),
    actor: 'sam-1',
    verb: 'log-reviewed',
    detail: {},
  });
  await read(store, 'soc-1');
}

const rowsOf = (trx: Trx): Promise<Row[]> =>
  trx.selectFrom('records').selectAll().orderBy('position').execute();

/** What a verification says after something was done past the program; the database stays as it was. */
async function after(store: Store, tamper: (trx: Trx) => Promise<unknown>): Promise<string[]> {
  const undone = new Error('undone');
  let found: string[] = [];
  await store
    .transact(async (trx) => {
      await tamper(trx);
      found = (await verifyRecords(trx)).faults.map(({ at, is }) => `${at} ${is}`);
      throw undone;
    })
    .catch((fault: unknown) => {
      if (fault !== undone) throw fault;
    });
  return found;
}

const other = (value: string | number | null): string | number =>
  value === null ? 1 : typeof value === 'number' ? value + 1000 : `${value}x`;

describe.each(engines)('verifying the log on %s', (engine) => {
  it('finds a log that was left alone whole', async () => {
    const store = await aStore(engine);
    const none = { position: 0, chain: '' };
    expect(await verifyRecords(store.db, [none])).toEqual({ rows: 0, head: none, faults: [] });
    await lived(store);
    const head = await recordsHead(store.db);
    expect(head.position).toBe(6);
    expect(await verifyRecords(store.db, [none, head])).toEqual({ rows: 6, head, faults: [] });
  });

  it('finds every column of every row that was altered', async () => {
    const store = await aStore(engine);
    await lived(store);
    await store.transact((trx) => eraseRecords(trx, { consultation: 'c-2' }));
    // The digest of what was erased cannot be had again, so the consultation it was of stands unproved.
    await store.db.deleteFrom('consultations').where('id', '=', 'c-2').execute();
    expect((await verifyRecords(store.db)).faults).toEqual([]);
    for (let position = 1; position <= 6; position += 1)
      for (const column of columns) {
        const found = await after(store, async (trx) => {
          const row = (await rowsOf(trx)).find((one) => one.position === position)!;
          await trx
            .updateTable('records')
            .set({ [column]: other(row[column]) })
            .where('position', '=', position)
            .execute();
        });
        expect(found.length, `${position} ${column}`).toBeGreaterThan(0);
      }
    expect((await verifyRecords(store.db)).faults).toEqual([]);
  });

  it('finds a row that is gone, rows that changed places, and a row put in', async () => {
    const store = await aStore(engine);
    await lived(store);
    for (let position = 1; position <= 6; position += 1) {
      const gone = await after(store, (trx) =>
        trx.deleteFrom('records').where('position', '=', position).execute(),
      );
      expect(gone, `without ${position}`).toContain(position === 6 ? '6 head' : `${position + 1} missing`);
    }
    const places = (trx: Trx, from: number, to: number) =>
      trx.updateTable('records').set({ position: to }).where('position', '=', from).execute();
    const swapped = await after(store, async (trx) => {
      await places(trx, 2, 99);
      await places(trx, 3, 2);
      await places(trx, 99, 3);
    });
    expect(swapped).toEqual(expect.arrayContaining(['2 altered', '3 altered']));
    const added = await after(store, async (trx) => {
      const last = (await rowsOf(trx)).at(-1)!;
      await trx
        .insertInto('records')
        .values({ ...last, position: 7 })
        .execute();
    });
    expect(added).toEqual(expect.arrayContaining(['7 altered', '6 head']));
  });

  it('finds a log that was shortened or written anew by a head that was noted before', async () => {
    const store = await aStore(engine);
    await lived(store);
    const noted = await recordsHead(store.db);
    await store.db.deleteFrom('records').where('position', '>', 4).execute();
    const last = (await store.db.selectFrom('records').selectAll().orderBy('position').execute()).at(-1)!;
    await store.db.updateTable('heads').set({ position: 4, chain: last.chain }).execute();
    // To itself, the shortened log is whole.
    expect((await verifyRecords(store.db)).faults).toEqual([]);
    expect((await verifyRecords(store.db, [noted])).faults).toEqual([{ at: 6, is: 'shortened' }]);
    await read(store, 'fk-1');
    await read(store, 'fk-2');
    await read(store, 'fk-3');
    expect((await verifyRecords(store.db)).faults).toEqual([]);
    expect((await verifyRecords(store.db, [noted])).faults).toEqual([{ at: 6, is: 'rewritten' }]);
    expect((await verifyRecords(store.db, [await recordsHead(store.db)])).faults).toEqual([]);
  });

  it('finds a consultation that was altered, put back or put in behind the program’s back', async () => {
    const store = await aStore(engine);
    await lived(store);
    const doc = (trx: Trx) =>
      trx.selectFrom('consultations').selectAll().where('id', '=', 'c-1').executeTakeFirstOrThrow();
    const altered = await after(store, async (trx) => {
      const said = (await doc(trx)).doc.replace('vidare', 'tillbaka');
      await trx.updateTable('consultations').set({ doc: said }).where('id', '=', 'c-1').execute();
    });
    expect(altered).toEqual(['4 document']);
    const moved = await after(store, (trx) =>
      trx.updateTable('consultations').set({ version: 1 }).where('id', '=', 'c-1').execute(),
    );
    expect(moved).toEqual(['4 document']);
    const added = await after(store, async (trx) => {
      const row = { ...(await doc(trx)), id: 'c-3', reference: 'K-DFGHJ-K' };
      await trx.insertInto('consultations').values(row).execute();
    });
    expect(added).toEqual(['0 document']);
  });

  it('stays whole when rows are erased and when a person is made anonymous, under one alias in every row', async () => {
    const store = await aStore(engine);
    await lived(store);
    const head = await recordsHead(store.db);
    const before = await store.db.selectFrom('records').selectAll().orderBy('position').execute();
    expect(await store.transact((trx) => forgetActor(trx, association, 'soc-1'))).toBe(true);
    expect(await store.transact((trx) => forgetActor(trx, association, 'soc-1'))).toBe(false);
    expect(await store.db.selectFrom('records').selectAll().orderBy('position').execute()).toEqual(before);
    const rows = await recordsOf(store, 'c-1');
    const alias = rows[0]!.actor;
    expect(alias).toMatch(/^f-[\w-]{8}$/);
    expect(rows.map(({ actor }) => actor)).toEqual([alias, 'fk-1', alias, alias]);
    expect(rows[3]!.detail).toEqual({ to: alias });
    await store.transact((trx) => eraseRecords(trx, { consultation: 'c-2' }));
    await store.db.deleteFrom('consultations').where('id', '=', 'c-2').execute();
    expect(await verifyRecords(store.db, [head])).toEqual({ rows: 6, head, faults: [] });
    // Somebody new under the old id is somebody else.
    await read(store, 'soc-1');
    const actors = (await recordsOf(store, 'c-1')).map(({ actor }) => actor);
    expect(actors.at(-1)).toBe('soc-1');
    expect(actors[0]).toBe(alias);
  });
});

describe('any life of a log', () => {
  const deed = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('send', 'change', 'read', 'act') },
    fc.constantFrom('erase', 'forget'),
  );
  const crime = fc.constantFrom('alter', 'delete', 'swap', 'insert');

  it('verifies, and no longer does once anything in it was touched', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(deed, fc.nat()), { minLength: 2, maxLength: 25 }),
        crime,
        fc.nat(),
        fc.constantFrom(...columns),
        async (deeds, crime, place, column) => {
          const store = await openStore('sqlite::memory:');
          try {
            await live(store, deeds);
            const { rows, faults } = await verifyRecords(store.db);
            expect(faults).toEqual([]);
            expect(rows).toBe((await recordsHead(store.db)).position);
            if (rows === 0) return;
            const found = await after(store, (trx) => commit(trx, crime, place, column));
            expect(found.length).toBeGreaterThan(0);
          } finally {
            await store.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  async function live(store: Store, deeds: readonly (readonly [string, number])[]): Promise<void> {
    const ids: string[] = [];
    let made = 0;
    for (const [deed, number] of deeds) {
      const id = ids[number % Math.max(ids.length, 1)];
      const actor = `p-${number % 3}`;
      if (deed === 'send') {
        const fresh = `c-${made}`;
        made += 1;
        const about = { id: fresh, reference: `K-${fresh}`, owner: actor };
        await create(store, nothing, () => ok(written(aConsultation(about))), monday);
        ids.push(fresh);
      } else if (deed === 'change' && id !== undefined)
        await change(store, id, nothing, (current) => ok(written(step(current))), monday);
      else if (deed === 'read' && id !== undefined) await read(store, actor, id);
      else if (deed === 'erase' && id !== undefined) {
        await store.transact((trx) => eraseRecords(trx, { consultation: id }));
        await store.db.deleteFrom('consultations').where('id', '=', id).execute();
        ids.splice(ids.indexOf(id), 1);
      } else if (deed === 'forget') await store.transact((trx) => forgetActor(trx, association, actor));
    }
  }

  async function commit(trx: Trx, crime: string, place: number, column: keyof Row): Promise<void> {
    const rows = await rowsOf(trx);
    const row = rows[place % rows.length]!;
    const next = rows[(place + 1) % rows.length]!;
    const of = (position: number) => trx.updateTable('records').where('position', '=', position);
    if (crime === 'delete' || (crime === 'swap' && rows.length === 1))
      await trx.deleteFrom('records').where('position', '=', row.position).execute();
    else if (crime === 'insert')
      await trx
        .insertInto('records')
        .values({ ...row, position: rows.length + 1 })
        .execute();
    else if (crime === 'alter')
      await of(row.position)
        .set({ [column]: other(row[column]) })
        .execute();
    else {
      await of(row.position).set({ position: -1 }).execute();
      await of(next.position).set({ position: row.position }).execute();
      await of(-1).set({ position: next.position }).execute();
    }
  }
});
