/** Slots of the table: twice as many as there are words, a power of two. */
const slots = 1 << 18;
const mask = slots - 1;
const checks = new Int32Array(slots);
const signs = new Uint8Array(slots);

/**
 * Where the first `length` letters of a word stand in the table. A word is known by its slot and by a second sum of 32 bits, not
 * by its letters, so that reading a text makes no strings: two different words agree in both about once in ten million.
 */
function slotOf(word: string, length: number): number {
  let place = 0x811c9dc5;
  let check = length;
  for (let i = 0; i < length; i += 1) {
    const code = word.charCodeAt(i);
    place = Math.imul(place ^ code, 0x01000193);
    check = Math.imul(check + code, 0x5bd1e995) ^ (check >>> 15);
  }
  // 0 stands for an empty slot.
  check |= 1;
  let slot = (place ^ (place >>> 15)) & mask;
  while (checks[slot] !== check && checks[slot] !== 0) slot = (slot + 1) & mask;
  lastCheck = check;
  return slot;
}
let lastCheck = 0;

/** Adds a sign to a word. */
export function mark(word: string, bits: number): void {
  const slot = slotOf(word, word.length);
  checks[slot] = lastCheck;
  signs[slot] = signs[slot]! | bits;
}

/** The signs of a word, or of its first `length` letters; 0 when it has none. */
export const signsOf = (word: string, length: number = word.length): number => signs[slotOf(word, length)]!;
