import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, createChance, inherited, oddTexts } from './odd.ts';
import { request, several } from './wire.ts';

/** What to throw at a door, at `url`; `pid` is whose memory is looked at, where the system shows it (Linux). */
export type JunkOptions = {
  url: string;
  requests: number;
  seed: number;
  /** Connections that send a byte now and then and never end. */
  slow?: number;
  pid?: number | undefined;
  /** The app id tokens are made out to; a guess when not known. */
  appId?: string;
  atOnce?: number;
};

/** How the door bore it. */
export type JunkReport = {
  /** Answers by status; 0 is a line that broke, by either side, before an answer. */
  statuses: Record<string, number>;
  /** Answers that are not 4xx, and lines that broke where nothing was cut or too large: each should not have been. */
  unexpected: string[];
  ready: { asked: number; failed: number; slowestMs: number };
  /** Megabytes resident: after the first tenth, at the end, and at most. */
  memory: { first: number; last: number; most: number } | undefined;
  /** How many of the slow connections were still being waited for at the end. */
  slowOpen: number;
};

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const hex = (chance: Chance) => Array.from({ length: 32 }, () => chance.below(16).toString(16)).join('');

/** A token of nobody's: each with another tenant and key, as whoever fills a list would send them. */
function token(chance: Chance, appId: string): string {
  const tenant = hex(chance).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const iss = chance.of([
    'https://api.botframework.com',
    `https://sts.windows.net/${tenant}/`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
    `https://login.microsoftonline.us/${tenant}/`,
    chance.of(oddTexts),
  ]);
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss,
    aud: appId,
    appid: appId,
    azp: appId,
    tid: tenant,
    ver: '1.0',
    exp: seconds + 999,
    nbf: 0,
  };
  const alg = chance.of(['RS256', 'RS256', 'none', 'HS256', 'ES256']);
  const signed = `${part({ alg, typ: 'JWT', kid: chance.of(['key-1', hex(chance), ...inherited]) })}.${part(claims)}`;
  if (chance.may(0.7)) return `${signed}.${chance.may(0.5) ? hex(chance) : ''}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), own.privateKey).toString('base64url')}`;
}

function authorization(chance: Chance, appId: string): Record<string, string | string[]> {
  const kind = chance.below(10);
  if (kind === 0) return {};
  if (kind === 1) return { Authorization: `Basic ${hex(chance)}` };
  if (kind === 2) return { Authorization: 'Bearer' };
  if (kind === 3)
    return { Authorization: [`Bearer ${token(chance, appId)}`, `Bearer ${token(chance, appId)}`] };
  if (kind === 4) return { Authorization: `Bearer ${hex(chance).repeat(1 + chance.below(400))}` };
  return { Authorization: `Bearer ${token(chance, appId)}` };
}

// Most are small, a tenth about as large as the door reads, one in fifty up to 10 MB.
function sizeOf(chance: Chance): number {
  const kind = chance.below(50);
  if (kind === 0) return 1_000_000 + chance.below(9_000_000);
  return kind <= 5 ? 16_000 + chance.below(400_000) : 1000 + chance.below(15_000);
}

const filler = randomBytes(8_000_000).toString('base64');

function bodyOf(chance: Chance): string | Buffer {
  const size = sizeOf(chance);
  const fill = filler.slice(chance.below(1000)).slice(0, size);
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
  };
  switch (chance.below(6)) {
    case 0:
      return fill;
    case 1:
      return Buffer.from(fill, 'base64');
    case 2:
      return `${'['.repeat(size / 2)}`;
    case 3:
      return `{"a":`.repeat(size / 5);
    case 4:
      return JSON.stringify({ ...activity, type: chance.of(oddTexts), conversation: fill });
    default:
      return JSON.stringify({ ...activity, conversation: { id: hex(chance) }, text: fill });
  }
}

const types = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
];
const paths = [
  '/',
  '/calendar/',
  '/calendar/x',
  '/api',
  '/api/messages/',
  '/.env',
  '/metrics/x',
  '/%2e%2e/',
  '/api/messages%00',
];

