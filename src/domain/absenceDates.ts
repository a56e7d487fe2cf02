import type { DayPart } from './duty.ts';
import { addDays, dayFrom, dayNumber, dayNumberOf, isoWeekOf, weekdayAt } from './zone.ts';

/** The days and the part of the day somebody says they are away, and what they said after that. */
export type SaidAbsence = { from: string; to: string; part: DayPart; rest: readonly string[] };

const parts: Readonly<Record<string, DayPart>> = {
  fm: 'morning',
  förmiddag: 'morning',
  morning: 'morning',
  em: 'afternoon',
  eftermiddag: 'afternoon',
  afternoon: 'afternoon',
};

const nearby: Readonly<Record<string, number>> = {
  idag: 0,
  today: 0,
  imorgon: 1,
  tomorrow: 1,
};

/** The months by their first three letters, in both languages. */
const months = ['jan', 'feb', 'mar', 'apr', 'ma[jy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'].map(
  (letters) => new RegExp(`^${letters}\\p{L}*\\.?$`, 'iu'),
);

/**
 * Reads `2026-07-01 2026-07-14`, `1/7–14/7`, `7 sep till 11 sep`, `7–11 september`, `1/7 em`, `v. 28`, `idag`: one
 * day or a first and a last. A day or week without a year is the next one, or one of the last month. Undefined when it
 * begins with no such thing.
 */
export function readAbsence(said: readonly string[], today: string): SaidAbsence | undefined {
  const week = weekIn(said, today);
  if (week) return withPart(week.from, week.to, week.rest);
  const words = inDays(said);
  const from = dayIn(words[0], today);
  if (from === undefined) return undefined;
  const to = dayIn(words[1], today);
  return to === undefined ? withPart(from, from, words.slice(1)) : withPart(from, to, words.slice(2));
}

/** What stands between a first and a last day. */
const until = /^(?:[-–—]|till|to|t\.?o\.?m\.?|den)$/iu;

/** The same, with every day that was written with its month's name as `7/9`, and nothing between a first and a last. */
function inDays(said: readonly string[]): string[] {
  const spoken = said[0]?.toLowerCase() === 'den' ? said.slice(1) : said;
  const words = spoken.flatMap(apart);
  const days: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const last = days.at(-1) ?? '';
    const month = months.findIndex((one) => one.test(word)) + 1;
    if (month > 0 && /^\d{1,2}$/.test(last)) {
      const day = (number: string) => `${number}/${month}`;
      days.splice(-1, 1, day(last));
      // `7–11 september`: the first day is of the same month.
      const first = days.at(-2) ?? '';
      if (/^\d{1,2}$/.test(first)) days.splice(-2, 1, day(first));
    } else if (!until.test(word) || days.length === 0 || at + 1 === words.length) {
      const monthOf = /^\d{1,2}\/(\d{1,2})$/.exec(word)?.[1];
      // `7–11/9`, likewise.
      if (monthOf && /^\d{1,2}$/.test(last)) days.splice(-1, 1, `${last}/${monthOf}`);
      days.push(word);
    }
  }
  return days;
}

/** `7–11` as `7`, `–`, `11`; what is no day, as a person's id, stays as it is. */
function apart(word: string): string[] {
  const [first = ''] = word.split(/[-–—]/u);
  if (!/^\d/.test(word) && !months.some((one) => one.test(first))) return [word];
  return word.match(/\d{4}-\d{2}-\d{2}|[-–—](?=\d)|(?:(?![-–—]\d).)+/gu) ?? [];
}

function withPart(from: string, to: string, rest: readonly string[]): SaidAbsence {
  const part = parts[rest[0]?.toLowerCase() ?? ''];
  return part ? { from, to, part, rest: rest.slice(1) } : { from, to, part: 'day', rest };
}

function weekIn(said: readonly string[], today: string) {
  const joined = /^v\.?(\d{1,2})$/i.exec(said[0] ?? '');
  const apart = /^v(?:\.|ecka)?$|^week$/i.test(said[0] ?? '') ? /^(\d{1,2})$/.exec(said[1] ?? '') : null;
  const number = Number(joined?.[1] ?? apart?.[1] ?? 0);
  if (number < 1 || number > 53) return undefined;
  const rest = said.slice(joined ? 1 : 2);
  const { year } = isoWeekOf(today);
  for (const one of [year, year + 1]) {
    const monday = mondayOf(one, number);
    if (monday === undefined || addDays(monday, 6) < today) continue;
    return { from: monday, to: addDays(monday, 6), rest };
  }
  return undefined;
}

/** The Monday of an ISO week; undefined for a week 53 the year does not have. */
function mondayOf(year: number, week: number): string | undefined {
  const fourth = dayNumber(year, 1, 4);
  const monday = dayFrom(fourth - weekdayAt(fourth) + (week - 1) * 7);
  return isoWeekOf(monday).year === year ? monday : undefined;
}

function dayIn(said: string | undefined, today: string): string | undefined {
  const near = nearby[said?.toLowerCase() ?? ''];
  if (near !== undefined) return addDays(today, near);
  const whole = /^\d{4}-\d{2}-\d{2}$/.exec(said ?? '');
  if (whole) return isDay(whole[0]) ? whole[0] : undefined;
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(said ?? '');
  if (!short) return undefined;
  const year = Number(today.slice(0, 4));
  const of = (in_: number) => `${in_}-${short[2]!.padStart(2, '0')}-${short[1]!.padStart(2, '0')}`;
  const found = [of(year), of(year + 1)].filter(isDay);
  return found.find((day) => day >= addDays(today, -31));
}

const isDay = (day: string): boolean => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return (
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    dayFrom(dayNumber(year, month, date)) === day &&
    dayNumberOf(day) > 0
  );
};
