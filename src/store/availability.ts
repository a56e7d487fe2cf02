import { z } from 'zod';
import { codesOf, type Declared, isNothing, nothingDeclared, weekKinds } from '../domain/availability.ts';
import { weekdays } from '../domain/zone.ts';
import type { Store } from './database.ts';
import { answerTo, keepAnswer } from './inbox.ts';
import { recordAct } from './records.ts';
import type { Queries } from './schema.ts';

const minute = z.int().min(0).max(1440);
const declared: z.ZodType<Declared> = z.strictObject({
  week: z.array(
    z.strictObject({ weekday: z.enum(weekdays), weeks: z.enum(weekKinds), from: minute, to: minute }),
  ),
  days: z.array(
    z.strictObject({ day: z.string(), windows: z.array(z.strictObject({ from: minute, to: minute })) }),
  ),
});
const read = (doc: string): Declared => declared.parse(JSON.parse(doc));
const empty = JSON.stringify(nothingDeclared);

/** What people have declared (`personKey` is `${association}/${person}`); whoever has declared nothing is left out. */
export async function declaredBy(
  db: Queries,
  personKeys: readonly string[],
): Promise<ReadonlyMap<string, Declared>> {
  const rows = await db
    .selectFrom('availability')
    .select(['person_key', 'doc'])
    .where('person_key', 'in', personKeys)
    .execute();
  return new Map(rows.map(({ person_key, doc }) => [person_key, read(doc)]));
}

/** What one person has declared. */
export async function availabilityOf(db: Queries, personKey: string): Promise<Declared> {
  const row = await db
    .selectFrom('availability')
    .select('doc')
    .where('person_key', '=', personKey)
    .executeTakeFirst();
  return row === undefined ? nothingDeclared : read(row.doc);
}

/**
 * Changes what a person has declared, and records what was added and taken away. The same activity again changes
 * nothing: it may be a message delivered late, after another has taken back what it says.
 */
export async function changeAvailability(
  store: Store,
  who: { association: string; person: string; at: string; activity: string },
  change: (before: Declared) => Declared,
): Promise<Declared> {
  const { association, person, at, activity } = who;
  const key = `${association}/${person}`;
  return await store.transact(async (trx) => {
    await trx
      .insertInto('availability')
      .values({ person_key: key, doc: empty, changed_at: at })
      .onConflict((conflict) => conflict.column('person_key').doNothing())
      .execute();
    // Takes the row's lock as it looks.
    const row = await trx
      .updateTable('availability')
      .set((expression) => ({ doc: expression.ref('doc') }))
      .where('person_key', '=', key)
      .returning('doc')
      .executeTakeFirstOrThrow();
    const before = read(row.doc);
    const isSeen = (await answerTo(trx, activity)) !== undefined;
    const after = isSeen ? before : change(before);
    const [had, has] = [codesOf(before), codesOf(after)];
    if (had.join() !== has.join()) {
      await recordAct(trx, store.bytes, {
        kind: 'act',
        verb: 'availability',
        association,
        consultation: undefined,
        actor: person,
        at,
        detail: {
          added: has.filter((code) => !had.includes(code)),
          removed: had.filter((code) => !has.includes(code)),
        },
      });
      await keepAnswer(trx, { key: activity, answer: '' }, at);
      await trx
        .updateTable('availability')
        .set({ doc: JSON.stringify(after), changed_at: at })
        .where('person_key', '=', key)
        .execute();
    }
    if (isNothing(after)) await trx.deleteFrom('availability').where('person_key', '=', key).execute();
    return after;
  });
}
