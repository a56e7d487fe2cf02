import { consultationCard } from './cards/consultationCard.ts';
import { foldedCard } from './cards/foldedCard.ts';
import type { Frame } from './cards/frame.ts';
import { holdsForm } from './cards/todo.ts';
import { createChannelDelivery } from './channelDelivery.ts';
import type { Consultation } from './domain/consultation.ts';
import type { News, NewsKind } from './domain/notices.ts';
import { createEntryDelivery } from './entryDelivery.ts';
import { erasureIn } from './erasure.ts';
import { drawAgenda } from './features/agenda.ts';
import { entryFor } from './features/entries.ts';
import { laddersFor } from './features/ladders.ts';
import { languageFor } from './features/language.ts';
import { cardUnknown, keepLive, keepSent } from './features/liveCard.ts';
import { mineCard, tasksOf } from './features/overview/mine.ts';
import { receiptsFor } from './features/receipts.ts';
import type { House } from './features/turn.ts';
import type { Events } from './graph/events.ts';
import { askOf, createLadder, functionAt, newsOf } from './ladder.ts';
import type { Mailer } from './mail/mailer.ts';
import { createMailDelivery } from './mailDelivery.ts';
import { createOutlet } from './outlet.ts';
import type { Unasked } from './pacing.ts';
import { asConversation, chatWith } from './personalChat.ts';
import { agendaCardOf, keepAgendaCard } from './store/agendaCards.ts';
import { liveCard } from './store/cards.ts';
import { findById } from './store/consultations.ts';
import type { Claimed, Delivery } from './store/outbox.ts';
import { conversationOf, forgetConversation } from './store/people.ts';
import type { Card } from './teams/incoming.ts';
import type { Sender, SendResult } from './teams/sender.ts';
import { absenceTexts } from './texts/absence.ts';
import { talkTexts } from './texts/talk.ts';
import type { Hold } from './worker.ts';

/** News after which an earlier card's form is no longer anybody's to fill in. */
const turns: ReadonlySet<NewsKind> = new Set([
  'edited',
  'sealed',
  'times',
  'times-added',
  'no-times',
  'no-match',
  'booked',
  'unbooked',
  'moved',
  'held',
  'recorded',
  'advice-complete',
  'withdrawn',
  'cancelled',
]);

type Read = { frame: Frame; key: string; consultation: Consultation };

/**
 * Delivers one row of the outbox: a card drawn now, from the present state, for its one reader. What the row tells may
 * arrive twice after a lost answer, so it always shows how things stand, never "one more".
 */
