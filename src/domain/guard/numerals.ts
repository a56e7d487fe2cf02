/** Number words below a hundred, Swedish and English, as the figures people mean when they read a number aloud. */
const units: Readonly<Record<string, string>> = {
  noll: '0',
  nolla: '0',
  ett: '1',
  en: '1',
  etta: '1',
  två: '2',
  tvåa: '2',
  tre: '3',
  trea: '3',
  fyra: '4',
  fem: '5',
  femma: '5',
  sex: '6',
  sexa: '6',
  sju: '7',
  sjua: '7',
  åtta: '8',
  nio: '9',
  nie: '9',
  nia: '9',
  tio: '10',
  elva: '11',
  tolv: '12',
  tretton: '13',
  fjorton: '14',
  femton: '15',
  sexton: '16',
  sjutton: '17',
  arton: '18',
  aderton: '18',
  ådde: '8',
  åtte: '8',

  nitton: '19',
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
};
const tens: Readonly<Record<string, string>> = {
  tjugo: '2',
  tjugi: '2',
  tju: '2',
  trettio: '3',
  tretti: '3',
  fyrtio: '4',
  förtio: '4',
  fyrti: '4',
  förti: '4',
  femtio: '5',
  femti: '5',
  sextio: '6',
  sexti: '6',
  sjuttio: '7',
  sjutti: '7',
  åttio: '8',
  åtti: '8',
  nittio: '9',
  nitti: '9',
  twenty: '2',
  thirty: '3',
  forty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
};

const parts = new Map<string, string[]>();
for (const part of [...Object.keys(units), ...Object.keys(tens), 'hundra', 'tusen'].sort(
  (a, b) => b.length - a.length,
)) {
  const first = part.slice(0, 2);
  parts.set(first, [...(parts.get(first) ?? []), part]);
}

/** The parts of a number word such as "nittonhundraåttiofem", or undefined when the word is anything else. */
function split(word: string): string[] | undefined {
  if (word.length > 60) return undefined;
  const found: string[] = [];
  let at = 0;
  while (at < word.length) {
    const part = parts.get(word.slice(at, at + 2))?.find((candidate) => word.startsWith(candidate, at));
    if (part === undefined) return undefined;
    found.push(part);
    at += part.length;
  }
  return found;
}

/** The figures a number word stands for: "nollfyra" is 04, "åttiotvå" 82, "nittonhundra" 1900; undefined for other words. */
export function figuresOf(word: string): string | undefined {
  const found = split(word.replaceAll('-', ''));
  return found === undefined ? undefined : figuresFrom(found);
}

function figuresFrom(found: readonly string[]): string {
  let out = '';
  for (let i = 0; i < found.length; i += 1) {
    const part = found[i]!;
    const next = found[i + 1];
    // What follows fills the places that a hundred and a thousand leave: "nittonhundrafem" is 1905.
    if (part === 'tusen') return out + figuresFrom(found.slice(i + 1)).padStart(3, '0');
    if (part === 'hundra') return out + figuresFrom(found.slice(i + 1)).padStart(2, '0');
    if (tens[part] !== undefined) {
      const unit = next === undefined ? undefined : units[next];
      const joined = unit !== undefined && unit.length === 1 && unit !== '0';
      out += tens[part] + (joined ? unit : '0');
      if (joined) i += 1;
    } else {
      out += units[part]!;
    }
  }
  return out;
}
