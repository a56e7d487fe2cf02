import { joined, type Span } from './spans.ts';
import type { Windows } from './workingTime.ts';
import { dayNumberOf, inWeeks, weekdayAt, weekdays } from './zone.ts';

export const weekKinds = ['all', 'odd', 'even'] as const;
export type Weekday = (typeof weekdays)[number];

/** A time a person has declared bookable: weekday ('tue'), ISO weeks, minutes of the day. */
export type Availability = {
  weekday: Weekday;
  weeks: (typeof weekKinds)[number];
  from: number;
  to: number;
};

/** One calendar day that is not as the week says: its own windows, none for not at all. */
export type OneDay = { day: string; windows: Windows };

/** What a person has declared. Without a line for the week, every day but the single ones is as the agency's hours. */
export type Declared = { week: readonly Availability[]; days: readonly OneDay[] };

export const nothingDeclared: Declared = { week: [], days: [] };

export const isNothing = ({ week, days }: Declared): boolean => week.length === 0 && days.length === 0;

/** Enough for every hour of two weeks; more would be a mistake, or meant to be one. */
export const mostLines = 60;

/** The lines in the order of the week, overlapping ones of the same day and weeks joined; the days in order. */
export function tidy({ week, days }: Declared): Declared {
  const lines = weekdays.flatMap((weekday) =>
    weekKinds.flatMap((weeks) =>
      windowsOf(week.filter((line) => line.weekday === weekday && line.weeks === weeks)).map((window) => ({
        weekday,
        weeks,
        ...window,
      })),
    ),
  );
  const byDay = new Map(days.map(({ day, windows }) => [day, windowsOf(windows)]));
  const sorted = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
  return { week: lines, days: sorted.map(([day, windows]) => ({ day, windows })) };
}

const spansOf = (windows: Windows): Span[] => windows.map(({ from, to }) => ({ start: from, end: to }));
const windowsOf = (windows: Windows): Windows =>
  joined(spansOf(windows)).map(({ start, end }) => ({ from: start, to: end }));

/** With some lines more; a single day said anew takes the place of what was said of it before. */
export const declare = (before: Declared, more: Declared): Declared =>
  tidy({ week: [...before.week, ...more.week], days: [...before.days, ...more.days] });

/** Without the lines that `drop` names: a line of the week all alike, a single day by its day. */
export const withdraw = (before: Declared, drop: Declared): Declared => {
  const said = new Set(drop.week.map(lineCode));
  const days = new Set(drop.days.map(({ day }) => day));
  return {
    week: before.week.filter((line) => !said.has(lineCode(line))),
    days: before.days.filter(({ day }) => !days.has(day)),
  };
};

/** Without single days that are over. */
export const fromDay = (declared: Declared, today: string): Declared => ({
  ...declared,
  days: declared.days.filter(({ day }) => day >= today),
});

/** `tue odd 780-900`: a line of the week as a button and the log carry it. */
export const lineCode = ({ weekday, weeks, from, to }: Availability): string =>
  `${weekday} ${weeks} ${from}-${to}`;
/** What a card knows of what it shows: a short sum of it (FNV-1a, 32 bits), another for other lines. */
export function stampOf(codes: readonly string[]): string {
  let sum = 0x811c9dc5;
  for (const char of codes.join(';')) sum = Math.imul(sum ^ char.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(36);
}

/** Whether what a card has shown still stands; a card from before there were such sums may not know. */
export const isSince = (since: string | undefined, codes: readonly string[]): boolean =>
  since === undefined || since === stampOf(codes);

/** `2026-09-15 540-720`, `2026-09-15 no`. */
export const dayCode = ({ day, windows }: OneDay): string =>
  `${day} ${windows.map(({ from, to }) => `${from}-${to}`).join(',') || 'no'}`;

export const codesOf = ({ week, days }: Declared): string[] => [...week.map(lineCode), ...days.map(dayCode)];

/** Reads such codes back; undefined if one of them is none. */
export function fromCodes(codes: readonly string[]): Declared | undefined {
  const week: Availability[] = [];
  const days: OneDay[] = [];
  for (const code of codes) {
    const [first = '', ...rest] = code.split(' ');
    const weekday = weekdays.find((one) => one === first);
    const windows = windowsFrom(rest.at(-1) ?? '');
    if (!windows) return undefined;
    if (weekday) {
      const weeks = weekKinds.find((one) => one === rest[0]);
      if (!weeks || rest.length !== 2 || windows.length === 0) return undefined;
      for (const window of windows) week.push({ weekday, weeks, ...window });
    } else {
      if (!isDay(first) || rest.length !== 1) return undefined;
      days.push({ day: first, windows });
    }
  }
  return tidy({ week, days });
}

function windowsFrom(said: string): Windows | undefined {
  if (said === 'no') return [];
  const windows = said.split(',').map((one) => {
    const match = /^(\d{1,4})-(\d{1,4})$/.exec(one);
    return { from: Number(match?.[1] ?? 1), to: Number(match?.[2] ?? 0) };
  });
  return windows.every(({ from, to }) => from < to && to <= 1440) ? windows : undefined;
}

export const isDay = (said: string): boolean => {
  try {
    return dayNumberOf(said) >= 0;
  } catch {
    return false;
  }
};

/** The spans of the wall clock (minutes of the day) of one day, by what was declared; undefined: nothing was. */
export type Bookable = (day: number) => readonly Span[] | undefined;

/** Works out what was declared once for all days: 14 days make every odd and even week. */
export function bookableBy(declared: Declared | undefined): Bookable {
  if (!declared || isNothing(declared)) return () => undefined;
  const fortnight = Array.from({ length: 14 }, (_, place) => {
    const day = weekdays[place % 7]!;
    const weeks = place < 7 ? 'odd' : 'even';
    const lines = declared.week.filter(
      (line) => line.weekday === day && (line.weeks === 'all' || line.weeks === weeks),
    );
    return joined(spansOf(lines));
  });
  const single = new Map(
    declared.days.map(({ day, windows }) => [dayNumberOf(day), joined(spansOf(windows))]),
  );
  const hasWeek = declared.week.length > 0;
  return (day) => {
    const own = single.size > 0 ? single.get(day) : undefined;
    if (own || !hasWeek) return own;
    return fortnight[weekdayAt(day) + (inWeeks('odd', day) ? 0 : 7)];
  };
}
