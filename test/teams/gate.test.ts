import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TokenChanges } from '../support/fakeIdentity.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { appId, openedDoor } from './openedDoor.ts';

let opened: Awaited<ReturnType<typeof openedDoor>>;
beforeAll(async () => {
  opened = await openedDoor();
});
afterAll(() => opened.close());
beforeEach(() => {
  opened.incoming.length = 0;
  opened.log.length = 0;
});

const now = () => Math.floor(Date.now() / 1000);
const post = (fields: Record<string, unknown> = {}, token?: TokenChanges | string | false) =>
  opened.teams.post(opened.teams.activity(opened.maria, fields), { token });

describe('a token the connector could have made', () => {
  const good: [string, TokenChanges][] = [
    ['as it comes', {}],
    ['signed with RS384', { alg: 'RS384' }],
    ['signed with RS512', { alg: 'RS512' }],
    ['expired 299 s ago, within the tolerance', { claims: { exp: now() - 290 } }],
    ['valid from 4 min ahead, within the tolerance', { claims: { nbf: now() + 240 } }],
    ['without nbf', { claims: { nbf: undefined } }],
    ['without iat', { claims: { iat: undefined } }],
    ['without typ', { header: { typ: undefined } }],
    ['with claims of no meaning here', { claims: { tid: 'somebody-else', appid: 'x' } }],
  ];
  it.each(good)('lets in: %s', async (_name, changes) => {
    const turn = await post({}, changes);
    expect(turn.status).toBe(200);
    expect(opened.incoming).toHaveLength(1);
  });
});

