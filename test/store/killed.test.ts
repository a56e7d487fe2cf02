import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findById, list } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { historyOf } from '../../src/store/history.ts';
import { aFile } from './files.ts';

const writer = fileURLToPath(new URL('./killedWriter.ts', import.meta.url));

type Running = {
  process: ChildProcess;
  said: () => string;
  /** Waits until enough has been said; a fault when the process ends before. */
  until: (enough: (said: string) => boolean) => Promise<void>;
};

function start(url: string): Running {
  const child = spawn(process.execPath, [writer, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  let wrong = '';
  let ended = false;
  let look = () => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    wrong += text;
  });
  child.on('close', () => {
    ended = true;
    look();
  });
  const until = (enough: (said: string) => boolean) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (enough(said)) resolve();
        else if (ended) reject(new Error(`The writer ended: ${wrong}`));
      };
      look();
    });
  return { process: child, said: () => said, until };
}

async function kill({ process: child }: Running): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** The latest acknowledged version of each consultation; a line cut short by the kill was not acknowledged. */
function acknowledged(said: string): Map<string, number> {
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return new Map(
    [...whole.matchAll(/^(c-\d) (\d+)$/gm)].map(([, id, version]) => [id ?? '', Number(version)]),
  );
}

async function expectWhole(store: Store, acks: Map<string, number>): Promise<void> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db);
  expect(rows).toEqual([{ integrity_check: 'ok' }]);
  for (const [id, version] of acks)
    expect((await findById(store, id))?.version).toBeGreaterThanOrEqual(version);
  for (const { id, version } of await list(store, 'klaralvdalen', {})) {
    const each = Array.from({ length: version }, (_, before) => before + 1);
    expect((await historyOf(store, id)).map((row) => [row.seq, row.version])).toEqual(
      each.map((number) => [number, number]),
    );
    const notices = await store.db
      .selectFrom('outbox')
      .select('key')
      .where('recipient', '=', `klaralvdalen/${id}`)
      .orderBy('sequence')
      .execute();
    expect(notices.map(({ key }) => key)).toEqual(each.map((number) => `${id}:${number}`));
    const timers = await store.db.selectFrom('timers').select('key').where('consultation', '=', id).execute();
    expect(timers).toEqual([{ key: String(version) }]);
  }
}

describe('a process that is killed', () => {
  it('has lost nothing it acknowledged, and kept nothing by halves, twenty times over', {
    timeout: 120_000,
  }, async () => {
    const url = `sqlite:${aFile()}`;
    const acks = new Map<string, number>();
    for (let round = 0; round < 20; round += 1) {
      const running = start(url);
      // The first kill may come while the schema is being made; later ones after ever more acknowledged changes.
      await running.until((said) => round === 0 || said.split('\n').length > 1 + round * 3);
      await kill(running);
      for (const [id, version] of acknowledged(running.said())) acks.set(id, version);
      const store = await openStore(url);
      await expectWhole(store, acks);
      await store.close();
    }
    expect([...acks.values()].reduce((sum, version) => sum + version, 0)).toBeGreaterThan(400);
  });
});

describe('a second process on the same file', () => {
  it('refuses to start while the first one lives, and starts when it is gone', {
    timeout: 30_000,
  }, async () => {
    const url = `sqlite:${aFile()}`;
    const first = start(url);
    await first.until((said) => said.includes('open\n'));
    await expect(openStore(url)).rejects.toThrow(/in use by another process/);
    const second = start(url);
    await expect(second.until(() => false)).rejects.toThrow(/in use by another process/);
    expect(second.process.exitCode).not.toBe(0);
    await kill(first);
    const store = await openStore(url);
    await store.close();
  });
});
