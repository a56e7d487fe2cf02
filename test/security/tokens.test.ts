import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cachedTokens, createTokenVerifier } from '../../src/teams/token.ts';
import { publishedKeys, type TokenChanges } from '../support/fakeIdentity.ts';
import { appId, hostTenant, openedDoor } from '../teams/openedDoor.ts';
import { selfSigned } from '../teams/selfSigned.ts';

// What a token of the connector's own may and may not be stands in test/teams/gate.test.ts, one row to a rule; here is
// the rest of what has been tried against verifiers elsewhere.
let opened: Awaited<ReturnType<typeof openedDoor>>;
beforeAll(async () => {
  opened = await openedDoor();
});
afterAll(() => opened.close());
beforeEach(() => {
  opened.incoming.length = 0;
  opened.log.length = 0;
});

const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const claims = (more: object = {}) => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  nbf: seconds() - 60,
  exp: seconds() + 3600,
  serviceurl: opened.teams.serviceUrl,
  ...more,
});
const publishedJwk = () => publishedKeys().keys[0] as JsonWebKey;
const publishedPem = () =>
  createPublicKey({ key: publishedJwk(), format: 'jwk' }).export({ type: 'spki', format: 'pem' });

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edwards = generateKeyPairSync('ed25519');

/** A token by somebody else's hand, with any header. */
const foreign = (header: object, more: object = {}) => {
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: 'key-1', ...header })}.${part(claims(more))}`;
  return `Bearer ${signed}.${sign('RSA-SHA256', Buffer.from(signed), own.privateKey).toString('base64url')}`;
};
const shared = (alg: string, secret: string | Buffer) => {
  const signed = `${part({ typ: 'JWT', alg, kid: 'key-1' })}.${part(claims())}`;
  return `Bearer ${signed}.${createHmac(`sha${alg.slice(2)}`, secret)
    .update(signed)
    .digest('base64url')}`;
};
const good = (changes: TokenChanges = {}) => opened.teams.token(changes);
const changed = (change: (token: [string, string, string]) => string) =>
  `Bearer ${change(good().split('.') as [string, string, string])}`;

const post = (
  token: TokenChanges | string | false,
  fields: Record<string, unknown> = {},
  headers: OutgoingHttpHeaders = {},
) => opened.teams.post(opened.teams.activity(opened.maria, fields), { token, headers });

const issuers = (...all: string[]): [string, () => TokenChanges][] =>
  all.map((iss) => [`the issuer ${iss}`, () => ({ claims: { iss, appid: appId, azp: appId } })]);
const header = (name: string, value: unknown): [string, () => string] => [
  `a header ${name}=${JSON.stringify(value)} over another key`,
  () => foreign({ [name]: value }),
];

/** Each row another way to be no token of the connector's. */
const rows: [string, () => TokenChanges | string][] = [
  // How it is carried.
  ['bearer in small letters', () => `bearer ${good()}`],
  ['BEARER in capitals', () => `BEARER ${good()}`],
  ['two blanks before it', () => `Bearer  ${good()}`],
  ['a tab before it', () => `Bearer\t${good()}`],
  ['a word after it', () => `Bearer ${good()} x`],
  ['two tokens in one header', () => `Bearer ${good()}, Bearer ${good()}`],
  ['a token in quotes', () => `Bearer "${good()}"`],
  ['no scheme before it', () => good()],
  // How it is written.
  ['padding after its parts', () => changed(([h, c, s]) => `${h}.${c}.${s}==`)],
  ['a fourth part', () => changed(([h, c, s]) => `${h}.${c}.${s}.${s}`)],
  ['five parts, as something encrypted has', () => changed(([h, c, s]) => `${h}.${c}.${s}.${c}.${s}`)],
  ['no signature', () => changed(([h, c]) => `${h}.${c}.`)],
  ['a signature cut short', () => changed(([h, c, s]) => `${h}.${c}.${s.slice(0, -8)}`)],
  ['a signature of zeros', () => changed(([h, c]) => `${h}.${c}.${Buffer.alloc(256).toString('base64url')}`)],
  [
    'a signature of ones',
    () => changed(([h, c]) => `${h}.${c}.${Buffer.alloc(256, 255).toString('base64url')}`),
  ],
  ['its parts in another order', () => changed(([h, c, s]) => `${c}.${h}.${s}`)],
  ['claims that are a list', () => ({ raw: { claims: JSON.stringify([appId]) } })],
  ['claims that are a text', () => ({ raw: { claims: JSON.stringify(good()) } })],
  ['claims that are null', () => ({ raw: { claims: 'null' } })],
  ['claims that are no JSON', () => ({ raw: { claims: '{"iss":' } })],
  ['a header that is a list', () => ({ raw: { header: '["RS256"]' } })],
  ['a header that is no JSON', () => ({ raw: { header: '{"alg":"RS256"' } })],
  ['a token within it', () => ({ header: { cty: 'JWT' }, raw: { claims: JSON.stringify({ jwt: good() }) } })],
  // Its algorithm.
  ['alg in small letters', () => ({ header: { alg: 'rs256' } })],
  ['alg none in capitals', () => ({ alg: 'none', header: { alg: 'NONE' } })],
  ['alg none in mixed letters', () => ({ alg: 'none', header: { alg: 'nOnE' } })],
  ['alg none over a good signature', () => ({ header: { alg: 'none' } })],
  ['no alg', () => ({ header: { alg: undefined } })],
  ['an empty alg', () => ({ header: { alg: '' } })],
  ['a list of algs', () => ({ header: { alg: ['RS256'] } })],
  [
    'HS256 with the key’s modulus as secret',
    () => shared('HS256', Buffer.from(publishedJwk().n ?? '', 'base64url')),
  ],
  ['HS256 with its JWK as secret', () => shared('HS256', JSON.stringify(publishedJwk()))],
  ['HS256 with an empty secret', () => shared('HS256', '')],
  ['HS384 with the public key as secret', () => shared('HS384', publishedPem())],
  ['HS512 with the public key as secret', () => shared('HS512', publishedPem())],
  [
    'ES256 by a curve’s key under the right id',
    () => {
      const signed = `${part({ alg: 'ES256', kid: 'key-1' })}.${part(claims())}`;
      const key = { key: curve.privateKey, dsaEncoding: 'ieee-p1363' } as const;
      return `Bearer ${signed}.${sign('SHA256', Buffer.from(signed), key).toString('base64url')}`;
    },
  ],
  [
    'EdDSA by a curve’s key under the right id',
    () => {
      const signed = `${part({ alg: 'EdDSA', kid: 'key-1' })}.${part(claims())}`;
      return `Bearer ${signed}.${sign(null, Buffer.from(signed), edwards.privateKey).toString('base64url')}`;
    },
  ],
  ['RS256 over another key, no id', () => foreign({ kid: undefined })],
  // A key of its own choice.
  header('jku', 'https://evil.example/keys'),
  header('x5u', 'https://evil.example/certificate'),
  header('jwk', own.publicKey.export({ format: 'jwk' })),
  header('x5c', [selfSigned(new Date(0), new Date(4e12)).der.toString('base64')]),
  header('x5t', 'key-1'),
  header('kid', '../../../../dev/null'),
  header('kid', '/dev/null'),
  header('kid', "key-1' or 1=1 --"),
  header('kid', 'https://evil.example/key'),
  header('kid', '__proto__'),
  header('kid', 'constructor'),
  header('kid', ''),
  header('kid', ['key-1']),
  header('kid', { toString: 'key-1' }),
  header('kid', 'KEY-1'),
  ['the id of another published key', () => ({ header: { kid: 'key-2' } })],
  // What must be understood.
  ['a payload said not to be encoded', () => ({ header: { crit: ['b64'], b64: false } })],
  ['a crit that is empty', () => ({ header: { crit: [] } })],
  ['a crit that is no list', () => ({ header: { crit: 'exp' } })],
  ['a crit that names what is not there', () => ({ header: { crit: ['exp'] } })],
  // Members that stand twice.
  [
    'two algs, none last',
    () => ({ alg: 'none', raw: { header: '{"alg":"RS256","kid":"key-1","alg":"none"}' } }),
  ],
  [
    'two algs, none first, by another key',
    () => ({ key: 'other', raw: { header: '{"alg":"none","kid":"key-1","alg":"RS256"}' } }),
  ],
  [
    'two audiences, the other last',
    () => ({ raw: { claims: `${JSON.stringify(claims()).slice(0, -1)},"aud":"x"}` } }),
  ],
  [
    'two issuers, the other last',
    () => ({ raw: { claims: `${JSON.stringify(claims()).slice(0, -1)},"iss":"x"}` } }),
  ],
  [
    'two expiries, the past one last',
    () => ({ raw: { claims: `${JSON.stringify(claims()).slice(0, -1)},"exp":1}` } }),
  ],
  // Another issuer, among them all that the SDK's emulator, skill, enterprise and government paths believe.
  ...issuers(
    'https://api.botframework.com ',
    'HTTPS://API.BOTFRAMEWORK.COM',
    'http://api.botframework.com',
    'https://api.botframework.com.evil.example',
    'https://api.botframework.us',
    'https://api.botframework.azure.us',
    `https://sts.windows.net/${hostTenant}/`,
    `https://login.microsoftonline.com/${hostTenant}/v2.0`,
    `https://login.microsoftonline.com/${hostTenant}/`,
    'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/',
    'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0',
    'https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/',
    'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0',
    'https://login.microsoftonline.com/common/v2.0',
    'https://accounts.google.com',
    appId,
  ),
  // Another audience.
  ['an audience in a list of one', () => ({ claims: { aud: [appId] } })],
  ['an audience in capitals', () => ({ claims: { aud: appId.toUpperCase() } })],
  ['an audience by its address', () => ({ claims: { aud: `api://${appId}` } })],
  ['an audience with a blank', () => ({ claims: { aud: `${appId} ` } })],
  ['an audience that is an object', () => ({ claims: { aud: { 0: appId } } })],
  ['an app id in place of an audience', () => ({ claims: { aud: undefined, appid: appId, azp: appId } })],
  // Another time.
  ['an expiry that is null', () => ({ claims: { exp: null } })],
  ['an expiry in quotes', () => ({ claims: { exp: '99999999999' } })],
  ['an expiry before all time', () => ({ claims: { exp: -1 } })],
  ['an expiry of a list', () => ({ claims: { exp: [99999999999] } })],
  ['nbf in milliseconds', () => ({ claims: { nbf: Date.now() } })],
  // Another connector.
  [
    'serviceurl without its slash',
    () => ({ claims: { serviceurl: opened.teams.serviceUrl.replace(/\/$/, '') } }),
  ],
  ['serviceurl with one slash more', () => ({ claims: { serviceurl: `${opened.teams.serviceUrl}/` } })],
  ['serviceurl in capitals', () => ({ claims: { serviceurl: opened.teams.serviceUrl.toUpperCase() } })],
  [
    'serviceurl under another name',
    () => ({ claims: { serviceurl: undefined, serviceUrl: opened.teams.serviceUrl } }),
  ],
  ['serviceurl in a list', () => ({ claims: { serviceurl: [opened.teams.serviceUrl] } })],
  ['an empty serviceurl', () => ({ claims: { serviceurl: '' } })],
];

