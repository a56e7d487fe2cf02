/** Ways to write the same thing so that a pattern misses it and a reader does not. */
export type Disguise = { name: string; put(surface: string, nth: number): string };

const eachDigit = (surface: string, put: (digit: number, index: number) => string): string => {
  let index = -1;
  return surface.replace(/\d/g, (digit) => {
    index += 1;
    return put(Number(digit), index);
  });
};
const from = (zero: number) => (surface: string) =>
  eachDigit(surface, (digit) => String.fromCodePoint(zero + digit));
const between = (sign: string) => (surface: string) => [...surface].join(sign);
const swap = (letters: Readonly<Record<string, string>>) => (surface: string) =>
  [...surface].map((letter) => letters[letter] ?? letter).join('');
const sign = (before: RegExp, after: string) => (surface: string) => surface.replace(before, after);

const cyrillic = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  H: 'Н',
  O: 'О',
  P: 'Р',
  C: 'С',
  T: 'Т',
  X: 'Х',
};
const greek = {
  o: 'ο',
  v: 'ν',
  A: 'Α',
  B: 'Β',
  E: 'Ε',
  H: 'Η',
  K: 'Κ',
  M: 'Μ',
  N: 'Ν',
  O: 'Ο',
  P: 'Ρ',
  T: 'Τ',
  X: 'Χ',
  Z: 'Ζ',
};
const words = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'];
const tens = ['', 'tio', 'tjugo', 'trettio', 'fyrtio', 'femtio', 'sextio', 'sjuttio', 'åttio', 'nittio'];
const teens = ['tio', 'elva', 'tolv', 'tretton', 'fjorton', 'femton', 'sexton', 'sjutton', 'arton', 'nitton'];

/** Two figures as a number is read: 05 is "noll fem", 14 is "fjorton", 82 "åttiotvå". */
const pair = (two: string): string => {
  const [a, b] = [Number(two.charAt(0)), Number(two.charAt(1))];
  if (two.length === 1) return words[a]!;
  if (a === 0) return `noll ${words[b]}`;
  if (a === 1) return teens[b]!;
  return tens[a]! + (b === 0 ? '' : words[b]);
};
const inPairs = (group: string): string => (group.match(/\d{1,2}/g) ?? []).map(pair).join(' ');

/** Disguises of any surface. */
export const disguises: readonly Disguise[] = [
  { name: 'as it is', put: (surface) => surface },
  {
    name: 'full width',
    put: (surface) => surface.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  },
  { name: 'full-width figures', put: from('０'.codePointAt(0)!) },
  { name: 'Arabic figures', put: from('٠'.codePointAt(0)!) },
  { name: 'Persian figures', put: from('۰'.codePointAt(0)!) },
  { name: 'Devanagari figures', put: from('०'.codePointAt(0)!) },
  { name: 'mathematical figures', put: from('𝟎'.codePointAt(0)!) },
  { name: 'circled figures', put: (surface) => eachDigit(surface, (digit) => '⓪①②③④⑤⑥⑦⑧⑨'.charAt(digit)) },
  {
    name: 'superscript figures',
    put: (surface) => eachDigit(surface, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(digit)),
  },
  { name: 'keycap emoji', put: (surface) => eachDigit(surface, (digit) => `${digit}\ufe0f\u20e3`) },
  { name: 'zero-width spaces', put: between('\u200b') },
  { name: 'zero-width joiners', put: between('\u200d') },
  { name: 'soft hyphens', put: between('\u00ad') },
  { name: 'word joiners', put: between('\u2060') },
  { name: 'direction marks', put: (surface) => `\u202a${[...surface].join('\u200e')}\u202c` },
  {
    name: 'struck through',
    put: (surface) => [...surface].map((c) => (c === ' ' ? c : `${c}\u0336`)).join(''),
  },
  { name: 'variation selectors', put: between('\ufe0e') },
  { name: 'decomposed', put: (surface) => surface.normalize('NFD') },
  { name: 'Cyrillic look-alikes', put: swap(cyrillic) },
  { name: 'Greek look-alikes', put: swap(greek) },
  { name: 'no-break spaces', put: sign(/ /g, '\u00a0') },
  { name: 'thin spaces', put: sign(/ /g, '\u2009') },
  { name: 'line breaks', put: sign(/ /, '\n') },
  { name: 'en dashes', put: sign(/-/g, '–') },
  { name: 'no-break hyphens', put: sign(/-/g, '\u2011') },
  { name: 'minus signs', put: sign(/-/g, '\u2212') },
  { name: 'lower case', put: (surface) => surface.toLowerCase() },
  { name: 'capitals', put: (surface) => surface.toUpperCase() },
  { name: 'bold', put: (surface) => `**${surface}**` },
  { name: 'quoted', put: (surface) => `"${surface}"` },
  { name: 'bracketed', put: (surface) => `[${surface}]` },
  { name: 'code', put: (surface) => `\`${surface}\`` },
];

/** Disguises that only a number can wear: read with errors, said aloud, spaced out. */
export const numberDisguises: readonly Disguise[] = [
  { name: 'O for nought', put: (surface) => surface.replace(/0/g, 'O') },
  { name: 'l for one', put: (surface) => surface.replace(/1/g, 'l') },
  { name: 'I for one', put: (surface) => surface.replace(/1/g, 'I') },
  { name: 'S for the first five', put: (surface) => surface.replace(/5/, 'S') },
  { name: 'B for the first eight', put: (surface) => surface.replace(/8/, 'B') },
  {
    name: 'figure by figure',
    put: (surface) =>
      surface
        .replace(/[^\d+]/g, '')
        .split('')
        .join(' '),
  },
  {
    name: 'dotted',
    put: (surface) =>
      surface
        .replace(/[^\d+]/g, '')
        .split('')
        .join('.'),
  },
  {
    name: 'dashed',
    put: (surface) =>
      surface
        .replace(/[^\d+]/g, '')
        .split('')
        .join('-'),
  },
  {
    name: 'in words',
    put: (surface) => [...surface.replace(/[^\d]/g, '')].map((digit) => words[Number(digit)]).join(' '),
  },
  {
    name: 'in words with commas',
    put: (surface) => [...surface.replace(/[^\d]/g, '')].map((digit) => words[Number(digit)]).join(', '),
  },
  { name: 'in spoken pairs', put: (surface) => (surface.match(/\d+/g) ?? []).map(inPairs).join(' ') },
  {
    name: 'in spoken pairs with a dash said',
    put: (surface) => surface.replace(/[ –]+/g, '').split(/[-/]/).map(inPairs).join(' streck '),
  },
  {
    name: 'in words, taken back once',
    put: (surface, nth) => {
      const said = [...surface.replace(/[^\d]/g, '')].map((digit) => words[Number(digit)]!);
      const at = 1 + (nth % (said.length - 1));
      const wrong = words[(words.indexOf(said[at]!) + 3) % 10]!;
      return [...said.slice(0, at), wrong, 'nej', ...said.slice(at)].join(' ');
    },
  },
];
