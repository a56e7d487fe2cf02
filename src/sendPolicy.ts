import type { Claimed, Delivery } from './store/outbox.ts';
import type { SendResult } from './teams/sender.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** So many tries a row has at least, however long ago it was queued: the bot itself may have been down. */
const LEAST_TRIES = 12;

/** When a request was made: `now` and `waitedMs` since the row was queued in ms, `chance` from 0 up to 1. */
export type Moment = { now: number; waitedMs: number; chance: number };

/** `refused`: nothing that is sent again will help. */
export type Follows = Delivery | { is: 'refused'; reason: string };

/**
 * What may safely follow a request (Microsoft's rate-limit page; a create has no idempotency key, so one that may have
 * arrived is sent once more, after a minute, only where `mustArrive`). All else is tried for a day.
 */
export function whatFollows(
  result: SendResult,
  row: Pick<Claimed, 'attempts' | 'resent'>,
  { now, waitedMs, chance }: Moment,
  mustArrive: boolean,
): Follows {
  const spread = (ms: number) => Math.round(ms * (0.8 + 0.4 * chance));
  const isOver = waitedMs > DAY && row.attempts >= LEAST_TRIES;
  switch (result.is) {
    case 'sent':
      return { is: 'sent', activityId: result.activityId };
    case 'later': {
      if (isOver) return { is: 'refused', reason: 'busy' };
      const told = result.retryAfterSeconds;
      const wait =
        told === undefined ? spread(Math.min(2 ** row.attempts, 20) * SECOND) : Math.min(told * SECOND, DAY);
      return { is: 'later', notBefore: now + wait };
    }
    case 'unknown':
      return mustArrive && !row.resent
        ? { is: 'later', notBefore: now + MINUTE, resent: true }
        : { is: 'unknown' };
    case 'again': {
      if (isOver) return { is: 'refused', reason: 'no-answer' };
      return { is: 'later', notBefore: now + spread(Math.min(SECOND * 2 ** row.attempts, 15 * MINUTE)) };
    }
    case 'refused':
      return { is: 'refused', reason: result.reason };
  }
}
