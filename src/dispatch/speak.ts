import { foldedCard } from '../cards/foldedCard.ts';
import type { House, Reply } from '../features/turn.ts';
import { findById } from '../store/consultations.ts';
import { enqueue } from '../store/outbox.ts';
import { conversationOf, languageOf, liveCard, saveLiveCard } from '../store/people.ts';
import type { Conversation, Incoming } from '../teams/incoming.ts';
import type { Outgoing, Sender, SendResult } from '../teams/sender.ts';
import { talkTexts } from '../texts/talk.ts';

/**
 * Sends an answer as a message to the person's own chat. Where others read along nothing but a neutral line is shown.
 * True when Teams has taken it, or the outbox has it.
 */
export type Speak = (
  incoming: Incoming,
  reply: Reply,
  to: { personKey: string } | undefined,
) => Promise<boolean>;

/** Answers words: once, at once; what Teams did not take is left to the outbox. */
export function createSpeak(house: House, sender: Pick<Sender, 'create' | 'update'>): Speak {
  return async (incoming, reply, to) => {
    const personal = incoming.conversation.kind === 'personal';
    const own = to && (await conversationOf(house.store, to.personKey));
    const words = talkTexts[house.associations[0]?.language ?? 'sv'];
    if (!personal && to && !own) {
      await sender.create(incoming.conversation, { text: words.writeMe });
      return true;
    }
    const chat: Conversation = personal || !own ? incoming.conversation : { ...own, id: own.conversationId };
    const result = await sender.create(chat, outgoing(reply));
    if (!personal && to) await sender.create(incoming.conversation, { text: words.onlyPersonal });
    if (!to) return result.is === 'sent';
    if (result.is === 'sent') await keepLive(chat, reply, to.personKey, result);
    if (result.is === 'later' || result.is === 'again') await leaveToOutbox(incoming, reply, to.personKey);
    return result.is !== 'unknown' && result.is !== 'refused';
  };

  /** The card just sent is the newest of its consultation: it is the one kept up to date, the one before is folded. */
  async function keepLive(
    chat: Conversation,
    reply: Reply,
    key: string,
    { activityId }: SendResult & { is: 'sent' },
  ) {
    const consultation =
      reply.is === 'card' && reply.about ? await findById(house.store, reply.about) : undefined;
    if (!consultation || !activityId) return;
    const before = await liveCard(house.store, key, consultation.id);
    const live = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId };
    await saveLiveCard(house.store, key, consultation.id, live, house.now().toISOString());
    if (before?.conversationId !== chat.id || before.serviceUrl !== chat.serviceUrl) return;
    const language = (await languageOf(house.store, key)) ?? house.associations[0]!.language;
    await sender.update(chat, before.activityId, { card: foldedCard(language, consultation.reference) });
  }

  async function leaveToOutbox(incoming: Incoming, reply: Reply, to: string): Promise<void> {
    const payload = reply.is === 'card' ? { card: reply.card } : { text: reply.text };
    const key = `reply:${incoming.conversation.id}:${incoming.id}`;
    await house.store.db
      .transaction()
      .execute((trx) => enqueue(trx, [{ key, to, kind: 'reply', payload }], house.now().toISOString()));
    house.wake();
  }
}

const outgoing = (reply: Reply): Outgoing =>
  reply.is === 'card'
    ? { card: reply.card, summary: String(reply.card.fallbackText ?? '') }
    : { text: reply.text };
