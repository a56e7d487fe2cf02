import { createDelivery } from './delivery.ts';
import { createHandle } from './dispatch/handle.ts';
import { createSpeak } from './dispatch/speak.ts';
import type { Association } from './domain/association.ts';
import { runDue, runThrough } from './dues.ts';
import type { House, Limits } from './features/turn.ts';
import type { Events } from './graph/events.ts';
import type { Line } from './log.ts';
import type { Mailer } from './mail/mailer.ts';
import { sweepRetention } from './retention.ts';
import type { Store } from './store/database.ts';
import { forgetOlder } from './store/inbox.ts';
import { forgetPaces } from './store/paces.ts';
import { recordsHead } from './store/recordVerify.ts';
import { nameOfFault, placeOf } from './teams/fault.ts';
import type { Handle } from './teams/incoming.ts';
import type { Sender } from './teams/sender.ts';
import { startWorker, type Worker } from './worker.ts';

/** What cannot be made inside: real time, ids and randomness. */
export type Outside = {
  now: () => Date;
  newId: () => string;
  idFrom: (text: string) => string;
  bytes: (count: number) => Uint8Array;
  log: (line: Line) => void;
  /** Runs something once, `ms` from now, unless what is given back is called before. */
  after: (ms: number, run: () => void) => () => void;
};

/** The domain's clock, which local mode can set; `outside.now` is real time. */
export type Clock = { now: () => Date; set: (at: Date) => Promise<void> };

/** All that the bot is made of. */
export type BotParts = {
  mode: House['mode'];
  store: Store;
  associations: readonly Association[];
  sender: Sender;
  /** Undefined where no mail server is set: then nobody is reached by mail. */
  mailer?: Mailer | undefined;
  /** Where meetings may be put into people's own calendars. */
  events?: Events | undefined;
  /** Who mail and calendar entries are from. */
  mailFrom?: string | undefined;
  calendarLink: House['calendarLink'];
  downloadLink: House['downloadLink'];
  freeBusy?: House['freeBusy'];
  clock: Clock;
  outside: Outside;
  /** As in production where nothing is said. */
  limits?: Partial<Limits>;
};

/** The bot without door, files and real time. It hears at once, but does nothing by itself before `start`. */
export type Bot = {
  house: House;
  handle: Handle;
  /** Begins to deliver and to look for what is due. */
  start(): void;
  /** Resolves when the outbox is empty, or after `patienceMs`. */
  drained(patienceMs: number): Promise<void>;
  /** Begins nothing more, and resolves when what is under way has ended; the store stays open. */
  stop(): Promise<void>;
};

const TICK_MS = 1_000;
const SWEEP_MS = 60 * 60 * 1000;
const DAY_MS = 24 * SWEEP_MS;
/** Teams delivers again within minutes; a week is far beyond. */
const INBOX_MS = 7 * 24 * 60 * 60 * 1000;
const DRAIN_MS = 20_000;

/** Puts the bot together; several may work on one store. */
export function createBot({
  clock,
  outside,
  sender,
  mailer,
  events,
  mailFrom,
  limits,
  ...parts
}: BotParts): Bot {
  let worker: Worker | undefined;
  const realNow = () => outside.now().getTime();
  const house: House = {
    ...parts,
    limits: { paced: true, inbox: true, perMinute: 30, ...limits },
    now: clock.now,
    realNow,
    after: outside.after,
    newId: outside.newId,
    idFrom: outside.idFrom,
    bytes: outside.bytes,
    log: outside.log,
    mailFrom: mailFrom ?? 'samrad@samrad.invalid',
    entryForm: (person) => {
      if (person && events?.reaches(person)) return 'event';
      return mailer && person?.mail ? 'mail' : 'link';
    },
    wake: () => worker?.wake(),
    moveClock: async (to) => {
      await runThrough(house, to, clock.set);
      await worker?.drained(DRAIN_MS);
    },
  };
  const note = (error: unknown) =>
    outside.log({ event: 'fault', error: nameOfFault(error), place: placeOf(error) });
  const repeats: { stop(): Promise<void> }[] = [];

  return {
    house,
    handle: createHandle(house, createSpeak(house, sender)),
    start: () => {
      worker = startWorker({
        store: parts.store,
        deliver: createDelivery(house, sender, { mailer, events }),
        note,
        realNow,
        after: outside.after,
        newId: outside.newId,
      });
      repeats.push(
        repeat(outside.after, TICK_MS, () => runDue(house, house.now()), note),
        repeat(outside.after, SWEEP_MS, (isRunning) => sweep(house, isRunning), note, 0),
        repeat(outside.after, DAY_MS, () => noteHead(house), note, 0),
      );
    },
    drained: async (patienceMs) => await worker?.drained(patienceMs),
    stop: async () => {
      await Promise.all(repeats.map((one) => one.stop()));
      await worker?.stop();
      await noteHead(house).catch(note);
    },
  };
}

/** What is done at start and once an hour. */
async function sweep(house: House, isRunning: () => boolean): Promise<void> {
  await forgetOlder(house.store, new Date(house.now().getTime() - INBOX_MS).toISOString());
  await forgetPaces(house.store, house.realNow());
  await sweepRetention(house, house.now(), isRunning);
}

/** Where the log of changes and readings ends, told outside the database: it cannot be shortened unseen. */
async function noteHead({ store, log }: House): Promise<void> {
  const { position, chain } = await recordsHead(store.db);
  if (position > 0) log({ event: 'records-head', count: position, chain });
}

/** Does something again and again, first after `firstMs`, then `ms` after it was done last: a slow one is never overtaken. */
function repeat(
  after: Outside['after'],
  ms: number,
  run: (isRunning: () => boolean) => Promise<unknown>,
  note: (error: unknown) => void,
  firstMs = ms,
): { stop(): Promise<void> } {
  let running = true;
  let cancel = () => {};
  let underWay: Promise<unknown> = Promise.resolve();
  const next = (wait = ms) => {
    cancel = after(wait, () => {
      underWay = run(() => running)
        .catch(note)
        .then(() => {
          if (running) next();
        });
    });
  };
  next(firstMs);
  return {
    stop: async () => {
      running = false;
      cancel();
      await underWay;
    },
  };
}
