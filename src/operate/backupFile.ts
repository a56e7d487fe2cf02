import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';

/**
 * A backup is lines of JSON, gzipped, and enciphered where there is a key (AES-256-GCM: magic, 12 bytes of nonce,
 * ciphertext, 16 bytes of tag), with a manifest beside it that is written last: without one, a file is no backup.
 */
export const manifest = z.object({
  samrad: z.literal(1),
  at: z.iso.datetime(),
  file: z.string().regex(/^[\w.-]+$/),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Tells one key from another, and nothing else of it; null where nothing is enciphered. */
  key: z.string().nullable(),
  engine: z.enum(['sqlite', 'postgres']),
  schema: z.int(),
  program: z.string(),
  rows: z.record(z.string(), z.int()),
  /** Where the log ended. */
  records: z.object({ position: z.int(), chain: z.string() }),
});

/** What the manifest says. */
export type Manifest = z.output<typeof manifest>;

/** A backup that is not as it must be: the message says how, in words for whoever runs it. */
export class UnfitBackup extends Error {
  override readonly name = 'UnfitBackup';
}

const magic = Buffer.from('SAMRAD1\n');
const TAG = 16;
const NONCE = 12;

/** The key in BACKUP_KEY: 32 bytes in base64; undefined when it is not set. Fault: anything else. */
export function keyIn(text: string | undefined): Buffer | undefined {
  if (text === undefined || text === '') return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    throw new UnfitBackup('BACKUP_KEY must be 32 bytes in base64: openssl rand -base64 32');
  return key;
}

/** Sixteen signs by which a key is known again. */
export const nameOfKey = (key: Buffer): string =>
  createHmac('sha256', key).update('samrad backup key').digest('hex').slice(0, 16);

/** Writes lines to `<path>.partial`, to the disk; returns size and digest. Nothing stands at `path` yet. */
export async function writeLines(
  path: string,
  lines: AsyncIterable<string>,
  key: Buffer | undefined,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(`${path}.partial`, 'wx', 0o600);
  try {
    await pipeline(
      Readable.from(lines),
      createGzip(),
      key ? (source: AsyncIterable<Buffer>) => enciphered(source, key) : passed,
      async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) {
          hash.update(chunk);
          bytes += chunk.length;
          await file.write(chunk);
        }
      },
    );
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Gives a finished file its name, and then its manifest. */
export async function finish(path: string, about: Manifest): Promise<void> {
  const beside = manifestOf(path);
  const file = await open(`${beside}.partial`, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(about, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.partial`, path);
  await rename(`${beside}.partial`, beside);
  const directory = await open(dirname(path), 'r');
  // What has been renamed is only sure to stay so once the folder itself is on the disk.
  await directory.sync().finally(() => directory.close());
}

/** `x.backup` has its manifest at `x.json`. */
export const manifestOf = (path: string): string => path.replace(/\.backup$/, '.json');

/** Reads the manifest and checks the file against it, and that the key is the one. Fault: `UnfitBackup`. */
export async function checked(path: string, key: Buffer | undefined): Promise<Manifest> {
  if (!path.endsWith('.backup')) throw new UnfitBackup(`${path}: a backup's name ends in .backup`);
  const text = await readFile(manifestOf(path), 'utf8').catch(() => {
    throw new UnfitBackup(`${path}: there is no manifest beside it, so it was never finished`);
  });
  const read = manifest.safeParse(jsonIn(text));
  if (!read.success || read.data.file !== basename(path))
    throw new UnfitBackup(`${manifestOf(path)}: is not the manifest of this backup`);
  const hash = createHash('sha256');
  const size = await stat(path).catch(() => undefined);
  if (!size) throw new UnfitBackup(`${path}: there is no such file`);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (size.size !== read.data.bytes || hash.digest('hex') !== read.data.sha256)
    throw new UnfitBackup(`${path}: is damaged, its SHA-256 is not that of the manifest`);
  if (read.data.key !== null && key === undefined)
    throw new UnfitBackup(`${path}: is enciphered; set BACKUP_KEY`);
  if (read.data.key !== null && key && nameOfKey(key) !== read.data.key)
    throw new UnfitBackup(`${path}: was enciphered with another BACKUP_KEY`);
  return read.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a backup, deciphered where `key` is given. What is altered is a fault, at the last line at the latest. */
export async function* readLines(path: string, key: Buffer | undefined): AsyncIterable<string> {
  const { size } = await stat(path);
  const unzipped = createGunzip();
  const source = key ? deciphered(path, size, key) : createReadStream(path);
  const done = pipeline(source, unzipped);
  done.catch(() => {});
  let rest = '';
  for await (const chunk of unzipped.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  await done;
  if (rest !== '') throw new UnfitBackup(`${path}: ends in the middle of a line`);
}

async function* passed(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield* source;
}

async function* enciphered(source: AsyncIterable<Buffer>, key: Buffer): AsyncIterable<Buffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(magic);
  yield Buffer.concat([magic, nonce]);
  for await (const chunk of source) yield cipher.update(chunk);
  yield cipher.final();
  yield cipher.getAuthTag();
}

async function* deciphered(path: string, size: number, key: Buffer): AsyncIterable<Buffer> {
  const start = magic.length + NONCE;
  const end = size - TAG;
  const file = await open(path, 'r');
  const piece = async (length: number, at: number): Promise<Buffer> => {
    const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: at });
    return buffer;
  };
  try {
    if (end < start || !(await piece(magic.length, 0)).equals(magic))
      throw new UnfitBackup(`${path}: is no enciphered backup`);
    const cipher = createDecipheriv('aes-256-gcm', key, await piece(NONCE, magic.length), {
      authTagLength: TAG,
    })
      .setAAD(magic)
      .setAuthTag(await piece(TAG, end));
    if (end > start)
      for await (const chunk of createReadStream(path, { start, end: end - 1 }))
        yield cipher.update(chunk as Buffer);
    yield cipher.final();
  } finally {
    await file.close();
  }
}

/** Where a backup made at an instant stands in a folder; the name sorts by time. */
export const placeAt = (directory: string, at: Date): string =>
  join(directory, `samrad-${at.toISOString().replace(/[-:]/g, '').replace('.', '')}.backup`);

/** When the file of this name was made; undefined for any other name. */
export function timeIn(name: string): number | undefined {
  const [, y, mo, d, h, mi, s, ms] =
    /^samrad-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.(?:backup|json)(?:\.partial)?$/.exec(name) ?? [];
  return y === undefined ? undefined : Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`);
}
