import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { move } from '../../src/operate/move.ts';
import { list } from '../../src/store/consultationList.ts';
import { change, create } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { recordsOf } from '../../src/store/records.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { aFullConsultation, monday, nothing, step, written } from '../store/builders.ts';
import { aUrl, say } from '../store/files.ts';
import { settled } from '../store/killing.ts';
import { aDatabase, asked } from '../support/postgres.ts';

async function filled(count: number): Promise<string> {
  const url = await aUrl('sqlite');
  const store = await openStore(url);
  for (let number = 1; number <= count; number += 1) {
    const id = `c-${number}`;
    const full = { ...aFullConsultation(), id, reference: id, owner: `Åsa-${number}` };
    const of = (consultation: typeof full) =>
      ok(
        written(consultation, {
          notices: [{ key: `${id}:${consultation.version}`, to: 'a/b', kind: 'asked', payload: { id } }],
          timers: [{ kind: 'reminder', key: 'a', dueAt: monday.toISOString() }],
        }),
      );
    await create(store, nothing, () => of(full), monday);
    await change(store, id, nothing, (current) => of({ ...full, ...step(current) }), monday);
  }
  await store.close();
  return url;
}

const inside = async <T>(url: string, look: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(url);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
};

const everything = (url: string) =>
  inside(url, async (store) => ({
    consultations: await list(store, 'klaralvdalen', {}),
    records: await recordsOf(store, 'c-7'),
    sound: await verifyRecords(store.db),
    outbox: await store.db.selectFrom('outbox').selectAll().orderBy('sequence').execute(),
    timers: await store.db.selectFrom('timers').selectAll().orderBy('consultation').execute(),
  }));

describe('moving from SQLite to PostgreSQL', () => {
  it('takes everything along, row for row, and the new one carries on', { timeout: 60_000 }, async () => {
    const from = await filled(300);
    const to = await aDatabase();
    const moved = await move(from, to);
    expect(moved).toMatchObject({ consultations: 300, records: 600, outbox: 600, timers: 300 });
    const kept = await everything(to);
    expect(kept).toEqual(await everything(from));
    expect(kept.sound).toMatchObject({ rows: 600, faults: [] });
    await inside(to, async (store) => {
      const next = await change(store, 'c-7', nothing, (current) => ok(written(step(current))), monday);
      expect(next.ok).toBe(true);
      expect((await verifyRecords(store.db)).faults).toEqual([]);
    });
  });

  it('refuses a target that is not empty, and leaves it as it was', async () => {
    const from = await filled(2);
    const to = await aDatabase();
    await move(from, to);
    await expect(move(from, to)).rejects.toThrow(/not empty/);
    expect(await asked(to, 'select count(*)::int as n from consultations')).toEqual([{ n: 2 }]);
  });

  it('refuses a file that a bot has open', async () => {
    const from = await filled(1);
    const to = await aDatabase();
    await inside(from, async () => {
      await expect(move(from, to)).rejects.toThrow(/in use by another process/);
    });
    expect(await asked(to, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it('refuses a target that a bot runs on', async () => {
    const from = await filled(1);
    const to = await aDatabase();
    await inside(to, async () => {
      await expect(move(from, to)).rejects.toThrow(/stop the bot/);
    });
  });

  it.each([
    ['sqlite:/nowhere/at/all.db', 'postgres://x/y', /file there is/],
    ['postgres://x/y', 'postgres://x/y', /file there is/],
  ])('refuses %s to %s', async (from, to, words) => {
    await expect(move(from, to)).rejects.toThrow(words);
  });

  it('keeps nothing when a row cannot be kept as it is', async () => {
    const from = await filled(3);
    const to = await aDatabase();
    // PostgreSQL has no text with a zero byte.
    await say(from, "update consultations set owner = 'a' || char(0) || 'b' where id = 'c-3'");
    await expect(move(from, to)).rejects.toThrow();
    expect(await asked(to, 'select 1 from consultations')).toEqual([]);
  });

  it('killed halfway leaves the target empty, and can be done again', { timeout: 60_000 }, async () => {
    const from = await filled(40);
    const to = await aDatabase();
    await inside(to, async () => {});
    // Halfway it waits for whoever holds this lock.
    const holder = new Client({ connectionString: to });
    await holder.connect();
    onTestFinished(() => holder.end());
    await holder.query('select pg_advisory_lock(1)');
    await asked(
      to,
      `create function waits() returns trigger language plpgsql
         as 'begin perform pg_advisory_xact_lock(1); return null; end';
       create trigger waits after insert on records for each statement execute function waits()`,
    );
    const child = command(from, to);
    const waits = () =>
      asked(
        to,
        `select 1 from pg_locks join pg_database on pg_database.oid = database
         where datname = current_database() and locktype = 'advisory' and not granted`,
      );
    await expect.poll(waits, { timeout: 50_000 }).toHaveLength(1);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    await holder.end();
    await settled(to);
    expect(await asked(to, 'select 1 from consultations')).toEqual([]);
    const [code, said] = await ended(command(from, to));
    expect([code, said]).toEqual([0, expect.stringMatching(/consultations +40\n/)]);
    expect(said).not.toContain(new URL(to).password);
  });

  it('says how it is used, and ends with code 1, without two databases', async () => {
    const [code, said] = await ended(command());
    expect([code, said]).toEqual([1, expect.stringContaining('npm run move --')]);
  });
});

function command(...args: string[]): ChildProcess {
  const start = resolve(import.meta.dirname, '../../src/start.mjs');
  const child = spawn(process.execPath, [start, 'move', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function ended(child: ChildProcess): Promise<[number | null, string]> {
  let said = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = await once(child, 'close');
  return [code, said];
}
