import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { list } from '../../src/store/consultationList.ts';
import { findById } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { recordsOf } from '../../src/store/records.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { aFile, aUrl, engines } from './files.ts';
import { kill, settled, start } from './killing.ts';

/** The latest acknowledged version of each consultation; a line cut short by the kill was not acknowledged. */
function acknowledged(said: string): Map<string, number> {
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return new Map(
    [...whole.matchAll(/^(c-\d) (\d+)$/gm)].map(([, id, version]) => [id ?? '', Number(version)]),
  );
}

async function expectWhole(store: Store, acks: Map<string, number>): Promise<void> {
  if (store.engine === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db);
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
  }
  expect((await verifyRecords(store.db)).faults).toEqual([]);
  for (const [id, version] of acks)
    expect((await findById(store, id))?.version).toBeGreaterThanOrEqual(version);
  for (const { id, version } of await list(store, 'klaralvdalen', {})) {
    const each = Array.from({ length: version }, (_, before) => before + 1);
    expect((await recordsOf(store, id)).map((row) => [row.seq, row.version])).toEqual(
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

describe.each(engines)('a process that is killed on %s', (engine) => {
  it('has lost nothing it acknowledged, and kept nothing by halves, six times over', {
    timeout: 120_000,
  }, async () => {
    const url = await aUrl(engine);
    const acks = new Map<string, number>();
    for (let round = 0; round < 6; round += 1) {
      const running = start(url);
      // The first kill may come while the schema is being made; later ones after ever more acknowledged changes.
      await running.until((said) => round === 0 || said.split('\n').length > 1 + round * 3);
      await kill(running);
      for (const [id, version] of acknowledged(running.said())) acks.set(id, version);
      await settled(url);
      const store = await openStore(url);
      await expectWhole(store, acks);
      await store.close();
    }
    expect([...acks.values()].reduce((sum, version) => sum + version, 0)).toBeGreaterThanOrEqual(40);
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
