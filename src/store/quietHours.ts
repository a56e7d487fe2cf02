import type { Windows } from '../domain/workingTime.ts';
import type { Queries } from './schema.ts';

/** When each of these people wants quiet, minutes of the day; who has said nothing is left out. */
export async function quietHoursBy(
  db: Queries,
  personKeys: readonly string[],
): Promise<Map<string, Windows>> {
  if (personKeys.length === 0) return new Map();
  const rows = await db.selectFrom('quiet_hours').selectAll().where('person_key', 'in', personKeys).execute();
  return new Map(rows.map(({ person_key, spans }) => [person_key, windowsIn(spans)]));
}

/** The same of one; none for whoever has said nothing. */
export const quietHoursOf = async (db: Queries, personKey: string): Promise<Windows> =>
  (await quietHoursBy(db, [personKey])).get(personKey) ?? [];

/** Keeps them in place of the earlier ones; none of them is nothing kept. */
export async function saveQuietHours(db: Queries, personKey: string, hours: Windows): Promise<void> {
  if (hours.length === 0) {
    await db.deleteFrom('quiet_hours').where('person_key', '=', personKey).execute();
    return;
  }
  const spans = hours.map(({ from, to }) => `${from}-${to}`).join(',');
  await db
    .insertInto('quiet_hours')
    .values({ person_key: personKey, spans })
    .onConflict((conflict) => conflict.column('person_key').doUpdateSet({ spans }))
    .execute();
}

const windowsIn = (spans: string): Windows =>
  spans.split(',').map((one) => {
    const [from, to] = one.split('-').map(Number) as [number, number];
    return { from, to };
  });
