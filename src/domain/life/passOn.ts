import { personOf } from '../association.ts';
import { type Consultation, isOpenLeg } from '../consultation.ts';
import { refuse } from '../result.ts';
import { candidates } from '../routing.ts';
import { handOver } from './meeting.ts';
import { begin, end, type Facts, putLeg, type Step } from './step.ts';

/**
 * All that one person has in a consultation goes to another: what they own, if the other works for the municipality, and
 * what is asked of them, if the other answers for the same function. The clocks go on. A seat that has been taken is its
 * holder's to give up.
 */
export function passOn(consultation: Consultation, facts: Facts, from: string, to: string): Step {
  if (consultation.owner === from) return handOver(consultation, facts, to);
  const { association } = facts;
  const other = personOf(association, to);
  const course = begin(consultation);
  for (const leg of consultation.legs) {
    if (!isOpenLeg(leg) || leg.asked !== from || leg.function === undefined) continue;
    if (other?.role !== 'member' || leg.barred.includes(to)) continue;
    const able = candidates(association, leg.function, consultation.request.municipality);
    if (!able.some(({ id }) => id === to)) continue;
    putLeg(course, leg.agency, {
      asked: to,
      passed: [...leg.passed.filter((id) => id !== to), from],
      routing: { rule: undefined, because: [], chosen: 'forwarded', openLegs: facts.load(to).openLegs },
    });
    course.events.push({ is: 'forwarded', agency: leg.agency, by: from });
    course.events.push({ is: 'offered', agency: leg.agency, to });
  }
  return course.events.length === 0 ? refuse({ code: 'stale' }) : end(course);
}
