import { agencyOf, personOf } from '../association.ts';
import type { Consultation, Leg } from '../consultation.ts';
import { answerDue, candidates } from '../routing.ts';
import { offer } from './progress.ts';
import { begin, type Course, end, type Facts, iso, put, putLeg, type Step } from './step.ts';

/**
 * The deadline has passed without an answer: the backup is asked, else the next person of the function, with the time
 * of `soon`; when nobody is left, the coordinator has it. Whoever was asked first may still answer until somebody has.
 */
export function silence(consultation: Consultation, facts: Facts, leg: Leg): Step {
  const course = begin(consultation);
  const silent = leg.asked;
  putLeg(course, leg.agency, { passed: silent === undefined ? leg.passed : [...leg.passed, silent] });
  if (silent !== undefined) course.events.push({ is: 'overdue', agency: leg.agency, by: silent });
  if (!askBackup(course, facts, leg)) offer(course, facts, leg.agency, 'soon');
  return end(course);
}

function askBackup(course: Course, facts: Facts, leg: Leg): boolean {
  const { association, now } = facts;
  const { municipality } = course.consultation.request;
  const backup = leg.asked === undefined ? undefined : personOf(association, leg.asked)?.backup;
  if (backup === undefined || leg.function === undefined) return false;
  if (leg.passed.includes(backup) || leg.barred.includes(backup)) return false;
  if (!candidates(association, leg.function, municipality).some(({ id }) => id === backup)) return false;
  putLeg(course, leg.agency, {
    asked: backup,
    askedAt: iso(now),
    dueAt: iso(answerDue(agencyOf(association, leg.agency)!, 'soon', now)),
    routing: { rule: undefined, because: [], chosen: 'next', openLegs: facts.load(backup).openLegs },
  });
  course.events.push({ is: 'offered', agency: leg.agency, to: backup });
  return true;
}

/** The booked meeting's end has come: whoever was there is asked to say so. Nothing else changes. */
export function meetingEnded(consultation: Consultation): Step {
  const course = begin(consultation);
  const { meeting } = consultation;
  put(course, { meeting: meeting && { ...meeting, over: true } });
  course.events.push({ is: 'meeting-over' });
  return end(course);
}
