import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { WireActivity } from './incoming.ts';
import { allowedService, type ServiceRule } from './serviceUrl.ts';
import type { VerifyToken } from './token.ts';

/** Why a request was not let in: the status to answer with, and a short code for the log only. */
export type Turned = { status: 400 | 401 | 413 | 415; code: string };

/** Looks at one POST to `/api/messages` before any SDK code does. Never throws. */
export type Gate = (request: IncomingMessage) => Promise<Result<WireActivity, Turned>>;

/** The largest body that is read, in bytes. */
export const longestBody = 262_144;

/**
 * The checks of one request in this order: content type, size, shape, token, channel, connector address.
 * Without `verify` (local mode) nobody is asked for a token, but the address must still be this machine.
 */
export function createGate(rule: ServiceRule, verify: VerifyToken | undefined): Gate {
  return async (request) => {
    if (!isJson(request)) return refuse({ status: 415, code: 'content-type' });
    const body = await readBody(request);
    if (body === 'too-long') return refuse({ status: 413, code: 'too-long' });
    if (body === 'broken') return refuse({ status: 400, code: 'broken-off' });
    const activity = readActivity(body);
    if (!activity) return refuse({ status: 400, code: 'shape' });

    if (verify) {
      const code = await refusalOf(request, activity, verify);
      if (code) return refuse({ status: 401, code });
    }
    if (activity.channelId !== 'msteams') return refuse({ status: 401, code: 'channel' });
    if (!allowedService(activity.serviceUrl, rule)) return refuse({ status: 401, code: 'service-host' });
    return ok(activity);
  };
}

async function refusalOf(
  request: IncomingMessage,
  activity: WireActivity,
  verify: VerifyToken,
): Promise<string | undefined> {
  // Node keeps only the first of two Authorization headers in `headers`; a second one must not go unseen.
  const headers = request.headersDistinct.authorization ?? [];
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/.exec(headers[0] ?? '')?.[1];
  if (headers.length !== 1 || !token) return headers.length === 0 ? 'no-token' : 'no-bearer';
  const verified = await verify(token);
  if (!verified.ok) return verified.refusal.code;
  const { endorsements, serviceUrl } = verified.value;
  if (!endorsements.includes(activity.channelId)) return 'endorsement';
  if (serviceUrl === undefined || serviceUrl !== activity.serviceUrl) return 'service-url';
  return undefined;
}

function isJson({ headers }: IncomingMessage): boolean {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json' && (headers['content-encoding'] ?? 'identity') === 'identity';
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too-long' | 'broken'> {
  if (Number(request.headers['content-length'] ?? 0) > longestBody) return 'too-long';
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= longestBody) parts.push(part);
      else {
        parts.length = 0;
        request.pause();
        resolve('too-long');
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', () => resolve('broken'));
    request.on('close', () => resolve('broken'));
  });
}

// A missing channel or address is an activity of another kind than ours, and is turned away as one (401); a wrong type
// is no activity at all (400).
function readActivity(body: Buffer): WireActivity | undefined {
  const activity = parse(body);
  if (!isRecord(activity) || typeof activity.type !== 'string' || activity.type === '') return undefined;
  const { type, conversation, id = '', channelId = '', serviceUrl = '' } = activity;
  if (!isRecord(conversation) || typeof conversation.id !== 'string' || conversation.id === '')
    return undefined;
  if (typeof id !== 'string' || typeof channelId !== 'string' || typeof serviceUrl !== 'string')
    return undefined;
  return {
    ...activity,
    type,
    // Deliveries are told apart by their id; without one, the same bytes again are the same delivery.
    id: id || `sha256:${createHash('sha256').update(body).digest('hex')}`,
    channelId,
    serviceUrl,
    conversation: { ...conversation, id: conversation.id },
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
