import type { Consultation } from '../domain/consultation.ts';
import { findById } from '../store/consultations.ts';
import { eraseLate } from '../store/disposals.ts';
import { queue } from '../store/outbox.ts';
import { keepCard, type LiveCard, liveCard, saveLiveCard } from '../store/people.ts';
import type { House, Reply } from './turn.ts';

/** From now on this message is a person's card of the consultation; the one before is folded by the outbox. */
export async function keepLive(
  house: House,
  personKey: string,
  { id }: Pick<Consultation, 'id'>,
  message: LiveCard,
  foldEarlier = true,
): Promise<void> {
  const { store } = house;
  const before = await liveCard(store, personKey, id);
  if (before?.activityId === message.activityId && before.conversationId === message.conversationId) return;
  await saveLiveCard(store, personKey, id, message, house.now().toISOString());
  if (!before || !foldEarlier) return;
  const key = `fold:${before.conversationId}:${before.activityId}`;
  await queue(
    store,
    [{ key, to: personKey, kind: 'fold', payload: { consultation: id, ...before } }],
    house.now(),
  );
  house.wake();
}

/** Notes that a consultation's card stands in this message. One that was disposed of while it was drawn is replaced at once. */
export async function noteCard(
  house: House,
  personKey: string,
  reply: Reply,
  message: LiveCard,
  sent: boolean,
): Promise<void> {
  if (reply.is !== 'card' || reply.about === undefined) return;
  const { about: id, aside, fresh } = reply;
  if (sent && !aside) await keepLive(house, personKey, { id }, message);
  else await keepCard(house.store, personKey, id, message, house.now().toISOString());
  if (!fresh) return;
  const now = await findById(house.store, id);
  if (now?.disposedAt === undefined) return;
  await eraseLate(house.store, now, message, house.now().toISOString());
  house.wake();
}
