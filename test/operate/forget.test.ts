import { describe, expect, it } from 'vitest';
import { withAlias } from '../../src/domain/anonymous.ts';
import type { Consultation, State } from '../../src/domain/consultation.ts';
import { ok } from '../../src/domain/result.ts';
import { countsOf, progressOf } from '../../src/domain/statistics.ts';
import { forget, holdsWork } from '../../src/operate/forget.ts';
import { keepCard, saveLiveCard } from '../../src/store/cards.ts';
import { list } from '../../src/store/consultationList.ts';
import { create } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { consultationsWith } from '../../src/store/forget.ts';
import { queue } from '../../src/store/outbox.ts';
import { saveConversation, saveLanguage } from '../../src/store/people.ts';
import { record, recordsBy, recordsOf } from '../../src/store/records.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import { aConsultation, aFullConsultation, aLeg, monday, nothing, written } from '../store/builders.ts';
import { aStore, engines } from '../store/files.ts';

const association = 'klaralvdalen';
const file = { id: association, followUp: ['4w', '3m'] };
const at = '2027-01-01T09:00:00.000Z';
const target = {
  indicator: 'met',
  ageBand: undefined,
  goal: 10,
  from: '2026-01-01',
  to: '2026-12-31',
} as const;

/** A whole life that has ended, in which fk-2 answered, and another that fk-2 never saw. */
async function lived(store: Store, is: State = 'closed'): Promise<void> {
  const notices = ['fk-2', 'sam-1'].map((to) => ({
    key: `c-1:1:${to}`,
    to: `${association}/${to}`,
    kind: 'notify',
    payload: { consultation: 'c-1', news: '' },
  }));
  const undelivered = {
    key: 'c-1:1:fk-2:undelivered:sam-1',
    to: `${association}/sam-1`,
    kind: 'notify',
    payload: { consultation: 'c-1', news: 'undelivered:fk' },
  };
  const timers = [{ kind: 'dispose', key: 'content', dueAt: '2027-03-01T00:00:00.000Z' }];
  const whole = { ...aFullConsultation(), is };
  await create(
    store,
    nothing,
    () => ok(written(whole, { timers, notices: [...notices, undelivered] })),
    monday,
  );
  const other = aConsultation({ id: 'c-2', reference: 'K-CDFGH-J', legs: [aLeg({ asked: 'fk-9' })] });
  await create(store, nothing, () => ok(written(other)), monday);
  const reading = { kind: 'reading', association, consultation: 'c-1', at: monday.toISOString() } as const;
  await record(store, { ...reading, actor: 'fk-2', verb: 'content', detail: {} });
  await record(store, { ...reading, actor: 'sam-1', verb: 'log', detail: {} });
  for (const person of ['fk-2', 'sam-1']) {
    const key = `${association}/${person}`;
    const place = { serviceUrl: 'https://smba.invalid/', conversationId: `chat-${person}` };
    const who = { personKey: key, kind: 'personal', tenantId: 't', botId: 'b', userId: 'u' } as const;
    await saveConversation(store, { ...who, ...place }, at);
    await saveLanguage(store, key, 'en');
    await saveLiveCard(store, key, 'c-1', { ...place, activityId: `a-${person}` }, at, { fresh: false });
  }
}

/** Everything in the store but the log, as text, by table. */
async function kept(store: Store): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const table of ['consultations', 'legs', 'timers', 'bookings', 'outbox', 'asked'] as const)
    all[table] = JSON.stringify(await store.db.selectFrom(table).selectAll().execute());
  for (const table of ['conversations', 'cards', 'languages', 'actors', 'records'] as const)
    all[table] = JSON.stringify(await store.db.selectFrom(table).selectAll().execute());
  return all;
}

