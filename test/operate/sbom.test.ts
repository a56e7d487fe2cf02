import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

type Locked = { packages: Record<string, { version?: string; dev?: boolean }> };

it('lists every package that runs in production, at its version, without a network', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked;
  const printed = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true' },
    maxBuffer: 50_000_000,
  });
  const bill = JSON.parse(printed) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: unknown[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const wanted = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
  expect(wanted.length).toBeGreaterThan(200);
  expect(wanted.filter((one) => !listed.has(one))).toEqual([]);
  expect(bill.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  // Nothing that only builds or tests.
  for (const name of ['vitest', '@biomejs/biome', 'typescript', 'fast-check'])
    expect([...listed].filter((one) => one.startsWith(`${name}@`))).toEqual([]);
}, 60_000);
