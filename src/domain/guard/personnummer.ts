import { isDay } from './dates.ts';
import type { Finding } from './finding.ts';
import { halvesOf, nearby } from './halves.ts';
import { matches } from './matches.ts';
import { luhn } from './neutral.ts';
import type { Normalised } from './normalise.ts';
import { dateOf, pair } from './numberDates.ts';
import { numberParts } from './numberParts.ts';
import type { Run, Window } from './runs.ts';
import { windowsOf } from './runs.ts';
import { trace } from './traces.ts';

const cue =
  /(?:pnr|p-nr|pers\.? ?nr|personnr|personnummer|personnumret|person- ?(?:nr|nummer)|samordningsnr|samordningsnummer|samordningsnumret|sam\.?nr|reservnummer|reservnr|id-?nummer|id-?nr|identitetsnummer|identity number|personal number|ssn)/;

/** A part of every cue. */
const cueHint = /nr|num|ssn/;

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
  if (date === undefined)
    // "840950-9957": the day mistyped.
    return (
      at !== '' &&
      window.whole &&
      (cued || (sizes(window) === '64' && gaps[0] === '-' && /^\d\d(?:0[1-9]|1[0-2])/.test(figures)))
    );
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
  if (
    at === '' &&
    window.groups.length > 1 &&
    !(window.whole && (gaps.every((gap) => gap === gaps[0]) || luhn(ten) || /^4222$/.test(sizes(window))))
  )
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
  if (figures.length === 10 && window.whole && /^(?:4222|2224|622)$/.test(sizes(window)))
    return !figures.startsWith('0') && (gaps.every((gap) => gap === gaps[0]) || gaps[0] === '-');
  return figures.length === 12 && window.whole && !/^ ?(?:kr|kronor|%|procent|st|timmar)/i.test(after);
}

/** Numbers of other countries, behind what they are called there. */
const calledAbroad = /pesel|cpr|dselsn|hetu|henkil|fi-num|bsn|cnp|nino/;
const abroad =
  /(?<!\p{L})(?:pesel|cpr|f[øöo]dselsn\p{L}*|hetu|henkilötunnus\p{L}*|fi-nummer|bsn|cnp|nino)(?!\p{L})[^\d\n?!]{0,25}(\d{6}[-+a]?\d{3}[\da-z]|\d{6} ?\d{5}|\d{9,13})(?![\p{L}\d])/gu;
/** Said to be written in parts. */
const dividing = /(?:delar|delat|dela|delade) upp|två (?:delar|meddelanden|trådar)|i nästa|resten kommer/u;
/** Written backwards, and saying so. */
const backwards = /bakl[äa]nges|bakv[äa]nt|spegelv[äa]n|backwards|omv[äa]nd ordning/u;
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
  // A date and four figures more.
  if (text.figures >= 10) {
    const told = dividing.test(text.lower);
    for (const half of nearby(halvesOf(text), 60, told)) add(half.start, half.end);
  }
  findings.push(...numberParts(text));
  if (text.largest >= 6 && calledAbroad.test(text.lower))
    for (const found of matches(abroad, text.lowerFigures, text.near(trace.three))) {
      const end = found.index + found[0].length;
      add(end - found[1]!.length, end);
    }
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
      !(Number(date.slice(2, 4)) <= 12 && (day > 31 && day < 60 ? day - 31 : day) <= 31)
    )
      continue;
    const cued = cue.test(text.lower.slice(Math.max(0, found.index - 40), found.index));
    if (!found[0].includes(' ') || cued) add(found.index, found.index + found[0].length);
  }
  return findings;
}
