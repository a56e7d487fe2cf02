import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok, refuse } from '../../src/domain/result.ts';
import { bookingsOf } from '../../src/store/bookings.ts';
import { eraseOrphans } from '../../src/store/cardErasure.ts';
import { keepCard, saveLiveCard } from '../../src/store/cards.ts';
import { change, create, deleteDraft, findById } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { handleDead } from '../../src/store/deadLetters.ts';
import { forgetPerson } from '../../src/store/forget.ts';
import { schemaVersion } from '../../src/store/migrations/index.ts';
import { pendingCount, queue } from '../../src/store/outbox.ts';
import { recordsOf } from '../../src/store/records.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import type { Trx } from '../../src/store/schema.ts';
import { aDatabase, asked } from '../support/postgres.ts';
import { aConsultation, aLeg, monday, nothing, step, written } from './builders.ts';

/** Two programs on one database, as when one takes over from the other. */
async function two(): Promise<[Store, Store]> {
  const url = await aDatabase();
  const stores = await Promise.all([openStore(url), openStore(url)]);
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  return stores as [Store, Store];
}

const kept = (store: Store, id: string, but: Parameters<typeof aConsultation>[0] = {}) =>
  create(store, nothing, () => ok(written(aConsultation({ id, reference: id, ...but }))), monday);

const each = <T>(count: number, run: (number: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, number) => run(number)));

