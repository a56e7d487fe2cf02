import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { queue } from '../../src/store/outbox.ts';
import type { SendResult } from '../../src/teams/sender.ts';
import { aMessage, anAssociation, anInnerBot, aSender, seat } from '../support/innerBot.ts';
import { createVirtualClock } from '../support/virtualClock.ts';

const now = new Date('2026-09-07T07:00:00Z');

/** A bot in virtual time, and when it sent what to whom. */
async function opened() {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const association = await anAssociation();
  const clock = createVirtualClock(Date.parse('2026-11-22T08:00:00Z'));
  const began = clock.now();
  const fate: { next: SendResult | undefined } = { next: undefined };
  const sent: { at: number; to: string }[] = [];
  const sender = {
    ...aSender(),
    create: async ({ id }: { id: string }): Promise<SendResult> => {
      const { next } = fate;
      fate.next = undefined;
      if (next) return next;
      sent.push({ at: clock.now() - began, to: id });
      return { is: 'sent', activityId: `a-${sent.length}` };
    },
  };
  const bot = anInnerBot({ store, association, sender, now, realNow: clock.now, after: clock.after });
  await seat(store, association, now);
  const eva = association.people.find(({ id }) => id === 'fk-eva')!;
  const waiting = () => store.db.selectFrom('outbox').selectAll().where('state', '=', 'pending').execute();
  /** Says something, and lets time pass until it has been answered. */
  const say = async (text: string, ms = 10_000): Promise<void> => {
    const over = { is: false };
    const turn = bot.handle(aMessage(eva, text)).then(() => {
      over.is = true;
    });
    await clock.pass(clock.now() + ms, () => over.is);
    await turn;
  };
  return { store, association, clock, began, fate, sent, bot, eva, waiting, say };
}

describe('answers to words', () => {
  it('keep to the pace of the chat: a short wait in the turn, a longer one in the outbox', async () => {
    const { clock, began, sent, waiting, say, bot } = await opened();
    for (let word = 0; word < 5; word += 1) await say('hjälp');
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0]);
    await clock.pass(began + 500);
    // 1.7 s: whoever wrote waits that long.
    await say('hjälp');
    expect(sent.at(-1)?.at).toBe(2_223);
    expect(await waiting()).toEqual([]);
    // 2.2 s: the turn ends, and the outbox answers.
    await say('hjälp');
    expect(clock.now() - began).toBe(2_223);
    expect(sent).toHaveLength(6);
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['reply']);
    bot.start();
    await clock.pass(began + 10_000, async () => sent.length === 7);
    expect(sent.at(-1)?.at).toBeGreaterThanOrEqual(4_446);
    expect(sent.at(-1)?.at).toBeLessThan(4_600);
    const stopped = bot.stop();
    await clock.pass(clock.now() + 10_000);
    await stopped;
  });

  it('share their pace with what the outbox sends', async () => {
    const { store, association, clock, began, sent, say, bot } = await opened();
    for (let word = 0; word < 5; word += 1) await say('hjälp');
    await queue(
      store,
      [{ key: 'r', to: `${association.id}/fk-eva`, kind: 'reply', payload: { language: 'sv' } }],
      now,
    );
    bot.start();
    await clock.pass(began + 2_000);
    expect(sent).toHaveLength(5);
    await clock.pass(began + 3_000);
    expect(sent).toHaveLength(6);
    expect(sent.at(-1)?.at).toBeGreaterThanOrEqual(2_223);
    // Held back is not tried.
    const [row] = await store.db.selectFrom('outbox').selectAll().execute();
    expect(row).toMatchObject({ state: 'sent', attempts: 1 });
    const stopped = bot.stop();
    await clock.pass(clock.now() + 10_000);
    await stopped;
  });

  it('wait as long as the connector asks, and so does everything else to that chat', async () => {
    const { store, association, clock, began, fate, sent, waiting, say, bot } = await opened();
    fate.next = { is: 'later', retryAfterSeconds: 30 };
    await say('hjälp');
    expect(sent).toEqual([]);
    expect((await waiting()).map(({ kind }) => kind)).toEqual(['reply']);
    await queue(
      store,
      [{ key: 'other', to: `${association.id}/fk-lars`, kind: 'reply', payload: { language: 'sv' } }],
      now,
    );
    bot.start();
    await clock.pass(began + 29_999);
    expect(sent).toHaveLength(1);
    await clock.pass(began + 32_000);
    expect(sent).toHaveLength(2);
    expect(sent.at(-1)?.at).toBeGreaterThanOrEqual(30_000);
    const stopped = bot.stop();
    await clock.pass(clock.now() + 10_000);
    await stopped;
  });

  it('wait a day at the most', async () => {
    const { clock, began, fate, sent, say, bot } = await opened();
    fate.next = { is: 'later', retryAfterSeconds: 10 * 86_400 };
    await say('hjälp');
    await clock.pass(began + 86_400_000 - 1);
    bot.start();
    await clock.pass(began + 86_400_000 + 5_000);
    expect(sent).toHaveLength(1);
    const stopped = bot.stop();
    await clock.pass(clock.now() + 10_000);
    await stopped;
  });
});
