const bare: Readonly<Record<string, string>> = {
  ø: 'ö',
  æ: 'ä',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  þ: 'th',
  œ: 'oe',
  ŋ: 'n',
  ə: 'a',
};

/** Whether a word in lower case has a letter or mark that no Swedish word is written with, loans such as idé and müsli aside. */
export const foreign = (lower: string): boolean => !/^[a-zåäöéèàüôç'-]*$/.test(lower);

/** A name without foreign marks: å, ä and ö stay, é becomes e, ł becomes l. Lower case in, lower case out. */
export function keyOf(lower: string): string {
  if (/^[a-zåäö'-]*$/.test(lower)) return lower;
  let out = '';
  for (const letter of lower) {
    if ('åäö'.includes(letter)) out += letter;
    else if (letter === 'ü') out += 'u';
    else out += bare[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
  }
  return out;
}
