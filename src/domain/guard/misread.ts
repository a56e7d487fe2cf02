/** Reads O, o, I, l and | as figures in words that are mostly figures, and S, B, Z too in long ones. */
export function figures(text: string): string {
  if (!/\d[OoIil|SsBZzG]|[OoIil|SsBZzG]\d|\d[ ./-]{1,3}[OoIl|]{2}[ ./-]/.test(text)) return text;
  if (shaped.test(text))
    return figures(
      text.replace(shapes, (number) => number.replace(/[^\d-]/g, (letter) => confused[letter] ?? letter)),
    );
  let alone = '';
  let from = 0;
  const figure = /\d/g;
  for (let match = figure.exec(text); match !== null; match = figure.exec(text)) {
    let start = match.index;
    while (start > from && inWord.test(text.charAt(start - 1))) start -= 1;
    let end = match.index + 1;
    while (end < text.length && inWord.test(text.charAt(end))) end += 1;
    alone += text.slice(from, start) + readAlone(text.slice(start, end));
    from = end;
    figure.lastIndex = end;
  }
  alone += text.slice(from);
  return alone.replace(amongFigures, (word) => word.replace(/\D/g, (letter) => confused[letter] ?? letter));
}

/** The shape of a personal number, most of whose figures have become letters. */
const shaped =
  /(?<![\p{L}\p{N}-])(?=[OoIlSBZG|]{0,5}\d)(?=\d{0,5}[OoIlSBZG|])[\dOoIlSBZG|]{6}-(?=[OIlSBZG|]{0,3}\d)[\dOoIlSBZG|]{4}(?![\p{L}\p{N}-])/u;
const shapes = new RegExp(shaped.source, 'gu');

const inWord = /[\p{L}\p{N}|]/u;

/** A word with a figure in it, read by itself. */
function readAlone(word: string): string {
  const count = word.replace(/\D/g, '').length;
  // "9815i AF": a word that was meant to follow.
  if (count === word.length || /^\d{4,}i$/.test(word)) return word;
  if (count * 2 < word.length && !(word.length >= 3 && /^[0-9Oo]+$/.test(word))) return word;
  const long = word.length >= 6 && word.length - count <= 3;
  if (!/^[0-9OoIil|]+$/.test(word) && !(long && /^[0-9OoIil|SsBZz]+$/.test(word))) return word;
  return word
    .replace(/[Oo]/g, '0')
    .replace(/[Iil|]/g, '1')
    .replace(/[Ss]/g, '5')
    .replace(/B/g, '8')
    .replace(/[Zz]/g, '2');
}

const confused: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  '|': '1',
  S: '5',
  B: '8',
  G: '6',
  Z: '2',
};
/** A short group with misread figures that stands in a row of groups: between two, behind a longer one, before one. */
const amongFigures =
  /(?<=\d[ ./-]{1,3})[\dOoIl|SB]{2}(?=[ ./-]{1,3}\d)|(?<=\d\d[ ./-]{1,3})(?=[OoIl|SBZ]{0,2}\d[OoIl|SBZ]{0,2}\d)[\dOoIl|SBZ]{3,4}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.])\d[\dOIlSB]{1,3}(?=[ /-]{1,3}\d{2})|(?<=\d{3} )[OoIl]{2}(?= \p{Lu})|(?<=[Ff]ödd )[Ol]{2}(?= \p{L}{3})/gu;
