import type { Consultation } from '../domain/consultation.ts';
import { waitingOf } from '../domain/life/queue.ts';
import type { Waiting } from '../domain/sessions.ts';
import type { Queries, Trx } from './schema.ts';

/** Who waits for a place of an association's session, first in line first: the more urgent, then the older. */
export async function queueOf(db: Queries, association: string, session: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('place_queue')
    .select(['consultation', 'urgent', 'since'])
    .where('association', '=', association)
    .where('session', '=', session)
    .orderBy('urgent', 'desc')
    .orderBy('since')
    .orderBy('consultation')
    .execute();
  return rows.map(({ consultation, urgent, since }) => ({
    consultation,
    urgency: Number(urgent) === 1 ? 'soon' : 'normal',
    since,
  }));
}

/** What a consultation has of a session: a place (its start, ISO), or a stand in the waiting list. */
export type Held = { session: string; start: string | undefined };

/** What a consultation has of sessions before a change: its place, its stand in a list. */
export async function heldPlaces(trx: Trx, consultation: string): Promise<Held[]> {
  const places = await trx
    .selectFrom('booked_places')
    .select(['session', 'start_at'])
    .where('consultation', '=', consultation)
    .execute();
  const waits = await trx
    .selectFrom('place_queue')
    .select('session')
    .where('consultation', '=', consultation)
    .execute();
  return [
    ...places.map(({ session, start_at }) => ({ session, start: start_at })),
    ...waits.map(({ session }) => ({ session, start: undefined })),
  ];
}

/** Keeps where a consultation stands, as its document says; whoever has been offered a place stands there no more. */
export async function keepStand(trx: Trx, consultation: Consultation): Promise<void> {
  const { id, association, is, queue } = consultation;
  await trx.deleteFrom('place_queue').where('consultation', '=', id).execute();
  if (is !== 'ready' || queue === undefined) return;
  const { urgency, since } = waitingOf(consultation);
  const urgent = urgency === 'soon' ? 1 : 0;
  await trx
    .insertInto('place_queue')
    .values({ consultation: id, association, session: queue.session, urgent, since })
    .execute();
}

/**
 * What a change has given up (a place, a stand) is looked at by the clock at once: the timers of all who wait for that
 * session fall due. `before` is what it had, `after` what it has.
 */
export async function wakeQueues(
  trx: Trx,
  association: string,
  before: readonly Held[],
  after: readonly Held[],
  at: string,
): Promise<void> {
  const has = ({ session, start }: Held) =>
    after.some((one) => one.session === session && one.start === start);
  const sessions = new Set(before.filter((one) => !has(one)).map(({ session }) => session));
  for (const session of sessions)
    await timersOf(trx, association, session).set({ due_at: at }).where('due_at', '>', at).execute();
}

/** The timers of all who wait for a session, to be set. */
const timersOf = (db: Queries, association: string, session: string) =>
  db
    .updateTable('timers')
    .where('kind', '=', 'queue')
    .where('key', '=', session)
    .where('consultation', 'in', (all) =>
      all
        .selectFrom('place_queue')
        .select('place_queue.consultation')
        .where('place_queue.association', '=', association)
        .where('place_queue.session', '=', session),
    );

/** The waiting list of a session has been gone through: it is looked at again at `until` (ISO), or when it is woken. */
export async function restQueue(
  db: Queries,
  association: string,
  session: string,
  upTo: string,
  until: string,
): Promise<void> {
  await timersOf(db, association, session).set({ due_at: until }).where('due_at', '<=', upTo).execute();
}
