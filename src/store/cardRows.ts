import type { Store } from './database.ts';
import type { Queued } from './outbox.ts';
import type { Schema, Trx } from './schema.ts';

/** A card that stands in somebody's chat and is kept up to date. */
export type LiveCard = { serviceUrl: string; conversationId: string; activityId: string };

/** What a card was about that must not stand any longer; `reference` is '' where it is not known. */
export type Gone = { association: string; reference: string; was: 'draft' | 'consultation' };

type Bytes = Store['bytes'];

/** The card a row tells of. */
export const cardIn = (row: Schema['cards']): LiveCard => ({
  serviceUrl: row.service_url,
  conversationId: row.conversation_id,
  activityId: row.activity_id,
});

/** Forgets the card in a message. */
export const drop = (trx: Trx, conversation: string, activity: string) =>
  trx
    .deleteFrom('cards')
    .where('conversation_id', '=', conversation)
    .where('activity_id', '=', activity)
    .execute();

// Keys are drawn: the same message may come to be folded or replaced more than once, and its ids may name a person.
export const keyOf = (kind: string, bytes: Bytes): string =>
  `${kind}:${Buffer.from(bytes(16)).toString('base64url')}`;

/** The order to replace a card by a line that says what is gone. */
export const erasing = (to: string, card: LiveCard, gone: Gone, bytes: Bytes): Queued => ({
  key: keyOf('erase', bytes),
  to,
  kind: 'erase',
  payload: { ...gone, ...card },
});
