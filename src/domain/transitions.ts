import type { Relation } from './access.ts';
import { type Consultation, type Leg, type LegState, legOf, type State } from './consultation.ts';
import { ok, type Result, refuse } from './result.ts';

/** Every verb that acts on a consultation. */
export const verbs = [
  'request.send',
  'request.edit',
  'request.add',
  'request.withdraw',
  'respond.accept',
  'respond.decline',
  'respond.forward',
  'respond.ask',
  'respond.advise',
  'clarify.answer',
  'leg.add',
  'leg.assign',
  'leg.drop',
  'schedule.suggest',
  'schedule.add',
  'schedule.vote',
  'schedule.book',
  'schedule.move',
  'schedule.cancel',
  'meeting.held',
  'outcome.record',
  'outcome.file',
  'followup.record',
  'consultation.show',
  'consultation.join',
  'consultation.handover',
  'consultation.reopen',
  'retention.hold',
  'retention.release',
] as const;
export type Verb = (typeof verbs)[number];

/** The part whose version a button carries: one agency's answer never makes another's button stale. */
export type Part =
  | 'request'
  | 'leg'
  | 'times'
  | 'added-times'
  | 'outcome'
  | 'additions'
  | 'follow-ups'
  | 'none';

type Row = {
  who: readonly Relation[];
  in: readonly State[];
  /** The states the leg must be in, where the verb acts on one. */
  leg?: readonly LegState[];
  part: Part;
};

const open: readonly LegState[] = ['offered', 'waiting'];
const unresolved: readonly LegState[] = ['offered', 'waiting', 'declined', 'with-coordinator'];
const asking: readonly State[] = ['requested', 'ready', 'scheduling', 'booked'];
/** As long as a leg can be open: an optional one may still be answered after the meeting, until the outcome. */
const answering: readonly State[] = [...asking, 'held', 'advised'];
const any: readonly State[] = [
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
];
const everyone: readonly Relation[] = ['owner', 'coordinator', 'candidate', 'seat', 'adviser', 'colleague'];

/**
 * The transition table of product §3, whole: who may do what in which state. A cell not listed refuses. Conditions
 * beyond state and relation (before the first answer, from the meeting's start …) stand with each step in `life/`.
 */
export const transitions: Readonly<Record<Verb, Row>> = {
  'request.send': { who: ['owner'], in: ['draft'], part: 'request' },
  'request.edit': { who: ['owner'], in: ['draft', ...answering], part: 'request' },
  'request.add': { who: ['owner'], in: answering, part: 'additions' },
  'request.withdraw': { who: ['owner', 'coordinator'], in: ['draft', ...asking, 'advised'], part: 'none' },
  'respond.accept': { who: ['candidate'], in: answering, leg: open, part: 'leg' },
  'respond.decline': { who: ['candidate', 'seat'], in: answering, leg: [...open, 'accepted'], part: 'leg' },
  'respond.forward': { who: ['candidate'], in: answering, leg: open, part: 'leg' },
  'respond.ask': { who: ['candidate'], in: answering, leg: ['offered'], part: 'leg' },
  'respond.advise': { who: ['candidate', 'seat'], in: answering, leg: [...open, 'accepted'], part: 'leg' },
  'clarify.answer': { who: ['owner'], in: answering, leg: ['waiting'], part: 'leg' },
  'leg.add': { who: ['owner', 'coordinator'], in: asking, part: 'none' },
  'leg.assign': { who: ['coordinator'], in: answering, leg: unresolved, part: 'leg' },
  'leg.drop': { who: ['owner', 'coordinator'], in: answering, leg: unresolved, part: 'leg' },
  'schedule.suggest': { who: ['owner', 'coordinator'], in: ['ready', 'scheduling', 'held'], part: 'times' },
  'schedule.add': { who: ['owner', 'coordinator'], in: ['scheduling'], part: 'added-times' },
  'schedule.vote': { who: ['owner', 'seat'], in: ['scheduling'], part: 'times' },
  'schedule.book': { who: ['owner', 'coordinator', 'seat'], in: ['scheduling'], part: 'times' },
  'schedule.move': { who: ['owner', 'seat', 'coordinator'], in: ['booked'], part: 'times' },
  'schedule.cancel': { who: ['owner', 'coordinator'], in: ['scheduling', 'booked'], part: 'times' },
  'meeting.held': { who: ['owner', 'seat', 'coordinator'], in: ['booked'], part: 'times' },
  'outcome.record': {
    who: ['owner', 'seat', 'adviser'],
    in: ['held', 'advised', 'recorded'],
    part: 'outcome',
  },
  'outcome.file': { who: ['owner'], in: ['recorded', 'closed'], part: 'outcome' },
  'followup.record': { who: ['owner'], in: ['recorded', 'closed'], part: 'follow-ups' },
  'consultation.show': { who: everyone, in: ['draft', ...any], part: 'none' },
  'consultation.join': { who: ['coordinator'], in: any, part: 'none' },
  'consultation.handover': {
    who: ['owner', 'coordinator', 'previous-owner'],
    in: [...answering, 'recorded', 'closed'],
    part: 'none',
  },
  'consultation.reopen': { who: ['owner', 'coordinator'], in: ['recorded', 'closed'], part: 'none' },
  'retention.hold': { who: ['coordinator'], in: any, part: 'none' },
  'retention.release': { who: ['coordinator'], in: any, part: 'none' },
};

