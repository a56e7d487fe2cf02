import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/database.ts';
import { deadRows } from '../../src/store/deadLetters.ts';
import {
  type Claimed,
  claim,
  type Delivery,
  enqueue,
  hold,
  oldestPendingAge,
  pendingCount,
  type Queued,
  releaseLeases,
  settle,
} from '../../src/store/outbox.ts';
import fc from '../support/property.ts';
import { monday } from './builders.ts';
import { aStore, aUrl, engines } from './files.ts';

const kim = 'klaralvdalen/fk-1';
const alex = 'klaralvdalen/soc-1';

const row = (key: string, to = kim, but: Partial<Queued> = {}): Queued => ({
  key,
  to,
  kind: 'asked',
  payload: { consultation: 'c-1', version: 2 },
  ...but,
});

const queue = (store: Store, ...rows: Queued[]) =>
  store.transact((trx) => enqueue(trx, rows, monday.toISOString()));

const lease = (token: string, now = 0) => ({ now, leaseMs: 60_000, token });

const sent = { is: 'sent', activityId: 'a-1' } as const;

/** Takes and sends all that is due; the keys in the order they were taken. */
async function drain(store: Store, now = 0): Promise<string[]> {
  const keys: string[] = [];
  for (;;) {
    const claimed = await claim(store, lease('drain', now));
    if (claimed === undefined) return keys;
    keys.push(claimed.key);
    await settle(store, claimed, 'drain', sent);
  }
}

