/** Chance that a number decides: the same seed gives the same everything. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of `from`, each as often as its weight says; undefined when nothing weighs anything. */
  weighed<T>(from: readonly T[], weight: (one: T) => number): T | undefined;
  bytes(count: number): Uint8Array;
  /** In the shape of a random UUID. */
  id(): string;
  /** A lower-case word that nobody would write, no two alike: `mark` and eight letters or more. */
  word(mark: string): string;
};

const syllables = ['bra', 'do', 'fli', 'gu', 'kre', 'lo', 'mi', 'nu', 'pla', 'ro', 'sti', 'tu', 'vre', 'zo'];

/** sfc32 (Chris Doty-Humphrey, PractRand), stirred with the seed. */
export function createRandom(seed: number): Random {
  const words = new Set<string>();
  let [a, b, c, d] = [seed | 0, (seed / 0x1_0000_0000) | 0, 0x9e3779b9, 1];
  const step = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 16; round += 1) step();
  const next = () => step() / 0x1_0000_0000;
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const hex = (count: number) =>
    Array.from({ length: count }, () => Math.floor(next() * 16).toString(16)).join('');
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    weighed: (from, weight) => {
      const weights = from.map(weight);
      let left = next() * weights.reduce((sum, one) => sum + one, 0);
      return from.find((_, index) => {
        left -= weights[index]!;
        return left < 0;
      });
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => step() & 255),
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    word: (mark) => {
      for (;;) {
        const word = `${mark}${Array.from({ length: 4 }, () => syllables[whole(0, 13)]).join('')}`;
        if (words.has(word)) continue;
        words.add(word);
        return word;
      }
    },
  };
}
