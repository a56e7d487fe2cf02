import { agencyOf, coordinatorsOf, personOf } from '../association.ts';
import type { Consultation, Leg } from '../consultation.ts';
import { nextOnDuty } from '../duty.ts';
import { type Prompt, promptsOf } from '../prompts.ts';
import { answerDue, type Choice, candidates, route } from '../routing.ts';
import { dueAfterWorkingDays, type Windows } from '../workingTime.ts';
import { begin, type Course, end, type Facts, iso, put, putLeg, type Step } from './step.ts';

/** Whoever would be told does not work now; it is to be tried again then. */
export type Later = { later: Date };

export const isLater = (step: Step | Later): step is Later => 'later' in step;

/**
 * The deadline has passed without an answer. First the backup is asked, else the next person of the function, with the
 * time of `soon`; after a second silence, or when nobody is left, the coordinator has it. Whoever was asked first may
 * still answer until somebody has. Advice that was promised and did not come is the coordinator's to know.
 */
export function silence(consultation: Consultation, facts: Facts, leg: Leg): Step | Later {
  if (leg.is === 'accepted') return adviceLate(consultation, facts, leg);
  const next = leg.silences > 0 ? undefined : successorOf(consultation, facts, leg);
  const told = next ? [next.person] : coordinatorsOf(facts.association).map(({ id }) => id);
  const later = whenOnDuty(facts, told);
  if (later) return next ? later : untilSomebody(later, facts, leg);
  const course = begin(consultation);
  const silent = leg.asked;
  const silences = leg.silences + 1;
  const passed = silent === undefined ? leg.passed : [...leg.passed, silent];
  if (silent !== undefined) course.events.push({ is: 'overdue', agency: leg.agency, by: silent });
  if (next) ask(course, facts, leg, next, { passed, silences });
  else {
    putLeg(course, leg.agency, {
      is: 'with-coordinator',
      asked: undefined,
      dueAt: undefined,
      passed,
      silences,
    });
    course.events.push({ is: 'nobody', agency: leg.agency });
  }
  return end(course);
}

/** No coordinator works for a while: a colleague who comes back before they do is found within a working day. */
function untilSomebody({ later }: Later, { association, now }: Facts, { agency, silences }: Leg): Later {
  if (silences > 0) return { later };
  const again = dueAfterWorkingDays(agencyOf(association, agency)!.calendar, now, 1);
  return { later: again < later ? again : later };
}

function ask(course: Course, facts: Facts, leg: Leg, next: Choice, after: Partial<Leg>): void {
  putLeg(course, leg.agency, {
    ...after,
    function: next.function,
    asked: next.person,
    askedAt: iso(facts.now),
    dueAt: iso(next.dueAt),
    routing: next.routing,
  });
  course.events.push({ is: 'offered', agency: leg.agency, to: next.person });
}

/** Who is asked when an answer fails to come: the backup of whoever was asked, else whom the rules name next. */
export function successorOf(consultation: Consultation, facts: Facts, leg: Leg): Choice | undefined {
  const { request } = consultation;
  const passed = leg.asked === undefined ? leg.passed : [...leg.passed, leg.asked];
  return (
    backupFor(facts, request.municipality, { ...leg, passed }) ??
    route(facts, { ...request, urgency: 'soon' }, leg.agency, { ...leg, passed })
  );
}

function backupFor(facts: Facts, municipality: string, leg: Leg): Choice | undefined {
  const { association, now } = facts;
  const asked = leg.asked === undefined ? undefined : personOf(association, leg.asked);
  const instead = facts.absences(leg.asked ?? '').find(({ backup }) => backup !== undefined)?.backup;
  for (const id of [instead, asked?.backup]) {
    if (id === undefined || leg.function === undefined) continue;
    if (leg.passed.includes(id) || leg.barred.includes(id)) continue;
    const backup = candidates(association, leg.function, municipality).find((one) => one.id === id);
    const dueAt = answerDue(agencyOf(association, leg.agency)!, 'soon', now);
    const { openLegs } = facts.load(id);
    if (!backup || facts.away(id, now, dueAt)) continue;
    if (backup.capacity !== undefined && openLegs >= backup.capacity) continue;
    const routing = { rule: undefined, because: [], chosen: 'next', openLegs } as const;
    return { function: leg.function, person: id, dueAt, routing };
  }
  return undefined;
}

function adviceLate(consultation: Consultation, facts: Facts, leg: Leg): Step | Later {
  const later = whenOnDuty(
    facts,
    coordinatorsOf(facts.association).map(({ id }) => id),
  );
  if (later) return later;
  const course = begin(consultation);
  putLeg(course, leg.agency, { dueAt: undefined });
  course.events.push({ is: 'advice-late', agency: leg.agency, by: leg.holder });
  return end(course);
}

/**
 * Reminds, or tells the coordinator that something stands still: those who work now, or whoever works first. What can no
 * longer be said in time is passed over.
 */
export function prompted(consultation: Consultation, facts: Facts, prompt: Prompt): Step | Later {
  const { to, until, news, agency } = prompt;
  const before = until === undefined ? undefined : new Date(until);
  const later = whenOnDuty(facts, to, before);
  if (later) return later;
  const course = begin(consultation);
  const now = to.filter((person) => dutyOf(facts, person)?.getTime() === facts.now.getTime());
  put(course, { prompted: withAllSaid(consultation, facts, prompt) });
  for (const person of now) course.events.push({ is: 'prompted', to: person, news, agency });
  return end(course);
}

/**
 * What has been said once this has. What was to be said again meanwhile, to the same people and in the same words, is said
 * with it: whoever comes back from a holiday hears of each thing once.
 */
function withAllSaid(consultation: Consultation, { association, now }: Facts, prompt: Prompt): string[] {
  const standing = new Set(promptsOf(association, consultation).map(({ key }) => key));
  const said = [...consultation.prompted.filter((key) => standing.has(key)), prompt.key];
  const isSame = ({ key, at, to, news, agency }: Prompt) =>
    !said.includes(key) &&
    at <= iso(now) &&
    news === prompt.news &&
    agency === prompt.agency &&
    to.join() === prompt.to.join();
  // A step of a ladder stands only once the one before it has been taken.
  for (;;) {
    const next = promptsOf(association, { ...consultation, prompted: said }).find(isSame);
    if (next === undefined) return said;
    said.push(next.key);
  }
}

/** When somebody may next be told something; in their quiet hours only what could not be told in time after them. */
const dutyOf = (
  { association, absences, quiet, now }: Facts,
  id: string,
  before?: Date,
): Date | undefined => {
  const person = personOf(association, id);
  const next = (hours?: Windows) =>
    person && nextOnDuty(association, person, absences(id), now, before, hours);
  return next(quiet?.(id)) ?? next();
};

/** When the first of these works next, if none does now; undefined also when none will. */
function whenOnDuty(facts: Facts, people: readonly string[], before?: Date): Later | undefined {
  const next = people
    .flatMap((id) => dutyOf(facts, id, before)?.getTime() ?? [])
    .reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY);
  return Number.isFinite(next) && next > facts.now.getTime() ? { later: new Date(next) } : undefined;
}

/** The booked meeting's end has come: whoever was there is asked to say so. Nothing else changes. */
export function meetingEnded(consultation: Consultation): Step {
  const course = begin(consultation);
  const { meeting } = consultation;
  put(course, { meeting: meeting && { ...meeting, over: true } });
  course.events.push({ is: 'meeting-over' });
  return end(course);
}
