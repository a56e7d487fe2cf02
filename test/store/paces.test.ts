import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/database.ts';
import { forgetPaces, holdBack, paceKeys, takePace } from '../../src/store/paces.ts';
import fc from '../support/property.ts';
import { aStore, aUrl, engines } from './files.ts';

/** Microsoft's documented limits, as how many in how many ms. */
const ofConversation = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;
const ofTenant = [[50, 1_000]] as const;

/** Expects no window, wherever it begins, to hold more than it may. */
function expectWithin(times: readonly number[], limits: readonly (readonly [number, number])[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  for (const [most, ms] of limits)
    for (const [place, at] of sorted.entries()) {
      const after = sorted[place + most];
      if (after !== undefined && after - at < ms) expect.fail(`${most + 1} within ${after - at} ms of ${ms}`);
    }
}

const chat = (id: string, tenantId = 't-1') => paceKeys({ id, tenantId });

/** Every time at which a message of this conversation went, when as many as can be are sent over so many ms. */
async function greedy(store: Store, id: string, ms: number): Promise<number[]> {
  const times: number[] = [];
  for (let now = 0; now <= ms; ) {
    const wait = await takePace(store, chat(id), now);
    if (wait === 0) times.push(now);
    now += wait;
  }
  return times;
}

describe.each(engines)('on %s', (engine) => {
  it('lets five go at once to a conversation, then one each 2.2 s', async () => {
    const store = await aStore(engine);
    const times = await greedy(store, 'a', 10_000);
    expect(times.filter((at) => at === 0)).toHaveLength(5);
    expect(times.slice(5)).toEqual([2_223, 4_446, 6_669, 8_892]);
  });

  it('lets twenty go at once to a tenant, then one each 50 ms', async () => {
    const store = await aStore(engine);
    for (let one = 0; one < 20; one += 1) expect(await takePace(store, chat(`c-${one}`), 0)).toBe(0);
    expect(await takePace(store, chat('c-20'), 0)).toBe(50);
    expect(await takePace(store, chat('c-20', 't-2'), 0)).toBe(0);
    // What had to wait for its tenant has used nothing of its conversation.
    for (let one = 0; one < 4; one += 1) expect(await takePace(store, chat('c-20', 't-3'), 0)).toBe(0);
    expect(await takePace(store, chat('c-20', 't-3'), 0)).toBe(2_223);
  });

  it('grants a wait that is not too long, and keeps its place for whoever waits', async () => {
    const store = await aStore(engine);
    for (let one = 0; one < 5; one += 1) await takePace(store, chat('a'), 0);
    expect(await takePace(store, chat('a'), 1_000, 1_000)).toBe(1_223);
    expect(await takePace(store, chat('a'), 1_000, 1_500)).toBe(1_223);
    expect(await takePace(store, chat('a'), 1_000, 1_500)).toBe(3_446);
    expect(await takePace(store, chat('a'), 2_300)).toBe(2_146);
  });

  it('holds a conversation back as long as the connector asked, and no shorter than it would anyhow', async () => {
    const store = await aStore(engine);
    await holdBack(store, 'a', 30_000);
    await holdBack(store, 'a', 10_000);
    expect(await takePace(store, chat('a'), 0)).toBe(30_000);
    expect(await takePace(store, chat('b'), 0)).toBe(0);
    expect(await takePace(store, chat('a'), 30_000)).toBe(0);
    expect(await takePace(store, chat('a'), 30_000)).toBe(2_223);
  });

  it('forgets what is full again, and nothing else', async () => {
    const store = await aStore(engine);
    await takePace(store, chat('a'), 0);
    await takePace(store, chat('b'), 5_000);
    expect(await forgetPaces(store, 2_223)).toBe(0);
    expect(await forgetPaces(store, 2_224)).toBe(1);
    const { rows } = await store.db
      .selectFrom('paces')
      .select('key')
      .orderBy('key')
      .execute()
      .then((found) => ({ rows: found.map(({ key }) => key) }));
    expect(rows).toEqual(['conversation b', 'tenant t-1']);
  });

  it('never exceeds a documented limit, whatever comes when', { timeout: 60_000 }, async () => {
    const store = await aStore(engine);
    const gap = fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 400 }) },
      { weight: 1, arbitrary: fc.integer({ min: 400, max: 40_000 }) },
    );
    const arrival = fc.record({
      gap,
      to: fc.integer({ min: 0, max: 30 }),
      patience: fc.constantFrom(0, 0, 1_000, 2_000),
      refused: fc.integer({ min: 0, max: 40 }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { minLength: 50, maxLength: 200 }), async (arrivals) => {
        round += 1;
        const sent = new Map<string, number[]>();
        const all: number[] = [];
        let now = round * 10_000_000;
        for (const { gap: ms, to, patience, refused } of arrivals) {
          now += ms;
          const id = `c-${round}-${to < 20 ? 0 : to}`;
          const wait = await takePace(store, chat(id, `t-${round}`), now, patience);
          if (wait > patience) continue;
          all.push(now + wait);
          sent.set(id, [...(sent.get(id) ?? []), now + wait]);
          if (refused === 0) await holdBack(store, id, now + 5_000);
        }
        expect(all.length).toBeGreaterThan(0);
        expectWithin(all, ofTenant);
        for (const times of sent.values()) expectWithin(times, ofConversation);
      }),
      { numRuns: engine === 'postgres' ? 5 : 30 },
    );
  });

  it('never exceeds the limit of an hour', { timeout: 60_000 }, async () => {
    const store = engine === 'sqlite' ? await openStore('sqlite::memory:') : await aStore(engine);
    const times = await greedy(store, 'a', engine === 'sqlite' ? 2 * 3_600_000 : 600_000);
    expectWithin(times, ofConversation);
    // And is not slower than it says.
    expect(times.length).toBeGreaterThan(engine === 'sqlite' ? 3_200 : 270);
    if (engine === 'sqlite') await store.close();
  });

  it('is one for all instances, and takers of many buckets never block each other', {
    timeout: 60_000,
  }, async () => {
    const url = await aUrl(engine);
    const stores = [await openStore(url)];
    if (engine === 'postgres') stores.push(await openStore(url), await openStore(url));
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
    const began = Date.now();
    const keys = ['a', 'b', 'c', 'd'].map((name) => ({ kind: 'conversation', name }) as const);
    // Two keys of four each, in both orders, at once: in another order than one and the same they would deadlock.
    const waits = await Promise.all(
      Array.from({ length: 120 }, (_, number) => {
        const first = number % 4;
        const second = (first + 1 + (number % 3)) % 4;
        const two = number % 2 === 0 ? [first, second] : [second, first];
        return takePace(
          stores[number % stores.length]!,
          two.map((one) => keys[one]!),
          0,
        );
      }),
    );
    // Four buckets of five places, two to a message: ten messages at the most, and none is half taken.
    const went = waits.filter((wait) => wait === 0).length;
    expect(went).toBeGreaterThanOrEqual(8);
    expect(went).toBeLessThanOrEqual(10);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});
