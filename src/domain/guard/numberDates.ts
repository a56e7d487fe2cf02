import { isDay } from './dates.ts';

/** The number that two figures make. */
export const pair = (figures: string, at: number): number =>
  (figures.charCodeAt(at) - 48) * 10 + figures.charCodeAt(at + 1) - 48;

/** Month and day of the ten last figures; a coordination number's day is 60 more. */
export function dateOf(figures: string): 'date' | 'coordination' | undefined {
  const month = pair(figures, figures.length - 8);
  const day = pair(figures, figures.length - 6);
  if (isDay(month, day)) return 'date';
  // The test series holds coordination numbers with day 60 and with month 00.
  if (day >= 60 && day <= 91 && (isDay(month, day - 60) || day === 60 || month === 0)) return 'coordination';
  return undefined;
}
