import type { Finding } from './finding.ts';
import { unitAt } from './latin.ts';
import { callsPerson } from './nameCalled.ts';
import { adjacent, cueBefore, functionWord, isInstitution, joined, opens, spaced } from './nameContext.ts';
import { inDate, inFeasts, isSpan, ofCalendar } from './nameDates.ts';
import { initials, otherScripts, smallInitials, soleInitials } from './nameForms.ts';
import { echoes, inLists } from './nameLists.ts';
import { isElse, isPaired } from './nameNever.ts';
import { amongPlaces, isNamesake, isRoom } from './namePlaces.ts';
import { ageBehind, atWork, bornBehind, kinBehind, namesBehindAnd, reachedByWord } from './nameReached.ts';
import type { Reading } from './nameReading.ts';
import { isFirstName, isNamed, none, readingOfWord } from './nameReading.ts';
import { signed, signsOff } from './nameSigned.ts';
import { isSpelt, spacedOut } from './nameSpelt.ts';
import { spread, stretches } from './nameSpread.ts';
import { isUnknownName, secondName } from './nameUnknown.ts';
import { deeds, isBelonging, list, livingDeeds, roles, sayable, set } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';
import { isOrdinary } from './wordBook.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

/** What "per" stands before when it is the preposition. */
const perWhat =
  /^(?:dag|dygn|vecka|månad|år|kvartal|timme|termin|gång|person|hushåll|telefon|post|brev|mejl|mail|sms|fax|capita|omgående|automatik|styck|kommun|ärende|besök)$/;

const insideOf = list('i inom');

/** Three-letter names that are no word in lower case either. */
const shortNames = new Set('ali eva ida åsa pia ulf siv ann åke ove leo noa moa kim evy'.split(' '));

/** Person names: listed ones in any case with genitive, and unknown ones where a cue or the sentence gives them away. */
export function names(text: Normalised): Finding[] {
  const { words } = text;
  const readings: Reading[] = [];
  const opening: boolean[] = [];
  let singles = 0;
  let row = 0;
  let apart = false;
  let initial = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    readings.push(readingOfWord(word));
    opening.push(word.capital && opens(text, word, words[i - 1]));
    const single = word.end - word.start === 1;
    if (single) singles += 1;
    row = single ? row + 1 : isSpelt(text.text, word) ? 4 : 0;
    apart ||= row >= 4;
    initial ||= word.lexeme.initial;
  }
  const found: boolean[] = [];
  let any = false;
  for (let i = 0; i < words.length; i += 1) {
    const named = passes(words[i]!, readings[i]!)
      ? callsPerson(text, i) && isName(text, i, readings, opening)
      : isName(text, i, readings, opening);
    found.push(named);
    any ||= named;
  }
  if (inLists(text, readings, opening, found) || any) spread(text, readings, opening, found);
  if (text.holds(trace.at) || (text.holds(trace.linked) && text.holds(trace.slash)))
    echoes(text, readings, found);
  // "Café Karin", "Sankt Lukas": nobody's name in a list either.
  for (let i = found.indexOf(true, 1); i >= 0; i = found.indexOf(true, i + 1)) {
    if (isNamesake(words[i]!) && !words[i]!.lexeme.initial) found[i] = false;
    else if (
      isNamesake(words[i - 1]!) &&
      spaced(text, words[i - 1]!, words[i]!) &&
      cueBefore(text, i) !== 'title'
    )
      found[i] = false;
  }
  const findings = stretches(text, found);
  if (initial) findings.push(...initials(text, readings, opening, found));
  if (singles > 0) {
    findings.push(...smallInitials(text, readings));
    findings.push(...soleInitials(text));
  }
  if (apart) findings.push(...spacedOut(text));
  findings.push(...otherScripts(text));
  return findings;
}

/** Whether only a word of naming right before can make a word a name, as with most words. */
const passes = (word: Word, { kind }: Reading): boolean =>
  !word.capital && (kind === 'none' || (kind === 'odd' && isOrdinary(word.lexeme)));

