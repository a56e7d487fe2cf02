import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import { ok, refuse } from '../../src/domain/result.ts';
import { liveCardsOf, saveLiveCard } from '../../src/store/cards.ts';
import { list } from '../../src/store/consultationList.ts';
import { change, create, deleteDraft, findById, findByReference } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { findAnswer } from '../../src/store/inbox.ts';
import { loadsOf } from '../../src/store/legs.ts';
import { pendingCount } from '../../src/store/outbox.ts';
import { record, recordsOf } from '../../src/store/records.ts';
import { dueTimers } from '../../src/store/timers.ts';
import { aConsultation, aFullConsultation, aLeg, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const kept = (store: Store, consultation: Consultation) =>
  create(store, nothing, () => ok(written(consultation)), monday);

const notice = (key: string) => ({ key, to: 'klaralvdalen/fk-1', kind: 'asked', payload: {} });

describe.each(engines)('on %s', (engine) => {
  describe('creating a consultation', () => {
    it('keeps it whole, with history, timers and notices', async () => {
      const store = await aStore(engine);
      const timers = [{ kind: 'reminder', key: 'fk', dueAt: '2026-09-10T10:00:00.000Z' }];
      const result = await create(
        store,
        nothing,
        () => ok(written(aFullConsultation(), { timers, notices: [notice('c-1:1:fk-1')] })),
        monday,
      );
      expect(result).toEqual(ok(aFullConsultation()));
      expect(await findById(store, 'c-1')).toStrictEqual(aFullConsultation());
      expect(await findByReference(store, 'klaralvdalen', 'K-BCDFG-H')).toStrictEqual(aFullConsultation());
      expect(await recordsOf(store, 'c-1')).toMatchObject([
        {
          position: 1,
          kind: 'change',
          seq: 1,
          at: monday.toISOString(),
          actor: 'soc-1',
          verb: 'request.send',
          state: 'requested',
          version: 1,
          detail: {},
        },
      ]);
      expect(await dueTimers(store, '2026-09-10T10:00:00.000Z', 10)).toEqual([
        { consultation: 'c-1', ...timers[0] },
      ]);
      expect(await pendingCount(store)).toBe(1);
    });

    it('finds nothing by the reference of another association, or of none', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      expect(await findByReference(store, 'annat', 'K-BCDFG-H')).toBeUndefined();
      expect(await findByReference(store, 'klaralvdalen', 'K-ZZZZZ-Z')).toBeUndefined();
    });

    it('refuses a reference that has been used, in any association, also by a deleted draft', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation({ is: 'draft', sentAt: undefined }));
      expect(await deleteDraft(store, 'c-1', monday)).toBe(true);
      const again = await kept(store, aConsultation({ id: 'c-2', association: 'annat' }));
      expect(again).toEqual(refuse({ code: 'reference-spent' }));
      expect(await findById(store, 'c-2')).toBeUndefined();
    });

    it('passes on a refusal and keeps nothing, not even the reference', async () => {
      const store = await aStore(engine);
      const refused = await create(store, nothing, () => refuse({ code: 'no' as const }), monday);
      expect(refused).toEqual(refuse({ code: 'no' }));
      expect((await kept(store, aConsultation())).ok).toBe(true);
    });
  });

  describe('changing a consultation', () => {
    it('lets exactly one of ten win who all act on the same version', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, contender) =>
          change(
            store,
            'c-1',
            nothing,
            (current) =>
              current.version === 1
                ? ok(
                    written(
                      { ...step(current), owner: `soc-${contender}` },
                      { notices: [notice(`won-${contender}`)] },
                    ),
                  )
                : refuse({ code: 'stale' as const }),
            monday,
          ),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok && result.refusal.code === 'stale')).toHaveLength(9);
      expect((await findById(store, 'c-1'))?.version).toBe(2);
      expect(await recordsOf(store, 'c-1')).toHaveLength(2);
      expect(await pendingCount(store)).toBe(1);
    });

    it('applies ten at once one after the other, each on the one before', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const results = await Promise.all(
        Array.from({ length: 10 }, () =>
          change(store, 'c-1', nothing, (current) => ok(written(step(current))), monday),
        ),
      );
      expect(results.every((result) => result.ok)).toBe(true);
      const history = await recordsOf(store, 'c-1');
      expect(history.map((row) => [row.seq, row.version])).toEqual(
        Array.from({ length: 11 }, (_, row) => [row + 1, row + 1]),
      );
    });

    it('decides anew when somebody has saved meanwhile', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const versions: number[] = [];
      const result = await change(
        store,
        'c-1',
        async (trx) => {
          if (versions.length === 0) await trx.updateTable('consultations').set({ version: 7 }).execute();
        },
        (current) => {
          versions.push(current.version);
          return ok(written(step(current)));
        },
        monday,
      );
      expect(result.ok).toBe(true);
      expect(versions).toEqual([1, 1]);
      expect(await recordsOf(store, 'c-1')).toHaveLength(2);
    });

    it('gives up after three lost races and leaves nothing behind', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      let tries = 0;
      const result = await change(
        store,
        'c-1',
        async (trx) => {
          tries += 1;
          await trx.updateTable('consultations').set({ version: 7 }).execute();
        },
        (current) => ok(written(step(current), { notices: [notice('never')] })),
        monday,
      );
      expect(result).toEqual(refuse({ code: 'changed-meanwhile' }));
      expect(tries).toBe(3);
      expect(await findById(store, 'c-1')).toEqual(aConsultation());
      expect(await recordsOf(store, 'c-1')).toHaveLength(1);
      expect(await pendingCount(store)).toBe(0);
    });

    it('does not ask a refusing rule twice, whatever its code', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      let asked = 0;
      const result = await change(
        store,
        'c-1',
        nothing,
        () => {
          asked += 1;
          return refuse({ code: 'changed-meanwhile' as const });
        },
        monday,
      );
      expect(result).toEqual(refuse({ code: 'changed-meanwhile' }));
      expect(asked).toBe(1);
    });

    it('says so when the consultation is gone', async () => {
      const store = await aStore(engine);
      const result = await change(store, 'c-9', nothing, (current) => ok(written(current)), monday);
      expect(result).toEqual(refuse({ code: 'changed-meanwhile' }));
    });

    it('keeps the version as it was decided, and is a fault when it was not moved', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const versionBy = (add: number) =>
        change(
          store,
          'c-1',
          nothing,
          (current) => ok(written({ ...current, version: current.version + add })),
          monday,
        );
      await expect(versionBy(0)).rejects.toThrow(/moves the version/);
      await expect(versionBy(-1)).rejects.toThrow(/moves the version/);
      expect((await versionBy(2)).ok).toBe(true);
      expect((await findById(store, 'c-1'))?.version).toBe(3);
      expect((await recordsOf(store, 'c-1')).map((row) => row.version)).toEqual([1, 3]);
    });

    it('undoes everything on a fault', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const twice = { kind: 'reminder', key: 'fk', dueAt: '2026-09-10T10:00:00.000Z' };
      const faulty = change(
        store,
        'c-1',
        nothing,
        (current) => ok(written({ ...step(current), owner: 'soc-9' }, { timers: [twice, twice] })),
        monday,
      );
      await expect(faulty).rejects.toThrow(/unique/i);
      expect(await findById(store, 'c-1')).toEqual(aConsultation());
      expect(await recordsOf(store, 'c-1')).toHaveLength(1);
    });

    it('keeps whose and which consultation it is', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      for (const other of [{ id: 'c-2' }, { association: 'annat' }, { reference: 'K-ZZZZZ-Z' }])
        await expect(
          change(store, 'c-1', nothing, (current) => ok(written({ ...step(current), ...other })), monday),
        ).rejects.toThrow(/keeps id/);
    });

    it('reads the surroundings and the current consultation in the same transaction', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const result = await change(
        store,
        'c-1',
        async (trx, current) => ({ loads: await loadsOf(trx, current.association, ['fk-1']) }),
        (current, { loads }) =>
          ok(written({ ...step(current), failedRounds: loads.get('fk-1')?.openLegs ?? 0 })),
        monday,
      );
      expect(result.ok && result.value.failedRounds).toBe(1);
    });
  });

  describe('a turn that is delivered twice', () => {
    it('changes once and gets the same answer', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const turn = () =>
        change(store, 'c-1', nothing, (current) => ok(written(step(current))), monday, {
          key: 'msteams/a/1',
          answer: ({ consultation }) => JSON.stringify({ version: consultation.version }),
        });
      const [first, second] = await Promise.all([turn(), turn()]);
      expect(first?.ok).toBe(true);
      expect(second).toEqual(refuse({ code: 'seen-before', answer: '{"version":2}' }));
      expect((await findById(store, 'c-1'))?.version).toBe(2);
      expect(await findAnswer(store, 'msteams/a/1')).toBe('{"version":2}');
    });

    it('gets the answer it had, also when the rule would refuse by now', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const turn = () =>
        change(
          store,
          'c-1',
          nothing,
          (current) =>
            current.version === 1 ? ok(written(step(current))) : refuse({ code: 'stale' as const }),
          monday,
          { key: 'msteams/a/1', answer: '{"first":true}' },
        );
      await turn();
      expect(await turn()).toEqual(refuse({ code: 'seen-before', answer: '{"first":true}' }));
    });

    it('creates once', async () => {
      const store = await aStore(engine);
      const turn = (id: string, reference: string) =>
        create(store, nothing, () => ok(written(aConsultation({ id, reference }))), monday, {
          key: 'msteams/a/1',
          answer: '{}',
        });
      expect((await turn('c-1', 'K-BCDFG-H')).ok).toBe(true);
      expect(await turn('c-2', 'K-BCDFG-J')).toEqual(refuse({ code: 'seen-before', answer: '{}' }));
      expect(await list(store, 'klaralvdalen', {})).toHaveLength(1);
    });

    it('is not remembered when the rule refused', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      await change(store, 'c-1', nothing, () => refuse({ code: 'no' as const }), monday, {
        key: 'msteams/a/1',
        answer: '{}',
      });
      expect(await findAnswer(store, 'msteams/a/1')).toBeUndefined();
    });
  });

  describe('deleting a draft', () => {
    it('takes all that hangs on it, but the log', async () => {
      const store = await aStore(engine);
      const timers = [{ kind: 'draft-ends', key: '', dueAt: '2026-10-07T07:00:00.000Z' }];
      await create(
        store,
        nothing,
        () => ok(written(aConsultation({ is: 'draft', sentAt: undefined }), { timers })),
        monday,
      );
      await record(store, {
        kind: 'reading',
        association: 'klaralvdalen',
        consultation: 'c-1',
        at: monday.toISOString(),
        actor: 'soc-1',
        verb: 'all',
        detail: {},
      });
      await saveLiveCard(
        store,
        'klaralvdalen/soc-1',
        'c-1',
        { serviceUrl: 'https://smba.invalid/', conversationId: 'a', activityId: '1' },
        monday.toISOString(),
      );
      expect(await deleteDraft(store, 'c-1', monday)).toBe(true);
      expect(await findById(store, 'c-1')).toBeUndefined();
      expect((await recordsOf(store, 'c-1')).map(({ kind }) => kind)).toEqual(['change', 'reading', 'act']);
      expect(await dueTimers(store, '2027-01-01T00:00:00.000Z', 10)).toEqual([]);
      expect(await liveCardsOf(store.db, 'c-1')).toEqual([]);
      expect(await deleteDraft(store, 'c-1', monday)).toBe(false);
    });

    it('leaves anything that has been sent', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      expect(await deleteDraft(store, 'c-1', monday)).toBe(false);
      expect(await findById(store, 'c-1')).toBeDefined();
    });
  });

  describe('listing consultations', () => {
    async function three(): Promise<Store> {
      const store = await aStore(engine);
      await kept(
        store,
        aConsultation({ id: 'c-2', reference: 'K-2', owner: 'soc-2', createdAt: '2026-09-08T07:00:00.000Z' }),
      );
      await kept(
        store,
        aConsultation({
          id: 'c-1',
          reference: 'K-1',
          is: 'booked',
          legs: [
            aLeg({ is: 'accepted', asked: undefined, holder: 'fk-2' }),
            aLeg({ agency: 'af', function: 'af-1', asked: 'af-1' }),
          ],
        }),
      );
      await kept(store, aConsultation({ id: 'c-3', reference: 'K-3', is: 'draft', sentAt: undefined }));
      await kept(store, aConsultation({ id: 'x', reference: 'K-x', association: 'annat' }));
      return store;
    }

    it.each([
      ['everything of the association, oldest first', {}, ['c-1', 'c-3', 'c-2']],
      ['by state', { states: ['booked', 'draft'] }, ['c-1', 'c-3']],
      ['by no state at all', { states: [] }, []],
      ['by owner', { owner: 'soc-2' }, ['c-2']],
      ['by municipality', { municipality: 'torsby' }, []],
      ['by agency, drafts not counted', { agency: 'fk' }, ['c-1', 'c-2']],
      ['by a person asked', { person: 'fk-1' }, ['c-2']],
      ['by a holder', { person: 'fk-2' }, ['c-1']],
      ['by function', { functions: ['af-1', 'x'] }, ['c-1']],
      ['by no function at all', { functions: [] }, []],
      ['in one and the same leg', { agency: 'fk', person: 'af-1' }, []],
      ['by all together', { states: ['booked'], owner: 'soc-1', agency: 'af', person: 'af-1' }, ['c-1']],
    ] as const)('%s', async (_, filter, ids) => {
      const store = await three();
      expect((await list(store, 'klaralvdalen', filter)).map(({ id }) => id)).toEqual(ids);
    });

    it('follows the legs as they change', async () => {
      const store = await three();
      await change(
        store,
        'c-2',
        nothing,
        (current) => ok(written({ ...step(current), legs: [aLeg({ asked: 'fk-9' })] })),
        monday,
      );
      expect(await list(store, 'klaralvdalen', { person: 'fk-1' })).toEqual([]);
      expect(await list(store, 'klaralvdalen', { person: 'fk-9' })).toHaveLength(1);
    });
  });

  describe('the load of a person', () => {
    it('counts open legs in sent consultations of the association, and remembers when asked last', async () => {
      const store = await aStore(engine);
      const later = '2026-09-09T07:00:00.000Z';
      await kept(store, aConsultation({ id: 'c-1', reference: 'K-1' }));
      await kept(
        store,
        aConsultation({ id: 'c-2', reference: 'K-2', legs: [aLeg({ is: 'waiting', askedAt: later })] }),
      );
      await kept(store, aConsultation({ id: 'c-3', reference: 'K-3', legs: [aLeg({ is: 'accepted' })] }));
      await kept(store, aConsultation({ id: 'c-4', reference: 'K-4', is: 'draft', sentAt: undefined }));
      await kept(store, aConsultation({ id: 'c-5', reference: 'K-5', association: 'annat' }));
      const many = Array.from({ length: 1200 }, (_, n) => `other-${n}`);
      expect(await loadsOf(store.db, 'klaralvdalen', [...many, 'fk-1'])).toEqual(
        new Map([['fk-1', { openLegs: 2, lastAskedAt: later }]]),
      );
      expect(await loadsOf(store.db, 'klaralvdalen', ['fk-9'])).toEqual(new Map());
      expect(await loadsOf(store.db, 'klaralvdalen', [])).toEqual(new Map());
    });

    it('remembers when somebody was asked after the leg has gone to another', async () => {
      const store = await aStore(engine);
      await kept(store, aConsultation());
      const askedAt = '2026-09-08T07:00:00.000Z';
      await change(
        store,
        'c-1',
        nothing,
        (current) => ok(written({ ...step(current), legs: [aLeg({ asked: 'fk-2', askedAt })] })),
        monday,
      );
      expect(await loadsOf(store.db, 'klaralvdalen', ['fk-1', 'fk-2'])).toEqual(
        new Map([
          ['fk-1', { openLegs: 0, lastAskedAt: '2026-09-07T07:00:00.000Z' }],
          ['fk-2', { openLegs: 1, lastAskedAt: askedAt }],
        ]),
      );
    });
  });
});
