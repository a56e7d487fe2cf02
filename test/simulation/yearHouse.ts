import { createHash } from 'node:crypto';
import { createBot } from '../../src/bot.ts';
import type { Association, Person } from '../../src/domain/association.ts';
import { runThrough } from '../../src/dues.ts';
import type { Line } from '../../src/log.ts';
import type { Store } from '../../src/store/database.ts';
import { nextPersonDueAt } from '../../src/store/personDues.ts';
import { nextTimerAt } from '../../src/store/timers.ts';
import type { Card, Incoming } from '../../src/teams/incoming.ts';
import type { Sender } from '../../src/teams/sender.ts';
import type { Random } from './random.ts';

export type YearHouse = ReturnType<typeof createYearHouse>;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The real bot on a store, with a clock that only moves when it is told to. Its worker is not started: what is sent is
 * the rows of the outbox, which the world reads for itself; how they travel is the other simulation's to try.
 */
export function createYearHouse(
  opened: Store,
  random: Random,
  start: Date,
  watch: { looked: () => Promise<void>; moved: (to: Date) => void; logged: (line: Line) => void },
) {
  let now = start;
  let swept = 0;
  let said: Card | undefined;
  // Each commit is looked at before anything follows it.
  const store: Store = {
    ...opened,
    bytes: random.bytes,
    transact: async (run) => {
      const result = await opened.transact(run);
      await watch.looked();
      return result;
    },
  };
  const sender: Sender = {
    create: async (_to, { card }) => {
      said = card ?? said;
      return { is: 'sent', activityId: random.id() };
    },
    update: async () => ({ is: 'sent', activityId: undefined }),
    remove: async () => ({ is: 'sent', activityId: undefined }),
    open: async ({ aadObjectId }) => ({ is: 'opened', conversationId: `a:${aadObjectId}` }),
  };
  const botOf = (associations: readonly Association[]) =>
    createBot({
      mode: 'test',
      store,
      associations,
      sender,
      calendarLink: async () => undefined,
      downloadLink: async () => 'https://samrad.example/download/token',
      clock: {
        now: () => now,
        set: async (at) => {
          now = at;
        },
      },
      outside: {
        now: () => now,
        newId: random.id,
        idFrom: (text) => createHash('sha256').update(text).digest('base64url'),
        bytes: random.bytes,
        log: watch.logged,
        after: (_ms, run) => {
          const soon = setImmediate(run);
          return () => clearImmediate(soon);
        },
      },
      // Nobody is in a hurry here; how much is too much is tried elsewhere.
      limits: { perMinute: 1_000_000 },
    });
  let bot = botOf([]);
  const set = async (at: Date) => {
    watch.moved(at);
    now = at;
  };

  return {
    store,
    get now() {
      return now;
    },
    /** Starts anew with these files, as after an edit. */
    load: (associations: readonly Association[]) => {
      bot = botOf(associations);
    },
    /** The earliest moment at which anything falls due by itself, however long ago. */
    nextDue: async (): Promise<Date | undefined> => {
      const [one, other] = [await nextTimerAt(store), await nextPersonDueAt(store, '')];
      const first = one === undefined || (other !== undefined && other < one) ? other : one;
      return first === undefined ? undefined : new Date(first);
    },
    /** Moves the clock to a moment and does what falls due until then, or once a day what is done once a day. */
    moveTo: async (at: Date, isDue: boolean): Promise<void> => {
      if (at < now) throw new Error(`back from ${now.toISOString()} to ${at.toISOString()}`);
      if (!isDue && at.getTime() - swept < DAY) return await set(at);
      await runThrough(bot.house, at, set);
      swept = at.getTime();
    },
    /** Somebody does something; the card they are shown. */
    hear: async (incoming: Incoming): Promise<Card | undefined> => {
      said = undefined;
      const answer = await bot.handle(incoming);
      return answer.is === 'card' ? answer.card : said;
    },
  };
}

/** What a person writes, or presses where `press` says which button, in their own chat. */
export function incomingFrom(
  { identities }: Person,
  id: string,
  what: { text: string } | { verb: string; inputs: Record<string, unknown> },
): Incoming {
  const { tenantId, aadObjectId } = identities[0]!;
  const press = 'verb' in what;
  return {
    kind: press ? 'press' : 'message',
    id,
    conversation: {
      serviceUrl: 'https://smba.example/teams/',
      id: `a:${aadObjectId}`,
      kind: 'personal',
      tenantId,
      botId: '28:samrad',
    },
    tenantId,
    aadObjectId,
    userId: `29:${aadObjectId}`,
    locale: 'sv-SE',
    text: press ? '' : what.text,
    hasFiles: false,
    verb: press ? what.verb : undefined,
    inputs: press ? what.inputs : {},
    answersByInvoke: press,
    replyToId: undefined,
  };
}
