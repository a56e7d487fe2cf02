import { expect, it } from 'vitest';
import type { Leg } from '../src/domain/consultation.ts';
import { ok } from '../src/domain/result.ts';
import { runDue, runThrough } from '../src/dues.ts';
import type { Line } from '../src/log.ts';
import { keepAbsence } from '../src/store/absences.ts';
import { create, findById } from '../src/store/consultations.ts';
import type { Store } from '../src/store/database.ts';
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

/** A question to FK that nobody has answered in time, as the store has it. */
async function overdue(store: Store, dueAt: string, leg: Partial<Leg> = {}): Promise<void> {
  const consultation = aConsultation({
    id: 'late',
    reference: 'late',
    owner: 'cw-maria',
    request: { ...aConsultation().request, municipality: 'hagfors', agencies: ['fk'] },
    legs: [aLeg({ agency: 'fk', function: 'fk', asked: 'fk-eva', dueAt, ...leg })],
  });
  const timers = [{ kind: 'answer-due', key: `fk/fk-eva/${dueAt}`, dueAt }];
  await create(store, nothing, () => ok(written(consultation, { timers })), now);
}

it('what was overdue before the clock is moved falls now, and not at a moment that has passed', async () => {
  const store = await aStore();
  const bot = anInnerBot({ store, association: await anAssociation(), sender: aSender(), now });
  // The close of Friday: since then a working day has begun.
  await overdue(store, '2026-09-04T14:30:00.000Z');
  await runThrough(bot.house, new Date('2026-09-07T08:00:00Z'), async (to) => {
    bot.domain.now = to;
  });
  const [leg] = (await findById(store, 'late'))!.legs;
  expect(leg).toMatchObject({ asked: 'fk-lars', askedAt: now.toISOString() });
});

it('what the clock does is told at once to whoever works, and to the others when they do', async () => {
  const store = await aStore();
  const association = await anAssociation();
  const bot = anInnerBot({ store, association, sender: aSender(), now });
  const { house } = bot;
  const away = {
    person: 'cw-maria',
    from: '2026-09-07',
    to: '2026-09-08',
    part: 'day',
    backup: undefined,
  } as const;
  await keepAbsence(store.db, association.id, { id: 'away', ...away });
  await overdue(store, '2026-09-04T14:30:00.000Z', { silences: 1 });
  const told = async (person: string) =>
    (
      await store.db
        .selectFrom('outbox')
        .select(['kind', 'payload', 'created_at'])
        .where('recipient', '=', `${association.id}/${person}`)
        .where('kind', '=', 'notify')
        .orderBy('sequence')
        .execute()
    ).map(({ payload, created_at }) => [(JSON.parse(payload) as { news: string }).news, created_at]);
  const until = (to: string) =>
    runThrough(house, new Date(to), async (at) => {
      bot.domain.now = at;
    });
  await until('2026-09-07T08:00:00Z');
  expect((await findById(store, 'late'))!.legs[0]).toMatchObject({ is: 'with-coordinator' });
  expect(await told('co-karin')).toEqual([['nobody:fk', now.toISOString()]]);
  expect(await told('cw-maria')).toEqual([]);
  await until('2026-09-09T12:00:00Z');
  expect(await told('cw-maria')).toEqual([['with-coordinator:fk', '2026-09-09T06:00:00.000Z']]);
});
