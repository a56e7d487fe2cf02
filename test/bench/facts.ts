import { draft, send } from '../../src/domain/life/request.ts';
import { readFacts } from '../../src/features/facts.ts';
import type { House } from '../../src/features/turn.ts';
import { openStore } from '../../src/store/database.ts';
import { decided } from '../../src/store/lookedAt.ts';
import { associationOf, now, type Size } from './association.ts';

const EACH = 500;

/** Milliseconds for what one change reads and decides, in a transaction of its own, when everybody has been asked before. */
export async function measuredSend(size: Size, runs: number): Promise<{ median: number; slow: number }> {
  const association = associationOf(size);
  const store = await openStore('sqlite::memory:');
  const people = association.people.map(({ id }) => id);
  for (let from = 0; from < people.length; from += EACH) {
    const some = people.slice(from, from + EACH);
    const asked = some.map((person) => ({ association: 'bench', person, at: '2026-09-01T08:00:00.000Z' }));
    await store.db.insertInto('asked').values(asked).execute();
  }
  const house = { newId: () => 'id' } as unknown as House;
  const reader = association.people.find(({ role }) => role === 'caseworker')!;
  const who = { association, reader, now };
  const request = {
    municipality: 'norr',
    ageBand: '60+',
    agencies: ['asked', 'other-0', 'other-1'],
    template: 'general',
    certificate: 'valid',
    urgency: 'normal',
    purpose: 'meeting',
  } as unknown as Parameters<typeof draft>[1];
  const once = async (): Promise<number> => {
    const start = process.hrtime.bigint();
    await store.transact(async (trx) => {
      const sent = await decided(await readFacts(trx, house, who), (facts) =>
        send(draft({ id: 'id', reference: 'K-22222-8' }, request, facts), facts),
      );
      if (!sent.ok) throw new Error('refused');
    });
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  await once();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await once());
  await store.close();
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)]!, slow: times[Math.floor(runs * 0.95)]! };
}
