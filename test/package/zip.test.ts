import { describe, expect, it } from 'vitest';
import { zip } from '../../src/package/zip.ts';
import fc from '../support/property.ts';
import { unzip } from '../support/unzip.ts';

describe('writing an archive', () => {
  it('gives back every file byte for byte, in its order, whatever its name and content', () => {
    const entry = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      bytes: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
    });
    const entries = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 6 });
    fc.assert(
      fc.property(entries, (files) => {
        const read = unzip(zip(files));
        expect([...read.keys()]).toEqual(files.map(({ name }) => name));
        for (const { name, bytes } of files) expect(read.get(name)?.equals(bytes)).toBe(true);
      }),
    );
  });

  it('is the same archive for the same files', () => {
    const files = [{ name: 'en.json', bytes: Buffer.from('{"å":"ö"}') }];
    expect(zip(files)).toEqual(zip(files));
  });
});
