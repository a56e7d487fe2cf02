import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/database.ts';

/** The path of a database file in a directory of its own, gone when the test ends. */
export function aFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'samrad-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'samrad.db');
}

/** A store on a real file, closed and gone when the test ends. */
export async function aStore(): Promise<Store> {
  const store = await openStore(`sqlite:${aFile()}`);
  onTestFinished(() => store.close());
  return store;
}
