import { createHash } from 'node:crypto';
import { aliasOf } from '../domain/anonymous.ts';
import type { Store } from './database.ts';
import type { Detail } from './records.ts';
import type { Queries, Trx } from './schema.ts';

/** Who acts when time does. */
export const SYSTEM = 'system';

const MOST = 500;

const personMembers = new Set(['to', 'by', 'from']);

/**
 * The opaque id under which the log knows a person: the log itself never changes when a person is made anonymous, only
 * this table does, and what is counted by actor stays right.
 */
export async function actorOf(
  trx: Trx,
  bytes: Store['bytes'],
  association: string,
  person: string,
): Promise<string> {
  if (person === SYSTEM || person === '') return SYSTEM;
  const find = () =>
    trx
      .selectFrom('actors')
      .select('id')
      .where('association', '=', association)
      .where('person', '=', person)
      .executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  const salt = Buffer.from(bytes(16)).toString('base64url');
  await trx
    .insertInto('actors')
    .values({ id: actorIdOf(association, person, salt), association, person, salt })
    .onConflict((conflict) => conflict.columns(['association', 'person']).doNothing())
    .execute();
  return (await find())!.id;
}

/** The id is made of the person, so that `verify` sees when another is put behind it. */
export const actorIdOf = (association: string, person: string, salt: string): string =>
  createHash('sha256').update(`${salt}${association}/${person}`).digest('base64url');

/** The persons behind opaque ids; whoever has been made anonymous is there under their alias. */
export async function whoIs(db: Queries, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '' && id !== SYSTEM);
  const people = new Map<string, string>();
  // SQLite and PostgreSQL both bound the number of values in one statement.
  for (let from = 0; from < wanted.length; from += MOST)
    for (const { id, person } of await db
      .selectFrom('actors')
      .select(['id', 'person'])
      .where('id', 'in', wanted.slice(from, from + MOST))
      .execute())
      if (person !== null) people.set(id, person);
  return people;
}

/** Makes a person of an association anonymous in the whole log, for ever; false when the log does not know them. */
export async function forgetActor(trx: Trx, association: string, person: string): Promise<boolean> {
  const known = await trx
    .selectFrom('actors')
    .select('id')
    .where('association', '=', association)
    .where('person', '=', person)
    .executeTakeFirst();
  if (known === undefined) return false;
  await trx
    .updateTable('actors')
    .set({ person: aliasOf(known.id), salt: null })
    .where('id', '=', known.id)
    .execute();
  return true;
}

/** Every person id in a detail, exchanged; the shape stays. */
export async function exchanged(
  detail: Detail,
  exchange: (person: string) => Promise<string>,
): Promise<Detail> {
  const walk = async (value: unknown, name: string): Promise<unknown> => {
    if (Array.isArray(value)) return await inTurn(value, (one) => walk(one, name));
    if (typeof value === 'object' && value !== null) {
      const entries = await inTurn(Object.entries(value), async ([key, one]) => [key, await walk(one, key)]);
      return Object.fromEntries(entries as [string, unknown][]);
    }
    return typeof value === 'string' && personMembers.has(name) ? await exchange(value) : value;
  };
  return (await walk(detail, '')) as Detail;
}

// One after the other: they share a transaction's one connection.
async function inTurn<T, R>(values: readonly T[], run: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const value of values) results.push(await run(value));
  return results;
}
