import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretCredentials, noCredentials } from '../../src/teams/credentials.ts';
import type { Conversation } from '../../src/teams/incoming.ts';
import { createSender, type Sender, type SendResult } from '../../src/teams/sender.ts';
import { type FakeTeams, type Fault, type Person, startFakeTeams } from '../support/fakeTeams.ts';
import { aCard, appId, hostTenant } from './openedDoor.ts';

let teams: FakeTeams;
let maria: Person;
let sender: Sender;
let conversation: Conversation;

beforeEach(async () => {
  teams = await startFakeTeams({ appId, tenantId: hostTenant });
  maria = teams.person({ name: 'Maria Ek' });
  sender = createSender({
    mode: 'test',
    serviceHosts: [teams.serviceHost],
    credentials: secret(),
    timeoutMs: 300,
  });
  conversation = {
    serviceUrl: teams.serviceUrl,
    id: maria.place.id,
    kind: 'personal',
    tenantId: hostTenant,
    botId: teams.botId,
  };
});
afterEach(() => teams.stop());

const secret = (but: object = {}) =>
  createSecretCredentials({
    mode: 'test',
    botId: appId,
    password: 'pass&word=1',
    tenantId: hostTenant,
    tokenUrl: teams.tokenUrl,
    ...but,
  });
const count = (op: string) => teams.requests.filter((request) => request.op === op).length;
const sentId = (result: SendResult) => (result.is === 'sent' ? (result.activityId ?? '') : '');

