import { figureSigns } from './combinationFigures.ts';
import { known } from './combinationKnown.ts';
import { only, scopes } from './combinationOnly.ts';
import type { Reading, Sign } from './combinationReading.ts';
import { classAt, dated, isWord, near, read } from './combinationReading.ts';
import type { Normalised } from './normalise.ts';
import { townNames } from './places.ts';

const cities: ReadonlySet<string> = new Set(
  'stockholm göteborg malmö uppsala linköping västerås örebro helsingborg norrköping jönköping umeå lund borås huddinge sundsvall gävle eskilstuna södertälje karlstad täby växjö halmstad solna nacka haninge botkyrka sundbyberg trollhättan östersund luleå kalmar rinkeby tensta hisingen angered rosengård'.split(
    ' ',
  ),
);
/** How villages, farms and small schools are called in Sweden; a list of all of them would be longer than the guard. */
const village =
  /(?:bäcken|hult|torp|näs|näset|sund|vik|viken|dal|dalen|berg|berga|fors|sjö|sjön|ryd|red|rud|sta|träsk|mark|holm|ön|gården|gård|hed|heden|bruk|kärr|mossen|mon|vallen|åsen|ås|by|bo|bygd|böle|sele|lund|lunda|strand|backa|backen|skolan|skogen|vreten|udden|gläntan)$/u;
const institution = /(?:folkhögskolan|gymnasieskolan|grundskolan|särskolan|sjukhuset|mottagningen)$/u;
const occupation = /(?:are|aren|erska|erskan|ist|isten)$/u;
/** Active past tense: what somebody once did. */
const past =
  /(?:[^aeiouyåäö]ade|^(?:blev|fick|tog|körde|sköt|fann|föll|kröp|bar|slog|stal|sprang|skrev|vann|sjöng|satte|lämnade|ringde|gick))$/u;
/** Words for somebody who is talked about by what they did. */
const spokenOf = 'han hon killen tjejen gubben gumman tanten paret familjen';

/** Every sign of a text. Each word is looked at with a fixed number of its neighbours, so the cost follows the length. */
export function signsIn(text: Normalised): Sign[] {
  const reading = read(text);
  const { words, entries } = reading;
  for (let i = 0; i < words.length; i += 1) {
    const { is, weight, mute } = entries[i]!;
    if (!mute) told(reading, i, is, weight);
    else if (words[i]!.capital) named(reading, i);
    else if (is === '' || is === 'none' || is === 'human') occupied(reading, i);
  }
  if (text.numbered) figureSigns(reading);
  return reading.signs;
}

/** What a word of one class says among its neighbours. */
function told(reading: Reading, i: number, is: string, weight: number): void {
  const { words, entries, sign } = reading;
  switch (is) {
    case 'family':
      sign('family', weight, i);
      relation(reading, i);
      return;
    case 'origin': {
      const own = near(reading, i, -1, -1, ' from ') || near(reading, i, -4, 4, ' speaks ');
      sign('origin', weight === 2 && own ? 3 : weight, i);
      return;
    }
    case 'health':
    case 'trait':
      sign(is, weight, i);
      return;
    case 'other':
      if (isWord(words[i + 1], 'kommun kommuner kommunen län ort orter')) sign('crowd', -1, i, i + 1);
      return;
    case 'elsewhere':
      sign('crowd', -1, i);
      return;
    case 'role':
      role(reading, i, weight, entries[i]!.definite);
      return;
    case 'livelihood':
      if (near(reading, i, -5, 2, ' run ') || isWord(words[i - 4], 'paret han hon familjen'))
        sign('role', entries[i]!.definite ? 2 : 1, i);
      else sign('place', 1, i);
      return;
    case 'place':
      sign('place', weight, i);
      if (near(reading, i, -5, -1, ' workplace run ')) sign('role', 1, i);
      return;
    case 'shop':
      sign('place', weight, i);
      if (near(reading, i, -5, -1, ' run ')) sign('role', 1, i);
      return;
    case 'official':
      // Mostly somebody the case has to do with; the person it is about only where the text says so.
      role(
        reading,
        i,
        weight + (near(reading, i, -3, -1, ' self ') || isWord(words[i - 1], 'som') ? 1 : 0),
        entries[i]!.definite,
      );
      return;
    case 'kin':
    case 'partner':
      relation(reading, i);
      return;
    case 'count':
      counted(reading, i, weight);
      return;
    case 'toward':
      // "Hon med alla hundarna".
      if (
        words[i]!.lower === 'med' &&
        isWord(words[i - 1], spokenOf) &&
        isWord(words[i + 1], 'alla de den det')
      )
        sign('unique', 1, i - 1, i + 1);
      return;
    case 'that':
      relative(reading, i);
      return;
    case 'office':
      office(reading, i, weight);
      return;
    case 'board':
      if (!near(reading, i, -4, 2, ' sat ')) return;
      sign('office', 2, i);
      dated(reading, i);
      return;
    case 'event':
      if (isWord(words[i], 'rasade') && isWord(words[i + 1], 'allt')) return;
      // "Olyckan vid …": the writer takes for granted that the reader knows which.
      sign('event', weight === 1 && entries[i]!.definite && near(reading, i, 1, 1, ' near ') ? 2 : weight, i);
      dated(reading, i);
      return;
    case 'closed':
      if (near(reading, i, 1, 3, ' down ')) sign('event', 1, i);
      return;
    case 'when':
      // "Dagen då …": whatever happened, everybody there knows which day.
      if (/^(?:dag|natt)/.test(words[i]!.lower) && near(reading, i, 1, 1, ' when-that '))
        sign('event', exactDay(reading, i) ? 3 : 1, i, i + 1);
      return;
    case 'media':
    case 'screen':
    case 'known':
    case 'famous':
    case 'knows':
    case 'everybody':
    case 'who':
      known(reading, i, is, weight);
      return;
    case 'only':
    case 'last':
    case 'alone':
    case 'few-of':
    case 'just':
    case 'no-one':
      only(reading, i, is);
      return;
    default:
      if (words[i]!.capital) named(reading, i);
  }
}