describe.each(engines)('on %s', (engine) => {
  describe('queueing', () => {
    it('gives a row back as it was queued', async () => {
      const store = await aStore(engine);
      await queue(
        store,
        row('a', kim, { kind: 'reply', payload: { card: '{"type":"AdaptiveCard"}', n: [1] } }),
      );
      expect(await claim(store, lease('t'))).toEqual({
        sequence: 1,
        key: 'a',
        to: kim,
        kind: 'reply',
        payload: { card: '{"type":"AdaptiveCard"}', n: [1] },
        attempts: 1,
        resent: false,
        createdAt: monday.toISOString(),
      });
    });

    it('queues a key once for ever, also after it was sent and beside new ones', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      await queue(store, row('a', alex), row('b'), row('b'));
      expect(await drain(store)).toEqual(['a', 'b']);
      await queue(store, row('a'), row('c'));
      expect(await drain(store)).toEqual(['c']);
    });

    it('queues nothing when the transaction is given up', async () => {
      const store = await aStore(engine);
      const givenUp = store.transact(async (trx) => {
        await enqueue(trx, [row('a')], monday.toISOString());
        throw new Error('given up');
      });
      await expect(givenUp).rejects.toThrow('given up');
      expect(await pendingCount(store)).toBe(0);
    });
  });

  describe('the order of delivery', () => {
    it('is the order of queueing', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'), row('b', alex));
      await queue(store, row('c'), row('d', alex));
      expect(await drain(store)).toEqual(['a', 'b', 'c', 'd']);
    });

    it('lets nobody past a row to the same recipient that is taken or waits, but all others', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'), row('b'), row('c', alex));
      const first = (await claim(store, lease('one'))) as Claimed;
      expect(first.key).toBe('a');
      expect((await claim(store, lease('two')))?.key).toBe('c');
      expect(await claim(store, lease('three'))).toBeUndefined();
      await settle(store, first, 'one', { is: 'later', notBefore: 5_000 });
      expect(await claim(store, lease('three', 4_999))).toBeUndefined();
      expect((await claim(store, lease('three', 5_000)))?.key).toBe('a');
    });

    it('leaves out the associations that rest, and keeps each one’s order when they have rested', async () => {
      const store = await aStore(engine);
      const there = 'norrdal/fk-1';
      await queue(store, row('a'), row('b', alex), row('c', there), row('d', there), row('e'));
      const taken = async (...resting: string[]) => (await claim(store, lease('one'), resting))?.key;
      expect(await taken('klaralvdalen', 'norrdal')).toBeUndefined();
      const other = (await claim(store, lease('one'), ['klaralvdalen', 'vinterdal'])) as Claimed;
      expect(other.key).toBe('c');
      expect(await taken('klaralvdalen')).toBeUndefined();
      await settle(store, other, 'one', sent);
      expect(await taken('klaralvdalen')).toBe('d');
      expect([await taken('norrdal'), await taken(), await taken()]).toEqual(['a', 'b', undefined]);
    });

    it.each([sent, { is: 'unknown' }, { is: 'dead', reason: '403' }] as const)(
      'goes on after %j',
      async (end) => {
        const store = await aStore(engine);
        await queue(store, row('a'), row('b'));
        const first = (await claim(store, lease('one'))) as Claimed;
        expect(await settle(store, first, 'one', end)).toBe(true);
        expect(await drain(store)).toEqual(['b']);
      },
    );
  });

  describe('whatever becomes of the deliveries', () => {
    it('each recipient gets every row once, in order', { timeout: 60_000 }, async () => {
      const outcome = fc.constantFrom<Delivery['is']>('sent', 'later', 'paced', 'unknown', 'dead', 'lost');
      const recipients = fc.array(fc.constantFrom(kim, alex, 'annat/x'), { minLength: 1, maxLength: 8 });
      const store = await aStore(engine);
      let round = 0;
      await fc.assert(
        fc.asyncProperty(recipients, fc.array(outcome, { maxLength: 20 }), async (to, outcomes) => {
          round += 1;
          await queue(store, ...to.map((recipient, number) => row(`${round}-${number}`, recipient)));
          const settled: Claimed[] = [];
          let now = 0;
          for (const is of [...outcomes, ...to.map(() => 'sent' as const)]) {
            const token = `t-${now}`;
            const claimed = await claim(store, lease(token, now));
            now += 60_000;
            if (claimed === undefined) continue;
            const delivery: Delivery =
              is === 'sent'
                ? sent
                : is === 'later' || is === 'paced'
                  ? { is, notBefore: now }
                  : is === 'dead'
                    ? { is, reason: '403' }
                    : { is };
            expect(await settle(store, claimed, token, delivery)).toBe(is !== 'lost');
            if (!['later', 'paced', 'lost'].includes(is)) settled.push(claimed);
          }
          expect(await pendingCount(store)).toBe(0);
          for (const recipient of new Set(to))
            expect(settled.filter((each) => each.to === recipient).map(({ key }) => key)).toEqual(
              to.flatMap((each, number) => (each === recipient ? [`${round}-${number}`] : [])),
            );
        }),
        { numRuns: 60 },
      );
    });

    it('keeps the order for each recipient with many takers on several instances', {
      timeout: 60_000,
    }, async () => {
      const url = await aUrl(engine);
      const stores = [await openStore(url)];
      // SQLite's file is one process's alone; PostgreSQL serves several.
      if (engine === 'postgres') stores.push(await openStore(url), await openStore(url));
      onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
      let round = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 10, maxLength: 40 }),
          fc.infiniteStream(
            fc.constantFrom<'sent' | 'paced' | 'later'>('sent', 'sent', 'sent', 'paced', 'later'),
          ),
          async (to, outcomes) => {
            round += 1;
            const keyOf = (number: number) => `many-${round}-${number}`;
            // Queued while they are taken, by all of them.
            const queueing = to.map((one, number) =>
              queue(stores[number % stores.length]!, row(keyOf(number), `${engine}/p-${one}`)),
            );
            const underWay = new Set<string>();
            const delivered: Claimed[] = [];
            let ended = 0;
            const taker = async (store: Store, name: string) => {
              for (let turn = 0; ended < to.length; turn += 1) {
                const token = `${round}-${name}-${turn}`;
                const claimed = await claim(store, lease(token));
                if (claimed === undefined) {
                  await Promise.race(queueing);
                  await new Promise((next) => setImmediate(next));
                  continue;
                }
                expect(underWay.has(claimed.to), 'two at once to one recipient').toBe(false);
                underWay.add(claimed.to);
                expect(await hold(store, claimed, lease(token))).toBe(true);
                const is = outcomes.next().value;
                if (is === 'sent') delivered.push(claimed);
                underWay.delete(claimed.to);
                const end = is === 'sent' ? sent : { is, notBefore: 0 };
                expect(await settle(store, claimed, token, end)).toBe(true);
                if (is === 'sent') ended += 1;
              }
            };
            await Promise.all(
              stores.flatMap((store, instance) =>
                Array.from({ length: 6 / stores.length }, (_, lane) => taker(store, `${instance}-${lane}`)),
              ),
            );
            await Promise.all(queueing);
            expect(delivered).toHaveLength(to.length);
            for (const one of new Set(to)) {
              const sequences = delivered
                .filter((each) => each.to === `${engine}/p-${one}`)
                .map(({ sequence }) => sequence);
              expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
            }
          },
        ),
        { numRuns: engine === 'postgres' ? 8 : 20 },
      );
    });
  });

  describe('a lease', () => {
    it('gives every row to exactly one of many takers', async () => {
      const store = await aStore(engine);
      const keys = Array.from({ length: 30 }, (_, number) => `k-${number}`);
      await queue(store, ...keys.map((key, number) => row(key, `klaralvdalen/p-${number}`)));
      const taken = await Promise.all(keys.map((_, taker) => claim(store, lease(`t-${taker}`))));
      expect(new Set(taken.map((claimed) => claimed?.key))).toEqual(new Set(keys));
      expect(await claim(store, lease('late'))).toBeUndefined();
    });

    it('runs out, and then whoever held it is fenced off', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      const slow = (await claim(store, lease('slow'))) as Claimed;
      expect(await claim(store, lease('quick', 59_999))).toBeUndefined();
      const quick = (await claim(store, lease('quick', 60_000))) as Claimed;
      expect(quick.attempts).toBe(2);
      expect(await settle(store, slow, 'slow', { is: 'dead', reason: '500' })).toBe(false);
      expect(await deadRows(store, 'klaralvdalen')).toEqual([]);
      expect(await settle(store, quick, 'quick', sent)).toBe(true);
      expect(await settle(store, quick, 'quick', { is: 'later', notBefore: 0 })).toBe(false);
      expect(await pendingCount(store)).toBe(0);
    });

    it('may be settled late by its holder as long as nobody else has taken it', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      const slow = (await claim(store, lease('slow'))) as Claimed;
      expect(await settle(store, slow, 'slow', sent)).toBe(true);
      expect(await claim(store, lease('quick', 600_000))).toBeUndefined();
    });

    it('is renewed by its holder, and never by anybody else', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      const slow = (await claim(store, lease('slow'))) as Claimed;
      expect(await hold(store, slow, lease('slow', 50_000))).toBe(true);
      expect(await claim(store, lease('quick', 109_999))).toBeUndefined();
      // Run out, but nobody has come: it is still the holder's, and nobody's else from then on.
      expect(await hold(store, slow, lease('slow', 200_000))).toBe(true);
      expect(await claim(store, lease('quick', 259_999))).toBeUndefined();
      const quick = (await claim(store, lease('quick', 260_000))) as Claimed;
      expect(await hold(store, slow, lease('slow', 260_000))).toBe(false);
      expect(await hold(store, quick, lease('quick', 260_001))).toBe(true);
      await settle(store, quick, 'quick', sent);
      expect(await hold(store, quick, lease('quick', 260_002))).toBe(false);
    });

    it('is let go of at the start where one process has the file alone, and runs out by itself elsewhere', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      await claim(store, lease('dead'));
      expect(await releaseLeases(store)).toBe(engine === 'sqlite' ? 1 : 0);
      expect((await claim(store, lease('next', 1_000)))?.key).toBe(engine === 'sqlite' ? 'a' : undefined);
      expect((await claim(store, lease('later', 61_000)))?.key).toBe('a');
    });

    it('counts no attempt when the row was only held back, and says so when it may have arrived', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      const paced = (await claim(store, lease('one'))) as Claimed;
      await settle(store, paced, 'one', { is: 'paced', notBefore: 1_000 });
      const tried = (await claim(store, lease('two', 1_000))) as Claimed;
      expect(tried).toMatchObject({ attempts: 1, resent: false });
      await settle(store, tried, 'two', { is: 'later', notBefore: 2_000, resent: true });
      expect(await claim(store, lease('three', 2_000))).toMatchObject({ attempts: 2, resent: true });
    });

    it('is over when the row was put off', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'));
      const first = (await claim(store, lease('one'))) as Claimed;
      await settle(store, first, 'one', { is: 'later', notBefore: 1_000 });
      expect(await settle(store, first, 'one', sent)).toBe(false);
    });
  });

  describe('what is left of a settled row', () => {
    async function left(but: Partial<Queued>, end: Parameters<typeof settle>[3]) {
      const store = await aStore(engine);
      await queue(store, row('a', kim, but));
      await settle(store, (await claim(store, lease('one'))) as Claimed, 'one', end);
      return await store.db
        .selectFrom('outbox')
        .select(['state', 'payload', 'activity_id', 'reason'])
        .executeTakeFirstOrThrow();
    }

    it('is no content once it has been sent', async () => {
      expect(await left({}, sent)).toEqual({
        state: 'sent',
        payload: '{}',
        activity_id: 'a-1',
        reason: null,
      });
    });

    it('is no content when nobody knows whether it arrived', async () => {
      expect(await left({ kind: 'reply' }, { is: 'unknown' })).toMatchObject({
        state: 'unknown',
        payload: '{}',
      });
    });

    it('is the ids when it could not be delivered, but never a reply’s card', async () => {
      const dead = { is: 'dead', reason: '403' } as const;
      expect(await left({}, dead)).toMatchObject({ state: 'dead', payload: expect.stringContaining('c-1') });
      expect(await left({ kind: 'reply' }, dead)).toMatchObject({ payload: '{}', reason: '403' });
    });
  });

  describe('looking after the outbox', () => {
    it('tells how many wait and for how long', async () => {
      const store = await aStore(engine);
      const later = new Date(monday.getTime() + 90_000);
      expect(await oldestPendingAge(store, later)).toBe(0);
      await queue(store, row('a'), row('b'));
      expect(await pendingCount(store)).toBe(2);
      expect(await oldestPendingAge(store, later)).toBe(90_000);
      await drain(store);
      expect(await pendingCount(store)).toBe(0);
      expect(await oldestPendingAge(store, later)).toBe(0);
    });

    it('lists what could not be delivered in one association', async () => {
      const store = await aStore(engine);
      await queue(store, row('a'), row('b', 'annat/fk-1'), row('c', 'klaralvdalen-2/fk-1'), row('d', alex));
      for (let taken = 0; taken < 4; taken += 1)
        await settle(store, (await claim(store, lease('one'))) as Claimed, 'one', {
          is: 'dead',
          reason: '403',
        });
      const dead = await deadRows(store, 'klaralvdalen');
      expect(dead.map(({ key, to, reason, attempts }) => ({ key, to, reason, attempts }))).toEqual([
        { key: 'a', to: kim, reason: '403', attempts: 1 },
        { key: 'd', to: alex, reason: '403', attempts: 1 },
      ]);
      expect(dead[0]?.payload).toEqual({ consultation: 'c-1', version: 2 });
    });
  });
});
