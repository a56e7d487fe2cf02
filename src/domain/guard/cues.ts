/**
 * Which announcing words a text may hold, told by their first three letters in one pass, so that a detector does not look for
 * what cannot be there. It may say too much, never too little: each detector still reads its own words in full.
 */
export type Cue =
  | 'account'
  | 'address'
  | 'birth'
  | 'caseref'
  | 'email'
  | 'identity'
  | 'permit'
  | 'phone'
  | 'social'
  | 'web';

// The first three letters of every word a detector's own patterns begin with; shorter ones are whole words.
const beginnings: Readonly<Record<Cue, string>> = {
  account:
    'ban bg pg per spa lön pri gem kon kto cle plu pos iba swi ocr kor acc tra pai sen öve bet utb ins sat aut ers',
  address:
    'går tor her prä sät bor bo bos skr fol adr hem liv fas stu hus lig tom boe til fly öve ned nor söd öst väs co',
  birth:
    'föd fdd beb föt nyf f bir bor dat dob d åå ååå åår yy yyy fyl tur pnr per sam id son dot bar poj fli mak sam mam pap bro sys kli tvi ham hon han pat',
  caseref:
    'dnr d dia bet ove öve äre bes akt mål dos ska jou ref rem han id löp kun för pat cas reg fil fk af vår ert der per tip anm dom',
  email: 'at ät sna alf kan mej mai',
  identity: 'sis slu fyr las fou kon pnr per sam num ssn',
  permit: 'lma pas frä res ut uat t upp id ide kör leg tra car fli',
  phone: 'tel tlf tfn mob rin nås nå num sms väx dir pho cal cel fax wha sig vib utan uta',
  social: 'ins sna tik twi fac fb sky dis tel mes',
  web: 'www ve w dub dou htt hxx ftp',
};

const bits = Object.fromEntries(Object.keys(beginnings).map((cue, i) => [cue, 1 << i])) as Readonly<
  Record<Cue, number>
>;

const keyOf = (first: number, second: number, third: number): number =>
  first + second * 0x10000 + third * 0x100000000;
const masks = new Map<number, number>();
for (const [cue, list] of Object.entries(beginnings)) {
  for (const beginning of list.split(' ')) {
    // Also as written without rings and dots.
    const bare = beginning.replace(/[åä]/g, 'a').replaceAll('ö', 'o');
    for (const form of new Set([beginning, bare])) {
      const key = keyOf(form.charCodeAt(0), form.charCodeAt(1) || 0, form.charCodeAt(2) || 0);
      masks.set(key, (masks.get(key) ?? 0) | bits[cue as Cue]);
    }
  }
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code >= 0xc0;

/** The kinds of announcing words whose beginnings a text in lower case holds. */
export function cuesIn(lower: string): number {
  let found = 0;
  let at = 0;
  while (at < lower.length) {
    if (!isLetter(lower.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < lower.length && isLetter(lower.charCodeAt(at))) at += 1;
    const size = at - start;
    const mask = masks.get(
      keyOf(
        lower.charCodeAt(start),
        size > 1 ? lower.charCodeAt(start + 1) : 0,
        size > 2 ? lower.charCodeAt(start + 2) : 0,
      ),
    );
    if (mask !== undefined) found |= mask;
  }
  return found;
}

/** Whether a text with these kinds may hold this one. */
export const mayHold = (found: number, cue: Cue): boolean => (found & bits[cue]) !== 0;
