import { goneCard } from '../cards/goneCard.ts';
import type { Language } from '../domain/codes.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Line } from '../log.ts';
import type { LiveCard } from '../store/cardRows.ts';
import { keepCard, saveLiveCard } from '../store/cards.ts';
import { type House, type Reply, replyCard } from './turn.ts';

/**
 * From now on this message is a person's card of the consultation, drawn as it stood then; the one before is folded by
 * the outbox. One whose consultation was disposed of meanwhile is replaced instead.
 */
export async function keepLive(
  house: House,
  personKey: string,
  { id, disposedAt }: Pick<Consultation, 'id' | 'disposedAt'>,
  message: LiveCard,
  fold = true,
): Promise<void> {
  const how = { fresh: disposedAt === undefined, fold };
  const at = house.now().toISOString();
  const { queued } = await saveLiveCard(house.store, personKey, id, message, at, how);
  if (queued > 0) house.wake();
}

/**
 * Notes that a consultation's card stands in this message, and gives what may be shown there. When it was disposed of
 * while the card was drawn that is a line that it is gone, and the message is replaced by the outbox too.
 */
export async function noteCard(
  house: House,
  { personKey, language }: { personKey: string; language: Language },
  reply: Reply,
  message: LiveCard,
  sent: boolean,
): Promise<Reply> {
  if (reply.is !== 'card' || reply.about === undefined) return reply;
  const keep = sent && !reply.aside ? saveLiveCard : keepCard;
  const at = house.now().toISOString();
  const how = { fresh: reply.fresh ?? true };
  const { gone, queued } = await keep(house.store, personKey, reply.about, message, at, how);
  if (queued > 0) house.wake();
  return gone === undefined ? reply : replyCard(goneCard(language, gone.reference, gone.was));
}

/**
 * Keeps the card of a message that has been sent. That cannot be undone, so a fault, twice over, is told and goes no
 * further: the message must not be sent again for it.
 */
export async function keepSent(
  house: House,
  said: Pick<Line, 'kind' | 'association' | 'reference'>,
  keep: () => Promise<unknown>,
): Promise<void> {
  try {
    await keep().catch(keep);
  } catch (error) {
    cardUnknown(house, said, 'fault', error);
  }
}

/** Tells that a card may stand in a chat without being known: it cannot be brought up to date, or replaced at disposal. */
export function cardUnknown(
  house: House,
  said: Pick<Line, 'kind' | 'association' | 'reference'>,
  outcome: 'unknown' | 'no-id' | 'fault',
  error?: unknown,
): void {
  house.log({
    event: 'card-unknown',
    outcome,
    ...said,
    ...(error === undefined ? {} : { error: error instanceof Error ? error.name : 'unknown' }),
  });
}
