import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { enqueue, pendingCount } from '../../src/store/outbox.ts';
import { type Hold, startWorker } from '../../src/worker.ts';
import { monday } from './builders.ts';
import { aStore, aUrl } from './files.ts';

const program = fileURLToPath(new URL('./fencedWorker.ts', import.meta.url));
const LEASE_MS = 400;

const rows = (...keys: string[]) =>
  keys.map((key) => ({ key, to: `klaralvdalen/${key}`, kind: 'notify', payload: {} }));

/** A worker in a process of its own; `says` resolves when it has said so. */
function aWorker(url: string, stops = '', leaseMs = LEASE_MS) {
  const child: ChildProcess = spawn(process.execPath, [program, url, String(leaseMs), stops], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    const gone = once(child, 'close');
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await gone;
  });
  const said: string[] = [];
  const waiting = new Set<() => void>();
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    said.push(...text.split('\n').filter(Boolean));
    for (const look of waiting) look();
  });
  return {
    pid: String(child.pid),
    said,
    says: (what: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!said.includes(what)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => {
      child.stdin!.write('go on\n');
      child.kill('SIGCONT');
    },
  };
}

describe('an instance that freezes with a row in hand', () => {
  it('sends nothing when it thaws, if it had not begun to send', { timeout: 60_000 }, async () => {
    const url = await aUrl('postgres');
    const store = await openStore(url);
    onTestFinished(() => store.close());
    const frozen = aWorker(url, 'before');
    await frozen.says('open');
    await store.transact((trx) => enqueue(trx, rows('a', 'b', 'c'), monday.toISOString()));
    await frozen.says('at before');
    frozen.freeze();
    const other = aWorker(url);
    for (const key of ['a', 'b', 'c']) await other.says(`sent ${key}`);
    await expect.poll(() => pendingCount(store)).toBe(0);
    frozen.thaw();
    await frozen.says('lost a');
    expect(frozen.said.filter((line) => line.startsWith('sent'))).toEqual([]);
    expect(other.said.filter((line) => line.startsWith('sent')).sort()).toEqual([
      'sent a',
      'sent b',
      'sent c',
    ]);
    const by = await store.db.selectFrom('outbox').select('activity_id').distinct().execute();
    expect(by).toEqual([{ activity_id: other.pid }]);
  });

  it('settles nothing when it thaws, if it had sent', { timeout: 60_000 }, async () => {
    const url = await aUrl('postgres');
    const store = await openStore(url);
    onTestFinished(() => store.close());
    const frozen = aWorker(url, 'after');
    await frozen.says('open');
    await store.transact((trx) => enqueue(trx, rows('a'), monday.toISOString()));
    await frozen.says('at after');
    frozen.freeze();
    // Nobody can know whether what the frozen one sent has arrived: it must arrive, so it goes out again.
    const other = aWorker(url, 'after', 60_000);
    await other.says('sent a');
    frozen.thaw();
    await store.transact((trx) => enqueue(trx, rows('next'), monday.toISOString()));
    // The thawed one has tried to settle before it takes anything else.
    await frozen.says('sent next');
    const row = () =>
      store.db.selectFrom('outbox').selectAll().where('key', '=', 'a').executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({ state: 'pending', activity_id: null });
    other.thaw();
    await expect.poll(async () => (await row()).activity_id).toBe(other.pid);
  });

  it('is fenced off on SQLite too, where the lanes are of one process', async () => {
    const store = await aStore();
    let now = 0;
    let count = 0;
    const sent: string[] = [];
    const thaws: (() => void)[] = [];
    const worker = (name: string, freezes: boolean) =>
      startWorker({
        store,
        realNow: () => now,
        leaseMs: LEASE_MS,
        newId: () => `${name}-${count++}`,
        note: (error) => expect.fail(String(error)),
        after: (ms, run) => {
          const timer = setTimeout(run, Math.min(ms, 5));
          return () => clearTimeout(timer);
        },
        deliver: async (row, hold: Hold) => {
          if (freezes) await new Promise<void>((thaw) => thaws.push(thaw));
          if (!(await hold())) return { is: 'lost' };
          sent.push(`${name} ${row.key}`);
          return { is: 'sent', activityId: name };
        },
      });
    const slow = worker('slow', true);
    await store.transact((trx) => enqueue(trx, rows('a'), monday.toISOString()));
    slow.wake();
    await expect.poll(() => thaws.length).toBe(1);
    now = LEASE_MS;
    const quick = worker('quick', false);
    await expect.poll(() => pendingCount(store)).toBe(0);
    for (const thaw of thaws) thaw();
    await Promise.all([slow.stop(), quick.stop()]);
    expect(sent).toEqual(['quick a']);
    const { activity_id } = await store.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    expect(activity_id).toBe('quick');
  });

  it('keeps its row as long as it says so before each request, however slow they are', async () => {
    const store = await aStore();
    let now = 0;
    let count = 0;
    const taken: string[] = [];
    const worker = (name: string) =>
      startWorker({
        store,
        realNow: () => now,
        leaseMs: LEASE_MS,
        newId: () => `${name}-${count++}`,
        note: (error) => expect.fail(String(error)),
        after: (ms, run) => {
          const timer = setTimeout(run, Math.min(ms, 5));
          return () => clearTimeout(timer);
        },
        deliver: async (_row, hold) => {
          taken.push(name);
          for (let request = 0; request < 5; request += 1) {
            expect(await hold()).toBe(true);
            now += LEASE_MS - 1;
            // Time for everybody else to try.
            await new Promise((next) => setTimeout(next, 20));
          }
          return { is: 'sent', activityId: name };
        },
      });
    const workers = [worker('one'), worker('two')];
    await store.transact((trx) => enqueue(trx, rows('a'), monday.toISOString()));
    await expect.poll(() => pendingCount(store), { timeout: 5_000 }).toBe(0);
    await Promise.all(workers.map((one) => one.stop()));
    expect(taken).toHaveLength(1);
  });
});
