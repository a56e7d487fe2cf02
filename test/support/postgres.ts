import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject, onTestFinished, TestRunner } from 'vitest';
import { expectFound, type Found, startPostgres } from './startPostgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Found;
  }
}

const shared = inject('postgres') as Found | undefined;
let own: { found: Found; stop(): Promise<void> } | undefined;

// A test file run without the run's setup starts a server for itself.
if (shared === undefined) {
  beforeAll(async () => {
    own = await startPostgres();
    expectFound(own.found);
  }, 60_000);
  afterAll(() => own?.stop());
}

/** A fresh, empty database, for as long as its maker wants it; skips the test where there is no PostgreSQL. */
export async function makeDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = shared ?? own?.found;
  if (server === undefined || 'missing' in server)
    return TestRunner.getCurrentTest()!.context.skip('no PostgreSQL');
  const name = `samrad_test_${randomBytes(8).toString('hex')}`;
  await asked(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await asked(server.url, `drop database if exists ${name} with (force)`);
    },
  };
}

/** The URL of a fresh, empty database, dropped when the test ends; skips the test where there is no PostgreSQL. */
export async function aDatabase(): Promise<string> {
  const { url, drop } = await makeDatabase();
  onTestFinished(drop);
  return url;
}

/** Says one thing to a database, past the program, on a connection of its own; returns the rows. */
export async function asked(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
