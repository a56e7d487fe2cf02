import type { Language } from '../domain/codes.ts';
import { keepLive } from '../features/liveCard.ts';
import type { House, Reply } from '../features/turn.ts';
import { queue } from '../store/outbox.ts';
import { conversationOf } from '../store/people.ts';
import type { Conversation, Incoming } from '../teams/incoming.ts';
import type { Outgoing, Sender, SendResult } from '../teams/sender.ts';
import { talkTexts } from '../texts/talk.ts';

/**
 * Sends an answer as a message to the person's own chat. Where others read along nothing but a neutral line is shown.
 * True when Teams has taken it, or the outbox has it.
 */
export type Speak = (incoming: Incoming, reply: Reply, to: Hearer | undefined) => Promise<boolean>;

/** Whom an answer is for, and in which language. */
export type Hearer = { personKey: string; language: Language };

/** Answers words: once, at once; what Teams did not take is left to the outbox. */
export function createSpeak(house: House, sender: Pick<Sender, 'create'>): Speak {
  return async (incoming, reply, to) => {
    const personal = incoming.conversation.kind === 'personal';
    const own = to && (await conversationOf(house.store, to.personKey));
    const words = talkTexts[to?.language ?? 'sv'];
    if (!personal && to && !own) {
      await sender.create(incoming.conversation, { text: words.writeMe });
      return true;
    }
    const chat: Conversation = personal || !own ? incoming.conversation : { ...own, id: own.conversationId };
    const result = await sender.create(chat, outgoing(reply));
    if (!personal && to) await sender.create(incoming.conversation, { text: words.onlyPersonal });
    if (!to) return result.is === 'sent';
    if (result.is === 'sent') await keepSent(chat, reply, to.personKey, result);
    if (result.is === 'later' || result.is === 'again') await leaveToOutbox(incoming, reply, to);
    return result.is !== 'unknown' && result.is !== 'refused';
  };

  /** The card just sent is the newest of its consultation: it is the one kept up to date. */
  async function keepSent(
    chat: Conversation,
    reply: Reply,
    key: string,
    { activityId }: SendResult & { is: 'sent' },
  ) {
    if (reply.is !== 'card' || !reply.about || !activityId) return;
    const live = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId };
    await keepLive(house, key, { id: reply.about }, live);
  }

  /** Ids and a language only: what the card held may be closed by the time it could be sent. */
  async function leaveToOutbox(
    incoming: Incoming,
    reply: Reply,
    { personKey, language }: Hearer,
  ): Promise<void> {
    const consultation = reply.is === 'card' ? reply.about : undefined;
    const key = `reply:${incoming.conversation.id}:${incoming.id}`;
    const payload = { language, ...(consultation ? { consultation } : {}) };
    await queue(house.store, [{ key, to: personKey, kind: 'reply', payload }], house.now());
    house.wake();
  }
}

const outgoing = (reply: Reply): Outgoing =>
  reply.is === 'card'
    ? { card: reply.card, summary: String(reply.card.fallbackText ?? '') }
    : { text: reply.text };
