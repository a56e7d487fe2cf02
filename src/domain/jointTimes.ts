import { holds, joined, type Span } from './spans.ts';
import { dayNumberIn, msAt, offsetAt } from './zone.ts';

/**
 * Somebody who may fill a role, and when they may be booked. `sure`: that they can then is known, from their calendar or
 * from themselves; otherwise it is only not known that they cannot.
 */
export type Candidate = { id: string; free: readonly Span[]; sure?: boolean };

/** A role (agency) and who may fill it. If someone has accepted for it, only that person counts, otherwise anyone. */
export type RolePeople = {
  role: string;
  required: boolean;
  accepted?: string;
  people: readonly Candidate[];
};

/**
 * Why a time stands where it does, in the order it is judged: how many optional roles can, how many roles that can are
 * not sure of it, whether nothing has been proposed on its day before, and whether it lies where meetings usually do
 * (09:00–11:30, 13:00–15:30). Then the earliest.
 */
export type Because = { optional: number; unsure: number; fresh: boolean; usual: boolean };

/** A time every required role can, with the people who can in each role (nobody: an empty list). */
export type Proposal = {
  start: Date;
  end: Date;
  who: Readonly<Record<string, readonly string[]>>;
  because: Because;
};

type Start = Because & { at: number; day: number };

const minuteMs = 60_000;
const dayMinutes = 1440;
const apart = 240;
const usually = [
  { start: 540, end: 690 },
  { start: 780, end: 930 },
];

/** Starts on the grid, counted: per place on it, how many required and optional roles can, and how many are unsure. */
type Grid = {
  first: number;
  required: Uint16Array;
  optional: Uint16Array;
  unsure: Uint16Array;
};

const counted = (role: RolePeople): RolePeople['people'] =>
  role.accepted === undefined ? role.people : role.people.filter(({ id }) => id === role.accepted);

/** The outer ends of when anyone of a role is free; undefined when nobody ever is. */
function extent(people: RolePeople['people']): Span | undefined {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { free } of people) {
    if (free.length === 0) continue;
    start = Math.min(start, free[0]!.start);
    end = Math.max(end, free.at(-1)!.end);
  }
  return start < end ? { start, end } : undefined;
}

/**
 * Marks, role by role, every start from which one and the same person can stay to the end. What it costs is the number of
 * free spans and of the places on the grid they cover, whatever the number of people.
 */
function laid(roles: readonly RolePeople[], minutes: number, grid: number): Grid | undefined {
  const ends = roles.filter(({ required }) => required).map(({ people }) => extent(people));
  if (ends.length === 0 || ends.some((one) => one === undefined)) return undefined;
  const first = Math.ceil(Math.max(...ends.map((one) => one!.start)) / grid);
  const last = Math.floor((Math.min(...ends.map((one) => one!.end)) - minutes) / grid);
  if (last < first) return undefined;
  const places = last - first + 1;
  const able = new Uint16Array(places);
  const sure = new Uint16Array(places);
  const made: Grid = {
    first,
    required: new Uint16Array(places),
    optional: new Uint16Array(places),
    unsure: new Uint16Array(places),
  };
  for (const [position, { required, people }] of roles.entries()) {
    const stamp = position + 1;
    const counts = required ? made.required : made.optional;
    for (const person of people) {
      for (const { start, end } of person.free) {
        const from = Math.max(Math.ceil(start / grid) - first, 0);
        const to = Math.min(Math.floor((end - minutes) / grid) - first, places - 1);
        for (let place = from; place <= to; place++) {
          if (able[place] !== stamp) {
            able[place] = stamp;
            counts[place]!++;
            made.unsure[place]!++;
          }
          if (person.sure && sure[place] !== stamp) {
            sure[place] = stamp;
            made.unsure[place]!--;
          }
        }
      }
    }
  }
  return made;
}

/** Whether `one` is a better time than `other`. */
const isBetter = (one: Start, other: Start): boolean => {
  if (one.optional !== other.optional) return one.optional > other.optional;
  if (one.unsure !== other.unsure) return one.unsure < other.unsure;
  if (one.fresh !== other.fresh) return one.fresh;
  if (one.usual !== other.usual) return one.usual;
  return one.at < other.at;
};