export function createDelivery(
  house: House,
  sender: Sender,
  { mailer, events }: { mailer?: Mailer | undefined; events?: Events | undefined } = {},
) {
  const outlet = createOutlet(house);
  const { ask, after } = outlet;
  const ladder = createLadder(house, mailer !== undefined);
  const inChannel = createChannelDelivery(house, { sender, outlet, ladder });
  const byMail = createMailDelivery(house, { mailer, outlet, ladder });
  const intoCalendar = createEntryDelivery(house, { mailer, events, outlet, ladder });

  return async (row: Claimed, hold: Hold): Promise<Delivery> => {
    if (row.kind === 'reply') return replyAgain(row, hold);
    if (row.kind === 'erase') return erase(row, hold);
    if (row.kind === 'digest') return digest(row, hold);
    if (row.kind === 'agenda') return agenda(row, hold);
    if (row.kind === 'entry') return intoCalendar(row, hold);
    const elsewhere = functionAt(row.to);
    if (elsewhere) return elsewhere.rung === 'mail' ? byMail(row, hold) : inChannel(row, hold);
    const read = await readerOf(row);
    if (!read) return { is: 'sent', activityId: undefined };
    if (row.kind === 'fold') return fold(row, read, hold);
    return row.kind === 'notify' ? notify(row, read, hold) : refresh(row, read, hold);
  };

  async function readerOf(row: Claimed): Promise<Read | undefined> {
    const who = await personAt(row);
    const consultation = await findById(house.store, String(row.payload.consultation));
    return who && consultation && { frame: who, key: row.to, consultation };
  }

  /** Whom a row is for, reading it now. */
  async function personAt(row: Claimed): Promise<Frame | undefined> {
    const [associationId, personId] = row.to.split('/') as [string, string];
    const association = house.associations.find(({ id }) => id === associationId);
    const reader = association?.people.find(({ id }) => id === personId);
    if (!association || !reader) return undefined;
    const language = await languageFor(house, association, reader);
    return { association, reader, language, now: house.now() };
  }

  /** A new message with what has happened; the card it replaces is folded to a line. */
  async function notify(row: Claimed, { frame, key, consultation }: Read, hold: Hold): Promise<Delivery> {
    const news = newsOf(String(row.payload.news ?? ''));
    const asked = askOf(frame, consultation, news);
    if (asked && (await ladder.startsElsewhere(row, asked))) return ladder.start(row, asked);
    const unreachable = (reason = 'no-chat') =>
      asked ? ladder.climb(row, asked, 'personal', reason) : ladder.alerted(row, frame, consultation, reason);
    const { chat, wait } = await chatWith(house, { sender, outlet, hold }, frame.reader, key);
    if (!chat) return wait ? after(row, wait.result, wait.chat, unreachable) : unreachable();
    const drawn = await draw(frame, consultation, news);
    const out = { card: drawn, summary: String(drawn.fallbackText ?? '') };
    const result = told(row, frame, consultation, await ask(chat, hold, () => sender.create(chat, out)));
    if (result.is !== 'sent') {
      const follows = await after(row, result, chat, async (reason) => {
        if (reason === 'gone' || reason === 'blocked') await forgetConversation(house.store, key);
        return unreachable(reason);
      });
      if (asked && follows.is === 'unknown') await ladder.note(asked, 'personal', 'unsure');
      return follows;
    }
    const { activityId } = result;
    const spent = !holdsForm(frame, consultation) || news.some(({ kind }) => turns.has(kind));
    await keepSent(house, about(row, frame, consultation), async () => {
      if (asked) await ladder.note(asked, 'personal', 'delivered');
      if (!activityId) return;
      const live = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId };
      await keepLive(house, key, consultation, live, spent || consultation.sealed);
    });
    return { is: 'sent', activityId };
  }

  /** Brings the card a person holds up to date; whoever holds none is left in peace. */
  async function refresh(row: Claimed, { frame, key, consultation }: Read, hold: Hold): Promise<Delivery> {
    const live = await liveCard(house.store, key, consultation.id);
    const chat = live && (await conversationOf(house.store, key));
    if (!live || !chat || chat.conversationId !== live.conversationId)
      return { is: 'sent', activityId: undefined };
    // What is being written is left alone, unless the text above it must not be seen any more.
    if (holdsForm(frame, consultation) && !consultation.sealed) return { is: 'sent', activityId: undefined };
    const out = { card: await draw(frame, consultation, []) };
    const to = asConversation(chat);
    return after(row, await ask(to, hold, () => sender.update(to, live.activityId, out)), to);
  }

  /** Folds a card that a newer one has taken the place of. */
  async function fold(row: Claimed, { frame, key, consultation }: Read, hold: Hold): Promise<Delivery> {
    const { serviceUrl, conversationId, activityId } = row.payload as Record<string, string>;
    const chat = await conversationOf(house.store, row.to);
    const live = await liveCard(house.store, key, consultation.id);
    // Pressed since, it has taken the newer one's place again.
    if (live?.conversationId === conversationId && live?.activityId === activityId)
      return { is: 'sent', activityId: undefined };
    if (!chat || chat.conversationId !== conversationId || chat.serviceUrl !== serviceUrl)
      return { is: 'sent', activityId: undefined };
    const card = foldedCard(frame.language, consultation.reference);
    const to = asConversation(chat);
    return after(row, await ask(to, hold, () => sender.update(to, activityId!, { card })), to);
  }

  /** Replaces a card of something disposed of; one that cannot be reached is counted, and the coordinator sees how many. */
  async function erase(row: Claimed, hold: Hold): Promise<Delivery> {
    const { chat, activityId, card } = await erasureIn(house, row);
    return after(row, await ask(chat, hold, () => sender.update(chat, activityId, { card })), chat);
  }

  /** An answer to a word that Teams did not take at first: drawn anew, or the request to write again. */
  async function replyAgain(row: Claimed, hold: Hold): Promise<Delivery> {
    const chat = await conversationOf(house.store, row.to);
    if (!chat) return { is: 'dead', reason: 'no-chat' };
    const read = row.payload.consultation === undefined ? undefined : await readerOf(row);
    const out = read
      ? { card: await draw(read.frame, read.consultation, []) }
      : { text: talkTexts[row.payload.language === 'en' ? 'en' : 'sv'].sayAgain };
    const to = asConversation(chat);
    const result = await ask(to, hold, () => sender.create(to, out));
    if (read) told(row, read.frame, read.consultation, result);
    if (read && result.is === 'sent' && result.activityId) {
      const { serviceUrl, id: conversationId } = to;
      const live = { serviceUrl, conversationId, activityId: result.activityId };
      await keepSent(house, about(row, read.frame, read.consultation), () =>
        keepLive(house, row.to, read.consultation, live),
      );
    }
    return after(row, result, to);
  }

  /** The morning's summary, as things stand when it is sent: not at all if nothing waits any more, or there is no chat. */
  async function digest(row: Claimed, hold: Hold): Promise<Delivery> {
    const frame = await personAt(row);
    const chat = await conversationOf(house.store, row.to);
    if (!frame || !chat) return { is: 'sent', activityId: undefined };
    const waiting = await tasksOf({ house, ...frame });
    if (waiting.length === 0) return { is: 'sent', activityId: undefined };
    const title = absenceTexts[frame.language].digest;
    const out = { card: mineCard({ house, ...frame }, title, { waiting }), summary: title };
    const to = asConversation(chat);
    return after(row, await ask(to, hold, () => sender.create(to, out)), to);
  }

  /** An agenda: the message that stands there already is brought up to date; where it is gone another is sent. */
  async function agenda(row: Claimed, hold: Hold): Promise<Delivery> {
    const frame = await personAt(row);
    const chat = await conversationOf(house.store, row.to);
    if (!frame || !chat) return { is: 'sent', activityId: undefined };
    const occasion = String(row.payload.occasion);
    const to = asConversation(chat);
    const drawn = await drawAgenda({ house, ...frame }, occasion);
    const stands = await agendaCardOf(house.store, row.to, occasion);
    if (stands && stands.serviceUrl === to.serviceUrl && stands.conversationId === to.id) {
      const updated = await ask(to, hold, () => sender.update(to, stands.activityId, { card: drawn }));
      if (updated.is !== 'refused') return after(row, updated, to);
    }
    const out = { card: drawn, summary: String(drawn.fallbackText ?? '') };
    const result = await ask(to, hold, () => sender.create(to, out));
    if (result.is === 'sent' && result.activityId)
      await keepAgendaCard(house.store, row.to, occasion, {
        serviceUrl: to.serviceUrl,
        conversationId: to.id,
        activityId: result.activityId,
      });
    return after(row, result, to);
  }

  /** A card that may stand without anybody knowing where is counted. */
  function told<R extends SendResult | Unasked>(
    row: Claimed,
    frame: Frame,
    consultation: Consultation,
    result: R,
  ): R {
    if (result.is === 'unknown') cardUnknown(house, about(row, frame, consultation), 'unknown');
    if (result.is === 'sent' && !result.activityId)
      cardUnknown(house, about(row, frame, consultation), 'no-id');
    return result;
  }

  async function draw(frame: Frame, consultation: Consultation, news: readonly News[]): Promise<Card> {
    return consultationCard(frame, consultation, {
      content: false,
      news,
      ...(await entryFor(house, consultation, frame.reader)),
      ladders: await laddersFor(house, frame, consultation),
      fared: await receiptsFor(house, frame, consultation),
    });
  }
}

const about = ({ kind }: Claimed, { association }: Frame, { reference }: Consultation) => ({
  kind,
  association: association.id,
  reference,
});
