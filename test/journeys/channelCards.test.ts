import { expect, it, onTestFinished } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { eraseCards } from '../../src/store/cardErasure.ts';
import { bindChannel } from '../../src/store/channels.ts';
import { create } from '../../src/store/consultations.ts';
import { enqueue, queue } from '../../src/store/outbox.ts';
import type { Conversation } from '../../src/teams/incoming.ts';
import type { Outgoing, SendResult } from '../../src/teams/sender.ts';
import { aConsultation, aLeg, nothing, written } from '../store/builders.ts';
import { aStore } from '../store/files.ts';
import { cardText } from '../support/fakeTeams.ts';
import { anAssociation, anInnerBot, aSender, seat, serviceUrl } from '../support/innerBot.ts';

const now = new Date('2026-09-07T07:00:00Z');

it('keeps one card of a consultation in a channel: an earlier one is folded, and disposal takes them all', async () => {
  const store = await aStore();
  const association = await anAssociation();
  const channel = {
    serviceUrl,
    conversationId: '19:channel',
    tenantId: association.tenants[0]!,
    botId: '28:bot',
  };
  const updated: { id: string; activity: string; text: string }[] = [];
  let sent = 0;
  const refused: SendResult = { is: 'refused', status: 403, reason: 'blocked' };
  const sender = {
    ...aSender(),
    // Nobody’s own chat takes anything.
    create: async ({ kind }: Conversation): Promise<SendResult> =>
      kind === 'channel' ? { is: 'sent', activityId: `a-${++sent}` } : refused,
    update: async ({ id }: Conversation, activity: string, { card }: Outgoing): Promise<SendResult> => {
      updated.push({ id, activity, text: cardText(card) });
      return { is: 'sent', activityId: activity };
    },
    open: async () => refused,
  };
  const bot = anInnerBot({ store, association, sender, now, limits: { paced: false } });
  onTestFinished(() => bot.stop());
  await seat(store, association, now);
  await bindChannel(store, {
    association: association.id,
    function: 'fk-samverkan',
    ...channel,
    boundAt: now.toISOString(),
  });
  const consultation = aConsultation({
    owner: 'cw-maria',
    request: { ...aConsultation().request, municipality: 'hagfors' },
    legs: [aLeg({ asked: 'fk-eva', function: 'fk-samverkan' })],
  });
  await create(store, nothing, () => ok(written(consultation)), now);
  const offer = (key: string) => ({
    key,
    to: `${association.id}/fk-eva`,
    kind: 'notify',
    payload: { consultation: consultation.id, news: 'offer:fk' },
  });
  bot.start();
  await queue(store, [offer('first')], now);
  bot.house.wake();
  await expect.poll(() => sent).toBe(1);
  await queue(store, [offer('second')], now);
  bot.house.wake();
  await expect.poll(() => updated.map(({ id, activity }) => `${id} ${activity}`)).toContain('19:channel a-1');
  expect(sent).toBe(2);

  updated.length = 0;
  const { id, association: of, reference } = consultation;
  await store.transact(async (trx) =>
    enqueue(
      trx,
      await eraseCards(trx, store.bytes, { id, association: of, reference }, 'consultation'),
      now.toISOString(),
    ),
  );
  bot.house.wake();
  await expect
    .poll(() => updated.map(({ id: chat, activity }) => `${chat} ${activity}`).sort())
    .toEqual(['19:channel a-1', '19:channel a-2']);
  for (const { text } of updated) expect(text).not.toContain('Acceptera');
});
