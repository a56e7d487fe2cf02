import { describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { change, create } from '../../src/store/consultations.ts';
import { historyOf, readingsOf, recordReading } from '../../src/store/history.ts';
import { aConsultation, monday, nothing, step, written } from './builders.ts';
import { aStore } from './files.ts';

describe('the log of a consultation', () => {
  it('numbers changes and readings in one count, in the order they happened', async () => {
    const store = await aStore();
    const at = monday.toISOString();
    await create(store, nothing, () => ok(written(aConsultation())), monday);
    await recordReading(store, { consultation: 'c-1', at, actor: 'fk-1', what: 'content' });
    const history = {
      verb: 'respond.accept',
      actor: 'fk-1',
      detail: { agency: 'fk', leg: 2, taken: true, reason: null },
    };
    await change(store, 'c-1', nothing, (current) => ok(written(step(current), { history })), monday);
    await recordReading(store, { consultation: 'c-1', at, actor: 'sam-1', what: 'content' });
    const changes = await historyOf(store, 'c-1');
    expect(changes.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(changes[1]).toEqual({ seq: 3, at, state: 'requested', version: 2, ...history });
    expect(await readingsOf(store, 'c-1')).toEqual([
      { consultation: 'c-1', seq: 2, at, actor: 'fk-1', what: 'content' },
      { consultation: 'c-1', seq: 4, at, actor: 'sam-1', what: 'content' },
    ]);
  });

  it('keeps every one of many readings at once', async () => {
    const store = await aStore();
    await create(store, nothing, () => ok(written(aConsultation())), monday);
    await Promise.all(
      Array.from({ length: 20 }, (_, reader) =>
        recordReading(store, {
          consultation: 'c-1',
          at: monday.toISOString(),
          actor: `p-${reader}`,
          what: 'all',
        }),
      ),
    );
    expect((await readingsOf(store, 'c-1')).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, before) => before + 2),
    );
  });

  it('is a fault to have read what is not there', async () => {
    const store = await aStore();
    const reading = { consultation: 'c-9', at: monday.toISOString(), actor: 'fk-1', what: 'all' };
    await expect(recordReading(store, reading)).rejects.toThrow();
  });
});
