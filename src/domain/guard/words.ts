/** A word of the working text: letters with inner hyphens or apostrophes. `key` is the form the name lists use. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly shouted: boolean;
};

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

/** The words of a text in order; `lower` is the same text in lower case, unit by unit. */
export function wordsOf(text: string, lower: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const small = lower.slice(start, end);
    words.push({
      text: match[0],
      lower: small,
      key: keyOf(small),
      start,
      end,
      capital: /^\p{Lu}/u.test(match[0]),
      shouted: match[0].length > 1 && !/\p{Ll}/u.test(match[0]),
    });
  }
  return words;
}

/** The words that begin at `from` or later and before `to`, found by halving. */
export function wordsBetween(words: readonly Word[], from: number, to: number): Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < words.length && words[end]!.start < to) end += 1;
  return words.slice(low, end);
}