describe('a token the connector has not made', () => {
  const bad: [string, TokenChanges | string | false][] = [
    ['none', false],
    ['an empty header', ''],
    ['Basic', 'Basic dTpw'],
    ['a bare word', 'Bearer'],
    ['Bearer and nothing', 'Bearer '],
    ['garbage', 'Bearer garbage'],
    ['three garbage parts', 'Bearer a.b.c'],
    ['JSON parts that are no objects', 'Bearer MQ.MQ.MQ'],
    ['a long garbage token', `Bearer ${'a'.repeat(9000)}.b.c`],
    ['no issuer', { claims: { iss: undefined } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['the issuer with a slash', { claims: { iss: 'https://api.botframework.com/' } }],
    ['the issuer among others', { claims: { iss: ['https://api.botframework.com'] } }],
    [
      'an Entra v2 issuer of any tenant (emulator path)',
      { claims: { iss: 'https://login.microsoftonline.com/t/v2.0', azp: appId, ver: '2.0' } },
    ],
    [
      'an Entra v1 issuer of any tenant (emulator path)',
      { claims: { iss: 'https://sts.windows.net/t/', appid: appId, ver: '1.0' } },
    ],
    [
      "a skill's token",
      {
        claims: {
          iss: 'https://login.microsoftonline.com/t/v2.0',
          azp: 'other-bot',
          ver: '2.0',
          appid: 'other-bot',
        },
      },
    ],
    ["an AseChannel's issuer", { claims: { iss: 'https://api.botframework.azure.us' } }],
    ['no audience', { claims: { aud: undefined } }],
    ['another audience', { claims: { aud: 'another-bot' } }],
    [
      'the connector as audience (a leaked outgoing token)',
      { claims: { aud: 'https://api.botframework.com' } },
    ],
    ['an empty audience', { claims: { aud: '' } }],
    ['the bot among other audiences', { claims: { aud: [appId, 'another-bot'] } }],
    ['expired 6 min ago', { claims: { exp: now() - 360 } }],
    ['expired 310 s ago', { claims: { exp: now() - 310 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['expiry as a word', { claims: { exp: 'tomorrow' } }],
    ['not valid for another 10 min', { claims: { nbf: now() + 600 } }],
    ['not valid for another 310 s', { claims: { nbf: now() + 320 } }],
    ['nbf as a word', { claims: { nbf: 'now' } }],
    ['unsigned (alg none)', { alg: 'none' }],
    ['unsigned, spelled None', { alg: 'none', header: { alg: 'None' } }],
    ['HS256 with the public key as secret', { alg: 'HS256' }],
    ['PS256', { alg: 'PS256' }],
    ['RS256 claimed, signed with RS512', { alg: 'RS512', header: { alg: 'RS256' } }],
    ['another key under the right id', { key: 'other' }],
    ['a key nobody has published', { key: 'unpublished' }],
    ["a key without the channel's endorsement", { key: 'unendorsed' }],
    ['no key id', { header: { kid: undefined } }],
    ['a key id that is no string', { header: { kid: 1 } }],
    [
      'a key of its own in the header',
      { key: 'unpublished', header: { kid: undefined, jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } } },
    ],
    ['a critical header nobody knows', { header: { crit: ['newer'], newer: true } }],
    ['no serviceurl claim', { claims: { serviceurl: undefined } }],
    ['another serviceurl claim', { claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' } }],
    ['a serviceurl claim that is no string', { claims: { serviceurl: 5 } }],
  ];
  it.each(bad)('turns away: %s', async (_name, token) => {
    const turn = await post({}, token);
    expect(turn.status).toBe(401);
    expect(turn.body).toEqual({ error: 'unauthorized' });
    expect(opened.incoming).toHaveLength(0);
    expect(opened.log).toEqual([
      { event: 'turned-away', status: 401, code: expect.stringMatching(/^[\w-]{3,40}$/) },
    ]);
  });

  it('turns away a changed signature, a changed body of claims and a shortened token', async () => {
    const [header, claims, signature = ''] = opened.teams.token().split('.');
    const other = opened.teams.token({ claims: { sub: 'x' } }).split('.')[1];
    const flipped = (signature[9] === 'A' ? 'B' : 'A') + signature.slice(1);
    for (const token of [
      `${header}.${claims}.${flipped}x`,
      `${header}.${other}.${signature}`,
      `${header}.${claims}`,
    ]) {
      expect((await post({}, `Bearer ${token}`)).status).toBe(401);
    }
    expect(opened.incoming).toHaveLength(0);
  });

  it('turns away two Authorization headers, though the first is good', async () => {
    const bearer = `Bearer ${opened.teams.token()}`;
    const turn = await opened.teams.post(opened.teams.activity(opened.maria), {
      token: false,
      headers: { Authorization: [bearer, bearer] },
    });
    expect(turn.status).toBe(401);
  });
});

describe('an activity that does not fit its token', () => {
  const rows: [string, Record<string, unknown>, number][] = [
    ['another serviceUrl', { serviceUrl: 'http://127.0.0.1:9/' }, 401],
    ['an empty serviceUrl', { serviceUrl: '' }, 401],
    ['no serviceUrl', { serviceUrl: undefined }, 401],
    ['an empty channelId', { channelId: '' }, 401],
    ['no channelId', { channelId: undefined }, 401],
    ['an unendorsed channel', { channelId: 'webchat' }, 401],
    ["the emulator's channel", { channelId: 'emulator' }, 401],
    ['the channel in capitals', { channelId: 'MSTeams' }, 401],
    ['a serviceUrl that is no string', { serviceUrl: 5 }, 400],
    ['a channelId that is no string', { channelId: ['msteams'] }, 400],
    ['a type that is no string', { type: 5 }, 400],
    ['no type', { type: undefined }, 400],
    ['an id that is no string', { id: {} }, 400],
    ['no conversation', { conversation: undefined }, 400],
    ['a conversation that is a string', { conversation: 'x' }, 400],
    ['a conversation that is a list', { conversation: [] }, 400],
    ['a conversation without id', { conversation: {} }, 400],
  ];
  it.each(rows)('turns away: %s', async (_name, fields, status) => {
    expect((await post(fields)).status).toBe(status);
    expect(opened.incoming).toHaveLength(0);
  });

  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'http://169.254.169.254/latest/',
    'http://127.0.0.1:1/',
    'ftp://127.0.0.1/',
    'not an address',
    'http://user:pw@127.0.0.1/',
    'http://user@HOST/emea/',
    'http://HOST/emea/?to=x',
  ])('turns away a connector that is not on the list, though its token agrees: %s', async (address) => {
    const serviceUrl = address.replace('HOST', opened.teams.serviceHost);
    const turn = await post({ serviceUrl }, { claims: { serviceurl: serviceUrl } });
    expect(turn.status).toBe(401);
    expect(opened.log[0]?.code).toBe('service-host');
  });
});

describe('a body', () => {
  const raw = (body: string, headers: http.OutgoingHttpHeaders = {}) => opened.teams.post(body, { headers });
  const wide = (bytes: number) => {
    const activity = { ...opened.teams.activity(opened.maria), text: '' };
    const room = bytes - Buffer.byteLength(JSON.stringify(activity));
    return JSON.stringify({ ...activity, text: 'a'.repeat(room) });
  };

  it.each([
    '',
    '{}',
    '[]',
    '5',
    'null',
    '"x"',
    '{"type":5}',
    '{"type":"message"',
    '\u0000',
    '{"type":"message"}',
    'a=b',
  ])('of no activity is a bad request: %j', async (body) => {
    const turn = await raw(body);
    expect([turn.status, turn.body]).toEqual([400, { error: 'bad request' }]);
  });

  it('of 256 KB is read, a byte more is not', async () => {
    expect((await raw(wide(262_144))).status).toBe(200);
    expect((await raw(wide(262_145))).status).toBe(413);
  });

  it('of 3 MB is answered 413 with and without a declared length', async () => {
    const body = wide(3_000_000);
    expect((await raw(body, { 'Content-Length': body.length })).status).toBe(413);
    expect((await raw(body, { 'Transfer-Encoding': 'chunked' })).status).toBe(413);
  });

  it.each(['multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencoded', ''])(
    'of another type is not read: %s',
    async (type) => {
      expect((await raw('--x\r\n', { 'Content-Type': type })).status).toBe(415);
    },
  );

  it('that is compressed is not unpacked', async () => {
    expect((await raw('{}', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it('nested 10 000 deep, with half characters, NUL and __proto__ harms nothing', async () => {
    const activity = opened.teams.activity(opened.maria);
    const odd = JSON.stringify({ ...activity, text: 'a\ud800b\u0000c', id: '' }).slice(0, -1);
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const turn = await raw(
      `${odd},"value":{"__proto__":{"polluted":true},"deep":${deep}},"entities":${deep}}`,
    );
    expect(turn.status).toBe(200);
    expect(opened.incoming[0]?.text).toBe('a\ufffdbc');
    expect(opened.incoming[0]?.id).toMatch(/^sha256:/);
    expect(Object.keys(opened.incoming[0]?.inputs ?? {})).toEqual(['deep']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('of bytes that are no UTF-8 is a bad request', async () => {
    const activity = JSON.stringify(opened.teams.activity(opened.maria, { text: '#' }));
    const status = await new Promise((resolve) => {
      const request = http.request(
        {
          port: opened.door.port,
          method: 'POST',
          path: '/api/messages',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${opened.teams.token()}` },
        },
        (response) => resolve(response.resume().statusCode),
      );
      request.end(Buffer.from(activity.replace('#', '\u00ff'), 'latin1'));
    });
    expect(status).toBe(400);
  });

  it('with any field of any kind is 200 or 400, never a fault', async () => {
    const values = [
      null,
      5,
      'x',
      [],
      [null],
      {},
      { id: 5 },
      [{ type: 'mention', text: 5, mentioned: null }],
      true,
      { tenant: 'x' },
    ];
    const fields = [
      'from',
      'recipient',
      'channelData',
      'entities',
      'attachments',
      'value',
      'text',
      'locale',
      'name',
      'action',
      'replyToId',
      'conversation',
      'id',
      'type',
    ];
    for (const field of fields) {
      for (const value of values) {
        for (const type of ['message', 'invoke', 'conversationUpdate']) {
          const { status } = await post({ type, [field]: value });
          expect([200, 400, 501], `${type} ${field} ${JSON.stringify(value)}`).toContain(status);
        }
      }
    }
    expect(opened.log.filter(({ event }) => event === 'fault')).toEqual([]);
  });
});

describe('the local door', () => {
  it('asks for no token but believes only this machine', async () => {
    const teams = await startFakeTeams();
    const local = await openedDoor({
      mode: 'local',
      botId: undefined,
      serviceHosts: [],
      openIdMetadata: '',
      issuer: '',
      teams,
    });
    try {
      expect((await local.maria.say('hej')).status).toBe(200);
      for (const serviceUrl of [
        'https://smba.trafficmanager.net/emea/',
        'http://10.0.0.1/',
        'http://localhost.evil.example/',
      ]) {
        expect((await teams.post(teams.activity(local.maria, { serviceUrl }))).status).toBe(401);
      }
      expect((await teams.post(teams.activity(local.maria, { channelId: 'emulator' }))).status).toBe(401);
      expect(local.incoming).toHaveLength(1);
    } finally {
      await local.close();
    }
  });

  it.each([
    [{ mode: 'local', host: '0.0.0.0' }],
    [{ mode: 'test', host: '::' }],
    [{ mode: 'test', botId: undefined }],
    [{ mode: 'production', botId: '' }],
    [{ mode: 'production', issuer: 'https://evil.example' }],
    [{ mode: 'production', openIdMetadata: 'http://127.0.0.1/x' }],
    [{ mode: 'test', openIdMetadata: 'http://keys.example/x' }],
  ] as const)('does not open at all with %j', async (settings) => {
    await expect(openedDoor({ ...settings, teams: opened.teams })).rejects.toThrow();
  });
});
