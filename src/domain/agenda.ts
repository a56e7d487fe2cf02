import { type Association, MUNICIPAL_AGENCY, personOf } from './association.ts';
import { type Consultation, type Instant, isActive, isOpenLeg, type Meeting } from './consultation.ts';
import { dutyBefore } from './duty.ts';
import { dayOf } from './zone.ts';

/** How many working days before an occasion of a session each participant gets their agenda (product §8). */
const AGENDA_DAYS = 2;

/** One consultation on a person's agenda: whom they are there for, and what is left to prepare. */
export type Item = { role: string; meeting: Meeting; toPrepare: readonly Preparation[] };

/** `agency`: whose question, answer or advice it is. */
export type Preparation =
  | { is: 'rewrite' }
  | { is: 'answer' | 'await-answer' | 'advise' | 'unanswered'; agency: string };

/** What a due for an agenda is kept under: the session and the day of its occasion; undefined for other meetings. */
export const occasionOf = (
  { session, start }: Meeting,
  { timeZone }: Pick<Association, 'timeZone'>,
): string | undefined =>
  session === undefined ? undefined : `${session} ${dayOf(new Date(start), timeZone)}`;

/** Whose agenda of which occasion a change may alter, and when it is then looked at. */
export type AgendaDue = { person: string; occasion: string; at: Instant };

/**
 * Everybody who was or is to come to an occasion: their agenda comes as they begin two working days before, and is looked
 * at again at once when something changes after that.
 */
export function agendaDues(
  association: Association,
  before: Consultation | undefined,
  after: Consultation,
  now: Date,
): readonly AgendaDue[] {
  const dues = new Map<string, AgendaDue>();
  for (const one of [before, after]) {
    const meeting = one?.is === 'booked' ? one.meeting : undefined;
    const occasion = meeting && occasionOf(meeting, association);
    if (meeting === undefined || occasion === undefined || meeting.end <= now.toISOString()) continue;
    for (const id of Object.values(meeting.participants)) {
      const person = personOf(association, id);
      const day = dayOf(new Date(meeting.start), association.timeZone);
      const first = person && dutyBefore(association, person, day, AGENDA_DAYS);
      if (person === undefined) continue;
      const at = new Date(Math.max(first?.getTime() ?? 0, now.getTime())).toISOString();
      dues.set(`${id} ${occasion}`, { person: id, occasion, at });
    }
  }
  return [...dues.values()];
}

/** What a consultation puts on somebody's agenda; nothing unless they are to come to its meeting on that occasion. */
export function itemFor(
  association: Association,
  consultation: Consultation,
  person: string,
  occasion: string,
): Item | undefined {
  const { is, meeting } = consultation;
  if (is !== 'booked' || meeting === undefined || occasionOf(meeting, association) !== occasion)
    return undefined;
  const role = Object.entries(meeting.participants).find(([, id]) => id === person)?.[0];
  if (role === undefined) return undefined;
  return { role, meeting, toPrepare: toPrepare(consultation, role) };
}

function toPrepare({ legs, sealed }: Consultation, role: string): Preparation[] {
  const owner = role === MUNICIPAL_AGENCY;
  const left: Preparation[] = owner && sealed ? [{ is: 'rewrite' }] : [];
  for (const leg of legs.filter(isActive)) {
    const { agency, is, dueAt } = leg;
    if (is === 'waiting' && (owner || agency === role))
      left.push({ is: owner ? 'answer' : 'await-answer', agency });
    else if (isOpenLeg(leg)) left.push({ is: 'unanswered', agency });
    else if (is === 'accepted' && dueAt !== undefined && agency === role) left.push({ is: 'advise', agency });
  }
  return left;
}
