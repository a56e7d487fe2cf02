import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { create } from '../../src/store/consultations.ts';
import { queue } from '../../src/store/outbox.ts';
import { noCredentials } from '../../src/teams/credentials.ts';
import { createSender, type Sender, type SendResult } from '../../src/teams/sender.ts';
import { aConsultation, aLeg, nothing, written } from '../store/builders.ts';
import { aStore } from '../store/files.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { anAssociation, anInnerBot, seat } from '../support/innerBot.ts';

const now = new Date('2026-09-07T07:00:00Z');
const ROWS = 240;

describe('answers that are lost', () => {
  it('lead to one more message at the most, a minute later, and to no request the bot does not know of', {
    timeout: 120_000,
  }, async () => {
    const store = await aStore();
    const association = await anAssociation();
    const teams = await startFakeTeams({ tenantId: association.tenants[0]! });
    onTestFinished(() => teams.stop());
    const chats = new Map(
      association.people.map(({ id, name, identities }) => [
        id,
        teams.person({ name, ...identities[0]! }).place,
      ]),
    );
    await seat(store, association, now, teams.serviceUrl, ({ id }) => chats.get(id)!.id);

    // A fifth of all creates arrive, and their answers do not.
    for (let fault = 0; fault < ROWS; fault += 1)
      teams.fault(
        fault % 2 === 0
          ? { op: 'create', status: 502, deliver: true, skip: 4 }
          : { op: 'create', reset: true, deliver: true, skip: 4 },
      );

    const results: SendResult['is'][] = [];
    const sender = createSender({
      mode: 'local',
      serviceHosts: [teams.serviceHost],
      credentials: noCredentials,
    });
    const counted: Sender = {
      ...sender,
      create: async (...given) => {
        const result = await sender.create(...given);
        results.push(result.is);
        return result;
      },
    };
    const real = { ahead: 0 };
    const realNow = () => Date.now() + real.ahead;
    const bot = anInnerBot({ store, association, sender: counted, now, realNow, limits: { paced: false } });
    const consultation = aConsultation({
      owner: 'cw-maria',
      request: { ...aConsultation().request, municipality: 'hagfors' },
      legs: [aLeg({ asked: 'fk-eva' })],
    });
    await create(store, nothing, () => ok(written(consultation)), now);
    const people = association.people.filter(({ role }) => role !== 'observer').map(({ id }) => id);
    await queue(
      store,
      Array.from({ length: ROWS }, (_, number) => ({
        key: `row-${number}`,
        to: `${association.id}/${people[number % people.length]}`,
        kind: 'notify',
        payload: { consultation: consultation.id, news: 'accepted:fk' },
      })),
      now,
    );
    bot.start();
    onTestFinished(() => bot.stop());
    const rows = () => store.db.selectFrom('outbox').selectAll().where('key', 'like', 'row-%').execute();
    /** Who is first in line for each recipient has been put off, and nobody has it in hand. */
    const allWait = async () => {
      const line = await store.db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'pending')
        .orderBy('sequence')
        .execute();
      const firsts = new Map([...line].reverse().map((row) => [row.recipient, row]));
      return [...firsts.values()].every(
        ({ token, run_at }) => token === null && run_at > new Date(realNow()).toISOString(),
      );
    };
    for (;;) {
      await expect.poll(allWait, { timeout: 20_000 }).toBe(true);
      if ((await rows()).every(({ state }) => state !== 'pending')) break;
      real.ahead += 60_000;
    }
    const settled = await rows();
    const creates = teams.requests.filter(({ op }) => op === 'create');
    const unsure = results.filter((is) => is === 'unknown').length;
    expect(unsure).toBeGreaterThan(ROWS / 6);
    // One request for each time the bot sent: nothing between it and the wire sends again.
    expect(creates).toHaveLength(results.length);
    // What was sent twice was marked, and nothing was sent a third time.
    const resent = settled.filter(({ reason }) => reason === 'resent');
    expect(creates).toHaveLength(ROWS + resent.length);
    for (const { state, attempts, reason } of settled) {
      expect(['sent', 'unknown']).toContain(state);
      expect(attempts).toBe(reason === 'resent' ? 2 : 1);
      if (state === 'unknown') expect(reason).toBe('resent');
    }
    // Everybody has every message, and no more of them than answers were lost.
    const visible = [...chats.values()].reduce((sum, { messages }) => sum + messages.length, 0);
    expect(visible - ROWS).toBeLessThanOrEqual(unsure);
    for (const person of people) {
      const meant = settled.filter(({ recipient }) => recipient === `${association.id}/${person}`);
      expect(chats.get(person)!.messages.length, person).toBeGreaterThanOrEqual(meant.length);
    }
  });
});
