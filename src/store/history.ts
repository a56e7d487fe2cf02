import { z } from 'zod';
import { type State, states } from '../domain/consultation.ts';
import type { Store } from './database.ts';
import type { Trx } from './schema.ts';

/** What a change was: `actor` is a person id or `system`, `detail` holds codes and ids only. */
export type HistoryRow = {
  verb: string;
  actor: string;
  detail: Record<string, string | number | boolean | null>;
};

/** A kept change, with the state and version it led to. Changes and readings of a consultation share one count, `seq` from 1. */
export type Recorded = HistoryRow & { seq: number; at: string; state: State; version: number };

/** Somebody took part of the content; `what` is a code. */
export type Reading = { consultation: string; at: string; actor: string; what: string };

const detailOf = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** All changes of a consultation, the first one first. */
export async function historyOf(store: Store, consultation: string): Promise<Recorded[]> {
  const rows = await store.db
    .selectFrom('history')
    .selectAll()
    .where('consultation', '=', consultation)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    verb: row.verb,
    state: z.enum(states).parse(row.state),
    version: row.version,
    detail: detailOf.parse(JSON.parse(row.detail)),
  }));
}

/** All readings of a consultation's content, the first one first. */
export async function readingsOf(store: Store, consultation: string): Promise<(Reading & { seq: number })[]> {
  return await store.db
    .selectFrom('readings')
    .select(['consultation', 'seq', 'at', 'actor', 'what'])
    .where('consultation', '=', consultation)
    .orderBy('seq')
    .execute();
}

/** Keeps who took part of what. Write it before the content is shown; a consultation that is gone is a fault. */
export async function recordReading(store: Store, reading: Reading): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const seq = await nextLogRow(trx, reading.consultation);
    await trx
      .insertInto('readings')
      .values({
        consultation: reading.consultation,
        seq,
        at: reading.at,
        actor: reading.actor,
        what: reading.what,
      })
      .execute();
  });
}

/** Keeps a change within its own transaction, after the consultation itself has been written. */
export async function recordChange(
  trx: Trx,
  { id, is, version }: { id: string; is: State; version: number },
  { verb, actor, detail }: HistoryRow,
  at: string,
): Promise<void> {
  const seq = await nextLogRow(trx, id);
  await trx
    .insertInto('history')
    .values({ consultation: id, seq, at, actor, verb, state: is, version, detail: JSON.stringify(detail) })
    .execute();
}

async function nextLogRow(trx: Trx, consultation: string): Promise<number> {
  const { log_rows } = await trx
    .updateTable('consultations')
    .set((expression) => ({ log_rows: expression('log_rows', '+', 1) }))
    .where('id', '=', consultation)
    .returning('log_rows')
    .executeTakeFirstOrThrow();
  return log_rows;
}
