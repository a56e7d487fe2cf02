import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../src/operate/backup.ts';
import { move } from '../../src/operate/move.ts';
import { restore } from '../../src/operate/restore.ts';
import { openStore } from '../../src/store/database.ts';
import { secretOf } from '../../src/store/secret.ts';
import { withSnapshot } from '../../src/store/snapshot.ts';
import { draft, oneEach, orUnanswered, press, story } from '../soak/deeds.ts';
import { faultsIn } from '../soak/whole.ts';
import { aDatabase } from '../support/postgres.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';

const root = resolve(import.meta.dirname, '..', '..');
const now = '2026-09-07T09:00';
const keepDays = 30;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const sqliteAt = (folder: string, name = 'a.db'): string => `sqlite:${join(folder, name)}`;

/** Starts the program's own command and gives back what came of it. */
function command(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/start.mjs', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })));
}

/** Six consultations at once, step by step, until told to stop. */
function writing(bot: RunningBot): { stop(): Promise<number> } {
  const people = bot.cast();
  let running = true;
  let steps = 0;
  const lane = async () => {
    while (running) {
      const made = await orUnanswered(draft(people['cw-maria']!));
      for (const { verb, by, data } of story) {
        if (!running || !made || !('reference' in made)) break;
        await orUnanswered(press(people[by]!, verb, { ref: made.reference, ...data }));
        steps += 1;
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: 6 }, lane));
  return {
    stop: async () => {
      running = false;
      await lanes;
      return steps;
    },
  };
}

const changesOf = (url: string): Promise<number> =>
  withSnapshot(url, async ({ db }) =>
    Number(
      (
        await db
          .selectFrom('records')
          .select(({ fn }) => fn.countAll().as('rows'))
          .executeTakeFirstOrThrow()
      ).rows,
    ),
  );

/** Everything the database keeps, as text to compare. */
const everything = (url: string): Promise<string[]> =>
  withSnapshot(url, async ({ db, rows }) => {
    const kept: string[] = [];
    for (const table of ['consultations', 'records', 'outbox', 'actors', 'legs', 'heads', 'timers'] as const)
      for await (const row of rows(table)) kept.push(`${table} ${JSON.stringify(row)}`);
    expect(db).toBeDefined();
    return kept.sort();
  });

describe.each(['sqlite', 'postgres'] as const)(
  'a backup of %s, beside a bot that is being used',
  (engine) => {
    it('is whole and of one moment each time, and is restored to either engine', async () => {
      const folder = aFolder();
      const databaseUrl = engine === 'postgres' ? await aDatabase() : undefined;
      const bot = await startBot({ associations: [oneEach()], now, ...(databaseUrl ? { databaseUrl } : {}) });
      onTestFinished(() => bot.stop());
      const url = databaseUrl ?? `sqlite:${bot.database}`;
      const work = writing(bot);
      await expect.poll(() => changesOf(url), { timeout: 15_000 }).toBeGreaterThan(20);
      const key = randomBytes(32);
      const made = [];
      for (let n = 0; n < 3; n += 1) {
        const settings = { url, directory: join(folder, 'out'), key: n === 0 ? undefined : key, keepDays };
        made.push(await backUp({ ...settings, now: new Date() }));
        const soFar = made.at(-1)!.manifest.rows.records!;
        await expect.poll(() => changesOf(url), { timeout: 15_000 }).toBeGreaterThan(soFar);
      }
      const steps = await work.stop();
      expect(steps).toBeGreaterThan(0);
      const targets = [sqliteAt(folder, 'one.db'), sqliteAt(folder, 'two.db'), await aDatabase()];
      for (const [n, { path, manifest }] of made.entries()) {
        const about = await restore(path, targets[n]!, key);
        expect(about).toEqual(manifest);
        // Every document at the version of its last change, every row of the log in its chain, no orphan.
        expect(await faultsIn(targets[n]!)).toEqual([]);
        const reopened = await openStore(targets[n]!);
        await reopened.close();
      }
      // Of moments that lie apart, with work in between.
      const counts = made.map(({ manifest }) => manifest.rows.records!);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(new Set(counts).size).toBe(3);
      // With nobody at work, what is restored is what was there, to the letter.
      await bot.kill('SIGTERM');
      const last = await backUp({ url, directory: join(folder, 'out'), key, keepDays, now: new Date() });
      await restore(last.path, sqliteAt(folder, 'last.db'), key);
      expect(await everything(sqliteAt(folder, 'last.db'))).toEqual(await everything(url));
    }, 120_000);
  },
);

