import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import { createGate } from '../../src/teams/gate.ts';
import { createSender, type Sender } from '../../src/teams/sender.ts';
import { allowedService, isPrivateAddress } from '../../src/teams/serviceUrl.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { appId, openedDoor } from '../teams/openedDoor.ts';

const host = 'smba.trafficmanager.net';
const token = 'planted-outgoing-token';

/** Addresses that are not the connector's, or not said plainly enough to be. */
const elsewhere: readonly string[] = [
  // Another protocol, or none.
  `http://${host}/emea/`,
  `ftp://${host}/emea/`,
  `file://${host}/emea/`,
  `ws://${host}/emea/`,
  `//${host}/emea/`,
  `${host}/emea/`,
  'javascript:alert(1)',
  'data:text/html,x',
  '',
  ' ',
  'https://',
  'https:///emea/',
  // Another host that looks like it.
  `https://${host}.evil.example/`,
  `https://evil.example/${host}/`,
  `https://evil.example/?${host}`,
  `https://evil.example/#${host}`,
  `https://evil-${host}/`,
  `https://sub.${host}/`,
  `https://${host}./`,
  `https://${host}../`,
  'https://trafficmanager.net/',
  'https://xn--smba-0qa.trafficmanager.net/',
  'https://smbа.trafficmanager.net/',
  'https://smba。trafficmanager。net.evil.example/',
  'https://smba.trafficmanager.net%2eevil.example/',
  'https://smba.trafficmanager.net%00.evil.example/',
  // Who reads it differently reads another host.
  `https://${host}@evil.example/`,
  `https://${host}:443@evil.example/`,
  `https://evil.example@${host}/`,
  `https://user:pw@${host}/`,
  `https://:pw@${host}/`,
  `https://evil.example\\@${host}/`,
  `https://${host}\\@evil.example/`,
  `https://${host}\\.evil.example/`,
  `https:\\\\evil.example\\${host}`,
  `https://evil.example#@${host}/`,
  `https://evil.example?@${host}/`,
  `https://${host}/emea/?to=https://evil.example`,
  `https://${host}/emea/#x`,
  // Another port.
  `https://${host}:8443/`,
  `https://${host}:80/`,
  `https://${host}:0/`,
  `https://${host}:99999/`,
  `https://${host}:443:80/`,
  // This machine and its networks, in every spelling.
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://0/',
  'https://0.0.0.0/',
  'https://127.0.0.1./',
  'https://①②⑦.0.0.1/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[fe80::1]/',
  'https://[fe80::1%25eth0]/',
  'https://[fd00::1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://[::ffff:169.254.169.254]/',
  'https://10.0.0.1/',
  'https://192.168.1.1/',
  'https://172.16.0.1/',
  'https://100.64.0.1/',
  'https://8.8.8.8/',
  'https://metadata.google.internal/',
  'https://169.254.169.254.nip.io/',
  'https://localtest.me/',
];

