import type { Consultation } from '../domain/consultation.ts';
import { type Result, refuse } from '../domain/result.ts';
import { SYSTEM } from './actors.ts';
import { type Booking, type Place, replaceBookings } from './bookings.ts';
import { eraseCards } from './cardErasure.ts';
import { readDocument, writeDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import { keepDisposal } from './disposals.ts';
import { answerTo, keepAnswer } from './inbox.ts';
import { rememberAsked, replaceLegs } from './legs.ts';
import { decided } from './lookedAt.ts';
import { enqueue, type Queued } from './outbox.ts';
import { type PersonDue, setPersonDue } from './personDues.ts';
import { heldPlaces, keepStand, wakeQueues } from './placeQueue.ts';
import { type HistoryRow, recordAct, recordChange } from './records.ts';
import type { Queries, Schema, Trx } from './schema.ts';
import { replaceTimers, type Timer } from './timers.ts';

/** All that follows from one change; kept together or not at all. */
export type Written = {
  consultation: Consultation;
  history: HistoryRow;
  notices: readonly Queued[];
  /** What somebody is to hear when they next work. */
  personDues?: readonly PersonDue[];
  /** All timers of the consultation; replaces what stood. */
  timers: readonly Timer[];
  /** All that the consultation books; replaces what stood. */
  bookings: readonly Booking[];
  place: Place | undefined;
  /** Set when the change takes the content out: how many texts went. Its cards in chats are then replaced. */
  disposed?: number;
};

/** The turn a change belongs to; the answer (JSON) may be drawn from what was written. */
export type Turn = { key: string; answer: string | ((written: Written) => string) };

/** `taken`: somebody, or the session's place, was booked meanwhile. `seen-before`: the same activity has had this answer. */
export type Lost = { code: 'taken' } | { code: 'seen-before'; answer: string };

/** What was saved, or why nothing was: the decision's own refusal, or a lost race. */
export type ChangeResult<R> = Result<Consultation, R | { code: 'changed-meanwhile' } | Lost>;
/** As `ChangeResult`, for a new consultation: its reference may have been used before. */
export type CreateResult<R> = Result<Consultation, R | { code: 'reference-spent' } | Lost>;

const ATTEMPTS = 3;

// Told from a decision's own refusals by identity: only a lost race is worth another try.
const raceLost: { code: 'changed-meanwhile' } = { code: 'changed-meanwhile' };

/**
 * The only way to alter a consultation: load, decide, save if nobody has saved meanwhile, history, timers, bookings and
 * notices in one transaction. `read` and `decide` use the `trx` they are given and nothing else, and may be run again:
 * both when the race was lost, `decide` when what it looked at had to be read first. What is decided keeps id, association and reference and has a higher version. A consultation that
 * is not there (any more) is `changed-meanwhile`.
 */
export async function change<S, R = never>(
  store: Store,
  id: string,
  read: (trx: Trx, current: Consultation) => Promise<S>,
  decide: (current: Consultation, surroundings: S) => Result<Written, R>,
  now: Date,
  inbox?: Turn,
): Promise<ChangeResult<R>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await allOrNothing(store, async (trx): Promise<ChangeResult<R>> => {
      const current = await heldAt(store, trx, id);
      const seen = await seenBefore(trx, inbox);
      if (seen !== undefined) return refuse(seen);
      if (current === undefined) return refuse({ code: 'changed-meanwhile' });
      const surroundings = await read(trx, current);
      const decision = await decided(surroundings, (all) => decide(current, all));
      if (!decision.ok) return decision;
      const written = decision.value;
      faultUnlessNext(written.consultation, current);
      if (!(await save(trx, written.consultation, current.version, now))) return refuse(raceLost);
      return await keepRest(trx, store.bytes, written, current, now, inbox);
    });
    if (result.ok || result.refusal !== raceLost || attempt === ATTEMPTS) return result;
  }
}

/** Keeps a new consultation, whose reference is spent from then on whatever becomes of it. `read` and `decide` as in `change`. */
export async function create<S, R = never>(
  store: Store,
  read: (trx: Trx) => Promise<S>,
  decide: (surroundings: S) => Result<Written, R>,
  now: Date,
  inbox?: Turn,
): Promise<CreateResult<R>> {
  return await allOrNothing(store, async (trx): Promise<CreateResult<R>> => {
    const seen = await seenBefore(trx, inbox);
    if (seen !== undefined) return refuse(seen);
    const decision = await decided(await read(trx), decide);
    if (!decision.ok) return decision;
    const { consultation } = decision.value;
    if (!(await spendReference(trx, consultation, now))) return refuse({ code: 'reference-spent' });
    await trx
      .insertInto('consultations')
      .values({ ...rowOf(consultation), log_rows: 0, updated_at: now.toISOString() })
      .execute();
    return await keepRest(trx, store.bytes, decision.value, undefined, now, inbox);
  });
}

/**
 * Deletes what was never sent, with all that hangs on it but its log and its spent reference, and has its cards in
 * chats replaced; false when it is not there or was sent.
 */
export async function deleteDraft(store: Store, id: string, now: Date): Promise<boolean> {
  return await store.transact(async (trx) => {
    const kept = await heldAt(store, trx, id);
    if (kept === undefined || kept.sentAt !== undefined) return false;
    const at = now.toISOString();
    const gone = { kind: 'act', verb: 'draft-gone', actor: SYSTEM, detail: {} } as const;
    await recordAct(trx, store.bytes, { ...gone, association: kept.association, consultation: id, at });
    await enqueue(trx, await eraseCards(trx, store.bytes, kept, 'draft'), at);
    await trx.deleteFrom('consultations').where('id', '=', id).execute();
    return true;
  });
}

