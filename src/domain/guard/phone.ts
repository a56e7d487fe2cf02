import { isDay } from './dates.ts';
import type { Finding } from './finding.ts';
import type { Normalised } from './normalise.ts';
import type { Window } from './runs.ts';
import { windowsOf } from './runs.ts';

const cue =
  /(?<!\p{L})(?:tel|tele|tlf|tfn|tel\.?nr|telefon|telefonnummer|telefonlistan?|telefonboken|telefonnr|mobil|mobilen|mobilnr|mobilnummer|ring|ringa|ringer|ringde|ringt|ringd|uppringd|n[åa]s|n[åa]|numret|nummer|nummer till \p{L}{2,6}|sms|sms:a|smsa|v[äa]xel|v[äa]xeln|direktnr|direktnummer|phone|call|cell|fax|whatsapp|signal|viber|kontantkort(?:et)?|abonnemang(?:et)?|(?:utan|första|tappa\p{L}*) nollan)(?!\p{L})[^\d?!]{0,24}$/u;
const units =
  /^ ?(?:kr|kronor|sek|%|procent|timmar|tim|dagar|veckor|månader|år|poäng|personer|st|mg|kg|km|m²)(?!\p{L})/u;

/** How a number of nine figures and more begins, and how long it is then. */
const begins = /^(?:0[1-9]\d{6,8}|00[1-9]\d{7,13}|7[02369]\d{7}|460?[1-9]\d{7,8})$/;
const mayBegin = '047';
const isTime = (pair: string): boolean => Number(pair.slice(0, 2)) < 24 && Number(pair.slice(2)) < 60;

/** Clock times and dates that begin with a nought: 08.15-08.45, 0815-1630, 07.12 08:40, 01-02-2025. */
function isMoment(window: Window): boolean {
  const sizes = window.groups.map((group) => group.figures.length).join('');
  const { figures, gaps } = window;
  if (sizes === '44') return isTime(figures.slice(0, 4)) || !/^0\d\d/.test(figures);
  if (sizes === '2222' && (/[.:]/.test(gaps[0]!) || /[.:]/.test(gaps[2]!)))
    return isTime(figures.slice(0, 4)) && isTime(figures.slice(4));
  if (sizes === '224')
    return (
      isDay(Number(figures.slice(2, 4)), Number(figures.slice(0, 2))) && /^(?:19|20)/.test(figures.slice(4))
    );
  return false;
}

function isPhone(window: Window, before: string, after: string): boolean {
  const { figures, gaps } = window;
  if (units.test(after) || isMoment(window)) return false;
  // Public services, however they are grouped or said.
  if (/^(?:0046|46|0)?(?:77[0158]\d{4,6}|20\d{4,7})$/.test(figures) && /^(?:0|46)/.test(figures))
    return false;
  if (gaps.some((gap) => /[,:\n*]/.test(gap) || /\.\s/.test(gap)) && !cue.test(before)) return false;
  if (/\+ ?$/.test(before.slice(-2)) || before.endsWith('+(')) {
    // "+46", also followed by the bracketed nought.
    return before.endsWith('+') && /^\d{8,15}$/.test(figures) && !figures.startsWith('0');
  }
  if (/^00[1-9]\d{7,13}$/.test(figures)) return true;
  if (/^0[1-9]\d{6,8}$/.test(figures)) {
    const first = window.groups[0]!.figures.length;
    // Area codes have two to four figures; single figures are a number spelt out one by one.
    return window.groups.length === 1 ? figures.length >= 8 : first <= 4 || first >= 6 || cue.test(before);
  }
  if (/^460?[1-9]\d{7,8}$/.test(figures) && window.whole && cue.test(before)) return true;
  // "46701740699": the plus left out.
  if (/^467[02369]\d{7}$/.test(figures) && window.whole && window.groups.length === 1) return true;
  const sizes = window.groups.map((group) => group.figures.length).join('');
  if (/^7[02369]\d{7}$/.test(figures))
    return sizes === '2322' || sizes === '27' || sizes === '225' || cue.test(before);
  return (
    cue.test(before) &&
    window.whole &&
    /^[1-9]\d{4,7}$/.test(figures) &&
    /^(?:222|322|323|332|333|2222|232|23|32|33|5|6|7|8)$/.test(sizes) &&
    figures.length >= 6
  );
}

/** Telephone numbers, Swedish and foreign, in any grouping; public services are blanked out before this is asked. */
export function phone(text: Normalised): Finding[] {
  if (!text.numbered) return [];
  const findings: Finding[] = [];
  const abroad = (start: number): boolean => text.lower.charAt(start - 1) === '+';
  for (const run of text.runs) {
    if (run.size < 6) continue;
    let from = 0;
    for (const window of windowsOf(
      run,
      6,
      15,
      (figures, whole, start) => (whole && figures.length <= 8) || begins.test(figures) || abroad(start),
      (figure, start) => mayBegin.includes(figure) || abroad(start),
    )) {
      if (window.start < from) continue;
      const before = text.lower.slice(Math.max(0, window.start - 40), window.start);
      if (!isPhone(window, before, text.lower.slice(window.end, window.end + 12))) continue;
      // Nor does a number begin right behind a dash, a dot or a colon of another: "2025-05-13 13.00".
      if (/\d[-.:/]$/.test(before) && !cue.test(before)) continue;
      // A window that starts inside a longer number is only its tail.
      if (!window.whole && !/^(?:0|7)/.test(window.figures) && !before.endsWith('+')) continue;
      const plus = before.endsWith('+') ? 1 : before.endsWith('(') ? 1 : 0;
      findings.push({ type: 'phone', start: window.start - plus, end: window.end });
      from = window.end;
    }
  }
  return findings;
}
