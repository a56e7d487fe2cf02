import type { Language } from '../domain/codes.ts';
import { cardUnknown, keepSent, noteCard } from '../features/liveCard.ts';
import type { House, Reply } from '../features/turn.ts';
import { inTurn, postpone } from '../pacing.ts';
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

const PATIENCE_MS = 2_000;
const DAY = 24 * 60 * 60_000;

/** Answers words: once, at once; what Teams did not take is left to the outbox. */
export function createSpeak(house: House, sender: Pick<Sender, 'create'>): Speak {
  return async (incoming, reply, to) => {
    const personal = incoming.conversation.kind === 'personal';
    if (!personal && reply.is === 'text' && reply.everyone)
      return (await sendNow(incoming.conversation, outgoing(reply))).is === 'sent';
    const own = to && (await conversationOf(house.store, to.personKey));
    const words = talkTexts[to?.language ?? 'sv'];
    if (!personal && to && !own)
      return (await sendNow(incoming.conversation, { text: words.writeMe })).is === 'sent';
    const chat: Conversation = personal || !own ? incoming.conversation : { ...own, id: own.conversationId };
    const result = await sendNow(chat, outgoing(reply));
    if (!personal && to) await sendNow(incoming.conversation, { text: words.onlyPersonal });
    if (!to) return result.is === 'sent';
    if (result.is === 'sent' || result.is === 'unknown') await keep(chat, reply, to, result);
    if (result.is === 'later' || result.is === 'again') await leaveToOutbox(incoming, reply, to);
    return result.is !== 'unknown' && result.is !== 'refused';
  };

  /** Takes its turn among all that is sent, and waits for it as long as the person who wrote would. */
  async function sendNow(chat: Conversation, out: Outgoing): Promise<SendResult> {
    const result = await inTurn(house, chat, PATIENCE_MS, () => sender.create(chat, out));
    if (result.is === 'paced' || result.is === 'lost') return { is: 'again' };
    if (result.is === 'later')
      await postpone(house, chat, house.realNow() + Math.min((result.retryAfterSeconds ?? 2) * 1000, DAY));
    return result;
  }

  /** The card just sent is the newest of its consultation, and unless it is a form it is the one kept up to date. */
  async function keep(
    chat: Conversation,
    reply: Reply,
    hearer: Hearer,
    result: SendResult & { is: 'sent' | 'unknown' },
  ): Promise<void> {
    if (reply.is !== 'card' || reply.about === undefined) return;
    const said = { kind: 'answer', association: hearer.personKey.split('/')[0]! };
    const activityId = result.is === 'sent' ? result.activityId : undefined;
    if (!activityId) return cardUnknown(house, said, result.is === 'sent' ? 'no-id' : 'unknown');
    const message = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId };
    await keepSent(house, said, () => noteCard(house, hearer, reply, message, true));
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
