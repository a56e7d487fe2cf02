import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const root = resolve(import.meta.dirname, '..');

/** What a terminal, npm or another program sets for itself. */
const notOurs = new Set(['PATH', 'HOME', 'TERM', 'NO_COLOR', 'NO_PROXY', 'no_proxy', 'npm_lifecycle_event']);

const texts = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Every variable that is read by name, whether from `process.env`, from the checked settings or as a port to start from. */
const namesIn = (text: string): string[] =>
  [
    ...text.matchAll(/\benv\.(\w+)/g),
    ...text.matchAll(/\benv\[['"](\w+)['"]\]/g),
    ...text.matchAll(/\bclaim\('(\w+)'/g),
    ...text.matchAll(/^ {2}([A-Z][A-Z_]+): (?:z\.|text\(|optional\()/gm),
  ]
    .map(([, name = '']) => name)
    .filter((name) => /^[A-Z][A-Z0-9_]+$|^no_proxy$|^npm_/.test(name) && !notOurs.has(name));

const described = readFileSync(join(root, 'env', '.env.local'), 'utf8');
const settings = [...described.matchAll(/^(# )?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, mark, name, value]) => ({
  name: name!,
  value: value!,
  isSet: mark === undefined,
}));

const read = [...new Set([...texts('src'), ...texts('test')].flatMap(namesIn))].sort();

describe('the file of settings', () => {
  it('names every variable the program and its tests read, and no other', () => {
    expect(read).toEqual(
      expect.arrayContaining([
        'BACKUP_KEY',
        'BOT_ID',
        'INDEX_PORT',
        'METRICS_TOKEN',
        'PORT',
        'TEST_DATABASE_URL',
      ]),
    );
    expect(settings.map(({ name }) => name).sort()).toEqual(read);
  });

  it('is itself a set of settings the program starts with', () => {
    const set = Object.fromEntries(
      settings.filter(({ isSet }) => isSet).map(({ name, value }) => [name, value]),
    );
    expect(readConfig(set)).toMatchObject({ ok: true, config: { mode: 'local', port: 3978 } });
  });
});
