import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type Person, startFakeTeams } from './fakeTeams.ts';

const root = resolve(import.meta.dirname, '..', '..');
const appId = '3f0c1c4e-0000-4000-8000-00000000b0b0';

/** An association file as it stands on disk, as far as tests look at it. */
export type AssociationFile = {
  id: string;
  tenants: string[];
  acute: { text: string; phone: string };
  people: {
    id: string;
    name: string;
    role: string;
    agency: string;
    tenantId?: string;
    aadObjectId?: string;
    identities?: { tenantId: string; aadObjectId: string }[];
    [field: string]: unknown;
  }[];
  functions: { id: string; agency: string; people: string[]; [field: string]: unknown }[];
  [field: string]: unknown;
};

/** One of the example associations in `env`. */
export const example = (name: 'klaralvdalen' | 'skargarden'): AssociationFile =>
  JSON.parse(readFileSync(join(root, 'env', `${name}.json`), 'utf8')) as AssociationFile;

/** How a bot is started: the associations it serves, the mode, and where its clock stands. */
export type Start = {
  associations?: readonly AssociationFile[];
  /** `test`: production's door, with tokens from the fake's own issuer. */
  mode?: 'local' | 'test';
  /** SAMRAD_NOW; undefined leaves real time. */
  now?: string;
  /** Another database than a SQLite file of its own; what it holds is then asked of it, not with `rows`. */
  databaseUrl?: string;
  /** Other settings. */
  env?: Readonly<Record<string, string>>;
};

/** A bot running as a process of its own, on a database and a port of its own, with a Teams of its own around it. */
export type RunningBot = Awaited<ReturnType<typeof startBot>>;

/**
 * Starts `src/start.mjs serve` as a child and waits until `/healthz` answers. What it has printed stays readable after
 * its death. `stop` ends child, Teams and directory.
 */
