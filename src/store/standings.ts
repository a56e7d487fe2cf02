import { peopleIn } from '../domain/anonymous.ts';
import type { Consultation } from '../domain/consultation.ts';
import { awaitsFiling } from '../domain/retention.ts';
import { reachedAt } from '../domain/statistics.ts';
import type { Queries, Schema, Trx } from './schema.ts';

/** The states in which nothing but time and filing goes on. */
export const ended: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'cancelled']);

/**
 * What is counted and looked for without reading the document: `waits` 1 while work is open or the outcome is to be
 * filed. A follow-up waits by `outcome_at` and `follow_ups`, since its day follows the association's file.
 */
export function standingOf(consultation: Consultation): Schema['standings'] {
  const { id, association, is, owner, request, sentAt, outcomes, followUps, roundOfCase, meeting } =
    consultation;
  const latest = outcomes.at(-1);
  const first = outcomes.find(({ round }) => round === latest?.round);
  return {
    consultation: id,
    association,
    state: is,
    owner,
    waits: !ended.has(is) || awaitsFiling(consultation) ? 1 : 0,
    municipality: request.municipality,
    age_band: request.ageBand,
    sent_at: sentAt ?? null,
    meets_at: is === 'booked' ? (meeting?.start ?? null) : null,
    met_at: reachedAt(consultation, 'met') ?? null,
    onward_at: reachedAt(consultation, 'onward') ?? null,
    work_at: reachedAt(consultation, 'work') ?? null,
    outcome_at: latest === undefined || latest.result === 'wrong-question' ? null : (first?.at ?? null),
    follow_ups: followUps.filter(({ round }) => round === roundOfCase).length,
    closed_at: consultation.closedAt ?? null,
    people: `,${[...peopleIn(consultation)].join(',')},`,
    held_at: consultation.hold?.at ?? null,
  };
}

/** Rewrites how a consultation stands, in the transaction of its change. */
export async function replaceStanding(trx: Trx, consultation: Consultation): Promise<void> {
  const row = standingOf(consultation);
  await trx
    .insertInto('standings')
    .values(row)
    .onConflict((conflict) => conflict.column('consultation').doUpdateSet(row))
    .execute();
}

/** Due is whoever has given `given` follow-ups and had the outcome before an instant (ISO). */
export type FollowUpDue = { given: number; before: string };

/** The ids of those that still need somebody. */
export function stillOpen(
  db: Queries,
  association: string,
  owner: string | undefined,
  due: readonly FollowUpDue[],
) {
  let query = db.selectFrom('standings').select('consultation').where('association', '=', association);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  return query.where(({ or, and, eb }) =>
    or([
      eb('waits', '=', 1),
      ...due.map(({ given, before }) =>
        and([eb('state', '=', 'closed'), eb('follow_ups', '=', given), eb('outcome_at', '<', before)]),
      ),
    ]),
  );
}
