import type { Finding } from './finding.ts';
import { adjacent, cueBefore, functionWord, joined, open, opens } from './nameContext.ts';
import { initials, otherScripts, spacedOut } from './nameForms.ts';
import type { Reading } from './nameReading.ts';
import { none, read } from './nameReading.ts';
import { spread, stretches } from './nameSpread.ts';
import { belongings, deeds, institutions, kin, livingDeeds, namesakes, roles, sayable } from './nameWords.ts';
import type { Normalised } from './normalise.ts';

/** What "per" stands before when it is the preposition. */
const perWhat =
  /^(?:dag|dygn|vecka|månad|år|kvartal|timme|termin|gång|person|hushåll|telefon|post|brev|mejl|mail|sms|fax|capita|omgående|automatik|styck|kommun|ärende|besök)$/;

/** Three-letter names that are no word in lower case either. */
const shortNames = new Set('ali eva ida åsa pia mia ulf siv ann åke ove leo noa moa kim evy'.split(' '));

/** Person names: listed ones in any case with genitive, and unknown ones where a cue or the sentence gives them away. */
export function names(text: Normalised): Finding[] {
  const { words } = text;
  const readings = words.map(read);
  const opening = words.map((word, i) => opens(text, word, words[i - 1]));
  const found = words.map((_, i) => isName(text, i, readings, opening));
  spread(text, readings, opening, found);
  return [
    ...stretches(text, found),
    ...initials(text, readings, opening, found),
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
  if (/(?:s:ta?|s:t|m\/s|sankta?) ?$/u.test(text.lower.slice(Math.max(0, word.start - 7), word.start)))
    return false;

  if (reading.kind === 'none') return isUnknownName(text, i, cue, opening[i]!);

  // Abbreviations such as MIA or IDA are names only beside another name.
  if (
    word.shouted &&
    word.key.length <= 4 &&
    !(nextKind.kind !== 'none' && after!.capital) &&
    !(previous.kind !== 'none' && before!.capital)
  ) {
    return cue === 'title' && reading.kind === 'sure';
  }
  const named = institutions.test(follows) && !reading.genitive;
  const owned = reading.genitive && beside && belongings.test(follows);
  const inPlace =
    before !== undefined &&
    (/^(?:i|inom|runt|kring)$/.test(before.lower) || (before.lower === 'in' && reading.kind !== 'sure')) &&
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
        !(named || (inPlace && !full) || (institutions.test(follows) && !belongings.test(follows)))
      );
    // In lower case a name of the list still stands out, unless it is a surname short enough to be a word.
    if (named || inPlace) return false;
    return reading.first
      ? word.key.length >= 4 || shortNames.has(word.key)
      : word.key.length >= 6 || previous.first;
  }
  if (!word.capital) {
    const act = beside && deeds.has(follows);
    const englishGivenName = /^(?:grace|faith|hope|joy|mercy|ruby|hazel|heather|ivy|robin|molly|sally)$/.test(
      word.key,
    );
    return (
      (englishGivenName && act) ||
      (cue !== undefined &&
        reading.first &&
        sayable(word) &&
        !(cue === 'role' && act && word.key.length < 4) &&
        (cue === 'title' || roles.has(before!.lower)))
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
  if (reading.kind === 'thing') return false;
  if (named || inPlace) return false;
  if (opening[i]) return signed(text, i, reading) || (beside && deeds.has(follows));
  if (word.key === 'hans' && belongings.test(follows)) return false;
  return !institutions.test(follows);
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

/** A name that no list holds: behind a cue, as a pair of capitalised words, or by what only people have or do. */
function isUnknownName(
  text: Normalised,
  i: number,
  cue: 'title' | 'role' | undefined,
  opening: boolean,
): boolean {
  const word = text.words[i]!;
  const after = text.words[i + 1];
  const beside = after !== undefined && adjacent(text, word, after);
  if (!open(word)) return cue === 'title' && !word.capital && callsPerson(text, i);
  if (functionWord.test(word.lower)) return false;
  if (cue === 'title') return true;
  if (cue === 'role') {
    const gap = text.text.slice(text.words[i - 1]!.end, word.start);
    return !/\n|: ?$|\. /.test(gap);
  }
  if (
    beside &&
    kin.test(after.lower) &&
    /s$/.test(word.lower) &&
    !/(?:en|et|an|ar|na|or|er)s$/.test(word.lower)
  )
    return true;
  if (opening || /^(?:heter|hette|kallas|kallad|called|named)$/.test(text.words[i - 1]?.lower ?? ''))
    return false;
  if (beside && livingDeeds.has(after.lower)) return true;
  return (
    beside &&
    open(after) &&
    !functionWord.test(after.lower) &&
    !/ab|hb/.test(text.words[i + 2]?.text === 'AB' ? 'ab' : '') &&
    /^ $/.test(text.text.slice(word.end, after.start))
  );
}

/** "Hon heter jadwiga": a lower-case word behind "heter" when a person is spoken of. */
function callsPerson(text: Normalised, i: number): boolean {
  const word = text.words[i]!;
  const verb = text.words[i - 1]!;
  const subject = text.words[i - 2]?.lower ?? '';
  if (!/^(?:heter|hette|kallas)$/.test(verb.lower) || text.text.slice(verb.end, word.start) !== ' ')
    return false;
  if (!/^(?:han|hon|hen)$/.test(subject) && !(roles.has(subject) && subject !== 'boendestödet')) return false;
  return (
    word.key.length >= 3 &&
    !/^(?:ju|inte|något|någon|nu|det|den|samma|likadant|egentligen|som|också|förmodligen|nog|annorlunda|till|per|för|in|ned|upp|snart|ofta|alltid|ibland|av|vad|hur|sedan|numera|tidigare|visst|tydligen|bara|mest)$/.test(
      word.lower,
    )
  );
}