describe('an address that is not the connector’s', () => {
  const rule = { mode: 'production', serviceHosts: [host] } as const;

  it.each(elsewhere)('is not allowed: %s', (address) => {
    expect(allowedService(address, rule)).toBeUndefined();
  });

  it.each([
    `https://${host}/emea/`,
    `https://${host}/`,
    `https://${host}`,
    `https://${host}:443/emea/`,
    `HTTPS://SMBA.TrafficManager.NET/emea/`,
  ])('is not this: %s', (address) => {
    expect(allowedService(address, rule)?.host).toBe(host);
  });

  it('is refused at the door, though a good token names the same', async () => {
    let named = '';
    const gate = createGate(rule, async () => ok({ serviceUrl: named, endorsements: ['msteams'] }));
    const codes: string[] = [];
    const server = http.createServer(async (request, response) => {
      const entered = await gate(request);
      codes.push(entered.ok ? 'entered' : entered.refusal.code);
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const teams = await startFakeTeams({ appId });
      teams.connect((server.address() as AddressInfo).port);
      const maria = teams.person({ name: 'Maria Ek' });
      for (named of [...elsewhere, `https://${host}/emea/`]) {
        codes.length = 0;
        await teams.post(teams.activity(maria, { serviceUrl: named }));
        const expected =
          named.startsWith(`https://${host}/emea/`) && !/[?#]/.test(named) ? 'entered' : 'service-host';
        expect([named, codes]).toEqual([named, [expected]]);
      }
      await teams.stop();
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });

  it('is refused at use, before the name is looked up or a token fetched', async () => {
    const touched: string[] = [];
    const sender = createSender({
      ...rule,
      credentials: async () => {
        touched.push('token');
        return token;
      },
      resolve: (name, _options, callback) => {
        touched.push(name);
        callback(null, []);
      },
    });
    for (const serviceUrl of elsewhere) {
      const conversation = { serviceUrl, id: 'a:1', kind: 'personal', tenantId: '', botId: '' } as const;
      const barred = { is: 'refused', status: 0, reason: 'bad' };
      expect(await sender.create(conversation, { text: 'x' }), serviceUrl).toEqual(barred);
      expect(await sender.update(conversation, '1', { text: 'x' }), serviceUrl).toEqual(barred);
      expect(await sender.remove(conversation, '1'), serviceUrl).toEqual(barred);
      const to = { serviceUrl, tenantId: '', aadObjectId: 'x', botId: '' };
      expect(await sender.open(to), serviceUrl).toEqual(barred);
    }
    expect(touched).toEqual([]);
  });
});

describe('where the connector’s name leads', () => {
  /** Takes connections on this machine and counts them; answers none. */
  let trap: net.Server;
  let caught: number;
  let port: number;
  beforeAll(async () => {
    trap = net.createServer((socket) => {
      caught += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => trap.listen(0, '::', done));
    ({ port } = trap.address() as AddressInfo);
  });
  afterAll(() => new Promise((done) => trap.close(done)));
  beforeEach(() => {
    caught = 0;
  });

  type Found = { address: string; family: number };
  const leadsTo = (answers: Found[][]) => {
    const asked: string[] = [];
    const resolve: LookupFunction = (name, options, callback) => {
      asked.push(name);
      const found = answers.length > 1 ? answers.shift()! : answers[0]!;
      if (options.all) callback(null, found);
      else callback(null, found[0]!.address, found[0]!.family);
    };
    return { asked, resolve };
  };
  const production = (resolve: LookupFunction): Sender =>
    createSender({
      mode: 'production',
      serviceHosts: [`${host}:${port}`],
      credentials: async () => token,
      resolve,
      timeoutMs: 500,
    });
  const conversation = () =>
    ({
      serviceUrl: `https://${host}:${port}/emea/`,
      id: 'a:1',
      kind: 'personal',
      tenantId: '',
      botId: '',
    }) as const;
  const barred = { is: 'refused', status: 0, reason: 'bad' };
  const v4 = (address: string): Found => ({ address, family: 4 });
  const v6 = (address: string): Found => ({ address, family: 6 });

  it.each([
    [[v4('127.0.0.1')]],
    [[v4('127.8.8.8')]],
    [[v6('::1')]],
    [[v6('::ffff:127.0.0.1')]],
    [[v4('0.0.0.0')]],
    [[v6('::')]],
    [[v4('10.1.2.3')]],
    [[v4('169.254.169.254')]],
    [[v6('fe80::1')]],
    [[v6('fd12::1')]],
    // One bad address among good ones: the connection might be tried there.
    [[v4('52.112.0.1'), v4('127.0.0.1')]],
    [[v6('2603:1030::1'), v6('::1')]],
  ])('is not connected to when it is no public address: %j', async (found) => {
    const { asked, resolve } = leadsTo([found]);
    expect(await production(resolve).create(conversation(), { text: 'x' })).toEqual(barred);
    expect([asked, caught]).toEqual([[host], 0]);
  });

  it('is looked at again for each connection, so that a name cannot change its mind in between', async () => {
    const asked: string[] = [];
    const sender = production((name, _options, callback) => {
      asked.push(name);
      if (asked.length <= 2) callback(Object.assign(new Error('not yet'), { code: 'ENOTFOUND' }), []);
      else callback(null, [v4('127.0.0.1')]);
    });
    for (const expected of [{ is: 'again' }, { is: 'again' }, barred, barred])
      expect(await sender.create(conversation(), { text: 'x' })).toEqual(expected);
    expect([asked.length, caught]).toEqual([4, 0]);
  });

  it('would be caught by this trap, were the check not there', async () => {
    const { resolve } = leadsTo([[v4('127.0.0.1')]]);
    const sender = createSender({
      mode: 'test',
      serviceHosts: ['localhost'],
      credentials: async () => token,
      resolve,
    });
    await sender.create({ ...conversation(), serviceUrl: `https://localhost:${port}/` }, { text: 'x' });
    expect(caught).toBe(1);
  });

  it.each([
    ['52.112.0.1', false],
    ['8.8.8.8', false],
    ['172.15.255.255', false],
    ['172.32.0.0', false],
    ['100.63.255.255', false],
    ['100.128.0.0', false],
    ['2603:1030:20e:3::23c', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:808:808', false],
    ['0.1.2.3', true],
    ['172.16.0.0', true],
    ['172.31.255.255', true],
    ['100.64.0.0', true],
    ['192.0.0.1', true],
    ['192.0.2.1', true],
    ['198.18.0.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['::ffff:10.0.0.1', true],
    ['::ffff:a00:1', true],
    ['::ffff:7f00:1', true],
    ['0:0:0:0:0:ffff:7f00:1', true],
    ['::7f00:1', true],
    ['64:ff9b::a00:1', true],
    ['2002:7f00:1::', true],
    ['2001:0:1::', true],
    ['fc00::', true],
    ['fdff::1', true],
    ['fe80::1%eth0', true],
    ['febf::1', true],
    ['fec0::1', true],
    ['ff02::1', true],
    ['not an address', true],
    ['', true],
  ])('%s is an address of one’s own network: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});

describe('a connector that answers with another address', () => {
  let evil: http.Server;
  let reached: string[];
  let evilPort: number;
  beforeEach(async () => {
    reached = [];
    evil = http.createServer((request, response) => {
      reached.push(`${request.method} ${request.headers.authorization}`);
      response.end('{"id":"1"}');
    });
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
    evilPort = (evil.address() as AddressInfo).port;
  });
  afterEach(() => new Promise((done) => evil.close(done)));

  it.each([301, 302, 303, 307, 308])('is not followed: %i', async (status) => {
    const teams = await startFakeTeams({ appId });
    try {
      const sender = createSender({
        mode: 'test',
        serviceHosts: [teams.serviceHost],
        credentials: async () => token,
      });
      const conversation = {
        serviceUrl: teams.serviceUrl,
        id: teams.person({ name: 'Maria Ek' }).place.id,
        kind: 'personal',
        tenantId: '',
        botId: teams.botId,
      } as const;
      for (const op of ['create', 'update', 'remove'] as const)
        teams.fault({ op, status, headers: { Location: `http://127.0.0.1:${evilPort}/steal` } });
      const refused = { is: 'refused', status, reason: 'bad' };
      expect(await sender.create(conversation, { text: 'x' })).toEqual(refused);
      expect(await sender.update(conversation, '1', { text: 'x' })).toEqual(refused);
      expect(await sender.remove(conversation, '1')).toEqual(refused);
      expect([reached, teams.requests.length]).toEqual([[], 3]);
    } finally {
      await teams.stop();
    }
  });

  it('is not followed for keys either: no key, no entry', async () => {
    const teams = await startFakeTeams({ appId });
    const opened = await openedDoor({ teams });
    try {
      teams.fault({ op: 'keys', status: 302, headers: { Location: `http://127.0.0.1:${evilPort}/keys` } });
      expect((await opened.maria.say('hej')).status).toBe(401);
      expect([reached, opened.incoming]).toEqual([[], []]);
    } finally {
      await opened.close();
    }
  });
});
