import type { Store } from './database.ts';
import { type Claimed, queuedIn } from './outbox.ts';
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

/**
 * What could not be delivered and still is of consequence: whoever has had a message since, or (where there was no
 * chat to send to) has a chat again, has been reached.
 */
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
  const chats = await store.db
    .selectFrom('conversations')
    .select('person_key')
    .where('person_key', 'in', people)
    .execute();
  const reached = new Map(latest.map(({ recipient, sequence }) => [recipient, Number(sequence)]));
  const open = new Set(chats.map(({ person_key }) => person_key));
  return dead.filter(
    ({ to, sequence, kind, reason }) =>
      (reached.get(to) ?? 0) < sequence && !(open.has(to) && kind === 'notify' && noChat.has(reason)),
  );
}

const noChat: ReadonlySet<string> = new Set(['no-chat', 'blocked', 'gone']);

/** Notes the message, or has it sent anew in its place in line, and keeps who did so; false when it was not there to handle. */
export async function handleDead(
  store: Store,
  how: Handled,
  which: { association: string; sequence: number },
  by: { actor: string; at: string },
): Promise<boolean> {
  const { association, sequence } = which;
  const anew = { state: 'pending', run_at: '', token: null, attempts: 0, reason: null };
  return await store.transact(async (trx) => {
    const row = await trx
      .updateTable('outbox')
      .set(how === 'retry' ? anew : { state: 'noted' })
      .where('sequence', '=', sequence)
      .where('association', '=', association)
      .where('state', '=', 'dead')
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return false;
    const { to, kind, payload } = queuedIn(row);
    const about = String(payload.consultation ?? '');
    const kept = await trx
      .selectFrom('consultations')
      .select('id')
      .where('id', '=', about)
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
    return true;
  });
}