describe('a token', () => {
  it('has been tried in so many ways', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(90);
  });

  it.each(rows)('is turned away with %s', async (_name, make) => {
    const turn = await post(make());
    expect([turn.status, turn.body]).toEqual([401, { error: 'unauthorized' }]);
    expect(opened.incoming).toHaveLength(0);
    expect(opened.log).toEqual([
      { event: 'turned-away', status: 401, code: expect.stringMatching(/^[\w-]{3,50}$/) },
    ]);
  });

  it.each([
    ['a good one first', () => [`Bearer ${good()}`, 'Bearer x.y.z']],
    ['a good one last', () => ['Bearer x.y.z', `Bearer ${good()}`]],
    ['another scheme first', () => ['Basic dTpw', `Bearer ${good()}`]],
    ['an empty one first', () => ['', `Bearer ${good()}`]],
  ])('is turned away beside another: %s', async (_name, make) => {
    expect((await post(false, {}, { Authorization: make() })).status).toBe(401);
    expect(opened.incoming).toHaveLength(0);
  });

  it.each(['Proxy-Authorization', 'X-Authorization', 'X-Forwarded-Authorization', 'Cookie', 'X-MS-TOKEN'])(
    'is not looked for in %s',
    async (name) => {
      expect((await post(false, {}, { [name]: `Bearer ${good()}` })).status).toBe(401);
    },
  );

  it('of any length is turned away or its header is, and a longer good one is believed', async () => {
    const long = (bytes: number) => ({ claims: { more: 'x'.repeat(bytes) } });
    expect((await post(long(4000))).status).toBe(200);
    for (const bytes of [13_000, 40_000, 100_000]) {
      const status = await post(long(bytes)).then(
        (turn) => turn.status,
        () => 'broken off',
      );
      expect([401, 431, 'broken off']).toContain(status);
    }
    expect(opened.incoming).toHaveLength(1);
  });

  it.each([
    ['its expiry 299 s past', { exp: -299 }, 'good'],
    ['its expiry 300 s past', { exp: -300 }, 'ERR_JWT_EXPIRED'],
    ['its expiry 301 s past', { exp: -301 }, 'ERR_JWT_EXPIRED'],
    ['its beginning 299 s ahead', { nbf: 299 }, 'good'],
    ['its beginning 300 s ahead', { nbf: 300 }, 'good'],
    ['its beginning 301 s ahead', { nbf: 301 }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
  ])('is %s: to the second', async (_name, from, expected) => {
    const at = seconds();
    const verify = createTokenVerifier({
      mode: 'test',
      botId: appId,
      openIdMetadata: opened.teams.openIdMetadata,
      log: () => {},
      now: () => at * 1000 + 500,
    });
    const times = Object.fromEntries(Object.entries(from).map(([name, offset]) => [name, at + offset]));
    const verified = await verify(good({ claims: times }));
    expect(verified.ok ? 'good' : verified.refusal.code).toBe(expected);
  });

  it('that was good is remembered with so many others at most, and a bad one not at all', async () => {
    const verify = createTokenVerifier({
      mode: 'test',
      botId: appId,
      openIdMetadata: opened.teams.openIdMetadata,
      log: () => {},
    });
    for (let n = 0; n < 20; n += 1) await verify(good({ key: 'other', claims: { n } }));
    expect(verify.remembered()).toBe(0);
    const all = Array.from({ length: cachedTokens + 100 }, (_, n) => good({ claims: { n } }));
    await Promise.all(all.map((token) => verify(token)));
    expect(verify.remembered()).toBe(cachedTokens);
  });
});

