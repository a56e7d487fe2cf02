import type { Store } from './database.ts';
import { type Claimed, placesInLine, queuedIn } from './outbox.ts';
import { recordAct } from './records.ts';

/** A message that could not be delivered; a person has to look. */
export type Dead = Omit<Claimed, 'resent'> & { reason: string };

/** What a coordinator does with a message that could not be delivered: take note of it, or have it sent anew. */
export type Handled = 'dismiss' | 'retry';

/** What could not be delivered within an association, oldest first. */
export async function deadRows(store: Store, association: string): Promise<Dead[]> {
  const rows = await store.db
    .selectFrom('outbox')
    .selectAll()
    .where('association', '=', association)
    .where('state', '=', 'dead')
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ ...queuedIn(row), reason: row.reason ?? '' }));
}

/** What could not be delivered and still is of consequence: whoever has had a message since has been reached. */
export async function unreached(store: Store, association: string): Promise<Dead[]> {
  const dead = await deadRows(store, association);
  if (dead.length === 0) return [];
  const people = [...new Set(dead.map(({ to }) => to))];
  const latest = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => ['recipient', fn.max('sequence').as('sequence')])
    .where('state', '=', 'sent')
    .where('recipient', 'in', people)
    .where('activity_id', 'is not', null)
    .groupBy('recipient')
    .execute();
  const reached = new Map(latest.map(({ recipient, sequence }) => [recipient, Number(sequence)]));
  const missed = dead.filter(({ to, sequence }) => (reached.get(to) ?? 0) < sequence);
  const otherwise = await toldOtherwise(store, missed);
  return missed.filter(({ key, kind }) => kind !== 'notify' || !otherwise.has(key));
}

/** After so many failures a message that is still being tried counts as missed. */
const DOUBTFUL = 5;

/** The keys of messages that could not go to a person's own chat and went, or are going, by channel or mail instead. */
async function toldOtherwise(store: Store, dead: readonly Dead[]): Promise<ReadonlySet<string>> {
  const keys = dead.flatMap(({ kind, key }) => (kind === 'notify' ? [`${key}:channel`, `${key}:mail`] : []));
  if (keys.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('outbox')
    .select('key')
    .where('key', 'in', keys)
    .where(({ or, and, eb }) =>
      or([eb('state', '=', 'sent'), and([eb('state', '=', 'pending'), eb('attempts', '<', DOUBTFUL)])]),
    )
    .execute();
  return new Set(rows.map(({ key }) => key.replace(/:(channel|mail)$/, '')));
}

const noChat = ['no-chat', 'blocked', 'gone', 'refused'];

/** Last in line: in its old place it would go out beside what is being sent to the same person at this moment. */
const anew = (sequence: number) =>
  ({ sequence, state: 'pending', run_at: '', token: null, attempts: 0, reason: null }) as const;

/**
 * A person has a chat again: what they missed for want of one is sent, of each consultation the latest, which shows how
 * it stands now. Returns how many.
 */
export async function sendMissed(store: Store, personKey: string): Promise<number> {
  return await store.transact(async (trx) => {
    const rows = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('recipient', '=', personKey)
      .where('state', '=', 'dead')
      .where('kind', '=', 'notify')
      .where('reason', 'in', noChat)
      .orderBy('sequence')
      .execute();
    const latest = new Map(rows.map((row) => [String(queuedIn(row).payload.consultation), row.sequence]));
    if (rows.length === 0) return 0;
    const wanted = new Set(latest.values());
    let next = await placesInLine(trx, wanted.size);
    for (const { sequence } of rows)
      await trx
        .updateTable('outbox')
        .set(wanted.has(sequence) ? anew(next++) : { state: 'noted' })
        .where('sequence', '=', sequence)
        .where('state', '=', 'dead')
        .execute();
    return wanted.size;
  });
}

/** Notes the message, or has it sent anew, and keeps who did so; false when it was not there to handle. */
export async function handleDead(
  store: Store,
  how: Handled,
  which: { association: string; sequence: number },
  by: { actor: string; at: string },
): Promise<boolean> {
  const { association, sequence } = which;
  const meanwhile = new Error('Somebody else handled it meanwhile.');
  const handled = store.transact(async (trx) => {
    const row = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('sequence', '=', sequence)
      .where('association', '=', association)
      .where('state', '=', 'dead')
      .executeTakeFirst();
    if (row === undefined) return false;
    const { to, kind, payload } = queuedIn(row);
    // Held as it is looked for; its place in the order of locks is before the row of the outbox.
    const kept = await trx
      .updateTable('consultations')
      .set((expression) => ({ version: expression.ref('version') }))
      .where('id', '=', String(payload.consultation ?? ''))
      .returning('id')
      .executeTakeFirst();
    await recordAct(trx, store.bytes, {
      kind: 'act',
      verb: `delivery.${how}`,
      association,
      consultation: kept?.id,
      actor: by.actor,
      at: by.at,
      detail: { to: to.slice(association.length + 1), message: kind },
    });
    const { numUpdatedRows } = await trx
      .updateTable('outbox')
      .set(how === 'retry' ? anew(await placesInLine(trx, 1)) : { state: 'noted' })
      .where('sequence', '=', sequence)
      .where('recipient', '=', to)
      .where('state', '=', 'dead')
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) throw meanwhile;
    return true;
  });
  return await handled.catch((fault: unknown) => {
    if (fault === meanwhile) return false;
    throw fault;
  });
}