/** Every start that all required roles can and that overlaps no spent one, the earliest first. */
function startsOn(
  grid: Grid,
  step: number,
  {
    minutes,
    needed,
    spent,
    timeZone,
  }: { minutes: number; needed: number; spent: number[]; timeZone: string },
): Start[] {
  const starts: Start[] = [];
  const spentDays = new Set(spent.map((start) => dayNumberIn(start * minuteMs, timeZone)));
  let [day, midnight, next] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < grid.required.length; place++) {
    if (grid.required[place] !== needed) continue;
    const at = (grid.first + place) * step;
    if (spent.some((start) => Math.abs(start - at) < minutes)) continue;
    if (at >= next) {
      day = dayNumberIn(at * minuteMs, timeZone);
      next = msAt(day + 1, 0, timeZone) / minuteMs;
      // Clocks are changed at night: at noon the day has the time it is worked in.
      midnight =
        day * dayMinutes - offsetAt((day * dayMinutes + dayMinutes / 2) * minuteMs, timeZone) / minuteMs;
    }
    const wall = at - midnight;
    const usual = usually.some(({ start, end }) => start <= wall && wall + minutes <= end);
    starts.push({
      at,
      day,
      optional: grid.optional[place]!,
      unsure: grid.unsure[place]!,
      fresh: !spentDays.has(day),
      usual,
    });
  }
  return starts;
}

/** The best first on days not yet used; when the days run out, the best at least four hours from every other. */
function spread(starts: readonly Start[], count: number): Start[] {
  const best = new Map<number, Start>();
  for (const start of starts) {
    const before = best.get(start.day);
    if (!before || isBetter(start, before)) best.set(start.day, start);
  }
  const ranked = [...best.values()].sort((a, b) => (isBetter(a, b) ? -1 : 1));
  const chosen = ranked.slice(0, Math.max(0, count));
  while (chosen.length < count) {
    let found: Start | undefined;
    for (const start of starts)
      if (chosen.every(({ at }) => Math.abs(at - start.at) >= apart) && (!found || isBetter(start, found)))
        found = start;
    if (!found) break;
    chosen.push(found);
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** What is asked for; days and usual hours are those of `timeZone` (Europe/Stockholm). */
export type Wanted = {
  roles: readonly RolePeople[];
  minutes: number;
  gridMinutes?: number;
  exclude?: readonly Date[];
  timeZone?: string;
};

/**
 * Up to `count` times of `minutes` minutes that every required role can, on a grid (15 minutes): the best (`Because`),
 * each on a day of its own, then four hours apart; given earliest first. `exclude`: starts proposed before, and no time
 * that overlaps one is proposed; without a required role nothing is. Throws RangeError unless minutes and grid are whole
 * numbers from 1.
 */
export function jointTimes({ count, ...wanted }: Wanted & { count: number }): Proposal[] {
  const { minutes } = wanted;
  const { roles, starts } = everyStart(wanted);
  return spread(starts, count).map(({ at, optional, unsure, fresh, usual }) => ({
    start: new Date(at * minuteMs),
    end: new Date((at + minutes) * minuteMs),
    who: Object.fromEntries(roles.map(({ role, people }) => [role, ableAt(people, at, at + minutes)])),
    because: { optional, unsure, fresh, usual },
  }));
}

/** Every time of that kind, in epoch minutes, the earliest first: what `jointTimes` chooses from. */
export const everyJointTime = (wanted: Wanted): number[] => everyStart(wanted).starts.map(({ at }) => at);

function everyStart(wanted: Wanted): { roles: readonly RolePeople[]; starts: Start[] } {
  const { minutes, gridMinutes: grid = 15, exclude = [], timeZone = 'Europe/Stockholm' } = wanted;
  if (![minutes, grid].every((n) => Number.isSafeInteger(n) && n > 0)) {
    throw new RangeError('Minutes and grid must be whole numbers from 1');
  }
  const roles = wanted.roles.map((role) => ({
    ...role,
    people: counted(role).map((person) => ({ ...person, free: joined(person.free) })),
  }));
  const made = laid(roles, minutes, grid);
  if (!made) return { roles, starts: [] };
  const needed = roles.filter(({ required }) => required).length;
  const spent = exclude.map((start) => start.getTime() / minuteMs);
  return { roles, starts: startsOn(made, grid, { minutes, needed, spent, timeZone }) };
}

const ableAt = (people: RolePeople['people'], start: number, end: number): string[] =>
  people.filter(({ free }) => holds(free, start, end)).map(({ id }) => id);
