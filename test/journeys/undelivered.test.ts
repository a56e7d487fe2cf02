import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { create } from '../../src/store/consultations.ts';
import { queue } from '../../src/store/outbox.ts';
import { recordsBetween } from '../../src/store/records.ts';
import type { Answer } from '../../src/teams/incoming.ts';
import type { SendResult } from '../../src/teams/sender.ts';
import { aConsultation, aLeg, nothing, written } from '../store/builders.ts';
import { aStore } from '../store/files.ts';
import { actionsOf } from '../support/fakeCards.ts';
import { cardText } from '../support/fakeTeams.ts';
import { aMessage, anAssociation, anInnerBot, aPress, aSender, seat } from '../support/innerBot.ts';

const now = new Date('2026-09-07T07:00:00Z');
const read = (answer: Answer): string =>
  answer.is === 'card' ? cardText(answer.card) : answer.is === 'text' ? answer.text : '';

/** A bot whose Teams answers as `fate` says; everybody but Karin's colleagues has a chat. */
async function opened(limits = {}) {
  const store = await aStore();
  const association = await anAssociation();
  const person = (id: string) => association.people.find((one) => one.id === id) ?? expect.fail(id);
  const fate: { create: SendResult; update: SendResult } = {
    create: { is: 'sent', activityId: 'a' },
    update: { is: 'sent', activityId: undefined },
  };
  let sent = 0;
  const said: string[] = [];
  const sender = {
    ...aSender(),
    create: async (_chat: unknown, out: { text?: string }): Promise<SendResult> => {
      said.push(out.text ?? '');
      return fate.create.is === 'sent' ? { is: 'sent', activityId: `a-${sent++}` } : fate.create;
    },
    update: async () => fate.update,
    open: async () => ({ is: 'refused', status: 403, reason: 'blocked' }) as const,
  };
  const logged: unknown[] = [];
  const real = { now: Date.parse('2026-11-22T08:00:00Z') };
  const bot = anInnerBot({
    store,
    association,
    sender,
    now,
    realNow: () => real.now,
    limits: { paced: false, ...limits },
    log: (line) => logged.push(line),
  });
  await seat(store, association, now);
  const consultation = aConsultation({
    owner: 'cw-maria',
    request: { ...aConsultation().request, municipality: 'hagfors' },
    legs: [aLeg({ asked: 'fk-eva' })],
  });
  await create(store, nothing, () => ok(written(consultation)), now);
  const row = (key: string, to: string, kind = 'notify') => ({
    key,
    to: `${association.id}/${to}`,
    kind,
    payload: { consultation: consultation.id, news: 'accepted:fk' },
  });
  const states = async () =>
    Object.fromEntries(
      (await store.db.selectFrom('outbox').select(['key', 'state']).execute()).map(({ key, state }) => [
        key,
        state,
      ]),
    );
  onTestFinished(() => bot.stop());
  return { store, association, person, fate, said, logged, real, bot, row, states };
}

/** The buttons of a card, by what they say. */
const buttonsOf = (answer: Answer, title: string) =>
  actionsOf((answer.is === 'card' ? answer.card : {}) as never, true)
    .map(({ action }) => action)
    .filter((action) => action.title === title);

