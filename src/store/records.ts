import { z } from 'zod';
import { type State, states } from '../domain/consultation.ts';
import { actorOf, exchanged, whoIs } from './actors.ts';
import type { Store } from './database.ts';
import { chainOf, digestOf, docDigestOf, erased, type Unchained } from './recordChain.ts';
import type { Queries, Schema, Trx } from './schema.ts';

const kinds = ['change', 'reading', 'act'] as const;

/** Codes and ids only. The value of a member named `to`, `by` or `from`, however deep, is a person id or `system`. */
export type Detail = { [name: string]: DetailValue };
export type DetailValue = string | number | boolean | null | undefined | Detail | readonly DetailValue[];

/** What a change was: `actor` is a person id or `system`. */
export type HistoryRow = { verb: string; actor: string; detail: Detail };

/** Something done or read that is kept beside the changes; `consultation` is undefined where it concerns none alone. */
export type Act = HistoryRow & {
  kind: 'reading' | 'act';
  association: string;
  consultation: string | undefined;
  at: string;
};

/** A kept row. Whoever has been made anonymous stands under an alias, the same in all their rows. */
export type Recorded = HistoryRow & {
  position: number;
  association: string;
  consultation: string;
  seq: number;
  at: string;
  kind: (typeof kinds)[number];
  /** Of a change: the state and version it led to. */
  state: State | undefined;
  version: number | undefined;
};

type Bytes = Store['bytes'];

/** SQLite and PostgreSQL both bound the number of values in one statement. */
const MOST = 500;

/** All that is kept of a consultation, the first one first. */
export async function recordsOf(store: Store, consultation: string): Promise<Recorded[]> {
  const rows = await store.db
    .selectFrom('records')
    .selectAll()
    .where('consultation', '=', consultation)
    .orderBy('seq')
    .execute();
  return await asRecorded(store.db, rows);
}

/** What was kept of some consultations before an instant (ISO), each one's first row first. */
export async function recordsBefore(
  store: Store,
  consultations: readonly string[],
  before: string,
): Promise<Recorded[]> {
  const rows: Schema['records'][] = [];
  for (let from = 0; from < consultations.length; from += MOST)
    rows.push(
      ...(await store.db
        .selectFrom('records')
        .selectAll()
        .where('consultation', 'in', consultations.slice(from, from + MOST))
        .where('at', '<', before)
        .orderBy('consultation')
        .orderBy('seq')
        .execute()),
    );
  return await asRecorded(store.db, rows);
}

/** What was done and read in an association between two instants (ISO, the latter not included), the first one first. */
export async function recordsBetween(
  store: Store,
  association: string,
  from: string,
  to: string,
): Promise<Recorded[]> {
  const rows = await store.db
    .selectFrom('records')
    .selectAll()
    .where('association', '=', association)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('position')
    .execute();
  return await asRecorded(store.db, rows);
}

/** All rows of one person in an association, the first one first. */
export async function recordsBy(store: Store, association: string, person: string): Promise<Recorded[]> {
  const rows = await store.db
    .selectFrom('records')
    .selectAll()
    .where('actor', 'in', (actors) =>
      actors
        .selectFrom('actors')
        .select('id')
        .where('association', '=', association)
        .where('person', '=', person),
    )
    .orderBy('position')
    .execute();
  return await asRecorded(store.db, rows);
}

/** The acts of one verb in an association that concern no single consultation, the first one first. */
export async function actsOf(store: Store, association: string, verb: string): Promise<Recorded[]> {
  const rows = await store.db
    .selectFrom('records')
    .selectAll()
    .where('consultation', '=', '')
    .where('association', '=', association)
    .where('kind', '=', 'act')
    .where('verb', '=', verb)
    .orderBy('position')
    .execute();
  return await asRecorded(store.db, rows);
}

/** Keeps an act or a reading. Write a reading before the content is shown; a consultation that is gone is a fault. */
export async function record(store: Store, act: Act): Promise<void> {
  await store.transact((trx) => recordAct(trx, store.bytes, act));
}

