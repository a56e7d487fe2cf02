import { consultationCard } from './cards/consultationCard.ts';
import { foldedCard } from './cards/foldedCard.ts';
import type { Frame } from './cards/frame.ts';
import { holdsForm } from './cards/todo.ts';
import { coordinatorsOf } from './domain/association.ts';
import type { Consultation } from './domain/consultation.ts';
import { type News, type NewsKind, newsKinds } from './domain/notices.ts';
import { languageFor } from './features/language.ts';
import { keepLive } from './features/liveCard.ts';
import { personKey } from './features/perform.ts';
import type { House } from './features/turn.ts';
import { findById } from './store/consultations.ts';
import { type Claimed, type Delivery, queue } from './store/outbox.ts';
import {
  conversationOf,
  forgetConversation,
  lastHeardFrom,
  liveCard,
  type Reference,
  saveConversation,
} from './store/people.ts';
import type { Card, Conversation } from './teams/incoming.ts';
import type { Sender, SendResult } from './teams/sender.ts';
import { talkTexts } from './texts/talk.ts';

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

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Read = { frame: Frame; key: string; consultation: Consultation };

/**
 * Delivers one row of the outbox: a card drawn now, from the present state, for its one reader. What the row tells may
 * arrive twice after a lost answer, so it always shows how things stand, never "one more".
 */
export function createDelivery(house: House, sender: Sender, realNow: () => number) {
  return async (row: Claimed): Promise<Delivery> => {
    if (row.kind === 'reply') return replyAgain(row);
    const read = await readerOf(row);
    if (!read) return { is: 'sent', activityId: undefined };
    if (row.kind === 'fold') return fold(row, read);
    return row.kind === 'notify' ? notify(row, read) : refresh(row, read);
  };

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
  async function notify(row: Claimed, { frame, key, consultation }: Read): Promise<Delivery> {
    const { chat, wait } = await chatWith(frame, key);
    const unreachable = () => undelivered(row, frame, consultation, 'no-chat');
    if (!chat) return wait ? after(row, wait, unreachable) : unreachable();
    const news = newsOf(String(row.payload.news ?? ''));
    const drawn = await draw(frame, consultation, news);
    const result = await sender.create(chat, { card: drawn, summary: String(drawn.fallbackText ?? '') });
    if (result.is !== 'sent')
      return after(
        row,
        result,
        () => undelivered(row, frame, consultation, 'refused'),
        chatGone(key, result),
      );
    if (result.activityId) {
      const live = { serviceUrl: chat.serviceUrl, conversationId: chat.id, activityId: result.activityId };
      const spent = !holdsForm(frame, consultation) || news.some(({ kind }) => turns.has(kind));
      await keepLive(house, key, consultation, live, spent || consultation.sealed);
    }
    return { is: 'sent', activityId: result.activityId };
  }

  /** Brings the card a person holds up to date; whoever holds none is left in peace. */
  async function refresh(row: Claimed, { frame, key, consultation }: Read): Promise<Delivery> {
    const live = await liveCard(house.store, key, consultation.id);
    const chat = live && (await conversationOf(house.store, key));
    if (!live || !chat || chat.conversationId !== live.conversationId)
      return { is: 'sent', activityId: undefined };
    // What is being written is left alone, unless the text above it must not be seen any more.
    if (holdsForm(frame, consultation) && !consultation.sealed) return { is: 'sent', activityId: undefined };
    const result = await sender.update(asConversation(chat), live.activityId, {
      card: await draw(frame, consultation, []),
    });
    return after(row, result, async () => ({ is: 'dead', reason: 'gone' }));
  }

  /** Folds a card that a newer one has taken the place of. */
  async function fold(row: Claimed, { frame, consultation }: Read): Promise<Delivery> {
    const { serviceUrl, conversationId, activityId } = row.payload as Record<string, string>;
    const chat = await conversationOf(house.store, row.to);
    if (!chat || chat.conversationId !== conversationId || chat.serviceUrl !== serviceUrl)
      return { is: 'sent', activityId: undefined };
    const card = foldedCard(frame.language, consultation.reference);
    const result = await sender.update(asConversation(chat), activityId!, { card });
    return after(row, result, async () => ({ is: 'dead', reason: 'gone' }));
  }

  /** An answer to a word that Teams did not take at first: drawn anew, or the request to write again. */
  async function replyAgain(row: Claimed): Promise<Delivery> {
    const chat = await conversationOf(house.store, row.to);
    if (!chat) return { is: 'dead', reason: 'no-chat' };
    const read = row.payload.consultation === undefined ? undefined : await readerOf(row);
    const out = read
      ? { card: await draw(read.frame, read.consultation, []) }
      : { text: talkTexts[row.payload.language === 'en' ? 'en' : 'sv'].sayAgain };
    const result = await sender.create(asConversation(chat), out);
    return after(row, result, async () => ({ is: 'dead', reason: 'refused' }));
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
  async function chatWith(frame: Frame, key: string): Promise<{ chat?: Conversation; wait?: SendResult }> {
    const known = await conversationOf(house.store, key);
    if (known) return { chat: asConversation(known) };
    let wait: SendResult | undefined;
    for (const { tenantId, aadObjectId } of frame.reader.identities) {
      const heard = await lastHeardFrom(house.store, tenantId);
      if (!heard) continue;
      const { serviceUrl, botId } = heard;
      const opened = await sender.open({ serviceUrl, tenantId, aadObjectId, botId });
      if (opened.is !== 'opened') {
        if (opened.is === 'later' || opened.is === 'again') wait = opened;
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

  function chatGone(key: string, result: SendResult) {
    return async () => {
      const gone = result.is === 'refused' && (result.reason === 'gone' || result.reason === 'blocked');
      if (gone) await forgetConversation(house.store, key);
    };
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

  /** What may safely follow a failed send (the rate-limit page of Microsoft's documentation; a create has no idempotency key). */
  async function after(
    row: Claimed,
    result: SendResult,
    refused: () => Promise<Delivery>,
    before: () => Promise<void> = async () => {},
  ): Promise<Delivery> {
    switch (result.is) {
      case 'sent':
        return { is: 'sent', activityId: result.activityId };
      case 'later':
        return {
          is: 'later',
          notBefore: realNow() + (result.retryAfterSeconds ?? 2 ** Math.min(row.attempts, 6)) * 1000,
        };
      case 'unknown':
        // Once more after a minute, because it must arrive; after that the next change will tell.
        return row.attempts < 2 ? { is: 'later', notBefore: realNow() + MINUTE } : { is: 'unknown' };
      case 'again': {
        const waited = Math.min(1000 * 2 ** row.attempts, 15 * MINUTE);
        return row.attempts > 110 ? refused() : { is: 'later', notBefore: realNow() + Math.min(waited, DAY) };
      }
      case 'refused':
        await before();
        return refused();
    }
  }
}

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