describe('a body that says its things twice or otherwise', () => {
  const text = () => JSON.stringify(opened.teams.activity(opened.maria));
  const twice = (more: string) => `${text().slice(0, -1)},${more}}`;
  it.each([
    ['another serviceUrl last', () => twice('"serviceUrl":"https://evil.example/"'), 401],
    ['an empty serviceUrl last', () => twice('"serviceUrl":""'), 401],
    ['another channel last', () => twice('"channelId":"emulator"'), 401],
    [
      'a serviceUrl that only a proto has',
      () => twice('"serviceUrl":"","__proto__":{"serviceUrl":"x"}'),
      401,
    ],
    ['serviceUrl in capitals', () => text().replace('http://', 'HTTP://'), 401],
    ['serviceUrl without its slash', () => text().replace('/emea/"', '/emea"'), 401],
    ['serviceUrl with two', () => text().replace('/emea/"', '/emea//"'), 401],
    ['serviceUrl by another name of this machine', () => text().replace('127.0.0.1', 'localhost'), 401],
    ['serviceUrl by a way around', () => text().replace('/emea/"', '/x/../emea/"'), 401],
    ['a channel with a blank', () => text().replace('"msteams"', '"msteams "'), 401],
    ['the same, spelled by its numbers', () => text().replace('"msteams"', '"\\u006dsteams"'), 200],
  ] as [string, () => string, number][])('%s', async (_name, make, status) => {
    const turn = await opened.teams.post(make());
    expect(turn.status).toBe(status);
    expect(opened.incoming).toHaveLength(status === 200 ? 1 : 0);
  });
});