function role(reading: Reading, i: number, weight: number, definite: boolean): void {
  const { words, entries, text, sign } = reading;
  // Who says, asks or treats is a contact of the case, and who one wants to become is not what one is.
  if (text.text.charAt(words[i]!.end) !== ',' && near(reading, i, 1, 3, ' speech ')) return;
  if (near(reading, i, -3, -1, ' become ')) return;
  const other = near(reading, i, -1, -1, ' toward ');
  // "The … at", "the municipality's …": there is one.
  const described =
    !other &&
    ((definite && entries[i]!.is === 'role' && near(reading, i, 1, 2, ' near that from ')) ||
      (near(reading, i, -1, -1, scopes) && words[i - 1]!.lower.endsWith('s')));
  // Of what a municipality has one of, the one who has it now is spoken of as a contact.
  const base = weight === 3 && definite ? 2 : weight;
  sign('role', base + (described ? 1 : 0) - (other ? 1 : 0), i);
}

/** An occupation no list has, where the text says that it is one. */
function occupied(reading: Reading, i: number): void {
  const { lower } = reading.words[i]!;
  if (lower.length <= 6 || !isWord(reading.words[i - 1], 'som') || !occupation.test(lower)) return;
  if (near(reading, i, -5, -1, ' workplace ')) reading.sign('role', 1, i);
}

/** Kin of somebody whom the place knows: daughter of the priest, widow of the one who died in the mine. */
function relation(reading: Reading, i: number): void {
  const { words, entries, sign } = reading;
  const partner = entries[i]!.is === 'partner';
  if (!isWord(words[i + 1], partner ? 'med till från efter' : 'till åt')) return;
  for (let j = i + 2; j <= i + 5; j += 1) {
    const is = classAt(reading, j, i);
    if (is === 'family' || is === 'office') {
      sign('family', 2, i, j);
      return;
    }
    const { definite, weight } = entries[j] ?? { definite: false, weight: 0 };
    if (/^(?:role|official|livelihood)$/.test(is) || (is === 'helper' && definite && j <= i + 3)) {
      sign('family', definite || weight > 1 ? 2 : weight, i, j);
      return;
    }
  }
}

/** A number in words: of children, of neighbours, or "one of three". */
function counted(reading: Reading, i: number, weight: number): void {
  if (near(reading, i, 1, 2, ' children ')) {
    if (weight >= 5) reading.sign('family', weight >= 8 ? 2 : 1, i, i + 1);
  } else if (near(reading, i, 1, 1, ' few ')) reading.sign('place', 1, i, i + 1);
  if (isWord(reading.words[i - 1], 'av')) only(reading, i, 'count');
}

/** "Whose wife …", and "is the one who once …": somebody told apart from all others by what they did or lost. */
function relative(reading: Reading, i: number): void {
  const { words, sign } = reading;
  if (words[i]!.lower === 'vars' && near(reading, i, 1, 2, ' kin partner '))
    sign('family', near(reading, i, -1, -1, ' partner ') ? 2 : 1, i - 1, i + 1);
  if (isWord(words[i - 1], 'den') && isWord(words[i - 2], 'är var') && past.test(words[i + 1]?.lower ?? ''))
    sign('unique', 1, i - 1, i + 1);
  else if (isWord(words[i - 1], spokenOf) && past.test(words[i + 1]?.lower ?? ''))
    sign('unique', 1, i - 1, i + 1);
}

function office(reading: Reading, i: number, weight: number): void {
  const { words } = reading;
  if (near(reading, i, 1, 4, ' speech ')) return;
  // The girl who bears the crown, not the day.
  if (
    words[i]!.lower === 'lucia' &&
    !isWord(words[i + 1], 'i') &&
    !isWord(words[i - 1], 'som var blev årets kommunens stadens ortens byns')
  )
    return;
  const chair =
    /ordföranden?$/.test(words[i]!.lower) &&
    near(reading, i, 1, 1, ' near ') &&
    !isWord(words[i + 2], 'bostadsrättsföreningen brf hyresgästföreningen');
  const won = near(reading, i, -4, 2, ' appeared ');
  reading.sign('office', weight === 1 && (chair || won) ? 2 : weight, i);
  dated(reading, i);
}

/** Whether a day in figures stands just before a word. */
const exactDay = ({ text, words }: Reading, i: number): boolean =>
  text.numbered &&
  /\d{1,2} \p{L}{3,9}|\d\/\d|\d-\d\d/u.test(
    text.text.slice(words[Math.max(0, i - 4)]!.start, words[i]!.start),
  );

/** A capitalised place after a preposition: a city speaks against, a town says what the municipality says already. */
function named(reading: Reading, i: number): void {
  const { lower } = reading.words[i]!;
  if (cities.has(lower) || (lower.endsWith('s') && cities.has(lower.slice(0, -1)))) {
    reading.sign('crowd', -1, i);
    return;
  }
  if (!near(reading, i, -1, -1, ' near from place shop ')) return;
  if (townNames.has(lower)) reading.sign('place', 0, i);
  else if (lower.length > 4 && village.test(lower) && !institution.test(lower)) reading.sign('place', 1, i);
}
