import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../src/domain/result.ts';
import { type Booking, bookingsOf, type Place, takenPlaces } from '../../src/store/bookings.ts';
import { change, create, findById } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { recordsOf } from '../../src/store/records.ts';
import fc from '../support/property.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const kim = 'klaralvdalen/fk-1';
const alex = 'klaralvdalen/soc-1';

async function two(store: Store): Promise<void> {
  for (const id of ['c-1', 'c-2'])
    await create(store, nothing, () => ok(written(aConsultation({ id, reference: id }))), monday);
}

const book = (store: Store, id: string, bookings: Booking[], place?: Place) =>
  change(store, id, nothing, (current) => ok(written(step(current), { bookings, place })), monday);

const at = (personKey: string, from: string, to: string): Booking => ({
  personKey,
  start: `2026-09-15T${from}:00.000Z`,
  end: `2026-09-15T${to}:00.000Z`,
});

const taken = refuse({ code: 'taken' });

describe.each(engines)('on %s', (engine) => {
  describe('booking people', () => {
    it('tells when people are busy', async () => {
      const store = await aStore(engine);
      await two(store);
      await book(store, 'c-1', [at(kim, '11:00', '11:50'), at(alex, '11:00', '11:50')]);
      await book(store, 'c-2', [at(kim, '08:00', '09:00')]);
      expect(await bookingsOf(store.db, [kim, alex, 'klaralvdalen/x'])).toEqual(
        new Map([
          [
            kim,
            [
              { start: '2026-09-15T08:00:00.000Z', end: '2026-09-15T09:00:00.000Z' },
              { start: '2026-09-15T11:00:00.000Z', end: '2026-09-15T11:50:00.000Z' },
            ],
          ],
          [alex, [{ start: '2026-09-15T11:00:00.000Z', end: '2026-09-15T11:50:00.000Z' }]],
          ['klaralvdalen/x', []],
        ]),
      );
      expect(await bookingsOf(store.db, [])).toEqual(new Map());
    });

    it('refuses whoever is booked already and changes nothing at all', async () => {
      const store = await aStore(engine);
      await two(store);
      await book(store, 'c-1', [at(kim, '11:00', '12:00')]);
      expect(await book(store, 'c-2', [at(alex, '11:45', '12:45'), at(kim, '11:45', '12:45')])).toEqual(
        taken,
      );
      expect((await findById(store, 'c-2'))?.version).toBe(1);
      expect(await recordsOf(store, 'c-2')).toHaveLength(1);
      expect((await bookingsOf(store.db, [alex])).get(alex)).toEqual([]);
    });

    it('books back to back', async () => {
      const store = await aStore(engine);
      await two(store);
      await book(store, 'c-1', [at(kim, '11:00', '12:00')]);
      expect((await book(store, 'c-2', [at(kim, '12:00', '13:00')])).ok).toBe(true);
    });

    it('lets go of the old time when the meeting moves or ends', async () => {
      const store = await aStore(engine);
      await two(store);
      await book(store, 'c-1', [at(kim, '11:00', '12:00')]);
      expect((await book(store, 'c-1', [at(kim, '11:30', '12:30')])).ok).toBe(true);
      expect((await book(store, 'c-2', [at(kim, '11:00', '11:30')])).ok).toBe(true);
      await book(store, 'c-1', []);
      expect((await book(store, 'c-2', [at(kim, '11:00', '12:30')])).ok).toBe(true);
    });

    it('takes one person on two seats of the same meeting for one booking', async () => {
      const store = await aStore(engine);
      await two(store);
      expect((await book(store, 'c-1', [at(kim, '11:00', '12:00'), at(kim, '11:00', '12:00')])).ok).toBe(
        true,
      );
      expect((await bookingsOf(store.db, [kim])).get(kim)).toHaveLength(1);
    });

    it('lets exactly one of two simultaneous bookings have the person', async () => {
      const store = await aStore(engine);
      await two(store);
      const results = await Promise.all([
        book(store, 'c-1', [at(kim, '11:00', '12:00')]),
        book(store, 'c-2', [at(kim, '11:30', '12:30')]),
      ]);
      expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    });

    it('never books anybody twice, whatever is asked for in whatever order', {
      timeout: 30_000,
    }, async () => {
      const store = await aStore(engine);
      const minute = fc.integer({ min: 0, max: 240 });
      const wish = fc.record({
        id: fc.constantFrom('c-1', 'c-2', 'c-3'),
        person: fc.constantFrom(kim, alex),
        from: minute,
        minutes: fc.integer({ min: 1, max: 90 }),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(wish, { maxLength: 8 }), async (wishes) => {
          // Consultations and people of this run's own: all runs share the store.
          run += 1;
          const own = (name: string) => `${name}-run-${run}`;
          for (const id of ['c-1', 'c-2', 'c-3'].map(own))
            await create(store, nothing, () => ok(written(aConsultation({ id, reference: id }))), monday);
          const instant = (minutes: number) => new Date(monday.getTime() + minutes * 60_000).toISOString();
          for (const { id, person, from, minutes } of wishes)
            await book(store, own(id), [
              { personKey: own(person), start: instant(from), end: instant(from + minutes) },
            ]);
          for (const intervals of (await bookingsOf(store.db, [kim, alex].map(own))).values())
            for (const [position, { start }] of intervals.entries())
              if (position > 0) expect(start >= (intervals[position - 1]?.end ?? '')).toBe(true);
        }),
        { numRuns: 60 },
      );
    });

    it('is a fault to book no time at all', async () => {
      const store = await aStore(engine);
      await two(store);
      await expect(book(store, 'c-1', [at(kim, '11:05', '11:05')])).rejects.toThrow(/ends after/);
      await expect(book(store, 'c-1', [at(kim, '11:05', '11:01')])).rejects.toThrow(/ends after/);
    });
  });

  describe('booking a place in a session', () => {
    const place = { session: 'torsdagar', start: '2026-09-17T11:00:00.000Z' };

    it('gives each place once, and back when it is let go', async () => {
      const store = await aStore(engine);
      await two(store);
      expect((await book(store, 'c-1', [], place)).ok).toBe(true);
      expect(await takenPlaces(store.db, 'klaralvdalen', 'torsdagar')).toEqual(new Set([place.start]));
      expect(await takenPlaces(store.db, 'klaralvdalen', 'fredagar')).toEqual(new Set());
      expect(await takenPlaces(store.db, 'annat', 'torsdagar')).toEqual(new Set());
      expect(await book(store, 'c-2', [], place)).toEqual(taken);
      expect((await book(store, 'c-1', [], place)).ok).toBe(true);
      await book(store, 'c-1', []);
      expect((await book(store, 'c-2', [], place)).ok).toBe(true);
    });
  });
});