async function oneRequest(
  chance: Chance,
  { url, appId = 'guess' }: JunkOptions,
  agent: http.Agent,
): Promise<[number, string]> {
  const isDoor = chance.may(0.85);
  const method = isDoor ? 'POST' : chance.of(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
  const path = isDoor ? '/api/messages' : chance.of(paths);
  const body = bodyOf(chance);
  const isChunked = chance.may(0.2);
  const cut = chance.may(0.05) ? chance.below(body.length) : undefined;
  const headers: http.OutgoingHttpHeaders = {
    'Content-Type': chance.may(0.85) ? types[0] : chance.of(types),
    ...authorization(chance, appId),
    ...(isChunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': Buffer.byteLength(body) }),
  };
  const { status } = await request(url + path, { method, headers, agent }, body, cut);
  // Who sends on and on after the answer may find the line broken before reading it.
  const mayBreak = cut !== undefined || Buffer.byteLength(body) > 262_144;
  return [
    status,
    status === 0 && mayBreak ? '' : `${method} ${path} ${body.length} ${String(headers['Content-Type'])}`,
  ];
}

/** Bytes that are no HTTP at all, or nearly some. */
function oneLine(chance: Chance, { hostname, port }: URL): Promise<[number, string]> {
  const text = chance.of([
    `${filler.slice(chance.below(1000), 2000)}\r\n\r\n`,
    `GET / HTTP/9.9\r\n\r\n`,
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n`,
    `POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    `POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  ]);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname);
    let read = '';
    const end = () => resolve([Number(/^HTTP\/1\.1 (\d+)/.exec(read)?.[1] ?? 0), '']);
    socket.setEncoding('latin1').on('data', (said: string) => (read += said));
    socket
      .setTimeout(20_000, () => socket.destroy())
      .on('error', end)
      .on('close', end);
    socket.write(text, 'latin1');
  });
}

/** Connections that begin a request and then take their time. */
function openSlow(count: number, { hostname, port }: URL) {
  const sockets = Array.from({ length: count }, (_, n) => {
    const socket = net.connect(Number(port), hostname);
    socket.on('error', () => {}).on('data', () => {});
    const length = n % 2 === 0 ? '' : 'Content-Type: application/json\r\nContent-Length: 200000\r\n\r\n';
    socket.write(`POST /api/messages HTTP/1.1\r\nHost: x\r\n${length}`);
    return socket;
  });
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a');
  }, 250);
  return {
    open: () => sockets.filter(({ destroyed, readyState }) => !destroyed && readyState === 'open').length,
    end: () => {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Megabytes a process holds; undefined where the system does not say. */
export function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024 || undefined
    );
  } catch {
    return undefined;
  }
}

/** Unauthenticated junk of every kind, 1 kB to 10 MB, with slow connections held all the while and `/readyz` asked. */
export async function junk(options: JunkOptions): Promise<JunkReport> {
  const { url, requests, seed, slow = 50, pid, atOnce = 16 } = options;
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const report: JunkReport = {
    statuses: {},
    unexpected: [],
    ready: { asked: 0, failed: 0, slowestMs: 0 },
    memory: undefined,
    slowOpen: 0,
  };
  const slowly = openSlow(slow, new URL(url));
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      const started = performance.now();
      const { status } = await request(`${url}/readyz`, { agent: false });
      report.ready.asked += 1;
      if (status !== 200) report.ready.failed += 1;
      report.ready.slowestMs = Math.max(report.ready.slowestMs, Math.round(performance.now() - started));
      const held = residentMegabytes(pid);
      if (report.memory && held) report.memory.most = Math.max(report.memory.most, held);
      await pause(50);
    }
  })();
  await several(requests, atOnce, async (n) => {
    const chance = createChance(seed + n);
    const [status, what] = chance.may(0.05)
      ? await oneLine(chance, new URL(url))
      : await oneRequest(chance, options, agent);
    report.statuses[status] = (report.statuses[status] ?? 0) + 1;
    if (what !== '' && (status < 400 || status > 499))
      report.unexpected.push(`seed ${seed + n}: ${status} to ${what}`);
    if (n === Math.floor(requests / 10)) {
      const held = residentMegabytes(pid);
      report.memory = held ? { first: held, last: held, most: held } : undefined;
    }
  });
  isOver = true;
  await watch;
  report.slowOpen = slowly.open();
  slowly.end();
  agent.destroy();
  const last = residentMegabytes(pid);
  if (report.memory && last) report.memory.last = last;
  return report;
}
