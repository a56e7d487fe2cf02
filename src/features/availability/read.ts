import { type Availability, type Declared, isDay, type OneDay, tidy } from '../../domain/availability.ts';
import type { Windows } from '../../domain/workingTime.ts';
import { weekdays } from '../../domain/zone.ts';
import { weekdayWords, weekWords, words } from '../../texts/words.ts';
import { windowOf } from '../words.ts';

const whole: Windows = [{ from: 0, to: 1440 }];
/** What may stand between the parts without meaning anything; a message of several lines may begin each with the word. */
const filler = new Set<string>([
  words.availability.sv,
  words.availability.en,
  'kl',
  'kl.',
  'at',
  'och',
  'and',
  'vecka',
  'veckor',
  'week',
  'weeks',
]);
const yes = new Set(['ja', 'yes']);
const no = new Set(['nej', 'no']);

type Part = {
  weekdays: number[];
  day: string | undefined;
  windows: Windows[number][];
  weeks: Set<string>;
  whole?: Windows;
};

/**
 * `tis 13-15 udda`, `mån-tors 9-11.30`, `2026-09-15 nej`, `15/9 13-15`, several after one another. Undefined unless every
 * word is understood and every day has a time.
 */
export function readAvailability(rest: readonly string[], today: string): Declared | undefined {
  const tokens = rest
    .join(' ')
    .toLowerCase()
    .replace(/\s*[-–—]\s*/gu, '-')
    .split(/[\s;]+/u)
    .filter((token) => token !== '' && !filler.has(token));
  const parts: Part[] = [];
  for (const token of tokens) {
    const days = weekdaysOf(token);
    const day = days ? undefined : dayOf(token, today);
    if (days || day) parts.push({ weekdays: days ?? [], day, windows: [], weeks: new Set() });
    else if (!parts.at(-1) || !isTaken(parts.at(-1)!, token)) return undefined;
  }
  const all = parts.map(meant);
  if (all.length === 0 || all.some((one) => one === undefined)) return undefined;
  return tidy({
    week: all.flatMap((one) => one!.week),
    days: all.flatMap((one) => one!.days),
  });
}

/** Whether a word belongs to the day before it. */
function isTaken(part: Part, token: string): boolean {
  const window = windowOf(token);
  const weeks = weekWords[token];
  if (window) part.windows.push(window);
  else if (weeks) part.weeks.add(weeks);
  else if (part.day && yes.has(token)) part.whole = whole;
  else if (part.day && no.has(token)) part.whole = [];
  else return false;
  return true;
}

function meant(part: Part): { week: Availability[]; days: OneDay[] } | undefined {
  const { windows, weeks, day } = part;
  if (day) {
    const isOne = weeks.size === 0 && (part.whole === undefined) === windows.length > 0;
    return isOne ? { week: [], days: [{ day, windows: part.whole ?? windows }] } : undefined;
  }
  if (windows.length === 0 || weeks.size > 1) return undefined;
  const kind = ([...weeks][0] ?? 'all') as Availability['weeks'];
  return {
    week: part.weekdays.flatMap((number) =>
      windows.map((window) => ({ weekday: weekdays[number]!, weeks: kind, ...window })),
    ),
    days: [],
  };
}

function weekdaysOf(token: string): number[] | undefined {
  const ends = token
    .split('-')
    .map((name) => (weekdays as readonly string[]).indexOf(weekdayWords[name] ?? ''));
  const [first = -1, last = first] = ends;
  if (ends.length > 2 || first < 0 || last < first) return undefined;
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** `2026-09-15`, or `15/9`: the next one there is. */
function dayOf(token: string, today: string): string | undefined {
  if (isDay(token)) return token;
  const [, date, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(token) ?? [];
  if (!date || Number(month) < 1 || Number(month) > 12) return undefined;
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .map((one) => `${one}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`)
    .find((day) => isDay(day) && day >= today);
}

/** `09:30` of a time input as minutes of the day. */
export const minutesFrom = (said: string): number | undefined => windowOf(`0-${said}`)?.to;
