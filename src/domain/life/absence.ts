import { agencyOf } from '../association.ts';
import { type Consultation, isOpenLeg, type Leg } from '../consultation.ts';
import { type Absence, nextOnDuty } from '../duty.ts';
import { answerDue } from '../routing.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../workingTime.ts';
import { beginning } from '../zone.ts';
import { successorOf } from './silence.ts';
import { begin, type Course, end, type Facts, iso, putLeg, type Step } from './step.ts';

/** What becomes of the questions somebody has when they go away: others are asked, or they wait. */
export type Leave = 'move' | 'hold';

/** The open legs that ask a person and would fall due once they have gone. */
export const legsLeft = (consultation: Consultation, absence: Absence, timeZone: string): readonly Leg[] =>
  consultation.legs.filter(
    (leg) =>
      isOpenLeg(leg) &&
      leg.asked === absence.person &&
      (leg.dueAt === undefined || leg.dueAt >= iso(beginning(absence.from, timeZone))),
  );

/**
 * The person asked goes away. `move`: whoever answers for them, else whom the rules name, is asked at once, with the
 * time that is left but at least that of `soon`. `hold`: what is left of the time when they go runs from their return.
 */
export function leave(consultation: Consultation, facts: Facts, absence: Absence, how: Leave): Step {
  const course = begin(consultation);
  for (const leg of legsLeft(consultation, absence, facts.association.timeZone))
    if (how === 'move') moveLeg(course, facts, absence, leg);
    else holdLeg(course, facts, absence, leg);
  return end(course);
}

function moveLeg(course: Course, facts: Facts, { person }: Absence, leg: Leg): void {
  const { agency } = leg;
  const next = successorOf(course.consultation, facts, leg);
  const passed = [...leg.passed, person];
  course.events.push({ is: 'away', agency, by: person, until: undefined });
  if (!next) {
    putLeg(course, agency, {
      is: 'with-coordinator',
      asked: undefined,
      dueAt: undefined,
      minutesLeft: undefined,
      passed,
    });
    course.events.push({ is: 'nobody', agency });
    return;
  }
  const soonest = iso(answerDue(agencyOf(facts.association, agency)!, 'soon', facts.now));
  putLeg(course, agency, {
    function: next.function,
    asked: next.person,
    askedAt: iso(facts.now),
    dueAt: leg.dueAt === undefined || leg.dueAt > soonest ? leg.dueAt : soonest,
    routing: next.routing,
    passed,
  });
  course.events.push({ is: 'offered', agency, to: next.person });
}

function holdLeg(course: Course, facts: Facts, absence: Absence, leg: Leg): void {
  const { association, now, absences } = facts;
  const person = association.people.find(({ id }) => id === absence.person);
  const { calendar } = agencyOf(association, leg.agency)!;
  const goes = new Date(Math.max(now.getTime(), beginning(absence.from, association.timeZone).getTime()));
  const back = person && nextOnDuty(association, person, absences(person.id), goes);
  if (back === undefined || leg.dueAt === undefined) return;
  const left = workingMinutesBetween(calendar, goes, new Date(leg.dueAt));
  const dueAt = iso(addWorkingMinutes(calendar, back, left));
  if (dueAt <= leg.dueAt) return;
  putLeg(course, leg.agency, { dueAt });
  course.events.push({ is: 'away', agency: leg.agency, by: absence.person, until: iso(back) });
}
