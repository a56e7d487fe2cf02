import { expect, it, onTestFinished } from 'vitest';
import type { House } from '../src/features/turn.ts';
import { inTurn } from '../src/pacing.ts';
import { openStore } from '../src/store/database.ts';
import { paces } from '../src/store/paces.ts';

const chat = { id: 'a:eva', tenantId: 'kommunen' };

it('sends no more at once than may go, whoever stood still between a turn and its sending', async () => {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const clock = { now: Date.parse('2026-09-07T09:00:00Z') };
  const house = {
    store,
    limits: { paced: true },
    realNow: () => clock.now,
    after: (ms: number, run: () => void) => {
      clock.now += ms;
      run();
    },
  } as unknown as House;
  const sent: number[] = [];
  const send = async () => sent.push(clock.now);

  // Three have their turn and then stand still for as long as it takes to earn it all back; two more times.
  const still = { release: () => {} };
  const frozen: Promise<unknown>[] = [];
  for (let group = 0; group < 3; group += 1) {
    const gate = new Promise<void>((go) => {
      const before = still.release;
      still.release = () => {
        before();
        go();
      };
    });
    let held = 0;
    const stands = async () => {
      held += 1;
      await gate;
      return true;
    };
    for (let one = 0; one < 3; one += 1) frozen.push(inTurn(house, chat, 0, send, stands));
    while (held < 3) await new Promise((go) => setImmediate(go));
    clock.now += 60_000;
  }
  expect(sent).toEqual([]);
  still.release();
  const results = await Promise.all(frozen);
  expect(sent.length).toBe(paces.conversation.burst);
  expect(results.filter((one) => typeof one === 'object')).toHaveLength(9 - paces.conversation.burst);
});

it('asks nothing for a row that has become somebody else’s', async () => {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const house = { store, limits: { paced: true }, realNow: () => 0, after: () => {} } as unknown as House;
  const result = await inTurn(
    house,
    chat,
    0,
    async () => expect.fail('asked'),
    async () => false,
  );
  expect(result).toEqual({ is: 'lost' });
});
