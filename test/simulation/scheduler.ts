import { createHash } from 'node:crypto';
import type { Random } from './random.ts';

/** A running instance, or undefined for the world around: what is parked for a dead one is never resumed. */
export type Owner = { name: string; alive: boolean; frozenUntil: number };

/** Something that waits to go on: from `at` (virtual ms) and not before `ready`. */
type Parked = {
  at: number;
  owner: Owner | undefined;
  what: string;
  /** A clock that only looks whether there is something to do; time may jump past it when there is not. */
  idle: boolean;
  ready: (() => boolean) | undefined;
  run: () => void;
};

export type Waiting = Partial<Pick<Parked, 'owner' | 'idle' | 'ready'>> & { ms?: number };

export type Scheduler = ReturnType<typeof createScheduler>;

const SHOWN = 40;

/**
 * The world's only order. Whatever is awaited is parked here; each step picks one parked thing that may go on, by the
 * seed, resumes it and lets everything that follows at once run out. Time moves only when nothing may go on.
 */
export function createScheduler(
  random: Random,
  start: number,
  workAt: () => number | undefined,
  tell: (line: string, shown: boolean) => void = () => {},
) {
  let now = start;
  let parked: Parked[] = [];
  let steps = 0;
  const digest = createHash('sha256');
  const lately: string[] = [];

  const note = (owner: Owner | undefined, what: string, shown = true) => {
    const line = `${((now - start) / 1000).toFixed(3).padStart(11)} ${(owner?.name ?? '-').padEnd(4)} ${what}`;
    digest.update(line);
    tell(line, shown);
    if (!shown) return;
    lately.push(line);
    if (lately.length > SHOWN) lately.shift();
  };

  const park = (
    what: string,
    run: () => void,
    { ms = 0, owner, idle = false, ready }: Waiting = {},
  ): (() => void) => {
    const one: Parked = { at: now + ms, owner, what, idle, ready, run };
    // What a dead instance still has in hand ends here.
    if (owner?.alive !== false) parked.push(one);
    return () => {
      parked = parked.filter((other) => other !== one);
    };
  };

  const mayRun = ({ at, owner, ready }: Parked) =>
    at <= now && (owner === undefined || owner.frozenUntil <= now) && (ready === undefined || ready());

  /** What may go on now. Clocks that only look mostly wait until there is something to see: a late clock is no fault. */
  const able = (): Parked[] => {
    const may = parked.filter(mayRun);
    const awake = random.chance(0.03) ? may : may.filter(({ idle }) => !idle);
    if (awake.length > 0 || may.length === 0) return awake;
    const work = workAt();
    return work !== undefined && work <= now ? may : [];
  };

  /** Moves time to the next thing that happens; false when nothing ever will. */
  const passTime = (until: number): boolean => {
    const work = workAt();
    const busy = work !== undefined && work <= now;
    let next = work !== undefined && work > now ? work : Number.POSITIVE_INFINITY;
    for (const one of parked) {
      const at = Math.max(one.at, one.owner?.frozenUntil ?? 0);
      if (at > now && (busy || !one.idle)) next = Math.min(next, at);
    }
    // Clocks that look are late by chance: what is due then is found a little after.
    if (next === work) next += random.whole(0, 1000);
    if (!(next <= until)) return false;
    now = Math.max(now, next);
    return true;
  };

  return {
    get now() {
      return now;
    },
    get steps() {
      return steps;
    },
    note,
    park,
    /** Waits its turn; never resolves for an owner that dies meanwhile. */
    wait: (what: string, waiting: Waiting): Promise<void> =>
      new Promise((resolve) => park(what, resolve, waiting)),
    forget: (owner: Owner) => {
      owner.alive = false;
      parked = parked.filter((one) => one.owner !== owner);
    },
    /** Whether the world still has something to do that is not only a clock looking. */
    pending: () => parked.some(({ idle }) => !idle),
    /** Runs until nothing happens any more, or the instant `until`, or `stop` says so; `after` looks at each step. */
    run: async (until: number, after: () => void, stop: () => boolean = () => false): Promise<void> => {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        after();
        if (stop()) return;
        const choice = able();
        if (choice.length === 0) {
          if (!passTime(until)) return;
          continue;
        }
        const one = choice[Math.floor(random.next() * choice.length)]!;
        parked.splice(parked.indexOf(one), 1);
        steps += 1;
        note(one.owner, one.what, false);
        one.run();
      }
    },
    hash: () => digest.copy().digest('hex').slice(0, 16),
    trace: () => lately.join('\n'),
  };
}