/** The consultation with this id; undefined when there is none. */
export async function findById(store: Store, id: string): Promise<Consultation | undefined> {
  return await consultationAt(store.db, id);
}

/** Whether something was once kept under this id and is no more: the log still has it. */
export async function isGone(store: Store, id: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('records')
    .leftJoin('consultations', 'consultations.id', 'records.consultation')
    .select('consultations.id as there')
    .where('records.consultation', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined && row.there === null;
}

/** The consultation an association has under this reference (as printed, `K-XXXXX-C`); undefined when none. */
export async function findByReference(
  store: Store,
  association: string,
  reference: string,
): Promise<Consultation | undefined> {
  const row = await store.db
    .selectFrom('consultations')
    .select('doc')
    .where('association', '=', association)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row === undefined ? undefined : readDocument(row.doc);
}

async function consultationAt(db: Queries, id: string): Promise<Consultation | undefined> {
  const row = await db.selectFrom('consultations').select('doc').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : readDocument(row.doc);
}

/** As it stands, held until the transaction ends so that nobody alters it meanwhile; in SQLite nobody can anyhow. */
async function heldAt({ engine }: Store, trx: Trx, id: string): Promise<Consultation | undefined> {
  const query = trx.selectFrom('consultations').select('doc').where('id', '=', id);
  const row = await (engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : readDocument(row.doc);
}

function faultUnlessNext(after: Consultation, before: Consultation): void {
  if (
    after.id !== before.id ||
    after.association !== before.association ||
    after.reference !== before.reference
  )
    throw new Error('A change keeps id, association and reference.');
  if (after.version <= before.version) throw new Error('A change moves the version.');
}

async function save(trx: Trx, consultation: Consultation, version: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('consultations')
    .set({ ...rowOf(consultation), updated_at: now.toISOString() })
    .where('id', '=', consultation.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

async function keepRest(
  trx: Trx,
  bytes: Store['bytes'],
  written: Written,
  before: Consultation | undefined,
  now: Date,
  inbox: Turn | undefined,
): Promise<Result<Consultation, Lost>> {
  const { consultation } = written;
  const at = now.toISOString();
  await replaceLegs(trx, consultation);
  await rememberAsked(trx, before, consultation);
  await recordChange(trx, bytes, consultation, written.history, writeDocument(consultation), at);
  await replaceTimers(trx, consultation.id, written.timers);
  const had = await heldPlaces(trx, consultation.id);
  await keepStand(trx, consultation);
  if (!(await replaceBookings(trx, consultation, written.bookings, written.place)))
    return refuse({ code: 'taken' });
  if (had.length > 0)
    await wakeQueues(trx, consultation.association, had, await heldPlaces(trx, consultation.id), at);
  if (inbox !== undefined) {
    const answer = typeof inbox.answer === 'string' ? inbox.answer : inbox.answer(written);
    if (!(await keepAnswer(trx, { key: inbox.key, answer }, at)))
      return refuse({ code: 'seen-before', answer: (await answerTo(trx, inbox.key)) ?? answer });
  }
  const { disposed } = written;
  const erasures = disposed === undefined ? [] : await keepDisposed(trx, bytes, consultation, disposed, at);
  await enqueue(trx, [...written.notices, ...erasures], at);
  for (const due of written.personDues ?? []) await setPersonDue(trx, due);
  return { ok: true, value: consultation };
}

async function keepDisposed(
  trx: Trx,
  bytes: Store['bytes'],
  consultation: Consultation,
  texts: number,
  at: string,
): Promise<Queued[]> {
  const { association, reference } = consultation;
  const erasures = await eraseCards(trx, bytes, consultation, 'consultation');
  // What was told of the meeting holds its link.
  await trx.deleteFrom('entries').where('consultation', '=', consultation.id).execute();
  const counts = { texts, cards: erasures.length };
  await keepDisposal(trx, bytes, association, { reference, kind: 'content', at, counts });
  return erasures;
}

async function seenBefore(trx: Trx, inbox: Turn | undefined): Promise<Lost | undefined> {
  const answer = inbox === undefined ? undefined : await answerTo(trx, inbox.key);
  return answer === undefined ? undefined : { code: 'seen-before', answer };
}

async function spendReference(trx: Trx, consultation: Consultation, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('spent_references')
    .values({
      reference: consultation.reference,
      association: consultation.association,
      spent_at: now.toISOString(),
      consultation: consultation.id,
    })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

const rowOf = (consultation: Consultation): Omit<Schema['consultations'], 'log_rows' | 'updated_at'> => ({
  id: consultation.id,
  association: consultation.association,
  reference: consultation.reference,
  state: consultation.is,
  owner: consultation.owner,
  municipality: consultation.request.municipality,
  version: consultation.version,
  doc: writeDocument(consultation),
  created_at: consultation.createdAt,
});

/** Runs in a transaction that a refusal gives up as a fault does. */
async function allOrNothing<T, R>(
  store: Store,
  run: (trx: Trx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  const givenUp = new Error('Given up on a refusal.');
  let result: Result<T, R> | undefined;
  try {
    return await store.transact(async (trx) => {
      result = await run(trx);
      if (!result.ok) throw givenUp;
      return result;
    });
  } catch (fault) {
    if (fault === givenUp && result !== undefined) return result;
    throw fault;
  }
}
