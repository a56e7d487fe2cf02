import { changes } from './changing.ts';
import { callsPerson } from './nameCalled.ts';
import { adjacent, between, functionWord, isInstitution, open } from './nameContext.ts';
import { foreign } from './nameKey.ts';
import { bornBehind, phoneBehind } from './nameReached.ts';
import type { Reading } from './nameReading.ts';
import { isListed, readingOfWord } from './nameReading.ts';
import { signsOff } from './nameSigned.ts';
import {
  beforeSubject,
  belongings,
  contact,
  deeds,
  isBelonging,
  kinBit,
  list,
  livingDeeds,
  properWords,
  set,
  shortRoles,
  things,
} from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { ordinary, otherProper, slip } from './ordinary.ts';
import { placeNames } from './places.ts';
import { remedy } from './remedies.ts';
import { isOrdinary } from './wordBook.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

/** Prepositions that people stand behind more often than unknown things. */
const towards = list('med till från hos åt av angående ang gällande with from');
/** Behind these the next word is a place, a system or a thing rather than a person. */
const thingBefore = set(
  'i på via in ur under genom inom runt kring utanför mot tabl tablett tabletter preparatet medicinen läkemedlet skalan metoden enl on at into through using tar tog tagit ta testat testade testar testa provat provade prova använder använde använda använt läste läser läst äter åt köpte köpt trappar sätta satte insatt heter',
);
/** How places are called: by hill, water, wood and clearing. */
const ground =
  /(?:åsen|backen|sjön|viken|dalen|forsen|holmen|skogen|näset|torp|torpet|hult|ryd|rud|köping|måla|böle|fors|gläntan|lunden|kullen|ängen|hagen|parken|torget|bron|kajen|höjden|stranden|udden|byn|heden|bruket|kvarnen|hamnen|platsen|området|ön|berga|rydet|vallen|källan)$/u;
/** Homes, wards, schools and projects: the name behind is theirs. */
const house =
  /(?:boendet|boende|hemmet|gården|skolan|gymnasiet|avdelningen|mottagningen|teamet|enheten|verksamheten|huset|föreningen|projektet|gruppen|kliniken|centralen|programmet|systemet|journalsystemet|appen|insatsen|metoden|modellen|företaget|bolaget|butiken|gatan|vägen|skalan|testet)s?$/u;
