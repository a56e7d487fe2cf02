import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import type { Counted } from '../../src/domain/counted.ts';
import { ok } from '../../src/domain/result.ts';
import { eraseOrphans } from '../../src/store/cardErasure.ts';
import { keepCard, liveCard, liveCardsOf, saveLiveCard } from '../../src/store/cards.ts';
import { change, create, deleteDraft } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { countOff } from '../../src/store/disposals.ts';
import { claim, settle } from '../../src/store/outbox.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const association = 'klaralvdalen';
const kim = `${association}/fk-1`;
const soc = `${association}/soc-1`;
const at = monday.toISOString();
const later = (days: number) => new Date(monday.getTime() + days * 86_400_000).toISOString();
const card = (activityId: string, conversationId = 'a:1') => ({
  serviceUrl: 'https://smba.invalid/',
  conversationId,
  activityId,
});

const keep = (store: Store, but: Partial<Consultation> = {}) =>
  create(store, nothing, () => ok(written(aConsultation(but))), monday);

const dispose = (store: Store, id = 'c-1') =>
  change(
    store,
    id,
    nothing,
    (current) => ok(written({ ...step(current), disposedAt: at }, { disposed: 1 })),
    monday,
  );

async function queued(store: Store, kind: string): Promise<Record<string, unknown>[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .select(['recipient', 'payload'])
    .where('kind', '=', kind)
    .orderBy('sequence')
    .execute();
  return rows.map(({ recipient, payload }) => ({ recipient, ...(JSON.parse(payload) as object) }));
}

const known = (store: Store) =>
  store.db.selectFrom('cards').select(['activity_id', 'live']).orderBy('activity_id').execute();

const counted: Counted = {
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
  legs: [],
};

