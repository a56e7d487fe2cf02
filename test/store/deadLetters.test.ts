import { describe, expect, it } from 'vitest';
import { handleDead, sendMissed } from '../../src/store/deadLetters.ts';
import { claim, enqueue, settle } from '../../src/store/outbox.ts';
import { monday } from './builders.ts';
import { aStore, engines } from './files.ts';

const kim = 'klaralvdalen/fk-1';
const lease = (token: string) => ({ now: 0, leaseMs: 60_000, token });
const by = { actor: 'co-1', at: monday.toISOString() };

describe.each(engines)('a message that could not be delivered, on %s', (engine) => {
  it.each([
    ['because its reader has a chat again', sendMissed],
    [
      'by the coordinator',
      (store: Parameters<typeof handleDead>[0], _: string, sequence: number) =>
        handleDead(store, 'retry', { association: 'klaralvdalen', sequence }, by),
    ],
  ] as const)('is sent anew behind what is being sent to the same person, %s', async (_, anew) => {
    const store = await aStore(engine);
    const row = (key: string) => ({ key, to: kim, kind: 'notify', payload: { consultation: key } });
    await store.transact((trx) => enqueue(trx, [row('missed'), row('under-way')], monday.toISOString()));
    const missed = (await claim(store, lease('one')))!;
    await settle(store, missed, 'one', { is: 'dead', reason: 'blocked' });
    const underWay = (await claim(store, lease('one')))!;
    expect(underWay.key).toBe('under-way');
    expect(await anew(store, kim, missed.sequence)).toBeTruthy();
    // One at a time to each person: whoever looks for work meanwhile finds none.
    expect(await claim(store, lease('two'))).toBeUndefined();
    await settle(store, underWay, 'one', { is: 'sent', activityId: 'a-1' });
    expect((await claim(store, lease('two')))?.key).toBe('missed');
  });
});
