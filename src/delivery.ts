import { consultationCard } from './cards/consultationCard.ts';
import { foldedCard } from './cards/foldedCard.ts';
import type { Frame } from './cards/frame.ts';
import { holdsForm } from './cards/todo.ts';
import { coordinatorsOf } from './domain/association.ts';
import type { Consultation } from './domain/consultation.ts';
import { type News, type NewsKind, newsKinds } from './domain/notices.ts';
import { erasureIn } from './erasure.ts';
import { languageFor } from './features/language.ts';
import { cardUnknown, keepLive, keepSent } from './features/liveCard.ts';
import { personKey } from './features/perform.ts';
import type { House } from './features/turn.ts';
import { awaitPace, type Paced, postpone } from './pacing.ts';
import { whatFollows } from './sendPolicy.ts';
import { liveCard } from './store/cards.ts';
import { findById } from './store/consultations.ts';
import { type Claimed, type Delivery, queue } from './store/outbox.ts';
import {
  conversationOf,
  forgetConversation,
  lastHeardFrom,
  type Reference,
  saveConversation,
} from './store/people.ts';
import type { Card, Conversation } from './teams/incoming.ts';
import type { Sender, SendResult } from './teams/sender.ts';
import { talkTexts } from './texts/talk.ts';
import type { Hold } from './worker.ts';

