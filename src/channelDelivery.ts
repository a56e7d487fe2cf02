import { channelCard, type Mentioned } from './cards/channelCard.ts';
import { foldedCard } from './cards/foldedCard.ts';
import type { Association, Person } from './domain/association.ts';
import { type Consultation, isActive } from './domain/consultation.ts';
import { personKey } from './features/keys.ts';
import { keepLive, keepSent } from './features/liveCard.ts';
import type { House } from './features/turn.ts';
import { type Ask, askOf, functionAt, type Ladder, newsOf } from './ladder.ts';
import type { Outlet } from './outlet.ts';
import { liveCard } from './store/cards.ts';
import { channelOf } from './store/channels.ts';
import { findById } from './store/consultations.ts';
import type { Claimed, Delivery } from './store/outbox.ts';
import { conversationOf } from './store/people.ts';
import type { Conversation } from './teams/incoming.ts';
import type { Sender } from './teams/sender.ts';
import type { Hold } from './worker.ts';

const nothingToDo: Delivery = { is: 'sent', activityId: undefined };

/** Delivers the rows that are addressed to a function's channel: a mention, and its card brought up to date or folded. */
export function createChannelDelivery(
  house: House,
  { sender, outlet, ladder }: { sender: Sender; outlet: Outlet; ladder: Ladder },
) {
  return async (row: Claimed, hold: Hold): Promise<Delivery> => {
    const found = await placeOf(row);
    if (!found) return nothingToDo;
    if (row.kind === 'mention') return mention(row, found, hold);
    const { association, consultation, fn, chat } = found;
    if (!chat) return nothingToDo;
    if (row.kind === 'fold') {
      const { conversationId, activityId } = row.payload as Record<string, string>;
      if (conversationId !== chat.id) return nothingToDo;
      const card = foldedCard(association.language, consultation.reference);
      return outlet.after(
        row,
        await outlet.ask(chat, hold, () => sender.update(chat, activityId!, { card })),
        chat,
      );
    }
    const live = await liveCard(house.store, row.to, consultation.id);
    if (!live || live.conversationId !== chat.id) return nothingToDo;
    const leg = consultation.legs.find((one) => one.function === fn.id && isActive(one));
    const reader = association.people.find(({ id }) => id === (leg?.holder ?? leg?.asked ?? fn.people[0]));
    if (!reader) return nothingToDo;
    const frame = { association, reader, language: association.language, now: house.now() };
    const mentioned = await mentionedAs(association, reader, chat.tenantId);
    const card = channelCard(frame, consultation, leg, { fn, news: [], mentioned });
    return outlet.after(
      row,
      await outlet.ask(chat, hold, () => sender.update(chat, live.activityId, { card })),
      chat,
    );
  };

  async function placeOf(row: Claimed) {
    const association = house.associations.find(({ id }) => row.to.startsWith(`${id}/`));
    const fn = association?.functions.find(({ id }) => id === functionAt(row.to)?.functionId);
    const consultation = await findById(house.store, String(row.payload.consultation));
    if (!association || !fn || !consultation) return undefined;
    const bound = await channelOf(house.store, association.id, fn.id);
    const chat: Conversation | undefined = bound && {
      serviceUrl: bound.serviceUrl,
      id: bound.conversationId,
      kind: 'channel',
      tenantId: bound.tenantId,
      botId: bound.botId,
    };
    return { association, fn, consultation, chat };
  }

  /** A new message in the channel, for whoever is asked now; nothing when they have answered meanwhile. */
  async function mention(
    row: Claimed,
    { association, consultation, fn, chat }: NonNullable<Awaited<ReturnType<typeof placeOf>>>,
    hold: Hold,
  ): Promise<Delivery> {
    const ask = askIn(row, association, consultation);
    if (!ask) return nothingToDo;
    if (!chat) return ladder.climb(row, ask, 'channel', 'no-chat');
    const { frame, leg } = ask;
    const news = newsOf(String(row.payload.news));
    const mentioned = await mentionedAs(association, frame.reader, chat.tenantId);
    const card = channelCard(frame, consultation, leg, { fn, news, mentioned });
    const out = { card, summary: String(card.fallbackText ?? '') };
    const result = await outlet.ask(chat, hold, () => sender.create(chat, out));
    if (result.is === 'sent') {
      const said = { kind: row.kind, association: association.id, reference: consultation.reference };
      const { activityId } = result;
      await keepSent(house, said, async () => {
        await ladder.note(ask, 'channel', 'delivered');
        if (!activityId) return;
        const message = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId };
        await keepLive(house, row.to, consultation, message);
      });
    }
    const follows = await outlet.after(row, result, chat, (reason) =>
      ladder.climb(row, ask, 'channel', reason),
    );
    if (follows.is === 'unknown') await ladder.note(ask, 'channel', 'unsure');
    return follows;
  }

  function askIn(row: Claimed, association: Association, consultation: Consultation): Ask | undefined {
    const reader = association.people.find(({ id }) => id === row.payload.person);
    if (!reader) return undefined;
    // Everybody in the channel reads it: the association's language, not one person's.
    const frame = { association, reader, language: association.language, now: house.now() };
    return askOf(frame, consultation, newsOf(String(row.payload.news)));
  }

  /** By the id Teams gave the bot, else by their Entra id, preferably the one in the channel's tenant (guests have two). */
  async function mentionedAs(
    association: Association,
    person: Person,
    tenantId: string,
  ): Promise<Mentioned | undefined> {
    const known = await conversationOf(house.store, personKey(association, person.id));
    const identity = person.identities.find((one) => one.tenantId === tenantId) ?? person.identities[0];
    const id =
      known?.tenantId === tenantId && known.userId.startsWith('29:') ? known.userId : identity?.aadObjectId;
    return id === undefined ? undefined : { person, id };
  }
}
