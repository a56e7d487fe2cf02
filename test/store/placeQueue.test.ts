import { describe, expect, it } from 'vitest';
import type { Consultation, Queue } from '../../src/domain/consultation.ts';
import { serve } from '../../src/domain/life/queue.ts';
import { ok } from '../../src/domain/result.ts';
import { runDue } from '../../src/dues.ts';
import { writtenOf } from '../../src/features/written.ts';
import { agendaCardOf, dropAgendaCard, keepAgendaCard } from '../../src/store/agendaCards.ts';
import { bookedIn, type Place } from '../../src/store/bookings.ts';
import { change, create, findById } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { personDuesUpTo, setPersonDue } from '../../src/store/personDues.ts';
import { queueOf, restQueue } from '../../src/store/placeQueue.ts';
import { dueTimers } from '../../src/store/timers.ts';
import { anAssociation, anInnerBot, aSender } from '../support/innerBot.ts';
import { aConsultation, aLeg, monday, nothing, step, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const session = 'konsultationstid';
const queue: Queue = { session, place: 1, passed: [] };
const start = '2026-09-10T11:00:00.000Z';
const tomorrow = '2026-09-08T06:00:00.000Z';

/** Accepted by FK and in line; owner and seat are free to come. */
const waiting = (id: string, but: Partial<Consultation> = {}): Consultation =>
  aConsultation({
    id,
    reference: id,
    is: 'ready',
    owner: 'cw-maria',
    queue,
    request: { ...aConsultation().request, municipality: 'hagfors' },
    legs: [aLeg({ is: 'accepted', asked: 'fk-eva', holder: 'fk-eva', dueAt: undefined })],
    ...but,
  });

const keep = (store: Store, consultation: Consultation, dueAt = tomorrow, place?: Place) =>
  create(
    store,
    nothing,
    () => ok(written(consultation, { timers: [{ kind: 'queue', key: session, dueAt }], place })),
    monday,
  );

describe.each(engines)('on %s', (engine) => {
  it('who waits is in order of urgency, then age, and only as long as they wait', async () => {
    const store = await aStore(engine);
    const urgent = { ...waiting('c-0').request, urgency: 'soon' as const };
    await keep(store, waiting('c-1', { sentAt: '2026-09-07T08:00:00.000Z' }));
    await keep(store, waiting('c-2'));
    await keep(store, waiting('c-3', { sentAt: '2026-09-07T09:00:00.000Z', request: urgent }));
    await keep(store, waiting('c-4', { queue: { ...queue, session: 'annan' } }));
    const ids = async () => (await queueOf(store.db, 'klaralvdalen', session)).map((one) => one.consultation);
    expect(await ids()).toEqual(['c-3', 'c-2', 'c-1']);
    expect(await queueOf(store.db, 'annat', session)).toEqual([]);
    const leave = (current: Consultation) => ok(written({ ...step(current), queue: undefined }));
    await change(store, 'c-2', nothing, leave, monday);
    expect(await ids()).toEqual(['c-3', 'c-1']);
  });

  it('what is given up wakes those who wait for that session at once, and nobody else', async () => {
    const store = await aStore(engine);
    const place = { session, start };
    const holds = waiting('c-9', { is: 'booked', queue: undefined });
    await create(store, nothing, () => ok(written(holds, { place })), monday);
    await keep(store, waiting('c-1'));
    await keep(store, waiting('c-2', { queue: { ...queue, session: 'annan' } }));
    const due = async () =>
      (await dueTimers(store, monday.toISOString(), 9)).map(({ consultation }) => consultation);
    await change(store, 'c-9', nothing, (current) => ok(written(step(current), { place })), monday);
    expect(await due()).toEqual([]);
    await change(store, 'c-9', nothing, (current) => ok(written(step(current))), monday);
    expect(await due()).toEqual(['c-1']);
    await restQueue(store.db, 'klaralvdalen', session, monday.toISOString(), tomorrow);
    expect(await due()).toEqual([]);
    expect((await dueTimers(store, tomorrow, 9)).map(({ consultation }) => consultation)).toContain('c-1');
  });

  it('two that are served at the same moment never have the same place', async () => {
    const store = await aStore(engine);
    const association = await anAssociation();
    for (const id of ['c-1', 'c-2', 'c-3'])
      await keep(store, waiting(id, id === 'c-1' ? {} : { owner: 'cw-johan' }));
    // Each looks at a store in which nothing is taken yet.
    const facts = {
      association,
      now: monday,
      actor: association.people[0]!,
      load: () => ({ openLegs: 0, lastAskedAt: undefined }),
      absences: () => [],
      away: () => false,
      busy: () => [],
      taken: () => false,
      uid: 'uid',
      holders: [],
      entryForm: () => 'link' as const,
    };
    const results = await Promise.all(
      ['c-1', 'c-2', 'c-3'].map((id) =>
        change(
          store,
          id,
          nothing,
          (current) => {
            const served = serve(current, facts);
            if (!served.ok) return served;
            const { after, events } = served.value;
            return ok(writtenOf(facts, current, after, { verb: 'queue', actor: 'system', events }));
          },
          monday,
        ),
      ),
    );
    expect(results.filter(({ ok: done }) => done)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.refusal.code === 'taken')).toHaveLength(2);
  });

  it('two instances that run what is due give each in line a place of its own, first in line first', async () => {
    const store = await aStore(engine);
    const association = await anAssociation();
    const now = new Date('2026-09-07T07:00:00.000Z');
    for (const [n, id] of ['c-1', 'c-2', 'c-3'].entries())
      await keep(store, waiting(id, { sentAt: `2026-09-0${n + 1}T07:00:00.000Z` }), now.toISOString());
    const bots = [1, 2].map(() => anInnerBot({ store, association, sender: aSender(), now }));
    await Promise.all(bots.map(({ house }) => runDue(house, now)));
    const all = await Promise.all(['c-1', 'c-2', 'c-3'].map((id) => findById(store, id)));
    expect(all.map((one) => one?.is)).toEqual(['scheduling', 'scheduling', 'scheduling']);
    expect(all.map((one) => one?.times?.slots[0]?.start)).toEqual([
      '2026-09-10T11:00:00.000Z',
      '2026-09-10T11:30:00.000Z',
      '2026-09-10T12:00:00.000Z',
    ]);
    const day = ['2026-09-09T22:00:00.000Z', '2026-09-10T22:00:00.000Z'] as const;
    expect(await bookedIn(store.db, 'klaralvdalen', session, ...day)).toEqual(['c-1', 'c-2', 'c-3']);
  });

  it('an agenda remembers what it showed when it is to be looked at again, and where it stands', async () => {
    const store = await aStore(engine);
    const due = { personKey: 'klaralvdalen/fk-eva', kind: 'agenda', key: `${session} 2026-09-10` } as const;
    await setPersonDue(store.db, { ...due, dueAt: tomorrow, said: 'shown' });
    await setPersonDue(store.db, { ...due, dueAt: monday.toISOString(), said: '' });
    expect(await personDuesUpTo(store, tomorrow, 9)).toEqual([
      { ...due, dueAt: monday.toISOString(), said: 'shown' },
    ]);
    const card = { serviceUrl: 'https://smba.example/', conversationId: 'a:1', activityId: '1' };
    await keepAgendaCard(store, due.personKey, due.key, card);
    await keepAgendaCard(store, due.personKey, due.key, { ...card, activityId: '2' });
    expect(await agendaCardOf(store, due.personKey, due.key)).toEqual({ ...card, activityId: '2' });
    await dropAgendaCard(store.db, due.personKey, due.key);
    expect(await agendaCardOf(store, due.personKey, due.key)).toBeUndefined();
  });
});