/** News after which an earlier card's form is no longer anybody's to fill in. */
const turns: ReadonlySet<NewsKind> = new Set([
  'edited',
  'sealed',
  'times',
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

/** A lane waits this long for its turn; for longer it does something else meanwhile. */
const PATIENCE_MS = 1_000;

type Read = { frame: Frame; key: string; consultation: Consultation };

/** A request that was not made: too early, or the row is somebody else's now. */
type Unasked = Extract<Delivery, { is: 'paced' | 'lost' }>;

/**
 * Delivers one row of the outbox: a card drawn now, from the present state, for its one reader. What the row tells may
 * arrive twice after a lost answer, so it always shows how things stand, never "one more".
 */
export function createDelivery(house: House, sender: Sender) {
  return async (row: Claimed, hold: Hold): Promise<Delivery> => {
    if (row.kind === 'reply') return replyAgain(row, hold);
    if (row.kind === 'erase') return erase(row, hold);
    const read = await readerOf(row);
    if (!read) return { is: 'sent', activityId: undefined };
    if (row.kind === 'fold') return fold(row, read, hold);
    return row.kind === 'notify' ? notify(row, read, hold) : refresh(row, read, hold);
  };

  /** The only way to the connector: in its turn, and with the row still one's own. */
  async function ask<R>(chat: Paced, hold: Hold, request: () => Promise<R>): Promise<R | Unasked> {
    const wait = await awaitPace(house, chat, PATIENCE_MS);
    if (wait > 0) return { is: 'paced', notBefore: house.realNow() + wait };
    return (await hold()) ? request() : { is: 'lost' };
  }

  async function readerOf(row: Claimed): Promise<Read | undefined> {
    const [associationId, personId] = row.to.split('/') as [string, string];
    const association = house.associations.find(({ id }) => id === associationId);
    const reader = association?.people.find(({ id }) => id === personId);
    const consultation = await findById(house.store, String(row.payload.consultation));
    if (!association || !reader || !consultation) return undefined;
    const language = await languageFor(house, association, reader);
    return { frame: { association, reader, language, now: house.now() }, key: row.to, consultation };
  }

  /** A new message with what has happened; the card it replaces is folded to a line. */
  async function notify(row: Claimed, { frame, key, consultation }: Read, hold: Hold): Promise<Delivery> {
    const { chat, wait } = await chatWith(frame, key, hold);
    const unreachable = () => undelivered(row, frame, consultation, 'no-chat');
    if (!chat) return wait ? after(row, wait.result, wait.chat, unreachable) : unreachable();
    const news = newsOf(String(row.payload.news ?? ''));
    const drawn = await draw(frame, consultation, news);
    const out = { card: drawn, summary: String(drawn.fallbackText ?? '') };
    const result = told(row, frame, consultation, await ask(chat, hold, () => sender.create(chat, out)));
    if (result.is !== 'sent')
      return after(row, result, chat, async (reason) => {
        if (reason === 'gone' || reason === 'blocked') await forgetConversation(house.store, key);
        return undelivered(row, frame, consultation, reason);
      });
    if (result.activityId) {
      const live = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId: result.activityId };
      const spent = !holdsForm(frame, consultation) || news.some(({ kind }) => turns.has(kind));
      await keepSent(house, about(row, frame, consultation), () =>
        keepLive(house, key, consultation, live, spent || consultation.sealed),
      );
    }
    return { is: 'sent', activityId: result.activityId };
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
      calendar: await house.calendarLink(consultation, frame.reader),
    });
  }

  /**
   * The person's own chat; opened by their Entra id where the app is installed but they have not yet spoken. A connector
   * that could not be reached has not said no: `wait` is what to do then.
   */
  async function chatWith(
    frame: Frame,
    key: string,
    hold: Hold,
  ): Promise<{ chat?: Conversation; wait?: { result: SendResult | Unasked; chat: Paced } }> {
    const known = await conversationOf(house.store, key);
    if (known) return { chat: asConversation(known) };
    let wait: { result: SendResult | Unasked; chat: Paced } | undefined;
    for (const { tenantId, aadObjectId } of frame.reader.identities) {
      const heard = await lastHeardFrom(house.store, tenantId);
      if (!heard) continue;
      const { serviceUrl, botId } = heard;
      const door = { id: `with ${aadObjectId}`, tenantId };
      const opened = await ask(door, hold, () => sender.open({ serviceUrl, tenantId, aadObjectId, botId }));
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

  /** Nobody is lost in silence: what cannot be delivered is on the coordinator's table within the minute. */
  async function undelivered(
    row: Claimed,
    frame: Frame,
    consultation: Consultation,
    reason: string,
  ): Promise<Delivery> {
    house.log({
      event: 'undelivered',
      outcome: reason,
      association: frame.association.id,
      reference: consultation.reference,
    });
    // A coordinator who cannot be reached either is not told of by another: that would go round for ever.
    if (String(row.payload.news ?? '').startsWith('undelivered')) return { is: 'dead', reason };
    const coordinators = coordinatorsOf(frame.association).filter(
      ({ id }) => personKey(frame.association, id) !== row.to,
    );
    const rows = coordinators.map(({ id }) => ({
      key: `${row.key}:undelivered:${id}`,
      to: personKey(frame.association, id),
      kind: 'notify',
      payload: { consultation: consultation.id, news: `undelivered:${frame.reader.agency}` },
    }));
    await queue(house.store, rows, house.now());
    house.wake();
    return { is: 'dead', reason };
  }

  /** What the row becomes after a request that was made, or was not. */
  async function after(
    row: Claimed,
    result: SendResult | Unasked,
    chat: Paced,
    refused: (reason: string) => Promise<Delivery> = async (reason) => ({ is: 'dead', reason }),
  ): Promise<Delivery> {
    if (result.is === 'paced' || result.is === 'lost') return result;
    const moment = {
      now: house.realNow(),
      waitedMs: house.now().getTime() - Date.parse(row.createdAt),
      chance: house.bytes(1)[0]! / 256,
    };
    const follows = whatFollows(result, row, moment, row.kind === 'notify');
    if (result.is === 'later' && follows.is === 'later') await postpone(house, chat, follows.notBefore);
    if (follows.is !== 'refused') return follows;
    house.log({
      event: 'refused',
      kind: row.kind,
      outcome: follows.reason,
      ...(result.is === 'refused' ? { status: result.status } : {}),
    });
    return refused(follows.reason);
  }
}

const about = ({ kind }: Claimed, { association }: Frame, { reference }: Consultation) => ({
  kind,
  association: association.id,
  reference,
});

const asConversation = ({ serviceUrl, conversationId, kind, tenantId, botId }: Reference): Conversation => ({
  serviceUrl,
  id: conversationId,
  kind,
  tenantId,
  botId,
});

/** `accepted:fk times` → the news as the change wrote them. */
function newsOf(said: string): News[] {
  return said.split(' ').flatMap((one) => {
    const [kind, agency] = one.split(':');
    return newsKinds.some((known) => known === kind) ? [{ kind: kind as NewsKind, agency }] : [];
  });
}
