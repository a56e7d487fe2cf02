import { agencyOf } from '../association.ts';
import type { Consultation, Request } from '../consultation.ts';
import { refuse } from '../result.ts';
import { answered, lapseOpenLegs, newLeg } from './progress.ts';
import { cancelMeeting } from './schedule.ts';
import { begin, end, type Facts, iso, put, type Step } from './step.ts';

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
    version: 1,
    roundOfCase: 1,
    owner: actor.id,
    createdAt: iso(now),
    sentAt: undefined,
    request: { ...request, version: 1, additions: [] },
    legs: [],
    sealed: false,
    times: undefined,
    failedRounds: 0,
    calendar: undefined,
    meeting: undefined,
    outcomes: [],
    recordedAt: undefined,
    closedAt: undefined,
    followUps: [],
    joined: [],
    handover: undefined,
    endedBecause: undefined,
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

/**
 * Rewrites the request until the first accept or advice. After somebody recognised the person it may be rewritten
 * whenever the consultation is open, and that opens the text again. The agencies asked are changed by `leg.*`.
 */
export function edit(consultation: Consultation, request: Request): Step {
  if (answered(consultation) && !consultation.sealed) return refuse({ code: 'already-answered' });
  const course = begin(consultation);
  const { version } = course;
  const draft = consultation.is === 'draft';
  const kept = draft
    ? {}
    : { agencies: consultation.request.agencies, municipality: consultation.request.municipality };
  put(course, {
    request: { ...consultation.request, ...request, ...kept, version },
    sealed: false,
  });
  if (!draft) course.events.push({ is: consultation.sealed ? 'unsealed' : 'edited' });
  return end(course);
}

/** Adds text for all parties once somebody has answered. */
export function add(consultation: Consultation, facts: Facts, text: string): Step {
  if (!answered(consultation)) return refuse({ code: 'not-answered-yet' });
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
  const course = begin(consultation);
  put(course, {
    is: 'requested',
    roundOfCase: consultation.roundOfCase + 1,
    sentAt: iso(facts.now),
    times: undefined,
    failedRounds: 0,
    meeting: undefined,
    // The meeting that was held keeps its entry; another one is another entry.
    calendar: undefined,
    recordedAt: undefined,
    closedAt: undefined,
    request: { ...consultation.request, version: course.version },
  });
  course.events.push({ is: 'reopened' });
  for (const { is, agency, required } of consultation.legs)
    if (is !== 'dropped') newLeg(course, facts, agency, required);
  return end(course);
}
