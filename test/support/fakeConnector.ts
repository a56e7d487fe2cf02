import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Node } from './fakeCards.ts';
import { publishedKeys } from './fakeIdentity.ts';
import { botCard, type Message, type Op, type Place, type World } from './fakeWorld.ts';

/** Listens as the connector and as the two identity servers; gives back how to stop. */
export async function startConnector(world: World): Promise<() => Promise<void>> {
  const server = http.createServer((request, response) => {
    void serve(world, request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.serviceUrl = `${world.origin}/emea/`;
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
}

function perform(
  world: World,
  op: Op,
  place: Place | undefined,
  activityId: string | undefined,
  body: Node,
): [number, unknown] {
  if (op === 'metadata')
    return [200, { issuer: 'https://api.botframework.com', jwks_uri: `${world.origin}/keys` }];
  if (op === 'keys') return [200, publishedKeys()];
  if (op === 'token')
    return [200, { token_type: 'Bearer', expires_in: 3600, access_token: `outgoing-${randomUUID()}` }];
  if (op === 'open') {
    const member = String((body.members as Node[] | undefined)?.[0]?.id);
    const found = [...world.places.values()].find(
      ({ kind, people: [one] }) => kind === 'personal' && (one?.id === member || one?.aadObjectId === member),
    );
    return found?.bot ? [201, { id: found.id }] : [403, { error: { code: 'BotNotInConversationRoster' } }];
  }
  if (!place || op === 'unknown') return [404, { error: { code: 'ConversationNotFound' } }];
  if (!place.bot) return [403, { error: { code: 'MessageWritesBlocked' } }];
  if (op === 'members') return [200, place.people.map((one) => ({ ...one, objectId: one.aadObjectId }))];
  if (op === 'create') {
    const message: Message = {
      id: world.nextId(),
      from: 'bot',
      activity: body,
      deleted: false,
      views: new Map(),
    };
    place.messages.push(message);
    world.sent.push(message);
    world.keepCard(message, botCard(message));
    if (!body.text && !botCard(message)) world.lint.push('empty message');
    return [201, { id: message.id }];
  }
  const message = place.messages.find(
    ({ id, from, deleted }) => id === activityId && from === 'bot' && !deleted,
  );
  if (!message) return [404, { error: { code: 'ActivityNotFound' } }];
  message.views.clear();
  if (op === 'remove') message.deleted = true;
  else {
    message.activity = body;
    world.keepCard(message, botCard(message));
  }
  return [200, { id: message.id }];
}

async function serve(
  world: World,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const method = request.method ?? '';
  const path = decodeURIComponent(request.url ?? '').replace(/^\/emea/, '');
  const body = await readBody(request);
  const [, placeId, activityId] =
    /^\/v3\/conversations\/(.+?)\/(?:activities\/?([^/]*)|members)$/.exec(path) ?? [];
  const op = opOf(method, path);
  world.requests.push({ op, method, path, body, authorization: request.headers.authorization });
  const fault = world.faults.find((one) => one.op === op && one.times > 0 && one.skip-- <= 0);
  if (fault) fault.times--;
  const work = !fault || fault.deliver || !(fault.status || fault.hang || fault.reset);
  const [status, answer] = work
    ? perform(world, op, world.places.get(placeId ?? ''), activityId, body as Node)
    : [0, {}];
  if (work) world.changed();
  if (fault?.reset) request.socket.destroy();
  else if (!fault?.hang) {
    const headers: Record<string, string> = { 'Content-Type': 'application/json', ...fault?.headers };
    if (fault?.retryAfter !== undefined) headers['Retry-After'] = String(fault.retryAfter);
    response.writeHead(fault?.status ?? status, headers);
    response.end(JSON.stringify(fault?.status ? { error: { code: 'Injected' } } : answer));
  }
}

function opOf(method: string, path: string): Op {
  if (path.endsWith('/openidconfiguration')) return 'metadata';
  if (path === '/keys') return 'keys';
  if (path.endsWith('/token')) return 'token';
  if (method === 'POST' && path === '/v3/conversations') return 'open';
  if (method === 'GET' && path.endsWith('/members')) return 'members';
  if (!/^\/v3\/conversations\/.+?\/activities/.test(path)) return 'unknown';
  return ({ POST: 'create', PUT: 'update', DELETE: 'remove' } as const)[method] ?? 'unknown';
}

async function readBody(request: http.IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text.startsWith('{') ? JSON.parse(text) : text;
}
