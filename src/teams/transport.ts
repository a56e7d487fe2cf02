import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Credentials } from './credentials.ts';
import { allowedService, isPrivateAddress, type ServiceRule } from './serviceUrl.ts';

/**
 * Which connectors may be spoken to, with which token, how long an answer may take (default 8000 ms), and who turns
 * names into addresses (the machine's own resolver).
 */
export type TransportSettings = ServiceRule & {
  credentials: Credentials;
  timeoutMs?: number;
  resolve?: LookupFunction;
};

/** `unmade`: nothing left this machine. `lost`: it may have arrived. `barred`: not an address for us. */
export type Reply =
  | { is: 'answer'; status: number; retryAfter: string | undefined; body: string }
  | { is: 'unmade' | 'lost' | 'barred' };

/** One request below `v3/conversations` of a connector; the path's parts are encoded here. Never throws. */
export type Transport = (
  serviceUrl: string,
  method: string,
  path: string[],
  body?: unknown,
) => Promise<Reply>;

const longestAnswer = 65_536;

/**
 * Requests to the connector over kept connections: no retry but one after a refused token, no redirect followed, the
 * address compared with the rule each time and, in production, with where its name leads.
 */
export function createTransport({
  credentials,
  timeoutMs = 8000,
  resolve: resolver = lookup,
  ...rule
}: TransportSettings): Transport {
  // Idle connections are given up before a connector does so, lest a create meets a closing one and its fate is unsure.
  const kept = { keepAlive: true, maxSockets: 64, timeout: 30_000 };
  const plain = new http.Agent(kept);
  const secure = new https.Agent(kept);
  const guardedLookup = rule.mode === 'production' ? publicOnly(resolver) : resolver;

  const exchange = (url: URL, method: string, body: string | undefined, token: string | undefined) =>
    new Promise<Reply>((resolve) => {
      const isSecure = url.protocol === 'https:';
      const progress = { connected: false };
      const request = (isSecure ? https : http).request(url, {
        method,
        agent: isSecure ? secure : plain,
        lookup: guardedLookup,
        headers: {
          Accept: 'application/json',
          ...(body === undefined
            ? {}
            : {
                'Content-Type': 'application/json; charset=utf-8',
                'Content-Length': Buffer.byteLength(body),
              }),
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
      });
      const deadline = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
      const settle = (reply: Reply) => {
        clearTimeout(deadline);
        resolve(reply);
      };
      request.on('socket', (socket) => {
        // A name that leads nowhere can have ended the socket before it is shown here.
        if (socket.destroyed) return;
        if (!socket.connecting) progress.connected = true;
        else socket.once(isSecure ? 'secureConnect' : 'connect', () => (progress.connected = true));
      });
      request.on('error', (error) => {
        if (error instanceof PrivateAddress) settle({ is: 'barred' });
        else settle({ is: progress.connected ? 'lost' : 'unmade' });
      });
      request.on('response', (response) => {
        const { statusCode: status = 0, headers } = response;
        const parts: Buffer[] = [];
        let length = 0;
        response.on('data', (part: Buffer) => {
          length += part.length;
          if (length <= longestAnswer) parts.push(part);
          else request.destroy();
        });
        const answered = () =>
          settle({
            is: 'answer',
            status,
            retryAfter: headers['retry-after'],
            body: Buffer.concat(parts).toString(),
          });
        // The status has come, so what became of the request is known even if the rest of the answer breaks off.
        response.on('end', answered);
        response.on('error', answered);
        response.on('close', answered);
      });
      request.end(body);
    });

  return async (serviceUrl, method, path, content) => {
    const base = allowedService(serviceUrl, rule);
    if (!base || path.some((part) => ['', '.', '..'].includes(part))) return { is: 'barred' };
    const parts = ['v3', 'conversations', ...path.map(encodeURIComponent)];
    const url = new URL(`${base.href.replace(/\/*$/, '/')}${parts.join('/')}`);
    const body = content === undefined ? undefined : JSON.stringify(content);
    try {
      const token = await credentials();
      const reply = await exchange(url, method, body, token);
      if (reply.is !== 'answer' || reply.status !== 401 || token === undefined) return reply;
      return await exchange(url, method, body, await credentials(token));
    } catch {
      // No token, no request: the credentials have logged why.
      return { is: 'unmade' };
    }
  };
}

class PrivateAddress extends Error {}

// Asked at each new connection, so a name that has come to lead elsewhere since the last one (DNS rebinding) is met here;
// the connection goes to the very addresses looked at, none is resolved a second time.
const publicOnly =
  (resolver: LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    resolver(hostname, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      if (!error && addresses.some(isPrivateAddress)) callback(new PrivateAddress(), found, family);
      else callback(error, found, family);
    });
  };