describe('a message', () => {
  it('arrives with its text, its card, its summary and the bot as sender', async () => {
    const result = await sender.create(conversation, {
      text: 'hej',
      card: aCard('innehåll'),
      summary: 'Samråd',
    });
    expect(result).toEqual({ is: 'sent', activityId: expect.any(String) });
    expect(maria.lastText).toBe('hej\ninnehåll');
    expect(teams.requests.at(-1)?.body).toMatchObject({
      type: 'message',
      from: { id: teams.botId },
      textFormat: 'plain',
      summary: 'Samråd',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
    expect(teams.requests.at(-1)?.authorization).toMatch(/^Bearer outgoing-/);
  });

  it('is updated and removed where it stands, in a thread of a channel too', async () => {
    const id = sentId(await sender.create(conversation, { text: 'ett' }));
    expect(await sender.update(conversation, id, { text: 'två' })).toEqual({ is: 'sent', activityId: id });
    expect(maria.texts).toEqual(['två']);
    expect(await sender.remove(conversation, id)).toMatchObject({ is: 'sent' });
    expect(maria.texts).toEqual([]);
    expect(await sender.update(conversation, id, { text: 'tre' })).toEqual({
      is: 'refused',
      status: 404,
      reason: 'gone',
    });

    await sender.create({ ...conversation, id: '19:x@thread.tacv2;messageid=17 /?#' }, { text: 'hej' });
    expect(teams.requests.at(-1)?.path).toBe(
      '/v3/conversations/19:x@thread.tacv2;messageid=17 /?#/activities',
    );
  });

  it('with a card over 28 KB is a fault, and nothing is sent', async () => {
    const card = aCard('å'.repeat(14 * 1024));
    await expect(sender.create(conversation, { card })).rejects.toThrow(RangeError);
    expect(count('create')).toBe(0);
  });

  it('opens a personal chat by id or object id, the same one each time', async () => {
    const to = {
      serviceUrl: teams.serviceUrl,
      tenantId: hostTenant,
      aadObjectId: maria.aadObjectId,
      botId: teams.botId,
    };
    const opened = { is: 'opened', conversationId: maria.place.id };
    expect(await sender.open(to)).toEqual(opened);
    expect(await sender.open({ ...to, userId: maria.id })).toEqual(opened);
    expect(await sender.open({ ...to, aadObjectId: 'nobody' })).toEqual({
      is: 'refused',
      status: 403,
      reason: 'blocked',
    });
    teams.fault({ op: 'open', status: 502 });
    expect(await sender.open(to)).toEqual({ is: 'again' });
  });
});

describe('what became of a send, after exactly one request', () => {
  const refused = (status: number, reason: string) => ({ is: 'refused', status, reason });
  const later = (retryAfterSeconds?: number) => ({ is: 'later', retryAfterSeconds });
  const [unknown, again] = [{ is: 'unknown' }, { is: 'again' }];
  const inAMinute = new Date(Date.now() + 60_000).toUTCString();
  type Row = [string, Omit<Fault, 'op'>, object, object];
  const rows: Row[] = [
    ['429 with Retry-After', { status: 429, retryAfter: 7 }, later(7), later(7)],
    [
      '429 with a date',
      { status: 429, headers: { 'Retry-After': inAMinute } },
      later(expect.any(Number) as never),
      later(expect.any(Number) as never),
    ],
    ['429 without', { status: 429 }, later(), later()],
    ['408', { status: 408 }, unknown, again],
    ['412', { status: 412 }, unknown, again],
    ['500', { status: 500 }, unknown, again],
    ['502', { status: 502 }, unknown, again],
    ['503 with Retry-After', { status: 503, retryAfter: 30 }, unknown, again],
    ['504', { status: 504 }, unknown, again],
    ['500 after delivery', { status: 500, deliver: true }, unknown, again],
    ['a reset', { reset: true }, unknown, again],
    ['a reset after delivery', { reset: true, deliver: true }, unknown, again],
    ['silence', { hang: true }, unknown, again],
    [
      'a redirect',
      { status: 307, headers: { Location: 'http://127.0.0.1:9/' } },
      refused(307, 'bad'),
      refused(307, 'bad'),
    ],
    ['400', { status: 400 }, refused(400, 'bad'), refused(400, 'bad')],
    ['403', { status: 403 }, refused(403, 'blocked'), refused(403, 'blocked')],
    ['404', { status: 404 }, refused(404, 'gone'), refused(404, 'gone')],
    ['410', { status: 410 }, refused(410, 'gone'), refused(410, 'gone')],
    ['413', { status: 413 }, refused(413, 'too-big'), refused(413, 'too-big')],
    ['501', { status: 501 }, refused(501, 'bad'), refused(501, 'bad')],
  ];
  it.each(rows)('%s', async (_name, fault, ofCreate, ofUpdate) => {
    const id = sentId(await sender.create(conversation, { text: 'ett' }));
    for (const op of ['create', 'update', 'remove'] as const) teams.fault({ ...fault, op, times: 9 });
    teams.requests.length = 0;
    expect(await sender.create(conversation, { text: 'två' })).toEqual(ofCreate);
    expect(await sender.update(conversation, id, { text: 'två' })).toEqual(ofUpdate);
    expect(await sender.remove(conversation, id)).toEqual(ofUpdate);
    expect([count('create'), count('update'), count('remove')]).toEqual([1, 1, 1]);
    expect(maria.texts.filter((text) => text === 'två').length).toBeLessThanOrEqual(
      1 + Number(Boolean(fault.deliver)),
    );
  });

  it('a connection that was never made can be tried again', async () => {
    const free = await new Promise<number>((resolve) => {
      const server = net.createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as net.AddressInfo;
        server.close(() => resolve(port));
      });
    });
    const other = createSender({ mode: 'local', serviceHosts: [], credentials: noCredentials });
    const nowhere = { ...conversation, serviceUrl: `http://127.0.0.1:${free}/` };
    expect(await other.create(nowhere, { text: 'hej' })).toEqual(again);
  });
});