export async function startBot({
  associations = [example('klaralvdalen')],
  mode = 'test',
  now,
  databaseUrl,
  env = {},
}: Start = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'samrad-journey-'));
  const database = join(directory, 'db', 'samrad.db');
  const files = join(directory, 'associations');
  mkdirSync(files);
  for (const one of associations) writeFileSync(join(files, `${one.id}.json`), JSON.stringify(one));
  const tenantId = associations[0]!.tenants[0]!;
  const teams = await startFakeTeams(mode === 'test' ? { appId, tenantId } : { tenantId });
  const printed = { out: '', err: '' };
  let child: ChildProcess | undefined;
  let port = 0;
  let gone: Promise<void> = Promise.resolve();

  /** One more process; what it prints is added to what the others print. */
  async function spawned(
    at: string | undefined,
    ownPort: number,
  ): Promise<{ child: ChildProcess; gone: Promise<void>; port: number }> {
    const started = spawn(process.execPath, ['src/start.mjs', 'serve'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        SAMRAD_MODE: mode,
        PORT: String(ownPort),
        DATABASE_URL: databaseUrl ?? `sqlite:${database}`,
        ASSOCIATIONS: files,
        BOT_SERVICE_HOSTS: teams.serviceHost,
        // Tests are faster than people, and their Teams has no limits unless the test is about them.
        RATE_PER_MINUTE: '100000',
        SEND_PACE: 'off',
        ...(at === undefined ? {} : { SAMRAD_NOW: at }),
        ...(mode === 'test'
          ? {
              BOT_ID: appId,
              BOT_PASSWORD: 'not-a-secret',
              BOT_TENANT_ID: tenantId,
              BOT_OPENID_METADATA: teams.openIdMetadata,
              BOT_TOKEN_URL: teams.tokenUrl,
            }
          : {}),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((resolveGone) => started.once('close', () => resolveGone()));
    started.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
    let said = '';
    const listening = new Promise<number>((resolvePort, reject) => {
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed.out += text;
        if (said.length < 10_000) said += text;
        const found = /"event":"listening","port":(\d+)/.exec(said);
        if (found) resolvePort(Number(found[1]));
      });
      started.once('close', (code) => reject(new Error(`the bot ended with ${code}: ${printed.err}`)));
    });
    return { child: started, gone: ended, port: await listening };
  }

  async function launch(at: string | undefined): Promise<void> {
    ({ child, gone, port } = await spawned(at, port));
    teams.connect(port);
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    if (!health.ok) throw new Error(`/healthz answers ${health.status}`);
  }

  await launch(now).catch(async (error: unknown) => {
    await teams.stop();
    rmSync(directory, { recursive: true, force: true });
    throw error;
  });

  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    child?.kill(signal);
    await gone;
  };
  const rows = (sql: string, ...values: unknown[]): Record<string, unknown>[] => {
    const reader = new Database(database, { readonly: true });
    try {
      return reader.prepare(sql).all(...values) as Record<string, unknown>[];
    } finally {
      reader.close();
    }
  };

  return {
    teams,
    get port() {
      return port;
    },
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    database,
    /** The process of the bot itself; undefined before the first start. */
    get pid() {
      return child?.pid;
    },
    /** One more bot on the same database, for as long as `kill` is not called; PostgreSQL only. */
    alongside: async () => {
      const other = await spawned(now, 0);
      return {
        port: other.port,
        pid: other.child.pid,
        kill: async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
          other.child.kill(signal);
          await other.gone;
        },
      };
    },
    /** All that the bot has printed, restarts included. */
    get stdout() {
      return printed.out;
    },
    get stderr() {
      return printed.err;
    },
    /** The lines of the log, read. */
    get log(): Record<string, unknown>[] {
      return printed.out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    kill,
    /** Starts it anew on the same database and port, at `at` if given. */
    restart: async (at: string | undefined = now): Promise<void> => {
      await kill('SIGTERM');
      await launch(at);
    },
    /** Starts it anew after a kill. */
    launch: (at: string | undefined = now) => launch(at),
    rows,
    /** Everything that was decided and everything that is to be told, to compare before and after. */
    decided: (): string[] =>
      [
        rows('select id, state, owner, version, doc from consultations order by id'),
        rows("select * from records where kind = 'change' order by position"),
        rows("select key, recipient, kind from outbox where kind <> 'fold' order by sequence"),
        rows('select * from timers order by consultation, kind, key'),
        rows('select * from bookings order by consultation, person_key, start_at'),
        rows('select * from legs order by consultation, agency'),
        rows('select reference from spent_references order by reference'),
      ].flatMap((table) => table.map((row) => JSON.stringify(row))),
    /** Waits until nothing is left to deliver; what backs off longer than `ms` is a fault. */
    drained: async (ms = 8000): Promise<void> => {
      for (const until = Date.now() + ms; ; ) {
        const waiting = rows("select key, attempts from outbox where state = 'pending'");
        if (waiting.length === 0) return;
        if (Date.now() > until) throw new Error(`not delivered in ${ms} ms: ${JSON.stringify(waiting)}`);
        await new Promise((next) => setTimeout(next, 20));
      }
    },
    /** The bytes of everything kept: the database and what has not been folded into it yet. */
    bytes: (): string =>
      [database, `${database}-wal`]
        .map((file) => {
          try {
            return readFileSync(file, 'latin1');
          } catch {
            return '';
          }
        })
        .join(''),
    /** The people of an association, seated in their chats with the bot, by id. */
    cast: (association: AssociationFile = associations[0]!): Record<string, Person> =>
      Object.fromEntries(
        association.people.map(({ id, name, tenantId: own, aadObjectId, identities }) => {
          const identity = identities?.[0] ?? { tenantId: own!, aadObjectId: aadObjectId! };
          return [id, teams.person({ name, ...identity })];
        }),
      ),
    stop: async (): Promise<void> => {
      await kill('SIGTERM');
      await teams.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
