import { afterEach, describe, expect, it } from 'vitest';
import { noCredentials } from '../../src/teams/credentials.ts';
import type { Answer, Incoming } from '../../src/teams/incoming.ts';
import { createSender } from '../../src/teams/sender.ts';
import { openDoor } from '../../src/teams/server.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { aCard, openedDoor } from './openedDoor.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const opened = async (handle?: (incoming: Incoming) => Promise<Answer>, more: object = {}) => {
  const one = await openedDoor({ handle, ...more });
  open.push(one);
  return one;
};
const execute = { action: { type: 'Action.Execute', verb: 'x', data: {} }, trigger: 'manual' };
const secretText = 'Kalle 19121212-1212';

describe('an answer to a press', () => {
  it('is the card, in the body', async () => {
    const { maria } = await opened(async () => ({ is: 'card', card: aCard('svar') }));
    const turn = await maria.invoke('adaptiveCard/action', execute);
    expect([turn.status, turn.body]).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: aCard('svar') },
    ]);
  });

  it('is a text, in the body', async () => {
    const { maria } = await opened(async () => ({ is: 'text', text: 'klart' }));
    expect((await maria.invoke('adaptiveCard/action', execute)).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'klart',
    });
  });

  it('is for the presser alone, a card with refresh before it or not', async () => {
    const { maria, teams } = await opened(async () => ({
      is: 'card',
      card: aCard('bara du', { refresh: { action: { type: 'Action.Execute', verb: 'x' }, userIds: [] } }),
    }));
    for (const _ of [1, 2, 3]) await maria.invoke('adaptiveCard/action', execute);
    expect(teams.requests.filter(({ op }) => op !== 'metadata' && op !== 'keys')).toEqual([]);
  });

  it('may be silence', async () => {
    const { maria } = await opened();
    const turn = await maria.invoke('adaptiveCard/action', execute);
    expect([turn.status, turn.body]).toEqual([200, undefined]);
  });

  it.each(['task/fetch', 'composeExtension/query', 'signin/verifyState', 'fileConsent/invoke', ''])(
    'is 501 for an invoke nobody answers, and the house is not asked: %s',
    async (name) => {
      const { maria, incoming } = await opened();
      expect((await maria.invoke(name, {})).status).toBe(501);
      expect(incoming).toEqual([]);
    },
  );
});

describe('a fault in the house', () => {
  const boom = async (): Promise<Answer> => {
    throw Object.assign(new Error(`${secretText}\n    at K-1 (${secretText}:1:1)`), { code: 'SQLITE_BUSY' });
  };
  it('is answered with a reference that the log has too, without a word of its message', async () => {
    const { maria, log } = await opened(boom);
    const said = await maria.say('hej');
    const pressed = await maria.invoke('adaptiveCard/action', execute);
    const [first, second] = log.filter(({ event }) => event === 'fault');
    expect([said.status, said.body]).toEqual([500, { error: 'fault', reference: first?.reference }]);
    expect([pressed.status, pressed.body]).toEqual([
      200,
      {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: 'fault', message: second?.reference },
      },
    ]);
    expect(first).toMatchObject({ kind: 'message', name: 'Error', code: 'SQLITE_BUSY' });
    expect(first?.place).toMatch(/server\.test\.ts/);
    expect(JSON.stringify([log, said.body, pressed.body])).not.toMatch(/Kalle|1212/);
  });

  it('is a card too large to draw', async () => {
    const { maria, log } = await opened(async () => ({ is: 'card', card: aCard('x'.repeat(29_000)) }));
    expect(await maria.invoke('adaptiveCard/action', execute)).toMatchObject({ body: { statusCode: 500 } });
    expect(log[0]).toMatchObject({ event: 'fault', name: 'RangeError' });
  });

  it('does not disturb the next turn', async () => {
    const { maria } = await opened(async ({ text }) => (text === 'fel' ? boom() : { is: 'nothing' }));
    expect((await maria.say('fel')).status).toBe(500);
    expect((await maria.say('hej')).status).toBe(200);
  });
});

