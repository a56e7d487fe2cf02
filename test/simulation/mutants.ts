import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Mutant, mutants } from './mutantList.ts';

/** What a broken program was found out by; undefined when by nothing. */
export type Verdict = { name: string; by: string | undefined };

const root = resolve(import.meta.dirname, '..', '..');
const PATIENCE_MS = 30 * 60_000;

/**
 * Breaks the program in one place, in a copy of the tree, and looks whether the simulation (`seeds` worlds), or the race
 * tests named for it, find out. A mutant that is no program is a fault: nothing is proved by its failing.
 */
export async function tryMutant(mutant: Mutant, seeds: number): Promise<Verdict> {
  const copy = mkdtempSync(join(tmpdir(), 'samrad-mutants-'));
  try {
    for (const part of ['src', 'test', 'env', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    breakIn(copy, mutant);
    return { name: mutant.name, by: await foundBy(copy, mutant, seeds) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function breakIn(copy: string, { name, edits }: Mutant): void {
  for (const [file, from, to] of edits) {
    const path = join(copy, 'src', file);
    const times = timesIn(path, from);
    if (times !== 1) throw new Error(`${name}: its text stands ${times} times in ${file}`);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(from, () => to),
    );
  }
}

const timesIn = (path: string, text: string): number => readFileSync(path, 'utf8').split(text).length - 1;

/** The mutants that name a place the program does not have exactly once (any more). */
export const misplaced = (): string[] =>
  mutants.flatMap(({ name, edits }) =>
    edits
      .filter(([file, from]) => timesIn(join(root, 'src', file), from) !== 1)
      .map(([file]) => `${name}: ${file}`),
  );

async function foundBy(copy: string, { races = [] }: Mutant, seeds: number): Promise<string | undefined> {
  const found = await run(copy, 'test/simulation/seeds.ts', '1', String(seeds), '--first');
  // What cannot be read or put together has found out nothing.
  if (/SyntaxError|ERR_(MODULE_NOT_FOUND|INVALID_TYPESCRIPT)|ReferenceError/.test(found.err))
    throw new Error(`The mutant is no program: ${found.err.slice(0, 300)}`);
  // A world that never ends is found out by the number of its steps; this is only a machine that is too slow.
  if (found.code === null) throw new Error(`Not done in ${PATIENCE_MS / 60_000} minutes.`);
  if (found.code !== 0)
    return /^seed .*/m.exec(found.out)?.[0] ?? /^\w*Error.*/m.exec(found.err)?.[0] ?? 'no end';
  for (const test of races)
    if (
      (await run(copy, 'node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', test))
        .code !== 0
    )
      return test;
  return undefined;
}

async function run(
  cwd: string,
  ...words: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, words, { cwd, timeout: PATIENCE_MS });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

if (import.meta.main) {
  const [seeds = '150', ...only] = process.argv.slice(2);
  const chosen = mutants.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
  let caught = 0;
  for (const mutant of chosen) {
    const { name, by } = await tryMutant(mutant, Number(seeds));
    if (by !== undefined) caught += 1;
    process.stdout.write(
      `${by === undefined ? 'NOT CAUGHT' : 'caught    '}  ${name.padEnd(46)} ${(by ?? '').slice(0, 110)}\n`,
    );
  }
  const share = caught / chosen.length;
  process.stdout.write(`${caught} of ${chosen.length} caught (${(share * 100).toFixed(0)} %)\n`);
  process.exitCode = share >= 0.95 ? 0 : 1;
}
