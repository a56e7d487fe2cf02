import type { Finding } from './finding.ts';
import { adjacent, cueBefore, joined, opens } from './nameContext.ts';
import { inDate, ofCalendar } from './nameDates.ts';
import { initials, otherScripts, smallInitials, soleInitials, spacedOut } from './nameForms.ts';
import { inLists } from './nameLists.ts';
import type { Reading } from './nameReading.ts';
import { isNamed, none, readingOfWord } from './nameReading.ts';
import { signsOff } from './nameSigned.ts';
import { spread, stretches } from './nameSpread.ts';
import { callsPerson, isUnknownName, reachedByWord } from './nameUnknown.ts';
import { belongings, deeds, institutions, livingDeeds, namesakes, roles, sayable } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import type { Word } from './words.ts';

/** What "per" stands before when it is the preposition. */
const perWhat =
  /^(?:dag|dygn|vecka|månad|år|kvartal|timme|termin|gång|person|hushåll|telefon|post|brev|mejl|mail|sms|fax|capita|omgående|automatik|styck|kommun|ärende|besök)$/;

const insideOf = new Set(['i', 'inom', 'runt', 'kring']);

/** Three-letter names that are no word in lower case either. */
const shortNames = new Set('ali eva ida åsa pia ulf siv ann åke ove leo noa moa kim evy'.split(' '));

/** Person names: listed ones in any case with genitive, and unknown ones where a cue or the sentence gives them away. */
export function names(text: Normalised): Finding[] {
  const { words } = text;
  const readings = words.map(readingOfWord);
  const opening = words.map((word, i) => word.capital && opens(text, word, words[i - 1]));
  const found = words.map((_, i) => isName(text, i, readings, opening));
  const listed = inLists(text, readings, opening, found);
  if (listed || found.includes(true)) spread(text, readings, opening, found);
  return [
    ...stretches(text, found),
    ...initials(text, readings, opening, found),
    ...smallInitials(text, readings),
    ...soleInitials(text),
    ...spacedOut(text),
    ...otherScripts(text),
  ];
}

function isName(
  text: Normalised,
  i: number,
  readings: readonly Reading[],
  opening: readonly boolean[],
): boolean {
  const word = text.words[i]!;
  const reading = readings[i]!;
  if (reading.kind === 'none' && !word.capital) return callsPerson(text, i);
  if (inDate(text, i)) return false;
  const before = text.words[i - 1];
  const after = text.words[i + 1];
  const beside = after !== undefined && adjacent(text, word, after);
  const cue = cueBefore(text, i);
  const follows = beside ? after.lower : '';
  const nextKind = beside ? readings[i + 1]! : none;
  const previous = before !== undefined && adjacent(text, before, word) ? readings[i - 1]! : none;

  if (
    before !== undefined &&
    namesakes.has(before.lower) &&
    cue !== 'title' &&
    text.text.slice(before.end, word.start) === ' '
  )
    return false;
  if (before !== undefined && maySaint(before) && behindSaint(text, word)) return false;

  if (reading.kind === 'none' || reading.kind === 'odd')
    return isUnknownName(text, i, cue, opening[i]!, reading.kind === 'odd');

  // Abbreviations such as MIA or IDA are names only beside another name.
  if (
    word.shouted &&
    word.key.length <= 4 &&
    !(isNamed(nextKind) && after!.capital) &&
    !(isNamed(previous) && before!.capital)
  ) {
    return cue === 'title' && reading.kind === 'sure';
  }
  const named = institutions.test(follows) && !reading.genitive;
  const owned = reading.genitive && beside && belongings.has(follows);
  const inPlace =
    before !== undefined &&
    (insideOf.has(before.lower) || (before.lower === 'in' && reading.kind !== 'sure')) &&
    !reading.genitive &&
    text.text.slice(before.end, word.start) === ' ';
  const full =
    word.capital && after?.capital && beside && (nextKind.last || nextKind.first) && !opening[i + 1];

  if (reading.guess && opening[i] && cue === undefined) return false;
  if (reading.kind === 'sure') {
    if (word.capital)
      return (
        owned ||
        full ||
        cue !== undefined ||
        !(named || (inPlace && !full) || (institutions.test(follows) && !belongings.has(follows)))
      );
    // In lower case a name of the list still stands out, unless it is a surname short enough to be a word.
    if (named || inPlace) return false;
    return reading.first
      ? word.key.length >= 4 || shortNames.has(word.key)
      : word.key.length >= 6 || previous.first;
  }
  if (!word.capital) {
    if (reading.first && reachedByWord(text, i)) return true;
    return (
      cue !== undefined &&
      reading.first &&
      sayable(word) &&
      !(cue === 'role' && beside && deeds.has(follows) && word.key.length < 4) &&
      (cue === 'title' || roles.has(before!.lower))
    );
  }
  if (word.key === 'per' && perWhat.test(follows)) return false;
  const initial =
    before !== undefined && /^(?![IÅÖ]$)\p{Lu}$/u.test(before.text) && joined(text, before, word);
  if (cue !== undefined || full || initial || (previous.first && before!.capital && previous.kind === 'sure'))
    return true;
  // "Hans intyg" speaks of his certificate; only what a man does makes it his name.
  if (owned && word.key !== 'hans') return true;
  if (beside && livingDeeds.has(follows)) return true;
  if (ageBehind(text, word)) return true;
  if (ofCalendar(text, i)) return false;
  if (reading.first && signsOff(text, i)) return true;
  if (reading.kind === 'thing') return false;
  if (named || inPlace) return false;
  if (opening[i])
    return (
      signed(text, i, reading) ||
      (beside && deeds.has(follows)) ||
      (reading.first && namesBehindAnd(text, i, readings))
    );
  if (word.key === 'hans' && belongings.has(follows)) return false;
  return !institutions.test(follows);
}

const maySaint = ({ lower, end, start }: Word): boolean =>
  end - start <= 2 ? /[ats]$/.test(lower) : lower.endsWith('sankt') || lower.endsWith('sankta');
const behindSaint = (text: Normalised, word: Word): boolean =>
  /(?:s:ta?|s:t|m\/s|sankta?) ?$/u.test(text.lower.slice(Math.max(0, word.start - 7), word.start));

/** ", 8 år", ", född 1984": what is said of people only. */
function ageBehind(text: Normalised, word: Word): boolean {
  return /^,? ?\(?(?:född|f\.|\d{1,2} ?(?:år|bast|mån)|\d{1,2}-årig)/.test(
    text.lower.slice(word.end, word.end + 12),
  );
}

/** "Luz och Washington": another listed first name with a capital, joined by and. */
function namesBehindAnd(text: Normalised, i: number, readings: readonly Reading[]): boolean {
  const other = text.words[i + 2];
  if (other === undefined || !other.capital || !readings[i + 2]!.first) return false;
  return /^ (?:o|och|samt|&|and|el|eller) $/.test(text.lower.slice(text.words[i]!.end, other.start));
}

/** A first name alone behind a colon, slash or dash: how people sign. */
function signed(text: Normalised, i: number, reading: Reading): boolean {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  if (before === undefined || !reading.first || !sayable(word)) return false;
  return (
    /[:/\n-] ?$/.test(text.text.slice(before.end, word.start)) &&
    /^(?:[.!]?\s*$|[.!] |\n)/.test(text.text.slice(word.end, word.end + 3))
  );
}
