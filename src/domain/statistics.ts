import type { Target } from './association.ts';
import type { Progress } from './codes.ts';
import { type Consultation, type State, states } from './consultation.ts';
import type { Counted } from './counted.ts';
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

/** The day a consultation came to count for an indicator (product §10); undefined when it has not. */
export function reachedOn(
  consultation: Consultation,
  indicator: Target['indicator'],
  timeZone: string,
): string | undefined {
  const day = (at: string | undefined) => (at === undefined ? undefined : dayOf(new Date(at), timeZone));
  const { firstHeldAt, request, followUps } = consultation;
  if (indicator === 'met') return request.firstTime !== 'false' ? day(firstHeldAt) : undefined;
  const counts = (progress: Progress) =>
    indicator === 'work' ? progress === 'work' : onward.includes(progress);
  return day(followUps.find(({ progress }) => counts(progress))?.at);
}

/** `25+` takes every band from 25 up; otherwise the band itself. */
const inBand = (ageBand: string, band: string | undefined): boolean =>
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
  const [first, last, now] = [from, to, today].map(dayNumberOf) as [number, number, number];
  const passed = Math.min(Math.max(now - first, 0), last - first + 1);
  return { count: living + past, elapsed: Math.round((100 * passed) / (last - first + 1)) };
}
