import { agencyOf, personOf } from '../association.ts';
import type { DeclineReason } from '../codes.ts';
import { type Consultation, type Leg, requiredLegs } from '../consultation.ts';
import { refuse } from '../result.ts';
import { answerDue } from '../routing.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../workingTime.ts';
import { offer, progress, unsettle } from './progress.ts';
import { clashes } from './queue.ts';
import { begin, type Course, end, type Facts, iso, put, putLeg, type Step } from './step.ts';

/** Takes the agency's seat; the first wins. With purpose `advice` the same time runs again for the advice. */
export function accept(consultation: Consultation, facts: Facts, leg: Leg): Step {
  const course = begin(consultation);
  const agency = agencyOf(facts.association, leg.agency)!;
  const { purpose, urgency } = consultation.request;
  putLeg(course, leg.agency, {
    is: 'accepted',
    holder: facts.actor.id,
    minutesLeft: undefined,
    dueAt: purpose === 'advice' ? iso(answerDue(agency, urgency, facts.now)) : undefined,
  });
  course.events.push({ is: 'accepted', agency: leg.agency, by: facts.actor.id });
  joinMeeting(course, facts, leg.agency);
  progress(course, facts);
  return end(course);
}

/** Answers in writing instead of meeting. A seat-holder may do so only where advice is the purpose. */
export function advise(consultation: Consultation, facts: Facts, leg: Leg, text: string): Step {
  if (leg.is === 'accepted' && (leg.holder !== facts.actor.id || consultation.request.purpose !== 'advice'))
    return refuse({ code: 'leg-not-open', agency: leg.agency, is: leg.is, holder: leg.holder });
  const course = begin(consultation);
  putLeg(course, leg.agency, {
    is: 'advised',
    holder: facts.actor.id,
    dueAt: undefined,
    minutesLeft: undefined,
    advice: [...leg.advice, { by: facts.actor.id, at: iso(facts.now), text }],
  });
  course.events.push({ is: 'advised', agency: leg.agency, by: facts.actor.id });
  progress(course, facts);
  return end(course);
}

/** Says no, for a reason that decides who is asked next (product §7). Never silently off the quorum. */
export function decline(
  consultation: Consultation,
  facts: Facts,
  leg: Leg,
  said: { reason: DeclineReason; text: string; suggest: string | undefined },
): Step {
  if (said.reason === 'more-needed' && leg.is !== 'accepted') return ask(consultation, facts, leg, said.text);
  if (leg.is === 'accepted' && leg.holder !== facts.actor.id)
    return refuse({ code: 'leg-not-open', agency: leg.agency, is: leg.is, holder: leg.holder });
  // A seat is given up before the meeting, or not at all.
  if (leg.is === 'accepted' && ['held', 'advised'].includes(consultation.is))
    return refuse({ code: 'not-now', state: consultation.is });
  const course = begin(consultation);
  const { agency } = leg;
  const { reason, suggest } = said;
  const by = facts.actor.id;
  const secret = reason === 'conflict' || reason === 'recognised';
  if (leg.is === 'accepted' && requiredLegs(consultation).includes(leg)) unsettle(course, facts);
  else if (leg.is === 'accepted') leaveMeeting(course, agency);
  putLeg(course, agency, {
    holder: undefined,
    dueAt: undefined,
    minutesLeft: undefined,
    passed: [...leg.passed, by],
    barred: secret ? [...leg.barred, by] : leg.barred,
    wrongFunctions:
      reason === 'wrong-area' && leg.function !== undefined
        ? [...leg.wrongFunctions, leg.function]
        : leg.wrongFunctions,
    declines: [...leg.declines, { by, at: iso(facts.now), reason, text: secret ? '' : said.text, suggest }],
  });
  course.events.push({ is: 'declined', agency, by, reason });
  if (reason === 'recognised') {
    put(course, { sealed: true });
    course.events.push({ is: 'recognised', agency });
  }
  if (reason === 'wrong-remit') {
    putLeg(course, agency, { is: 'declined', asked: undefined });
    course.events.push({ is: 'wrong-remit', agency, suggest });
  } else if (reason === 'other' || reason === 'more-needed') {
    putLeg(course, agency, { is: 'with-coordinator', asked: undefined });
    course.events.push({ is: 'nobody', agency });
  } else offer(course, facts, agency);
  return end(course);
}

