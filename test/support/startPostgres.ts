import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Where the tests' PostgreSQL is, as an administrator reaches it; or why there is none. */
export type Found = { url: string } | { missing: string };

const server = fileURLToPath(new URL('./postgresServer.ts', import.meta.url));

/** The PostgreSQL of TEST_DATABASE_URL, or one of one's own that lasts until `stop` or until this process ends. */
export async function startPostgres(): Promise<{ found: Found; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL ?? '';
  if (given !== '') return { found: { url: given }, stop: async () => {} };
  // A group of its own: it is to stop because it is let go of, never halfway because of a key pressed here.
  const child = spawn(process.execPath, [server], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const closed = once(child, 'close');
  let said = '';
  let wrong = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    wrong += text;
  });
  const found = await new Promise<Found>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.endsWith('\n')) resolve({ url: said.trim() });
    });
    child.on('error', ({ message }) => resolve({ missing: message }));
    child.on('close', () => resolve({ missing: wrong.trim() || 'it ended' }));
  });
  child.unref();
  return {
    found,
    stop: async () => {
      child.ref();
      child.stdin.end();
      await closed;
    },
  };
}

/** Says in print why tests are skipped, or fails where SAMRAD_POSTGRES=required. */
export function expectFound(found: Found): void {
  if ('url' in found) return;
  if (process.env.SAMRAD_POSTGRES === 'required')
    throw new Error(`PostgreSQL is required and cannot be started: ${found.missing}`);
  console.warn(`\n*** NO POSTGRESQL: every test that needs it is SKIPPED. ***\n${found.missing}\n`);
}