describe('two programs on one PostgreSQL database', () => {
  it('let exactly one win each version', { timeout: 60_000 }, async () => {
    const stores = await two();
    await kept(stores[0], 'c-1');
    for (let version = 1; version <= 10; version += 1) {
      const results = await each(16, (contender) =>
        change(
          stores[contender % 2]!,
          'c-1',
          nothing,
          (current) =>
            current.version === version
              ? ok(
                  written(
                    { ...step(current), owner: `soc-${contender}` },
                    { notices: [{ key: `${version}-${contender}`, to: 'a/b', kind: 'asked', payload: {} }] },
                  ),
                )
              : refuse({ code: 'stale' as const }),
          monday,
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('stale');
    }
    expect((await findById(stores[1], 'c-1'))?.version).toBe(11);
    expect(await pendingCount(stores[1])).toBe(10);
    expect((await recordsOf(stores[0], 'c-1')).map(({ seq, version }) => [seq, version])).toEqual(
      Array.from({ length: 11 }, (_, before) => [before + 1, before + 1]),
    );
    expect((await verifyRecords(stores[0].db)).faults).toEqual([]);
  });

  it('book nobody twice and leave no gap in the log', { timeout: 60_000 }, async () => {
    const stores = await two();
    await each(12, (number) => kept(stores[number % 2]!, `c-${number}`));
    const people = ['klaralvdalen/fk-1', 'klaralvdalen/soc-1'];
    for (let round = 0; round < 5; round += 1) {
      const from = new Date(monday.getTime() + round * 3_600_000);
      const results = await each(12, (number) => {
        const start = new Date(from.getTime() + (number % 4) * 600_000);
        const bookings = (number % 2 ? people : [...people].reverse()).map((personKey) => ({
          personKey,
          start: start.toISOString(),
          end: new Date(start.getTime() + 3_000_000).toISOString(),
        }));
        return change(
          stores[number % 2]!,
          `c-${number}`,
          nothing,
          (current) => ok(written(step(current), { bookings })),
          monday,
        );
      });
      // Whoever held the people since the round before may let go of them too late for all the others.
      for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('taken');
      for (const intervals of (await bookingsOf(stores[0].db, people)).values())
        for (const [position, { start }] of intervals.entries())
          if (position > 0) expect(start >= intervals[position - 1]!.end).toBe(true);
    }
    expect((await bookingsOf(stores[0].db, people)).get(people[0]!)?.length).toBeGreaterThan(0);
    expect((await verifyRecords(stores[0].db)).faults).toEqual([]);
  });

  it('ask the same people in any order without anybody being given up', { timeout: 60_000 }, async () => {
    const stores = await two();
    // The people are known to the log already, so that only who is asked is fought over.
    await kept(stores[0], 'first');
    let runs = 0;
    const counted = stores.map((store) => ({
      ...store,
      transact: <T>(run: (trx: Trx) => Promise<T>) =>
        store.transact((trx) => {
          runs += 1;
          return run(trx);
        }),
    }));
    const asking = ['fk-1', 'af-1', 'vc-1', 'soc-9'];
    const results = await each(40, (number) => {
      const order = number % 2 ? asking : [...asking].reverse();
      const askedAt = new Date(monday.getTime() + number * 1_000).toISOString();
      return kept(counted[number % 2]!, `c-${number}`, {
        legs: order.map((asked) => aLeg({ agency: asked.replace(/-.*/, ''), asked, askedAt })),
      });
    });
    expect(results.every((result) => result.ok)).toBe(true);
    expect(runs).toBe(results.length);
    const latest = await stores[0].db.selectFrom('asked').select('at').distinct().execute();
    expect(latest).toEqual([{ at: new Date(monday.getTime() + 39_000).toISOString() }]);
  });

  it('never delete a draft that the other has just sent', { timeout: 60_000 }, async () => {
    const stores = await two();
    for (let round = 0; round < 15; round += 1) {
      const id = `c-${round}`;
      await kept(stores[0], id, { is: 'draft', sentAt: undefined });
      const [sent, deleted] = await Promise.all([
        change(
          stores[0],
          id,
          nothing,
          (current) =>
            ok(written({ ...step(current), is: 'requested' as const, sentAt: monday.toISOString() })),
          monday,
        ),
        deleteDraft(stores[1], id, monday),
      ]);
      expect([sent.ok, deleted].filter(Boolean)).toHaveLength(1);
      expect((await findById(stores[0], id)) !== undefined).toBe(sent.ok);
    }
  });

  it('never wait for each other in a ring, whatever they do at once', { timeout: 60_000 }, async () => {
    const stores = await two();
    const at = monday.toISOString();
    const later = new Date(monday.getTime() + 86_400_000).toISOString();
    const { rows: database } = await sql<{ name: string }>`select current_database() as name`.execute(
      stores[0].db,
    );
    const deadlocks = async (): Promise<number> => {
      // Each connection hands its counts on when it is next idle; asked afresh, they are all there.
      await sql`select pg_stat_force_next_flush()`.execute(stores[0].db).catch(() => {});
      const { rows } = await sql<{ deadlocks: number }>`select deadlocks from pg_stat_database
        where datname = ${database[0]!.name}`.execute(stores[0].db);
      return Number(rows[0]!.deadlocks);
    };
    let runs = 0;
    let calls = 0;
    const counted = stores.map((store) => ({
      ...store,
      transact: <T>(run: (trx: Trx) => Promise<T>) => {
        calls += 1;
        return store.transact((trx) => {
          runs += 1;
          return run(trx);
        });
      },
    }));
    const message = (conversationId: string, activityId: string) => ({
      serviceUrl: 'https://smba.invalid/',
      conversationId,
      activityId,
    });
    for (let round = 0; round < 4; round += 1) {
      const drafts = Array.from({ length: 8 }, (_, number) => `d-${round}-${number}`);
      const sent = Array.from({ length: 8 }, (_, number) => `c-${round}-${number}`);
      const person = `fk-${round}`;
      const key = `klaralvdalen/${person}`;
      for (const id of drafts) await kept(stores[0], id, { is: 'draft', sentAt: undefined, legs: [] });
      for (const id of sent) await kept(stores[0], id);
      for (const id of [...drafts, ...sent]) {
        await keepCard(stores[0], key, id, message(`a-${round}`, id), at);
        await keepCard(stores[0], key, `form-${id}`, message(`a-${round}`, `form-${id}`), at);
      }
      const dead = sent.map((id) => ({
        key: `dead:${id}`,
        to: key,
        kind: 'notify',
        payload: { consultation: id },
      }));
      await queue(stores[0], dead, monday);
      await stores[0].db
        .updateTable('outbox')
        .set({ state: 'dead' })
        .where('key', 'like', 'dead:%')
        .execute();
      const rows = await stores[0].db
        .selectFrom('outbox')
        .select('sequence')
        .where('state', '=', 'dead')
        .where('recipient', '=', key)
        .execute();
      const by = { actor: 'sam-1', at };
      await Promise.all([
        ...drafts.map((id, number) => deleteDraft(counted[number % 2]!, id, monday)),
        ...sent.map((id, number) =>
          change(
            counted[number % 2]!,
            id,
            nothing,
            (current) =>
              ok(
                written(
                  { ...step(current), disposedAt: at },
                  { disposed: 1, notices: [{ key: `told:${id}`, to: key, kind: 'notify', payload: {} }] },
                ),
              ),
            monday,
          ),
        ),
        ...sent.map((id, number) =>
          saveLiveCard(counted[number % 2]!, key, id, message(`a-${round}`, `x-${id}`), at),
        ),
        ...drafts.map((id, number) =>
          keepCard(counted[number % 2]!, key, id, message(`a-${round}`, `x-${id}`), at),
        ),
        ...rows.map(({ sequence }, number) =>
          handleDead(counted[number % 2]!, 'dismiss', { association: 'klaralvdalen', sequence }, by),
        ),
        ...counted.map((store) => eraseOrphans(store, 'klaralvdalen', later, at)),
        // The person is in a consultation that others change: then it is to be run again.
        forgetPerson(counted[0]!, 'klaralvdalen', person, at),
      ]);
    }
    expect(await deadlocks()).toBe(0);
    expect(runs).toBe(calls);
    expect((await verifyRecords(stores[0].db)).faults).toEqual([]);
  });

  it('answer a turn that comes to both with one and the same answer', { timeout: 60_000 }, async () => {
    const stores = await two();
    await kept(stores[0], 'c-1');
    for (let turn = 0; turn < 10; turn += 1) {
      const results = await each(2, (number) =>
        change(
          stores[number]!,
          'c-1',
          nothing,
          (current) =>
            current.version === turn + 1 ? ok(written(step(current))) : refuse({ code: 'stale' as const }),
          monday,
          { key: `msteams/a/${turn}`, answer: `{"by":${number}}` },
        ),
      );
      const winner = results.findIndex((result) => result.ok);
      expect(results[1 - winner]).toEqual(refuse({ code: 'seen-before', answer: `{"by":${winner}}` }));
    }
  });
});

describe('many programs that start at once on an empty PostgreSQL database', () => {
  it('make its tables once', { timeout: 60_000 }, async () => {
    const url = await aDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(url)));
    expect((await asked(url, 'select version from schema_version')).length).toBe(schemaVersion);
    await kept(stores[7]!, 'c-1');
    expect(await findById(stores[0]!, 'c-1')).toBeDefined();
    await Promise.all(stores.map((store) => store.close()));
  });
});
