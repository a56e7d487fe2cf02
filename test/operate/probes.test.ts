import { expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import { type Probed, probes } from '../../src/operate/probes.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { claim, queue, settle } from '../../src/store/outbox.ts';
import { draft, oneEach, orUnanswered, press, story } from '../soak/deeds.ts';
import { faultsIn } from '../soak/whole.ts';
import { startBot } from '../support/runningBot.ts';

const minute = 60_000;
const monday = Date.parse('2026-09-07T07:00:00Z');

type Answer = { status: number; type: string; body: string };

/** The routes around a store of its own, with both clocks set by hand. */
async function probed(parts: Partial<Probed> = {}) {
  const store = await openStore('sqlite::memory:');
  onTestFinished(() => store.close());
  const metrics = createMetrics('1.2.3');
  onTestFinished(metrics.stop);
  const clocks = { now: new Date(monday), real: new Date('2026-11-20T10:00:00Z') };
  const routes = probes({
    store,
    metrics,
    mode: 'test',
    token: undefined,
    now: () => clocks.now,
    real: () => clocks.real,
    isStopping: () => false,
    ...parts,
  });
  const ask = (path: string, authorization?: string): Promise<Answer> =>
    routes.find((route) => route.path === path)!.respond({}, authorization);
  const pass = (ms: number) => {
    clocks.now = new Date(clocks.now.getTime() + ms);
    clocks.real = new Date(clocks.real.getTime() + ms);
  };
  return { store, metrics, clocks, ask, pass };
}

const queueOne = (store: Store, key: string, now: Date) =>
  queue(store, [{ key, to: 'klaralvdalen/fk-eva', kind: 'notify', payload: { consultation: 'c' } }], now);

it('counts how long a message has waited by the clock it was queued with', async () => {
  const { store, clocks, ask, pass } = await probed();
  await queueOne(store, 'a', clocks.now);
  // Real time is ten weeks away from the domain's; nothing has waited yet.
  const at = async () => JSON.parse((await ask('/readyz')).body) as Record<string, unknown>;
  expect(await at()).toEqual({ ok: true, store: true, waiting: 1, oldestMs: 0, overdue: false });
  pass(2 * minute);
  expect(await at()).toMatchObject({ ok: true, oldestMs: 2 * minute });
});

it('is not ready when what nothing holds back has stood for five minutes, and is when it is taken up', async () => {
  const { store, clocks, ask, pass } = await probed();
  await queueOne(store, 'a', clocks.now);
  await queueOne(store, 'behind', clocks.now);
  pass(5 * minute + 1);
  expect((await ask('/readyz')).status).toBe(503);
  const row = (await claim(store, { now: clocks.real.getTime(), leaseMs: 45_000, token: 't' }))!;
  expect((await ask('/readyz')).status).toBe(200);
  // Teams does not take it: it waits for its next attempt, and the other behind it; that is no fault of this process.
  const notBefore = clocks.real.getTime() + 60 * minute;
  await settle(store, row, 't', { is: 'later', notBefore });
  pass(30 * minute);
  expect((await ask('/readyz')).status).toBe(200);
  pass(36 * minute);
  expect((await ask('/readyz')).status).toBe(503);
});

it('is given five minutes to catch up after a start', async () => {
  const { store, clocks, ask, pass } = await probed();
  await queueOne(store, 'a', new Date(clocks.now.getTime() - 600 * minute));
  expect((await ask('/readyz')).status).toBe(200);
  pass(6 * minute);
  expect((await ask('/readyz')).status).toBe(503);
});

it('is not ready without its store, but alive, and says so in its metrics', async () => {
  const { store, ask } = await probed();
  expect((await ask('/metrics')).body).toContain('samrad_store_up 1');
  await store.close();
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: '{"ok":false,"store":false}' });
  expect((await ask('/healthz')).status).toBe(200);
  const { status, body } = await ask('/metrics');
  expect(status).toBe(200);
  expect(body).toContain('samrad_store_up 0');
  expect(body).not.toContain('samrad_outbox_rows{');
});

