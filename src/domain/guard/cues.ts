import { ordinals } from './dates.ts';

/**
 * Which announcing words a text may hold, told by their first three letters in one pass, so that a detector does not look for
 * what cannot be there. It may say too much, never too little: each detector still reads its own words in full.
 */
export type Cue =
  | 'account'
  | 'address'
  | 'birth'
  | 'came'
  | 'caseref'
  | 'email'
  | 'identity'
  | 'permit'
  | 'phone'
  | 'social'
  | 'box'
  | 'farm'
  | 'flat'
  | 'half'
  | 'lane'
  | 'dot'
  | 'kept'
  | 'misread'
  | 'money'
  | 'number'
  | 'numbered'
  | 'ordinal'
  | 'quarter';

// The first three letters of every word a detector's own patterns begin with; shorter ones are whole words.
const beginnings: Readonly<Partial<Record<Cue, string>>> = {
  account:
    'clr ban bg pg per spa lön pri gem kon kto cle plu pos iba swi ocr kor acc tra pai sen öve bet utb ins sat aut ers sät',
  address:
    'går tor her prä sät bor bo hyr fly bos skr fol adr hem liv fas stu hus lig tom boe til fly öve ned nor söd öst väs co',
  birth:
    'vår bru sök kvi man ald åld syn geb uro föd fdd beb föt nyf f bir bor dat dob d åå ååm ååå åår yy yym yyy fyl tur fir pnr per sam id son dot bar poj fli mak sam mam pap bro sys kli tvi ham hon han pat sex ått års kom såg cli wif hus mot fat dau',
  came: 'bli ble kom anl såg',
  caseref:
    'byg åte utm fak for ans avs omp öve ska pol jou cla jnr dnr d dia bet ove öve äre bes akt mål dos ska jou ref rem han id idn löp kun för pat cas reg fil fk af vår ert der per tip anm dom',
  email: 'at ät sna alf kan mej mai',
  identity: 'änd avs ååm ååå åår yym yyy sis slu fyr las fou kon pnr per sam num ssn',
  permit:
    'tas taz til mas hem asy kor pas sky lma pas frä res ut uat utk uat t tko per upp id ide kör leg tra car fli',
  phone: 'abo kon tel tlf tfn mob rin nås nå num sms väx dir pho cal cel fax wha sig vib utan uta nol',
  social: 'ins sna tik twi fac fb sky dis tel mes',
  box: 'box pos pl fac bre',
  farm: 'går tor her prä sät lag',
  flat: 'lgh läg fla apt',
  half: 'övr ned nor söd öst väs',
  lane: 'str roa ave lan dri clo ter cou hou st rd',
};

// What is told by a word as a whole.
const wholes: Readonly<Partial<Record<Cue, RegExp>>> = {
  // A dot that is said, or the mark of the web.
  dot: /punkt|dot|www/,
  // The letters of the product's references and of courts' cases.
  kept: /(?:^|['-])(?:k|kt|c|t)(?:$|-)/,
  misread: /(?<!\p{L})[oil]{2}(?!\p{L})/u,
  money: /(?<!\p{L})(?:kr|kronor|sek|tkr|mkr|mnkr|eur|euro)(?!\p{L})/u,
  number:
    /(?<![a-zåäö])(?:noll|tv[åa]|tre|fyr|fem|sex|sju(?!k)|åtta|åtti|ådde|åtte|ni[oatt]|tio|elva|tolv|fjort|arton|adert|tjug|fört|zero|oh|two|thr|thi|tw|fo[ur]|fiv|fif|six|seven|eigh|nine|ten)|hundra/,
  numbered: /n(?:r|ummer|umret)/,
  ordinal: new RegExp(ordinals),
  quarter: /(?<!\p{L})kv/u,
};

const bits = Object.fromEntries(
  [...Object.keys(beginnings), ...Object.keys(wholes)].map((cue, i) => [cue, 1 << i]),
) as Readonly<Record<Cue, number>>;

const wholeBits = Object.entries(wholes).map(([cue, whole]) => [bits[cue as Cue], whole] as const);

const anyWhole = new RegExp(
  Object.values(wholes)
    .map(({ source }) => source)
    .join('|'),
  'u',
);

const keyOf = (first: number, second: number, third: number): number =>
  first + second * 0x10000 + third * 0x100000000;
const masks = new Map<number, number>();
for (const [cue, list] of Object.entries(beginnings)) {
  for (const beginning of list.split(' ').filter(Boolean)) {
    // Also as written without rings and dots.
    const bare = beginning.replace(/[åä]/g, 'a').replaceAll('ö', 'o');
    for (const form of new Set([beginning, bare])) {
      const key = keyOf(form.charCodeAt(0), form.charCodeAt(1) || 0, form.charCodeAt(2) || 0);
      masks.set(key, (masks.get(key) ?? 0) | bits[cue as Cue]);
    }
  }
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code >= 0xc0;
/** What a detector's pattern takes for the letter of a word that goes on. */
export const goesOn = (code: number): boolean =>
  (code >= 97 && code <= 122) || code === 0xe5 || code === 0xe4 || code === 0xf6;

/** The kinds of announcing words that a word in lower case, or a part of it, may begin. */
export function cuesOf(word: string): number {
  let found = 0;
  if (anyWhole.test(word)) for (const [bit, whole] of wholeBits) if (whole.test(word)) found |= bit;
  const letter = (place: number): number => {
    const code = word.charCodeAt(place);
    return isLetter(code) ? code : 0;
  };
  for (let at = 0; at < word.length; at += 1) {
    if (letter(at) === 0 || (at > 0 && goesOn(word.charCodeAt(at - 1)))) continue;
    const second = letter(at + 1);
    found |= masks.get(keyOf(letter(at), second, second === 0 ? 0 : letter(at + 2))) ?? 0;
  }
  return found;
}

/** The bit of one kind. */
export const bitOf = (cue: Cue): number => bits[cue];

/** Whether a text with these kinds may hold this one. */
export const mayHold = (found: number, cue: Cue): boolean => (found & bits[cue]) !== 0;
