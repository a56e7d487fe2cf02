import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import type { Counted } from '../../src/domain/counted.ts';
import { ok } from '../../src/domain/result.ts';
import { keepCard, liveCard, saveLiveCard } from '../../src/store/cards.ts';
import { change, create, deleteDraft, findById } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { countOff, disposalsOf, disposeHistory, emptyLog, erasuresOf } from '../../src/store/disposals.ts';
import { renewTimers } from '../../src/store/ended.ts';
import { claim, enqueue, settle } from '../../src/store/outbox.ts';
import { recordsOf } from '../../src/store/records.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { countedIn } from '../../src/store/statistics.ts';
import { dueTimers } from '../../src/store/timers.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aFile, aStore, engines } from './files.ts';

const association = 'klaralvdalen';
const at = monday.toISOString();
const card = (activityId: string, conversationId = 'a:1') => ({
  serviceUrl: 'https://smba.invalid/',
  conversationId,
  activityId,
});
const later = (years: number) => new Date(monday.getTime() + years * 365.25 * 86_400_000).toISOString();

const keep = (store: Store, consultation: Consultation) =>
  create(store, nothing, () => ok(written(consultation)), monday);

const dispose = (store: Store, id: string, disposed: number) =>
  change(
    store,
    id,
    nothing,
    (current) => ok(written({ ...step(current), disposedAt: at }, { disposed })),
    monday,
  );

async function erasures(store: Store): Promise<Record<string, unknown>[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .select(['key', 'recipient', 'payload'])
    .where('kind', '=', 'erase')
    .orderBy('sequence')
    .execute();
  return rows.map(({ key, recipient, payload }) => ({
    key,
    recipient,
    ...(JSON.parse(payload) as Record<string, unknown>),
  }));
}

const row: Counted = {
  state: 'withdrawn',
  municipality: 'sunne',
  ageBand: '30-59',
  basis: 'deidentified',
  template: 'general',
  purpose: 'meeting',
  urgency: 'normal',
  gender: 'unspecified',
  assistance: 'unknown',
  certificate: 'unexplored',
  measure: 'unknown',
  firstTime: 'unknown',
  rounds: 1,
  sent: '2026-Q3',
  ended: '2026-Q4',
  met: undefined,
  onward: undefined,
  work: undefined,
  daysToHeld: undefined,
  daysToOutcome: undefined,
  outcome: undefined,
  followUps: [],
  legs: [{ agency: 'fk', state: 'lapsed', required: true, days: undefined, declines: ['no-time'] }],
};

