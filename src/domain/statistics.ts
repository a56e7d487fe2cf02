import type { Target } from './association.ts';
import type { Progress } from './codes.ts';
import { type Consultation, type State, states } from './consultation.ts';
import { dayNumberOf, dayOf } from './zone.ts';

/** How many consultations stand in each state. */
export function countsOf(consultations: readonly Consultation[]): Readonly<Record<State, number>> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>;
  for (const { is } of consultations) counts[is] += 1;
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
const inBand = (consultation: Consultation, band: string | undefined): boolean =>
  band === undefined ||
  consultation.request.ageBand === band ||
  (band === '25+' && consultation.request.ageBand !== '18-24');

/** How far a target has come, and how much of its time has passed (whole per cent, 0–100). */
export function progressOf(
  consultations: readonly Consultation[],
  { indicator, ageBand, from, to }: Target,
  today: string,
  timeZone: string,
): { count: number; elapsed: number } {
  const count = consultations.filter((one) => {
    const day = inBand(one, ageBand) ? reachedOn(one, indicator, timeZone) : undefined;
    return day !== undefined && from <= day && day <= to;
  }).length;
  const [first, last, now] = [from, to, today].map(dayNumberOf) as [number, number, number];
  const passed = Math.min(Math.max(now - first, 0), last - first + 1);
  return { count, elapsed: Math.round((100 * passed) / (last - first + 1)) };
}
