import { describe, expect, it } from 'vitest';
import { parseReference, referenceAlphabet, referenceFrom } from '../../src/domain/reference.ts';
import fc from '../support/property.ts';

const alphabet = [...referenceAlphabet];
const everyCharacter = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ'];

/** Bytes that become exactly these characters. */
const bytesFor = (characters: string): Uint8Array =>
  Uint8Array.from([...characters].map((character) => referenceAlphabet.indexOf(character)));

const referenceOf = (characters: string): string => referenceFrom(bytesFor(characters));

/** The six characters that vary, without the K and the dashes. */
const bare = (reference: string): string => reference.slice(2, 7) + reference.slice(8);
const dressed = (six: string): string => `K-${six.slice(0, 5)}-${six.slice(5)}`;

const references = fc
  .uint8Array({ minLength: 5, maxLength: 5, max: 252 })
  .map((bytes: Uint8Array) => referenceFrom(bytes));

describe('making a case reference', () => {
  it('writes K, five characters and a check character of the alphabet', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(new RegExp(`^K-[${referenceAlphabet}]{5}-[${referenceAlphabet}]$`));
        expect(parseReference(reference)).toBe(reference);
      }),
      { numRuns: 5000 },
    );
  });

  it('uses no vowels and no look-alikes', () => {
    for (const unwanted of 'AEIOUYÅÄÖ01LZSGB') expect(referenceAlphabet).not.toContain(unwanted);
    expect(new Set(alphabet).size).toBe(23);
  });

  it('is the same for the same bytes, as computed by hand', () => {
    // Places 0..4: 23·k − (0·6 + 1·5 + 2·4 + 3·3 + 4·2) = 23·2 − 30 = 16, the seventeenth character: P.
    expect(referenceFrom(Uint8Array.of(0, 1, 2, 3, 4))).toBe('K-23456-P');
    expect(referenceFrom(Uint8Array.of(0, 0, 0, 0, 0))).toBe('K-22222-2');
  });

  it('gives every character the same chance: each from eleven byte values, 253 to 255 from none', () => {
    const made = new Map<string, number>();
    for (let byte = 0; byte < 253; byte++) {
      const first = referenceFrom(Uint8Array.of(byte, 0, 0, 0, 0)).charAt(2);
      made.set(first, (made.get(first) ?? 0) + 1);
    }
    expect(alphabet.map((character) => made.get(character))).toEqual(alphabet.map(() => 11));
    expect(referenceFrom(Uint8Array.of(255, 0, 254, 1, 2, 253, 3, 4))).toBe('K-23456-P');
  });

  it('throws when the bytes do not suffice', () => {
    expect(() => referenceFrom(new Uint8Array(4))).toThrow(RangeError);
    expect(() => referenceFrom(Uint8Array.of(253, 1, 2, 3, 4))).toThrow(RangeError);
    expect(() => referenceFrom(new Uint8Array(0))).toThrow(RangeError);
  });
});

describe('reading a case reference', () => {
  it.each([
    ['k-23456-p'],
    ['K23456P'],
    ['k23456p'],
    ['K 23456 P'],
    ['  K-23456-P\n'],
    ['K – 23456 – P'],
    ['K–23456—P'],
    ['K\u201123456\u2212P'],
    ['K\u00a023456\u00a0P'],
  ])('understands %j', (typed) => expect(parseReference(typed)).toBe('K-23456-P'));

  it.each([
    [''],
    ['K'],
    ['K-23456'],
    ['K-2345-P'],
    ['K-234567-P'],
    ['23456-P'],
    ['K-23456-PP'],
    ['K-23456-P visa'],
    ['visa K-23456-P'],
    ['KK-23456-P'],
    ['K-Z3456-P'],
    ['K-234S6-P'],
    ['K-23456-2'],
    // Case folding of other alphabets must not slip in: Kelvin sign, long s.
    ['\u212a-23456-P'],
    ['K-2345ſ-P'],
  ])('refuses %j', (typed) => expect(parseReference(typed)).toBeUndefined());

  it('refuses every single wrong character: every place, every pair of characters', () => {
    let tried = 0;
    for (let place = 0; place < 5; place++)
      for (const right of alphabet) {
        const characters = [...'7HQ3X'];
        characters[place] = right;
        const six = bare(referenceOf(characters.join('')));
        for (const wrong of everyCharacter) {
          if (wrong === right) continue;
          expect(parseReference(dressed(six.slice(0, place) + wrong + six.slice(place + 1)))).toBeUndefined();
          tried++;
        }
      }
    // The check character: each of the 23 occurs as the first character runs through the alphabet.
    const checks = new Set<string>();
    for (const first of alphabet) {
      const six = bare(referenceOf(`${first}HQ3X`));
      checks.add(six.charAt(5));
      for (const wrong of everyCharacter) {
        if (wrong === six.charAt(5)) continue;
        expect(parseReference(dressed(six.slice(0, 5) + wrong))).toBeUndefined();
        tried++;
      }
    }
    expect(checks.size).toBe(23);
    expect(tried).toBe(6 * 23 * 38);
  });

  it('refuses every swap of neighbours: every place, every pair, the check character too', () => {
    let tried = 0;
    for (let place = 0; place < 5; place++)
      for (const left of alphabet)
        for (const right of alphabet) {
          if (left === right) continue;
          const characters = [...'7HQ3X'];
          characters[place] = left;
          if (place < 4) characters[place + 1] = right;
          else characters[0] = firstFor(left, right);
          const six = bare(referenceOf(characters.join('')));
          expect(six.slice(place, place + 2)).toBe(left + right);
          expect(parseReference(dressed(swapped(six, place)))).toBeUndefined();
          tried++;
        }
    expect(tried).toBe(5 * 23 * 22);
  });

  it('refuses any one wrong character and any swap in random references', () => {
    fc.assert(
      fc.property(references, fc.nat(5), fc.constantFrom(...everyCharacter), (reference, place, wrong) => {
        const six = bare(reference);
        if (six.charAt(place) !== wrong)
          expect(parseReference(dressed(six.slice(0, place) + wrong + six.slice(place + 1)))).toBeUndefined();
        const neighbours = swapped(six, Math.min(place, 4));
        if (neighbours !== six) expect(parseReference(dressed(neighbours))).toBeUndefined();
      }),
      { numRuns: 20_000 },
    );
  });

  it('refuses a swap with the leading K or with a dash', () => {
    fc.assert(
      fc.property(references, fc.nat(7), (reference, place) => {
        const typed = swapped(reference, place);
        if (typed !== reference) expect(parseReference(typed)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });
});

function swapped(text: string, place: number): string {
  return text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
}

/** The first character that makes `?HQ3<last>` end in this check character. */
function firstFor(last: string, check: string): string {
  const found = alphabet.find((first) => referenceOf(`${first}HQ3${last}`).endsWith(check));
  if (!found) throw new Error(`no reference ends in ${last}${check}`);
  return found;
}
