import { agencyOf, MUNICIPAL_AGENCY, personOf } from '../association.ts';
import { type Consultation, isActive, type Leg, legOf } from '../consultation.ts';
import { refuse } from '../result.ts';
import { newLeg, offerTo, progress } from './progress.ts';
import { begin, end, type Facts, putLeg, type Step } from './step.ts';

/** Asks one agency more. An added leg is optional and never undoes what stands. */
export function addLeg(consultation: Consultation, facts: Facts, agency: string): Step {
  if (agency === MUNICIPAL_AGENCY || !agencyOf(facts.association, agency))
    return refuse({ code: 'no-such-agency', agency });
  const present = legOf(consultation, agency);
  if (present && isActive(present)) return refuse({ code: 'already-asked', agency });
  const course = begin(consultation);
  newLeg(course, facts, agency, false);
  return end(course);
}

/** The coordinator asks one named person of the agency. */
export function assignLeg(consultation: Consultation, facts: Facts, leg: Leg, to: string): Step {
  const person = personOf(facts.association, to);
  if (person?.role !== 'member' || person.agency !== leg.agency || leg.barred.includes(to))
    return refuse({ code: 'no-such-person', person: to });
  const course = begin(consultation);
  const functions = facts.association.functions.filter((one) => one.people.includes(to));
  const functionId = (functions.find(({ id }) => id === leg.function) ?? functions[0])?.id;
  offerTo(course, facts, leg.agency, to, { chosen: 'assigned', functionId });
  return end(course);
}

/** Goes on without an agency: said out loud, with a reason, by somebody who may. */
export function dropLeg(consultation: Consultation, facts: Facts, leg: Leg): Step {
  if (consultation.legs.filter(isActive).length === 1)
    return refuse({ code: 'last-leg', agency: leg.agency });
  const course = begin(consultation);
  putLeg(course, leg.agency, {
    is: 'dropped',
    required: false,
    asked: undefined,
    dueAt: undefined,
    minutesLeft: undefined,
  });
  course.events.push({ is: 'dropped', agency: leg.agency });
  progress(course, facts);
  return end(course);
}
