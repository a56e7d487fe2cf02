import type { Association } from './association.ts';
import type { Consultation } from './consultation.ts';
import { followedUp } from './life/meeting.ts';
import { instantAt } from './zone.ts';

/** Something that happens by itself to a consultation that has ended, at an instant (ISO). */
export type RetentionDue = { kind: 'file-ask' | 'dispose' | 'count'; key: string; dueAt: string };

const DAY = 24 * 60 * 60 * 1000;
/** From this day after closure on, owner and coordinator are asked to file what is not filed (product §12). */
const ASK_DAY = 60;
const ASK_AGAIN_DAYS = 30;
/** How long the last follow-up is waited for after its day. */
const FOLLOW_UP_GRACE_DAYS = 30;

const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY).toISOString();

const later = (one: string, other: string): string => (one > other ? one : other);

/** Whether the outcome still has to be filed with the agencies before its text may go; what ended without one has nothing to file. */
export const awaitsFiling = ({ is, filed }: Consultation): boolean => is === 'closed' && filed === undefined;

/** Every text people have written in a consultation, empty ones too. */
export const textsOf = ({ request, legs, outcomes, endedBecause, reasons }: Consultation): string[] => [
  request.question,
  request.background,
  request.strength,
  ...request.additions.map(({ text }) => text),
  ...legs.flatMap(({ declines, clarifications, advice }) => [
    ...declines.map(({ text }) => text),
    ...clarifications.flatMap(({ text, answer }) => [text, answer?.text ?? '']),
    ...advice.map(({ text }) => text),
  ]),
  ...outcomes.flatMap(({ nextStep, obstacleText, learning }) => [nextStep, obstacleText, learning]),
  endedBecause ?? '',
  ...reasons.map(({ text }) => text),
];

/** Whether any text is left; a reason given after the disposal (a hand-over, a hold) is one and goes in its turn. */
const hasText = (consultation: Consultation): boolean => textsOf(consultation).some((text) => text !== '');

/**
 * What a consultation that has ended is waiting for: to be filed, to lose its content, to become a row of numbers. A
 * legal hold stops the last two. `followUpDays` are the days on which follow-ups are asked for (`YYYY-MM-DD`).
 */
export function retentionDues(
  { retention, timeZone }: Association,
  consultation: Consultation,
  followUpDays: readonly string[],
): readonly RetentionDue[] {
  const { closedAt, filingAskedAt, hold, disposedAt, roundOfCase } = consultation;
  if (closedAt === undefined) return [];
  if (awaitsFiling(consultation)) {
    const first = daysAfter(closedAt, Math.min(ASK_DAY, retention.contentDaysAfterClosure));
    const dueAt = filingAskedAt === undefined ? first : daysAfter(filingAskedAt, ASK_AGAIN_DAYS);
    return [{ kind: 'file-ask', key: `ask-${roundOfCase}-${filingAskedAt ?? ''}`, dueAt }];
  }
  if (hold !== undefined) return [];
  if (disposedAt === undefined || hasText(consultation)) {
    const dueAt = daysAfter(closedAt, retention.contentDaysAfterClosure);
    return [{ kind: 'dispose', key: `content-${disposedAt ?? ''}`, dueAt }];
  }
  const last = followUpDays.at(-1);
  const isGiven = consultation.is !== 'closed' || followedUp(consultation) >= followUpDays.length;
  const counted =
    isGiven || last === undefined
      ? disposedAt
      : daysAfter(instantAt(last, 0, timeZone).toISOString(), FOLLOW_UP_GRACE_DAYS);
  return [{ kind: 'count', key: 'rest', dueAt: later(disposedAt, counted) }];
}