/** As `record`, within a transaction. */
export async function recordAct(trx: Trx, bytes: Bytes, act: Act): Promise<void> {
  const { association, consultation, at, kind, verb } = act;
  await append(trx, bytes, {
    association,
    consultation: consultation ?? '',
    seq: consultation === undefined ? 0 : await nextLogRow(trx, consultation),
    at,
    kind,
    verb,
    state: null,
    version: null,
    actor: await actorOf(trx, bytes, association, act.actor),
    detail: await opaque(trx, bytes, association, act.detail),
  });
}

/** Keeps a change within its own transaction, after the consultation itself has been written as `doc`. */
export async function recordChange(
  trx: Trx,
  bytes: Bytes,
  consultation: { id: string; association: string; is: State; version: number },
  { verb, actor, detail }: HistoryRow,
  doc: string,
  at: string,
): Promise<void> {
  const { id, association, is, version } = consultation;
  const row = {
    association,
    consultation: id,
    seq: await nextLogRow(trx, id),
    at,
    kind: 'change',
    verb,
    state: is,
    version,
    actor: await actorOf(trx, bytes, association, actor),
    detail: await opaque(trx, bytes, association, detail),
  };
  await append(trx, bytes, row, doc);
}

/**
 * Erases the rows of a consultation, or those of an association before an instant (ISO) that concern no single
 * consultation: only the chain stays. Returns how many.
 */
export async function eraseRecords(
  trx: Trx,
  which: { consultation: string } | { association: string; before: string },
): Promise<number> {
  let query = trx.updateTable('records').set(erased).where('salt', 'is not', null);
  query =
    'consultation' in which
      ? query.where('consultation', '=', which.consultation)
      : query
          .where('association', '=', which.association)
          .where('at', '<', which.before)
          .where('consultation', '=', '');
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

async function append(
  trx: Trx,
  bytes: Bytes,
  said: Omit<Unchained, 'position' | 'doc_digest'>,
  doc?: string,
): Promise<void> {
  // The head stands locked until the commit: rows are chained in the order they become visible.
  const head = await trx
    .updateTable('heads')
    .set((expression) => ({ position: expression('position', '+', 1) }))
    .where('name', '=', 'records')
    .returning(['position', 'chain'])
    .executeTakeFirstOrThrow();
  const salt = Buffer.from(bytes(16)).toString('base64url');
  const row = {
    ...said,
    position: head.position,
    doc_digest: doc === undefined ? null : docDigestOf(doc, salt),
  };
  const digest = digestOf(row, salt);
  const chain = chainOf(head.chain, row.position, digest);
  await trx
    .insertInto('records')
    .values({ ...row, salt, digest, chain })
    .execute();
  await trx.updateTable('heads').set({ chain }).where('name', '=', 'records').execute();
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

/** Persons become opaque ids on their way in … */
async function opaque(trx: Trx, bytes: Bytes, association: string, detail: Detail): Promise<string> {
  return JSON.stringify(await exchanged(detail, (person) => actorOf(trx, bytes, association, person)));
}

/** … and persons again on their way out. */
export async function asRecorded(db: Queries, rows: readonly Schema['records'][]): Promise<Recorded[]> {
  const details = rows.map(({ detail }) => detailOf.parse(JSON.parse(detail)) as Detail);
  const ids = new Set(rows.map(({ actor }) => actor));
  for (const detail of details)
    await exchanged(detail, async (id) => {
      ids.add(id);
      return id;
    });
  const people = await whoIs(db, ids);
  const named = async (id: string) => people.get(id) ?? id;
  const recorded: Recorded[] = [];
  for (const [place, row] of rows.entries())
    recorded.push({
      position: row.position,
      association: row.association,
      consultation: row.consultation,
      seq: row.seq,
      at: row.at,
      actor: await named(row.actor),
      kind: z.enum(kinds).parse(row.kind),
      verb: row.verb,
      state: row.state === null ? undefined : z.enum(states).parse(row.state),
      version: row.version ?? undefined,
      detail: await exchanged(details[place]!, named),
    });
  return recorded;
}

const detailOf = z.record(z.string(), z.unknown());