describe('the addresses the sender speaks to', () => {
  const tryTo = (mode: 'local' | 'test' | 'production', serviceUrl: string, serviceHosts: string[] = []) =>
    createSender({ mode, serviceHosts, credentials: noCredentials, timeoutMs: 50 }).create(
      { ...conversation, serviceUrl },
      { text: 'hej' },
    );
  const barred = { is: 'refused', status: 0, reason: 'bad' };

  it.each([
    ['local', 'https://smba.trafficmanager.net/emea/', []],
    ['local', 'http://192.168.1.1/', []],
    ['local', 'http://localhost.evil.example/', []],
    ['test', 'http://127.0.0.1:8/', ['127.0.0.1:9']],
    ['test', 'https://smba.trafficmanager.net/emea/', ['smba.trafficmanager.net']],
    ['production', 'http://smba.trafficmanager.net/emea/', ['smba.trafficmanager.net']],
    ['production', 'https://x.smba.trafficmanager.net/', ['smba.trafficmanager.net']],
    ['production', 'https://smba.trafficmanager.net:8443/', ['smba.trafficmanager.net']],
    ['production', 'https://smba.trafficmanager.net@evil.example/', ['smba.trafficmanager.net']],
    ['production', 'https://evil.example/?smba.trafficmanager.net', ['smba.trafficmanager.net']],
    ['production', 'https://127.0.0.1/', ['127.0.0.1']],
    ['production', 'https://2130706433/', ['127.0.0.1', '2130706433']],
    ['production', 'https://10.1.2.3/', ['10.1.2.3']],
    ['production', 'https://[::1]/', ['[::1]']],
    ['production', 'https://[fd00::1]/', ['[fd00::1]']],
    ['production', 'https://localhost/', ['localhost']],
    ['production', 'file:///etc/passwd', ['']],
    ['production', '', ['']],
  ] as const)('are not, in %s mode, %s', async (mode, serviceUrl, hosts) => {
    expect(await tryTo(mode, serviceUrl, [...hosts])).toEqual(barred);
  });

  it("are not names that lead into one's own network", async () => {
    // This machine's own name resolves to itself, as a hijacked name would.
    const { hostname } = await import('node:os');
    expect(await tryTo('production', `https://${hostname()}/`, [hostname().toLowerCase()])).toEqual(barred);
  });

  it('are not climbed out of by an id', async () => {
    for (const id of ['..', '.', '']) {
      expect(await sender.create({ ...conversation, id }, { text: 'hej' })).toEqual(barred);
      expect(await sender.remove(conversation, id)).toEqual(barred);
    }
    expect(teams.requests).toEqual([]);
  });
});

describe('the token of the bot', () => {
  it('is fetched once for all who wait, and kept', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => sender.create(conversation, { text: `${n}` })));
    await sender.create(conversation, { text: 'fem' });
    expect(count('token')).toBe(1);
    const asked = new URLSearchParams(String(teams.requests.find(({ op }) => op === 'token')?.body));
    expect(Object.fromEntries(asked)).toEqual({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: 'pass&word=1',
      scope: 'https://api.botframework.com/.default',
    });
  });

  it('is renewed five minutes before it expires', async () => {
    const clock = { now: 0 };
    const credentials = createSecretCredentials(
      { mode: 'test', botId: appId, password: 'x', tenantId: hostTenant, tokenUrl: teams.tokenUrl },
      () => clock.now,
    );
    const first = await credentials();
    clock.now = 3_299_000;
    expect(await credentials()).toBe(first);
    clock.now = 3_300_000;
    expect(await credentials()).not.toBe(first);
  });

  it('is renewed once when refused, and the message sent with the new one', async () => {
    await sender.create(conversation, { text: 'ett' });
    teams.fault({ op: 'create', status: 401 });
    expect(await sender.create(conversation, { text: 'två' })).toMatchObject({ is: 'sent' });
    expect([count('token'), count('create'), maria.texts]).toEqual([2, 3, ['ett', 'två']]);
    const shown = teams.requests
      .filter(({ op }) => op === 'create')
      .map(({ authorization }) => authorization);
    expect(new Set(shown).size).toBe(2);
  });

  it('refused twice leaves the message for later', async () => {
    teams.fault({ op: 'create', status: 401, times: 9 });
    expect(await sender.create(conversation, { text: 'hej' })).toEqual({ is: 'again' });
    expect(count('create')).toBe(2);
  });

  it('not given leaves the message for later, says so, and is asked for again', async () => {
    const lines: object[] = [];
    const credentials = secret({ log: (line: object) => lines.push(line) });
    const strict = createSender({ mode: 'test', serviceHosts: [teams.serviceHost], credentials });
    teams.fault({ op: 'token', status: 400 });
    expect(await strict.create(conversation, { text: 'hej' })).toEqual({ is: 'again' });
    expect(lines).toEqual([{ event: 'token-refused', status: 400 }]);
    expect(await strict.create(conversation, { text: 'hej' })).toMatchObject({ is: 'sent' });
  });

  it('is asked for only over https, or of this machine in test mode', () => {
    expect(() => secret({ tokenUrl: 'http://login.example/token' })).toThrow();
    expect(() => secret({ mode: 'production' })).toThrow();
    expect(() => secret({ mode: 'production', tokenUrl: undefined })).not.toThrow();
  });
});
