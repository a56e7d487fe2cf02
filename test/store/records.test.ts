import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { change, create } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import {
  actsOf,
  type Detail,
  eraseRecords,
  record,
  recordsBetween,
  recordsBy,
  recordsOf,
} from '../../src/store/records.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const at = monday.toISOString();
const association = 'klaralvdalen';

const read = (store: Store, actor: string, but: { verb?: string; at?: string; consultation?: string } = {}) =>
  record(store, {
    kind: 'reading',
    association,
    consultation: 'c-1',
    at,
    actor,
    verb: 'content',
    detail: {},
    ...but,
  });

const sent = (store: Store) => create(store, nothing, () => ok(written(aConsultation())), monday);

describe.each(engines)('the log on %s', (engine) => {
  it('numbers what was done and read in one count, in the order it happened', async () => {
    const store = await aStore(engine);
    await sent(store);
    await read(store, 'fk-1');
    const history = {
      verb: 'respond.accept',
      actor: 'fk-1',
      detail: { agency: 'fk', leg: 2, taken: true, reason: null },
    };
    await change(store, 'c-1', nothing, (current) => ok(written(step(current), { history })), monday);
    await read(store, 'sam-1', { verb: 'states' });
    const rows = await recordsOf(store, 'c-1');
    expect(rows.map(({ position, seq, kind, verb, actor }) => [position, seq, kind, verb, actor])).toEqual([
      [1, 1, 'change', 'request.send', 'soc-1'],
      [2, 2, 'reading', 'content', 'fk-1'],
      [3, 3, 'change', 'respond.accept', 'fk-1'],
      [4, 4, 'reading', 'states', 'sam-1'],
    ]);
    const kept = { position: 3, association, consultation: 'c-1', seq: 3, at, kind: 'change' };
    expect(rows[2]).toEqual({ ...kept, state: 'requested', version: 2, ...history });
  });

  it('keeps every one of many readings at once', async () => {
    const store = await aStore(engine);
    await sent(store);
    const readers = Array.from({ length: 20 }, (_, reader) => `p-${reader}`);
    await Promise.all(readers.map((reader) => read(store, reader)));
    const rows = (await recordsOf(store, 'c-1')).slice(1);
    expect(rows.map(({ seq }) => seq)).toEqual(readers.map((_, before) => before + 2));
    expect(rows.map(({ position }) => position)).toEqual(readers.map((_, before) => before + 2));
    expect(rows.map(({ actor }) => actor).sort()).toEqual([...readers].sort());
  });

  it('is a fault to have read what is not there', async () => {
    const store = await aStore(engine);
    await expect(read(store, 'fk-1', { consultation: 'c-9' })).rejects.toThrow();
    expect(await store.db.selectFrom('records').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('heads').select('position').execute()).toEqual([{ position: 0 }]);
  });

  it('gives what an association did between two instants, what one person did, and the acts of one verb', async () => {
    const store = await aStore(engine);
    await sent(store);
    await read(store, 'fk-1', { at: '2026-10-01T00:00:00.000Z' });
    await read(store, 'fk-1', { at: '2026-11-01T00:00:00.000Z' });
    const act = { kind: 'act', consultation: undefined, actor: 'sam-1', detail: {} } as const;
    await record(store, { ...act, association, at, verb: 'log-reviewed' });
    await record(store, { ...act, association: 'skargarden', at, verb: 'log-reviewed' });
    const october = await recordsBetween(
      store,
      association,
      '2026-10-01T00:00:00.000Z',
      '2026-11-01T00:00:00.000Z',
    );
    expect(october.map(({ position }) => position)).toEqual([2]);
    expect((await recordsBy(store, association, 'fk-1')).map(({ position }) => position)).toEqual([2, 3]);
    expect(await recordsBy(store, 'skargarden', 'fk-1')).toEqual([]);
    expect((await actsOf(store, association, 'log-reviewed')).map(({ position }) => position)).toEqual([4]);
    expect((await recordsOf(store, '')).map(({ seq }) => seq)).toEqual([0, 0]);
  });

  it('holds no person id anywhere, not in a detail either, and gives each one back', async () => {
    const store = await aStore(engine);
    const detail: Detail = {
      to: 'kim',
      agency: 'fk',
      events: [
        { is: 'handed-over', from: 'alex', to: 'kim' },
        { is: 'overdue', agency: 'fk', by: 'kim' },
        { is: 'nobody', by: 'system' },
      ],
      nothing: null,
    };
    const history = { verb: 'consultation.handover', actor: 'alex', detail };
    await create(store, nothing, () => ok(written(aConsultation({ owner: 'alex' }), { history })), monday);
    await read(store, 'kim');
    const raw = JSON.stringify(await store.db.selectFrom('records').selectAll().execute());
    expect(raw).not.toMatch(/alex|kim/);
    expect(raw).toContain('"actor":"');
    const rows = await recordsOf(store, 'c-1');
    expect(rows.map(({ actor }) => actor)).toEqual(['alex', 'kim']);
    expect(rows[0]!.detail).toEqual(detail);
  });

  it('knows a person by another id in every association', async () => {
    const store = await aStore(engine);
    const act = { kind: 'act', consultation: undefined, at, verb: 'x', detail: {} } as const;
    await record(store, { ...act, association, actor: 'kim' });
    await record(store, { ...act, association: 'skargarden', actor: 'kim' });
    await record(store, { ...act, association, actor: 'kim' });
    const actors = await store.db.selectFrom('records').select('actor').orderBy('position').execute();
    expect(new Set(actors.map(({ actor }) => actor)).size).toBe(2);
    expect(actors[0]).toEqual(actors[2]);
  });

  it('erases a consultation’s rows, or an association’s old ones, and says how many', async () => {
    const store = await aStore(engine);
    await sent(store);
    await read(store, 'fk-1');
    const later = { id: 'c-2', reference: 'K-CDFGH-J' };
    const day = '2026-10-01T00:00:00.000Z';
    await create(store, nothing, () => ok(written(aConsultation(later))), new Date(day));
    const erase = (which: Parameters<typeof eraseRecords>[1]) =>
      store.transact((trx) => eraseRecords(trx, which));
    expect(await erase({ association, before: at })).toBe(0);
    expect(await erase({ association: 'skargarden', before: '9' })).toBe(0);
    // What is still there keeps its log, however old.
    expect(await erase({ association, before: day })).toBe(0);
    const alone = {
      kind: 'reading',
      association,
      consultation: undefined,
      actor: 'sam-1',
      detail: {},
    } as const;
    await record(store, { ...alone, verb: 'log', at });
    await record(store, { ...alone, verb: 'log', at: day });
    expect(await erase({ association, before: day })).toBe(1);
    expect(await erase({ association, before: '9' })).toBe(1);
    expect(await erase({ consultation: 'c-1' })).toBe(2);
    expect(await recordsOf(store, 'c-1')).toEqual([]);
    expect(await recordsOf(store, 'c-2')).toHaveLength(1);
    expect(await erase({ consultation: 'c-2' })).toBe(1);
    const rows = await store.db.selectFrom('records').selectAll().orderBy('position').execute();
    for (const { position, digest, chain, ...rest } of rows) {
      expect([position, digest.length, chain.length]).toEqual([expect.any(Number), 43, 43]);
      expect(Object.values(rest).every((left) => left === '' || left === null || left === 0)).toBe(true);
    }
  });
});
