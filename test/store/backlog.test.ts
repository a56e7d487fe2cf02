import { describe, expect, it, onTestFinished } from 'vitest';
import type { House } from '../../src/features/turn.ts';
import { inTurn } from '../../src/pacing.ts';
import { openStore } from '../../src/store/database.ts';
import { enqueue, pendingCount } from '../../src/store/outbox.ts';
import { startWorker } from '../../src/worker.ts';
import { createVirtualClock } from '../support/virtualClock.ts';
import { monday } from './builders.ts';

type Sent = { at: number; to: string; key: string };

/**
 * Delivers so many rows to so many conversations in virtual time, by so many instances on one store, and after them a
 * row to each of `last`, each association of theirs in a tenant of its own; what was sent when.
 */
async function drained(
  most: number,
  conversations: number,
  tenants: number,
  instances = 1,
  last: readonly string[] = [],
): Promise<Sent[]> {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const clock = createVirtualClock(monday.getTime());
  const to = [
    ...Array.from({ length: most }, (_, number) => `klaralvdalen/p-${number % conversations}`),
    ...last,
  ];
  const count = to.length;
  const rows = to.map((recipient, number) => ({
    key: String(number),
    to: recipient,
    kind: 'notify',
    payload: {},
  }));
  await store.transact((trx) => enqueue(trx, rows, monday.toISOString()));
  const house = {
    store,
    limits: { paced: true },
    realNow: clock.now,
    after: clock.after,
  } as unknown as House;
  const sent: Sent[] = [];
  let ids = 0;
  const workers = Array.from({ length: instances }, () =>
    startWorker({
      store,
      realNow: clock.now,
      after: clock.after,
      newId: () => `t-${ids++}`,
      note: (error) => expect.fail(String(error)),
      deliver: async (row, hold) => {
        const [association, number] = row.to.split('/p-');
        const chat = { id: row.to, tenantId: `${association} ${Number(number) % tenants}` };
        const ask = async () => {
          sent.push({ at: clock.now(), to: row.to, key: row.key });
          await new Promise<void>((answer) => clock.after(120, answer));
          return { is: 'sent', activityId: 'a' } as const;
        };
        return inTurn(house, chat, 0, ask, hold);
      },
    }),
  );
  await clock.pass(clock.now() + 3_600_000, () => sent.length === count);
  await clock.pass(clock.now() + 5_000);
  expect(await pendingCount(store)).toBe(0);
  const stopped = Promise.all(workers.map((one) => one.stop()));
  await clock.pass(clock.now() + 5_000);
  await stopped;
  return sent;
}

/** Each recipient's rows in the order of queueing, none twice. */
function expectInOrder(sent: readonly Sent[]): void {
  const last = new Map<string, number>();
  for (const { to, key } of sent) {
    expect(Number(key)).toBeGreaterThan(last.get(to) ?? -1);
    last.set(to, Number(key));
  }
}

const most = (times: readonly number[], ms: number): number =>
  Math.max(
    ...times.map((at, place) => times.slice(place, place + 3_000).filter((one) => one < at + ms).length),
  );

function expectWithinLimits(sent: readonly Sent[], tenantOf: (to: string) => string): void {
  for (const tenant of new Set(sent.map(({ to }) => tenantOf(to))))
    expect(
      most(
        sent.filter(({ to }) => tenantOf(to) === tenant).map(({ at }) => at),
        1_000,
      ),
    ).toBeLessThanOrEqual(50);
  for (const to of new Set(sent.map((one) => one.to))) {
    const times = sent.filter((one) => one.to === to).map(({ at }) => at);
    for (const [count, ms] of [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ] as const)
      expect(most(times, ms)).toBeLessThanOrEqual(count);
  }
}

/** BACKLOG=10000 is the full count. */
const rows = Number(process.env.BACKLOG ?? 2_000);

const seconds = (sent: readonly Sent[]): number => (sent.at(-1)!.at - sent[0]!.at) / 1_000;

describe('a backlog', () => {
  it('of one tenant drains as fast as the tenant’s pace allows', { timeout: 120_000 }, async () => {
    const [count, conversations] = [rows, 300];
    const sent = await drained(count, conversations, 1);
    expectInOrder(sent);
    expectWithinLimits(sent, () => 't');
    // Twenty at once, then twenty a second.
    const allowed = (count - 20) / 20;
    expect(seconds(sent)).toBeGreaterThan(allowed * 0.99);
    expect(seconds(sent)).toBeLessThan(allowed * 1.1);
  });

  it('of few conversations drains as fast as each one’s pace allows', { timeout: 120_000 }, async () => {
    const sent = await drained(400, 10, 1);
    expectInOrder(sent);
    expectWithinLimits(sent, () => 't');
    const allowed = (400 / 10 - 5) / 0.45;
    expect(seconds(sent)).toBeGreaterThan(allowed * 0.99);
    expect(seconds(sent)).toBeLessThan(allowed * 1.1);
  });

  it.each([1, 2])(
    'of one association holds up nobody else’s, %i instances',
    {
      timeout: 120_000,
    },
    async (instances) => {
      const sent = await drained(600, 300, 1, instances, ['norrdal/p-0', 'vinterdal/p-0', 'norrdal/p-0']);
      expectInOrder(sent);
      const after = (association: string) =>
        sent.filter(({ to }) => to.startsWith(association)).map(({ at }) => at - sent[0]!.at);
      expect(after('norrdal')).toHaveLength(2);
      for (const ms of [...after('norrdal'), ...after('vinterdal')]) expect(ms).toBeLessThan(2_000);
      expectWithinLimits(sent, (to) => to.split('/')[0]!);
      // And those that rest lose none of their own pace by it.
      expect(Math.max(...after('klaralvdalen')) / 1_000).toBeLessThan(((600 - 20) / 20) * 1.1);
    },
  );

  it('of several tenants drains as fast for several instances, and no faster', {
    timeout: 120_000,
  }, async () => {
    const sent = await drained(rows * 0.3, 300, 3, 3);
    expectInOrder(sent);
    expectWithinLimits(sent, (to) => String(Number(to.split('-')[1]) % 3));
    const allowed = ((rows * 0.3) / 3 - 20) / 20;
    expect(seconds(sent)).toBeGreaterThan(allowed * 0.99);
    expect(seconds(sent)).toBeLessThan(allowed * 1.1);
  });
});
