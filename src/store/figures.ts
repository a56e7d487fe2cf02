import type { Store } from './database.ts';
import { oldestPendingAge } from './outbox.ts';
import { recordsHead } from './recordVerify.ts';
import { nextTimerAt } from './timers.ts';

/** What the store tells of its work; `oldestMs` and `dueLagMs` by the domain's clock, which rows and timers are written by. */
export type Figures = {
  /** Rows of the outbox by state. */
  outbox: Readonly<Record<string, number>>;
  oldestMs: number;
  dues: number;
  dueLagMs: number;
  /** The last row of the log. */
  position: number;
};

/** Counts the rows and times the oldest, at the domain's `now`. */
export async function figuresOf(store: Store, now: Date): Promise<Figures> {
  const states = await store.db
    .selectFrom('outbox')
    .select(['state', ({ fn }) => fn.countAll().as('rows')])
    .groupBy('state')
    .execute();
  const dues = await store.db
    .selectFrom('timers')
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  const next = await nextTimerAt(store);
  return {
    outbox: Object.fromEntries(states.map(({ state, rows }) => [state, Number(rows)])),
    oldestMs: await oldestPendingAge(store, now),
    dues: Number(dues.rows),
    dueLagMs: next === undefined ? 0 : Math.max(0, now.getTime() - Date.parse(next)),
    position: (await recordsHead(store.db)).position,
  };
}

/**
 * Whether a message that nothing holds back has stood untaken for `ms`: first in line for its recipient, due by real
 * time and queued that long ago by the domain's. One that Teams did not take is not: its next attempt lies ahead.
 */
export async function isOverdue(store: Store, at: { now: Date; real: Date }, ms: number): Promise<boolean> {
  const before = (instant: Date): string => new Date(instant.getTime() - ms).toISOString();
  const row = await store.db
    .selectFrom('outbox')
    .select('sequence')
    .where('state', '=', 'pending')
    .where('run_at', '<=', before(at.real))
    .where('created_at', '<=', before(at.now))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.sequence')
            .where('earlier.state', '=', 'pending')
            .whereRef('earlier.recipient', '=', 'outbox.recipient')
            .whereRef('earlier.sequence', '<', 'outbox.sequence'),
        ),
      ),
    )
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
