import { createHash } from 'node:crypto';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor } from '../../src/teams/server.ts';
import { connectorIssuer } from '../../src/teams/token.ts';
import { filePage } from '../../src/texts/links.ts';
import { pageHtml, pages } from '../../src/texts/pages.ts';
import { appId, openedDoor } from '../teams/openedDoor.ts';

/** An answer as it stood on the wire. */
type Raw = { status: number; headers: Map<string, string>; body: string };

/** Sends bytes as they are and reads one answer until its end. */
const wire = (port: number, text: string) =>
  new Promise<Raw>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    let read = '';
    socket.setEncoding('latin1').on('data', (part: string) => (read += part));
    socket.on('error', reject).on('close', () => {
      const [head = '', ...rest] = read.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const pairs = lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]);
      resolve({
        status: Number(first.split(' ')[1]),
        headers: new Map(pairs as [string, string][]),
        body: rest.join('\r\n\r\n'),
      });
    });
    socket.write(text);
  });
const ask = (port: number, method: string, path: string, more = '') =>
  wire(port, `${method} ${path} HTTP/1.1\r\nHost: samrad.example\r\nConnection: close\r\n${more}\r\n`);

const strict = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const expectGuarded = ({ headers }: Raw, where: string) => {
  const said = ['cache-control', 'x-content-type-options', 'referrer-policy', 'x-frame-options'];
  expect([where, ...said.map((name) => headers.get(name))]).toEqual([
    where,
    'no-store',
    'nosniff',
    'no-referrer',
    'DENY',
  ]);
  expect(headers.get('cross-origin-resource-policy'), where).toBe('same-origin');
  expect(headers.get('content-security-policy'), where).toMatch(new RegExp(`^${strict}`));
  expect(headers.get('content-security-policy'), where).not.toContain('unsafe');
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie', 'etag'])
    expect(headers.has(name), `${where} ${name}`).toBe(false);
};

const html = pages.map((page) => ({
  path: page.path,
  respond: async () => ({ status: 200, type: 'text/html; charset=utf-8', body: pageHtml(page) }),
}));
const routes = [
  { path: '/healthz', respond: async () => ({ status: 200, type: 'application/json', body: '{"ok":true}' }) },
  { path: '/readyz', respond: async () => ({ status: 503, type: 'application/json', body: '{"ok":false}' }) },
  {
    path: '/calendar/:token',
    respond: async ({ token }: Readonly<Record<string, string>>) =>
      token === 'known'
        ? { status: 200, type: 'text/calendar; charset=utf-8', body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }
        : { status: 404, type: 'text/plain; charset=utf-8', body: 'Länken har gått ut.\n' },
  },
  {
    path: '/broken',
    respond: async () => {
      throw new Error('19121212-1212');
    },
  },
  {
    path: '/download/:token',
    respond: async () => ({ status: 200, type: 'text/html; charset=utf-8', body: filePage('sv') }),
    post: async () => ({ status: 200, type: 'application/json; charset=utf-8', body: '{}' }),
  },
  ...html,
];

let opened: Awaited<ReturnType<typeof openedDoor>>;
beforeAll(async () => {
  opened = await openedDoor({ routes });
});
afterAll(() => opened.close());

const gets: [string, number][] = [
  ['/healthz', 200],
  ['/readyz', 503],
  ['/calendar/known', 200],
  ['/calendar/unknown', 404],
  [`/calendar/${'x'.repeat(900)}`, 404],
  [`/calendar/${'x'.repeat(3000)}`, 404],
  ['/calendar/', 404],
  ['/broken', 500],
  ['/privacy', 200],
  ['/terms', 200],
  ['/', 404],
  ['/nope', 404],
  ['/%E0%A4%A', 404],
  ['/healthz/../readyz', 503],
  ['//evil.example/', 404],
  ['/healthz?x=%00', 200],
];

