import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { noteCard } from '../../src/features/liveCard.ts';
import { about, type House } from '../../src/features/turn.ts';
import type { Line } from '../../src/log.ts';
import { liveCard } from '../../src/store/cards.ts';
import { change, create } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { queue } from '../../src/store/outbox.ts';
import type { SendResult } from '../../src/teams/sender.ts';
import { aConsultation, aLeg, monday, nothing, step, written } from '../store/builders.ts';
import { anAssociation, anInnerBot, aPress, aSender, seat } from '../support/innerBot.ts';

const consultation = aConsultation({
  reference: 'K-23456-P',
  owner: 'cw-maria',
  legs: [aLeg({ asked: 'fk-eva' })],
});
const eva = 'klaralvdalen/fk-eva';
const message = { serviceUrl: 'http://127.0.0.1:9/emea/', conversationId: 'a:1', activityId: '1' };

async function kept(): Promise<Store> {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  await create(store, nothing, () => ok(written(consultation)), monday);
  return store;
}

/** Sends one message to a person through the outbox, and gives what became of it. */
async function sent(broken: number, answer: SendResult) {
  const real = await kept();
  let creates = 0;
  let faults = 0;
  // The disk fails from the moment the message has been sent.
  const store: Store = {
    ...real,
    transact: (run) => {
      if (creates === 0 || faults === broken) return real.transact(run);
      faults += 1;
      throw new Error('the disk is full');
    },
  };
  const lines: Line[] = [];
  const association = await anAssociation();
  const sender = {
    ...aSender(),
    create: async () => {
      creates += 1;
      return answer;
    },
  };
  const bot = anInnerBot({ store, association, sender, now: monday, log: (line) => lines.push(line) });
  await seat(real, association, monday);
  const payload = { consultation: 'c-1', news: 'asked' };
  await queue(real, [{ key: 'n', to: eva, kind: 'notify', payload }], monday);
  const row = () => real.db.selectFrom('outbox').select(['state', 'reason']).executeTakeFirstOrThrow();
  bot.start();
  await expect.poll(async () => [(await row()).state, (await row()).reason]).not.toEqual(['pending', null]);
  await bot.stop();
  const told = lines.filter(({ event }) => event === 'card-unknown');
  return { creates, told, row: await row(), live: await liveCard(real, eva, 'c-1') };
}

describe('the card of a message that has been sent', () => {
  it('is kept though the store failed once', async () => {
    const { creates, told, row, live } = await sent(1, { is: 'sent', activityId: 'a-1' });
    expect([creates, told, row.state, live?.activityId]).toEqual([1, [], 'sent', 'a-1']);
  });

  it('is told of when it cannot be kept, and the message is not sent again', async () => {
    const { creates, told, row, live } = await sent(2, { is: 'sent', activityId: 'a-1' });
    expect([creates, row.state, live]).toEqual([1, 'sent', undefined]);
    expect(told).toEqual([
      {
        event: 'card-unknown',
        outcome: 'fault',
        kind: 'notify',
        association: 'klaralvdalen',
        reference: consultation.reference,
        error: 'Error',
      },
    ]);
  });

  it.each([
    ['nobody knows whether it arrived', { is: 'unknown' }, 'unknown'],
    ['Teams did not say where', { is: 'sent', activityId: undefined }, 'no-id'],
  ] as const)('is told of when %s', async (_name, answer, outcome) => {
    expect((await sent(0, answer)).told).toMatchObject([{ outcome, kind: 'notify' }]);
  });
});

it('an answer drawn before a disposal is shown as a line that it is gone', async () => {
  const store = await kept();
  let woken = 0;
  const house = { store, now: () => monday, wake: () => (woken += 1) } as unknown as House;
  const hearer = { personKey: eva, language: 'sv' } as const;
  const drawn = about(consultation, { type: 'AdaptiveCard', body: ['content'] } as never);
  expect(await noteCard(house, hearer, drawn, message, false)).toBe(drawn);
  const disposedAt = monday.toISOString();
  await change(
    store,
    'c-1',
    nothing,
    (now) => ok(written({ ...step(now), disposedAt }, { disposed: 1 })),
    monday,
  );
  const shown = await noteCard(house, hearer, drawn, message, false);
  expect(JSON.stringify(shown)).not.toContain('content');
  expect(JSON.stringify(shown)).toContain(`Samråd ${consultation.reference} är gallrat`);
  expect(woken).toBe(1);
  expect(await store.db.selectFrom('cards').selectAll().execute()).toEqual([]);
  // Nor is it taken for a card of the consultation again, where it is sent as a message.
  expect(shown).not.toHaveProperty('about');
});

it('whoever presses a card while its consultation is disposed of is shown that it is gone', async () => {
  const real = await kept();
  const association = await anAssociation();
  const lines: Line[] = [];
  let disposed = 0;
  // The disposal comes when the answer has been drawn, as the card is about to be noted.
  const store: Store = {
    ...real,
    transact: async (run) => {
      disposed += 1;
      if (disposed === 1)
        await change(
          real,
          'c-1',
          nothing,
          (now) => ok(written({ ...step(now), disposedAt: monday.toISOString() }, { disposed: 1 })),
          monday,
        );
      return await real.transact(run);
    },
  };
  const bot = anInnerBot({
    store,
    association,
    sender: aSender(),
    now: monday,
    log: (line) => lines.push(line),
  });
  await seat(real, association, monday);
  const person = association.people.find(({ id }) => id === 'fk-eva')!;
  const press = aPress(person, 'consultation.more', { ref: consultation.reference });
  const answer = JSON.stringify(await bot.handle({ ...press, replyToId: 'm-1' }));
  expect(disposed).toBe(1);
  expect(answer).toContain('är gallrat');
  expect(answer).not.toContain('Action.Execute');
  const rows = await real.db.selectFrom('outbox').select(['kind', 'recipient']).execute();
  expect(rows).toEqual([{ kind: 'erase', recipient: eva }]);
});
