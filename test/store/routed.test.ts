import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import { countedOf } from '../../src/domain/counted.ts';
import { ok } from '../../src/domain/result.ts';
import type { RoutedEvent } from '../../src/domain/routedEvents.ts';
import { create } from '../../src/store/consultations.ts';
import type { Store } from '../../src/store/database.ts';
import { askedIn, changesOf, pastWith, requestsOf } from '../../src/store/routed.ts';
import { keepCounted } from '../../src/store/statistics.ts';
import { anAssociation } from '../support/innerBot.ts';
import { aConsultation, aLeg, nothing, written } from './builders.ts';
import { aStore, engines } from './files.ts';

const association = 'klaralvdalen';
const september = { from: '2026-09-01T00:00:00.000Z', until: '2026-10-01T00:00:00.000Z' };

/** Keeps a consultation that was sent on a day of September, with what its log row says. */
async function kept(
  store: Store,
  number: number,
  day: number,
  {
    but = {},
    verb = 'request.send',
    events = [],
  }: { but?: Partial<Consultation>; verb?: string; events?: readonly RoutedEvent[] } = {},
): Promise<void> {
  const at = `2026-09-${String(day).padStart(2, '0')}T07:00:00.000Z`;
  const made = aConsultation({
    id: `c-${number}`,
    reference: `K-${number}`,
    sentAt: at,
    createdAt: at,
    ...but,
  });
  const history = { verb, actor: 'soc-1', detail: { events: events as never } };
  await create(store, nothing, () => ok(written(made, { history })), new Date(at));
}

const offer = (to: string, named = 'fk-samverkan'): RoutedEvent => ({
  is: 'offered',
  agency: 'fk',
  to,
  function: named,
  rule: 0,
});

describe.each(engines)('what is read of routing on %s', (engine) => {
  it('counts who was asked in which function within a time, the newest first and no more than so many', async () => {
    const store = await aStore(engine);
    await kept(store, 1, 1, { events: [offer('fk-1'), offer('fk-2', 'fk-unga')] });
    await kept(store, 2, 2, { events: [{ is: 'sent' }, offer('fk-1')] });
    await kept(store, 3, 3, { events: [{ is: 'nobody', agency: 'fk' }] });
    // Before functions stood in the log, in another association, and too late.
    await kept(store, 4, 4, { events: [{ is: 'offered', agency: 'fk', to: 'fk-1' }] });
    await kept(store, 5, 5, { events: [offer('fk-1')], but: { association: 'annat' } });
    const until = '2026-09-05T00:00:00.000Z';
    const { asked, since } = await askedIn(store, association, { ...september, until }, 10);
    expect([...asked].sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
      { function: 'fk-samverkan', person: 'fk-1', count: 2 },
      { function: 'fk-unga', person: 'fk-2', count: 1 },
    ]);
    expect(since).toBeUndefined();
    const newest = await askedIn(store, association, { ...september, until }, 2);
    expect(newest.asked).toEqual([{ function: 'fk-samverkan', person: 'fk-1', count: 1 }]);
    expect(newest.since).toBe('2026-09-02T07:00:00.000Z');
  });

  it('gives the newest changes of some verbs, and what the rules look at in their consultations', async () => {
    const store = await aStore(engine);
    await kept(store, 1, 1, { verb: 'leg.assign', events: [offer('fk-1')] });
    await kept(store, 2, 2, { verb: 'respond.decline' });
    await kept(store, 3, 3);
    const verbs = ['leg.assign', 'respond.decline'];
    const rows = await changesOf(store, association, verbs, september.from, 10);
    expect(rows.map(({ consultation }) => consultation)).toEqual(['c-2', 'c-1']);
    expect(rows[1]?.detail.events).toEqual([offer('fk-1')]);
    expect(await changesOf(store, association, verbs, september.from, 1)).toHaveLength(1);
    const found = await requestsOf(store, ['c-1', 'c-9']);
    expect([...found.keys()]).toEqual(['c-1']);
    expect(found.get('c-1')).toMatchObject({ municipality: 'sunne', ageBand: '30-59' });
  });

  it('gives one agency’s part of what was sent, of what is only counted too', async () => {
    const store = await aStore(engine);
    const assigned = { rule: undefined, because: [], chosen: 'assigned', openLegs: 0 } as const;
    const legs = [aLeg({ is: 'accepted', routing: assigned, barred: ['fk-2'] })];
    await kept(store, 1, 1, { but: { legs } });
    await kept(store, 2, 2, { but: { legs: [aLeg({ agency: 'af' })] } });
    await kept(store, 3, 3);
    await kept(store, 4, 4, { but: { is: 'draft', sentAt: undefined } });
    const declined = {
      by: 'fk-1',
      at: '2026-06-01T07:00:00.000Z',
      reason: 'wrong-area',
      text: '',
      suggest: undefined,
    } as const;
    const gone = aConsultation({
      association,
      sentAt: '2026-06-01T07:00:00.000Z',
      is: 'closed',
      closedAt: '2026-07-01T07:00:00.000Z',
      legs: [aLeg({ is: 'advised', declines: [declined] })],
    });
    const row = countedOf(await anAssociation(), gone, {});
    await store.transact((trx) => keepCounted(trx, store.bytes, association, row));
    const { past, whole } = await pastWith(
      store,
      association,
      'fk',
      september,
      10,
      (quarter) => quarter === '2026-Q2',
    );
    expect(whole).toBe(true);
    expect(
      past.map(({ state, declines, barred, byHand }) => [state, declines, barred, byHand]).sort(),
    ).toEqual([
      ['accepted', [], ['fk-2'], 'fk-samverkan'],
      ['advised', ['wrong-area'], [], undefined],
      ['offered', [], [], undefined],
    ]);
    const none = await pastWith(store, association, 'fk', september, 1, () => false);
    expect(none.past.map(({ state }) => state)).toEqual(['offered']);
    expect(none.whole).toBe(false);
  });
});
