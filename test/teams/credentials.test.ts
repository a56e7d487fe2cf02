import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCertificate } from '../../src/teams/certificate.ts';
import { createCredentials, type IdentitySettings } from '../../src/teams/credentials.ts';
import { identityRequest, isIdentityAddress } from '../../src/teams/managedIdentity.ts';
import { appId, hostTenant } from './openedDoor.ts';
import { selfSigned } from './selfSigned.ts';

const day = 86_400_000;
const now = Date.now();
const pair = selfSigned(new Date(now - day), new Date(now + 365 * day));
const other = selfSigned(new Date(now - day), new Date(now + 365 * day));

let directory: string;
let lastFile = 0;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'samrad-certificate-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const file = (content: string): string => {
  const path = join(directory, `${++lastFile}.pem`);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
};
const certificateOf = (content: string, at = new Date(now)) => {
  const read = readCertificate(file(content), at);
  return read.ok ? read.value : expect.fail(read.refusal.code);
};

/** One request as the stand-in for a token server got it. */
type Asked = {
  method: string | undefined;
  url: URL;
  headers: http.IncomingHttpHeaders;
  form: URLSearchParams;
};
let server: http.Server;
let origin: string;
let asked: Asked[];
let answer: (one: Asked) => [number, unknown] | Promise<[number, unknown]>;
let lines: object[];

