import type { Card, Conversation } from './incoming.ts';
import { createTransport, type Reply, type Transport, type TransportSettings } from './transport.ts';

/** What became of one request to the connector, by what may safely follow. */
export type SendResult =
  | { is: 'sent'; activityId: string | undefined }
  /** 429: not accepted, wait as told. */
  | { is: 'later'; retryAfterSeconds: number | undefined }
  /** A create may or may not have arrived; the connector knows no idempotency key. */
  | { is: 'unknown' }
  /** Nothing was accepted, or once more does no harm. */
  | { is: 'again' }
  | { is: 'refused'; status: number; reason: 'blocked' | 'gone' | 'too-big' | 'bad' };

/** One message: a text, a card, or both; the summary is what a notification shows of a card. */
export type Outgoing = { text?: string; card?: Card; summary?: string };

/** The bot's only way to speak. No retry inside: whoever calls decides by the result. */
export type Sender = {
  create(conversation: Conversation, out: Outgoing): Promise<SendResult>;
  update(conversation: Conversation, activityId: string, out: Outgoing): Promise<SendResult>;
  remove(conversation: Conversation, activityId: string): Promise<SendResult>;
  /** The personal chat with one person, by `29:…` id or Entra object id; asking twice gives the same chat. */
  open(to: {
    serviceUrl: string;
    tenantId: string;
    aadObjectId: string;
    userId?: string;
    botId: string;
  }): Promise<{ is: 'opened'; conversationId: string } | SendResult>;
};

/** The largest card Teams is sure to take, in bytes of JSON. */
export const largestCard = 28 * 1024;

/** Throws when a card is too large to send: a fault of ours, since no text a person writes can make one so large. */
export function checkSize(card: Card): void {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > largestCard) throw new RangeError(`card of ${bytes} bytes, ${largestCard} allowed`);
}

/** The transport to the connector; results as in Microsoft's rate-limit page, with an unsure create kept apart. */
export const createSender = (settings: TransportSettings): Sender =>
  createSenderOver(createTransport(settings));

/** The same over any transport. */
export function createSenderOver(ask: Transport): Sender {
  return {
    create: async (conversation, out) =>
      asResult(
        await ask(
          conversation.serviceUrl,
          'POST',
          [conversation.id, 'activities'],
          message(conversation, out),
        ),
        'create',
      ),
    update: async (conversation, activityId, out) =>
      asResult(
        await ask(conversation.serviceUrl, 'PUT', [conversation.id, 'activities', activityId], {
          ...message(conversation, out),
          id: activityId,
        }),
        'repeatable',
      ),
    remove: async (conversation, activityId) =>
      asResult(
        await ask(conversation.serviceUrl, 'DELETE', [conversation.id, 'activities', activityId]),
        'repeatable',
      ),
    open: async ({ serviceUrl, tenantId, aadObjectId, userId, botId }) => {
      const reply = await ask(serviceUrl, 'POST', [], {
        isGroup: false,
        bot: { id: botId },
        members: [{ id: userId ?? aadObjectId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      });
      const result = asResult(reply, 'repeatable');
      if (result.is !== 'sent') return result;
      const conversationId = idIn(reply);
      return conversationId ? { is: 'opened', conversationId } : { is: 'again' };
    },
  };
}

function message(conversation: Conversation, { text, card, summary }: Outgoing): Record<string, unknown> {
  if (card) checkSize(card);
  return {
    type: 'message',
    from: { id: conversation.botId },
    conversation: { id: conversation.id },
    ...(text === undefined ? {} : { text, textFormat: 'plain' }),
    ...(summary === undefined ? {} : { summary }),
    ...(card
      ? { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }
      : {}),
  };
}

function asResult(reply: Reply, kind: 'create' | 'repeatable'): SendResult {
  const unsure: SendResult = { is: kind === 'create' ? 'unknown' : 'again' };
  if (reply.is !== 'answer') {
    if (reply.is === 'barred') return { is: 'refused', status: 0, reason: 'bad' };
    return reply.is === 'unmade' ? { is: 'again' } : unsure;
  }
  const { status, retryAfter } = reply;
  if (status >= 200 && status < 300) return { is: 'sent', activityId: idIn(reply) };
  if (status === 429) return { is: 'later', retryAfterSeconds: secondsOf(retryAfter) };
  // Refused with a fresh token too: nothing was accepted, and the cure is in the settings, not in the message.
  if (status === 401) return { is: 'again' };
  if (status === 408 || status === 412) return unsure;
  if (status >= 500 && status !== 501) return unsure;
  return { is: 'refused', status, reason: reasonOf(status) };
}

function reasonOf(status: number): 'blocked' | 'gone' | 'too-big' | 'bad' {
  if (status === 403) return 'blocked';
  if (status === 404 || status === 410) return 'gone';
  return status === 413 ? 'too-big' : 'bad';
}

function idIn(reply: Reply): string | undefined {
  if (reply.is !== 'answer') return undefined;
  try {
    const { id } = JSON.parse(reply.body) as { id?: unknown };
    return typeof id === 'string' && id !== '' ? id : undefined;
  } catch {
    return undefined;
  }
}

function secondsOf(retryAfter: string | undefined): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
