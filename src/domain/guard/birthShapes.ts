import { feasts, isDay, months, ordinals } from './dates.ts';
import { figuresOf } from './numerals.ts';

export const ymd = '(?:18|19|20)\\d\\d[-./ ]{0,2}\\d\\d[-./ ]{0,2}\\d\\d';
const short = '\\d\\d[-. /]\\d\\d[-. /]\\d\\d|\\d{6}';
const dmy = "\\d{1,2} ?[/.] ?\\d{1,2}(?: ?[-/.'] ?\\d{2,4}| \\d{4})?";
const dashed = '\\d{1,2}-\\d{1,2}-(?:18|19|20)\\d\\d';
export const year = "(?:,? ?[-/']? ?(?:(?:18|19|20)?\\d\\d(?!\\d|[.:]\\d))|,? \\p{L}{3,40})?";
export const worded = `(?:\\d{1,2}(?:st|nd|rd|th|[:.]?[ea])?\\.?|${ordinals})(?: of)?[ -](?:${months})\\.?${year}`;
const counted = `(?:${ordinals})(?: i)?(?: den)? (?:${ordinals})${year}`;
const monthFirst = `(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? (?:18|19|20)\\d\\d)?`;
const apart = '\\d{1,2} \\d{1,2} (?:19|20)?\\d\\d';
// As people have it for a code: month and day.
const birthday = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?! ?[-–] ?\\d)';
const named = `(?:(?:första|andra|tredje|fjärde|[1-4](?::[ae])?) advent|${feasts})(?:en)?(?! \\p{L}*(?:då|när))${year}`;
export const anyDate = `(?<![\\d])(?:${ymd}|${dashed}|${worded}|${named}|${counted}|${monthFirst}|${short}|${dmy}|${apart}|${birthday})(?![\\d])`;

/** Whether figures written as a date can be one, in the order given or with month and day swapped. */
export function plausible(found: string): boolean {
  if (/\p{L}/u.test(found)) return true;
  const figures = found.replace(/\D/g, '');
  if (
    /^\d{1,2}(?: ?[/.]| \d{1,2} )/.test(found) &&
    figures.length !== 8 &&
    !/^\d\d[./ ]\d\d[./ ]\d\d$/.test(found)
  ) {
    const [day, month] = found.split(/\D+/).map(Number);
    return isDay(month!, day!) || isDay(day!, month!);
  }
  if (figures.length === 4) return isDay(Number(figures.slice(0, 2)), Number(figures.slice(2)));
  if (figures.length !== 6 && figures.length !== 8) return false;
  const [a, b] = /^\d{1,2}-\d{1,2}-\d{4}$/.test(found)
    ? found.split('-').map(Number)
    : [Number(figures.slice(-4, -2)), Number(figures.slice(-2))];
  return (
    isDay(a!, b!) ||
    isDay(b!, a!) ||
    isDay(Number(figures.slice(2, 4)), Number(figures.slice(0, 2))) ||
    isDay(Number(figures.slice(0, 2)), Number(figures.slice(2, 4)))
  );
}

const aMonth = new RegExp(`^(?:${months})$`, 'u');

/** Cuts a trailing word that is no year ("12 april i" keeps "12 april"). */
export function trimmed(found: string): string {
  const tail = /,? (\p{L}{3,40})$/u.exec(found);
  if (tail === null || aMonth.test(tail[1]!)) return found;
  const figures = figuresOf(tail[1]!);
  return figures !== undefined && figures.length >= 2 ? found : found.slice(0, tail.index);
}
