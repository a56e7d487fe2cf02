import type { Target } from './association.ts';
import type { Progress } from './codes.ts';
import { type Consultation, type State, states } from './consultation.ts';
import type { Counted } from './counted.ts';
import type { Period } from './period.ts';
import { quarterCounts } from './quarter.ts';
import { dayNumberOf, dayOf } from './zone.ts';

/** How many consultations stand in each state; those that are only counted any more stand where they ended. */
export function countsOf(
  consultations: readonly Consultation[],
  counted: readonly Counted[] = [],
): Readonly<Record<State, number>> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const { is } of consultations) counts[is] += 1;
  for (const { state } of counted) counts[state] += 1;
  return counts;
}

const onward: readonly Progress[] = ['studies', 'internship', 'rehabilitation'];

/** When (ISO) a consultation came to count for an indicator (product §10); undefined when it has not. */
export function reachedAt(
  { firstHeldAt, request, followUps }: Consultation,
  indicator: Target['indicator'],
): string | undefined {
  if (indicator === 'met') return request.firstTime !== 'false' ? firstHeldAt : undefined;
  const counts = (progress: Progress) =>
    indicator === 'work' ? progress === 'work' : onward.includes(progress);
  return followUps.find(({ progress }) => counts(progress))?.at;
}

/** The day of it, as the association's clock shows it. */
export function reachedOn(
  consultation: Consultation,
  indicator: Target['indicator'],
  timeZone: string,
): string | undefined {
  const at = reachedAt(consultation, indicator);
  return at === undefined ? undefined : dayOf(new Date(at), timeZone);
}

/** `25+` takes every band from 25 up; otherwise the band itself. */
export const inBand = (ageBand: string, band: string | undefined): boolean =>
  band === undefined || ageBand === band || (band === '25+' && ageBand !== '18-24');

/**
 * How far a target has come, and how much of its time has passed (whole per cent, 0–100). What is only counted any more
 * is known by its quarter: exact for a target of whole quarters, else by the middle of the quarter.
 */
export function progressOf(
  consultations: readonly Consultation[],
  { indicator, ageBand, from, to }: Target,
  today: string,
  timeZone: string,
  counted: readonly Counted[] = [],
): { count: number; elapsed: number } {
  const living = consultations.filter((one) => {
    const day = inBand(one.request.ageBand, ageBand) ? reachedOn(one, indicator, timeZone) : undefined;
    return day !== undefined && from <= day && day <= to;
  }).length;
  const past = counted.filter((one) => {
    const quarter = inBand(one.ageBand, ageBand) ? one[indicator] : undefined;
    return quarter !== undefined && quarterCounts(quarter, { from, to });
  }).length;
  return { count: living + past, elapsed: elapsedOf({ from, to }, today) };
}

/** How much of a stretch of days has passed, in whole per cent. */
export function elapsedOf({ from, to }: Period, today: string): number {
  const [first, last, now] = [from, to, today].map(dayNumberOf) as [number, number, number];
  const passed = Math.min(Math.max(now - first, 0), last - first + 1);
  return Math.round((100 * passed) / (last - first + 1));
}
