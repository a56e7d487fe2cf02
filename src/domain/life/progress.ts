import { agencyOf } from '../association.ts';
import type { Urgency } from '../codes.ts';
import {
  type Consultation,
  isActive,
  isOpenLeg,
  isSettled,
  type Leg,
  requiredLegs,
} from '../consultation.ts';
import { answerDue, type Choice, route } from '../routing.ts';
import { cancelMeeting } from './schedule.ts';
import { type Course, type Facts, iso, put, putLeg } from './step.ts';
import { suggest } from './suggest.ts';

/**
 * A new leg for an agency: routed at once, or with the coordinator when nobody can be asked (product §7). Whoever has
 * left an earlier leg of the same agency for good stays out.
 */
export function newLeg(course: Course, facts: Facts, agency: string, required: boolean): void {
  const before = course.consultation.legs.find((other) => other.agency === agency);
  const leg: Leg = {
    ...unasked(facts, agency),
    version: course.version,
    required,
    barred: before?.barred ?? [],
    declines: before?.declines ?? [],
    clarifications: before?.clarifications ?? [],
    advice: before?.advice ?? [],
  };
  put(course, { legs: [...course.consultation.legs.filter((other) => other.agency !== agency), leg] });
  offer(course, facts, agency);
}

/** A leg that nobody has been asked for yet. */
const unasked = (facts: Facts, agency: string): Leg => ({
  agency,
  is: 'with-coordinator',
  since: iso(facts.now),
  version: 0,
  required: true,
  function: undefined,
  asked: undefined,
  holder: undefined,
  askedAt: iso(facts.now),
  dueAt: undefined,
  silences: 0,
  minutesLeft: undefined,
  routing: undefined,
  passed: [],
  wrongFunctions: [],
  barred: [],
  declines: [],
  clarifications: [],
  advice: [],
});

/** The leg as it would stand if the question were sent now: what a preview is drawn from. */
export const asAsked = (facts: Facts, agency: string, choice: Choice): Leg => ({
  ...unasked(facts, agency),
  is: 'offered',
  function: choice.function,
  asked: choice.person,
  dueAt: iso(choice.dueAt),
  routing: choice.routing,
});

/** Asks the next person the rules name; nobody left means the coordinator, in the same minute. */
export function offer(course: Course, facts: Facts, agency: string, urgency?: Urgency): void {
  const leg = course.consultation.legs.find((one) => one.agency === agency)!;
  const { request } = course.consultation;
  const choice = route(facts, urgency ? { ...request, urgency } : request, agency, leg);
  if (!choice) {
    putLeg(course, agency, { is: 'with-coordinator', asked: undefined, holder: undefined, dueAt: undefined });
    course.events.push({ is: 'nobody', agency });
    return;
  }
  putLeg(course, agency, {
    is: 'offered',
    function: choice.function,
    asked: choice.person,
    holder: undefined,
    askedAt: iso(facts.now),
    dueAt: iso(choice.dueAt),
    minutesLeft: undefined,
    routing: choice.routing,
  });
  course.events.push({ is: 'offered', agency, to: choice.person });
}

/** Asks one named person, with a clock of their own. */
export function offerTo(
  course: Course,
  facts: Facts,
  agency: string,
  to: string,
  how: { chosen: 'assigned'; functionId: string | undefined },
): void {
  const urgency = course.consultation.request.urgency;
  putLeg(course, agency, {
    is: 'offered',
    function: how.functionId,
    asked: to,
    holder: undefined,
    askedAt: iso(facts.now),
    dueAt: iso(answerDue(agencyOf(facts.association, agency)!, urgency, facts.now)),
    minutesLeft: undefined,
    routing: { rule: undefined, because: [], chosen: how.chosen, openLegs: facts.load(to).openLegs },
  });
  course.events.push({ is: 'offered', agency, to });
}

/** Goes on when every required agency is settled (product §3); draws the first suggestion of times by itself. */
export function progress(course: Course, facts: Facts): void {
  const { consultation } = course;
  if (consultation.is !== 'requested') return;
  const required = requiredLegs(consultation);
  if (required.length === 0 || !required.every(isSettled)) return;
  const accepted = required.some((leg) => leg.is === 'accepted');
  const allAdvised = required.every((leg) => leg.is === 'advised');
  if (!accepted || (consultation.request.purpose === 'advice' && allAdvised)) {
    put(course, { is: 'advised' });
    course.events.push({ is: 'advice-complete' });
  } else if (consultation.request.purpose === 'meeting') {
    put(course, { is: 'ready', failedRounds: 0 });
    course.events.push({ is: 'ready' });
    suggest(course, facts);
  }
}

/** A required seat is empty again: back to `requested`, and what was booked on it falls. */
export function unsettle(course: Course, facts: Facts): void {
  const { consultation } = course;
  if (!['ready', 'scheduling', 'booked'].includes(consultation.is)) return;
  if (consultation.meeting) cancelMeeting(course, facts);
  put(course, { is: 'requested', times: undefined });
}

/** Open legs lapse when the consultation ends without them. */
export function lapseOpenLegs(course: Course): void {
  for (const leg of course.consultation.legs)
    if (isActive(leg) && (isOpenLeg(leg) || leg.is === 'declined' || leg.is === 'with-coordinator'))
      putLeg(course, leg.agency, { is: 'lapsed', dueAt: undefined, minutesLeft: undefined });
}

/** Whether anybody has accepted or advised: from then on the request is added to, not edited. */
export const answered = (consultation: Consultation): boolean => consultation.legs.some(isSettled);
