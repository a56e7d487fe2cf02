import { type Association, agencyOf } from './association.ts';
import type {
  AgeBand,
  Assistance,
  Basis,
  Certificate,
  Cooperation,
  DeclineReason,
  FirstTime,
  Gender,
  Measure,
  ObstacleCategory,
  OngoingMeasure,
  OutcomeResult,
  Progress,
  Purpose,
  Template,
  Urgency,
} from './codes.ts';
import type { Consultation, Instant, LegState, State } from './consultation.ts';
import { municipalCalendar } from './life/step.ts';
import { type Quarter, quarterOf } from './quarter.ts';
import { reachedOn } from './statistics.ts';
import { workingDaysBetween } from './workingTime.ts';
import { dayOf } from './zone.ts';

/**
 * All that is left of a consultation: codes, municipality, quarters and whole working days. No reference, no person,
 * no date, no text; it belongs to nobody any more.
 */
export type Counted = {
  state: State;
  municipality: string;
  ageBand: AgeBand;
  basis: Basis;
  template: Template;
  purpose: Purpose;
  urgency: Urgency;
  gender: Gender;
  assistance: Assistance;
  certificate: Certificate;
  measure: OngoingMeasure;
  firstTime: FirstTime;
  rounds: number;
  sent: Quarter;
  ended: Quarter;
  met: Quarter | undefined;
  onward: Quarter | undefined;
  work: Quarter | undefined;
  /** Working days of the municipality from the latest sending to the first meeting held and to the latest outcome. */
  daysToHeld: number | undefined;
  daysToOutcome: number | undefined;
  outcome:
    | {
        result: OutcomeResult;
        measures: readonly Measure[];
        responsible: string;
        planOffered: boolean;
        fkOfficer: boolean;
        obstacle: ObstacleCategory | undefined;
      }
    | undefined;
  /** The follow-ups of the last round, in order. */
  followUps: readonly {
    progress: Progress;
    planOffered: boolean;
    fkOfficer: boolean;
    cooperation: Cooperation | undefined;
    answered: Cooperation | undefined;
  }[];
  legs: readonly {
    agency: string;
    state: LegState;
    required: boolean;
    /** Working days of the agency from the latest asking to the answer; undefined when there was none. */
    days: number | undefined;
    declines: readonly DeclineReason[];
  }[];
};

/** The consultation as a row of numbers. `answeredAt` is when each agency last accepted or advised, which only the log knows. */
export function countedOf(
  association: Association,
  consultation: Consultation,
  answeredAt: Readonly<Record<string, Instant>>,
): Counted {
  const { timeZone } = association;
  const { request, createdAt, closedAt, firstHeldAt, recordedAt, roundOfCase } = consultation;
  const sentAt = consultation.sentAt ?? createdAt;
  const quarter = (at: Instant) => quarterOf(dayOf(new Date(at), timeZone));
  const reached = (indicator: 'met' | 'onward' | 'work') => {
    const day = reachedOn(consultation, indicator, timeZone);
    return day === undefined ? undefined : quarterOf(day);
  };
  const calendar = municipalCalendar(association);
  const daysTo = (at: Instant | undefined) =>
    at === undefined || at < sentAt
      ? undefined
      : workingDaysBetween(calendar, new Date(sentAt), new Date(at));
  const outcome = consultation.outcomes.at(-1);
  return {
    state: consultation.is,
    municipality: request.municipality,
    ageBand: request.ageBand,
    basis: request.basis,
    template: request.template,
    purpose: request.purpose,
    urgency: request.urgency,
    gender: request.gender,
    assistance: request.assistance,
    certificate: request.certificate,
    measure: request.measure,
    firstTime: request.firstTime,
    rounds: roundOfCase,
    sent: quarter(sentAt),
    ended: quarter(closedAt ?? sentAt),
    met: reached('met'),
    onward: reached('onward'),
    work: reached('work'),
    daysToHeld: daysTo(firstHeldAt),
    daysToOutcome: daysTo(recordedAt),
    outcome: outcome && {
      result: outcome.result,
      measures: outcome.measures,
      responsible: outcome.responsible,
      planOffered: outcome.planOffered,
      fkOfficer: outcome.fkOfficer,
      obstacle: outcome.obstacle as ObstacleCategory | undefined,
    },
    followUps: consultation.followUps
      .filter(({ round }) => round === roundOfCase)
      .map(({ progress, planOffered, fkOfficer, cooperation, answered }) => ({
        progress,
        planOffered,
        fkOfficer,
        cooperation,
        answered,
      })),
    legs: consultation.legs.map((leg) => {
      const at = leg.advice.at(-1)?.at ?? answeredAt[leg.agency];
      const agency = agencyOf(association, leg.agency);
      const isAnswered = (leg.is === 'accepted' || leg.is === 'advised') && at !== undefined;
      return {
        agency: leg.agency,
        state: leg.is,
        required: leg.required,
        days:
          agency && isAnswered && at >= leg.askedAt
            ? workingDaysBetween(agency.calendar, new Date(leg.askedAt), new Date(at))
            : undefined,
        declines: leg.declines.map(({ reason }) => reason),
      };
    }),
  };
}