describe.each(engines)('forgetting a user on %s', (engine) => {
  it('leaves them nowhere, everybody else everywhere, and the log whole', async () => {
    const store = await aStore(engine);
    await lived(store);
    const before = await list(store, association, {});
    const rows = (await recordsOf(store, 'c-1')).length;
    expect(await forget(store, file, 'fk-2', at)).toEqual({ is: 'forgotten', consultations: 1 });
    const after = await kept(store);
    for (const [table, text] of Object.entries(after)) expect(text, table).not.toMatch(/fk-2["/:]/);
    for (const table of ['conversations', 'cards', 'languages', 'outbox'])
      expect(after[table], table).toContain('sam-1');
    const log = await recordsOf(store, 'c-1');
    expect(log).toHaveLength(rows + 1);
    const alias = log.find(({ verb }) => verb === 'content')!.actor;
    expect(alias).toMatch(/^f-/);
    expect(log.at(-1)).toMatchObject({ verb: 'person-forgotten', actor: 'system', version: 2 });
    const now = await list(store, association, {});
    expect(now[0]).toEqual({ ...withAlias(before[0]!, 'fk-2', alias), version: 2 });
    expect(now[1]).toEqual(before[1]);
    expect((await verifyRecords(store.db)).faults).toEqual([]);
    expect(await recordsBy(store, association, 'fk-2')).toEqual([]);
    expect(await consultationsWith(store, association, alias)).toEqual(['c-1']);
    expect(await forget(store, file, 'fk-2', at)).toEqual({ is: 'unknown' });
  });

  it('has what stands on their cards replaced, and what was to be, under no name', async () => {
    const store = await aStore(engine);
    await lived(store);
    const key = `${association}/fk-2`;
    const place = { serviceUrl: 'https://smba.invalid/', conversationId: 'chat-9' };
    await keepCard(store, key, 'c-2', { ...place, activityId: 'a-9' }, at);
    const erased = { was: 'draft', association, reference: 'K-1', ...place, activityId: 'a-7' };
    await queue(store, [{ key: 'erase:earlier', to: key, kind: 'erase', payload: erased }], monday);
    await forget(store, file, 'fk-2', at);
    const alias = (await recordsOf(store, 'c-1')).find(({ verb }) => verb === 'content')!.actor;
    const rows = await store.db.selectFrom('outbox').selectAll().where('kind', '=', 'erase').execute();
    expect(rows.map(({ recipient, state }) => [recipient, state])).toEqual(
      Array.from({ length: 3 }, () => [`${association}/${alias}`, 'pending']),
    );
    expect(rows.map(({ payload }) => JSON.parse(payload).activityId).sort()).toEqual([
      'a-7',
      'a-9',
      'a-fk-2',
    ]);
    const cards = await store.db.selectFrom('cards').select('person_key').execute();
    expect(cards).toEqual([{ person_key: `${association}/sam-1` }]);
  });

  it('changes no count and nothing that is due', async () => {
    const store = await aStore(engine);
    await lived(store);
    const counted = async () => {
      const all = await list(store, association, {});
      return [countsOf(all), progressOf(all, target, '2026-12-31', 'Europe/Stockholm')];
    };
    const [counts, { timers, bookings }] = [await counted(), await kept(store)];
    expect(JSON.stringify(counts)).toContain('"count":1');
    await forget(store, file, 'fk-2', at);
    expect(await counted()).toEqual(counts);
    expect(await kept(store)).toMatchObject({ timers, bookings });
  });

  it('is refused while they hold open work, and when nobody knows them; then nothing changes', async () => {
    const store = await aStore(engine);
    await lived(store, 'booked');
    const before = await kept(store);
    const held = { is: 'held', references: ['K-BCDFG-H'] };
    expect(await forget(store, file, 'fk-2', at)).toEqual(held);
    expect(await forget(store, file, 'fk-9', at)).toEqual({ is: 'held', references: ['K-CDFGH-J'] });
    expect(await forget(store, file, 'fk-77', at)).toEqual({ is: 'unknown' });
    expect(await forget(store, { ...file, id: 'skargarden' }, 'fk-2', at)).toEqual({ is: 'unknown' });
    expect(await kept(store)).toEqual(before);
  });

  it('goes on where it was broken off, under the same alias', async () => {
    const store = await aStore(engine);
    await lived(store);
    const third = { ...aFullConsultation(), id: 'c-3', reference: 'K-DFGHJ-K', is: 'closed' } as const;
    await create(store, nothing, () => ok(written(third)), monday);
    let begun = 0;
    const broken: Store = {
      ...store,
      transact: (run) => {
        begun += 1;
        if (begun === 2) throw new Error('the power went');
        return store.transact(run);
      },
    };
    await expect(forget(broken, file, 'fk-2', at)).rejects.toThrow('the power went');
    expect(await consultationsWith(store, association, 'fk-2')).toEqual(['c-3']);
    expect(await forget(store, file, 'fk-2', at)).toEqual({ is: 'forgotten', consultations: 1 });
    const [first, , last] = await list(store, association, {});
    expect(last!.legs[0]!.holder).toMatch(/^f-/);
    expect(last!.legs[0]!.holder).toBe(first!.legs[0]!.holder);
    expect((await verifyRecords(store.db)).faults).toEqual([]);
  });
});

describe('open work', () => {
  const followUp = aFullConsultation().followUps[0]!;
  const owned = (is: State): Consultation => aConsultation({ is, owner: 'kim', legs: [] });
  it.each([
    ['a draft of one’s own', owned('draft'), true],
    ['a question of one’s own', owned('requested'), true],
    ['one whose outcome may still be corrected', owned('recorded'), true],
    ['one that is closed, with follow-ups to do', owned('closed'), true],
    ['one that is closed, all followed up', { ...owned('closed'), followUps: [followUp, followUp] }, false],
    ['one that was withdrawn', owned('withdrawn'), false],
    ['a question that waits', aConsultation({ legs: [aLeg({ asked: 'kim' })] }), true],
    ['a question passed on', aConsultation({ legs: [aLeg({ asked: 'alex', passed: ['kim'] })] }), false],
    ['a seat', aConsultation({ legs: [aLeg({ is: 'accepted', holder: 'kim' })] }), true],
    [
      'a seat whose outcome stands',
      aConsultation({ is: 'recorded', legs: [aLeg({ is: 'accepted', holder: 'kim' })] }),
      false,
    ],
    [
      'a lapsed question',
      aConsultation({ is: 'withdrawn', legs: [aLeg({ is: 'lapsed', asked: 'kim' })] }),
      false,
    ],
  ])('%s', (_name, consultation, held) => {
    expect(holdsWork(consultation, 'kim', 2)).toBe(held);
  });
});