beforeEach(async () => {
  asked = [];
  lines = [];
  server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const { method, headers } = request;
      const form = new URLSearchParams(Buffer.concat(parts).toString());
      const one = { method, url: new URL(request.url ?? '', origin), headers, form };
      asked.push(one);
      const [status, body] = await answer(one);
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = () => [200, { access_token: `token-${asked.length}`, expires_in: 3600, token_type: 'Bearer' }];
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const tokenUrl = () => `${origin}/tenant/oauth2/v2.0/token`;
const credentials = (but: Partial<IdentitySettings>, clock = () => Date.now()) =>
  createCredentials(
    {
      mode: 'test',
      botType: 'SingleTenant',
      botId: appId,
      botTenantId: hostTenant,
      tokenUrl: tokenUrl(),
      ...but,
    },
    (line) => lines.push(line),
    clock,
  );

describe('a bot with a certificate', () => {
  const certificate = () => certificateOf(`${pair.certificatePem}${pair.keyPem}`);

  it('shows a statement that its certificate’s public key verifies, and no secret', async () => {
    const publicKey = new X509Certificate(pair.certificatePem).publicKey;
    answer = async ({ form }) => {
      const verified = await jwtVerify(form.get('client_assertion') ?? '', publicKey, {
        algorithms: ['PS256'],
        audience: tokenUrl(),
        issuer: appId,
        subject: appId,
        typ: 'JWT',
        requiredClaims: ['jti', 'exp', 'nbf', 'iat'],
      }).catch(() => undefined);
      return verified
        ? [200, { access_token: 'good', expires_in: 3600 }]
        : [401, { error: 'invalid_client' }];
    };
    expect(await credentials({ botCertificate: certificate() })()).toBe('good');
    const [{ form, method }] = asked as [Asked];
    expect([method, Object.fromEntries(form)]).toEqual([
      'POST',
      {
        grant_type: 'client_credentials',
        client_id: appId,
        scope: 'https://api.botframework.com/.default',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: expect.any(String),
      },
    ]);
    const assertion = form.get('client_assertion') ?? '';
    expect(decodeProtectedHeader(assertion)).toEqual({
      alg: 'PS256',
      typ: 'JWT',
      'x5t#S256': createHash('sha256').update(pair.der).digest('base64url'),
    });
    const { exp = 0, nbf = 0 } = decodeJwt(assertion);
    expect(exp - nbf).toBeLessThanOrEqual(600);
    expect(lines).toEqual([]);
  });

  it('makes a new statement for each token, and one token for all who wait', async () => {
    const clock = { now: Date.now() };
    const ask = credentials({ botCertificate: certificate() }, () => clock.now);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['token-1', 'token-1', 'token-1']);
    clock.now += 54 * 60_000;
    expect(await ask()).toBe('token-1');
    clock.now += 2 * 60_000;
    expect(await ask()).toBe('token-2');
    expect(await ask('token-2')).toBe('token-3');
    const ids = asked.map(({ form }) => decodeJwt(form.get('client_assertion') ?? '').jti);
    expect(new Set(ids).size).toBe(3);
  });

  it('of another key is not believed by the stand-in: the check above can fail', async () => {
    answer = async ({ form }) => {
      const key = new X509Certificate(other.certificatePem).publicKey;
      const verified = await jwtVerify(form.get('client_assertion') ?? '', key).catch(() => undefined);
      return verified ? [200, { access_token: 'good', expires_in: 3600 }] : [401, {}];
    };
    await expect(credentials({ botCertificate: certificate() })()).rejects.toThrow('401');
    expect(lines).toEqual([{ event: 'token-refused', status: 401 }]);
  });

  it('says that it is about to end from 30 days before, once a day', async () => {
    const clock = { now };
    const ending = selfSigned(new Date(now - day), new Date(now + 31 * day + 3_600_000));
    const ask = credentials(
      { botCertificate: certificateOf(ending.keyPem + ending.certificatePem) },
      () => clock.now,
    );
    await ask();
    expect(lines).toEqual([]);
    for (let hour = 0; hour < 60; hour += 1) {
      clock.now += 3_600_000;
      await ask();
    }
    expect(lines).toEqual([
      { event: 'certificate-expires', count: 29 },
      { event: 'certificate-expires', count: 28 },
    ]);
    lines.length = 0;
    credentials(
      { botCertificate: certificateOf(ending.keyPem + ending.certificatePem) },
      () => now + 25 * day,
    );
    expect(lines).toEqual([{ event: 'certificate-expires', count: 6 }]);
  });
});

describe('the file of a certificate', () => {
  const codeOf = (content: string, at = new Date(now)) => {
    const read = readCertificate(file(content), at);
    return read.ok ? 'good' : read.refusal.code;
  };

  it('is read in either order, among the certificates of its chain and with words around', () => {
    const chain = `Bag Attributes\n${other.certificatePem}\n${pair.keyPem}subject=x\n${pair.certificatePem}`;
    const read = certificateOf(chain.replaceAll('\n', '\r\n'));
    expect(read.thumbprint).toBe(createHash('sha256').update(pair.der).digest('base64url'));
    expect(Math.abs(read.expiresAt.getTime() - now - 365 * day)).toBeLessThan(1000);
    expect(certificateOf(pair.keyPem + pair.certificatePem).thumbprint).toBe(read.thumbprint);
  });

  it('says in a code what is wrong with it', () => {
    const locked = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }).privateKey;
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const short = selfSigned(new Date(now - day), new Date(now + day), 1024);
    const broken = pair.keyPem.replace(/\n[^-]{60}/, '\nAAAA');
    expect([
      codeOf(''),
      codeOf(pair.certificatePem),
      codeOf(pair.keyPem),
      codeOf(broken + pair.certificatePem),
      codeOf(locked + pair.certificatePem),
      codeOf(`${curve.export({ type: 'pkcs8', format: 'pem' })}${pair.certificatePem}`),
      codeOf(short.keyPem + short.certificatePem),
      codeOf(pair.keyPem + other.certificatePem),
      codeOf(`${pair.keyPem}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`),
      codeOf(pair.keyPem + pair.certificatePem, new Date(now + 366 * day)),
      codeOf(pair.keyPem + pair.certificatePem, new Date(now - 2 * day)),
    ]).toEqual([
      'no-key',
      'no-key',
      'no-certificate',
      'no-key',
      'key-locked',
      'not-rsa',
      'not-rsa',
      'mismatch',
      'no-certificate',
      'expired',
      'not-yet',
    ]);
    for (const path of [join(directory, 'none.pem'), directory])
      expect(readCertificate(path, new Date(now))).toEqual({ ok: false, refusal: { code: 'no-file' } });
  });
});

