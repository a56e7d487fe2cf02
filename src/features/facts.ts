import { type Association, type Person, personOf } from '../domain/association.ts';
import type { Declared } from '../domain/availability.ts';
import { isAway } from '../domain/duty.ts';
import type { FreeBusy } from '../domain/freeBusy.ts';
import type { Facts } from '../domain/life/step.ts';
import type { Load } from '../domain/routing.ts';
import type { Waiting } from '../domain/sessions.ts';
import type { Span } from '../domain/spans.ts';
import type { Windows } from '../domain/workingTime.ts';
import { dayOf } from '../domain/zone.ts';
import { absencesFrom } from '../store/absences.ts';
import { declaredBy } from '../store/availability.ts';
import { bookingsOf, type Interval, takenPlaces } from '../store/bookings.ts';
import { liveCardsOf } from '../store/cards.ts';
import { loadsOf } from '../store/legs.ts';
import { lookup } from '../store/lookedAt.ts';
import { queueOf } from '../store/placeQueue.ts';
import { quietHoursBy } from '../store/quietHours.ts';
import type { Trx } from '../store/schema.ts';
import { identityKey, roomKey } from './keys.ts';
import type { House } from './turn.ts';

/** What a change reads: what a step may look at, who holds a card of the consultation, and how entries go out. */
export type Read = Facts & {
  holders: readonly string[];
  entryForm: House['entryForm'];
  more: () => Promise<boolean>;
};

/**
 * What a step may look at, inside the change's own transaction: loads and bookings are read of those it asks about only
 * (`lookedAt.ts`), since an association may have ten thousand people and a step concerns a handful.
 */
export async function readFacts(
  trx: Trx,
  house: House,
  {
    association,
    reader,
    now,
    freeBusy,
  }: { association: Association; reader: Person; now: Date; freeBusy?: FreeBusy | undefined },
  consultation?: string,
): Promise<Read> {
  // Only times to come are ever offered.
  const from = now.toISOString();
  const loads = lookup<Load>({ openLegs: 0, lastAskedAt: undefined }, (people) =>
    loadsOf(trx, association.id, people),
  );
  const busy = lookup<readonly Span[]>([], async (keys) => {
    const booked = await bookingsOf(trx, keys, from);
    return new Map([...booked].map(([key, intervals]) => [key, intervals.map(spanOf)]));
  });
  const taken = lookup<ReadonlySet<string>>(new Set(), async (sessions) => {
    const places = new Map<string, ReadonlySet<string>>();
    for (const session of sessions)
      places.set(session, await takenPlaces(trx, association.id, session, from));
    return places;
  });
  const waiting = lookup<readonly Waiting[]>([], async (sessions) => {
    const queues = new Map<string, readonly Waiting[]>();
    for (const session of sessions) queues.set(session, await queueOf(trx, association.id, session));
    return queues;
  });
  const quiet = lookup<Windows>([], (keys) => quietHoursBy(trx, keys));
  const declared = lookup<Declared | undefined>(undefined, (keys) => declaredBy(trx, keys));
  const absent = await absencesFrom(trx, association.id, dayOf(now, association.timeZone));
  const absences = (person: string) => absent.get(person) ?? [];
  const cards = consultation === undefined ? [] : await liveCardsOf(trx, consultation);
  return {
    association,
    now,
    actor: reader,
    absences,
    away: (person, start, end) => {
      const who = personOf(association, person);
      return who !== undefined && isAway(association, who, absences(person), start, end);
    },
    load: loads.at,
    busy: (person) => {
      const who = personOf(association, person);
      return who ? busy.at(identityKey(who)) : [];
    },
    room: (link) => busy.at(roomKey(link)),
    freeBusy,
    quiet: (person) => quiet.at(`${association.id}/${person}`),
    declared: (person) => declared.at(`${association.id}/${person}`),
    taken: (session, start) => taken.at(session).has(start.toISOString()),
    waiting: waiting.at,
    uid: house.newId(),
    entryForm: house.entryForm,
    holders: cards.map(({ personKey: key }) => key.slice(association.id.length + 1)),
    more: async () => {
      // One after the other: they share a transaction's one connection.
      const read = [
        await loads.more(),
        await busy.more(),
        await taken.more(),
        await waiting.more(),
        await quiet.more(),
        await declared.more(),
      ];
      return read.includes(true);
    },
  };
}

const spanOf = ({ start, end }: Interval): Span => ({
  start: Date.parse(start) / 60_000,
  end: Date.parse(end) / 60_000,
});
