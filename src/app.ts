import packageFile from '../package.json' with { type: 'json' };
import { type Clock, createBot, type Outside } from './bot.ts';
import type { Config } from './config.ts';
import type { Association } from './domain/association.ts';
import { personKey } from './features/keys.ts';
import type { House } from './features/turn.ts';
import { createEvents } from './graph/events.ts';
import { createFreeBusy, graphResource } from './graph/freeBusy.ts';
import { createCalendarLinks } from './links/calendar.ts';
import { createDownloads } from './links/download.ts';
import { createMailer } from './mail/mailer.ts';
import { createMetrics } from './metrics.ts';
import { probes } from './operate/probes.ts';
import { savedNow, saveNow } from './store/clock.ts';
import type { Store } from './store/database.ts';
import { releaseLeases } from './store/outbox.ts';
import { saveConversation } from './store/people.ts';
import { secretOf } from './store/secret.ts';
import { createCredentials } from './teams/credentials.ts';
import { createSender, type Sender } from './teams/sender.ts';
import { type DoorRoute, openDoor } from './teams/server.ts';
import { pageHtml, pages } from './texts/pages.ts';

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

/**
 * Puts store, credentials, sender, door and clock around the bot. `stop` says so at `/readyz` first, goes on for
 * `config.drainMs`, lets the door answer what has come in, finishes what is being delivered, and closes the store.
 */
export async function openApp(
  config: Config,
  store: Store,
  associations: readonly Association[],
  given: Outside,
  seeds: readonly Seed[] = [],
): Promise<{ port: number; stop(): Promise<void> }> {
  const metrics = createMetrics(packageFile.version);
  const outside: Outside = {
    ...given,
    log: (line) => {
      metrics.note(line);
      given.log(line);
    },
  };
  const clock = await createClock(config, store, outside);
  const credentials = createCredentials(config, outside.log);
  const graph = config.graph && {
    ...config.graph,
    // What there is to say of the certificate has been said once.
    token: createCredentials({ ...config, resource: graphResource }, (line) => {
      if (line.event !== 'certificate-expires') outside.log(line);
    }),
    now: () => outside.now().getTime(),
    log: outside.log,
  };
  const freeBusy = graph && createFreeBusy(graph);
  const events = graph?.organizer ? createEvents({ ...graph, organizer: graph.organizer }) : undefined;
  const reaching = createSender({ mode: config.mode, serviceHosts: config.serviceHosts, credentials });
  const sender = metrics.counted(seeds.length > 0 ? onlyInWindows(reaching) : reaching);
  const mailer =
    config.smtp &&
    createMailer({ server: config.smtp, from: config.mailFrom, mode: config.mode, log: outside.log });
  const address = { url: config.publicUrl ?? '' };
  const secret = await secretOf(store, outside.bytes);
  const links = createCalendarLinks({
    store,
    associations,
    secret,
    get publicUrl() {
      return address.url;
    },
    mailFrom: config.mailFrom,
    now: clock.now,
  });
  const downloads = createDownloads({
    store,
    associations,
    mode: config.mode,
    now: clock.now,
    newId: outside.newId,
    secret,
    get publicUrl() {
      return address.url;
    },
  });
  const bot = createBot({
    mode: config.mode,
    store,
    associations,
    sender,
    mailer: mailer && metrics.counted({ mail: mailer.mail }),
    mailFrom: config.mailFrom,
    calendarLink: links.link,
    downloadLink: downloads.link,
    freeBusy,
    events,
    clock,
    outside,
    limits: config.limits,
  });
  const { house } = bot;
  await seed(house, seeds);
  await releaseLeases(store);
  bot.start();
  void mailer?.check();
  const stopping = { is: false };
  const looked = probes({
    store,
    metrics,
    mode: config.mode,
    token: config.metricsToken,
    now: clock.now,
    real: outside.now,
    isStopping: () => stopping.is,
  });
  const door = await openDoor(
    { ...config, tenants: new Set(associations.flatMap(({ tenants }) => tenants)) },
    bot.handle,
    [
      ...looked,
      ...routesOf(links.respond),
      { path: '/download/:token', respond: downloads.show, post: downloads.give },
    ],
    outside.log,
  );
  if (!address.url) address.url = `http://127.0.0.1:${door.port}`;
  return {
    port: door.port,
    stop: async () => {
      stopping.is = true;
      if (config.drainMs > 0) await new Promise<void>((resolve) => outside.after(config.drainMs, resolve));
      await door.close();
      await bot.stop();
      metrics.stop();
      await store.close();
    },
  };
}

/**
 * Each local window has the one person's chat: whoever has no window is refused as by Teams where the app is not
 * installed. The window itself would take the message and show it to nobody.
 */
const onlyInWindows = (sender: Sender): Sender => ({
  ...sender,
  open: async () => ({ is: 'refused', status: 403, reason: 'blocked' }),
});

/** The domain's clock: real time, until it is set; then it stands where it was put, also after a restart. */
async function createClock(config: Config, store: Store, outside: Outside): Promise<Clock> {
  const saved = config.mode === 'local' ? await savedNow(store) : undefined;
  const real = outside.now();
  let fixed = config.now;
  if (saved !== undefined && new Date(saved) > (fixed ?? real)) fixed = new Date(saved);
  return {
    now: () => fixed ?? outside.now(),
    set: async (at) => {
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

function routesOf(calendar: DoorRoute['respond']): DoorRoute[] {
  return [
    { path: '/calendar/:token', respond: calendar },
    ...pages.map((page) => ({
      path: page.path,
      respond: async () => ({ status: 200, type: 'text/html; charset=utf-8', body: pageHtml(page) }),
    })),
  ];
}
