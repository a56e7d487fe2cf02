import { signsOf, stem } from './lexicon.ts';
import { adjacent, functionWord } from './nameContext.ts';
import type { Reading } from './nameReading.ts';
import { beforeSubject, contact, deeds, list, livingDeeds, set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { isOrdinary } from './wordBook.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

/** "Björn e sjuk": a state only people are in. */
function isState(text: Normalised, i: number): boolean {
  const verb = text.words[i + 1];
  const state = text.words[i + 2];
  return (
    verb !== undefined &&
    state !== undefined &&
    /^(?:är|e|var|blev|blir|ä)$/.test(verb.lower) &&
    states.has(state.lower)
  );
}
const englishDeed = list(
  'has had is was says said told lives wants wanted needs needed works worked asked speaks feels felt',
);
const states = set(
  'sjuk sjukskriven ledig hemma borta arg ledsen orolig upprörd inlagd inskriven utskriven gravid gift skild född pensionär arbetslös hemlös döv blind ensamstående nykter full trött rädd kallad bokad anmäld placerad missnöjd tillbaka frisk deprimerad suicidal fosterhemsplacerad',
);

/** Names too common as words to be a person's where somebody acts. */
const unreached = set(
  'bara viola iris jasmin alla mina dina sina visa lova om ante man said will can may do don tills vilka dessa andra varje',
);

/** Whether a lower-case word that is also a name is a person's here: somebody acts, or is to be reached. */
export function reachedByWord(text: Normalised, i: number): boolean {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  const after = text.words[i + 1];
  if (word.key.length < 2) return false;
  const behind = before !== undefined && adjacent(text, before, word) ? before : undefined;
  const follows = after !== undefined && adjacent(text, word, after) ? after : undefined;
  if (
    word.key.length >= 3 &&
    (isIn(behind, contact) || isIn(follows, deeds) || word.key.length >= 5) &&
    !isOrdinary(word.lexeme)
  )
    return true;
  // "Frågat mitra vad hon själv tror"
  if (
    word.key.length >= 4 &&
    word.key !== 'talas' &&
    isIn(behind, contact) &&
    /^(?:vad|om|hur|själv)$/.test(follows?.lower ?? '')
  )
    return true;
  // "And hope is not what he came in with"
  if (follows?.lower === 'is' && /^(?:not|an?|the|what|that|to)$/.test(text.words[i + 2]?.lower ?? ''))
    return false;
  if (unreached.has(word.key)) return false;
  // "Gift med ploy", "att vira inte förstått".
  if (behind?.lower === 'med' && close.has(text.words[i - 2]?.lower ?? '') && word.key.length >= 3)
    return true;
  const later =
    follows !== undefined && /^(?:inte|aldrig)$/.test(follows.lower) ? text.words[i + 2] : undefined;
  if (
    later !== undefined &&
    !/^(?:rehab|sol|dag|maj|juni|april|rim|sen|mark)$/.test(word.key) &&
    isIn(behind, beforeSubject) &&
    (isIn(later, livingDeeds) ||
      /(?:stått|gått|tagit|kunnat|velat|orkat|fått|sagt|hört|sökt|mått)$/.test(later.lower))
  )
    return true;
  if (
    behind?.lower === 'hos' &&
    word.key.length >= 4 &&
    !/s$/.test(word.key) &&
    (follows === undefined || isIn(follows, functionWord) || isIn(follows, deeds))
  )
    return true;
  if (atWork(text, i) || isToAct(text, i)) return true;
  if (behind !== undefined && !isIn(behind, beforeSubject)) return false;
  const acts = (signsOf(word.key) & stem) === 0 || isIn(follows, englishDeed) ? deeds : livingDeeds;
  return isIn(follows, acts) || isState(text, i);
}

const close = set('gift sambo förlovad skild dejtar kär');
const willing = set('ska skall vill måste får behöver kan kunde bör hinner orkar slipper vågar');
const act = set(
  'börja sluta ringa komma träffa söka jobba arbeta åka prata skriva flytta bo vänta gå få ha vara ta göra',
);
/** "Att sten ska börja": what only people are to do. */
function isToAct(text: Normalised, i: number): boolean {
  const [word, will, deed] = text.words.slice(i, i + 3);
  if (
    deed === undefined ||
    !willing.has(will!.lower) ||
    !act.has(deed.lower) ||
    /^(?:maj|inga|alla|man|ante|mina|dina|sina)$/.test(word!.key)
  )
    return false;
  return isIn(text.words[i - 1], beforeSubject) && adjacent(text, word!, will!);
}

const workplaces = set(
  'avd avdelningen mottagningen enheten boendet jobbet kontoret akuten expeditionen beroende öppenvården vårdcentralen försäkringskassan arbetsförmedlingen arb tekniska ekonomi hr af fk soc vc psyk lagret lönekontoret växeln kassan bygglov fritid it',
);

/** "björn på tekniska har tackat nej": a place of work and what somebody there does. */
export function atWork(text: Normalised, i: number): boolean {
  const [word, at, place, deed] = text.words.slice(i, i + 4);
  if (deed === undefined || at!.lower !== 'på' || !workplaces.has(place!.lower)) return false;
  if (!word!.capital && /^(?:maj|klara|rita|ladda|lek|liv)$/.test(word!.key)) return false;
  return isIn(deed, deeds) && adjacent(text, word!, at!) && adjacent(text, place!, deed);
}

/** ", 8 år", ", född 1984": what is said of people only. */
export function ageBehind(text: Normalised, word: Word): boolean {
  return /^,? ?\(?(?:född|f\.|\d{1,2} ?(?:år|bast|mån)|\d{1,2}-årig)/.test(
    text.lower.slice(word.end, word.end + 12),
  );
}

/** What is said of people behind their names: a birthday, a personal number. */
export const bornBehind = (text: Normalised, word: Word): boolean =>
  /^,? \(?(?:född |f\.? ?\d{1,2}\/\d|\d{6}[- ]?\d{4}(?!\d)|pnr )/.test(
    text.lower.slice(word.end, word.end + 16),
  );

/** "Hedenskog, 031/390 06 33". */
export const phoneBehind = (text: Normalised, word: Word): boolean =>
  /^,? \(?(?:0\d{1,3} ?[-/] ?\d|\+46 ?\d)/.test(text.lower.slice(word.end, word.end + 10));

/** "Basel, her brother". */
export const kinBehind = (text: Normalised, word: Word): boolean =>
  /^,? (?:her|his|my|their|hans|hennes|min|klientens) (?:\p{L}+ )?(?:brother|sister|son|daughter|wife|husband|mother|father|friend|bror|syster|son|dotter|fru|man|mamma|pappa|mor|far|kompis|vän)(?!\p{L})/u.test(
    text.lower.slice(word.end, word.end + 40),
  );

/** "Luz och Washington": another listed first name with a capital, joined by and. */
export function namesBehindAnd(text: Normalised, i: number, readings: readonly Reading[]): boolean {
  // "Selam och maken Yonas"
  if (
    /^(?:maken|makan|frun|mannen|sonen|dottern|mamman|pappan|systern|brodern|sambon|barnen)$/.test(
      text.words[i + 2]?.lower ?? '',
    ) &&
    text.words[i + 3]?.capital &&
    readings[i + 3]!.first &&
    /^ (?:o|och|samt) $/.test(text.lower.slice(text.words[i]!.end, text.words[i + 2]!.start))
  )
    return true;
  const other = text.words[i + 2];
  if (other === undefined || !other.capital || !readings[i + 2]!.first) return false;
  return /^ (?:o|och|samt|&|and|el|eller) $/.test(text.lower.slice(text.words[i]!.end, other.start));
}
