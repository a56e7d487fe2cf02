import { dayOf, offsetAt, weekdayAt } from './zone.ts';

/** Something in the log of a consultation, as far as a review looks at it; `at` is an ISO instant. */
export type Logged = {
  position: number;
  consultation: string;
  at: string;
  actor: string;
  kind: 'change' | 'reading' | 'act';
  verb: string;
};

/** Why a row is looked at. `many` is the number of consultations the person read that day. */
export type Why =
  | { is: 'sample' }
  | { is: 'odd-hours' }
  | { is: 'joined' }
  | { is: 'access-ended' }
  | { is: 'many'; count: number };

/** A row to look at, and all the reasons for it. */
export type Picked<T extends Logged = Logged> = { row: T; why: readonly Why[] };

const SAMPLE = 10;
const MANY_A_DAY = 20;
const FROM_HOUR = 6;
const TO_HOUR = 20;
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Readings by which somebody saw content, not only how a consultation stands. */
const ofContent = new Set(['content', 'export']);

/**
 * The rows of one month that a person should look at, newest first (HSLF-FS 2016:40 4 kap. 9 §: recurring checks of
 * the log): ten readings drawn by `rank`, which is the same each time, and every row that a rule finds. `earlier` is
 * what the log of those consultations held before.
 */
export function reviewOf<T extends Logged>(
  month: readonly T[],
  earlier: readonly Logged[],
  { timeZone, rank }: { timeZone: string; rank: (position: number) => string },
): { readings: number; picked: readonly Picked<T>[] } {
  const found = new Map<number, Picked<T>>();
  const pick = (row: T, why: Why) => {
    const before = found.get(row.position);
    found.set(row.position, { row, why: [...(before?.why ?? []), why] });
  };
  const readings = month.filter(({ kind, consultation }) => kind === 'reading' && consultation !== '');
  for (const row of drawn(readings, rank)) pick(row, { is: 'sample' });
  const sawContent = new Set(earlier.filter(isOfContent).map(keyOf));
  for (const row of month) {
    if (row.verb === 'consultation.join') pick(row, { is: 'joined' });
    if (row.kind !== 'reading' || row.consultation === '') continue;
    if (isOfContent(row)) {
      if (isOddHour(row.at, timeZone)) pick(row, { is: 'odd-hours' });
      sawContent.add(keyOf(row));
    } else if (row.verb === 'states' && sawContent.has(keyOf(row))) pick(row, { is: 'access-ended' });
  }
  for (const { row, count } of crowdedDays(readings, timeZone)) pick(row, { is: 'many', count });
  const picked = [...found.values()].sort((a, b) => b.row.position - a.row.position);
  return { readings: readings.length, picked };
}

const isOfContent = ({ kind, verb }: Logged): boolean => kind === 'reading' && ofContent.has(verb);
const keyOf = ({ consultation, actor }: Logged): string => `${consultation} ${actor}`;

function drawn<T extends Logged>(readings: readonly T[], rank: (position: number) => string): readonly T[] {
  const ranked = readings.map((row) => ({ row, at: rank(row.position) }));
  return ranked
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, SAMPLE)
    .map(({ row }) => row);
}

/** Outside 06–20, or on a Saturday or Sunday, where the association is. */
function isOddHour(at: string, timeZone: string): boolean {
  const wall = Date.parse(at) + offsetAt(Date.parse(at), timeZone);
  const hour = (wall % DAY) / HOUR;
  return weekdayAt(Math.floor(wall / DAY)) >= 5 || hour < FROM_HOUR || hour >= TO_HOUR;
}

/** The last reading of every day on which somebody read more consultations than work explains. */
function crowdedDays<T extends Logged>(
  readings: readonly T[],
  timeZone: string,
): readonly { row: T; count: number }[] {
  const days = new Map<string, { row: T; read: Set<string> }>();
  for (const row of readings) {
    const key = `${dayOf(new Date(row.at), timeZone)} ${row.actor}`;
    const read = days.get(key)?.read ?? new Set();
    days.set(key, { row, read: read.add(row.consultation) });
  }
  return [...days.values()]
    .filter(({ read }) => read.size > MANY_A_DAY)
    .map(({ row, read }) => ({ row, count: read.size }));
}
