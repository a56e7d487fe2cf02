import type { Consultation } from '../domain/consultation.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';

/** Which rows of a list. */
export type Stretch = { limit: number; offset: number };

/** What goes by itself, and when (ISO): its content, or all but numbers and log. */
export type Going = { reference: string; kind: 'dispose' | 'count'; dueAt: string };

/** What an association disposes of up to an instant (ISO), the first one first, and how much that is. */
export async function goingSoon(
  { db }: Store,
  association: string,
  until: string,
  { limit, offset }: Stretch,
): Promise<{ all: number; rows: Going[] }> {
  const query = db
    .selectFrom('timers as timer')
    .innerJoin('standings as standing', 'standing.consultation', 'timer.consultation')
    .where('standing.association', '=', association)
    .where('timer.kind', 'in', ['dispose', 'count'])
    .where('timer.due_at', '<=', until);
  const { all } = await query.select(({ fn }) => fn.countAll().as('all')).executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin('consultations as whole', 'whole.id', 'timer.consultation')
    .select(['whole.reference', 'timer.kind', 'timer.due_at'])
    .orderBy('timer.due_at')
    .orderBy('whole.reference')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    all: Number(all),
    rows: rows.map(({ reference, kind, due_at }) => ({
      reference,
      kind: kind === 'dispose' ? 'dispose' : 'count',
      dueAt: due_at,
    })),
  };
}

/** What is closed and not filed yet, the longest closed first. */
export const unfiled = (store: Store, association: string, stretch: Stretch) =>
  wholeOf(
    store,
    store.db
      .selectFrom('standings')
      .where('association', '=', association)
      .where('waits', '=', 1)
      .where('state', '=', 'closed'),
    'closed_at',
    stretch,
  );

/** What is under a legal hold, the longest held first. */
export const held = (store: Store, association: string, stretch: Stretch) =>
  wholeOf(
    store,
    store.db.selectFrom('standings').where('association', '=', association).where('held_at', 'is not', null),
    'held_at',
    stretch,
  );

async function wholeOf(
  { db }: Store,
  query: ReturnType<typeof standings>,
  by: 'closed_at' | 'held_at',
  { limit, offset }: Stretch,
): Promise<{ all: number; rows: Consultation[] }> {
  const { all } = await query.select(({ fn }) => fn.countAll().as('all')).executeTakeFirstOrThrow();
  const ids = await query
    .select('consultation')
    .orderBy(by)
    .orderBy('consultation')
    .limit(limit)
    .offset(offset)
    .execute();
  if (ids.length === 0) return { all: Number(all), rows: [] };
  const rows = await db
    .selectFrom('consultations')
    .select(['id', 'doc'])
    .where(
      'id',
      'in',
      ids.map(({ consultation }) => consultation),
    )
    .execute();
  const docs = new Map(rows.map(({ id, doc }) => [id, doc]));
  return {
    all: Number(all),
    rows: ids.flatMap(({ consultation }) => {
      const doc = docs.get(consultation);
      return doc === undefined ? [] : [readDocument(doc)];
    }),
  };
}

const standings = ({ db }: Store) => db.selectFrom('standings').where('association', '=', '');
