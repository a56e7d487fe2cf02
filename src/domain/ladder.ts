import { agencyOf, coordinatorsOf, personOf } from './association.ts';
import type { Consultation, Leg } from './consultation.ts';
import { nextOnDuty } from './duty.ts';
import { successorOf } from './life/silence.ts';
import type { Facts } from './life/step.ts';
import { answerDue } from './routing.ts';
import { halfTime } from './workingTime.ts';

/** What happens to an unanswered question, when, and whom it reaches; the coordinator when `to` is undefined. */
export type Rung = { is: 'reminder' | 'takeover' | 'coordinator'; at: Date; to: string | undefined };

/**
 * What happens if nobody answers: the reminder at half time, whoever is asked instead after the deadline, and the
 * coordinator, each when the one it reaches works. As things stand now: who is asked instead is judged when the time comes.
 */
export function ladderOf(consultation: Consultation, facts: Facts, leg: Leg): readonly Rung[] {
  const { association, absences, now } = facts;
  const agency = agencyOf(association, leg.agency);
  if (leg.is !== 'offered' || leg.dueAt === undefined || agency === undefined) return [];
  const onDuty = (id: string, from: Date, before?: Date): Date | undefined => {
    const person = personOf(association, id);
    return person && nextOnDuty(association, person, absences(id), from, before);
  };
  const due = new Date(leg.dueAt);
  const half = halfTime(agency.calendar, new Date(leg.askedAt), due);
  const rungs: Rung[] = [];
  const reminded = leg.asked === undefined ? undefined : onDuty(leg.asked, half, due);
  if (reminded && reminded >= now) rungs.push({ is: 'reminder', at: reminded, to: leg.asked });
  const coordinators = coordinatorsOf(association).map(({ id }) => id);
  const toCoordinator = (from: Date): Rung => {
    const times = coordinators.flatMap((id) => onDuty(id, from)?.getTime() ?? []);
    return { is: 'coordinator', at: times.length > 0 ? new Date(Math.min(...times)) : from, to: undefined };
  };
  const next =
    leg.silences > 0 ? undefined : successorOf(consultation, { ...facts, now: later(due, now) }, leg);
  const takes = next && onDuty(next.person, later(due, now));
  if (!next || !takes) return [...rungs, toCoordinator(later(due, now))];
  rungs.push({ is: 'takeover', at: takes, to: next.person });
  return [...rungs, toCoordinator(answerDue(agency, 'soon', takes))];
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