describe.each(engines)('on %s', (engine) => {
  describe('the content going', () => {
    it('queues the replacement of every card, live or not, and records it, with the change or not at all', async () => {
      const store = await aStore(engine);
      await keep(store, aConsultation());
      await saveLiveCard(store, `${association}/soc-1`, 'c-1', card('1'), at);
      await saveLiveCard(store, `${association}/soc-1`, 'c-1', card('2'), at);
      await keepCard(store, `${association}/fk-1`, 'c-1', card('3', 'a:2'), at);
      await keepCard(store, `${association}/fk-1`, 'c-2', card('4', 'a:2'), at);
      expect((await dispose(store, 'c-1', 5)).ok).toBe(true);
      expect(await erasures(store)).toEqual(
        [
          { conversationId: 'a:1', activityId: '1', recipient: `${association}/soc-1` },
          { conversationId: 'a:1', activityId: '2', recipient: `${association}/soc-1` },
          { conversationId: 'a:2', activityId: '3', recipient: `${association}/fk-1` },
        ].map((one) => ({
          ...one,
          key: expect.stringMatching(/^erase:[\w-]{22}$/),
          was: 'consultation',
          association,
          reference: 'K-BCDFG-H',
          serviceUrl: 'https://smba.invalid/',
        })),
      );
      expect(await disposalsOf(store, association, { limit: 9, offset: 0 })).toEqual({
        all: 1,
        rows: [{ reference: 'K-BCDFG-H', kind: 'content', at, counts: { texts: 5, cards: 3 } }],
      });
      expect(await erasuresOf(store, association)).toEqual({ waiting: 3, failed: 0 });
      expect(await liveCard(store, `${association}/soc-1`, 'c-1')).toBeUndefined();
      // A change that is given up records nothing: the same activity has had its answer.
      const turn = { key: 'seen', answer: '' };
      const again = () =>
        change(store, 'c-1', nothing, (current) => ok(written(step(current), { disposed: 1 })), monday, turn);
      expect([(await again()).ok, (await again()).ok]).toEqual([true, false]);
      expect((await disposalsOf(store, association, { limit: 9, offset: 0 })).all).toBe(2);
    });

    it('counts the cards that could not be replaced', async () => {
      const store = await aStore(engine);
      await keep(store, aConsultation());
      await saveLiveCard(store, `${association}/soc-1`, 'c-1', card('1'), at);
      await dispose(store, 'c-1', 1);
      const lease = { now: Date.now(), leaseMs: 1000, token: 't' };
      const claimed = (await claim(store, lease))!;
      await settle(store, claimed, 't', { is: 'dead', reason: 'gone' });
      expect(await erasuresOf(store, association)).toEqual({ waiting: 0, failed: 1 });
    });
  });

  it('a deleted draft takes its cards with it, in the same transaction', async () => {
    const store = await aStore(engine);
    await keep(store, aConsultation({ is: 'draft', sentAt: undefined, legs: [] }));
    await keepCard(store, `${association}/soc-1`, 'c-1', card('1'), at);
    expect(await deleteDraft(store, 'c-1', monday)).toBe(true);
    expect(await erasures(store)).toMatchObject([{ activityId: '1', was: 'draft', reference: 'K-BCDFG-H' }]);
    expect(await store.db.selectFrom('cards').selectAll().execute()).toEqual([]);
  });

  describe('a consultation that is only counted any more', () => {
    it('leaves numbers, its log and its spent reference, and nothing else', async () => {
      const store = await aStore(engine);
      await keep(store, aConsultation());
      await keep(store, aConsultation({ id: 'c-2', reference: 'K-CDFGH-J' }));
      await keepCard(store, `${association}/soc-1`, 'c-1', card('1'), at);
      await store.transact((trx) =>
        enqueue(
          trx,
          ['c-1:1:fk-1', 'c-2:1:fk-1'].map((key) => ({
            key,
            to: `${association}/fk-1`,
            kind: 'notify',
            payload: { consultation: key.slice(0, 3) },
          })),
          at,
        ),
      );
      const lease = { now: Date.now(), leaseMs: 1000, token: 't' };
      await settle(store, (await claim(store, lease))!, 't', { is: 'dead', reason: 'gone' });
      expect(await countOff(store, { id: 'c-1', version: 7 }, row, at)).toBe(false);
      expect(await countOff(store, { id: 'c-1', version: 1 }, row, at)).toBe(true);
      expect(await countOff(store, { id: 'c-1', version: 1 }, row, at)).toBe(false);
      expect(await findById(store, 'c-1')).toBeUndefined();
      expect(await findById(store, 'c-2')).toBeDefined();
      expect(await countedIn(store, association)).toEqual([row]);
      expect(await countedIn(store, 'skargarden')).toEqual([]);
      expect((await recordsOf(store, 'c-1')).map(({ verb }) => verb)).toEqual(['request.send', 'count']);
      const keys = (await store.db.selectFrom('outbox').select('key').orderBy('sequence').execute()).map(
        ({ key }) => key,
      );
      expect(keys).toEqual(['c-2:1:fk-1', expect.stringMatching(/^erase:/)]);
      for (const table of ['legs', 'timers', 'cards'] as const)
        expect(
          await store.db.selectFrom(table).selectAll().where('consultation', '=', 'c-1').execute(),
        ).toEqual([]);
      expect((await verifyRecords(store.db)).faults).toEqual([]);
    });

    it('has a random id that tells nothing', async () => {
      const store = await aStore(engine);
      for (const id of ['c-1', 'c-2']) {
        await keep(store, aConsultation({ id, reference: `K-${id}` }));
        await countOff(store, { id, version: 1 }, row, at);
      }
      const ids = (await store.db.selectFrom('statistics').select('id').execute()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(2);
      for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
    });

    it('is refused by the store when it holds what is no number', async () => {
      const store = await aStore(engine);
      await keep(store, aConsultation());
      const dated = { ...row, sent: '2026-09-07' };
      await expect(countOff(store, { id: 'c-1', version: 1 }, dated, at)).rejects.toThrow();
      const named = { ...row, owner: 'soc-1' } as Counted;
      await expect(countOff(store, { id: 'c-1', version: 1 }, named, at)).rejects.toThrow();
      expect(await findById(store, 'c-1')).toBeDefined();
    });
  });

  it('the log of what is gone is erased when its last row is old enough, and the chain stays whole', async () => {
    const store = await aStore(engine);
    for (const id of ['c-1', 'c-2', 'c-3']) await keep(store, aConsultation({ id, reference: `K-${id}` }));
    await countOff(store, { id: 'c-1', version: 1 }, row, at);
    await countOff(store, { id: 'c-2', version: 1 }, row, later(3));
    expect(await disposeHistory(store, association, later(2), later(7))).toBe(1);
    expect(await recordsOf(store, 'c-1')).toEqual([]);
    expect(await recordsOf(store, 'c-2')).toHaveLength(2);
    expect(await recordsOf(store, 'c-3')).toHaveLength(1);
    const spent = await store.db.selectFrom('spent_references').selectAll().orderBy('reference').execute();
    expect(spent.map(({ consultation }) => consultation)).toEqual(['', 'c-2', 'c-3']);
    expect(await disposeHistory(store, association, later(2), later(7))).toBe(0);
    expect((await disposalsOf(store, association, { limit: 1, offset: 0 })).rows).toEqual([
      { reference: 'K-c-1', kind: 'history', at: later(7), counts: { records: 2 } },
    ]);
    const { rows, faults } = await verifyRecords(store.db);
    expect([rows, faults]).toEqual([5, []]);
  });

  it('timers of what has ended follow the association’s file', async () => {
    const store = await aStore(engine);
    await keep(store, aConsultation({ is: 'closed' }));
    await keep(store, aConsultation({ id: 'c-2', reference: 'K-2' }));
    const timers = [{ kind: 'dispose', key: 'content-', dueAt: later(1) }];
    const on = async () => true;
    expect(await renewTimers(store, association, 'one', () => timers, on)).toBe(1);
    // By the same rules nothing is looked at again.
    expect(await renewTimers(store, association, 'one', () => [], on)).toBe(0);
    expect(await renewTimers(store, association, 'two', () => timers, on)).toBe(0);
    expect(await dueTimers(store, later(2), 9)).toEqual([{ consultation: 'c-1', ...timers[0] }]);
    expect(await renewTimers(store, association, 'three', () => [], on)).toBe(1);
    expect(await dueTimers(store, later(2), 9)).toEqual([]);
  });
});

it('what was deleted is in neither of SQLite’s files once the log is emptied', async () => {
  const path = aFile();
  const store = await openStore(`sqlite:${path}`);
  const words = ['havtorn', 'kaprifol'];
  const bytes = () => readFileSync(path, 'latin1') + readFileSync(`${path}-wal`, 'latin1');
  for (let number = 0; number < 60; number += 1) {
    const request = {
      ...aConsultation().request,
      question: `havtorn ${number} `.repeat(20),
      background: `kaprifol ${number} `.repeat(40),
    };
    await keep(store, aConsultation({ id: `c-${number}`, reference: `K-${number}`, request }));
  }
  await emptyLog(store);
  expect(words.filter((word) => bytes().includes(word))).toEqual(words);
  for (let number = 0; number < 60; number += 1)
    await change(
      store,
      `c-${number}`,
      nothing,
      (current) =>
        ok(
          written(
            { ...step(current), request: { ...current.request, question: '', background: '' } },
            { disposed: 2 },
          ),
        ),
      monday,
    );
  await emptyLog(store);
  expect(words.filter((word) => bytes().includes(word))).toEqual([]);
  await store.close();
});
