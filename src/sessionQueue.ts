import { type Association, agencyOf, MUNICIPAL_AGENCY } from './domain/association.ts';
import { serve } from './domain/life/queue.ts';
import { type LifeRefusal, system } from './domain/life/step.ts';
import { ok } from './domain/result.ts';
import { nextOpen } from './domain/workingTime.ts';
import { addDays, beginning, dayOf } from './domain/zone.ts';
import { type Read, readFacts } from './features/facts.ts';
import type { House } from './features/turn.ts';
import { writtenOf } from './features/written.ts';
import { inHours } from './personDues.ts';
import { change } from './store/consultations.ts';
import { queueOf, restQueue } from './store/placeQueue.ts';

const TRIES = 2;

/**
 * Goes through those who wait for a place of a session, first in line first, and keeps the next place for each who can
 * have one; the database lets nobody have a place that another has. Looked at again when something is given up, and as
 * the next working day begins: the horizon has then moved on.
 */
export async function serveQueue(
  house: House,
  association: Association,
  session: string,
  now: Date,
): Promise<void> {
  const { store } = house;
  for (const { consultation } of await queueOf(store.db, association.id, session))
    for (let tried = 1; tried <= TRIES; tried += 1)
      if ((await serveOne(house, association, consultation, now)) !== 'taken') break;
  const { timeZone } = association;
  const tomorrow = beginning(addDays(dayOf(now, timeZone), 1), timeZone);
  const next = nextOpen(agencyOf(association, MUNICIPAL_AGENCY)!.calendar, tomorrow);
  await restQueue(store.db, association.id, session, now.toISOString(), next.toISOString());
}

/** `taken`: somebody else took the place at the same moment. */
async function serveOne(
  house: House,
  association: Association,
  consultation: string,
  now: Date,
): Promise<string | undefined> {
  const result = await change<Read, LifeRefusal>(
    house.store,
    consultation,
    (trx) => readFacts(trx, house, { association, reader: system, now }, consultation),
    (current, facts) => {
      const served = serve(current, facts);
      if (!served.ok) return served;
      const { after, events } = served.value;
      const done = { verb: 'queue', actor: system.id, events };
      return ok(inHours(facts, writtenOf(facts, current, after, done)));
    },
    now,
  );
  return result.ok ? undefined : result.refusal.code;
}
