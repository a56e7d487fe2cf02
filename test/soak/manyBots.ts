import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { startPostgres } from '../support/startPostgres.ts';

/** Asks the database itself, beside the bots on it. */
export type Reading = (sql: string) => Promise<Record<string, unknown>[]>;

/** One more connection to a PostgreSQL database, to look at what the bots have kept. */
export async function readingOf(url: string): Promise<{ read: Reading; stop(): Promise<void> }> {
  const reader = new Client({ connectionString: url });
  await reader.connect();
  return {
    read: async (sql) => (await reader.query<Record<string, unknown>>(sql)).rows,
    stop: () => reader.end(),
  };
}

/** A PostgreSQL server of one's own, and on it a new empty database for each `run`, as long as there is `more` to do. */
export async function onNewPostgres(more: () => boolean, run: (url: string) => Promise<void>): Promise<void> {
  const server = await startPostgres();
  if (!('url' in server.found)) throw new Error(`no PostgreSQL: ${server.found.missing}`);
  try {
    while (more()) await onNewDatabase(server.found.url, run);
  } finally {
    await server.stop();
  }
}

async function onNewDatabase(server: string, run: (url: string) => Promise<void>): Promise<void> {
  const name = `samrad_soak_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    await run(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}
