import type { Consultation } from '../domain/consultation.ts';
import type { Queries, Trx } from './schema.ts';
import { replaceStanding } from './standings.ts';

/** A person's load: how many open legs ask them now, and when they were last asked at all (ISO). */
export type Load = { openLegs: number; lastAskedAt: string | undefined };

/** SQLite and PostgreSQL both bound the number of values in one statement. */
const MOST = 500;

/** The load of these people, by person id; nothing of whoever has never been asked. Drafts ask nobody. */
export async function loadsOf(
  db: Queries,
  association: string,
  people: readonly string[],
): Promise<Map<string, Load>> {
  const loads = new Map<string, Load>();
  for (let from = 0; from < people.length; from += MOST)
    for (const [person, load] of await someLoads(db, association, people.slice(from, from + MOST)))
      loads.set(person, load);
  return loads;
}

async function someLoads(
  db: Queries,
  association: string,
  people: readonly string[],
): Promise<Map<string, Load>> {
  const open = await db
    .selectFrom('legs')
    .select(({ fn }) => ['asked', fn.countAll().as('count')])
    .where('association', '=', association)
    .where('state', 'in', ['offered', 'waiting'])
    .where('asked', 'in', people)
    .groupBy('asked')
    .orderBy('asked')
    .execute();
  const last = await db
    .selectFrom('asked')
    .select(['person', 'at'])
    .where('association', '=', association)
    .where('person', 'in', people)
    .orderBy('person')
    .execute();
  const loads = new Map<string, Load>(
    last.map(({ person, at }) => [person, { openLegs: 0, lastAskedAt: at }]),
  );
  for (const { asked, count } of open)
    if (asked !== null)
      loads.set(asked, { openLegs: Number(count), lastAskedAt: loads.get(asked)?.lastAskedAt });
  return loads;
}

/** Rewrites what can be looked for in a consultation and its legs. */
export async function replaceLegs(trx: Trx, consultation: Consultation): Promise<void> {
  await replaceStanding(trx, consultation);
  await trx.deleteFrom('legs').where('consultation', '=', consultation.id).execute();
  const legs = askedLegs(consultation);
  if (legs.length === 0) return;
  await trx
    .insertInto('legs')
    .values(
      legs.map((leg) => ({
        consultation: consultation.id,
        agency: leg.agency,
        association: consultation.association,
        state: leg.is,
        function: leg.function ?? null,
        asked: leg.asked ?? null,
        holder: leg.holder ?? null,
        asked_at: leg.askedAt,
        due_at: leg.dueAt ?? null,
        barred: leg.barred.length === 0 ? '' : `,${leg.barred.join(',')},`,
      })),
    )
    .execute();
}

/** Keeps when somebody was asked last, also once the leg has gone on to another. */
export async function rememberAsked(
  trx: Trx,
  before: Consultation | undefined,
  after: Consultation,
): Promise<void> {
  const earlier = before === undefined ? [] : askedLegs(before);
  // Everybody takes the rows in the same order, so that two who ask the same people never wait for each other.
  const legs = [...askedLegs(after)].sort((one, other) => ((one.asked ?? '') < (other.asked ?? '') ? -1 : 1));
  for (const { agency, asked, askedAt } of legs) {
    const stood = earlier.find((leg) => leg.agency === agency);
    if (asked === undefined || (stood?.asked === asked && stood.askedAt === askedAt)) continue;
    await trx
      .insertInto('asked')
      .values({ association: after.association, person: asked, at: askedAt })
      .onConflict((conflict) =>
        conflict
          .columns(['association', 'person'])
          .doUpdateSet({ at: askedAt })
          .where('asked.at', '<', askedAt),
      )
      .execute();
  }
}

const askedLegs = (consultation: Consultation) => (consultation.is === 'draft' ? [] : consultation.legs);
