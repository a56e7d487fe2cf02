import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { asked } from '../support/postgres.ts';

const writer = fileURLToPath(new URL('./killedWriter.ts', import.meta.url));

/** A process that opens a store and writes, with all it has said. */
export type Running = {
  process: ChildProcess;
  said: () => string;
  /** Waits until enough has been said; a fault when the process ends before. */
  until: (enough: (said: string) => boolean) => Promise<void>;
};

/** Starts the writer on a database; killed when the test ends at the latest. */
export function start(url: string): Running {
  const child = spawn(process.execPath, [writer, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  let wrong = '';
  let ended = false;
  let look = () => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    wrong += text;
  });
  child.on('close', () => {
    ended = true;
    look();
  });
  const until = (enough: (said: string) => boolean) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (enough(said)) resolve();
        else if (ended) reject(new Error(`The writer ended: ${wrong}`));
      };
      look();
    });
  return { process: child, said: () => said, until };
}

/** Kills it outright and waits until it is gone. */
export async function kill({ process: child }: Running): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** A PostgreSQL server goes on with what a killed process had asked for, and ends that by itself. */
export async function settled(url: string): Promise<void> {
  if (url.startsWith('sqlite:')) return;
  const others = async () =>
    await asked(
      url,
      `select pid from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
  await expect.poll(others, { timeout: 20_000 }).toEqual([]);
}
