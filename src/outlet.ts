import type { House } from './features/turn.ts';
import { inTurn, type Paced, postpone, type Unasked } from './pacing.ts';
import { whatFollows } from './sendPolicy.ts';
import type { Claimed, Delivery } from './store/outbox.ts';
import type { SendResult } from './teams/sender.ts';
import type { Hold } from './worker.ts';

/** How the outside is asked for something, and what a row becomes by the answer. */
export type Outlet = ReturnType<typeof createOutlet>;

/** What somebody is asked to do; all else shows only how things stand, and the next message does that too. */
const mustArrive: ReadonlySet<string> = new Set(['notify', 'mention', 'mail', 'agenda', 'entry']);

/** The only way out for every kind of row: in its turn, with the row still one's own, and one policy after failures. */
export function createOutlet(house: House) {
  /** Asks the connector, which is paced. A lane never waits for its turn: while it does, everybody else's messages would. */
  const ask = <R>(chat: Paced, hold: Hold, request: () => Promise<R>): Promise<R | Unasked> =>
    inTurn(house, chat, 0, request, hold);

  /** Asks what has no pace. */
  async function askNow<R>(hold: Hold, request: () => Promise<R>): Promise<R | Unasked> {
    return (await hold()) ? request() : { is: 'lost' };
  }

  /** What the row becomes after a request that was made, or was not. */
  async function after(
    row: Claimed,
    result: SendResult | Unasked,
    chat: Paced | undefined,
    refused: (reason: string) => Promise<Delivery> = async (reason) => ({ is: 'dead', reason }),
  ): Promise<Delivery> {
    if (result.is === 'paced' || result.is === 'lost') return result;
    const moment = {
      now: house.realNow(),
      waitedMs: house.now().getTime() - Date.parse(row.createdAt),
      chance: house.bytes(1)[0]! / 256,
    };
    const follows = whatFollows(result, row, moment, mustArrive.has(row.kind));
    if (chat && result.is === 'later' && follows.is === 'later')
      await postpone(house, chat, follows.notBefore);
    if (follows.is !== 'refused') return follows;
    house.log({
      event: 'refused',
      kind: row.kind,
      outcome: follows.reason,
      ...(result.is === 'refused' ? { status: result.status } : {}),
    });
    return refused(follows.reason);
  }

  return { ask, askNow, after };
}