async function aBackup(folder: string, key?: Buffer): Promise<string> {
  const store = await openStore(sqliteAt(folder, 'source.db'));
  await store.db.insertInto('settings').values({ name: 'one', value: 'ett värde' }).execute();
  await store.close();
  const settings = { url: sqliteAt(folder, 'source.db'), directory: join(folder, 'out'), key, keepDays };
  return (await backUp({ ...settings, now: new Date() })).path;
}

describe('the secret behind the links', () => {
  const named = async (url: string) => {
    const store = await openStore(url);
    const rows = await store.db.selectFrom('settings').selectAll().orderBy('name').execute();
    await store.close();
    return rows;
  };

  it('is in no backup and is made anew after a restore; all other settings are as they were', async () => {
    const folder = aFolder();
    const store = await openStore(sqliteAt(folder, 'source.db'));
    const secret = await secretOf(store, randomBytes);
    await store.close();
    const path = await aBackup(folder);
    expect(gunzipSync(readFileSync(path)).toString()).not.toContain(
      Buffer.from(secret).toString('base64url'),
    );
    for (const url of [sqliteAt(folder), await aDatabase()]) {
      await restore(path, url, undefined);
      expect(await named(url)).toEqual([{ name: 'one', value: 'ett värde' }]);
      const restored = await openStore(url);
      const fresh = await secretOf(restored, randomBytes);
      expect([fresh.length, Buffer.from(fresh).equals(secret)]).toEqual([32, false]);
      await restored.close();
    }
  });

  it('goes along in a move: the installation goes on', async () => {
    const folder = aFolder();
    const store = await openStore(sqliteAt(folder));
    const secret = await secretOf(store, randomBytes);
    await store.close();
    const to = await aDatabase();
    await move(sqliteAt(folder), to);
    const moved = await openStore(to);
    expect(await secretOf(moved, randomBytes)).toEqual(secret);
    await moved.close();
  });
});

describe('a restore', () => {
  it('drills by command and leaves nothing', async () => {
    const folder = aFolder();
    const path = await aBackup(folder);
    const were = readdirSync(folder).sort();
    const place = aFolder();
    const { code, out, err } = await command(['restore', '--drill', path], { TMPDIR: place });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ whole: true, drilled: { rows: { settings: 1 } } });
    expect(readdirSync(place)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(were);
  });

  it('refuses a file with any byte altered, cut short or lengthened', async () => {
    const folder = aFolder();
    const key = randomBytes(32);
    const path = await aBackup(folder, key);
    const whole = readFileSync(path);
    const altered = [0, 9, 25, whole.length >> 1, whole.length - 1].map((place) => {
      const copy = Buffer.from(whole);
      copy[place]! ^= 1;
      return copy;
    });
    for (const bytes of [...altered, whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('x')])]) {
      writeFileSync(path, bytes);
      await expect(restore(path, sqliteAt(folder), key)).rejects.toThrow(/is damaged/);
      // A manifest that was made to fit does not help: the cipher knows its text.
      const manifest = readFileSync(path.replace('.backup', '.json'), 'utf8');
      const { createHash } = await import('node:crypto');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const fitted = { ...(JSON.parse(manifest) as object), sha256, bytes: bytes.length };
      writeFileSync(path.replace('.backup', '.json'), JSON.stringify(fitted));
      await expect(restore(path, sqliteAt(folder), key)).rejects.toThrow();
      writeFileSync(path.replace('.backup', '.json'), manifest);
    }
    writeFileSync(path, whole);
    await restore(path, sqliteAt(folder), key);
  });

  it('says so when the key is another, is missing or is none', async () => {
    const folder = aFolder();
    const path = await aBackup(folder, randomBytes(32));
    await expect(restore(path, sqliteAt(folder), randomBytes(32))).rejects.toThrow(/another BACKUP_KEY/);
    await expect(restore(path, sqliteAt(folder), undefined)).rejects.toThrow(/set BACKUP_KEY/);
    const { code, err } = await command(['restore', '--drill', path], { BACKUP_KEY: 'short' });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('32 bytes in base64') });
    expect(readFileSync(path).includes('settings')).toBe(false);
  });

  it('refuses a database that is not empty, or that a bot runs on, and leaves both as they were', async () => {
    const folder = aFolder();
    const path = await aBackup(folder);
    const source = sqliteAt(folder, 'source.db');
    const before = await everything(source);
    await expect(restore(path, source, undefined)).rejects.toThrow(/not empty: settings/);
    const store = await openStore(source);
    await expect(restore(path, source, undefined)).rejects.toThrow(/in use by another process/);
    await store.close();
    expect(await everything(source)).toEqual(before);
    const postgres = await aDatabase();
    const running = await openStore(postgres);
    await running.db.selectFrom('settings').selectAll().execute();
    await expect(restore(path, postgres, undefined)).rejects.toThrow(/stop the bot/);
    await running.close();
    await restore(path, postgres, undefined);
    await expect(restore(path, postgres, undefined)).rejects.toThrow(/not empty/);
  });
});