export type TransitionRefusal =
  /** Unknown and forbidden references get the same sentence. */
  | { code: 'unknown-reference' }
  /** A party, but this is somebody else's to do. */
  | { code: 'not-yours' }
  | { code: 'not-now'; state: State }
  | { code: 'no-such-leg'; agency: string }
  | { code: 'leg-not-open'; agency: string; is: LegState; holder: string | undefined }
  /** The button was drawn before somebody changed the part it acts on. */
  | { code: 'stale' };

/** The version of the part a verb acts on: the consultation's version when that part last changed. */
export function partVersion(consultation: Consultation, verb: Verb, leg?: Leg): number | undefined {
  switch (transitions[verb].part) {
    case 'request':
      return consultation.request.version;
    case 'leg':
      return leg?.version;
    case 'times':
      return consultation.times?.version ?? 0;
    case 'added-times':
      return consultation.times?.added ?? consultation.times?.version ?? 0;
    case 'outcome':
      return consultation.outcomes.length;
    case 'additions':
      return consultation.request.additions.length;
    case 'follow-ups':
      return consultation.followUps.length;
    case 'none':
      return undefined;
  }
}

/**
 * Judges one cell of the table. `agency` names the leg where the verb acts on one; `version` is what the button
 * carried (undefined for a word, which acts on what is there now).
 */
export function judgeTransition(
  consultation: Consultation,
  relations: ReadonlySet<Relation>,
  verb: Verb,
  { agency, version }: { agency?: string | undefined; version?: number | undefined },
): Result<Leg | undefined, TransitionRefusal> {
  const row = transitions[verb];
  if (relations.size === 0) return refuse({ code: 'unknown-reference' });
  const leg = agency === undefined ? undefined : legOf(consultation, agency);
  if (row.leg && !leg) return refuse({ code: 'no-such-leg', agency: agency ?? '' });
  const stale =
    version !== undefined && row.part !== 'none' && version !== partVersion(consultation, verb, leg);
  if (!row.who.some((relation) => relations.has(relation))) {
    // A colleague whose seat was taken a moment ago: tell who has it, not that it was never theirs.
    if (leg && row.leg && (!row.leg.includes(leg.is) || leg.is === 'accepted') && relations.has('colleague'))
      return refuse({ code: 'leg-not-open', agency: leg.agency, is: leg.is, holder: leg.holder });
    return refuse({ code: stale ? 'stale' : 'not-yours' });
  }
  if (!row.in.includes(consultation.is)) return refuse({ code: 'not-now', state: consultation.is });
  if (row.leg && leg && !row.leg.includes(leg.is))
    return refuse({ code: 'leg-not-open', agency: leg.agency, is: leg.is, holder: leg.holder });
  if (stale) return refuse({ code: 'stale' });
  return ok(leg);
}
