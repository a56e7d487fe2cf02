import type {
  AgeBand,
  Assistance,
  Ballot,
  Basis,
  Certificate,
  Cooperation,
  DeclineReason,
  FirstTime,
  Gender,
  Measure,
  OngoingMeasure,
  OutcomeResult,
  Progress,
  Purpose,
  Template,
  Urgency,
} from './codes.ts';
import type { Knowledge } from './freeBusy.ts';

/** Times inside a consultation are ISO 8601 in UTC (`toISOString()`): they sort as they read. */
export type Instant = string;

export const states = [
  'draft',
  'requested',
  'ready',
  'scheduling',
  'booked',
  'held',
  'advised',
  'recorded',
  'closed',
  'withdrawn',
  'cancelled',
] as const;
export type State = (typeof states)[number];

export const legStates = [
  'offered',
  'waiting',
  'accepted',
  'advised',
  'declined',
  'with-coordinator',
  'dropped',
  'lapsed',
] as const;
export type LegState = (typeof legStates)[number];

/** What the caseworker writes: one question about one pseudonymised case. */
export type Request = {
  municipality: string;
  ageBand: AgeBand;
  agencies: readonly string[];
  question: string;
  basis: Basis;
  template: Template;
  purpose: Purpose;
  urgency: Urgency;
  gender: Gender;
  assistance: Assistance;
  certificate: Certificate;
  measure: OngoingMeasure;
  firstTime: FirstTime;
  background: string;
  strength: string;
};

/** `verb` says what the reason was for. */
export type Reason = { at: Instant; by: string; verb: string; text: string };

export type Addition = { at: Instant; by: string; text: string };

/** Why a person was asked, in the order the rules judged; words for it stand in `src/texts`. */
export type Routing = {
  /** Index of the matching rule among the agency's rules, 0 first; undefined when assigned or forwarded by hand. */
  rule: number | undefined;
  /** The conditions of that rule that held; empty for the default. */
  because: readonly ('municipality' | 'ageBand' | 'template' | 'certificate')[];
  /** What set this person before the others. */
  chosen:
    | 'only'
    | 'speciality'
    | 'fewest-open'
    | 'longest-since'
    | 'order'
    | 'forwarded'
    | 'assigned'
    | 'next'
    | 'took-back';
  openLegs: number;
  /** How many the function had for the municipality, and how many of them could be asked; known where a rule chose. */
  members?: number | undefined;
  able?: number | undefined;
  /** The rule that had named the leg's function before somebody, or silence, changed who is asked. */
  before?: number | undefined;
};

export type Decline = {
  by: string;
  at: Instant;
  reason: DeclineReason;
  text: string;
  suggest: string | undefined;
};
export type Clarification = {
  by: string;
  at: Instant;
  text: string;
  answer: { at: Instant; text: string } | undefined;
};
export type Advice = { by: string; at: Instant; text: string };

/** One asked agency, with its own clock and version. */
export type Leg = {
  agency: string;
  is: LegState;
  /** Since when it has been in that state. */
  since: Instant;
  /** Moves with every change of this leg; a button carries it. */
  version: number;
  /** Asked as a condition for going on. Legs added later never are. */
  required: boolean;
  function: string | undefined;
  /** Whoever is asked now; anyone of the function may answer. */
  asked: string | undefined;
  /** Whoever accepted or advised. */
  holder: string | undefined;
  askedAt: Instant;
  dueAt: Instant | undefined;
  /** How many have let the deadline pass since the agency was asked. */
  silences: number;
  /** Open working minutes left when the clock stopped (state `waiting`). */
  minutesLeft: number | undefined;
  routing: Routing | undefined;
  /** People who have said no or passed it on; never asked again by a rule. */
  passed: readonly string[];
  /** Functions found to be the wrong area. */
  wrongFunctions: readonly string[];
  /** People whose access has ended (conflict of interest, recognised). */
  barred: readonly string[];
  declines: readonly Decline[];
  clarifications: readonly Clarification[];
  advice: readonly Advice[];
};

export type Slot = {
  id: string;
  start: Instant;
  end: Instant;
  link: string | undefined;
  /** What was known of each role when the time was proposed; a place of a session has none. */
  who: Readonly<Record<string, Knowledge>> | undefined;
};

/** One round of proposed times: a vote, or free places in a shared session. */
export type Round = {
  number: number;
  /** Moves when the round is replaced; a button carries it. Votes and added times do not move it. */
  version: number;
  /** The same of the button that adds times, and moves with each addition; undefined before the first. */
  added: number | undefined;
  /** How many times it has had, also those gone since: no number is given twice. */
  proposed: number;
  kind: 'vote' | 'places';
  session: string | undefined;
  slots: readonly Slot[];
  votes: Readonly<Record<string, Readonly<Record<string, Ballot>>>>;
  openedAt: Instant;
  /** When a vote is judged, or until when a place is kept; free places have none. */
  dueAt: Instant | undefined;
};

