import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Mutant, mutants } from './mutantList.ts';

/** What a broken program was found out by; undefined when by nothing. */
export type Verdict = { name: string; by: string | undefined };

const root = resolve(import.meta.dirname, '..', '..');
const PATIENCE_MS = 300_000;

/**
 * Breaks the program in one place after another, each time in a copy of the tree, and looks whether the simulation
 * (`seeds` worlds), or the race tests named for it, find out. `only` picks mutants by a part of their name.
 */
export function runMutants(
  { seeds = 60, only = [''] as readonly string[] },
  said: (verdict: Verdict) => void,
): Verdict[] {
  const copy = mkdtempSync(join(tmpdir(), 'samrad-mutants-'));
  try {
    for (const part of ['src', 'test', 'env', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    return mutants
      .filter(({ name }) => only.some((part) => name.includes(part)))
      .map((mutant) => {
        const verdict = { name: mutant.name, by: broken(copy, mutant, () => foundBy(copy, mutant, seeds)) };
        said(verdict);
        return verdict;
      });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function broken<T>(copy: string, { name, edits }: Mutant, look: () => T): T {
  const before = new Map<string, string>();
  for (const [file, from, to] of edits) {
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    if (!before.has(path)) before.set(path, text);
    const times = text.split(from).length - 1;
    if (times !== 1) throw new Error(`${name}: its text stands ${times} times in ${file}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  try {
    return look();
  } finally {
    for (const [path, text] of before) writeFileSync(path, text);
  }
}

function foundBy(copy: string, { races = [] }: Mutant, seeds: number): string | undefined {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8', timeout: PATIENCE_MS });
  const { status, stdout, stderr } = run('test/simulation/seeds.ts', '1', String(seeds), '--first');
  if (stderr.includes('SyntaxError')) throw new Error(`The mutant is no program: ${stderr.slice(0, 300)}`);
  if (status !== 0) return /^seed .*/m.exec(stdout)?.[0] ?? /^\w*Error.*/m.exec(stderr)?.[0] ?? 'no end';
  for (const test of races) if (run('node_modules/vitest/vitest.mjs', 'run', test).status !== 0) return test;
  return undefined;
}

if (import.meta.main) {
  const [seeds = '60', ...only] = process.argv.slice(2);
  const verdicts = runMutants(
    { seeds: Number(seeds), only: only.length > 0 ? only : [''] },
    ({ name, by }) => {
      process.stdout.write(
        `${by === undefined ? 'NOT CAUGHT' : 'caught    '}  ${name.padEnd(46)} ${(by ?? '').slice(0, 110)}\n`,
      );
    },
  );
  const caught = verdicts.filter(({ by }) => by !== undefined).length;
  process.stdout.write(
    `${caught} of ${verdicts.length} caught (${((caught / verdicts.length) * 100).toFixed(0)} %)\n`,
  );
  process.exitCode = caught / verdicts.length >= 0.95 ? 0 : 1;
}
