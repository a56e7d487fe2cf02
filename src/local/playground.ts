import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Window } from './windows.ts';

/** A running Agents Playground. `stop` resolves when its process is gone. */
export type Playground = { window: Window; stop(): Promise<void>; kill(): void };

/** What starting one Playground needs; `folder` is its own and is created. */
export type PlaygroundSettings = {
  window: Window;
  configuration: string;
  folder: string;
  botUrl: string;
  ended: (window: Window) => void;
};

const patience = 60_000;
const grace = 3_000;

/**
 * Starts Microsoft's Agents Playground for one window with the Node that runs this program, bound to loopback
 * and ending with this process, and resolves when it listens on the window's port.
 * @throws when it ends or stays silent instead.
 */
export async function startPlayground(settings: PlaygroundSettings): Promise<Playground> {
  const { window, folder } = settings;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.m365agentsplayground.yml'), settings.configuration);
  const child = spawn(process.execPath, commandLine(settings), {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let stopping = false;
  const kill = () => {
    stopping = true;
    child.kill('SIGTERM');
  };
  const stop = async () => {
    kill();
    const late = setTimeout(() => child.kill('SIGKILL'), grace);
    await gone;
    clearTimeout(late);
  };
  try {
    await listening(child, window);
  } catch (fault) {
    kill();
    throw fault;
  }
  void gone.then(() => {
    if (!stopping) settings.ended(window);
  });
  return { window, stop, kill };
}

function commandLine({ window, botUrl }: PlaygroundSettings): string[] {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );
  const preload = new URL('./preload.ts', import.meta.url).href;
  const port = new URL(window.url).port;
  const options = ['-e', botUrl, '-c', 'msteams', '-p', port, '--su', window.serviceUrl, '--dt', 'true'];
  return ['--import', preload, cli, 'start', ...options];
}

function environment(): NodeJS.ProcessEnv {
  const loopback = ['127.0.0.1', 'localhost'];
  const others = (process.env.NO_PROXY ?? process.env.no_proxy ?? '')
    .split(',')
    .filter((host) => host !== '');
  const direct = [...others, ...loopback].join(',');
  return { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', NO_PROXY: direct, no_proxy: direct };
}

function listening(child: ChildProcess, window: Window): Promise<void> {
  const wanted = `Listening on ${new URL(window.url).port}`;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${window.name}: no answer in time`)), patience);
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('\n')) return;
      clearTimeout(late);
      if (said.includes(wanted)) resolve();
      else reject(new Error(`${window.name}: expected "${wanted}", heard "${said.trim()}"`));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`${window.name}: the Playground ended with ${code}`));
    });
  });
}

/** The repository's root, where `.data/` and `env/` are. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
