import type { Consultation, Leg } from '../consultation.ts';
import { refuse } from '../result.ts';
import { begin, end, type Facts, iso, put, type Step } from './step.ts';

/** The latest outcome has been filed in the agencies' own records: from now on its text may go from here. */
export function file(consultation: Consultation, facts: Facts): Step {
  if (consultation.filed) return refuse({ code: 'already-filed' });
  const course = begin(consultation);
  put(course, { filed: { at: iso(facts.now), by: facts.actor.id }, filingAskedAt: undefined });
  course.events.push({ is: 'filed' });
  return end(course);
}

/** Owner and coordinator are asked to file; asked again as long as nobody does. */
export function askToFile(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  put(course, { filingAskedAt: iso(facts.now) });
  course.events.push({ is: 'file-asked' });
  return end(course);
}

/** A legal hold: nothing of it is disposed of before it is released. */
export function hold(consultation: Consultation, facts: Facts): Step {
  if (consultation.hold) return refuse({ code: 'already-on-hold' });
  const course = begin(consultation);
  put(course, { hold: { at: iso(facts.now), by: facts.actor.id } });
  course.events.push({ is: 'hold' });
  return end(course);
}

/** The hold is over; what should have gone meanwhile goes now. */
export function release(consultation: Consultation): Step {
  if (!consultation.hold) return refuse({ code: 'not-on-hold' });
  const course = begin(consultation);
  put(course, { hold: undefined });
  course.events.push({ is: 'released' });
  return end(course);
}

/** Every text a person wrote, and every meeting link, goes; codes, people and times stay for the follow-ups. */
export function dispose(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  const { request, legs, times, meeting, outcomes, endedBecause, reasons } = consultation;
  put(course, {
    request: {
      ...request,
      question: '',
      background: '',
      strength: '',
      additions: request.additions.map(wordless),
    },
    legs: legs.map((leg) => withoutText(leg, course.version)),
    times: times && { ...times, slots: times.slots.map((slot) => ({ ...slot, link: undefined })) },
    meeting: meeting && { ...meeting, link: undefined },
    outcomes: outcomes.map((one) => ({ ...one, nextStep: '', obstacleText: '', learning: '' })),
    endedBecause: endedBecause === undefined ? undefined : '',
    reasons: reasons.map(wordless),
    disposedAt: iso(facts.now),
  });
  course.events.push({ is: 'disposed' });
  return end(course);
}

const wordless = <T extends { text: string }>(said: T): T => ({ ...said, text: '' });

function withoutText(leg: Leg, version: number): Leg {
  const { declines, clarifications, advice } = leg;
  if (declines.length + clarifications.length + advice.length === 0) return leg;
  return {
    ...leg,
    version,
    declines: declines.map(wordless),
    clarifications: clarifications.map(({ answer, ...said }) => ({
      ...said,
      text: '',
      answer: answer && wordless(answer),
    })),
    advice: advice.map(wordless),
  };
}