describe.each(engines)('on %s', (engine) => {
  describe('the card a person has of a consultation', () => {
    it('is the latest one; each before it is folded, as often as it takes', async () => {
      const store = await aStore(engine);
      await keep(store);
      await keep(store, { id: 'c-2', reference: 'K-CDFGH-J' });
      expect(await liveCard(store, kim, 'c-1')).toBeUndefined();
      expect(await saveLiveCard(store, kim, 'c-1', card('1'), at)).toEqual({ gone: undefined, queued: 0 });
      expect(await saveLiveCard(store, kim, 'c-1', card('1'), at)).toEqual({ gone: undefined, queued: 0 });
      expect((await saveLiveCard(store, kim, 'c-1', card('2'), at)).queued).toBe(1);
      await saveLiveCard(store, kim, 'c-2', card('9'), at);
      expect(await liveCard(store, kim, 'c-1')).toEqual(card('2'));
      // The first is pressed and takes the place again, and then a third comes.
      await saveLiveCard(store, kim, 'c-1', card('1'), at);
      await saveLiveCard(store, kim, 'c-1', card('3'), at);
      expect(await queued(store, 'fold')).toEqual(
        ['1', '2', '1'].map((id) => ({ recipient: kim, consultation: 'c-1', ...card(id) })),
      );
      expect((await saveLiveCard(store, kim, 'c-1', card('4'), at, { fold: false })).queued).toBe(0);
      expect(await queued(store, 'fold')).toHaveLength(3);
    });

    it('is listed with everybody else’s', async () => {
      const store = await aStore(engine);
      await keep(store);
      await saveLiveCard(store, kim, 'c-1', card('1'), at);
      await saveLiveCard(store, `${association}/af-1`, 'c-1', card('1', 'a:2'), at);
      await keepCard(store, soc, 'c-1', card('1', 'a:3'), at);
      expect(await liveCardsOf(store.db, 'c-1')).toEqual([
        { personKey: `${association}/af-1`, ...card('1', 'a:2') },
        { personKey: kim, ...card('1') },
      ]);
    });

    it('is one only, and every other is folded, when many come at once', { timeout: 60_000 }, async () => {
      const store = await aStore(engine);
      const ids = Array.from({ length: 25 }, (_, number) => `c-${number}`);
      for (const id of ids) await keep(store, { id, reference: id });
      await Promise.all(
        ids.flatMap((id) =>
          ['1', '2', '3'].map((one) => saveLiveCard(store, kim, id, card(`${id} ${one}`), at)),
        ),
      );
      for (const id of ids) expect(await liveCardsOf(store.db, id)).toHaveLength(1);
      expect(await queued(store, 'fold')).toHaveLength(2 * ids.length);
      const folded = (await queued(store, 'fold')).map(({ activityId }) => activityId);
      const live = (await known(store)).filter((row) => row.live === 1).map((row) => row.activity_id);
      expect([...folded, ...live].sort()).toEqual((await known(store)).map((row) => row.activity_id));
      expect(new Set(folded).size).toBe(folded.length);
    });

    it('can not be two, whoever writes', async () => {
      const store = await aStore(engine);
      const row = { person_key: kim, consultation: 'c-1', live: 1, service_url: '', saved_at: at };
      const add = (id: string) =>
        store.db
          .insertInto('cards')
          .values({ ...row, conversation_id: 'a', activity_id: id })
          .execute();
      await add('1');
      await expect(add('2')).rejects.toThrow(/unique/i);
    });
  });

  describe('a card that came to stand too late', () => {
    it.each([
      ['live', saveLiveCard],
      ['noted', keepCard],
    ])('is replaced and not kept when the content is gone: %s', async (_name, save) => {
      const store = await aStore(engine);
      await keep(store);
      await dispose(store);
      const gone = { association, reference: 'K-BCDFG-H', was: 'consultation' };
      expect(await save(store, kim, 'c-1', card('9'), at)).toEqual({ gone, queued: 1 });
      expect(await queued(store, 'erase')).toEqual([{ recipient: kim, ...gone, ...card('9') }]);
      expect(await known(store)).toEqual([]);
    });

    it('is kept when it was drawn after the content went', async () => {
      const store = await aStore(engine);
      await keep(store);
      await dispose(store);
      expect((await saveLiveCard(store, kim, 'c-1', card('9'), at, { fresh: false })).gone).toBeUndefined();
      expect(await known(store)).toEqual([{ activity_id: '9', live: 1 }]);
      expect(await queued(store, 'erase')).toEqual([]);
    });

    it('is replaced again though the same message was replaced with the others', async () => {
      const store = await aStore(engine);
      await keep(store);
      await keepCard(store, kim, 'c-1', card('1'), at);
      await dispose(store);
      const lease = { now: Date.now(), leaseMs: 1000, token: 't' };
      await settle(store, (await claim(store, lease))!, 't', { is: 'sent', activityId: undefined });
      // What was drawn before came to stand there after the line had.
      expect((await keepCard(store, kim, 'c-1', card('1'), at)).gone).toBeDefined();
      const rows = await store.db
        .selectFrom('outbox')
        .select(['kind', 'state'])
        .orderBy('sequence')
        .execute();
      expect(rows).toEqual([
        { kind: 'erase', state: 'sent' },
        { kind: 'erase', state: 'pending' },
      ]);
    });

    it('is replaced when all of it is gone, however it was drawn', async () => {
      const store = await aStore(engine);
      await keep(store);
      await countOff(store, { id: 'c-1', version: 1 }, counted, at);
      await keep(store, { id: 'c-2', reference: 'K-CDFGH-J', is: 'draft', sentAt: undefined, legs: [] });
      await deleteDraft(store, 'c-2', monday);
      await keepCard(store, kim, 'c-1', card('1'), at, { fresh: false });
      await saveLiveCard(store, kim, 'c-2', card('2'), at);
      expect(await queued(store, 'erase')).toMatchObject([
        { activityId: '1', reference: 'K-BCDFG-H', was: 'consultation' },
        { activityId: '2', reference: 'K-CDFGH-J', was: 'draft' },
      ]);
      expect(await known(store)).toEqual([]);
    });

    it('is never lost, whichever of disposal and card comes first', { timeout: 60_000 }, async () => {
      const store = await aStore(engine);
      const ids = Array.from({ length: 30 }, (_, number) => `c-${number}`);
      for (const id of ids) await keep(store, { id, reference: id });
      await Promise.all(
        ids.flatMap((id) => [
          keepCard(store, kim, id, card(`${id} 1`), at),
          dispose(store, id),
          saveLiveCard(store, soc, id, card(`${id} 2`), at),
          keepCard(store, kim, id, card(`${id} 3`), at),
        ]),
      );
      const erased = (await queued(store, 'erase')).map(({ activityId }) => activityId).sort();
      expect(erased).toEqual(ids.flatMap((id) => [`${id} 1`, `${id} 2`, `${id} 3`]).sort());
      expect(await known(store)).toEqual([]);
    });
  });

  describe('a card whose consultation is not there', () => {
    it('goes after its time; those of others stay', async () => {
      const store = await aStore(engine);
      await keep(store);
      await keepCard(store, soc, 'c-1', card('1'), at);
      await keepCard(store, soc, 'never-made', card('2'), at);
      await saveLiveCard(store, soc, 'never-made', card('3'), later(2));
      await keepCard(store, 'skargarden/soc-1', 'never-made', card('4'), at);
      expect(await liveCard(store, soc, 'never-made')).toBeUndefined();
      expect(await eraseOrphans(store, association, later(1), at)).toBe(1);
      expect(await queued(store, 'erase')).toMatchObject([{ activityId: '2', reference: '', was: 'draft' }]);
      expect(await eraseOrphans(store, association, later(1), at)).toBe(0);
    });

    it('goes however many there are, once, though two programs look', { timeout: 60_000 }, async () => {
      const store = await aStore(engine);
      const rows = Array.from({ length: 450 }, (_, number) => ({
        person_key: soc,
        consultation: `n-${number}`,
        live: 0,
        service_url: '',
        conversation_id: 'a',
        activity_id: String(number),
        saved_at: at,
      }));
      await store.db.insertInto('cards').values(rows).execute();
      const look = () => eraseOrphans(store, association, later(1), at);
      const counts = await Promise.all([look(), look()]);
      expect(counts[0]! + counts[1]! + (await look())).toBe(450);
      expect(new Set((await queued(store, 'erase')).map(({ activityId }) => activityId)).size).toBe(450);
      expect(await queued(store, 'erase')).toHaveLength(450);
    });
  });
});

it('numbers left for statistics tell nothing of their order by where SQLite keeps them', async () => {
  const store = await aStore('sqlite');
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await keep(store, { id: `c-${number}`, reference: `K-${number}` });
    await countOff(store, { id: `c-${number}`, version: 1 }, { ...counted, rounds: number }, at);
  }
  const rowNumber = store.db.dynamic.ref<string>('rowid');
  await expect(store.db.selectFrom('statistics').select([rowNumber]).execute()).rejects.toThrow(/rowid/);
});
