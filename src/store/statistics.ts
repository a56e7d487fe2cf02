import { z } from 'zod';
import {
  ageBands,
  assistances,
  bases,
  certificates,
  cooperations,
  declineReasons,
  firstTimes,
  genders,
  measures,
  obstacleCategories,
  ongoingMeasures,
  progresses,
  purposes,
  results,
  templates,
  urgencies,
} from '../domain/codes.ts';
import { legStates, type State, states } from '../domain/consultation.ts';
import type { Counted } from '../domain/counted.ts';
import type { Store } from './database.ts';
import type { Trx } from './schema.ts';

const absent = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const whole = z.int().nonnegative();

/** Only what the schema names is kept, and a date, a name or a reference is none of it. */
const counted: z.ZodType<Counted> = z.strictObject({
  state: z.enum(states),
  municipality: z.string(),
  ageBand: z.enum(ageBands),
  basis: z.enum(bases),
  template: z.enum(templates),
  purpose: z.enum(purposes),
  urgency: z.enum(urgencies),
  gender: z.enum(genders),
  assistance: z.enum(assistances),
  certificate: z.enum(certificates),
  measure: z.enum(ongoingMeasures),
  firstTime: z.enum(firstTimes),
  rounds: whole,
  sent: quarter,
  ended: quarter,
  met: absent(quarter),
  onward: absent(quarter),
  work: absent(quarter),
  daysToHeld: absent(whole),
  daysToOutcome: absent(whole),
  outcome: absent(
    z.strictObject({
      result: z.enum(results),
      measures: z.array(z.enum(measures)),
      responsible: z.string(),
      planOffered: z.boolean(),
      fkOfficer: z.boolean(),
      obstacle: absent(z.enum(obstacleCategories)),
    }),
  ),
  followUps: z.array(
    z.strictObject({
      progress: z.enum(progresses),
      planOffered: z.boolean(),
      fkOfficer: z.boolean(),
      cooperation: absent(z.enum(cooperations)),
      answered: absent(z.enum(cooperations)),
    }),
  ),
  legs: z.array(
    z.strictObject({
      agency: z.string(),
      state: z.enum(legStates),
      required: z.boolean(),
      days: absent(whole),
      declines: z.array(z.enum(declineReasons)),
    }),
  ),
});

/** Keeps one row of numbers under a random id, within the transaction in which its consultation goes. */
export async function keepCounted(
  trx: Trx,
  bytes: Store['bytes'],
  association: string,
  row: Counted,
): Promise<void> {
  const facts = JSON.stringify(row);
  counted.parse(JSON.parse(facts));
  const id = Buffer.from(bytes(16)).toString('base64url');
  const { state, municipality, ageBand, legs, sent, met = null, onward = null, work = null } = row;
  await trx
    .insertInto('statistics')
    .values({
      id,
      association,
      state,
      municipality,
      age_band: ageBand,
      agencies: `,${legs.map(({ agency }) => agency).join(',')},`,
      sent,
      met,
      onward,
      work,
      facts,
    })
    .execute();
}

/** Everything that is only counted in an association, in the order of its random ids. */
export async function countedIn(store: Store, association: string): Promise<Counted[]> {
  const rows = await store.db
    .selectFrom('statistics')
    .select('facts')
    .where('association', '=', association)
    .orderBy('id')
    .execute();
  return rows.map(({ facts }) => counted.parse(JSON.parse(facts)));
}

/** What is only counted of those that asked an agency, those sent last first, at most so many. */
export async function countedSince(
  store: Store,
  association: string,
  agency: string,
  most: number,
): Promise<Counted[]> {
  const rows = await store.db
    .selectFrom('statistics')
    .select('facts')
    .where('association', '=', association)
    .where('agencies', 'like', `%,${agency},%`)
    .orderBy('sent', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ facts }) => counted.parse(JSON.parse(facts)));
}

/** What is only counted, by the quarter it was sent in and the state it ended in; narrowed to what is named. */
export async function sentCounts(
  store: Store,
  association: string,
  { municipality, agency }: { municipality?: string | undefined; agency?: string | undefined },
): Promise<{ sent: string; state: State; count: number }[]> {
  let query = store.db
    .selectFrom('statistics')
    .select(['sent', 'state', ({ fn }) => fn.countAll().as('count')])
    .where('association', '=', association);
  if (municipality !== undefined) query = query.where('municipality', '=', municipality);
  if (agency !== undefined) query = query.where('agencies', 'like', `%,${agency},%`);
  const rows = await query.groupBy(['sent', 'state']).orderBy('sent').orderBy('state').execute();
  return rows.map(({ sent, state, count }) => ({
    sent,
    state: z.enum(states).parse(state),
    count: Number(count),
  }));
}

/** How many of them came to count for an indicator, by quarter and age band. */
export async function reachedCounts(
  store: Store,
  association: string,
  indicator: 'met' | 'onward' | 'work',
): Promise<{ quarter: string; ageBand: string; count: number }[]> {
  const rows = await store.db
    .selectFrom('statistics')
    .select([`${indicator} as quarter`, 'age_band', ({ fn }) => fn.countAll().as('count')])
    .where('association', '=', association)
    .where(indicator, 'is not', null)
    .groupBy([indicator, 'age_band'])
    .execute();
  return rows.map(({ quarter, age_band, count }) => ({
    quarter: quarter ?? '',
    ageBand: age_band,
    count: Number(count),
  }));
}
