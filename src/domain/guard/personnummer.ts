import { isDay } from './dates.ts';
import type { Finding } from './finding.ts';
import { halvesOf, nearby } from './halves.ts';
import { matches } from './matches.ts';
import { luhn } from './neutral.ts';
import type { Normalised } from './normalise.ts';
import type { Run, Window } from './runs.ts';
import { windowsOf } from './runs.ts';
import { trace } from './traces.ts';

const cue =
  /(?:pnr|p-nr|pers\.? ?nr|personnr|personnummer|personnumret|person- ?(?:nr|nummer)|samordningsnr|samordningsnummer|samordningsnumret|sam\.?nr|reservnummer|reservnr|id-?nummer|id-?nr|identitetsnummer|identity number|personal number|ssn)/;

/** A part of every cue. */
const cueHint = /nr|num|ssn/;

/** The number that two figures make. */
const pair = (figures: string, at: number): number =>
  (figures.charCodeAt(at) - 48) * 10 + figures.charCodeAt(at + 1) - 48;

/** Month and day of the ten last figures; a coordination number's day is 60 more. */
function dateOf(figures: string): 'date' | 'coordination' | undefined {
  const month = pair(figures, figures.length - 8);
  const day = pair(figures, figures.length - 6);
  if (isDay(month, day)) return 'date';
  // The test series holds coordination numbers with day 60 and with month 00.
  if (day >= 60 && day <= 91 && (isDay(month, day - 60) || day === 60 || month === 0)) return 'coordination';
  return undefined;
}

/** The separator that stands right before the last four figures, '' when they are written together with the date. */
function joint(window: Window): string | undefined {
  let left = 4;
  for (let i = window.groups.length - 1; i >= 0; i -= 1) {
    left -= window.groups[i]!.figures.length;
    if (left === 0) return window.gaps[i - 1];
    if (left < 0) return '';
  }
  return undefined;
}

/** How many figures each group has. */
const sizes = ({ groups }: Window): string => groups.map(({ figures }) => figures.length).join('');

/** A clock time, a year or a date behind the date, rather than four last figures. */
function isMoment(window: Window, after: string): boolean {
  // "2019-04-15–08-31": to a day of the same year.
  if (sizes(window) === '42222' && window.figures.length === 12) {
    if (
      isDay(pair(window.figures, 8), pair(window.figures, 10)) &&
      window.gaps.every((gap) => gap.trim() === '-' || gap.trim() === '.')
    )
      return true;
  }
  const last = window.groups.at(-1)!;
  const before = window.groups.at(-2);
  const gap = window.gaps.at(-1) ?? '';
  if (last.figures.length === 2 && before?.figures.length === 2 && /^[.:]$/.test(gap)) {
    if (Number(before.figures) < 24 && Number(last.figures) < 60) return true;
  }
  if (last.figures.length === 4 && /^(?:19|20)/.test(last.figures) && /^[-./ ]\d{1,2}[-./ ]\d/.test(after))
    return true;
  return /^ ?(?:-|till) ?\d{1,2}[.:]\d\d(?!\d)/.test(after) && Number(last.figures) < 60;
}

