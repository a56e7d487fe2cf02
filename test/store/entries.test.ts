import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { change, create, findById } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { entriesOf, type KeptEntry, keepEntry } from '../../src/store/entries.ts';
import { forgetPerson } from '../../src/store/forget.ts';
import { keptAbout } from '../../src/store/own.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const at = monday.toISOString();
const told: KeptEntry = {
  form: 'event',
  uid: 'u-1',
  sequence: 3,
  method: 'REQUEST',
  said: '2026-09-10T11:00:00.000Z 2026-09-10T11:45:00.000Z https://teams.example/x',
  is: 'sending',
  attempt: 't-1',
  event: undefined,
};
const kept = (store: Store, id: string) =>
  create(store, nothing, () => ok(written(aConsultation({ id, reference: id }))), monday);

describe.each(engines)('on %s', (engine) => {
  describe('what a calendar was told', () => {
    it('is kept by person, the latest in place of the one before', async () => {
      const store = await aStore(engine);
      await kept(store, 'c-1');
      expect(await entriesOf(store, 'c-1')).toEqual(new Map());
      await keepEntry(store, { consultation: 'c-1', person: 'fk-1' }, told, at);
      const mailed: KeptEntry = { ...told, form: 'mail', is: 'sent', attempt: undefined };
      await keepEntry(store, { consultation: 'c-1', person: 'soc-1' }, mailed, at);
      const sent: KeptEntry = { ...told, is: 'sent', event: 'AAMk/1+x=' };
      await keepEntry(store, { consultation: 'c-1', person: 'fk-1' }, sent, at);
      expect(await entriesOf(store, 'c-1')).toEqual(
        new Map([
          ['fk-1', sent],
          ['soc-1', mailed],
        ]),
      );
      expect((await keptAbout(store, 'klaralvdalen/fk-1')).calendarEntries).toEqual([
        { form: 'event', method: 'REQUEST', at },
      ]);
      expect((await keptAbout(store, 'skargarden/fk-1')).calendarEntries).toEqual([]);
    });

    it('goes with the content of its consultation, and with the person', async () => {
      const store = await aStore(engine);
      for (const id of ['c-1', 'c-2']) {
        await kept(store, id);
        for (const person of ['fk-1', 'soc-1'])
          await keepEntry(store, { consultation: id, person }, told, at);
      }
      const disposed = { ...step((await findById(store, 'c-1'))!), disposedAt: at };
      await change(store, 'c-1', nothing, () => ok(written(disposed, { disposed: 1 })), monday);
      expect(await entriesOf(store, 'c-1')).toEqual(new Map());
      await forgetPerson(store, 'klaralvdalen', 'fk-1', at);
      expect([...(await entriesOf(store, 'c-2')).keys()]).toEqual(['soc-1']);
      await store.db.deleteFrom('consultations').where('id', '=', 'c-2').execute();
      expect(await store.db.selectFrom('entries').selectAll().execute()).toEqual([]);
    });
  });
});
