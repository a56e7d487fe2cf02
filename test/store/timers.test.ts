import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { change, create } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { dueTimers, nextTimerAt, removeTimer, type Timer } from '../../src/store/timers.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const timer = (key: string, day: number, kind = 'reminder'): Timer => ({
  kind,
  key,
  dueAt: `2026-09-${day}T10:00:00.000Z`,
});

const kept = (store: Store, id: string, timers: Timer[]) =>
  create(store, nothing, () => ok(written(aConsultation({ id, reference: id }), { timers })), monday);

describe.each(engines)('on %s', (engine) => {
  describe('timers', () => {
    it('come due by instant, then by key', async () => {
      const store = await aStore(engine);
      expect(await nextTimerAt(store)).toBeUndefined();
      await kept(store, 'c-2', [timer('b', 11), timer('late', 20)]);
      await kept(store, 'c-1', [timer('c', 10), timer('a', 11), timer('b', 11, 'escalation')]);
      expect(await nextTimerAt(store)).toBe('2026-09-10T10:00:00.000Z');
      const due = await dueTimers(store, '2026-09-11T10:00:00.000Z', 10);
      expect(due.map(({ consultation, key }) => `${consultation} ${key}`)).toEqual([
        'c-1 c',
        'c-1 a',
        'c-1 b',
        'c-2 b',
      ]);
      expect(await dueTimers(store, '2026-09-11T09:59:59.999Z', 10)).toHaveLength(1);
      expect(await dueTimers(store, '2026-09-30T10:00:00.000Z', 2)).toEqual(due.slice(0, 2));
    });

    it('are all of them replaced by a change', async () => {
      const store = await aStore(engine);
      await kept(store, 'c-1', [timer('a', 10), timer('b', 11)]);
      await kept(store, 'c-2', [timer('a', 12)]);
      await change(
        store,
        'c-1',
        nothing,
        (current) => ok(written(step(current), { timers: [timer('b', 14)] })),
        monday,
      );
      const due = await dueTimers(store, '2026-09-30T10:00:00.000Z', 10);
      expect(due).toEqual([
        { consultation: 'c-2', ...timer('a', 12) },
        { consultation: 'c-1', ...timer('b', 14) },
      ]);
    });

    it('are removed one by one, unless set anew meanwhile', async () => {
      const store = await aStore(engine);
      await kept(store, 'c-1', [timer('a', 10), timer('b', 11)]);
      await removeTimer(store, { consultation: 'c-1', ...timer('a', 9 + 1) });
      await removeTimer(store, { consultation: 'c-1', ...timer('b', 10) });
      expect(await dueTimers(store, '2026-09-30T10:00:00.000Z', 10)).toEqual([
        { consultation: 'c-1', ...timer('b', 11) },
      ]);
    });
  });
});
