import { plausible } from './birthShapes.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

/** A whole date in figures, however it is written. */
const wholeDate =
  /(?<![\d.:/-])(?:(?:19|20)\d\d(?:[-./]\d\d[-./]\d\d| \d\d \d\d)|\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.[3-9]\d)(?![\d:/-])/gu;
/** What makes such a date another thing's than a person's. */
const ofElse =
  /(?:sedan|från|till|fr\.?o\.?m\.?|t\.?o\.?m\.?|beslut\p{L}*|möte\p{L}*|intyg\p{L}*|ansök\p{L}*|avslag\p{L}*|dom\p{L}*|since|until|from)[ (:]*$/u;
/** Whether month and day stand the other way round elsewhere: "1996-04-11, på intyget 1996-11-04". */
const isTurned = (date: string, said: ReadonlySet<string>): boolean => {
  const figures = date.replace(/\D/g, '');
  const turned = figures.slice(0, 4) + figures.slice(6) + figures.slice(4, 6);
  return figures.length === 8 && /^(?:19|20)/.test(date) && turned !== figures && said.has(turned);
};
const yearIn = (found: string): number | undefined => {
  const year = /(?:19|20)\d\d/.exec(found)?.[0] ?? /(?<=\.)[3-9]\d$/.exec(found)?.[0];
  return year === undefined ? undefined : Number(year.length === 2 ? `19${year}` : year);
};

/**
 * The same person's birthday as another paper has it, or a sister's: "enligt journalen 1957 12 03, på brevet 1957-03-12". Dates no
 * more than two years from a birthday that was found.
 */
export function birthPairs(text: Normalised, found: readonly Finding[]): Finding[] {
  if (text.figures < 14 || (found.length === 0 && text.figures < 16)) return [];
  const lower = text.lowerFigures;
  const years = new Set(found.map(({ start, end }) => yearIn(lower.slice(start, end))));
  const dates = matches(wholeDate, lower, text.near(trace.figure));
  const said = new Set(dates.map(({ 0: date }) => date.replace(/\D/g, '')));
  return dates
    .filter(
      ({ index, 0: date }) =>
        plausible(date) &&
        (isTurned(date, said) ||
          years.has(yearIn(date)) ||
          ([-2, -1, 1, 2].some((step) => years.has(yearIn(date)! + step)) &&
            !ofElse.test(lower.slice(Math.max(0, index - 24), index)))),
    )
    .map(({ index, 0: date }) => ({ type: 'birthdate', start: index, end: index + date.length }));
}
