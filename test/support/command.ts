import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

/** What a command of the operator's printed, and how it ended. */
export type Ended = { code: number; out: string; err: string };

/** Runs `npm run <name> -- <args>` without npm, with nothing in its environment but these settings. */
export const command = (
  settings: Readonly<Record<string, string>>,
  name: string,
  ...args: readonly string[]
): Promise<Ended> =>
  new Promise((done) => {
    const env = { PATH: process.env.PATH, ...settings };
    const parts = [join(root, 'src', 'start.mjs'), name, ...args];
    execFile(process.execPath, parts, { cwd: root, env }, (fault, out, err) =>
      done({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err }),
    );
  });
