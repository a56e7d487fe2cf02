import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key and a certificate made for this test run: nobody's, trusted by nobody. */
export type SelfSigned = { keyPem: string; certificatePem: string; der: Buffer; publicKey: KeyObject };

const der = (tag: number, ...parts: (Buffer | number[])[]): Buffer => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: (Buffer | number[])[]) => der(0x30, ...parts);
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

// sha256WithRSAEncryption (1.2.840.113549.1.1.11) and commonName (2.5.4.3).
const algorithm = sequence(der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]), der(0x05));
const name = sequence(der(0x31, sequence(der(0x06, [0x55, 0x04, 0x03]), text(0x0c, 'samrad-test'))));
const time = (at: Date) => text(0x18, `${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`);

/** Makes an X.509 v3 certificate (RFC 5280) over a fresh RSA key, valid between two instants. */
export function selfSigned(from: Date, to: Date, bits = 2048): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const signed = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    algorithm,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('RSA-SHA256', signed, privateKey);
  const certificate = sequence(signed, algorithm, der(0x03, [0], signature));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    der: certificate,
    publicKey,
  };
}
