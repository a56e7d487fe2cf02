import { createPrivateKey, type KeyObject, randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { ok, type Result, refuse } from '../domain/result.ts';

/** What the bot proves itself with instead of a secret: an RSA key and its certificate, as registered in Entra. */
export type BotCertificate = {
  key: KeyObject;
  /** SHA-256 of the certificate's DER bytes, base64url: the `x5t#S256` of RFC 7515. */
  thumbprint: string;
  expiresAt: Date;
};

/** Why a file is of no use as the bot's certificate. */
export type CertificateFault =
  | 'no-file'
  | 'no-certificate'
  | 'no-key'
  | 'key-locked'
  | 'not-rsa'
  | 'mismatch'
  | 'not-yet'
  | 'expired';

/**
 * Reads a PEM file that holds a private key and its certificate; a chain around it may stand there too. The key must be
 * RSA of at least 2048 bits, the only kind that can sign PS256 (RFC 7518 3.5).
 */
export function readCertificate(path: string, at: Date): Result<BotCertificate, { code: CertificateFault }> {
  const pem = readText(path);
  if (pem === undefined) return refuse({ code: 'no-file' });
  const keyPem = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/.exec(pem)?.[0];
  if (!keyPem) return refuse({ code: 'no-key' });
  if (/ENCRYPTED/.test(keyPem)) return refuse({ code: 'key-locked' });
  const key = attempt(() => createPrivateKey(keyPem));
  if (!key) return refuse({ code: 'no-key' });
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    return refuse({ code: 'not-rsa' });
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  const certificates = found.flatMap((one) => attempt(() => new X509Certificate(one)) ?? []);
  if (certificates.length === 0) return refuse({ code: 'no-certificate' });
  const own = certificates.find((one) => one.checkPrivateKey(key));
  if (!own) return refuse({ code: 'mismatch' });
  const expiresAt = new Date(own.validTo);
  if (expiresAt <= at) return refuse({ code: 'expired' });
  if (new Date(own.validFrom) > at) return refuse({ code: 'not-yet' });
  const thumbprint = Buffer.from(own.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  return ok({ key, thumbprint, expiresAt });
}

/** Whole days left of a certificate's life. */
export const daysLeft = ({ expiresAt }: BotCertificate, now: number): number =>
  Math.floor((expiresAt.getTime() - now) / 86_400_000);

const lifeSeconds = 300;

/**
 * A signed statement of who the bot is, good once and for five minutes, to be shown to the token server in place of a
 * secret (RFC 7523 2.2; Microsoft identity platform, "certificate credentials": PS256, `x5t#S256`).
 */
export function signAssertion(
  { key, thumbprint }: BotCertificate,
  { botId, tokenUrl, now }: { botId: string; tokenUrl: string; now: number },
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(botId)
    .setSubject(botId)
    .setAudience(tokenUrl)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + lifeSeconds)
    .sign(key);
}

function readText(path: string): string | undefined {
  return attempt(() => readFileSync(path, 'utf8'));
}

// What the parser says of a key may quote the key.
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
