import { crc32, inflateRawSync } from 'node:zlib';

/**
 * Reads a ZIP archive back by its central directory, as an unpacker does.
 * @throws when a record is not where it is said to be or a sum is wrong.
 */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('no end of directory');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error(`no directory record at ${at}`);
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    files.set(name, fileOf(archive, at, name));
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  if (at !== end) throw new Error('the directory does not end where the archive says');
  return files;
}

function fileOf(archive: Buffer, record: number, name: string): Buffer {
  const local = archive.readUInt32LE(record + 42);
  if (archive.readUInt32LE(local) !== 0x04034b50) throw new Error(`no file at ${local}`);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (archive.toString('utf8', local + 30, local + 30 + archive.readUInt16LE(local + 26)) !== name)
    throw new Error(`another name at ${local}`);
  const packed = archive.subarray(start, start + archive.readUInt32LE(record + 20));
  const bytes = archive.readUInt16LE(record + 10) === 8 ? inflateRawSync(packed) : Buffer.from(packed);
  if (bytes.length !== archive.readUInt32LE(record + 24)) throw new Error(`wrong size of ${name}`);
  if (crc32(bytes) !== archive.readUInt32LE(record + 16)) throw new Error(`wrong sum of ${name}`);
  return bytes;
}