function isName(
  text: Normalised,
  i: number,
  readings: readonly Reading[],
  opening: readonly boolean[],
): boolean {
  const word = text.words[i]!;
  const reading = readings[i]!;
  if (reading.kind === 'none' && !word.capital) return callsPerson(text, i);
  // ""Lillen" kallas han"
  if (
    word.capital &&
    quoted(text, word) &&
    /^.,? (?:(?:som (?:h[aoe]n|alla|de|man) )?kalla[rs](?: h[aoe]n|\W|$)|säger (?:de|alla|man|folk)(?!\p{L}))/u.test(
      text.lower.slice(word.end, word.end + 24),
    )
  )
    return true;
  if (inDate(text, i) || inFeasts(text, i) || isSpan(word)) return false;
  const before = text.words[i - 1];
  const after = text.words[i + 1];
  if (isPaired(word, before, after)) return false;
  const beside = after !== undefined && adjacent(text, word, after);
  const cue = cueBefore(text, i);
  const next = beside ? after : undefined;
  const follows = next?.lower ?? '';
  const nextKind = beside ? readings[i + 1]! : none;
  const previous = before !== undefined && adjacent(text, before, word) ? readings[i - 1]! : none;

  if (
    before !== undefined &&
    isNamesake(before) &&
    cue !== 'title' &&
    /^ "?$/.test(text.text.slice(before.end, word.start))
  )
    return false;
  if (before !== undefined && maySaint(before) && behindSaint(text, word)) return false;
  if (
    word.shouted &&
    word.key.length <= 3 &&
    (/^sign/.test(before?.lower ?? '') ||
      (before?.lower === 'av' && done.has(text.words[i - 2]?.lower ?? '')))
  )
    return true;
  if (
    cue === undefined &&
    (amongPlaces(text, i) || (word.capital && reading.kind !== 'none' && isRoom(text, i)))
  )
    return false;

  if (reading.kind === 'none' || reading.kind === 'odd')
    return isUnknownName(text, i, cue, opening[i]!, reading.kind === 'odd');

  // Abbreviations such as MIA or IDA are names only beside another name.
  if (
    word.shouted &&
    word.key.length <= 4 &&
    !(reading.kind === 'sure' && word.key.length === 4 && isIn(next, livingDeeds)) &&
    !(isNamed(nextKind) && after!.capital) &&
    !(isNamed(previous) && before!.capital)
  ) {
    return cue === 'title' && reading.kind === 'sure';
  }
  const thing = beside && isInstitution(after);
  const named = thing && !reading.genitive;
  const owned = reading.genitive && isBelonging(next);
  const inPlace =
    before !== undefined &&
    ((isIn(before, insideOf) && !/^ta(?:g|git)$/.test(text.words[i - 2]?.lower ?? '')) ||
      (before.lower === 'in' && reading.kind !== 'sure')) &&
    !(reading.genitive && !(reading.first && isFirstName(word.key) && !isBelonging(next))) &&
    text.text.slice(before.end, word.start) === ' ';
  const full =
    word.capital && after?.capital && beside && (nextKind.last || nextKind.first) && !opening[i + 1];

  if (reading.guess && opening[i] && cue === undefined) return false;
  if (isElse(text, i, reading, next, opening[i]!)) return false;
  if (reading.kind === 'sure') {
    if (word.capital)
      return (
        owned || full || cue !== undefined || !(named || (inPlace && !full) || (thing && !isBelonging(next)))
      );
    // In lower case a name of the list still stands out, unless it is a surname short enough to be a word.
    if (named || inPlace) return false;
    return reading.first
      ? word.key.length >= 4 || cue === 'title' || shortNames.has(word.key)
      : (word.key.length >= 5 && !isOrdinary(word.lexeme)) || previous.first;
  }
  if (!word.capital) {
    if (bornBehind(text, word)) return true;
    // "En tim gick åt"
    if (/^(?:en|ett|per|varje|halv)$/.test(before?.lower ?? '') && spaced(text, before!, word)) return false;
    if (reading.first && reachedByWord(text, i)) return true;
    // "dr hägg"
    if (
      cue === 'title' &&
      reading.last &&
      word.key.length >= 4 &&
      doctors.has(before!.lower) &&
      joined(text, before!, word)
    )
      return true;
    // "Ta stigs ärende"
    if (owned && reading.first && !notOwners.has(word.key)) return true;
    return (
      cue !== undefined &&
      reading.first &&
      sayable(word) &&
      !isIn(word, functionWord) &&
      !(before!.lower === 'hälsar' && isOrdinary(word.lexeme)) &&
      !(reading.genitive && isOrdinary(word.lexeme)) &&
      !(cue === 'role' && ((isIn(next, deeds) && word.key.length < 4) || roles.has(word.key))) &&
      (cue === 'title' || roles.has(before!.lower))
    );
  }
  if (word.key === 'per' && perWhat.test(follows)) return false;
  // "Liv har hon inget": what is had, said first.
  if (
    opening[i] &&
    isIn(next, deeds) &&
    subjects.has(text.words[i + (follows === 'själv' ? 3 : 2)]?.lower ?? '') &&
    !isIn(next, livingDeeds)
  )
    return false;
  const initial =
    before !== undefined && /^(?![IÅÖ]$)\p{Lu}$/u.test(before.text) && joined(text, before, word);
  if (cue !== undefined || full || initial || (previous.first && before!.capital && previous.kind === 'sure'))
    return true;
  // "Hans intyg" speaks of his certificate; only what a man does makes it his name.
  if (owned && word.key !== 'hans') return true;
  if (word.key === 'alla' && opening[i]) return false;
  if (isIn(next, livingDeeds)) return true;
  if (ageBehind(text, word) || kinBehind(text, word)) return true;
  if (ofCalendar(text, i)) return false;
  if (reading.first && signsOff(text, i)) return true;
  if (reading.kind === 'thing') return false;
  if (named || inPlace) return false;
  if (/^(?:alla|mina|dina|sina|ana|inga|ingen|ska|visa)$/.test(word.key) && opening[i]) return false;
  if (opening[i])
    return (
      atWork(text, i) ||
      signed(text, i, reading) ||
      (reading.first && reading.kind === 'word' && secondName(text, i)) ||
      isIn(next, deeds) ||
      (reading.first && namesBehindAnd(text, i, readings))
    );
  if (word.key === 'hans' && isBelonging(next)) return false;
  return !thing;
}

/** Titles behind which a surname stands and nothing else. */
const doctors = set('dr doktor doktorn hr herr fru fröken professor mr mrs ms');
const notOwners = set('finns hans alls mans dags livs bos allas mins inges vars');
/** Who acts where something else opened the sentence. */
const subjects = set('jag han hon hen vi ni du de dom man klienten patienten');
/** What is done by whoever signs with two or three letters. */
const done = set(
  'utlämnat utlämnad mottaget mottagen upprättat upprättad registrerat antecknat noterat inlagt attesterat attesterad signerat signerad skrivet fört lämnat undertecknat',
);

/** Whether a quotation ends right behind a word. */
const quoted = (text: Normalised, { end }: Word): boolean => {
  const code = unitAt(text.text, end);
  return code === 0x22 || code === 0x27;
};

const maySaint = ({ lower, end, start }: Word): boolean =>
  end - start <= 2 ? /[ats]$/.test(lower) : lower.endsWith('sankt') || lower.endsWith('sankta');
const behindSaint = (text: Normalised, word: Word): boolean =>
  /(?:s:ta?|s:t|m\/s|sankta?) ?$/u.test(text.lower.slice(Math.max(0, word.start - 7), word.start));
