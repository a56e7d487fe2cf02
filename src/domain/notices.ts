import { type Association, coordinatorsOf } from './association.ts';
import type { Consultation } from './consultation.ts';
import { legOf } from './consultation.ts';
import type { Event } from './life/step.ts';

/** What a message tells first; the card below it always shows the present state. */
export const newsKinds = [
  'offer',
  'accepted',
  'advised',
  'clarification',
  'answered',
  'wrong-remit',
  'nobody',
  'with-coordinator',
  'seat-lost',
  'recognised',
  'sealed',
  'edited',
  'added',
  'withdrawn',
  'cancelled',
  'advice-complete',
  'ready',
  'times',
  'times-added',
  'deadlocked',
  'queued',
  'place-offered',
  'place-lapsed',
  'no-times',
  'no-match',
  'booked',
  'unbooked',
  'moved',
  'reopened',
  'held',
  'meeting-over',
  'no-show',
  'nobody-came',
  'recorded',
  'joined',
  'handed-over',
  'handed-to-you',
  'undelivered',
  'file-asked',
  'hold',
  'released',
  'reminder',
  'stalled',
  'follow-up',
  'vote-reminder',
  'meeting-soon',
  'advice-late',
  'away-held',
  'away-moved',
] as const;
export type NewsKind = (typeof newsKinds)[number];
export type News = { kind: NewsKind; agency: string | undefined };

/** One person's message about one change: a new card with its news, or (no news) the present card brought up to date. */
export type Notice = { to: string; news: readonly News[] };

/** Everyone who takes part: the owner and whoever is asked, has accepted or has advised. */
export function partiesOf(consultation: Consultation): readonly string[] {
  const asked = consultation.legs
    .filter((leg) => leg.is !== 'dropped' && leg.is !== 'lapsed')
    .flatMap((leg) => [leg.holder ?? leg.asked]);
  return [...new Set([consultation.owner, ...asked].filter((person) => person !== undefined))];
}

const seatHolders = (consultation: Consultation): readonly string[] =>
  consultation.legs.filter((leg) => leg.is === 'accepted').flatMap((leg) => leg.holder ?? []);

/**
 * Who must hear of a change, and what; the actor is not told what they did themselves. Everyone else who has been
 * asked before gets the card they hold brought up to date (an empty list of news).
 */
export function noticesFor(
  association: Association,
  before: Consultation | undefined,
  after: Consultation,
  events: readonly Event[],
  actor: string,
): readonly Notice[] {
  const told = new Map<string, News[]>();
  const tell = (people: Iterable<string | undefined>, kind: NewsKind, agency?: string) => {
    for (const person of people) {
      if (person === undefined) continue;
      const news = told.get(person) ?? [];
      if (!news.some((one) => one.kind === kind && one.agency === agency)) news.push({ kind, agency });
      told.set(person, news);
    }
  };
  const coordinators = coordinatorsOf(association).map(({ id }) => id);
  const owner = [after.owner];
  const parties = partiesOf(after);
  const seats = [...owner, ...seatHolders(after)];
  const lost = Object.values(before?.meeting?.participants ?? {});
  for (const event of events) {
    switch (event.is) {
      case 'offered':
        tell([event.to], 'offer', event.agency);
        break;
      case 'nobody':
        tell(coordinators, 'nobody', event.agency);
        tell(owner, 'with-coordinator', event.agency);
        break;
      case 'accepted':
      case 'advised':
        tell(owner, event.is, event.agency);
        break;
      case 'asked':
        tell(owner, 'clarification', event.agency);
        break;
      case 'answered':
        // Whoever asked, and whoever the question has been passed on to since: it is theirs to answer now.
        tell(
          [legOf(after, event.agency)?.clarifications.at(-1)?.by, legOf(after, event.agency)?.asked],
          'answered',
          event.agency,
        );
        break;
      case 'declined':
        if (before && legOf(before, event.agency)?.is === 'accepted') tell(owner, 'seat-lost', event.agency);
        break;
      case 'wrong-remit':
        tell(owner, 'wrong-remit', event.agency);
        break;
      case 'recognised':
        tell(coordinators, 'recognised', event.agency);
        tell(owner, 'sealed');
        break;
      case 'edited':
      case 'unsealed':
        tell(parties, 'edited');
        break;
      case 'added':
        tell(parties, 'added');
        break;
      case 'withdrawn':
      case 'cancelled':
        tell([...partiesOf(before ?? after), ...owner], event.is);
        break;
      case 'advice-complete':
        tell(owner, event.is);
        break;
      case 'ready':
        tell(owner, event.is);
        break;
      case 'times':
      case 'times-added':
      case 'place-offered':
        tell(seats, event.is);
        break;
      case 'queued':
      case 'place-lapsed':
        tell([...seats, ...coordinators], event.is);
        break;
      case 'no-times':
      case 'no-match':
        tell([...owner, ...coordinators], event.is);
        break;
      case 'booked':
        tell(Object.values(after.meeting?.participants ?? {}), 'booked');
        break;
      case 'unbooked':
        tell(lost.length > 0 ? lost : seats, event.is);
        break;
      case 'meeting-over':
        tell(seats, event.is);
        break;
      case 'moved':
        tell(lost, event.is);
        break;
      case 'reopened':
      case 'deadlocked':
        tell(owner, event.is);
        break;
      case 'held':
        tell(seats, 'held');
        break;
      case 'no-show':
        tell([...owner, ...coordinators], 'no-show', event.agency);
        break;
      case 'nobody-came':
        tell(owner, event.is);
        break;
      case 'recorded':
        tell(parties, 'recorded');
        break;
      case 'joined':
        tell(parties, 'joined');
        break;
      case 'file-asked':
        tell([...owner, ...coordinators], event.is);
        break;
      case 'hold':
      case 'released':
        tell(owner, event.is);
        break;
      case 'handed-over':
        tell([event.from], 'handed-over');
        tell([event.to], 'handed-to-you');
        break;
      case 'prompted':
        tell([event.to], event.news, event.agency);
        break;
      case 'advice-late':
        tell(coordinators, 'advice-late', event.agency);
        break;
      case 'away':
        tell(owner, event.until === undefined ? 'away-moved' : 'away-held', event.agency);
        break;
      default:
        break;
    }
  }
  told.delete(actor);
  // Nothing on anybody's card has changed.
  if (events.length > 0 && events.every(({ is }) => is === 'prompted'))
    return [...told].map(([to, news]) => ({ to, news }));
  const others = new Set([
    ...partiesOf(before ?? after),
    ...parties,
    ...askedBefore(after),
    actor,
    ...(after.sentAt === undefined ? [] : coordinators),
  ]);
  for (const person of told.keys()) others.delete(person);
  // Whoever has just joined is reading the content: bringing their card up to date would take it away again.
  if (events.every(({ is }) => is === 'joined')) others.delete(actor);
  return [...[...told].map(([to, news]) => ({ to, news })), ...[...others].map((to) => ({ to, news: [] }))];
}

const askedBefore = (consultation: Consultation): readonly string[] =>
  consultation.legs.flatMap((leg) => [...leg.passed, ...(leg.asked ? [leg.asked] : [])]);
