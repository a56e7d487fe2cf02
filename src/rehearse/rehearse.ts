import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { loadAssociations } from '../association/load.ts';
import { startConnector } from './connector.ts';
import { createPage, type Page } from './page.ts';
import { play } from './story.ts';

const source = resolve(import.meta.dirname, '..');
const example = resolve(source, '..', 'env', 'klaralvdalen.json');
const opening = '2026-09-07 10:00';
/** A rehearsal takes a few seconds; one that does not end is a fault, and is ended. */
const longest = 60_000;

/** Plays one consultation from question to outcome through a bot of its own, and prints it as a conversation. */
export async function run(): Promise<void> {
  const { stdout, env } = process;
  const colour = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  // The reader has left (`| head`): there is nobody to play for.
  stdout.on('error', () => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
  const page = createPage((text) => stdout.write(text), {
    colour,
    columns: stdout.isTTY ? stdout.columns : undefined,
  });
  if (!(await rehearse(page))) process.exitCode = 1;
}

/** The rehearsal itself, with the people of an association file; whether everything happened as it should. */
export async function rehearse(page: Page, file: string = example): Promise<boolean> {
  const loaded = await loadAssociations(file);
  const association = loaded.ok ? loaded.associations[0] : undefined;
  if (!association) {
    page.wrong('förbundsfilen', loaded.ok ? 'Den är tom.' : JSON.stringify(loaded.faults));
    return false;
  }
  const folder = await mkdtemp(join(tmpdir(), 'samrad-repetition-'));
  const teams = await startConnector();
  const bot = startBot(folder, file);
  // Also when the rehearsal is interrupted, nothing stays behind.
  const sweep = () => {
    bot.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', sweep);
  const step = { name: 'boten startar' };
  try {
    const port = await bot.port;
    teams.connect(`http://127.0.0.1:${port}/api/messages`);
    const kept = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    const story = play({ association, teams, page, step, opening, kept, log: bot.log });
    await Promise.race([story, late(longest)]);
    return true;
  } catch (error) {
    const faults = bot
      .log()
      .split('\n')
      .filter((line) => /"event":"(fault|unhandled)"/.test(line));
    const problem = error instanceof Error ? error.message : String(error);
    page.wrong(step.name, [problem, ...faults.slice(-3), bot.complaints()].filter(Boolean).join('\n'));
    return false;
  } finally {
    await bot.stop();
    await teams.stop();
    process.off('exit', sweep);
    sweep();
  }
}

async function late(ms: number): Promise<never> {
  await pause(ms, undefined, { ref: false });
  throw new Error(`Det tog mer än ${ms / 1000} sekunder.`);
}

/** The bot as `npm run serve` starts it, in a process of its own, with a store that goes when it goes. */
function startBot(folder: string, associations: string) {
  const child = spawn(process.execPath, [join(source, 'start.mjs'), 'serve'], {
    env: {
      ...process.env,
      SAMRAD_MODE: 'local',
      SAMRAD_NOW: opening,
      PORT: '0',
      PUBLIC_URL: '',
      DATABASE_URL: `sqlite:${join(folder, 'samrad.db')}`,
      ASSOCIATIONS: associations,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').catch(() => {});
  const lines: string[] = [];
  let complaints = '';
  child.stderr.on('data', (part: Buffer) => {
    complaints += part.toString();
  });
  const port = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.includes('"event":"listening"')) resolve((JSON.parse(line) as { port: number }).port);
    });
    child.once('close', () => reject(new Error('Boten slutade innan den kunde svara.')));
    child.once('error', reject);
  });
  // Whoever waits for the port hears of it; the others need not.
  port.catch(() => {});
  return {
    port,
    log: () => lines.join('\n'),
    complaints: () => complaints,
    kill: () => child.kill('SIGKILL'),
    stop: async () => {
      child.kill('SIGTERM');
      if ((await Promise.race([ended, pause(5_000, 'late', { ref: false })])) === 'late')
        child.kill('SIGKILL');
      await ended;
    },
  };
}