it('shows metrics to whoever carries the token, and in production to nobody else', async () => {
  const token = 'a-token-of-enough-characters';
  const closed = await probed({ mode: 'production' });
  for (const said of [undefined, '', 'Bearer ', 'Bearer undefined', `Bearer ${token}`])
    expect(await closed.ask('/metrics', said)).toMatchObject({ status: 404, body: '{"error":"not here"}' });
  for (const mode of ['production', 'test'] as const) {
    const { ask } = await probed({ mode, token });
    for (const said of [
      undefined,
      '',
      token,
      `bearer ${token}`,
      `Bearer ${token} `,
      `Bearer ${token.slice(1)}`,
    ])
      expect((await ask('/metrics', said)).status, `${said}`).toBe(404);
    expect((await ask('/metrics', `Bearer ${token}`)).status).toBe(200);
  }
  expect((await (await probed({ mode: 'test' })).ask('/metrics')).status).toBe(200);
});

it('has nothing but codes in its labels, and only so many', async () => {
  const { metrics, ask } = await probed();
  metrics.note({ event: 'turn', kind: 'message', status: 200, ms: 30 });
  metrics.note({ event: 'turn', kind: 'press', status: 200, ms: 3000 });
  metrics.note({ event: 'turned-away', code: 'no-token', status: 401 });
  metrics.note({ event: 'turned-away-unlogged', count: 41 });
  metrics.note({ event: 'fault', error: 'SqliteError' });
  metrics.note({ event: 'undelivered', outcome: 'Maria Öst', reference: 'K-7Q2MX-A' });
  metrics.note({ event: 'turned-away', code: 'K-7Q2MX-A"}\n' });
  for (let n = 0; n < 1000; n += 1) metrics.note({ event: `event-${n}` });
  const { body, type } = await ask('/metrics');
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).not.toMatch(/Maria|K-7Q2/);
  for (const line of [
    'samrad_activities_total{kind="message",status="200"} 1',
    'samrad_refusals_total{code="no-token"} 1',
    'samrad_refusals_total{code="unlogged"} 41',
    'samrad_refusals_total{code="other"} 1',
    'samrad_events_total{event="undelivered",outcome="other"} 1',
    'samrad_store_errors_total 1',
    'samrad_answer_seconds_bucket{le="0.05"} 1',
    'samrad_answer_seconds_bucket{le="5"} 2',
    'samrad_answer_seconds_count 2',
    'samrad_records_position 0',
    'samrad_build_info{version="1.2.3"} 1',
  ])
    expect(body.split('\n')).toContain(line);
  expect(body.split('\n').filter((line) => line.startsWith('samrad_events_total{'))).toHaveLength(201);
  // Every line is a comment or a sample as the format has it.
  for (const line of body.trimEnd().split('\n'))
    expect(line).toMatch(
      /^# (HELP|TYPE) [a-z_0-9]+ .+$|^[a-z_0-9]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? -?[0-9.e+-]+$/,
    );
});

it('says that it stops before its door closes, and loses nothing it has answered for, in the middle of work', async () => {
  const bot = await startBot({
    associations: [oneEach()],
    now: '2026-09-07T09:00',
    env: { DRAIN_SECONDS: '6' },
  });
  onTestFinished(() => bot.stop());
  const people = bot.cast();
  const answered = new Map<string, number>();
  let running = true;
  const lane = async () => {
    while (running) {
      const made = await orUnanswered(draft(people['cw-maria']!));
      if (!made) return;
      if (!('reference' in made)) throw new Error(made.answer);
      answered.set(made.reference, 1);
      for (const [place, { verb, by, data }] of story.entries()) {
        if (!running) return;
        const turn = await orUnanswered(press(people[by]!, verb, { ref: made.reference, ...data }));
        if (!turn) return;
        expect(turn.status).toBe(200);
        answered.set(made.reference, place + 2);
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: 6 }, lane));
  await expect.poll(() => answered.size, { timeout: 15_000 }).toBeGreaterThan(6);
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  const before = answered.size;
  const gone = bot.kill('SIGTERM');
  await expect.poll(async () => (await fetch(`${bot.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  await gone;
  running = false;
  await lanes;
  await expect(fetch(`${bot.url}/healthz`)).rejects.toThrow();
  // It went on working after it had said so.
  expect(answered.size).toBeGreaterThanOrEqual(before);
  const versions = new Map(
    bot.rows('select reference, version from consultations').map((row) => [row.reference, row.version]),
  );
  for (const [reference, version] of answered)
    expect(versions.get(reference)).toBeGreaterThanOrEqual(version);
  expect(await faultsIn(`sqlite:${bot.database}`)).toEqual([]);
  // What was being sent was finished: no row is held by a process that is gone.
  expect(bot.rows("select key from outbox where state = 'pending' and token is not null")).toEqual([]);
  expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
  expect(bot.stderr).toBe('');
}, 60_000);