/** Whoever accepts once the meeting is booked comes along, unless booked elsewhere at that time. */
function joinMeeting(course: Course, facts: Facts, agency: string): void {
  const { is, meeting, calendar } = course.consultation;
  const { id } = facts.actor;
  if (is !== 'booked' || !meeting || clashes(facts, id, new Date(meeting.start), new Date(meeting.end)))
    return;
  put(course, {
    meeting: { ...meeting, participants: { ...meeting.participants, [agency]: id } },
    calendar: calendar && {
      ...calendar,
      // Whoever comes back has been told that it was off for them: this is a later word (RFC 5546 §2.1.4).
      sequence: calendar.sequence + (calendar.invited.includes(id) ? 1 : 0),
      invited: [...new Set([...calendar.invited, id])],
    },
  });
}

/** Somebody leaves a meeting that stands without them: their own entry is cancelled, with a number of its own. */
function leaveMeeting(course: Course, agency: string): void {
  const { meeting, calendar } = course.consultation;
  if (!meeting) return;
  const { [agency]: _left, ...participants } = meeting.participants;
  put(course, {
    meeting: { ...meeting, participants },
    calendar: calendar && { ...calendar, sequence: calendar.sequence + 1 },
  });
}

/** Passes the question to a colleague in the same agency; the clock goes on. */
export function forward(consultation: Consultation, facts: Facts, leg: Leg, to: string): Step {
  const colleague = personOf(facts.association, to);
  if (colleague?.role !== 'member' || colleague.agency !== leg.agency || leg.barred.includes(to))
    return refuse({ code: 'no-such-person', person: to });
  if (to === facts.actor.id) return refuse({ code: 'no-such-person', person: to });
  const course = begin(consultation);
  const own = facts.association.functions.find(
    (one) => one.agency === leg.agency && one.people.includes(to) && one.id === leg.function,
  );
  const other = facts.association.functions.find(
    (one) => one.agency === leg.agency && one.people.includes(to),
  );
  putLeg(course, leg.agency, {
    function: (own ?? other)?.id ?? leg.function,
    asked: to,
    passed: [...leg.passed, facts.actor.id],
    routing: { rule: undefined, because: [], chosen: 'forwarded', openLegs: facts.load(to).openLegs },
  });
  course.events.push({ is: 'forwarded', agency: leg.agency, by: facts.actor.id });
  course.events.push({ is: 'offered', agency: leg.agency, to });
  return end(course);
}

/** Asks the caseworker for more; the leg's clock stops with what is left of it. */
export function ask(consultation: Consultation, facts: Facts, leg: Leg, text: string): Step {
  if (leg.is !== 'offered')
    return refuse({ code: 'leg-not-open', agency: leg.agency, is: leg.is, holder: leg.holder });
  const course = begin(consultation);
  const { calendar } = agencyOf(facts.association, leg.agency)!;
  const due = leg.dueAt === undefined ? facts.now : new Date(leg.dueAt);
  putLeg(course, leg.agency, {
    is: 'waiting',
    dueAt: undefined,
    minutesLeft: facts.now < due ? workingMinutesBetween(calendar, facts.now, due) : 0,
    clarifications: [
      ...leg.clarifications,
      { by: facts.actor.id, at: iso(facts.now), text, answer: undefined },
    ],
  });
  course.events.push({ is: 'asked', agency: leg.agency, by: facts.actor.id });
  return end(course);
}

/** The caseworker's answer: the clock goes on with what was left. */
export function answer(consultation: Consultation, facts: Facts, leg: Leg, text: string): Step {
  const course = begin(consultation);
  const { calendar } = agencyOf(facts.association, leg.agency)!;
  putLeg(course, leg.agency, {
    is: 'offered',
    minutesLeft: undefined,
    dueAt: iso(addWorkingMinutes(calendar, facts.now, leg.minutesLeft ?? 0)),
    clarifications: leg.clarifications.map((one, index) =>
      index === leg.clarifications.length - 1 ? { ...one, answer: { at: iso(facts.now), text } } : one,
    ),
  });
  course.events.push({ is: 'answered', agency: leg.agency });
  return end(course);
}
