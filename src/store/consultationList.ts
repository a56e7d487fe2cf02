import type { Consultation, LegState, State } from '../domain/consultation.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import { type FollowUpDue, stillOpen } from './standings.ts';

/** What to list; everything named must hold. The leg's parts are sought in one and the same leg, in whatever state it is. */
export type Filter = {
  states?: readonly State[];
  owner?: string;
  municipality?: string;
  agency?: string;
  /** The leg asks one of these functions. */
  functions?: readonly string[];
  /** Asked in the leg now, or its holder. */
  person?: string;
  /** The leg is in this state. */
  leg?: LegState;
  /** Not over: work is open, the outcome is to be filed, or a follow-up that `given` others precede is due. */
  open?: { followUps: readonly FollowUpDue[] };
  /** Only so many: those with the first references, or the newest. */
  first?: { count: number; by: 'reference' | 'newest' };
};

/** An association's consultations, oldest first. A draft asks nobody, so it is found by state, owner and municipality only. */
export async function list(store: Store, association: string, filter: Filter): Promise<Consultation[]> {
  const { states, owner, municipality, agency, functions, person, leg, open, first } = filter;
  if (states?.length === 0 || functions?.length === 0) return [];
  let query = store.db.selectFrom('consultations').select('doc').where('association', '=', association);
  if (states !== undefined) query = query.where('state', 'in', states);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  if (municipality !== undefined) query = query.where('municipality', '=', municipality);
  if (open !== undefined)
    query = query.where('id', 'in', stillOpen(store.db, association, owner, open.followUps));
  if (agency !== undefined || functions !== undefined || person !== undefined || leg !== undefined) {
    let legs = store.db.selectFrom('legs').select('consultation').where('association', '=', association);
    if (agency !== undefined) legs = legs.where('agency', '=', agency);
    if (leg !== undefined) legs = legs.where('state', '=', leg);
    if (functions !== undefined) legs = legs.where('function', 'in', functions);
    if (person !== undefined)
      legs = legs.where(({ or, eb }) => or([eb('asked', '=', person), eb('holder', '=', person)]));
    query = query.where('id', 'in', legs);
  }
  if (first?.by === 'reference') query = query.orderBy('reference').limit(first.count);
  else if (first !== undefined) query = query.orderBy('created_at', 'desc').orderBy('id').limit(first.count);
  else query = query.orderBy('created_at').orderBy('id');
  const rows = await query.execute();
  return rows.map((row) => readDocument(row.doc));
}
