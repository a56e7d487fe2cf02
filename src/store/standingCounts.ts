import { z } from 'zod';
import { type State, states } from '../domain/consultation.ts';
import type { Store } from './database.ts';
import type { FollowUpDue } from './standings.ts';

/** What of an association's sent consultations is looked at; all that is named must hold. */
export type Scope = {
  association: string;
  owner?: string | undefined;
  /** Theirs as far as the leg of their agency is, or its function covers the municipality. */
  member?: {
    person: string;
    agency: string;
    functions: readonly { id: string; municipalities: readonly string[] }[];
  };
  municipality?: string | undefined;
  ageBands?: readonly string[] | undefined;
  /** One of the legs asks this agency. */
  agency?: string | undefined;
  /** Sent from this instant (ISO) until, and not at, that. */
  sent?: { from: string; until: string } | undefined;
};

/** A leg that somebody has to do something about. */
export type WaitingLeg = {
  reference: string;
  agency: string;
  state: string;
  askedAt: string;
  dueAt: string | undefined;
};

function within({ db }: Store, scope: Scope) {
  const { association, owner, member, municipality, ageBands, agency, sent } = scope;
  let query = db
    .selectFrom('standings as standing')
    .where('standing.association', '=', association)
    .where('standing.sent_at', 'is not', null);
  if (owner !== undefined) query = query.where('standing.owner', '=', owner);
  if (municipality !== undefined) query = query.where('standing.municipality', '=', municipality);
  if (ageBands !== undefined) query = query.where('standing.age_band', 'in', [...ageBands, '']);
  if (sent !== undefined)
    query = query.where('standing.sent_at', '>=', sent.from).where('standing.sent_at', '<', sent.until);
  if (agency !== undefined)
    query = query.where('standing.consultation', 'in', (legs) =>
      legs
        .selectFrom('legs')
        .select('consultation')
        .where('association', '=', association)
        .where('agency', '=', agency),
    );
  if (member !== undefined) {
    const { person } = member;
    const legs = db
      .selectFrom('legs')
      .select('consultation')
      .where('association', '=', association)
      .where('agency', '=', member.agency)
      .where('barred', 'not like', `%,${person},%`);
    const own = legs.where(({ or, and, eb }) =>
      or([
        eb('asked', '=', person),
        and([eb('holder', '=', person), eb('state', 'in', ['accepted', 'advised'])]),
      ]),
    );
    query = query.where(({ or, and, eb }) =>
      or([
        eb('standing.consultation', 'in', own),
        ...member.functions
          .filter(({ municipalities }) => municipalities.length > 0)
          .map(({ id, municipalities }) =>
            and([
              eb('standing.municipality', 'in', municipalities),
              eb('standing.consultation', 'in', legs.where('function', '=', id)),
            ]),
          ),
      ]),
    );
  }
  return query;
}

/** How many stand in each state. */
export async function countStates(store: Store, scope: Scope): Promise<Map<State, number>> {
  const rows = await within(store, scope)
    .select(['standing.state', ({ fn }) => fn.countAll().as('count')])
    .groupBy('standing.state')
    .execute();
  return new Map(rows.map(({ state, count }) => [z.enum(states).parse(state), Number(count)]));
}

/** Their legs that are not answered, of these agencies where some are named; the oldest consultation first. */
export async function waitingLegs(
  store: Store,
  scope: Scope,
  agencies: readonly string[],
): Promise<WaitingLeg[]> {
  let query = within(store, scope)
    .innerJoin('legs as leg', 'leg.consultation', 'standing.consultation')
    .innerJoin('consultations as whole', 'whole.id', 'standing.consultation')
    .select(['whole.reference', 'leg.agency', 'leg.state', 'leg.asked_at', 'leg.due_at'])
    .where('leg.association', '=', scope.association)
    .where('leg.state', 'in', ['offered', 'waiting', 'declined', 'with-coordinator']);
  for (const agency of agencies) query = query.where('leg.agency', '=', agency);
  const rows = await query.orderBy('whole.created_at').orderBy('whole.id').execute();
  return rows.map(({ reference, agency, state, asked_at, due_at }) => ({
    reference,
    agency,
    state,
    askedAt: asked_at,
    dueAt: due_at ?? undefined,
  }));
}

/** What is booked to begin from an instant (ISO) until, and not at, another; the first one first. */
export async function meetingsBetween(
  store: Store,
  scope: Scope,
  from: string,
  until: string,
): Promise<{ reference: string; start: string }[]> {
  const rows = await within(store, scope)
    .innerJoin('consultations as whole', 'whole.id', 'standing.consultation')
    .select(['whole.reference', 'standing.meets_at as start'])
    .where('standing.meets_at', '>=', from)
    .where('standing.meets_at', '<', until)
    .orderBy('standing.meets_at')
    .orderBy('whole.created_at')
    .execute();
  return rows.map(({ reference, start }) => ({ reference, start: start ?? '' }));
}

/** How many follow-ups are due. */
export async function countFollowUps(
  store: Store,
  scope: Scope,
  due: readonly FollowUpDue[],
): Promise<number> {
  let count = 0;
  for (const { given, before } of due) {
    const row = await within(store, scope)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('standing.follow_ups', '=', given)
      .where('standing.outcome_at', '<', before)
      .executeTakeFirstOrThrow();
    count += Number(row.count);
  }
  return count;
}

/** How many came to count for an indicator from an instant (ISO) until, and not at, another, by age band. */
export async function countReached(
  store: Store,
  association: string,
  indicator: 'met' | 'onward' | 'work',
  { from, until }: { from: string; until: string },
): Promise<{ ageBand: string; count: number }[]> {
  const column = `standing.${indicator}_at` as const;
  const rows = await within(store, { association })
    .select(['standing.age_band', ({ fn }) => fn.countAll().as('count')])
    .where(column, '>=', from)
    .where(column, '<', until)
    .groupBy('standing.age_band')
    .execute();
  return rows.map(({ age_band, count }) => ({ ageBand: age_band, count: Number(count) }));
}