describe('what did not arrive', () => {
  it('is on the coordinator’s table with who, what, since when and what to do, and goes with “Klart”', async () => {
    const { store, association, person, fate, bot, row, states, logged } = await opened();
    fate.create = { is: 'refused', status: 413, reason: 'too-big' };
    await queue(store, [row('one', 'fk-eva'), row('two', 'fk-eva')], now);
    await store.db
      .insertInto('outbox')
      .values(
        (['fault', 'gone'] as const).map((reason, place) => ({
          sequence: 900 + place,
          key: `old-${reason}`,
          recipient: `${association.id}/af-omar`,
          association: association.id,
          kind: 'refresh',
          payload: JSON.stringify({ consultation: 'c-1' }),
          state: 'dead',
          run_at: '',
          token: null,
          attempts: 8,
          created_at: now.toISOString(),
          activity_id: null,
          reason,
        })),
      )
      .execute();
    bot.start();
    await expect.poll(states).toMatchObject({ one: 'dead', two: 'dead' });
    expect(logged).toContainEqual({ event: 'refused', kind: 'notify', outcome: 'too-big', status: 413 });

    const karin = person('co-karin');
    const shown = await bot.handle(aPress(karin, 'status.show', {}));
    const text = read(shown);
    expect(text).toContain('Meddelanden som inte kom fram');
    expect(text).toMatch(/Eva Dahl: besked om K-BCDFG-H, sedan .*9\.00/);
    expect(text).toContain('Teams tog inte emot meddelandet. Ring');
    expect(text).toMatch(/Omar Aziz: uppdatering av kort om K-BCDFG-H/);
    // Nobody else sees it, nor may do anything about it.
    expect(read(await bot.handle(aPress(person('cw-maria'), 'status.show', {})))).not.toContain('Omar Aziz');

    const done = buttonsOf(shown, 'Klart')[0] as { data: Record<string, unknown> };
    const before = await states();
    await bot.handle(aPress(person('cw-maria'), 'delivery.dismiss', done.data));
    expect(await states()).toEqual(before);

    const press = (id: string) => bot.handle(aPress(karin, 'delivery.dismiss', done.data, id));
    const answers = [await press('once'), await press('once'), await press('anew')];
    for (const answer of answers) {
      expect(read(answer)).not.toContain('Eva Dahl');
      expect(read(answer)).toContain('Omar Aziz');
    }
    expect(await states()).toMatchObject({ one: 'noted', two: 'noted', 'old-fault': 'dead' });
    // Who took note of what is kept, once.
    const acts = (await recordsBetween(store, association.id, '2026', '2027')).filter(
      ({ verb }) => verb === 'delivery.dismiss',
    );
    expect(acts.map(({ actor, detail, kind }) => ({ actor, detail, kind }))).toEqual(
      Array(2).fill({ actor: 'co-karin', detail: { to: 'fk-eva', message: 'notify' }, kind: 'act' }),
    );
  });

  it('is sent anew when the coordinator says so, and is off the table when it has arrived', async () => {
    const { store, person, fate, bot, row, states } = await opened();
    fate.create = { is: 'refused', status: 400, reason: 'bad' };
    await queue(store, [row('one', 'fk-eva')], now);
    bot.start();
    await expect.poll(states).toMatchObject({ one: 'dead' });
    const karin = person('co-karin');
    const shown = await bot.handle(aPress(karin, 'status.show', {}));
    const again = buttonsOf(shown, 'Försök igen')[0] as { data: Record<string, unknown> };
    fate.create = { is: 'sent', activityId: 'a' };
    await bot.handle(aPress(karin, 'delivery.retry', again.data));
    await expect.poll(states).toMatchObject({ one: 'sent' });
    expect(read(await bot.handle(aPress(karin, 'status.show', {})))).not.toContain('Eva Dahl: besked');
  });

  it('is off the table when the person has been reached by something later, or has a chat again', async () => {
    const { store, person, fate, bot, row, states } = await opened();
    fate.create = { is: 'refused', status: 403, reason: 'blocked' };
    await queue(store, [row('blocked', 'fk-eva')], now);
    bot.start();
    await expect.poll(states).toMatchObject({ blocked: 'dead' });
    fate.create = { is: 'refused', status: 400, reason: 'bad' };
    await queue(store, [row('bad', 'fk-lars')], now);
    bot.house.wake();
    await expect.poll(states).toMatchObject({ bad: 'dead' });
    const seen = async () => read(await bot.handle(aPress(person('co-karin'), 'status.show', {})));
    expect(await seen()).toMatch(/Eva Dahl: besked.*\nHen har blockerat/);
    expect(await seen()).toContain('Lars');

    fate.create = { is: 'sent', activityId: 'a' };
    await bot.handle(aMessage(person('fk-eva'), 'hjälp'));
    await expect.poll(states).toMatchObject({ blocked: 'sent' });
    await queue(store, [row('later', 'fk-lars')], now);
    bot.house.wake();
    await expect.poll(states).toMatchObject({ later: 'sent' });
    expect(await seen()).toMatch(/Meddelanden som inte kom fram\n*\s*inga/);
  });
});

describe('somebody who goes too fast', () => {
  it('is told so, once a minute where it takes a message, and nothing is done or kept', async () => {
    const { store, person, said, real, bot } = await opened({ perMinute: 30 });
    const eva = person('fk-eva');
    const counted = async () => ({
      inbox: (await store.db.selectFrom('inbox').selectAll().execute()).length,
      outbox: (await store.db.selectFrom('outbox').selectAll().execute()).length,
      log: (await store.db.selectFrom('records').selectAll().execute()).length,
    });
    for (let press = 0; press < 15; press += 1)
      expect(read(await bot.handle(aPress(eva, 'help.show', {})))).toContain('Det här kan du göra');
    const before = await counted();
    for (let press = 0; press < 3; press += 1)
      expect(await bot.handle(aPress(eva, 'respond.accept', { ref: 'K-BCDFG-H' }))).toEqual({
        is: 'text',
        text: 'Det går för fort. Vänta en minut.',
      });
    // The others are not held back by it.
    expect(read(await bot.handle(aPress(person('fk-lars'), 'help.show', {})))).toContain(
      'Det här kan du göra',
    );
    real.now += 60_000;
    for (let message = 0; message < 15; message += 1) await bot.handle(aMessage(eva, 'hjälp'));
    const after = await counted();
    said.length = 0;
    for (let message = 0; message < 20; message += 1) await bot.handle(aMessage(eva, 'acceptera K-BCDFG-H'));
    expect(said).toEqual(['Det går för fort. Vänta en minut.']);
    expect(await counted()).toEqual(after);
    expect(after).toMatchObject({ outbox: before.outbox, log: before.log });
    real.now += 2_000;
    expect(read(await bot.handle(aPress(eva, 'help.show', {})))).toContain('Det här kan du göra');
  });

  it('is met with silence after five a minute, if nobody knows them', async () => {
    const { person, said, real, bot } = await opened();
    const stranger = {
      ...person('fk-eva'),
      identities: [{ ...person('fk-eva').identities[0]!, aadObjectId: 'x' }],
    };
    for (let message = 0; message < 9; message += 1) await bot.handle(aMessage(stranger, 'hej'));
    expect(said).toHaveLength(5);
    real.now += 12_000;
    for (let message = 0; message < 9; message += 1) await bot.handle(aMessage(stranger, 'hej'));
    expect(said).toHaveLength(6);
  });
});
