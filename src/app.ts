import { createCalendarLinks } from './calendarLinks.ts';
import type { Config } from './config.ts';
import { createDelivery } from './delivery.ts';
import { createHandle } from './dispatch/handle.ts';
import { createSpeak } from './dispatch/speak.ts';
import type { Association } from './domain/association.ts';
import { runDue, runThrough } from './dues.ts';
import { personKey } from './features/perform.ts';
import type { House } from './features/turn.ts';
import type { Line } from './log.ts';
import { savedNow, saveNow } from './store/clock.ts';
import { openStore, type Store } from './store/database.ts';
import { forgetOlder } from './store/inbox.ts';
import { oldestPendingAge, pendingCount, releaseLeases } from './store/outbox.ts';
import { saveConversation } from './store/people.ts';
import { secretOf } from './store/secret.ts';
import { createSecretCredentials, noCredentials } from './teams/credentials.ts';
import { nameOfFault, placeOf } from './teams/fault.ts';
import { createSender } from './teams/sender.ts';
import { type DoorRoute, openDoor } from './teams/server.ts';
import { pageHtml, pages } from './texts/pages.ts';
import { startWorker, type Worker } from './worker.ts';

/** What cannot be made inside: real time, ids and randomness. */
export type Outside = {
  now: () => Date;
  newId: () => string;
  idFrom: (text: string) => string;
  bytes: (count: number) => Uint8Array;
  log: (line: Line) => void;
};

/** A person's chat known before they have spoken: the windows of the local Teams client. */
export type Seed = {
  person: string;
  association?: string;
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  botId: string;
  userId: string;
};

const TICK_MS = 1_000;
const SWEEP_MS = 60 * 60 * 1000;
/** Teams delivers again within minutes; a week is far beyond. */
const INBOX_MS = 7 * 24 * 60 * 60 * 1000;
const DRAIN_MS = 20_000;

/** Wires the house: store, door, sender, worker, clock. `stop` waits for what is under way. */
export async function openApp(
  config: Config,
  associations: readonly Association[],
  outside: Outside,
  seeds: readonly Seed[] = [],
): Promise<{ port: number; stop(): Promise<void> }> {
  const store = await openStore(config.databaseUrl);
  const clock = await createClock(config, store, outside);
  const credentials =
    config.mode === 'local'
      ? noCredentials
      : createSecretCredentials({
          mode: config.mode,
          botId: config.botId!,
          password: config.botPassword!,
          tenantId: config.botTenantId!,
          ...(config.tokenUrl ? { tokenUrl: config.tokenUrl } : {}),
          log: outside.log,
        });
  const sender = createSender({ mode: config.mode, serviceHosts: config.serviceHosts, credentials });
  const address = { url: config.publicUrl ?? '' };
  const links = createCalendarLinks({
    store,
    associations,
    secret: await secretOf(store, outside.bytes),
    get publicUrl() {
      return address.url;
    },
    mailFrom: config.mailFrom,
    now: clock.now,
  });
  let worker: Worker | undefined;
  const house: House = {
    mode: config.mode,
    store,
    associations,
    now: clock.now,
    newId: outside.newId,
    idFrom: outside.idFrom,
    bytes: outside.bytes,
    log: outside.log,
    calendarLink: links.link,
    wake: () => worker?.wake(),
    moveClock: async (to) => {
      await runThrough(house, to, clock.set);
      await worker?.drained(DRAIN_MS);
    },
  };
  await seed(house, seeds);
  const noteFault = (error: unknown) =>
    outside.log({
      event: 'fault',
      error: nameOfFault(error),
      place: placeOf(error),
    });
  await releaseLeases(store);
  worker = startWorker(
    store,
    createDelivery(house, sender, () => outside.now().getTime()),
    noteFault,
    () => outside.now().getTime(),
  );
  const door = await openDoor(
    { ...config, tenants: new Set(associations.flatMap(({ tenants }) => tenants)) },
    createHandle(house, createSpeak(house, sender)),
    routesOf(house, outside, links.respond),
    outside.log,
  );
  if (!address.url) address.url = `http://127.0.0.1:${door.port}`;
  let ticking: Promise<unknown> = Promise.resolve();
  const ticks = setInterval(() => {
    ticking = ticking.then(() => runDue(house, house.now())).catch(noteFault);
  }, TICK_MS);
  const sweeps = setInterval(() => {
    const before = new Date(house.now().getTime() - INBOX_MS).toISOString();
    void forgetOlder(store, before).catch(noteFault);
  }, SWEEP_MS);
  return {
    port: door.port,
    stop: async () => {
      clearInterval(ticks);
      clearInterval(sweeps);
      await door.close();
      await ticking;
      await worker.stop();
      await store.close();
    },
  };
}

/** The domain's clock: real time, until it is set; then it stands where it was put, also after a restart. */
async function createClock(config: Config, store: Store, outside: Outside) {
  const saved = config.mode === 'local' ? await savedNow(store) : undefined;
  const real = outside.now();
  let fixed = config.now;
  if (saved !== undefined && new Date(saved) > (fixed ?? real)) fixed = new Date(saved);
  return {
    now: () => fixed ?? outside.now(),
    set: async (at: Date) => {
      fixed = at;
      await saveNow(store, at.toISOString());
    },
  };
}

async function seed(house: House, seeds: readonly Seed[]): Promise<void> {
  for (const one of seeds) {
    const association = house.associations.find(({ id, people }) =>
      one.association ? id === one.association : people.some((person) => person.id === one.person),
    );
    if (!association) continue;
    const { serviceUrl, conversationId, tenantId, botId, userId } = one;
    const reference = {
      personKey: personKey(association, one.person),
      kind: 'personal',
      serviceUrl,
      conversationId,
      tenantId,
      botId,
      userId,
    } as const;
    await saveConversation(house.store, reference, house.now().toISOString());
  }
}

function routesOf(house: House, outside: Outside, calendar: DoorRoute['respond']): DoorRoute[] {
  const json = (status: number, body: unknown) => ({
    status,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  return [
    { path: '/healthz', respond: async () => json(200, { ok: true }) },
    {
      path: '/readyz',
      respond: async () => {
        const waiting = await pendingCount(house.store).catch(() => undefined);
        if (waiting === undefined) return json(503, { ok: false, store: false });
        return json(200, {
          ok: true,
          store: true,
          waiting,
          oldestMs: await oldestPendingAge(house.store, outside.now()),
        });
      },
    },
    { path: '/calendar/:token', respond: calendar },
    ...pages.map((page) => ({
      path: page.path,
      respond: async () => ({ status: 200, type: 'text/html; charset=utf-8', body: pageHtml(page) }),
    })),
  ];
}
