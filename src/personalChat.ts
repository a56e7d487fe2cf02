import type { Person } from './domain/association.ts';
import type { House } from './features/turn.ts';
import type { Outlet } from './outlet.ts';
import type { Paced, Unasked } from './pacing.ts';
import { conversationOf, lastHeardFrom, type Reference, saveConversation } from './store/people.ts';
import type { Conversation } from './teams/incoming.ts';
import type { Sender, SendResult } from './teams/sender.ts';
import type { Hold } from './worker.ts';

/** `wait`: nobody has said no, but nobody has said yes yet either. Neither: the person has no chat. */
export type Reached = { chat?: Conversation; wait?: { result: SendResult | Unasked; chat: Paced } };

/** A conversation as the sender takes it. */
export const asConversation = ({
  serviceUrl,
  conversationId,
  kind,
  tenantId,
  botId,
}: Reference): Conversation => ({ serviceUrl, id: conversationId, kind, tenantId, botId });

/**
 * A person's own chat; opened by their Entra id where the app is installed but they have not yet spoken. A connector
 * that could not be reached has not said no: `wait` is what to do then.
 */
export async function chatWith(
  house: House,
  { sender, outlet, hold }: { sender: Sender; outlet: Outlet; hold: Hold },
  person: Person,
  key: string,
): Promise<Reached> {
  const known = await conversationOf(house.store, key);
  if (known) return { chat: asConversation(known) };
  let wait: Reached['wait'];
  for (const { tenantId, aadObjectId } of person.identities) {
    const heard = await lastHeardFrom(house.store, tenantId);
    if (!heard) continue;
    const { serviceUrl, botId } = heard;
    const door = { id: `with ${aadObjectId}`, tenantId };
    const opened = await outlet.ask(door, hold, () =>
      sender.open({ serviceUrl, tenantId, aadObjectId, botId }),
    );
    if (opened.is === 'lost') return { wait: { result: opened, chat: door } };
    if (opened.is !== 'opened') {
      if (opened.is !== 'refused') wait = { result: opened, chat: door };
      continue;
    }
    const reference: Reference = {
      personKey: key,
      kind: 'personal',
      serviceUrl,
      conversationId: opened.conversationId,
      tenantId,
      botId,
      userId: aadObjectId,
    };
    await saveConversation(house.store, reference, house.now().toISOString());
    return { chat: asConversation(reference) };
  }
  return wait ? { wait } : {};
}
