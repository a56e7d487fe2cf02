import type { Store } from './database.ts';
import type { Trx } from './schema.ts';

/** How much may be sent at once, and how long each message then takes to be earned back, in ms. */
export type Pace = { burst: number; everyMs: number };

/**
 * The bot's own limits, below Microsoft's: per conversation 7 in 1 s, 8 in 2 s, 60 in 30 s, 1 800 in an hour; per app
 * and tenant 50 in 1 s (learn.microsoft.com, "Optimize your bot: rate limiting in Teams").
 */
export const paces = {
  conversation: { burst: 5, everyMs: 2_223 },
  tenant: { burst: 20, everyMs: 50 },
} as const satisfies Record<string, Pace>;

/** What a message must keep to: a bucket by name. Buckets of one kind have one pace. */
export type PaceKey = { kind: keyof typeof paces; name: string };

/** The buckets of one message. */
export const paceKeys = (chat: { id: string; tenantId: string }): readonly PaceKey[] => [
  { kind: 'conversation', name: chat.id },
  { kind: 'tenant', name: chat.tenantId },
];

/**
 * Takes a place for one message at `now` (real time, ms) in all its buckets or in none, whoever else takes at the same
 * time: 0 when it may go at once, else how many ms it must wait. A wait of at most `patienceMs` has been granted: the
 * place at its end is taken. Buckets after the generic cell rate algorithm (ITU-T I.371); `free_at` is when all is earned back.
 */
export async function takePace(
  store: Store,
  keys: readonly PaceKey[],
  now: number,
  patienceMs = 0,
): Promise<number> {
  const sorted = [...new Map(keys.map((one) => [keyOf(one), one])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return await store.transact(async (trx) => {
    const buckets: { key: string; pace: Pace; freeAt: number }[] = [];
    // Always in the same order, and held until the commit: two who need the same buckets never wait for each other.
    for (const [key, { kind }] of sorted)
      buckets.push({ key, pace: paces[kind], freeAt: await held(trx, key) });
    const wait = Math.max(0, ...buckets.map(({ pace, freeAt }) => freeAt - credit(pace) - now));
    if (wait > patienceMs) return wait;
    for (const { key, pace, freeAt } of buckets)
      await setFreeAt(trx, key, Math.max(freeAt, now + wait) + pace.everyMs);
    return wait;
  });
}

/** How many ms one bucket alone would let a message wait at `now` (real time, ms), if it stays as it is; takes nothing. */
export async function waitOf(store: Store, key: PaceKey, now: number): Promise<number> {
  const row = await store.db
    .selectFrom('paces')
    .select('free_at')
    .where('key', '=', keyOf(key))
    .executeTakeFirst();
  return Math.max(0, (row?.free_at ?? 0) - credit(paces[key.kind]) - now);
}

/** Nothing more goes to a conversation before `until` (real time, ms): the connector asked for patience. */
export async function holdBack(store: Store, conversation: string, until: number): Promise<void> {
  const key = keyOf({ kind: 'conversation', name: conversation });
  await store.transact(async (trx) => {
    const freeAt = until + credit(paces.conversation);
    if ((await held(trx, key)) < freeAt) await setFreeAt(trx, key, freeAt);
  });
}

/** Forgets the buckets that are full again at `now` (real time, ms); returns how many. */
export async function forgetPaces(store: Store, now: number): Promise<number> {
  const full = await store.db.selectFrom('paces').select('key').where('free_at', '<', now).execute();
  let count = 0;
  // One at a time: whoever waits for several at once could wait for somebody who waits for them.
  for (const { key } of full) {
    const { numDeletedRows } = await store.db
      .deleteFrom('paces')
      .where('key', '=', key)
      .where('free_at', '<', now)
      .executeTakeFirst();
    count += Number(numDeletedRows);
  }
  return count;
}

/** How far ahead of its time a bucket may be taken from. */
const credit = ({ burst, everyMs }: Pace): number => (burst - 1) * everyMs;

const keyOf = ({ kind, name }: PaceKey): string => `${kind} ${name}`;

/** Reads a bucket, made if need be, and keeps it from others until the transaction ends. */
async function held(trx: Trx, key: string): Promise<number> {
  const { free_at } = await trx
    .insertInto('paces')
    .values({ key, free_at: 0 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({ free_at: ref('paces.free_at') })),
    )
    .returning('free_at')
    .executeTakeFirstOrThrow();
  return free_at;
}

const setFreeAt = (trx: Trx, key: string, freeAt: number) =>
  trx
    .updateTable('paces')
    .set({ free_at: Math.ceil(freeAt) })
    .where('key', '=', key)
    .execute();
