import type { Finding } from './finding.ts';
import { cueBefore, functionWord, open } from './nameContext.ts';
import type { Reading } from './nameReading.ts';
import { isFirstName } from './nameReading.ts';
import { isOdd } from './nameUnknown.ts';
import { deeds, roles, shortRoles } from './nameWords.ts';
import type { Normalised } from './normalise.ts';
import { isFigure } from './traces.ts';
import { isOrdinary } from './wordBook.ts';
import type { Word } from './words.ts';
import { isIn } from './words.ts';

const lettered =
  /^(?:hepatit|vitamin|plan|kurs|pärm|grupp|del|nivå|typ|steg|alternativ|bilaga|influensa|faktor|diabetes|punkt|spår|block|hus|sal|klass|bipolär|avsnitt|korridor|trappa|uppgång|port|ingång|hiss|dörr|trapphus|entré|våning|gate|sfi|fas|kolumn|rad|bokstav|initial|person|klient|fråga|svar)$/u;

const concerning = /^(?:gäller|gällande|avser|rör|angående|ang|ref|heter|träffade|ringde|kontakta|ring)$/;
/** Whether a word stands behind one that speaks of a person. */
const spokenOf = (text: Normalised, i: number): boolean =>
  cueBefore(text, i) !== undefined || concerning.test(text.words[i - 1]?.lower ?? '');

/** "Handl. A Nordh": behind the short form of a role. */
const isShortRole = (text: Normalised, i: number): boolean =>
  i > 0 &&
  shortRoles.has(text.words[i - 1]!.lower) &&
  /^\.? $/.test(text.text.slice(text.words[i - 1]!.end, text.words[i]!.start));

/** Whether a word says what somebody is: "Pia W leg psykolog". */
const isWhat = (word: Word | undefined): boolean =>
  word !== undefined &&
  !word.capital &&
  (roles.has(word.lower) || shortRoles.has(word.lower) || word.lower === 'leg');

/** Names with an initial: "B. Ström", "K Sjögren", "Pornthip S.", "P-O" and the like. */
export function initials(
  text: Normalised,
  readings: readonly Reading[],
  opening: readonly boolean[],
  found: readonly boolean[],
): Finding[] {
  const findings: Finding[] = [];
  const { words } = text;
  const add = (start: number, end: number): void => {
    findings.push({ type: 'person', start, end });
  };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word.lexeme.initial) {
      const after = words[i + 1];
      const before = words[i - 1];
      // The end of a code is no initial, nor its beginning: "M17.1".
      if (isFigure(text.text.charCodeAt(word.end))) continue;
      if (
        /[\d.]/.test(text.text.charAt(word.start - 1)) &&
        /\d/.test(text.text.slice(Math.max(0, word.start - 3), word.start))
      )
        continue;
      const dotted = text.text.charAt(word.end) === '.';
      // "I Mora", "Å andra sidan" are words.
      if (!dotted && /^[IÅÖ]$/.test(word.text)) {
        if (
          found[i - 1] &&
          /^(?:[,)\n]|$)/.test(text.text.slice(word.end)) &&
          text.text.charAt(word.start - 1) === ' '
        )
          add(before!.start, word.end);
        continue;
      }
      if (
        after?.capital &&
        (!after.shouted || (after.key.length >= 6 && !isOrdinary(after.lexeme))) &&
        /^(?:\. ?| )$/.test(text.text.slice(word.end, after.start))
      ) {
        const listedName =
          after.shouted ||
          cueBefore(text, i) === 'role' ||
          isShortRole(text, i) ||
          readings[i + 1]!.last ||
          readings[i + 1]!.kind === 'sure' ||
          found[i + 1] ||
          // "J-O Wikner"
          (word.text.length === 3 && open(after) && !isOrdinary(after.lexeme));
        if (
          listedName ||
          ((open(after) || /ska$/.test(after.key)) &&
            (dotted || cueBefore(text, i) !== undefined) &&
            !(before !== undefined && lettered.test(before.lower)))
        ) {
          add(word.start, after.end);
          continue;
        }
      }
      const cue = cueBefore(text, i);
      const double = word.text.length === 3;
      if (
        double &&
        word.text !== 'A-Ö' &&
        (cue !== undefined ||
          /^ (?:från|på|hos) (?:af|fk|hv|vc|hr|psyk|finsam|soc|arbets|försäk|kontoret|jobbet|kommun|region|vården|skolan|boendet|enheten)/.test(
            text.lower.slice(word.end, word.end + 16),
          ) ||
          (opening[i] &&
            (isIn(after, deeds) ||
              /^ \((?:bitr|chef|handl|enhet|sekr|soc|läk|ssk)/.test(
                text.lower.slice(word.end, word.end + 12),
              ))) ||
          /^(?:med|av|till|från|hos|och|enligt|säger|som|träffade|träffat|mötte|frågade|fråga|ringde|ring|kontakta|mejla|mejlade)$/.test(
            before?.lower ?? '',
          )) &&
        !/^[-\d]/.test(text.text.slice(word.end))
      ) {
        add(word.start, word.end);
      } else if (
        !double &&
        before !== undefined &&
        before.capital &&
        !before.shouted &&
        /^ $/.test(text.text.slice(before.end, word.start)) &&
        !lettered.test(before.lower)
      ) {
        const rest = text.text.slice(word.end, word.end + 3);
        if (
          found[i - 1] ||
          ((readings[i - 1]!.first || isOdd(before, readings[i - 1]!, true)) &&
            (isIn(after, deeds) || isWhat(after) || text.text.startsWith(':s ', word.end))) ||
          (open(before) &&
            !opening[i - 1] &&
            !isIn(before, functionWord) &&
            /^(?:[,.)\n]|$)/.test(rest) &&
            spokenOf(text, i - 1)) ||
          (dotted &&
            /^\.(?: \p{Ll}|,)/u.test(rest) &&
            open(before) &&
            !isIn(before, functionWord) &&
            !(opening[i - 1] && !isFirstName(before.key) && before.key.length < 5))
        ) {
          add(before.start, word.end + (dotted ? 1 : 0));
        }
      }
    }
  }
  return findings;
}

