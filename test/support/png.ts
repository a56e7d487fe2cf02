import { inflateSync } from 'node:zlib';
import type { Picture } from '../../src/package/png.ts';

/**
 * Reads back a PNG of 8-bit RGBA rows without filters.
 * @throws when it is another kind of picture.
 */
export function readPng(file: Buffer): Picture {
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file[24] !== 8 || file[25] !== 6) throw new Error('not 8-bit RGBA');
  const content: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const size = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      content.push(file.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const rows = inflateSync(Buffer.concat(content));
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const start = row * (width * 4 + 1);
    if (rows[start] !== 0) throw new Error(`row ${row} is filtered`);
    pixels.set(rows.subarray(start + 1, start + 1 + width * 4), row * width * 4);
  }
  return { width, height, pixels };
}
