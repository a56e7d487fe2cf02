import type { Absence, DayPart } from '../domain/duty.ts';
import type { Queries } from './schema.ts';

/** The absences in an association that are not over on a day (`YYYY-MM-DD`), by person, earliest first. */
export async function absencesFrom(
  db: Queries,
  association: string,
  day: string,
): Promise<ReadonlyMap<string, readonly Absence[]>> {
  const rows = await db
    .selectFrom('absences')
    .selectAll()
    .where('association', '=', association)
    .where('last_day', '>=', day)
    .orderBy('first_day')
    .orderBy('id')
    .execute();
  const found = new Map<string, Absence[]>();
  for (const { id, person, first_day, last_day, part, backup } of rows) {
    const own = found.get(person) ?? [];
    own.push({
      id,
      person,
      from: first_day,
      to: last_day,
      part: part as DayPart,
      backup: backup ?? undefined,
    });
    found.set(person, own);
  }
  return found;
}

/** Keeps an absence; the same id again changes nothing. */
export async function keepAbsence(db: Queries, association: string, absence: Absence): Promise<void> {
  const { id, person, from, to, part, backup } = absence;
  await db
    .insertInto('absences')
    .values({ id, association, person, first_day: from, last_day: to, part, backup: backup ?? null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The absence with this id, if it is kept. */
export async function absenceOf(db: Queries, association: string, id: string): Promise<Absence | undefined> {
  const row = await db
    .selectFrom('absences')
    .selectAll()
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { person, first_day, last_day, part, backup } = row;
  return { id, person, from: first_day, to: last_day, part: part as DayPart, backup: backup ?? undefined };
}

/** Takes an absence back; false when it was not there. */
export async function dropAbsence(db: Queries, association: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('absences')
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}
