import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive; `name` is its path inside it, with forward slashes. */
export type ZipEntry = { name: string; bytes: Buffer };

const utf8Name = 0x0800;
const deflated = 8;
const version = 20;
// 1 January 1980, the format's first day: the same content always gives the same archive.
const firstDay = 0x0021;

/** Writes a ZIP archive of a few small files (PKWARE APPNOTE 6.3, no ZIP64). */
export function zip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes, { level: 9 });
    const common = commonFields(path, bytes, packed);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, path, packed]);
    const record = Buffer.concat([
      Buffer.from([0x50, 0x4b, 1, 2]),
      twoBytes(version),
      common,
      Buffer.alloc(14),
    ]);
    record.writeUInt32LE(offset, record.length - 4);
    directory.push(record, path);
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

/** The 26 bytes that a file's local header and its directory record share. */
function commonFields(path: Buffer, bytes: Buffer, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Name, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(path.length, 22);
  return fields;
}

function twoBytes(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
