import { type Association, agencyOf, MUNICIPAL_AGENCY, type Person } from './association.ts';
import { instantsOf, type Windows, wallWindowsOn, worksAt } from './workingTime.ts';
import { dayNumberIn, dayNumberOf, msAt } from './zone.ts';

export const dayParts = ['day', 'morning', 'afternoon'] as const;
/** The whole day, or what lies before or after noon. */
export type DayPart = (typeof dayParts)[number];

/** Days (`YYYY-MM-DD`, first and last included) on which a person does not work, and who answers instead. */
export type Absence = {
  id: string;
  person: string;
  from: string;
  to: string;
  part: DayPart;
  backup: string | undefined;
};

/** The absences of a person that are not over. */
export type Absences = (person: string) => readonly Absence[];

type Span = { start: number; end: number };

const NOON = 720;
/** Who is away longer than this is nobody to wait for. */
const HORIZON_DAYS = 120;

/** The working time a person keeps: their agency's, or the municipality's for whoever belongs to none. */
export const calendarOf = (association: Association, { agency }: Person) =>
  (agencyOf(association, agency) ?? agencyOf(association, MUNICIPAL_AGENCY)!).calendar;

/**
 * When a person works on a day number: the agency's windows, less the days of the pattern and the absences; epoch ms.
 * `quiet`: less also what they want quiet, but for days of which nothing would then be left.
 */
export function dutyOn(
  association: Association,
  person: Person,
  absences: readonly Absence[],
  day: number,
  quiet: Windows = [],
): readonly Span[] {
  if (!worksAt(person.pattern, day)) return [];
  const calendar = calendarOf(association, person);
  let windows: Windows = wallWindowsOn(calendar, day);
  for (const { from, to, part } of absences) {
    if (windows.length === 0) return [];
    if (day < dayNumberOf(from) || day > dayNumberOf(to)) continue;
    windows = without(windows, part);
  }
  const audible = quiet.reduce(less, windows);
  return instantsOf(audible.length > 0 ? audible : windows, day, calendar.timeZone);
}

/** Windows of a day without one part of it. */
const less = (windows: Windows, cut: Windows[number]): Windows =>
  windows
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, cut.from) },
      { from: Math.max(from, cut.to), to },
    ])
    .filter(({ from, to }) => from < to);

/** Quiet hours in order, those that meet made one. */
export function tidyQuiet(windows: Windows): Windows {
  const tidy: { from: number; to: number }[] = [];
  for (const { from, to } of [...windows].sort((a, b) => a.from - b.from)) {
    const last = tidy.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else tidy.push({ from, to });
  }
  return tidy;
}

function without(windows: Windows, part: DayPart): Windows {
  if (part === 'day') return [];
  return windows
    .map(({ from, to }) =>
      part === 'morning' ? { from: Math.max(from, NOON), to } : { from, to: Math.min(to, NOON) },
    )
    .filter(({ from, to }) => from < to);
}

/**
 * The next moment a person works: `from` itself while they do. Undefined when they do not for four months, or when
 * `before` comes first. With `quiet` (wall-clock windows of every day) the next moment they may be told something.
 */
export function nextOnDuty(
  association: Association,
  person: Person,
  absences: readonly Absence[],
  from: Date,
  before?: Date,
  quiet: Windows = [],
): Date | undefined {
  const at = from.getTime();
  const first = dayNumberIn(at, calendarOf(association, person).timeZone);
  for (let day = first; day <= first + HORIZON_DAYS; day += 1)
    for (const { start, end } of dutyOn(association, person, absences, day, quiet)) {
      if (end <= at) continue;
      const next = Math.max(start, at);
      return before !== undefined && next >= before.getTime() ? undefined : new Date(next);
    }
  return undefined;
}

/** Whether a person works at this very moment. */
export const isOnDuty = (
  association: Association,
  person: Person,
  absences: readonly Absence[],
  at: Date,
): boolean => nextOnDuty(association, person, absences, at)?.getTime() === at.getTime();

/** Whether a person has no working time at all from one instant until another. */
export const isAway = (
  association: Association,
  person: Person,
  absences: readonly Absence[],
  from: Date,
  to: Date,
): boolean => absences.length > 0 && nextOnDuty(association, person, absences, from, to) === undefined;

/**
 * When a person begins to work on the `count`-th of their working days before a day (`YYYY-MM-DD`), whatever absences
 * they report; undefined when they had none for four months.
 */
export function dutyBefore(
  association: Association,
  person: Person,
  day: string,
  count: number,
): Date | undefined {
  const last = dayNumberOf(day) - 1;
  let left = count;
  for (let number = last; number > last - HORIZON_DAYS; number -= 1) {
    const [first] = dutyOn(association, person, [], number);
    if (first === undefined) continue;
    left -= 1;
    if (left === 0) return new Date(first.start);
  }
  return undefined;
}

/** When a working day's summary comes, on the clock of the person's agency. */
const MORNING = 8 * 60 + 15;

/** 08:15 of the next day after today on which a person works, or when they begin if that is later; undefined as above. */
export function morningOf(
  association: Association,
  person: Person,
  absences: readonly Absence[],
  now: Date,
): Date | undefined {
  const { timeZone } = calendarOf(association, person);
  const today = dayNumberIn(now.getTime(), timeZone);
  const next = nextOnDuty(association, person, absences, new Date(msAt(today + 1, 0, timeZone)));
  if (!next) return undefined;
  return new Date(Math.max(next.getTime(), msAt(dayNumberIn(next.getTime(), timeZone), MORNING, timeZone)));
}
