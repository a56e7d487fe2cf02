import { aliasOf, peopleIn, withAlias } from '../domain/anonymous.ts';
import { actorOf, forgetActor, SYSTEM } from './actors.ts';
import { eraseCardsOf } from './cardErasure.ts';
import { readDocument, writeDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import { replaceLegs } from './legs.ts';
import { enqueue } from './outbox.ts';
import { recordAct, recordChange } from './records.ts';
import type { Trx } from './schema.ts';

/** The ids of the association's consultations that name a person, whatever for. */
export async function consultationsWith(
  { db }: Store,
  association: string,
  person: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('consultations')
    .select(['id', 'doc'])
    .where('association', '=', association)
    .orderBy('id')
    .execute();
  return rows.filter(({ doc }) => peopleIn(readDocument(doc)).has(person)).map(({ id }) => id);
}

/** Whether the log knows the person. */
export async function isKnown({ db }: Store, association: string, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('actors')
    .select('id')
    .where('association', '=', association)
    .where('person', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes a person anonymous for ever: each consultation in a recorded change of its own, then the log and all that is
 * kept about them at once. Broken off, it goes on where it was when it is run again. Returns how many consultations.
 */
export async function forgetPerson(
  store: Store,
  association: string,
  person: string,
  at: string,
): Promise<number> {
  const ids = await consultationsWith(store, association, person);
  for (const id of ids) await store.transact((trx) => forgetIn(trx, store.bytes, id, person, at));
  await store.transact(async (trx) => {
    await trx
      .deleteFrom('asked')
      .where('association', '=', association)
      .where('person', '=', person)
      .execute();
    const alias = aliasOf(await actorOf(trx, store.bytes, association, person));
    await forgetActor(trx, association, person);
    await recordAct(trx, store.bytes, {
      kind: 'act',
      association,
      consultation: undefined,
      at,
      verb: 'person-forgotten',
      actor: SYSTEM,
      detail: { consultations: ids.length },
    });
    await forgetKept(trx, store.bytes, association, person, alias, at);
  });
  return ids.length;
}

/** Neither state nor clocks change, so notices, timers and bookings stand as they were. */
async function forgetIn(
  trx: Trx,
  bytes: Store['bytes'],
  id: string,
  person: string,
  at: string,
): Promise<void> {
  // Takes the row's lock as it looks, before the log gets to know the person.
  const row = await trx
    .updateTable('consultations')
    .set((expression) => ({ version: expression.ref('version') }))
    .where('id', '=', id)
    .returning('doc')
    .executeTakeFirstOrThrow();
  const before = readDocument(row.doc);
  const alias = aliasOf(await actorOf(trx, bytes, before.association, person));
  const after = { ...withAlias(before, person, alias), version: before.version + 1 };
  const doc = writeDocument(after);
  const { numUpdatedRows } = await trx
    .updateTable('consultations')
    .set({ owner: after.owner, version: after.version, doc, updated_at: at })
    .where('id', '=', id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== 1) throw new Error('The consultation changed meanwhile; run it again.');
  await replaceLegs(trx, after);
  const history = { verb: 'person-forgotten', actor: SYSTEM, detail: {} };
  await recordChange(trx, bytes, after, history, doc, at);
}

/**
 * How to reach them, their language, their cards and messages. What stands on their cards is replaced, now or when it
 * was to be: such a row reaches a chat without their name.
 */
async function forgetKept(
  trx: Trx,
  bytes: Store['bytes'],
  association: string,
  person: string,
  alias: string,
  at: string,
): Promise<void> {
  const key = `${association}/${person}`;
  await trx
    .deleteFrom('absences')
    .where('association', '=', association)
    .where('person', '=', person)
    .execute();
  await trx
    .updateTable('absences')
    .set({ backup: null })
    .where('association', '=', association)
    .where('backup', '=', person)
    .execute();
  for (const table of [
    'conversations',
    'languages',
    'person_dues',
    'availability',
    'agenda_cards',
    'quiet_hours',
  ] as const)
    await trx.deleteFrom(table).where('person_key', '=', key).execute();
  for (const table of ['receipts', 'entries'] as const)
    await trx
      .deleteFrom(table)
      .where('person', '=', person)
      .where('consultation', 'in', (own) =>
        own.selectFrom('consultations').select('id').where('association', '=', association),
      )
      .execute();
  await enqueue(trx, await eraseCardsOf(trx, bytes, association, person, alias), at);
  await trx
    .updateTable('outbox')
    .set({ recipient: `${association}/${alias}` })
    .where('recipient', '=', key)
    .where('kind', '=', 'erase')
    .where('state', 'in', ['pending', 'dead', 'noted'])
    .execute();
  await trx.deleteFrom('outbox').where('recipient', '=', key).execute();
  const told = await trx
    .selectFrom('outbox')
    .select('key')
    .where('recipient', '>=', `${association}/`)
    .where('recipient', '<', `${association}0`)
    .execute();
  // What told the coordinator that a message to them did not arrive names them in its key.
  for (const one of told.filter(({ key: said }) => said.split(':').includes(person)))
    await trx.deleteFrom('outbox').where('key', '=', one.key).execute();
}
