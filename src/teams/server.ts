import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { createTurn, type TurnAnswer } from './adapter.ts';
import { placeOf } from './fault.ts';
import { createGate } from './gate.ts';
import { guardServer, policyOf } from './headers.ts';
import { type Handle, type Incoming, onlyListedTenants, readIncoming } from './incoming.ts';
import type { Sender } from './sender.ts';
import { isLoopback } from './serviceUrl.ts';
import type { DoorLog, DoorSettings } from './settings.ts';
import { connectorIssuer, createTokenVerifier } from './token.ts';

export type { DoorLog, DoorSettings } from './settings.ts';

type Respond = (
  parts: Readonly<Record<string, string>>,
  authorization: string | undefined,
) => Promise<{ status: number; type: string; body: string; headers?: Record<string, string> }>;

/** One more thing the door answers, such as `/healthz`. */
export type DoorRoute = {
  /** May name parts, as in `/calendar/:token`. */
  path: string;
  /** To GET and HEAD, which alter nothing. */
  respond: Respond;
  /** To POST, whose body nobody reads. */
  post?: Respond;
};

/** An open door: the port it got, and how to close it once the requests under way are answered. */
export type Door = { port: number; close(): Promise<void> };

/**
 * Listens for Teams at `POST /api/messages` and for the given routes. Throws when the settings would open the door
 * wider than their mode allows. What `handle` throws becomes an answer without words and a log line with a reference.
 */
export async function openDoor(
  settings: DoorSettings,
  handle: Handle,
  routes: readonly DoorRoute[],
  log: DoorLog,
  sender?: Sender,
): Promise<Door> {
  checkSettings(settings);
  const { mode, botId, openIdMetadata } = settings;
  const verify =
    mode === 'local' || !botId ? undefined : createTokenVerifier({ mode, botId, openIdMetadata, log });
  const gate = createGate(settings, verify);
  const turn = createTurn(handle, sender);
  const logRefusal = atMost(100, log);

  // A calendar link's token is about 300 characters; the router turns away parts of a path over 100 unless told.
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false, maxParamLength: 1000 });
  // Its own log would print addresses and headers beside ours.
  Object.assign(server.log, { level: 'silent' });
  const underWay = new Set<restify.Response>();
  server.pre((_request, response, next) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    next();
  });
  guardServer(server.server, mode);
  server.on('restifyError', (_request, _response, error, done) => {
    error.toJSON = () => ({ error: 'not here' });
    error.toString = () => 'not here';
    done();
  });
  for (const { path, respond, post } of routes) {
    const answers = (by: Respond) => async (request: restify.Request, response: restify.Response) => {
      try {
        const { status, type, body, headers } = await by(
          (request.params as Record<string, string> | undefined) ?? {},
          request.headers.authorization,
        );
        response.sendRaw(status, body, { 'Content-Type': type, ...policyOf(type, body), ...headers });
      } catch (error) {
        sendJson(response, 500, { error: 'fault', reference: noteFault(error, { path }, log) });
      }
    };
    server.get(path, answers(respond));
    server.head(path, answers(respond));
    if (post) server.post(path, answers(post));
  }
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    const started = performance.now();
    const entered = await gate(request);
    if (!entered.ok) {
      const { status, code } = entered.refusal;
      logRefusal({ event: 'turned-away', status, code });
      return turnAway(request, response, status);
    }
    const incoming = readIncoming(entered.value);
    const { kind, answersByInvoke } = incoming;
    const tenantListed = onlyListedTenants(incoming, settings.tenants);
    const answer = await turn(entered.value, incoming).catch((error: unknown) =>
      faultAnswer(incoming, noteFault(error, { kind }, log)),
    );
    const ms = Math.round(performance.now() - started);
    log({ event: 'turn', kind, status: answer.status, invoke: answersByInvoke, tenantListed, ms });
    sendJson(response, answer.status, answer.body);
  });

  // Above the idle time of the proxies in front, or their reuse of a connection meets its end.
  server.server.keepAliveTimeout = 75_000;
  server.server.headersTimeout = 15_000;
  server.server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const patience = setTimeout(() => server.server.closeAllConnections(), 10_000);
        server.close(() => {
          clearTimeout(patience);
          resolve();
        });
        // A kept connection would hold the door open after its last answer.
        for (const response of underWay) response.shouldKeepAlive = false;
        server.server.closeIdleConnections();
      }),
  };
}

function checkSettings({ mode, host, botId, issuer, openIdMetadata }: DoorSettings): void {
  if (mode !== 'production' && !isLoopback(host))
    throw new Error(`${mode} mode listens on this machine only, not on ${host}`);
  if (mode === 'local') return;
  if (!botId) throw new Error(`${mode} mode needs the bot's app id`);
  if (issuer !== connectorIssuer) throw new Error(`the issuer of tokens is ${connectorIssuer}`);
  const metadata = new URL(openIdMetadata);
  const isOwnMachine = mode === 'test' && isLoopback(metadata.hostname);
  if (metadata.protocol !== 'https:' && !isOwnMachine)
    throw new Error('the OpenID metadata must be read over https');
}

// A flood of junk must not become a flood of lines: so many a minute, and with the next minute how many more there were.
function atMost(linesPerMinute: number, log: DoorLog): DoorLog {
  let minute = 0;
  let lines = 0;
  return (line) => {
    const present = Math.floor(Date.now() / 60_000);
    if (present !== minute) {
      if (lines > linesPerMinute) log({ event: 'turned-away-unlogged', count: lines - linesPerMinute });
      minute = present;
      lines = 0;
    }
    lines += 1;
    if (lines <= linesPerMinute) log(line);
  };
}

// Words for a person are the house's; here are only the codes a client needs to say that something went wrong.
function faultAnswer({ answersByInvoke }: Incoming, reference: string): TurnAnswer {
  if (!answersByInvoke) return { status: 500, body: { error: 'fault', reference } };
  const value = { code: 'fault', message: reference };
  return { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error', value } };
}

/** Writes one line about a fault, without its message (which may quote case text), and returns the line's reference. */
function noteFault(error: unknown, where: { kind?: string; path?: string }, log: DoorLog): string {
  const reference = randomUUID().slice(0, 8);
  const { name, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : { name: typeof error };
  log({
    event: 'fault',
    reference,
    ...where,
    name,
    code: typeof code === 'string' ? code : undefined,
    place: placeOf(error),
  });
  return reference;
}

function sendJson(response: restify.Response, status: number, body?: unknown): void {
  if (body === undefined) response.sendRaw(status, '');
  else response.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}

const refusals = {
  400: 'bad request',
  401: 'unauthorized',
  413: 'too large',
  415: 'unsupported media type',
} as const;

// A refused body is not kept, but for a second it is still let run out, so that its sender gets to read the answer
// instead of a reset connection.
async function turnAway(
  request: restify.Request,
  response: restify.Response,
  status: keyof typeof refusals,
): Promise<void> {
  const body = JSON.stringify({ error: refusals[status] });
  if (request.readableEnded || request.destroyed)
    return sendJson(response, status, { error: refusals[status] });
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  });
  response.write(body);
  await new Promise<void>((resolve) => {
    const limit = setTimeout(resolve, 1000);
    const over = () => {
      clearTimeout(limit);
      resolve();
    };
    request.removeAllListeners('data').on('end', over).on('close', over).resume();
  });
  response.end();
}
