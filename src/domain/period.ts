import { addDays } from './zone.ts';

/** A stretch of days, both ends included, `YYYY-MM-DD`. */
export type Period = { from: string; to: string };

const lastOf = (year: number, month: number): string => {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
};

const months = (year: number, first: number, last: number): Period => ({
  from: `${year}-${String(first).padStart(2, '0')}-01`,
  to: lastOf(year, last),
});

/** `2026`, `2026-H1`, `2026-Q3`, `2026-09`, `30d` (the last thirty days, today included); undefined when it is none. */
export function periodOf(said: string, today: string): Period | undefined {
  const days = /^(\d{1,4})d$/i.exec(said);
  if (days) {
    const count = Number(days[1]);
    return count < 1 ? undefined : { from: addDays(today, 1 - count), to: today };
  }
  const part = /^([12]\d{3})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/i.exec(said);
  if (!part) return undefined;
  const year = Number(part[1]);
  if (part[2]) return months(year, part[2] === '1' ? 1 : 7, part[2] === '1' ? 6 : 12);
  if (part[3]) return months(year, Number(part[3]) * 3 - 2, Number(part[3]) * 3);
  const month = part[4] === undefined ? undefined : Number(part[4]);
  if (month === undefined) return months(year, 1, 12);
  return month >= 1 && month <= 12 ? months(year, month, month) : undefined;
}

export const inPeriod = ({ from, to }: Period, day: string): boolean => from <= day && day <= to;
