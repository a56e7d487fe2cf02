import type { Selectable } from 'kysely';
import type { Store } from './database.ts';
import type { Schema } from './schema.ts';

/** The Teams channel a function may be reached in, with all that is needed to speak there. */
export type Channel = {
  association: string;
  function: string;
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  botId: string;
  boundAt: string;
};

/** Binds a function to a channel; one it was bound to before is its own no longer. */
export async function bindChannel(store: Store, channel: Channel): Promise<void> {
  const row = {
    association: channel.association,
    function: channel.function,
    service_url: channel.serviceUrl,
    conversation_id: channel.conversationId,
    tenant_id: channel.tenantId,
    bot_id: channel.botId,
    bound_at: channel.boundAt,
  };
  await store.db
    .insertInto('channels')
    .values(row)
    .onConflict((conflict) => conflict.columns(['association', 'function']).doUpdateSet(row))
    .execute();
}

/** Unbinds a function, or all that are bound to one channel; gives the ids of those that were. */
export async function unbindChannel(
  store: Store,
  association: string,
  which: { function: string } | { conversationId: string },
): Promise<string[]> {
  const query = store.db.deleteFrom('channels').where('association', '=', association);
  const narrowed =
    'function' in which
      ? query.where('function', '=', which.function)
      : query.where('conversation_id', '=', which.conversationId);
  const rows = await narrowed.returning('function').execute();
  return rows.map((row) => row.function).sort();
}

/** A function's channel; undefined when it has none. */
export async function channelOf(
  store: Store,
  association: string,
  functionId: string,
): Promise<Channel | undefined> {
  const row = await store.db
    .selectFrom('channels')
    .selectAll()
    .where('association', '=', association)
    .where('function', '=', functionId)
    .executeTakeFirst();
  return row && asChannel(row);
}

/** Every bound channel of an association. */
export async function channelsOf(store: Store, association: string): Promise<Channel[]> {
  const rows = await store.db
    .selectFrom('channels')
    .selectAll()
    .where('association', '=', association)
    .orderBy('function')
    .execute();
  return rows.map(asChannel);
}

const asChannel = (row: Selectable<Schema['channels']>): Channel => ({
  association: row.association,
  function: row.function,
  serviceUrl: row.service_url,
  conversationId: row.conversation_id,
  tenantId: row.tenant_id,
  botId: row.bot_id,
  boundAt: row.bound_at,
});
