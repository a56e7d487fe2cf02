import type { Queries, Trx } from './schema.ts';

/** Start and end are ISO 8601 in UTC; the end is not part of it. */
export type Interval = { start: string; end: string };

/** A person busy in one meeting; `personKey` is `${associationId}/${personId}`. */
export type Booking = Interval & { personKey: string };

/** One free place of a session, by its start. */
export type Place = { session: string; start: string };

const CELL_MS = 5 * 60_000;

/** When these people are booked after `from` (ISO), in order; someone with nothing booked has an empty list. */
export async function bookingsOf(
  db: Queries,
  personKeys: readonly string[],
  from = '',
): Promise<Map<string, Interval[]>> {
  const booked = new Map<string, Interval[]>(personKeys.map((key) => [key, []]));
  if (personKeys.length === 0) return booked;
  const rows = await db
    .selectFrom('bookings')
    .select(['person_key', 'start_at', 'end_at'])
    .where('person_key', 'in', personKeys)
    .where('end_at', '>', from)
    .orderBy('start_at')
    .orderBy('consultation')
    .execute();
  for (const row of rows) booked.get(row.person_key)?.push({ start: row.start_at, end: row.end_at });
  return booked;
}

/** The starts (ISO), from `from` on, of a session's places that are taken. */
export async function takenPlaces(
  db: Queries,
  association: string,
  session: string,
  from = '',
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('booked_places')
    .select('start_at')
    .where('association', '=', association)
    .where('session', '=', session)
    .where('start_at', '>=', from)
    .orderBy('start_at')
    .execute();
  return new Set(rows.map((row) => row.start_at));
}

/**
 * Replaces all that a consultation has booked. False when someone or the place is taken by another consultation: the
 * transaction must then be given up. Primary keys decide, so nobody is booked twice whoever writes at the same time.
 */
export async function replaceBookings(
  trx: Trx,
  { id, association }: { id: string; association: string },
  bookings: readonly Booking[],
  place: Place | undefined,
): Promise<boolean> {
  await trx.deleteFrom('bookings').where('consultation', '=', id).execute();
  await trx.deleteFrom('booked_cells').where('consultation', '=', id).execute();
  await trx.deleteFrom('booked_places').where('consultation', '=', id).execute();
  if (place !== undefined && !(await takePlace(trx, id, association, place))) return false;
  if (bookings.length === 0) return true;
  await trx
    .insertInto('bookings')
    .values(
      bookings.map(({ personKey, start, end }) => ({
        consultation: id,
        person_key: personKey,
        start_at: start,
        end_at: end,
      })),
    )
    .onConflict((conflict) => conflict.columns(['consultation', 'person_key', 'start_at']).doNothing())
    .execute();
  return await takeQuarters(trx, id, bookings);
}

async function takePlace(trx: Trx, id: string, association: string, place: Place): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('booked_places')
    .values({ association, session: place.session, start_at: place.start, consultation: id })
    .onConflict((conflict) => conflict.columns(['association', 'session', 'start_at']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

async function takeQuarters(trx: Trx, id: string, bookings: readonly Booking[]): Promise<boolean> {
  // One person may sit on two seats of the same meeting: that is one booking.
  const wanted = new Map(
    bookings.flatMap((booking) =>
      cellsOf(booking).map((cell) => [
        `${cell} ${booking.personKey}`,
        { person_key: booking.personKey, cell, consultation: id },
      ]),
    ),
  );
  // Everybody takes them in the same order, so that two who want the same people never wait for each other.
  const rows = [...wanted].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('booked_cells')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person_key', 'cell']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === rows.length;
}

/** Every five minutes since 1970 that an interval touches. */
function cellsOf({ start, end }: Interval): number[] {
  const first = Math.floor(Date.parse(start) / CELL_MS);
  const last = Math.ceil(Date.parse(end) / CELL_MS);
  if (!(last > first && Date.parse(end) > Date.parse(start)))
    throw new Error('A booking ends after it starts.');
  return Array.from({ length: last - first }, (_, position) => first + position);
}

/** The consultations with a place of a session that starts from one instant (ISO) until another, in order of their time. */
export async function bookedIn(
  db: Queries,
  association: string,
  session: string,
  from: string,
  until: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('booked_places')
    .select('consultation')
    .where('association', '=', association)
    .where('session', '=', session)
    .where('start_at', '>=', from)
    .where('start_at', '<', until)
    .orderBy('start_at')
    .execute();
  return rows.map(({ consultation }) => consultation);
}
