import { civilOf, dayNumber, dayNumberOf, weekdayAt } from './zone.ts';

/** What the Swedish calendar says of a day; a day can be several things (5 January 2026 is half day and bridge day). */
export type DayMark = { readonly holiday: boolean; readonly halfDay: boolean; readonly bridgeDay: boolean };

const plain: DayMark = { holiday: false, halfDay: false, bridgeDay: false };
const years = new Map<number, ReadonlyMap<number, DayMark>>();

/** Easter Sunday of a Gregorian year as a day number (Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayNumber(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

const saturdayFrom = (number: number): number => number + ((12 - weekdayAt(number)) % 7);
const midsummerOf = (year: number): number => saturdayFrom(dayNumber(year, 6, 20));
const allSaintsOf = (year: number): number => saturdayFrom(dayNumber(year, 10, 31));

function holidaysOf(year: number): number[] {
  const easter = easterOf(year);
  const fixed = [
    [1, 1],
    [1, 6],
    [5, 1],
    [6, 6],
    [12, 24],
    [12, 25],
    [12, 26],
    [12, 31],
  ] as const;
  return [
    ...fixed.map(([month, date]) => dayNumber(year, month, date)),
    ...[-2, 0, 1, 39, 49].map((n) => easter + n),
    midsummerOf(year) - 1,
    midsummerOf(year),
    allSaintsOf(year),
  ];
}

function marksOf(year: number): ReadonlyMap<number, DayMark> {
  const kept = years.get(year);
  if (kept) return kept;
  const closed = new Set(holidaysOf(year));
  const halves = new Set([
    dayNumber(year, 1, 5),
    easterOf(year) - 3,
    dayNumber(year, 4, 30),
    allSaintsOf(year) - 1,
  ]);
  // The year begins and ends on a holiday, so no neighbour in another year ever decides.
  const free = (number: number) => closed.has(number) || weekdayAt(number) >= 5;
  const marks = new Map<number, DayMark>();
  for (let number = dayNumber(year, 1, 1); number < dayNumber(year + 1, 1, 1); number++) {
    const holiday = closed.has(number);
    const halfDay = halves.has(number);
    const bridgeDay = !free(number) && free(number - 1) && free(number + 1);
    if (holiday || halfDay || bridgeDay) marks.set(number, { holiday, halfDay, bridgeDay });
  }
  years.set(year, marks);
  return marks;
}

/** The marks of a day number; in integers, for inner loops. */
export const markOf = (number: number): DayMark => marksOf(civilOf(number).year).get(number) ?? plain;

/**
 * Whether a day is a Swedish public holiday (lag 1989:253 as it stands since 2005, ordinary Sundays apart) or one of
 * the three eves that close like one: midsommarafton, julafton, nyårsafton.
 */
export const isHoliday = (day: string): boolean => markOf(dayNumberOf(day)).holiday;

/** Whether a day is commonly short: 5 January, skärtorsdagen, 30 April or the Friday before alla helgons dag. */
export const isHalfDay = (day: string): boolean => markOf(dayNumberOf(day)).halfDay;

/** Whether a day is a klämdag: a weekday on its own between a holiday or eve and a weekend, or between two of them. */
export const isBridgeDay = (day: string): boolean => markOf(dayNumberOf(day)).bridgeDay;
