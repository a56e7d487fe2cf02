import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssociations } from '../association/load.ts';
import { serve } from '../index.ts';
import { serveIndex } from './indexPage.ts';
import { type Playground, root, startPlayground } from './playground.ts';
import { freePort } from './ports.ts';
import { localTexts } from './texts.ts';
import { peopleByRole, type Window, windowConfiguration, windowOf } from './windows.ts';

const texts = localTexts.sv;

/** What has to end when the local mode ends, in the order it was started. */
type Running = { playgrounds: Playground[]; closers: (() => Promise<unknown>)[] };

/**
 * Local mode: the bot on loopback without authentication, one Agents Playground window per role of the first
 * example association, and an index page. Says when everything answers; ends with Ctrl-C or its parent.
 * `PORT`, `INDEX_PORT` and `PLAYGROUND_PORT` move the ports; a busy one is said and the next is taken.
 */
export async function start(): Promise<void> {
  const running: Running = { playgrounds: [], closers: [] };
  endTogether(running);
  console.log(texts.starting);

  const store = join(root, '.data');
  mkdirSync(store, { recursive: true });
  const associations = process.env.ASSOCIATIONS ?? join(root, 'env');
  const loaded = await loadAssociations(associations);
  const association = loaded.ok ? loaded.associations[0] : undefined;
  if (association === undefined) {
    const faults = loaded.ok ? [] : loaded.faults;
    for (const { file, path, message } of faults) console.error(`${file}: ${path} ${message}`);
    process.exitCode = 1;
    return;
  }

  const taken = new Set<number>();
  const port = await claim('PORT', 3978, taken);
  const indexPort = await claim('INDEX_PORT', 3977, taken);
  const windows: Window[] = [];
  for (const { role, person } of peopleByRole(association)) {
    windows.push(windowOf(association, role, person, await claim('PLAYGROUND_PORT', 56151, taken)));
  }

  // The windows first: the bot may have something to say the moment it starts.
  const opened = await Promise.allSettled(
    windows.map(async (window) => {
      const playground = await startPlayground({
        window,
        configuration: windowConfiguration(association, window),
        folder: join(store, 'playground', window.person),
        botUrl: `http://127.0.0.1:${port}/api/messages`,
        ended: ({ name }) => console.error(texts.windowEnded(name)),
      });
      running.playgrounds.push(playground);
    }),
  );
  for (const one of opened) if (one.status === 'rejected') throw one.reason;

  const bot = await serve({
    SAMRAD_MODE: 'local',
    PORT: String(port),
    ASSOCIATIONS: associations,
    DATABASE_URL: process.env.DATABASE_URL ?? `sqlite:${join(store, 'samrad.db')}`,
    seedConversations: JSON.stringify(windows),
  });
  running.closers.push(() => bot.stop());
  const index = await serveIndex(association.name, windows, indexPort);
  running.closers.push(async () => index.close());

  const indexUrl = `http://127.0.0.1:${indexPort}/`;
  await answers([`http://127.0.0.1:${port}/healthz`, indexUrl, ...windows.map(({ url }) => url)]);
  console.log(announcement(indexUrl, windows));
}

async function claim(setting: string, preferred: number, taken: Set<number>): Promise<number> {
  const port = await freePort(Number(process.env[setting] ?? preferred), taken, (busy) => {
    taken.add(busy);
    console.log(texts.portMoved(busy));
  });
  taken.add(port);
  return port;
}

async function answers(urls: string[]): Promise<void> {
  for (const url of urls) {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  }
}

function announcement(indexUrl: string, windows: Window[]): string {
  const lines = [
    [texts.index, indexUrl],
    ...windows.map(({ role, name, url }) => [`${texts.roles[role]}, ${name}`, url]),
  ] as [string, string][];
  const width = Math.max(...lines.map(([label]) => label.length));
  const list = lines.map(([label, url]) => `  ${label.padEnd(width)}  ${url}`);
  return ['', texts.ready, '', ...list, '', texts.end].join('\n');
}

function endTogether(running: Running): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    console.log(`\n${texts.stopping}`);
    void stopAll(running).finally(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.once('exit', () => {
    for (const { kill } of running.playgrounds) kill();
  });
  endWithNpm(end);
}

async function stopAll({ playgrounds, closers }: Running): Promise<void> {
  const closed = [...closers.map((close) => close()), ...playgrounds.map(({ stop }) => stop())];
  await Promise.race([Promise.allSettled(closed), new Promise((resolve) => setTimeout(resolve, 8_000))]);
}

/** npm does not pass a kill on to what it runs: without this, a killed `npm start` would keep its ports. */
function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 1_000).unref();
}