describe('the page before a file', () => {
  it('may send its form to itself and nowhere else; the file itself, and all other pages, may send none', async () => {
    const page = await ask(opened.door.port, 'GET', '/download/x');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toMatch(
      /^default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'sha256-[^']+'$/,
    );
    const file = await ask(opened.door.port, 'POST', '/download/x', 'Content-Length: 0\r\n');
    expect([file.status, file.body]).toEqual([200, expect.stringContaining('{}')]);
    expectGuarded(file, 'POST /download/x');
    const other = await ask(opened.door.port, 'PUT', '/download/x', 'Content-Length: 0\r\n');
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('every answer', () => {
  it.each(gets)(
    'to GET %s is %i, with its headers; to HEAD the same without a body',
    async (path, status) => {
      const [got, head] = [
        await ask(opened.door.port, 'GET', path),
        await ask(opened.door.port, 'HEAD', path),
      ];
      expect([got.status, head.status, head.body]).toEqual([status, status, '']);
      expectGuarded(got, `GET ${path}`);
      expectGuarded(head, `HEAD ${path}`);
      const type = head.headers.get('content-type');
      expect([got.headers.get('content-type'), status === 404 ? undefined : 'none']).toContain(type);
      expect(got.body).not.toMatch(/1212|evil|nope|restify|at .*:\d+/);
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'to %s where it does not belong is 405 and says what does',
    async (method) => {
      for (const path of ['/healthz', '/calendar/known', '/privacy']) {
        const answer = await ask(opened.door.port, method, path, 'Content-Length: 0\r\n');
        expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
        expectGuarded(answer, `${method} ${path}`);
        expect(answer.body).not.toContain('samrad.example');
      }
    },
  );

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'to %s at the door is 405, POST only',
    async (method) => {
      const answer = await ask(opened.door.port, method, '/api/messages', 'Content-Length: 0\r\n');
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
      expectGuarded(answer, `${method} /api/messages`);
    },
  );

  it.each([
    ['no token', 'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}', 400],
    ['another type', 'Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}', 415],
    ['too much', 'Content-Type: application/json\r\nContent-Length: 300000\r\n\r\n{}', 413],
  ])('to POST with %s has them too', async (_name, rest, status) => {
    const start = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';
    const answer = await wire(opened.door.port, start + rest);
    expect(answer.status).toBe(status);
    expectGuarded(answer, String(status));
  });

  it('to a good activity has them too', async () => {
    const turn = await opened.maria.say('hej');
    expect(turn.status).toBe(200);
    expectGuarded(
      { status: 200, headers: new Map(Object.entries(turn.headers)) as Raw['headers'], body: '' },
      'turn',
    );
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 400],
    ['an unknown method', 'STEAL / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['an expectation', 'POST / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nContent-Length: 2\r\n\r\n{}', 417],
  ])('to %s has them too, though no request was made of it', async (_name, text, status) => {
    const answer = await wire(opened.door.port, text);
    expect(answer.status).toBe(status);
    expectGuarded(answer, String(status));
    expect(answer.body).toBe('');
  });

  it('is Node’s own, empty, where a request names no host', async () => {
    const { status, headers, body } = await wire(opened.door.port, 'GET / HTTP/1.1\r\n\r\n');
    expect([
      status,
      body.replace(/^0\r\n/, '').trim(),
      headers.get('connection'),
      headers.has('server'),
    ]).toEqual([400, '', 'close', false]);
  });

  it('goes on after somebody has asked to go on', async () => {
    const text =
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n' +
      'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
    expect((await wire(opened.door.port, text)).status).toBe(100);
  });
});

describe('a page of ours', () => {
  it('may use its own style, named by its hash, and nothing else', async () => {
    for (const { path } of pages) {
      const { headers, body } = await ask(opened.door.port, 'GET', path);
      const style = /<style>([\s\S]*)<\/style>/.exec(body)?.[1] ?? '';
      expect(style).toContain('max-width');
      const hash = createHash('sha256').update(style, 'latin1').digest('base64');
      expect(headers.get('content-security-policy')).toBe(`${strict}; style-src 'sha256-${hash}'`);
      expect(body).not.toMatch(/<script|style="|<img|<link|https?:/);
    }
  });
});

describe('the promise of https', () => {
  it('is made in production alone', async () => {
    const door = await openDoor(
      {
        mode: 'production',
        host: '127.0.0.1',
        port: 0,
        botId: appId,
        tenants: new Set(),
        serviceHosts: ['smba.trafficmanager.net'],
        openIdMetadata: 'https://127.0.0.1:1/none',
        issuer: connectorIssuer,
      },
      async () => ({ is: 'nothing' }),
      routes,
      () => {},
    );
    try {
      const all = [
        await ask(door.port, 'GET', '/healthz'),
        await ask(door.port, 'GET', '/nope'),
        await wire(door.port, 'x\r\n\r\n'),
      ];
      for (const one of all) {
        expect(one.headers.get('strict-transport-security')).toBe('max-age=31536000');
        expectGuarded(one, 'production');
      }
    } finally {
      await door.close();
    }
    const test = await ask(opened.door.port, 'GET', '/healthz');
    expect(test.headers.has('strict-transport-security')).toBe(false);
  });
});