/** "9825 (781215)": the four last figures before the date. */
function isTurned({ groups, gaps }: Run): boolean {
  const [four, date] = [groups[0]!.figures, groups[1]?.figures ?? ''];
  if (groups.length !== 2 || four.length !== 4 || !/^(?:18|19|20)?\d{6}$/.test(date)) return false;
  const ten = date.slice(-6) + four;
  return /[(/,-]/.test(gaps[0]!) && !/^(?:19|20)/.test(four) && dateOf(ten) !== undefined && luhn(ten);
}

function isNumber(window: Window, text: Normalised, cues: boolean): boolean {
  const { figures, gaps } = window;
  const before = text.lower.slice(Math.max(0, window.start - 40), window.start);
  const after = text.lower.slice(window.end, window.end + 14);
  if (figures.length === 12 && !/^(?:18|19|20)/.test(figures)) {
    // Stockholm's reserve numbers: 99, the year, five figures and a check figure, written together.
    if (!/^99(?:19|20)\d\d/.test(figures)) return false;
    return window.groups.length === 1 || (window.whole && isDay(pair(figures, 6), pair(figures, 8)));
  }
  if (figures.length === 11 || isMoment(window, after)) return false;
  // The month and day of a date that is followed by a time.
  if (/(?:19|20)\d\d-$/.test(before) && window.groups[0]!.figures.length === 2) return false;
  const ten = figures.slice(-10);
  const date = dateOf(ten);
  const cued = cues && cue.test(before.slice(-40));
  const at = joint(window);
  // "1/9-12/10, 13/10-30/11": from day to day.
  if (
    !cued &&
    gaps.filter((gap) => gap.trim() === '/').length > 1 &&
    window.groups.every((group) => group.figures.length < 3)
  )
    return false;
  // "19780152-9933": a day that never was.
  if (figures.length === 12 && sizes(window) === '84' && gaps[0] === '-') return true;
  if (date === undefined) return cued && at !== '' && window.whole;
  // Telephone numbers of the 07 series read as coordination numbers of January 2007.
  if (
    date === 'coordination' &&
    /^07[02369]/.test(figures) &&
    (at === '' || at === ' ') &&
    !(cues && cue.test(before.slice(-20)))
  )
    return false;
  // A group of three that begins with nought is an area code.
  if (!cued && window.groups.length > 1 && /^0\d\d$/.test(window.groups[0]!.figures)) return false;
  // In the middle of a longer run, and across groups, only a grouping that people use counts.
  if (at === '' && window.groups.length > 1 && !(window.whole && gaps.every((gap) => gap === gaps[0])))
    return false;
  const lists = gaps.some((gap) => gap.includes(',') || gap.includes(':'));
  if (luhn(ten)) return !lists || (window.whole && at !== '') || cued;
  if (lists) return false;
  if (window.groups.length === 1) return true;
  if (at === undefined || at === '') return cued;
  if (/[-+/_]/.test(at) || cued) return window.whole || at.length <= 3;
  // "910130 9948", a figure of it wrong.
  if (
    figures.length === 10 &&
    window.whole &&
    at === ' ' &&
    window.groups.length === 2 &&
    !/^(?:19|20|(?:[01]\d|2[0-3])[0-5]\d$)/.test(window.groups[1]!.figures)
  )
    return !/^ ?(?:kr|kronor|sek|%|procent|st|timmar|och|till|-)/i.test(after);
  // "7506 16 99 52", a figure of it wrong: nothing else is grouped so.
  if (figures.length === 10 && window.whole && /^(?:4222|2224)$/.test(sizes(window)))
    return !figures.startsWith('0') && gaps.every((gap) => gap === gaps[0]);
  return figures.length === 12 && window.whole && !/^ ?(?:kr|kronor|%|procent|st|timmar)/i.test(after);
}

const spaced = '[ .,_-]{0,3}';
const fourLast = new RegExp(
  `(?:sista (?:fyra|4)(?: siffrorna| siffror)?|(?:fyra|4) sista(?: siffrorna| siffror)?|sista siffrorna|sista siffror|last (?:four|4)(?: digits)?|kontrollsiffror(?:na)?|slutsiffror(?:na)?|slutet(?=[,:] ?\\d{4}(?!\\d))|(?:de|dom) sista (?:är|var|heter|lyder)|slutet (?:av|på) (?:sitt |hennes |hans |hens )?(?:num(?:ret|mer)|pnr|personnum(?:ret|mer)))[^\\d\\n.?!]{0,25}\\.{0,3}(\\d${spaced}\\d${spaced}\\d${spaced}\\d)(?!\\d)`,
  'gu',
);
// The date hidden, the four last figures not.
const unhidden =
  /(?<![\p{L}\p{N}])(?:(?:18|19|20)?\d{2,5})?[x*._]{2,12} ?[-+] ?(?!(?:19|20)\d\d)\d{4}(?![\d-])/gu;
// The check figure left out.
const unended =
  /(?<![\p{L}\d/.-])(?:18|19|20)?\d{6}(?:-\d{3}| ?- ?\d{2}[*x_?]{1,2})(?![\p{L}\d/-]|[.,]\d| ?(?:kr|%))/gu;
// "Han med 9956 på slutet", "det är hon som har 9875 sist", and a date that only stands for one.
/** "Född 7 maj -82 och slutar på 98 02", "hennes slutar på 9944". */
const endsOn =
  /(?<!\p{L})(?:f[öo]dd?[ae]?|hennes|hans|hens|(?:den|hon|han|numret) som)(?!\p{L})[^\n.?!]{0,50}? slutar på[ :-]{1,3}((?!(?:19|20)\d\d)\d\d ?\d\d)(?!\d| ?(?:kr|kronor|%))/gu;
const trailing =
  /(?<=(?:med|har|är|slutar|heter|nr) )(?!(?:19|20)\d\d)\d\d ?\d\d(?= (?:(?:på|i) slutet|sist)(?!\p{L}| av))|(?<!(?:ta|tar|tog|tagit) )(?<=slut på )(?!(?:19|20)\d\d)\d{4}(?!\d| ?(?:kr|kronor))|(?<![\d-])(?!(?:19|20)\d\d)\d\d ?\d\d(?= (?:som|är|var|blir) (?:(?:sina|hennes|hans|hens|mina|de|dom) )?(?:fyra sista|sista fyra|sista siffror))|(?<![\d.,:-]|(?:fk|nr|kl|sfs) )(?!(?:19|20)\d\d)\d{4}(?![\d-]|[.,:]\d| ?(?:kr|kronor|sek|%|timmar))(?=[^.?!\n\d]{1,80}(?:fyra sista|sista fyra))|(?<!\p{L})(?:åå|yy){1,2}mmdd ?[-+]? ?\d{4}(?!\d)/gu;
// Numbers of other countries, behind what they are called there.
/** Begun only: the date and two figures more, where a number is spoken of. */
const begun =
  /(?:num(?:mer|ret)|pnr|b[öo]rjar|personn(?:r|um\p{L}*))[^.?!\n\d]{0,24}((?:18|19|20)?\d{6}-\d{2})(?![\d-])/gu;
const calledAbroad = /pesel|cpr|dselsn|hetu|henkil|fi-num|bsn|cnp|nino/;
const abroad =
  /(?<!\p{L})(?:pesel|cpr|f[øöo]dselsn\p{L}*|hetu|henkilötunnus\p{L}*|fi-nummer|bsn|cnp|nino)(?!\p{L})[^\d\n?!]{0,25}(\d{6}[-+a]?\d{3}[\da-z]|\d{6} ?\d{5}|\d{9,13})(?![\p{L}\d])/gu;
/** A part of all that is said of how a number ends. */
const hintsEnd = /slut|sist|mmdd/;
/** "Född 750603 och sen 9915". */
const joined =
  /(?<![a-zåäö])f[öo]d(?:d?[ae]?|elsetid|elsedatum|elsenummer) ((?:19|20)?\d{6})(?:,? (?:och|o|plus|sen|sedan|så|de|sista|fyra|är)){1,4},? (\d\d ?\d\d)(?![\d-]| ?(?:kr|kronor|%))/gu;
/** Said to be written in parts. */
const dividing = /(?:delar|delat|dela|delade) upp|två (?:delar|meddelanden|trådar)|i nästa|resten kommer/u;
/** Written backwards, and saying so. */
const backwards = /bakl[äa]nges|bakv[äa]nt|spegelv[äa]n|backwards|omv[äa]nd ordning/u;
const ending = new RegExp(
  `(?:pnr|personnr|personnummer|personnumret|samordningsnummer|samordningsnumret|num(?:ret|mer)|number|klient\\p{L}*|person\\p{L}*|pat(?:ient\\p{L}*)?|den (?:ena|andra|f[öo]rsta|sista))[^\\d\\n]{0,30}(?:slutar|ends|ending|avslutas)(?: på| med| in| with| är)?[^\\d\\n]{0,6}(?!(?:19|20)\\d\\d(?!\\d))(\\d${spaced}\\d${spaced}\\d${spaced}\\d)(?!\\d)`,
  'gu',
);
// Reserve numbers: a date and four signs of which one or two are letters.
const reserve =
  /(?<![a-zåäö\d])(?:18|19|20)?\d{6}[-+ ]?(?=[a-z\d]{0,3}[a-z])(?=[a-z\d]{0,3}\d)[a-z\d]{4}(?![\p{L}\d])/gu;

/** Personal, coordination and reserve numbers in any grouping, their four last figures, right or wrong check figure. */
export function personnummer(text: Normalised): Finding[] {
  if (!text.numbered || text.figures < 4) return [];
  const findings: Finding[] = [];
  const add = (start: number, end: number): void => {
    findings.push({ type: 'personnummer', start, end });
  };
  const cues = text.largest >= 10 && cueHint.test(text.lower);
  for (const run of text.runs) {
    if (run.size < 10) continue;
    if (isTurned(run)) {
      add(run.groups[0]!.start, run.groups[1]!.end);
      continue;
    }
    let from = 0;
    // In a row of short groups every other window is a date by chance: there the check figure must be right.
    const row = !cues && !run.gaps.some((gap) => /[-+/_]/.test(gap));
    // Twelve figures before ten: the century belongs to the number.
    const windows = windowsOf(run, 10, 12, (figures, whole, _start, groups) => {
      if (figures.length === 11) return false;
      if (whole) return true;
      if (groups > 1 && row) return dateOf(figures) !== undefined && luhn(figures.slice(-10));
      return dateOf(figures) !== undefined || /^99(?:19|20)/.test(figures);
    });
    for (const window of windows) {
      if (window.start < from) continue;
      if (!isNumber(window, text, cues)) continue;
      add(window.start, window.end);
      from = window.end;
    }
  }
  if (text.holds(trace.six) && text.holds(trace.dash))
    for (const found of matches(begun, text.lowerDigits, text.near(trace.six)))
      add(found.index + found[0].length - found[1]!.length, found.index + found[0].length);
  // A date and four figures more.
  if (text.figures >= 10) {
    const told = dividing.test(text.lower);
    for (const half of nearby(halvesOf(text), 60, told)) add(half.start, half.end);
  }
  if (text.holds(trace.six) && /f[öo]d/.test(text.lower))
    for (const found of matches(joined, text.lowerDigits, text.near(trace.six))) {
      const from = found.index + found[0].indexOf(found[1]!);
      const end = found.index + found[0].length;
      add(from, from + found[1]!.length);
      add(end - found[2]!.length, end);
    }
  if (text.holds(trace.six) && (text.holds(trace.dash) || text.holds(trace.signed)))
    for (const found of matches(unended, text.lowerDigits, text.near(trace.six)))
      if (dateOf(`${/\d+/.exec(found[0])![0]}0000`) !== undefined)
        add(found.index, found.index + found[0].length);
  for (const found of text.holds(trace.signed)
    ? matches(unhidden, text.lowerDigits, text.near(trace.signed))
    : [])
    add(found.index, found.index + found[0].length);
  for (const shape of text.announces('identity') ? [fourLast, ending] : []) {
    for (const found of matches(shape, text.lowerDigits, text.near(trace.figure, 'identity'))) {
      const end = found.index + found[0].length;
      add(end - found[1]!.length, end);
    }
  }
  if (text.largest >= 6 && calledAbroad.test(text.lower))
    for (const found of matches(abroad, text.lowerFigures, text.near(trace.three))) {
      const end = found.index + found[0].length;
      add(end - found[1]!.length, end);
    }
  const ends = text.announces('identity') && hintsEnd.test(text.lower);
  if (ends)
    for (const found of matches(endsOn, text.lowerDigits, text.near(trace.figure, 'identity'))) {
      const end = found.index + found[0].length;
      add(end - found[1]!.length, end);
    }
  if (ends)
    for (const found of matches(trailing, text.lowerDigits, text.near(trace.figure, 'identity')))
      add(found.index, found.index + found[0].length);
  if (text.largest >= 10 && backwards.test(text.lower))
    for (const { groups, size } of text.runs) {
      const figures = [...groups.map((group) => group.figures).join('')].reverse().join('');
      if ((size === 10 || size === 12) && dateOf(figures) !== undefined && luhn(figures.slice(-10)))
        add(groups[0]!.start, groups.at(-1)!.end);
    }
  if (!text.holds(trace.six)) return findings;
  for (const found of matches(reserve, text.lower, text.near(trace.six))) {
    const date = found[0].replace(/^(?:18|19|20)(?=\d{6})/, '');
    const day = Number(date.slice(4, 6));
    if (
      date.slice(2, 6) !== '0000' &&
      !isDay(Number(date.slice(2, 4)), day > 31 && day < 60 ? day - 31 : day)
    )
      continue;
    const cued = cue.test(text.lower.slice(Math.max(0, found.index - 40), found.index));
    if (!found[0].includes(' ') || cued) add(found.index, found.index + found[0].length);
  }
  return findings;
}
