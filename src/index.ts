import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openApp, type Seed } from './app.ts';
import { loadAssociations } from './association/load.ts';
import { readConfig } from './config.ts';
import type { Association } from './domain/association.ts';
import { createLog, type Line } from './log.ts';
import { openStore } from './store/database.ts';
import { nameOfFault, placeOf } from './teams/fault.ts';

/** A start that cannot be: the reasons have been printed. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const seeds = z.array(
  z.object({
    person: z.string(),
    serviceUrl: z.string(),
    conversationId: z.string(),
    tenantId: z.string(),
    botId: z.string(),
    userId: z.string(),
  }),
);

/** Starts the bot alone, with settings from the environment and `overrides`; the only reader of clock and randomness. */
export async function serve(
  overrides: Readonly<Record<string, string>> = {},
): Promise<{ port: number; stop(): Promise<void> }> {
  const read = readConfig({ ...process.env, ...overrides });
  if (!read.ok) return refuseToStart('The settings are not complete:', read.faults);
  const { config } = read;
  const loaded = await loadAssociations(config.associations);
  if (!loaded.ok)
    return refuseToStart(
      'The association files have faults:',
      loaded.faults.map(({ file, path, message }) => `${file} ${path}: ${message}`),
    );
  const mailless = config.mode === 'production' && !config.smtp ? mailFunctions(loaded.associations) : [];
  if (mailless.length > 0)
    return refuseToStart('The settings are not complete:', [
      `SMTP_URL: missing; the mail server for ${mailless.join(', ')}, whose "deliver" names "mail"`,
    ]);
  const known: Seed[] = overrides.seedConversations
    ? seeds.parse(JSON.parse(overrides.seedConversations))
    : [];
  const now = () => new Date();
  const log = createLog((line) => process.stdout.write(line), now);
  process.on('unhandledRejection', (error) => {
    log({
      event: 'unhandled',
      error: nameOfFault(error),
      place: placeOf(error),
    });
  });
  const store = await openStore(config.databaseUrl).catch((error: unknown) =>
    refuseToStart('The database cannot be opened:', [reasonOf(error)]),
  );
  const app = await openApp(
    config,
    store,
    loaded.associations,
    { now, newId: randomUUID, idFrom, bytes: randomBytes, log, after },
    known,
  );
  log({ event: 'listening', port: app.port, mode: config.mode });
  if (overrides.SAMRAD_MODE === undefined) stopOnSignal(app.stop, config.drainMs, log);
  return app;
}

/** The functions that are to be reached by mail: an association file that promises it needs a server that can. */
const mailFunctions = (associations: readonly Association[]): string[] =>
  associations.flatMap(({ id, functions }) =>
    functions
      .filter(({ deliver, mailbox }) => deliver.includes('mail') && mailbox !== undefined)
      .map((fn) => `${id}/${fn.id}`),
  );

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const idFrom = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Longer than a stop takes once it has begun; containers are killed after 30 s. */
const STOP_MS = 25_000;

function stopOnSignal(stop: () => Promise<void>, drainMs: number, log: (line: Line) => void): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    log({ event: 'stopping' });
    const failed = (reason: string) => {
      log({ event: 'stop-failed', reason });
      process.exit(1);
    };
    after(drainMs + STOP_MS, () => failed('timeout'));
    stop().then(
      () => process.exit(0),
      (error: unknown) => failed(nameOfFault(error)),
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

/** In words; several addresses tried in vain have a code only. */
const reasonOf = (error: unknown): string => {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || 'no reason given';
};

function refuseToStart(title: string, faults: readonly string[]): never {
  process.stderr.write(`${title}\n${faults.map((fault) => `- ${fault}`).join('\n')}\n`);
  process.exitCode = 1;
  throw new CannotStart(title);
}
