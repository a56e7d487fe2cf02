import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What to change in a token: claims (undefined removes one), header, the key it is signed with, the algorithm. */
export type TokenChanges = {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** `other`: another key under the published id. `unpublished`: a key with an id nobody knows. `unendorsed`: published, for no channel. */
  key?: 'published' | 'other' | 'unpublished' | 'unendorsed';
  alg?: 'RS256' | 'RS384' | 'RS512' | 'PS256' | 'HS256' | 'none';
  /** The text that stands in the token, where what is signed cannot be said as a value. */
  raw?: { header?: string; claims?: string };
};

type Pair = { kid: string; publicKey: KeyObject; privateKey: KeyObject };

const pairs = new Map<string, Pair>();

function pair(name: string, kid: string): Pair {
  const made = pairs.get(name) ?? { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
  pairs.set(name, made);
  return made;
}

const keyOf = (name: NonNullable<TokenChanges['key']>) =>
  pair(name, { published: 'key-1', other: 'key-1', unpublished: 'key-9', unendorsed: 'key-2' }[name]);

const part = (value: unknown, raw?: string) =>
  Buffer.from(raw ?? JSON.stringify(value)).toString('base64url');

const REUSED_MS = 60_000;
const usual = new Map<string, { token: string; until: number }>();

/**
 * A token as the connector makes them for the bot, changed as told; signed for real, with keys made for this process.
 * One without changes is used again for a minute, as the connector's are for an hour: to sign takes longer than to send.
 */
export function mintToken(appId: string, serviceUrl: string, changes: TokenChanges = {}): string {
  if (Object.keys(changes).length > 0) return minted(appId, serviceUrl, changes);
  const whose = `${appId} ${serviceUrl}`;
  const known = usual.get(whose);
  if (known && Date.now() < known.until) return known.token;
  const token = minted(appId, serviceUrl, changes);
  usual.set(whose, { token, until: Date.now() + REUSED_MS });
  return token;
}

function minted(appId: string, serviceUrl: string, changes: TokenChanges): string {
  const { key = 'published', alg = 'RS256' } = changes;
  const { kid, publicKey, privateKey } = keyOf(key);
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://api.botframework.com',
    aud: appId,
    iat: seconds,
    nbf: seconds - 60,
    exp: seconds + 3600,
    serviceurl: serviceUrl,
    ...changes.claims,
  };
  const header = { typ: 'JWT', alg, kid, ...changes.header };
  const signed = `${part(header, changes.raw?.header)}.${part(claims, changes.raw?.claims)}`;
  if (alg === 'none') return `${signed}.`;
  if (alg === 'HS256') {
    // The classic confusion: the public key, which everybody has, used as a shared secret.
    const secret = publicKey.export({ type: 'spki', format: 'pem' });
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }
  const padding = alg === 'PS256' ? { padding: 6, saltLength: 32 } : {};
  const hash = `RSA-SHA${alg.slice(2)}`;
  return `${signed}.${sign(hash, Buffer.from(signed), { key: privateKey, ...padding }).toString('base64url')}`;
}

/** The published key set, as Microsoft's: each key with the channels it may speak for. */
export function publishedKeys(): { keys: unknown[] } {
  const jwk = (name: 'published' | 'unendorsed', endorsements: string[]) => {
    const { kid, publicKey } = keyOf(name);
    return { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid, x5t: kid, endorsements };
  };
  return { keys: [jwk('published', ['msteams']), jwk('unendorsed', ['webchat'])] };
}