describe('a backup', () => {
  it('is not made of a database whose log has been altered, and what there was is kept', async () => {
    const folder = aFolder();
    const old = await aBackup(folder);
    const store = await openStore(sqliteAt(folder, 'source.db'));
    await store.db.updateTable('heads').set({ chain: 'altered' }).execute();
    await store.close();
    const { code, err } = await command(['backup', join(folder, 'out')], {
      DATABASE_URL: sqliteAt(folder, 'source.db'),
    });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('records 0: head') });
    expect(readdirSync(join(folder, 'out'))).toEqual([
      old.slice(old.lastIndexOf('/') + 1),
      old.slice(old.lastIndexOf('/') + 1).replace('.backup', '.json'),
    ]);
  });

  it('killed at any moment leaves nothing that looks like one', async () => {
    const folder = aFolder();
    const url = sqliteAt(folder, 'source.db');
    const store = await openStore(url);
    const value = randomBytes(3000).toString('base64');
    for (let n = 0; n < 40; n += 1)
      await store.db
        .insertInto('settings')
        .values(Array.from({ length: 100 }, (_, m) => ({ name: `${n}-${m}`, value })))
        .execute();
    await store.close();
    const out = join(folder, 'out');
    let partial = 0;
    let finished = 0;
    for (let round = 0; round < 8; round += 1) {
      const child = spawn(process.execPath, ['src/start.mjs', 'backup', out], {
        cwd: root,
        env: { PATH: process.env.PATH, DATABASE_URL: url },
        stdio: 'ignore',
      });
      const gone = new Promise((done) => child.once('close', done));
      const seen = () => {
        try {
          return readdirSync(out).some((name) => name.endsWith('.partial'));
        } catch {
          return false;
        }
      };
      // The first ones as soon as something stands there, the later ones ever later.
      while (!seen() && child.exitCode === null) await new Promise((next) => setTimeout(next, 2));
      await new Promise((next) => setTimeout(next, round * 25));
      child.kill('SIGKILL');
      await gone;
      const names = readdirSync(out);
      const files = names.filter((name) => name.endsWith('.backup'));
      if (names.some((name) => name.endsWith('.partial'))) partial += 1;
      for (const name of files) {
        if (!names.includes(name.replace('.backup', '.json'))) {
          await expect(restore(join(out, name), 'sqlite::memory:', undefined)).rejects.toThrow(
            /never finished/,
          );
          continue;
        }
        await restore(join(out, name), 'sqlite::memory:', undefined);
        finished += 1;
      }
      for (const name of names) rmSync(join(out, name));
    }
    expect(partial).toBeGreaterThan(0);
    expect(partial + finished).toBeLessThanOrEqual(16);
  }, 60_000);

  it('takes the place of those that are too old, and of nothing else', async () => {
    const folder = aFolder();
    const directory = join(folder, 'out');
    const day = 24 * 60 * 60 * 1000;
    const start = Date.parse('2026-09-01T03:00:00Z');
    await (await openStore(sqliteAt(folder))).close();
    const at = (days: number) =>
      backUp({
        url: sqliteAt(folder),
        directory,
        key: undefined,
        keepDays: 30,
        now: new Date(start + days * day),
      });
    await at(0);
    writeFileSync(join(directory, 'notes.txt'), 'mine');
    writeFileSync(join(directory, 'samrad-old.backup'), 'mine');
    writeFileSync(join(directory, 'samrad-20260901T040000000Z.backup.partial'), 'killed');
    utimesSync(join(directory, 'notes.txt'), 1, 1);
    for (const days of [10, 30]) await at(days);
    expect(readdirSync(directory).filter((name) => name.endsWith('Z.backup'))).toHaveLength(3);
    const { deleted } = await at(31);
    expect(deleted).toEqual(['samrad-20260901T030000000Z.backup', 'samrad-20260901T030000000Z.json']);
    expect(readdirSync(directory).filter((name) => !/Z\.(backup|json)$/.test(name))).toEqual([
      'notes.txt',
      'samrad-old.backup',
    ]);
  });
});
