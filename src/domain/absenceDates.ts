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

/**
 * Reads `2026-07-01 2026-07-14`, `1/7 14/7`, `1/7 em`, `v. 28`, `idag`: one day or a first and a last. A day or week
 * without a year is the next one, or one of the last month. Undefined when it begins with no such thing.
 */
export function readAbsence(said: readonly string[], today: string): SaidAbsence | undefined {
  const week = weekIn(said, today);
  if (week) return withPart(week.from, week.to, week.rest);
  const from = dayIn(said[0], today);
  if (from === undefined) return undefined;
  const to = dayIn(said[1], today);
  return to === undefined ? withPart(from, from, said.slice(1)) : withPart(from, to, said.slice(2));
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