/** Waits in the list of a full session, at `place` (from 1); `passed`: starts it was offered and has let go by. */
export type Queue = { session: string; place: number; passed: readonly Instant[] };

export type Meeting = {
  start: Instant;
  end: Instant;
  link: string | undefined;
  session: string | undefined;
  /** person id per role; `kommun` is the owner. */
  participants: Readonly<Record<string, string>>;
  /** Agencies that were there, once held. */
  present: readonly string[] | undefined;
  /** The participants have been asked to say that it was held. */
  over: boolean;
};

export type Outcome = {
  version: number;
  /** The round of the case it belongs to. */
  round: number;
  at: Instant;
  by: string;
  result: OutcomeResult;
  measures: readonly Measure[];
  responsible: string;
  nextStep: string;
  nextDate: string;
  planOffered: boolean;
  fkOfficer: boolean;
  obstacle: string | undefined;
  obstacleText: string;
  learning: string;
};

export type FollowUp = {
  at: Instant;
  /** The round of the case it belongs to. */
  round: number;
  progress: Progress;
  planOffered: boolean;
  fkOfficer: boolean;
  cooperation: Cooperation | undefined;
  answered: Cooperation | undefined;
};

/** The whole of one consultation: everything needed to decide what may happen next. */
export type Consultation = {
  id: string;
  association: string;
  reference: string;
  is: State;
  /** Since when it has been in that state. */
  since: Instant;
  /** The prompts (`prompts.ts`) that have been said or passed over, and still are of consequence. */
  prompted: readonly string[];
  /** Moves with every change at all. */
  version: number;
  /** 1, and one more for every reopening. */
  roundOfCase: number;
  owner: string;
  createdAt: Instant;
  sentAt: Instant | undefined;
  request: Request & { version: number; additions: readonly Addition[] };
  legs: readonly Leg[];
  /** The text is closed to everybody but the owner until it has been rewritten (somebody recognised the person). */
  sealed: boolean;
  times: Round | undefined;
  /** Kept also while a place is offered from it. */
  queue: Queue | undefined;
  /** Rounds of this attempt that ended without a match. */
  failedRounds: number;
  /** What stood in the way when the last round was given up, by role: who did not vote, who could at none of the times. */
  unmatched: { silent: readonly string[]; cannot: readonly string[] } | undefined;
  /** Starts that have been offered in this round of the case: a new round offers others first. */
  offered: readonly Instant[];
  /**
   * The calendar entry: stable through moves, the sequence strictly rises (RFC 5546); the time it last stood at, and
   * everyone who has ever been sent it, so that a cancellation reaches them.
   */
  calendar:
    | { uid: string; sequence: number; start: Instant; end: Instant; invited: readonly string[] }
    | undefined;
  meeting: Meeting | undefined;
  /** When a meeting was first held: what the statistics count as met. */
  firstHeldAt: Instant | undefined;
  outcomes: readonly Outcome[];
  recordedAt: Instant | undefined;
  closedAt: Instant | undefined;
  followUps: readonly FollowUp[];
  /** Coordinators who have taken part of the content. */
  joined: readonly string[];
  /** The latest change of owner, undone within 24 hours. */
  handover: { from: string; to: string; at: Instant } | undefined;
  endedBecause: string | undefined;
  /** What people gave as their reason, in their own words; goes with the rest of the content. */
  reasons: readonly Reason[];
  /** The latest outcome stands in the agencies' own records; another outcome or another round takes it back. */
  filed: { at: Instant; by: string } | undefined;
  /** When owner and coordinator were last asked to file it. */
  filingAskedAt: Instant | undefined;
  /** A legal hold; its reason is the latest of `reasons` with the verb `retention.hold`. */
  hold: { at: Instant; by: string } | undefined;
  /** When everything people wrote was last taken out. */
  disposedAt: Instant | undefined;
};

export const isOpenLeg = (leg: Leg): boolean => leg.is === 'offered' || leg.is === 'waiting';
export const isSettled = (leg: Leg): boolean => leg.is === 'accepted' || leg.is === 'advised';
export const isActive = (leg: Leg): boolean => leg.is !== 'dropped' && leg.is !== 'lapsed';

export const legOf = (consultation: Consultation, agency: string): Leg | undefined =>
  consultation.legs.find((leg) => leg.agency === agency);

/** The legs that must be settled: asked and not optional; when none is, all that are asked (product §3). */
export function requiredLegs(consultation: Consultation): readonly Leg[] {
  const active = consultation.legs.filter(isActive);
  const required = active.filter((leg) => leg.required);
  if (required.length > 0) return required;
  // All that the request asked are optional: they decide, not an agency that was added later.
  const asked = active.filter(({ agency }) => consultation.request.agencies.includes(agency));
  return asked.length > 0 ? asked : active;
}

export const outcomeOf = (consultation: Consultation): Outcome | undefined => consultation.outcomes.at(-1);
