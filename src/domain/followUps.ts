import type { Association } from './association.ts';
import type { Consultation } from './consultation.ts';
import { followUpDay } from './life/meeting.ts';
import { dayOf } from './zone.ts';

/** The days on which the owner is asked what became of it; none after `wrong-question`. */
export function followUpDays(association: Association, consultation: Consultation): readonly string[] {
  const outcome = consultation.outcomes.at(-1);
  if (!outcome || outcome.result === 'wrong-question') return [];
  // A correction moves nothing: the days count from the first outcome of this round of the case.
  const first = consultation.outcomes.find(({ round }) => round === outcome.round) ?? outcome;
  const day = dayOf(new Date(first.at), association.timeZone);
  return association.followUp.map((after) => followUpDay(day, after));
}
