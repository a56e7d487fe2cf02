import type { Consultation } from '../domain/consultation.ts';
import { queue } from '../store/outbox.ts';
import { type LiveCard, liveCard, saveLiveCard } from '../store/people.ts';
import type { House } from './turn.ts';

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
