/**
 * The letters and digits of a case reference: 23 of them, a prime, so that every weight below can be undone.
 * No vowels (no words arise), and nothing that is read as something else: 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B.
 */
export const referenceAlphabet = '23456789CDFHJKMNPQRTVWX';

const SIZE = referenceAlphabet.length;
const RANDOM_CHARACTERS = 5;

/** The largest multiple of the alphabet's size that fits a byte; bytes from here on would favour some characters. */
const FAIR_BYTES = 256 - (256 % SIZE);

/**
 * One weight per character, the check character's last. All differ and none is 0 modulo 23, so a changed
 * character and a swap of any two different characters always move the weighted sum off 0.
 */
const WEIGHTS = [6, 5, 4, 3, 2, 1] as const;

const PATTERN = new RegExp(
  `^\\s*K[\\s\\-\\u2010-\\u2015\\u2212]*([${referenceAlphabet}]{5})[\\s\\-\\u2010-\\u2015\\u2212]*([${referenceAlphabet}])\\s*$`,
  'i',
);

/**
 * A new case reference `K-XXXXX-C` from random bytes: one byte per character, bytes that would make some
 * characters likelier than others (253–255) are passed over. Sixteen bytes are ample.
 * Throws RangeError when fewer than five usable bytes remain.
 */
export function referenceFrom(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) {
    if (byte >= FAIR_BYTES) continue;
    characters += referenceAlphabet.charAt(byte % SIZE);
    if (characters.length === RANDOM_CHARACTERS) return written(characters, checkCharacterOf(characters));
  }
  throw new RangeError(`too few usable random bytes for a case reference: ${bytes.length} given`);
}

/**
 * The reference a person typed, written the one way `K-XXXXX-C`: any case, dashes of any kind, spaces or
 * nothing between its parts. Undefined when the text is no reference or its check character does not agree.
 */
export function parseReference(text: string): string | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, characters = '', check = ''] = match.map((part) => part.toUpperCase());
  return checkCharacterOf(characters) === check ? written(characters, check) : undefined;
}

const written = (characters: string, check: string): string => `K-${characters}-${check}`;

// The check's own weight is 1, so it is simply what the sum still lacks to a multiple of 23.
function checkCharacterOf(characters: string): string {
  let sum = 0;
  for (const [place, character] of [...characters].entries())
    sum += referenceAlphabet.indexOf(character) * (WEIGHTS[place] ?? 0);
  return referenceAlphabet.charAt((SIZE - (sum % SIZE)) % SIZE);
}
