import { z } from 'zod';
import { goneCard } from './cards/goneCard.ts';
import { languageFor } from './features/language.ts';
import type { House } from './features/turn.ts';
import type { Claimed } from './store/outbox.ts';
import { conversationOf, lastHeardFrom } from './store/people.ts';
import type { Card, Conversation } from './teams/incoming.ts';

const payload = z.object({
  was: z.enum(['draft', 'consultation']),
  association: z.string(),
  reference: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
});

/** A card that is to be replaced because what it is about is gone, with the line that takes its place. */
export type Erasure = { chat: Conversation; activityId: string; card: Card };

/** Reads an `erase` row; neither consultation, person nor the bot's place in the chat need be there any more. */
export async function erasureIn(house: House, row: Claimed): Promise<Erasure> {
  const { was, reference, serviceUrl, conversationId, activityId, ...said } = payload.parse(row.payload);
  const association = house.associations.find(({ id }) => id === said.association);
  const reader = association?.people.find(({ id }) => row.to === `${said.association}/${id}`);
  const language =
    association && reader ? await languageFor(house, association, reader) : (association?.language ?? 'sv');
  const own = await conversationOf(house.store, row.to);
  const tenantId = own?.tenantId ?? reader?.identities[0]?.tenantId ?? association?.tenants[0] ?? '';
  const botId = own?.botId ?? (await lastHeardFrom(house.store, tenantId))?.botId ?? '';
  return {
    chat: { serviceUrl, id: conversationId, kind: 'personal', tenantId, botId },
    activityId,
    card: goneCard(language, reference, was),
  };
}
