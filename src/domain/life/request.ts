import { agencyOf, personOf } from '../association.ts';
import { type Consultation, isActive, type Leg, type Request } from '../consultation.ts';
import { refuse } from '../result.ts';
import { answerDue, chooseFunction } from '../routing.ts';
import { answered, lapseOpenLegs, newLeg, offer } from './progress.ts';
import { cancelMeeting } from './schedule.ts';
import { begin, type Course, end, type Facts, iso, put, putLeg, type Step } from './step.ts';

/** A draft: it has a reference, is its owner's alone, in no count, and gone after 30 days. */
export function draft(
  made: { id: string; reference: string },
  request: Request,
  { association, actor, now }: Pick<Facts, 'association' | 'actor' | 'now'>,
): Consultation {
  return {
    id: made.id,
    association: association.id,
    reference: made.reference,
    is: 'draft',
    since: iso(now),
    prompted: [],
    version: 1,
    roundOfCase: 1,
    owner: actor.id,
    createdAt: iso(now),
    sentAt: undefined,
    request: { ...request, version: 1, additions: [] },
    legs: [],
    sealed: false,
    times: undefined,
    queue: undefined,
    failedRounds: 0,
    unmatched: undefined,
    offered: [],
    calendar: undefined,
    meeting: undefined,
    firstHeldAt: undefined,
    outcomes: [],
    recordedAt: undefined,
    closedAt: undefined,
    followUps: [],
    joined: [],
    handover: undefined,
    endedBecause: undefined,
    reasons: [],
    filed: undefined,
    filingAskedAt: undefined,
    hold: undefined,
    disposedAt: undefined,
  };
}

/** Sends the draft: one leg for each agency asked, each routed and with a clock of its own. */
export function send(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  const { version } = course;
  const sentAt = iso(facts.now);
  put(course, { is: 'requested', sentAt, request: { ...consultation.request, version } });
  course.events.push({ is: 'sent' });
  for (const agency of consultation.request.agencies)
    newLeg(course, facts, agency, agencyOf(facts.association, agency)?.optional !== true);
  return end(course);
}

/** Whether the request may still be rewritten: until somebody has answered, and again while its text is sealed. */
export const mayEdit = (consultation: Consultation): boolean =>
  !answered(consultation) || consultation.sealed;

/** Whether it is added to instead. */
export const mayAdd = (consultation: Consultation): boolean => answered(consultation);

/** Whether an edit changes anything: the same form pressed twice is one edit. */
export function wouldChange(consultation: Consultation, request: Request): boolean {
  const before: Partial<Record<string, unknown>> = consultation.request;
  const { question, background, strength } = request;
  const said = answered(consultation) ? { question, background, strength } : request;
  return Object.entries(said).some(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]));
}

/**
 * Rewrites the request until the first accept or advice: agencies left out are dropped, new ones asked, and whoever the
 * rules now name instead is asked instead. After somebody recognised the person only the words may be rewritten,
 * whenever the consultation is open, and that opens the text again.
 */
export function edit(consultation: Consultation, facts: Facts, request: Request): Step {
  if (!mayEdit(consultation)) return refuse({ code: 'already-answered' });
  const course = begin(consultation);
  const { version } = course;
  const before = consultation.request;
  if (answered(consultation)) {
    const { question, background, strength } = request;
    const same =
      before.question === question && before.background === background && before.strength === strength;
    put(course, {
      request: { ...before, question, background, strength, version },
      // Only another text opens what was closed.
      sealed: consultation.sealed && same,
    });
  } else {
    const same = before.question === request.question && before.background === request.background;
    put(course, {
      request: { ...before, ...request, version },
      sealed: consultation.sealed && same && before.strength === request.strength,
    });
    if (consultation.is !== 'draft') askAnew(course, facts, before);
  }
  if (consultation.is !== 'draft')
    course.events.push({ is: consultation.sealed && !course.consultation.sealed ? 'unsealed' : 'edited' });
  return end(course);
}

function askAnew(course: Course, facts: Facts, before: Request): void {
  const { request, legs } = course.consultation;
  for (const leg of legs.filter(isActive)) {
    const { agency } = leg;
    if (!request.agencies.includes(agency) && before.agencies.includes(agency)) {
      putLeg(course, agency, {
        is: 'dropped',
        required: false,
        asked: undefined,
        dueAt: undefined,
        minutesLeft: undefined,
      });
      course.events.push({ is: 'dropped', agency });
      continue;
    }
    const named = chooseFunction(facts.association, request, agency, leg.wrongFunctions)?.function.id;
    const elsewhere = before.municipality !== request.municipality && !worksFor(facts, request, leg);
    if (elsewhere || (named !== leg.function && leg.is !== 'waiting')) {
      putLeg(course, agency, { passed: [] });
      offer(course, facts, agency);
    } else if (leg.is === 'offered' && request.urgency !== before.urgency) {
      const due = answerDue(agencyOf(facts.association, agency)!, request.urgency, new Date(leg.askedAt));
      putLeg(course, agency, {
        dueAt: iso(
          due > facts.now ? due : answerDue(agencyOf(facts.association, agency)!, request.urgency, facts.now),
        ),
      });
    }
  }
  for (const agency of request.agencies)
    if (!legs.some((leg) => leg.agency === agency && isActive(leg)))
      newLeg(course, facts, agency, agencyOf(facts.association, agency)?.optional !== true);
}

const worksFor = ({ association }: Facts, { municipality }: Request, { asked }: Leg): boolean =>
  asked === undefined || personOf(association, asked)?.municipalities.includes(municipality) === true;

/** Adds text for all parties once somebody has answered. */
export function add(consultation: Consultation, facts: Facts, text: string): Step {
  if (!mayAdd(consultation)) return refuse({ code: 'not-answered-yet' });
  const course = begin(consultation);
  const addition = { at: iso(facts.now), by: facts.actor.id, text };
  put(course, {
    request: { ...consultation.request, additions: [...consultation.request.additions, addition] },
  });
  course.events.push({ is: 'added' });
  return end(course);
}

/** The owner withdraws, the coordinator cancels: open legs lapse and a meeting is called off. */
export function withdraw(consultation: Consultation, facts: Facts, reason: string): Step {
  const course = begin(consultation);
  const is = consultation.owner === facts.actor.id ? 'withdrawn' : 'cancelled';
  if (consultation.meeting) cancelMeeting(course, facts);
  lapseOpenLegs(course);
  put(course, { is, times: undefined, endedBecause: reason, closedAt: iso(facts.now) });
  course.events.push({ is });
  return end(course);
}

/** A new round of the same case: same reference, agencies asked anew, what was recorded stays. */
export function reopen(consultation: Consultation, facts: Facts): Step {
  if (consultation.disposedAt !== undefined) return refuse({ code: 'disposed' });
  const course = begin(consultation);
  put(course, {
    is: 'requested',
    roundOfCase: consultation.roundOfCase + 1,
    sentAt: iso(facts.now),
    times: undefined,
    failedRounds: 0,
    unmatched: undefined,
    offered: [],
    meeting: undefined,
    // The meeting that was held keeps its entry; another one is another entry.
    calendar: undefined,
    recordedAt: undefined,
    closedAt: undefined,
    filed: undefined,
    filingAskedAt: undefined,
    request: { ...consultation.request, version: course.version },
  });
  course.events.push({ is: 'reopened' });
  for (const { is, agency, required } of consultation.legs)
    if (is !== 'dropped') newLeg(course, facts, agency, required);
  return end(course);
}
