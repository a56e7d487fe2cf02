import { followUpDay } from '../../domain/life/meeting.ts';
import { addDays, dayOf, instantAt } from '../../domain/zone.ts';
import type { FollowUpDue } from '../../store/standings.ts';
import type { Turn } from '../turn.ts';

/** Up to when an outcome must have been recorded for each of the follow-ups to be due today. */
export function followUpsDue({
  association: { followUp, timeZone },
  now,
}: Pick<Turn, 'association' | 'now'>): FollowUpDue[] {
  const today = dayOf(now, timeZone);
  return followUp.map((after, given) => {
    let last = today;
    // A later outcome never has an earlier follow-up, so the first day that is early enough ends it.
    while (followUpDay(last, after) > today) last = addDays(last, -1);
    return { given, before: instantAt(addDays(last, 1), 0, timeZone).toISOString() };
  });
}

/** Every follow-up that is still to be given, whenever it is due. */
export const followUpsLeft = ({ association: { followUp } }: Pick<Turn, 'association'>): FollowUpDue[] =>
  followUp.map((_, given) => ({ given, before: '9' }));
