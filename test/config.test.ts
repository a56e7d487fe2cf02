import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { readInstant } from '../src/environment.ts';
import { startBot } from './support/runningBot.ts';
import { selfSigned } from './teams/selfSigned.ts';

const production = {
  SAMRAD_MODE: 'production',
  BOT_ID: '3f0c1c4e-0000-4000-8000-00000000b0b0',
  BOT_PASSWORD: 'not-a-secret',
  BOT_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  ASSOCIATIONS: 'env',
  PUBLIC_URL: 'https://samrad.example.org',
  MAIL_FROM: 'samrad@example.org',
};
const faultsOf = (variables: Record<string, string>): readonly string[] => {
  const read = readConfig(variables);
  return read.ok ? [] : read.faults;
};
const configOf = (variables: Record<string, string>) => {
  const read = readConfig(variables);
  return read.ok ? read.config : expect.fail(read.faults.join('\n'));
};
const names = (faults: readonly string[]) => faults.map((fault) => fault.split(':')[0]);

describe('production', () => {
  it('has all it needs with these settings', () => {
    expect(configOf(production)).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      publicUrl: production.PUBLIC_URL,
      serviceHosts: ['smba.trafficmanager.net'],
      issuer: 'https://api.botframework.com',
    });
    expect(configOf(production).openIdMetadata).toMatch(/^https:\/\/login\.botframework\.com\//);
    expect(configOf({ ...production, HOST: '10.0.0.5' }).host).toBe('10.0.0.5');
  });

  it('names everything that is missing, at once', () => {
    const needed = ['BOT_ID', 'BOT_PASSWORD', 'BOT_TENANT_ID', 'ASSOCIATIONS', 'PUBLIC_URL', 'MAIL_FROM'];
    expect(names(faultsOf({ SAMRAD_MODE: 'production' }))).toEqual(needed);
    const blank = Object.fromEntries(needed.map((name) => [name, '']));
    expect(names(faultsOf({ SAMRAD_MODE: 'production', ...blank }))).toEqual(needed);
  });

  it.each(['BOT_ID', 'BOT_PASSWORD', 'BOT_TENANT_ID', 'ASSOCIATIONS', 'PUBLIC_URL', 'MAIL_FROM'])(
    'does not start without %s, and says what it is',
    (name) => {
      const { [name]: _left, ...rest } = production as Record<string, string>;
      const faults = faultsOf(rest);
      expect(names(faults)).toEqual([name]);
      expect(faults[0]).toMatch(/missing; \w+/);
    },
  );

  it.each([
    ['SAMRAD_NOW', '2026-09-07 09:00'],
    ['BOT_OPENID_METADATA', 'https://127.0.0.1/keys'],
    ['BOT_TOKEN_URL', 'https://127.0.0.1/token'],
    ['PUBLIC_URL', 'http://samrad.example.org'],
  ])('refuses what only a rehearsal may set: %s', (name, value) => {
    expect(names(faultsOf({ ...production, [name]: value }))).toEqual([name]);
  });

  it.each([
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'smtp://samrad:hemligt@mail.example.org/?x'],
    ['MAIL_FROM', 'Samråd <samrad@example.org>'],
    ['MAIL_FROM', 'samrad@example.org\r\nBcc: evil@example.org'],
  ])('says what %s must be when it is %s, without repeating it', (name, value) => {
    const faults = faultsOf({ ...production, [name]: value });
    expect(names(faults)).toEqual([name]);
    expect(faults.join()).toMatch(/must be/);
    expect(faults.join()).not.toMatch(/hemligt|evil/);
  });

  it('reads calendars only when told to, those of the bot’s tenant, from Graph itself', () => {
    const tenantId = production.BOT_TENANT_ID;
    expect(configOf(production).graph).toBeUndefined();
    expect(configOf({ ...production, GRAPH: 'off' }).graph).toBeUndefined();
    const organizer = 'samrad@kommun.example';
    expect(configOf({ ...production, GRAPH: 'on', GRAPH_ORGANIZER: organizer }).graph).toMatchObject({
      organizer,
    });
    expect(names(faultsOf({ ...production, GRAPH_ORGANIZER: organizer }))).toEqual(['GRAPH_ORGANIZER']);
    expect(names(faultsOf({ ...production, GRAPH: 'on', GRAPH_ORGANIZER: 'Samråd <a@b.se>' }))).toEqual([
      'GRAPH_ORGANIZER',
    ]);
    expect(configOf({ ...production, GRAPH: 'on' }).graph).toEqual({
      url: 'https://graph.microsoft.com',
      tenantId,
    });
    const managed = { ...production, BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: '', BOT_TENANT_ID: '' };
    expect(names(faultsOf({ ...managed, GRAPH: 'on' }))).toEqual(['BOT_TENANT_ID']);
    expect(names(faultsOf({ ...production, GRAPH: 'on', GRAPH_URL: 'http://127.0.0.1:9' }))).toEqual([
      'GRAPH_URL',
    ]);
    const test = { ...production, SAMRAD_MODE: 'test', GRAPH: 'on' };
    expect(configOf({ ...test, GRAPH_URL: 'http://127.0.0.1:9/' }).graph?.url).toBe('http://127.0.0.1:9');
    expect(names(faultsOf({ ...test, GRAPH_URL: 'https://graph.example.org' }))).toEqual(['GRAPH_URL']);
    expect(names(faultsOf({ GRAPH: 'on', BOT_TENANT_ID: tenantId }))).toEqual(['GRAPH']);
    expect(names(faultsOf({ GRAPH: 'yes' }))).toEqual(['GRAPH']);
  });

  it('never repeats a secret in what it says', () => {
    const faults = faultsOf({ ...production, PUBLIC_URL: '', SAMRAD_NOW: '2026-09-07 09:00' }).join();
    expect(faults).not.toContain(production.BOT_PASSWORD);
  });
});