const particles = list('in upp efter på om');
const namingVerbs = list('heter hette kallas kallad called named');
/** What only people do, said before who does it: "sen sa krzysiek". */
const tellers = list(
  'sa sade ringde frågade undrade tyckte svarade berättade bad mejlade smsade hälsade kom menade trodde påstod skrek',
);
/** What somebody has done: "att ehsanollah slutat". */
const haveDone = list(
  'slutat tagit fått gått sagt gjort blivit varit kommit åkt ringt bett sökt velat kunnat mått bott flyttat börjat glömt missat vägrat lämnat skrivit pratat träffat haft hunnit orkat sovit',
);
/** Whether a word stands in no list and in no dictionary, is no slip of one, and could be anybody's name. */
export function isOdd(word: Word, reading: Reading, opening: boolean): boolean {
  if (reading.kind !== 'odd') return false;
  // Nobody gives a slip of the pen or a short compound a capital in mid-sentence.
  const { lexeme } = word;
  if (word.capital && !opening) {
    lexeme.oddNamed ??= nameable(word) && (foreign(word.lower) || !isOrdinary(lexeme));
    return lexeme.oddNamed;
  }
  const base = word.key.replace(/'?s$/, '');
  lexeme.odd ??=
    nameable(word) &&
    ((word.capital && foreign(word.lower)) ||
      (!isOrdinary(lexeme) && !ordinary(base) && !slip(word.key, !word.capital)));
  return lexeme.odd;
}

function nameable(word: Word): boolean {
  if (
    word.key.length < (word.capital && foreign(word.lower) ? 3 : 4) ||
    word.shouted ||
    !/[aeiouyåäö]/.test(word.key)
  )
    return false;
  if (/^\p{Lu}\p{Ll}*\p{Lu}/u.test(word.text)) return false;
  const base = word.key.replace(/'?s$/, '');
  if (word.capital && ground.test(base)) return false;
  return !(otherProper(word.key) || placeNames.has(base) || remedy(base) || remedy(word.key));
}

/** How things and authorities end where somebody's name does not. */
const definite = /(?:en|et|an|ar|na|or|er)s$/;
const affairs =
  /^(?:mål|ärende|akt|överklagande|sjukpenning|sjukersättning|aktivitetsersättning|läkarintyg|personakt)$/;

/** A name that no list holds: behind a cue, as a pair of capitalised words, or by what only people have or do. */
export function isUnknownName(
  text: Normalised,
  i: number,
  cue: 'title' | 'role' | undefined,
  opening: boolean,
  odd: boolean,
): boolean {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  const after = text.words[i + 1];
  const beside = after !== undefined && adjacent(text, word, after);
  if (!word.capital) return (odd && lowerCase(text, i, cue)) || (cue === 'title' && callsPerson(text, i));
  if (!open(word)) return false;
  if (isIn(word, functionWord)) return false;
  if (cue === 'title') return true;
  if (cue === 'role')
    return (
      shortened(before!) ||
      !/\n|: ?$|\. /.test(text.text.slice(before!.end, word.start)) ||
      // "Mor: Hatixhe"
      isOdd(word, readingOfWord(word), true)
    );
  if (signsOff(text, i) && isOdd(word, readingOfWord(word), false)) return true;
  if (beside && isIn(after, kinBit) && /s$/.test(word.lower) && !definite.test(word.lower)) return true;
  // "Har gett Tjäders mål nummer": what only people have with authorities.
  if (
    beside &&
    !opening &&
    /s$/.test(word.lower) &&
    !/(?:en|et|an|na)s$/.test(word.lower) &&
    affairs.test(after.lower)
  )
    return true;
  const naming = isIn(before, namingVerbs);
  if (odd && !naming && isOdd(word, readingOfWord(word), opening) && stands(text, i, opening)) return true;
  if (opening || naming) return false;
  if (beside && isIn(after, livingDeeds)) return true;
  return (
    beside &&
    open(after) &&
    !isIn(after, functionWord) &&
    !isOrdinary(after.lexeme) &&
    text.words[i + 2]?.text !== 'AB' &&
    /^ $/.test(text.text.slice(word.end, after.start))
  );
}

/** A short form of a role, whose full stop parts nothing. */
const shortened = (role: Word): boolean => shortRoles.has(role.key) || /läk$/.test(role.key);

/** What is said of a medicine behind its name. */
const dose =
  /^ (?:\d+(?:[.,]\d+)? ?(?:mg|µg|mikrog|ml|g|x|tabl)|v\.?b(?!\p{L})|mg|tabl|depot|dekanoat|retard|mixtur|droppar|plåster|inj|till natten|\d ?[x×])/u;

/** Whether a capitalised word of no dictionary stands where people stand and things do not. */
function stands(text: Normalised, i: number, opening: boolean): boolean {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  const after = text.words[i + 1];
  const beside = after !== undefined && adjacent(text, word, after);
  const next = beside ? after : undefined;
  const follows = next?.lower ?? '';
  if (/^,? ?\(?(?:född|f\.|\d{1,2} ?år|\d{1,2}-årig)/.test(text.lower.slice(word.end, word.end + 12)))
    return true;
  if (phoneBehind(text, word)) return true;
  if (dose.test(text.lower.slice(word.end, word.end + 14))) return false;
  if (beside && isInstitution(after) && !isIn(after, belongings)) return false;
  if (word.key.endsWith('s') && isBelonging(next)) return true;
  // "Att Birtukans handfunktion är nedsatt"
  if (
    !opening &&
    word.key.endsWith('s') &&
    next !== undefined &&
    !next.capital &&
    isOrdinary(next.lexeme) &&
    !/(?:ar|er|ade|te)$/.test(next.lower) &&
    !isIn(next, functionWord) &&
    !isIn(next, deeds)
  )
    return true;
  const behind = before?.lower ?? '';
  // "Ropa på Plutten"
  if (behind === 'på' && /^ropa(?:r|de)?$/.test(text.words[i - 2]?.lower ?? '')) return true;
  // "I Hjällbo sa de", but "tag i" speaks of people.
  if (!opening && behind === 'i') return /^(?:tag|tagit)$/.test(text.words[i - 2]?.lower ?? '');
  if (isIn(next, livingDeeds)) return true;
  if (opening)
    return isIn(next, deeds) || /^(?:som|själv|och|hennes|hans)$/.test(follows) || secondName(text, i);
  if (amongThings(text, i)) return false;
  return (
    !thingBefore.has(behind) &&
    !house.test(behind) &&
    !things.test(behind) &&
    !/\d\s*$/.test(text.text.slice(before?.end ?? 0, word.start))
  );
}

/** Whether the word behind could be the rest of a name: "Shafiqul Islam". */
export function secondName(text: Normalised, i: number): boolean {
  const word = text.words[i]!;
  const after = text.words[i + 1];
  if (after === undefined || !after.capital || text.text.slice(word.end, after.start) !== ' ') return false;
  return !isIn(after, functionWord) && (isListed(after.key) || (open(after) && !isOrdinary(after.lexeme)));
}

/** Who does something for a living, in the definite form: `brobyggaren`. */
const agent = /\p{L}{4}(?:aren|erskan|isten|ologen|ikern)$/u;
const conjunctions = list('och eller samt and or');
const amid = between(' ', ', ', ' / ', '/');
/** "Levaxin, Behepan och Folacin": joined to something that is known for a thing. */
function amongThings(text: Normalised, i: number): boolean {
  for (let n = i - 1; n >= 0 && n >= i - 6; n -= 1) {
    const left = text.words[n]!;
    if (isIn(left, conjunctions)) continue;
    if (!left.capital || !amid(text, left, text.words[n + 1]!)) return false;
    if (left.shouted || otherProper(left.key) || remedy(left.key) || properWords.has(left.key)) return true;
  }
  return false;
}

/** Whether a lower-case word of no dictionary is a person's name here. */
function lowerCase(text: Normalised, i: number, cue: 'title' | 'role' | undefined): boolean {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  const after = text.words[i + 1];
  const behind = before !== undefined && adjacent(text, before, word) ? before : undefined;
  const follows = after !== undefined && adjacent(text, word, after) ? after : undefined;
  // "Hälso- och sjukvården"
  if (text.text.charAt(word.end) === '-') return false;
  if (text.text.charAt(word.end) === '.' && /^\.(?! *$)/.test(text.text.slice(word.end))) return false;
  const placed =
    cue === 'title' ||
    (cue === 'role' && behind !== undefined) ||
    isIn(behind, contact) ||
    (isIn(behind, particles) && isIn(text.words[i - 2], contact)) ||
    (isIn(behind, towards) && !changes(text, i)) ||
    (behind !== undefined && agent.test(behind.lower)) ||
    isIn(behind, tellers) ||
    (isIn(behind, deeds) && follows !== undefined && /^(?:mig|oss|honom|henne)$/.test(follows.lower)) ||
    (isIn(behind, beforeSubject) && isIn(follows, haveDone)) ||
    isIn(follows, livingDeeds) ||
    ((behind === undefined || isIn(behind, beforeSubject)) &&
      (isIn(follows, deeds) || /^(?:själv|hennes|hans|som)$/.test(follows?.lower ?? '')));
  // A letter that no Swedish word has.
  if (word.key.length >= 3 && foreign(word.lower) && !/[ïûñµμ]/.test(word.lower) && !isOrdinary(word.lexeme))
    return true;
  // "Vitaliks bil": no slip of the pen stands there.
  if (
    isBelonging(follows) &&
    word.key.endsWith('s') &&
    word.key.length >= 4 &&
    !isOrdinary(word.lexeme) &&
    !remedy(word.key) &&
    !otherProper(word.key)
  )
    return true;
  if (placed || bornBehind(text, word)) return isOdd(word, readingOfWord(word), false);
  // "guoqiang zhao"
  return (
    follows !== undefined &&
    !follows.capital &&
    readingOfWord(follows).last &&
    readingOfWord(follows).kind === 'sure' &&
    isOdd(word, readingOfWord(word), false)
  );
}
