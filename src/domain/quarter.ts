import { type Period, periodOf } from './period.ts';
import { dayNumberOf } from './zone.ts';

/** A quarter of a year, `2026-Q3`: the finest time that is left of a consultation that is only counted. */
export type Quarter = string;

/** The quarter a day (`YYYY-MM-DD`) lies in. */
export const quarterOf = (day: string): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const daysOf = (quarter: Quarter): Period => periodOf(quarter, '')!;

/**
 * Whether what happened in a quarter counts for a stretch of days: when the middle of the quarter lies in it. Exact for
 * whole quarters, half-years and years; for any other stretch the best that can be said.
 */
export function quarterCounts(quarter: Quarter, { from, to }: Period): boolean {
  const days = daysOf(quarter);
  const middle = (dayNumberOf(days.from) + dayNumberOf(days.to)) / 2;
  return dayNumberOf(from) <= middle && middle <= dayNumberOf(to);
}

/** Whether a stretch of days cuts a quarter in two, so that counting by quarters is an approximation. */
export const cuts = ({ from, to }: Period, quarter: Quarter): boolean => {
  const days = daysOf(quarter);
  const apart = to < days.from || days.to < from;
  return !apart && !(from <= days.from && days.to <= to);
};
