import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { headFrom, verdictOf } from '../../src/operate/verify.ts';
import { change, create } from '../../src/store/consultations.ts';
import { openStore } from '../../src/store/database.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { withSnapshot } from '../../src/store/snapshot.ts';
import { aConsultation, monday, nothing, step, written } from '../store/builders.ts';
import { aUrl, engines } from '../store/files.ts';

const chain = 'a'.repeat(43);

describe('a head as it is noted', () => {
  it('is read as it was written, and nothing else is', () => {
    expect(headFrom(`12:${chain}`)).toEqual({ position: 12, chain });
    expect(headFrom('0:')).toEqual({ position: 0, chain: '' });
    expect(headFrom(` 7:${chain}\n`)).toEqual({ position: 7, chain });
    for (const wrong of ['', '12', `12:${chain}x`, `-1:${chain}`, `x:${chain}`, `12 ${chain}`, '12:a/b'])
      expect(headFrom(wrong), wrong).toBeUndefined();
  });
});

describe('what a verification says', () => {
  const head = { position: 3, chain };

  it('is the rows, the head to note, and that all is well', () => {
    expect(verdictOf({ rows: 3, head, faults: [] })).toBe(`rows: 3\nhead: 3:${chain}\nThe log is whole.\n`);
  });

  it('names every kind of fault in words, none like another', () => {
    const kinds = [
      'missing',
      'altered',
      'broken-chain',
      'head',
      'document',
      'columns',
      'vanished',
      'actor',
      'shortened',
      'rewritten',
    ] as const;
    const said = verdictOf({ rows: 3, head, faults: kinds.map((is, at) => ({ at, is })) }).split('\n');
    const faults = said.filter((line) => line.startsWith('FAULT at row '));
    expect(faults.map((line) => Number(/row (\d+)/.exec(line)![1]))).toEqual(kinds.map((_, at) => at));
    expect(new Set(faults.map((line) => line.split(': ')[1])).size).toBe(kinds.length);
    expect(said).toContain('Faults: 10. Keep this database as it is, and look for the cause.');
  });
});

describe.each(engines)('verifying on %s while the bot writes', (engine) => {
  it('sees one moment each time, and never a fault', async () => {
    const url = await aUrl(engine);
    const store = await openStore(url);
    try {
      await create(store, nothing, () => ok(written(aConsultation())), monday);
      let writing = true;
      const writes = (async () => {
        while (writing) await change(store, 'c-1', nothing, (current) => ok(written(step(current))), monday);
      })();
      const seen: number[] = [];
      for (let turn = 0; turn < 15; turn += 1) {
        const { rows, faults } = await withSnapshot(url, ({ db }) => verifyRecords(db));
        expect(faults).toEqual([]);
        seen.push(rows);
      }
      writing = false;
      await writes;
      expect(seen.at(-1)).toBeGreaterThan(seen[0]!);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    } finally {
      await store.close();
    }
  });
});

describe.each(engines)('what stands beside the log on %s', (engine) => {
  it.each([
    ['a name behind another’s id', "update actors set person = 'fk-9'", 'actor'],
    [
      'an id for a name that never acted',
      "insert into actors values ('x', 'klaralvdalen', 'fk-9', 'y')",
      'actor',
    ],
    ['another state', "update consultations set state = 'closed'", 'columns'],
    ['another owner', "update consultations set owner = 'soc-9'", 'columns'],
    ['another answer', "update legs set state = 'declined'", 'columns'],
    ['no consultation', 'delete from consultations', 'vanished'],
  ])('sees %s', async (_, statement, is) => {
    const url = await aUrl(engine);
    const store = await openStore(url);
    try {
      await create(store, nothing, () => ok(written(aConsultation())), monday);
      expect((await verifyRecords(store.db)).faults).toEqual([]);
      await sql.raw(statement).execute(store.db);
      expect((await verifyRecords(store.db)).faults.map((fault) => fault.is)).toEqual([is]);
    } finally {
      await store.close();
    }
  });
});