describe('a managed identity', () => {
  const inAnHour = (clock: number) => Math.floor(clock / 1000) + 3600;

  it('asks App Service’s endpoint, with its header and without a secret', async () => {
    const clock = { now };
    answer = () => [
      200,
      {
        access_token: `token-${asked.length}`,
        expires_on: String(inAnHour(clock.now)),
        resource: 'https://api.botframework.com',
        token_type: 'Bearer',
        client_id: appId,
      },
    ];
    const ask = credentials(
      {
        botType: 'UserAssignedMSI',
        botTenantId: undefined,
        tokenUrl: undefined,
        identityEndpoint: { url: `${origin}/msi/token`, header: 'shown-by-the-platform' },
      },
      () => clock.now,
    );
    expect(await Promise.all([ask(), ask()])).toEqual(['token-1', 'token-1']);
    clock.now += 54 * 60_000;
    expect(await ask()).toBe('token-1');
    clock.now += 2 * 60_000;
    expect(await ask()).toBe('token-2');
    const [one] = asked as [Asked];
    expect([one.method, one.url.pathname, Object.fromEntries(one.url.searchParams)]).toEqual([
      'GET',
      '/msi/token',
      { 'api-version': '2019-08-01', resource: 'https://api.botframework.com', client_id: appId },
    ]);
    expect(one.headers['x-identity-header']).toBe('shown-by-the-platform');
    expect(one.headers.metadata).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('asks the machine’s own address elsewhere', async () => {
    answer = () => [200, { access_token: 'vm', expires_in: '86399', expires_on: '1', token_type: 'Bearer' }];
    const ask = credentials({
      botType: 'UserAssignedMSI',
      botTenantId: undefined,
      tokenUrl: `${origin}/metadata/identity/oauth2/token`,
    });
    expect([await ask(), await ask()]).toEqual(['vm', 'vm']);
    expect(asked).toHaveLength(1);
    const [one] = asked as [Asked];
    expect([one.url.pathname, Object.fromEntries(one.url.searchParams), one.headers.metadata]).toEqual([
      '/metadata/identity/oauth2/token',
      { 'api-version': '2018-02-01', resource: 'https://api.botframework.com', client_id: appId },
      'true',
    ]);
    expect(new URL(identityRequest(appId, undefined).url).origin).toBe('http://169.254.169.254');
  });

  it('is not asked for twice when it refuses: the log has the status', async () => {
    answer = () => [400, { error: 'identity_not_found', error_description: 'hemligt' }];
    const ask = credentials({ botType: 'UserAssignedMSI', tokenUrl: `${origin}/x` });
    await expect(ask()).rejects.toThrow(/^token server answered 400$/);
    expect([asked.length, lines]).toEqual([1, [{ event: 'token-refused', status: 400 }]]);
  });

  it.each([
    ['http://localhost:42356/msi/token', true],
    ['http://127.0.0.1:41056/msi/token/', true],
    ['http://169.254.129.3:8081/msi/token', true],
    ['http://[::1]:1/', true],
    ['https://identity.example/token', true],
    ['http://identity.example/token', false],
    ['http://8.8.8.8/token', false],
    ['http://localhost.evil.example/', false],
    ['http://u:p@127.0.0.1/', false],
    ['ftp://127.0.0.1/', false],
    ['none', false],
  ])('has its endpoint where a platform can have one: %s', (address, fits) => {
    expect(isIdentityAddress(address)).toBe(fits);
  });
});

describe('the way to a token', () => {
  it('is the bot’s own tenant, or Bot Framework’s for an old multi-tenant bot', async () => {
    // Where a request would go in production, seen without one leaving: the name is not resolved.
    const addresses: string[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = async (to) => {
      addresses.push(String(to));
      return new Response('{}', { status: 400 });
    };
    try {
      for (const botType of ['SingleTenant', 'MultiTenant'] as const)
        await credentials({ mode: 'production', botType, botPassword: 'x', tokenUrl: undefined })().catch(
          () => {},
        );
    } finally {
      globalThis.fetch = real;
    }
    expect(addresses).toEqual([
      `https://login.microsoftonline.com/${hostTenant}/oauth2/v2.0/token`,
      'https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token',
    ]);
  });

  it('asks nobody in local mode', async () => {
    expect(await credentials({ mode: 'local', botPassword: 'x' })()).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each([
    ['neither secret nor certificate', {}],
    ['no tenant', { botPassword: 'x', botTenantId: undefined }],
    ['no id', { botPassword: 'x', botId: undefined }],
    ['another machine in test mode', { botPassword: 'x', tokenUrl: 'http://tokens.example/' }],
    ['this machine in production', { botPassword: 'x', mode: 'production', tokenUrl: 'http://127.0.0.1/' }],
  ] as [string, Partial<IdentitySettings>][])('does not begin with %s', (_name, but) => {
    expect(() => credentials(but)).toThrow();
  });

  it.each([
    ['no token', { expires_in: 3600 }],
    ['a token that is no text', { access_token: 5, expires_in: 3600 }],
  ])('ends at an answer with %s', async (_name, body) => {
    answer = () => [200, body];
    await expect(credentials({ botPassword: 'x' })()).rejects.toThrow(TypeError);
  });

  it('follows no redirect with a secret in hand', async () => {
    const ask = credentials({ botPassword: 'x' });
    server.removeAllListeners('request');
    server.on('request', (_request, response: http.ServerResponse) => {
      asked.push({} as Asked);
      response.writeHead(307, { Location: `${origin}/elsewhere` });
      response.end();
    });
    await expect(ask()).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});
