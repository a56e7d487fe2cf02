import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { DoorLog, Mode } from './settings.ts';

/** The only issuer of the tokens with which Teams speaks to a bot (Bot Connector authentication, rule 3). */
export const connectorIssuer = 'https://api.botframework.com';

/** Whose tokens to believe, and where their keys are published. */
export type TokenSettings = {
  mode: Mode;
  botId: string;
  openIdMetadata: string;
  log: DoorLog;
  /** Milliseconds since 1970. */
  now?: () => number;
};

/** What a good token says: for which connector it speaks, and for which channels its key may. */
export type Verified = { serviceUrl: string | undefined; endorsements: readonly string[] };

/** Verifies one token; a refusal is a short code for the log. Never throws. */
export type VerifyToken = (token: string) => Promise<Result<Verified, { code: string }>>;

/** A verifier, and how many good tokens it remembers now. */
export type TokenVerifier = VerifyToken & { remembered(): number };

const algorithms = ['RS256', 'RS384', 'RS512'];
const toleranceSeconds = 300;
/** So many good tokens are remembered at most. */
export const cachedTokens = 1000;
const longestToken = 16_384;
const hour = 3_600_000;

/**
 * Verifies tokens by the rules of the Bot Connector: issuer, audience, life, and a signature by a published key.
 * A good token is remembered by its hash until it expires, at most 1000 at a time; a bad one leaves nothing behind.
 */
export function createTokenVerifier(settings: TokenSettings): TokenVerifier {
  const now = settings.now ?? Date.now;
  const keys = createKeys(settings, now);
  const known = new Map<string, { value: Verified; until: number }>();

  const verify: VerifyToken = async (token) => {
    const hash = createHash('sha256').update(token).digest('base64');
    const hit = known.get(hash);
    if (hit && now() < hit.until) return ok(hit.value);
    known.delete(hash);

    // Read before anything is fetched or verified, so that junk costs no request to the key server.
    const claimed = readUnverified(token);
    if (!claimed) return refuse({ code: 'malformed' });
    if (!algorithms.includes(claimed.alg)) return refuse({ code: 'algorithm' });
    if (claimed.payload.iss !== connectorIssuer) return refuse({ code: 'issuer' });
    if (claimed.payload.aud !== settings.botId) return refuse({ code: 'audience' });

    const key = await keys(claimed.kid);
    if (typeof key === 'string') return refuse({ code: key });
    try {
      const { payload } = await jwtVerify(token, key.key, {
        algorithms,
        issuer: connectorIssuer,
        audience: settings.botId,
        clockTolerance: toleranceSeconds,
        requiredClaims: ['exp'],
        currentDate: new Date(now()),
      });
      const serviceUrl = typeof payload.serviceurl === 'string' ? payload.serviceurl : undefined;
      const value = { serviceUrl, endorsements: key.endorsements };
      const oldest = known.keys().next().value;
      if (known.size >= cachedTokens && oldest !== undefined) known.delete(oldest);
      // Until its keys are due as well: a key that has been withdrawn must not live on in here.
      known.set(hash, { value, until: Math.min((payload.exp ?? 0) * 1000, key.until) });
      return ok(value);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      return refuse({ code: typeof code === 'string' ? code : 'unverifiable' });
    }
  };
  return Object.assign(verify, { remembered: () => known.size });
}

function readUnverified(token: string): { alg: string; kid: string; payload: JWTPayload } | undefined {
  if (token.length > longestToken) return undefined;
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return typeof alg === 'string' && typeof kid === 'string'
      ? { alg, kid, payload: decodeJwt(token) }
      : undefined;
  } catch {
    return undefined;
  }
}

type Key = { key: KeyObject; endorsements: readonly string[]; until: number };

// Published keys are read anew each day, and for an unknown key at most once an hour; a metadata server that is away
// is tried again after five seconds, meanwhile keys up to five days old count (the longest Microsoft allows).
function createKeys({ mode, openIdMetadata, log }: TokenSettings, now: () => number) {
  const refetchAfter = mode === 'test' ? 60_000 : hour;
  let keys = new Map<string, Omit<Key, 'until'>>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let flight: Promise<void> | undefined;

  const refresh = () => {
    triedAt = now();
    flight ??= fetchKeys(openIdMetadata)
      .then((fresh) => {
        keys = fresh;
        fetchedAt = now();
      })
      .catch((error: unknown) => {
        log({ event: 'keys-unavailable', reason: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        flight = undefined;
      });
    return flight;
  };

  return async (kid: string): Promise<Key | 'keys-unavailable' | 'unknown-key'> => {
    const age = () => now() - fetchedAt;
    const isDue = now() - triedAt > 5000 && age() > (keys.has(kid) ? 24 * hour : refetchAfter);
    if (isDue || (flight && !keys.has(kid))) await (flight ?? refresh());
    if (age() > 5 * 24 * hour) return 'keys-unavailable';
    const found = keys.get(kid);
    return found ? { ...found, until: fetchedAt + 24 * hour } : 'unknown-key';
  };
}

async function fetchKeys(openIdMetadata: string): Promise<Map<string, Omit<Key, 'until'>>> {
  const metadata = await fetchJson(openIdMetadata);
  if (typeof metadata.jwks_uri !== 'string') throw new TypeError('metadata without jwks_uri');
  if (new URL(metadata.jwks_uri).protocol !== new URL(openIdMetadata).protocol) {
    throw new TypeError('keys behind another protocol than their metadata');
  }
  const published = await fetchJson(metadata.jwks_uri);
  if (!Array.isArray(published.keys)) throw new TypeError('key set without keys');
  const keys = new Map<string, Omit<Key, 'until'>>();
  for (const jwk of published.keys as (JsonWebKey & { endorsements?: unknown })[]) {
    if (jwk.kty !== 'RSA' || typeof jwk.kid !== 'string') continue;
    const endorsements = Array.isArray(jwk.endorsements)
      ? jwk.endorsements.filter((e) => typeof e === 'string')
      : [];
    const key = readKey(jwk);
    if (key) keys.set(jwk.kid, { key, endorsements });
  }
  return keys;
}

// One unreadable key among the published must not cost the others.
function readKey(jwk: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
}

async function fetchJson(address: string): Promise<Record<string, unknown>> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new TypeError('not an object');
  return body as Record<string, unknown>;
}
