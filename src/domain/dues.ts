import { type Association, agencyOf, MUNICIPAL_AGENCY } from './association.ts';
import type { Consultation } from './consultation.ts';
import { followUpDays } from './followUps.ts';
import { openPrompts } from './prompts.ts';
import { type RetentionDue, retentionDues } from './retention.ts';
import { dueAfterWorkingDays } from './workingTime.ts';

/** Something that happens by itself at a moment of the domain's time unless the consultation has moved on. */
export type DueKind =
  | 'draft-gone'
  | 'answer-due'
  | 'vote-due'
  | 'queue'
  | 'place-due'
  | 'prompt'
  | 'meeting-over'
  | 'close'
  | RetentionDue['kind'];
/** `dueAt` is the earliest moment: what speaks to a person waits for their working time. */
export type Due = { kind: DueKind; key: string; dueAt: string };

/** How long a draft is kept. */
export const DRAFT_DAYS = 30;
const CORRECTION_DAYS = 10;

/** Everything a consultation is waiting for; a pure function of what it is, so nothing can be forgotten or doubled. */
export function duesOf(association: Association, consultation: Consultation): readonly Due[] {
  const { createdAt } = consultation;
  if (consultation.sentAt === undefined) {
    const gone = new Date(Date.parse(createdAt) + DRAFT_DAYS * 24 * 60 * 60 * 1000);
    return [{ kind: 'draft-gone', key: 'draft', dueAt: gone.toISOString() }];
  }
  const prompts = openPrompts(association, consultation).map(
    ({ key, at }): Due => ({ kind: 'prompt', key, dueAt: at }),
  );
  return [...stepsDue(association, consultation), ...prompts];
}

function stepsDue(association: Association, consultation: Consultation): readonly Due[] {
  const { is, since, times, queue, meeting, recordedAt, outcomes } = consultation;
  if (is === 'recorded' && recordedAt !== undefined) {
    const { calendar } = agencyOf(association, MUNICIPAL_AGENCY)!;
    const closes = dueAfterWorkingDays(calendar, new Date(recordedAt), CORRECTION_DAYS);
    return [{ kind: 'close', key: `outcome-${outcomes.length}`, dueAt: closes.toISOString() }];
  }
  if (is === 'closed' || is === 'withdrawn' || is === 'cancelled')
    return retentionDues(association, consultation, followUpDays(association, consultation));
  return [
    ...answersDue(consultation),
    ...(is === 'scheduling' && times?.dueAt !== undefined
      ? [
          {
            kind: times.kind === 'vote' ? 'vote-due' : 'place-due',
            key: `round-${times.version}`,
            dueAt: times.dueAt,
          } as const,
        ]
      : []),
    // Tried at once, and put off to the next working day as long as there is no place.
    ...(is === 'ready' && queue ? [{ kind: 'queue', key: queue.session, dueAt: since } as const] : []),
    ...(is === 'booked' && meeting && !meeting.over
      ? [{ kind: 'meeting-over', key: `meeting-${meeting.end}`, dueAt: meeting.end } as const]
      : []),
  ];
}

/** One for each leg whose clock runs, while the consultation is still asking: for the answer, or for promised advice. */
const answersDue = ({ is, legs }: Consultation): readonly Due[] =>
  legs.flatMap(({ is: leg, agency, asked, holder, dueAt }) =>
    dueAt !== undefined &&
    (leg === 'offered' || leg === 'accepted') &&
    ['requested', 'ready', 'scheduling', 'booked'].includes(is)
      ? [
          {
            kind: 'answer-due',
            key: `${agency}/${leg === 'offered' ? asked : holder}/${dueAt}`,
            dueAt,
          } as const,
        ]
      : [],
  );
