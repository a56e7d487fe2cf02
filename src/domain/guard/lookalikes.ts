/** Letters of other scripts that are drawn like a Latin one; each maps to exactly one letter. */
const twins: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  Ё: 'E',
  З: '3',
  І: 'I',
  Ї: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Ѕ: 'S',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Ԁ: 'D',
  Ԛ: 'Q',
  Ԝ: 'W',
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  з: '3',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'n',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  һ: 'h',
  ԛ: 'q',
  ԝ: 'w',
  г: 'r',
  п: 'n',
  ӏ: 'l',
  ӓ: 'ä',
  ӧ: 'ö',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  σ: 'o',
  ω: 'w',
  η: 'n',
};

/** How a Cyrillic word is spelt in Swedish passports, near enough for a name list. */
const spellings: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ђ: 'dj',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  џ: 'dz',
  ѓ: 'gj',
  ќ: 'kj',
  ѕ: 'dz',
};

const foreignLetter = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Whether a letter, or one of those a sign stands for, belongs to a script whose letters can pass for Latin ones. */
export const isForeign = (letter: string): boolean =>
  (letter >= '\u0370' || letter.length > 1) && foreignLetter.test(letter);

/** The Latin letter this one is drawn like, if any. */
export const twinOf = (letter: string): string | undefined => twins[letter];

const spelt = new Map<string, string | undefined>();
/** The Latin spelling of a Cyrillic letter (empty for the signs without a sound), or undefined; found out once for each. */
export function spellingOf(letter: string): string | undefined {
  if (!spelt.has(letter)) spelt.set(letter, spellingAnew(letter));
  return spelt.get(letter);
}

function spellingAnew(letter: string): string | undefined {
  const small = letter.toLowerCase();
  const spelt = spellings[small];
  if (spelt === undefined || small === letter) return spelt;
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}

const decimal = /\p{Nd}/u;

/** The value 0–9 of a decimal digit of any script; Unicode lays each script's ten digits in a row from its zero. */
export function digitOf(char: string): number | undefined {
  if (!decimal.test(char)) return undefined;
  const code = char.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && decimal.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