/** What shortens a word rather than a name when a common word stands behind. */
const abbreviating = /^[sopdvmfnåeuigr]$/;
const signing =
  /^(?:av|att|dr|doktor|signerat|signerad|sign|enl|enligt|undertecknat|ring|ringde|kontakta|mejla|fråga|säger|skrev|skriver)$/;

/** "a. nowak": a small initial before a listed surname; before one that is also a word only where a person is spoken of. */
export function smallInitials(text: Normalised, readings: readonly Reading[]): Finding[] {
  const findings: Finding[] = [];
  const { words } = text;
  for (let i = 0; i + 1 < words.length; i += 1) {
    const word = words[i]!;
    if (word.end - word.start !== 1 || word.capital || text.text.charAt(word.end) !== '.') continue;
    const after = words[i + 1]!;
    const reading = readings[i + 1]!;
    const second = i > 0 && /^[a-zåäö]\. ?$/.test(text.text.slice(words[i - 1]!.start, word.start));
    const led = i > 0 && /^(?:till|från|hos|åt|av)$/.test(words[i - 1]!.lower);
    const odd = (second || led) && isOdd(after, reading, false);
    if (after.end - after.start < 2 || !(odd || reading.last || reading.kind === 'sure')) continue;
    const gap = text.text.slice(word.end, after.start);
    if (gap !== '. ' && gap !== '.') continue;
    // "240 m. Vad"
    if (/\d ?$/.test(text.text.slice(Math.max(0, word.start - 2), word.start))) continue;
    // "bl. a.", "f. n.": the second half of something shortened.
    const before = words[i - 1];
    const behind = before === undefined ? '' : text.text.slice(before.end, word.start);
    if (!odd && /^\. ?$/.test(behind) && before!.end - before!.start <= 2 && before!.lower !== 'dr') continue;
    if (!odd && reading.kind !== 'sure') {
      const told = cueBefore(text, i) !== undefined || signing.test(before?.lower ?? '');
      if (!reading.last || !told || behind.length > 2) continue;
    } else if (!after.capital && abbreviating.test(word.lower) && after.key.length < 5) continue;
    findings.push({ type: 'person', start: odd ? words[i - 1]!.start : word.start, end: after.end });
  }
  return findings;
}

const shortForms =
  /^(?:f\.?d|s\.?k|p\.?g|b\.?l|t\.?ex|o\.?s|e\.?kr|u\.?s|u\.?k|e\.?u|e\.?m|f\.?m|f\.?n|n\.?n|m\.?m|m\.?fl|a\.?a|d\.?v|f\.?k|a\.?f|v\.?c|j\.?o|p\.?s|o\.?b|c\.?v|i\.?v|p\.?m|a\.?m|i\.?e|e\.?g|s\.?o|t\.?v|u\.?a|i\.?d)\.?$/;

/** Two or three initials with full stops and no name behind: "S.A. vill ha möte". */
export function soleInitials(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  if (
    !text.words.some(
      ({ start, end, capital }) => capital && end - start === 1 && text.text.charAt(end) === '.',
    )
  )
    return findings;
  for (const match of text.text.matchAll(
    /(?<![\p{L}\p{N}.])\p{Lu}\. ?\p{Lu}\.(?: ?\p{Lu}\.)?(?![\p{L}\p{N}])/gu,
  )) {
    const clock = /^[AP]\. ?M\.$/.test(match[0]) && !/\d ?$/.test(text.text.slice(0, match.index));
    if (clock || !shortForms.test(match[0].toLowerCase().replaceAll(' ', '')))
      findings.push({ type: 'person', start: match.index, end: match.index + match[0].length });
  }
  return findings;
}

/** Words in a script the lists cannot read: better asked about than passed. */
export function otherScripts(text: Normalised): Finding[] {
  if (text.real === text.text || !/[\u0530-\u1fff\u2e80-\uffef]/.test(text.real)) return [];
  const scripts =
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Ethiopic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bengali}\p{Script=Tamil}]+/gu;
  return [...text.real.matchAll(scripts)].map((match) => ({
    type: 'person',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
