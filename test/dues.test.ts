import { expect, it } from 'vitest';
import { ok } from '../src/domain/result.ts';
import { runDue } from '../src/dues.ts';
import type { Line } from '../src/log.ts';
import { create, findById } from '../src/store/consultations.ts';
import { aConsultation, aLeg, nothing, written } from './store/builders.ts';
import { aStore } from './store/files.ts';
import { anAssociation, anInnerBot, aSender } from './support/innerBot.ts';

const now = new Date('2026-09-07T07:00:00Z');

it('what is due and fails is tried again ever more seldom, and holds nothing else up', async () => {
  const store = await aStore();
  const association = await anAssociation();
  let seconds = 0;
  const failures: number[] = [];
  const log = ({ event }: Line) => {
    if (event === 'due-failed') failures.push(seconds);
  };
  const realNow = () => now.getTime() + seconds * 1000;
  const { house } = anInnerBot({ store, association, sender: aSender(), now, realNow, log });
  const pass = async (most: number) => {
    for (const until = seconds + most; seconds < until; seconds += 1) await runDue(house, now);
  };
  const dueAt = '2026-09-07T06:00:00.000Z';
  const asked = (id: string) =>
    aConsultation({
      id,
      reference: id,
      owner: 'cw-maria',
      request: { ...aConsultation().request, municipality: 'hagfors', agencies: ['fk'] },
      legs: [aLeg({ agency: 'fk', function: 'fk', asked: 'fk-eva', dueAt })],
    });
  for (const id of ['spoilt', 'whole'])
    await create(
      store,
      nothing,
      () => ok(written(asked(id), { timers: [{ kind: 'answer-due', key: `fk/1`, dueAt }] })),
      now,
    );
  const set = (doc: string) =>
    store.db.updateTable('consultations').set({ doc }).where('id', '=', 'spoilt').execute();
  const { doc } = await store.db
    .selectFrom('consultations')
    .select('doc')
    .where('id', '=', 'spoilt')
    .executeTakeFirstOrThrow();
  await set('{');
  await pass(3600);
  const timers = () =>
    store.db.selectFrom('timers').select('consultation').where('due_at', '=', dueAt).execute();
  expect(await timers()).toEqual([{ consultation: 'spoilt' }]);
  const gaps = failures.slice(1).map((at, place) => at - failures[place]!);
  expect(gaps.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512]);
  expect(new Set(gaps.slice(9))).toEqual(new Set([600]));
  // Once it can be read again it is done, ten minutes later at the latest.
  await set(doc);
  await pass(600);
  expect(await timers()).toEqual([]);
  expect(await findById(store, 'spoilt')).toBeDefined();
});