describe('what the door writes down', () => {
  it('holds no text, no person and no token', async () => {
    const { maria, log, teams } = await opened();
    await maria.say(secretText);
    await maria.invoke('adaptiveCard/action', { action: { verb: 'x', data: { text: secretText } } });
    await teams.post(teams.activity(maria, { text: secretText }), { token: 'Bearer secret.token.here' });
    await teams.post(`{"type":"${secretText}`);
    const written = JSON.stringify(log);
    expect(log).toHaveLength(4);
    for (const secret of [
      'Kalle',
      '1212',
      'secret',
      maria.name,
      maria.aadObjectId,
      maria.id,
      maria.place.id,
      'eyJ',
    ]) {
      expect(written).not.toContain(secret);
    }
  });

  it('says when a tenant is not on the list, and leaves the judging to the house', async () => {
    const { teams, log, incoming, maria } = await opened();
    await maria.say('hej');
    await teams.person({ name: 'Bo Ek', tenantId: 'elsewhere' }).say('hej');
    expect(log.map(({ tenantListed }) => tenantListed)).toEqual([true, false]);
    expect(incoming).toHaveLength(2);
  });

  it('is not flooded by junk', async () => {
    const { teams, log } = await opened();
    for (let n = 0; n < 150; n += 1) await teams.post('{}');
    expect(log.length).toBeLessThanOrEqual(200);
    expect(log.length).toBeGreaterThanOrEqual(100);
    expect(log.filter(({ event }) => event === 'turned-away').length).toBeLessThan(150);
  });
});

describe('the rest of the house over HTTP', () => {
  const routes = [
    {
      path: '/healthz',
      respond: async () => ({ status: 200, type: 'text/plain; charset=utf-8', body: 'väl' }),
    },
    {
      path: '/readyz',
      respond: async () => {
        throw new Error(secretText);
      },
    },
  ];
  it('answers the given routes, with security headers on everything', async () => {
    const { door, log } = await opened(undefined, { routes });
    const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${door.port}${path}`, { method });
    const health = await get('/healthz');
    expect([health.status, health.headers.get('content-type'), await health.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'väl',
    ]);
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      500,
      { error: 'fault', reference: log[0]?.reference },
    ]);
    expect(JSON.stringify(log)).not.toContain('Kalle');
    const others: [string, string, number][] = [
      ['/nope', 'GET', 404],
      ['/api/messages', 'GET', 405],
      ['/api/messages', 'PUT', 405],
      ['/api/messages', 'DELETE', 405],
      ['/healthz', 'POST', 405],
      ['/%E0%A4%A', 'GET', 404],
      ['/api/messages/x', 'POST', 404],
    ];
    for (const [path, method, status] of others) {
      const answer = await get(path, method);
      const body = await answer.text();
      expect([path, method, answer.status]).toEqual([path, method, status]);
      expect(body).not.toContain('nope');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('server')).toBeNull();
    }
  });

  it('finishes the turn under way before it closes', async () => {
    const gate = { open: () => {} };
    const held = new Promise<void>((resolve) => (gate.open = resolve));
    const began = { yes: () => {} };
    const inside = new Promise<void>((resolve) => (began.yes = resolve));
    const { maria, door } = await opened(async () => {
      began.yes();
      await held;
      return { is: 'nothing' };
    });
    const turn = maria.say('hej');
    await inside;
    const closed = door.close();
    gate.open();
    expect((await turn).status).toBe(200);
    await closed;
    await expect(fetch(`http://127.0.0.1:${door.port}/healthz`)).rejects.toThrow();
  });
});

describe('a door with a sender', () => {
  it('sends what a message is answered with over our own transport, once', async () => {
    const teams = await startFakeTeams();
    const sender = createSender({ mode: 'local', serviceHosts: [], credentials: noCredentials });
    const answers: Answer[] = [
      { is: 'text', text: 'hej du' },
      { is: 'card', card: aCard('kort') },
      { is: 'text', text: 'x' },
    ];
    const settings = {
      mode: 'local',
      host: '127.0.0.1',
      port: 0,
      botId: undefined,
      tenants: new Set<string>(),
      serviceHosts: [],
      openIdMetadata: '',
      issuer: '',
    } as const;
    const log: object[] = [];
    const door = await openDoor(
      settings,
      async () => answers.shift() ?? { is: 'nothing' },
      [],
      (line) => log.push(line),
      sender,
    );
    open.push({ close: () => teams.stop().then(door.close) });
    teams.connect(door.port);
    const maria = teams.person({ name: 'Maria Ek' });
    await maria.say('ett');
    await maria.say('två');
    expect(maria.texts).toEqual(['hej du', 'kort']);
    teams.fault({ op: 'create', status: 500, times: 9 });
    expect((await maria.say('tre')).status).toBe(500);
    expect(teams.requests.filter(({ op }) => op === 'create')).toHaveLength(3);
    expect(teams.lint).toEqual([]);
  });
});