describe('what the bot proves itself with', () => {
  const { BOT_PASSWORD: _secret, ...unproved } = production;
  const day = 86_400_000;
  const inAYear = () => selfSigned(new Date(Date.now() - day), new Date(Date.now() + 365 * day));
  const withFile = (content: string, use: (path: string) => void) => {
    const directory = mkdtempSync(join(tmpdir(), 'samrad-config-'));
    try {
      writeFileSync(join(directory, 'bot.pem'), content);
      use(join(directory, 'bot.pem'));
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  };

  it('is a secret or a certificate, not both and not neither', () => {
    const { keyPem, certificatePem } = inAYear();
    withFile(keyPem + certificatePem, (BOT_CERTIFICATE) => {
      const { botCertificate, botPassword, botType } = configOf({ ...unproved, BOT_CERTIFICATE });
      expect([botType, botPassword, botCertificate?.thumbprint]).toEqual([
        'SingleTenant',
        undefined,
        expect.stringMatching(/^[\w-]{43}$/),
      ]);
      expect(faultsOf({ ...production, BOT_CERTIFICATE })).toEqual([
        'BOT_CERTIFICATE: set together with BOT_PASSWORD; keep one of them and leave the other blank',
      ]);
    });
    for (const BOT_TYPE of ['SingleTenant', 'MultiTenant'])
      expect(faultsOf({ ...unproved, BOT_TYPE })).toEqual([
        "BOT_PASSWORD: missing; the bot's client secret, or BOT_CERTIFICATE in its place",
      ]);
  });

  it('says in words what is wrong with a certificate, and nothing of what the file holds', () => {
    const [good, other] = [inAYear(), inAYear()];
    const old = selfSigned(new Date(Date.now() - 9 * day), new Date(Date.now() - day));
    const rows: [string, RegExp][] = [
      ['', /no private key/],
      [good.keyPem, /no certificate beside its key/],
      [good.keyPem + other.certificatePem, /no certificate in the file belongs to its private key/],
      [old.keyPem + old.certificatePem, /has expired; make a new one/],
      [
        `${'-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n'}`,
        /passphrase/,
      ],
    ];
    for (const [content, words] of rows)
      withFile(content, (BOT_CERTIFICATE) => {
        const [fault = '', ...more] = faultsOf({ ...unproved, BOT_CERTIFICATE });
        expect(fault).toMatch(words);
        expect(fault).toMatch(/^BOT_CERTIFICATE: .*bot\.pem\)$/);
        expect(more).toEqual([]);
        expect(fault).not.toContain('BEGIN RSA');
        expect(fault).not.toContain(good.keyPem.slice(60, 90));
      });
    expect(faultsOf({ ...unproved, BOT_CERTIFICATE: '/nowhere/bot.pem' })[0]).toContain(
      'there is no such file',
    );
    // Local mode proves nothing, so it needs no file either.
    expect(faultsOf({ BOT_CERTIFICATE: '/nowhere/bot.pem' })).toEqual([]);
  });

  it('is nothing for a managed identity, which needs no tenant either', () => {
    const { BOT_TENANT_ID: _tenant, ...managed } = { ...unproved, BOT_TYPE: 'UserAssignedMSI' };
    expect(configOf(managed)).toMatchObject({
      botType: 'UserAssignedMSI',
      botPassword: undefined,
      botCertificate: undefined,
      identityEndpoint: undefined,
    });
    const endpoint = { IDENTITY_ENDPOINT: 'http://127.0.0.1:41056/msi/token/', IDENTITY_HEADER: 'x' };
    expect(configOf({ ...managed, ...endpoint }).identityEndpoint).toEqual({
      url: endpoint.IDENTITY_ENDPOINT,
      header: 'x',
    });
    expect(names(faultsOf({ ...managed, BOT_PASSWORD: 'x' }))).toEqual(['BOT_PASSWORD']);
    expect(names(faultsOf({ ...managed, IDENTITY_HEADER: 'x' }))).toEqual(['IDENTITY_ENDPOINT']);
    const far = { ...endpoint, IDENTITY_ENDPOINT: 'http://identity.example/' };
    expect(names(faultsOf({ ...managed, ...far }))).toEqual(['IDENTITY_ENDPOINT']);
    // What the platform sets for every app is of no concern to a bot of another type.
    expect(faultsOf({ ...production, ...far })).toEqual([]);
  });

  it('needs no tenant for an old multi-tenant bot', () => {
    const { BOT_TENANT_ID: _tenant, ...rest } = production;
    expect(configOf({ ...rest, BOT_TYPE: 'MultiTenant' }).botType).toBe('MultiTenant');
  });
});

describe('every mode', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', 'many'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'postgres:samrad'],
    ['SAMRAD_MODE', 'prod'],
    ['SAMRAD_NOW', 'soon'],
    ['SAMRAD_NOW', '2026-09-07 25:00'],
    ['PUBLIC_URL', 'not an address'],
    ['BOT_TYPE', 'Other'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(names(faultsOf({ [name]: value }))).toEqual([name]);
  });

  it.each(['sqlite:samrad.db', 'postgres://samrad@db/samrad', 'postgresql://samrad@db/samrad'])(
    'takes the database %s',
    (url) => {
      expect(configOf({ DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );

  it('reads a wall time as Swedish, and an instant by its zone', () => {
    expect(readInstant('2026-09-07T09:00')?.toISOString()).toBe('2026-09-07T07:00:00.000Z');
    expect(readInstant('2026-12-07 09:00')?.toISOString()).toBe('2026-12-07T08:00:00.000Z');
    expect(readInstant('2026-09-07T09:00:00Z')?.toISOString()).toBe('2026-09-07T09:00:00.000Z');
    expect(readInstant('2026-09-07T09:00:00+05:00')?.toISOString()).toBe('2026-09-07T04:00:00.000Z');
    for (const no of ['2026-09-07', '', 'now', '2026-13-40T09:00Z']) expect(readInstant(no)).toBeUndefined();
  });
});

describe('local and test mode', () => {
  it('listen on this machine only, whatever HOST says', () => {
    expect(configOf({}).host).toBe('127.0.0.1');
    expect(configOf({ HOST: '0.0.0.0' }).host).toBe('127.0.0.1');
    const test = { ...production, SAMRAD_MODE: 'test', HOST: '0.0.0.0' };
    expect(configOf(test).host).toBe('127.0.0.1');
  });

  it('need nothing (local) or what production needs but an address (test)', () => {
    expect(faultsOf({})).toEqual([]);
    expect(names(faultsOf({ SAMRAD_MODE: 'test' }))).toEqual([
      'BOT_ID',
      'BOT_PASSWORD',
      'BOT_TENANT_ID',
      'ASSOCIATIONS',
    ]);
  });

  it('cannot be reached from another address of the machine', async () => {
    const bot = await startBot({ mode: 'local', now: '2026-09-07T09:00' });
    try {
      const reached = (host: string) =>
        new Promise<boolean>((done) => {
          const socket = net.connect({ host, port: bot.port, timeout: 2000 });
          const end = (yes: boolean) => {
            socket.destroy();
            done(yes);
          };
          socket
            .once('connect', () => end(true))
            .once('error', () => end(false))
            .once('timeout', () => end(false));
        });
      expect(await reached('127.0.0.1')).toBe(true);
      const others = Object.values(networkInterfaces())
        .flatMap((found) => found ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => address);
      // Another address of the loopback net is there on every machine.
      for (const host of [...others, '127.0.0.2']) expect(await reached(host), host).toBe(false);
    } finally {
      await bot.stop();
    }
  }, 60_000);
});

describe('the program', () => {
  const run = (env: Record<string, string>) =>
    new Promise<{ code: number | null; out: string; err: string }>((done) => {
      const directory = mkdtempSync(join(tmpdir(), 'samrad-config-'));
      const child = spawn(process.execPath, ['src/start.mjs', 'serve'], {
        cwd: resolve(import.meta.dirname, '..'),
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: `sqlite:${join(directory, 'samrad.db')}`,
          PORT: '0',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = { out: '', err: '' };
      child.stdout.on('data', (part) => (said.out += String(part)));
      child.stderr.on('data', (part) => (said.err += String(part)));
      child.once('close', (code) => {
        rmSync(directory, { recursive: true, force: true });
        done({ code, ...said });
      });
    });

  it('ends with the reasons and no listening port when production lacks anything', async () => {
    const { code, out, err } = await run({ SAMRAD_MODE: 'production', BOT_PASSWORD: 'hemlig-sträng' });
    expect(code).toBe(1);
    for (const name of ['BOT_ID', 'BOT_TENANT_ID', 'ASSOCIATIONS', 'PUBLIC_URL'])
      expect(err).toContain(`- ${name}: missing`);
    expect(err).not.toContain('hemlig');
    expect(out).not.toContain('listening');
  }, 60_000);

  it('does not start in production without a mail server that its association files promise', async () => {
    const { SAMRAD_MODE, ...rest } = production;
    const { code, err, out } = await run({ SAMRAD_MODE, ...rest });
    expect(code).toBe(1);
    expect(err).toMatch(/- SMTP_URL: missing; .*klaralvdalen\/fk-samverkan/);
    // Has no mailbox: it is not mail that reaches it.
    expect(err).not.toContain('beroende-kusten');
    expect(out).not.toContain('listening');
  }, 60_000);

  it('ends with the faults of the association files', async () => {
    const { code, err } = await run({ ASSOCIATIONS: 'manifest/manifest.json' });
    expect(code).toBe(1);
    expect(err).toContain('The association files have faults:');
    expect(err).toContain('manifest.json');
  }, 60_000);
});
