import { type Association, agencyOf, MUNICIPAL_AGENCY, type Person } from '../association.ts';
import type { Declared } from '../availability.ts';
import type { DeclineReason } from '../codes.ts';
import type { Consultation, Instant, Leg } from '../consultation.ts';
import type { Absences } from '../duty.ts';
import type { FreeBusy } from '../freeBusy.ts';
import type { PromptNews } from '../prompts.ts';
import { ok, type Result } from '../result.ts';
import type { Away, Load } from '../routing.ts';
import type { Waiting } from '../sessions.ts';
import type { Span } from '../spans.ts';
import type { TransitionRefusal } from '../transitions.ts';
import type { Windows, WorkCalendar } from '../workingTime.ts';

/** All a step may look at besides the consultation itself. Everything arrives as a value. */
export type Facts = {
  association: Association;
  now: Date;
  actor: Person;
  load: (person: string) => Load;
  /** When people are away. */
  absences: Absences;
  /** When people want no message of the clock's, in minutes of the day; without it nobody has said so. */
  quiet?: (person: string) => Windows;
  /** Whether somebody has no working time at all in a span of time. */
  away: Away;
  /** Bookings of a person in every consultation and association, in epoch minutes. */
  busy: (person: string) => readonly Span[];
  /** Bookings of a meeting room, by its link, likewise; without it no room is given. */
  room?: (link: string) => readonly Span[];
  /** What a person has declared bookable; undefined for nothing. */
  declared?: (person: string) => Declared | undefined;
  /** What calendars say; without it everybody's is unknown. */
  freeBusy?: FreeBusy | undefined;
  /** Whether a place of a team session is taken. */
  taken: (session: string, start: Date) => boolean;
  /** Who waits for a place of a session, first in line first; without it nobody does. */
  waiting?: (session: string) => readonly Waiting[];
  /** A fresh random UUID, used if this step makes the first booking. */
  uid: string;
};

/** What a step did, for the history and for those who must hear of it. Codes and ids only. */
export type Event =
  | { is: 'sent' | 'edited' | 'added' | 'withdrawn' | 'cancelled' | 'reopened' | 'unsealed' }
  | { is: 'offered'; agency: string; to: string }
  | { is: 'nobody'; agency: string }
  | { is: 'accepted' | 'advised' | 'forwarded' | 'asked'; agency: string; by: string }
  | { is: 'answered'; agency: string }
  | { is: 'declined'; agency: string; by: string; reason: DeclineReason }
  | { is: 'wrong-remit'; agency: string; suggest: string | undefined }
  | { is: 'recognised'; agency: string }
  | { is: 'dropped'; agency: string }
  | { is: 'ready' | 'advice-complete' | 'no-times' | 'no-match' | 'unbooked' | 'moved' | 'booked' | 'voted' }
  | { is: 'times-added' | 'deadlocked' }
  | { is: 'times'; number: number }
  | { is: 'queued' | 'place-offered' | 'place-lapsed' }
  | { is: 'held' | 'meeting-over' }
  | { is: 'overdue'; agency: string; by: string }
  | { is: 'no-show'; agency: string }
  | { is: 'nobody-came' }
  | { is: 'recorded' | 'closed' | 'followed-up' }
  | { is: 'filed' | 'file-asked' | 'hold' | 'released' | 'disposed' }
  | { is: 'joined'; by: string }
  | { is: 'handed-over'; from: string; to: string }
  | { is: 'prompted'; to: string; news: PromptNews; agency: string | undefined }
  | { is: 'advice-late'; agency: string; by: string | undefined }
  /** Whoever was asked is away: their question waits for them until a moment, or is somebody else's. */
  | { is: 'away'; agency: string; by: string; until: Instant | undefined };

export type LifeRefusal =
  | TransitionRefusal
  | { code: 'already-answered' }
  | { code: 'not-answered-yet' }
  | { code: 'already-asked'; agency: string }
  | { code: 'last-leg'; agency: string }
  | { code: 'no-such-agency'; agency: string }
  | { code: 'no-such-person'; person: string }
  | { code: 'no-such-slot' }
  | { code: 'no-more-times' }
  | { code: 'votes-missing' }
  | { code: 'not-a-voter' }
  | { code: 'slot-taken' }
  | { code: 'still-queued' }
  | { code: 'not-started'; start: Instant }
  | { code: 'not-present'; agency: string }
  | { code: 'date-past' }
  | { code: 'not-responsible'; agency: string }
  | { code: 'too-late' }
  | { code: 'same-owner' }
  | { code: 'already-joined' }
  | { code: 'already-filed' }
  | { code: 'already-on-hold' }
  | { code: 'not-on-hold' }
  | { code: 'disposed' };

export type Stepped = { after: Consultation; events: readonly Event[] };
export type Step = Result<Stepped, LifeRefusal>;

/** Carries a consultation through one step: every change is stamped with the version it will be saved as. */
export type Course = { consultation: Consultation; events: Event[]; version: number };

export const begin = (consultation: Consultation): Course => ({
  consultation,
  events: [],
  version: consultation.version + 1,
});

/** What begins to count when a state does: stamped on whatever has changed state in one step. */
export function stamped(before: Consultation | undefined, after: Consultation, now: Date): Consultation {
  const since = iso(now);
  return {
    ...after,
    since: before?.is === after.is ? before.since : since,
    legs: after.legs.map((leg) => {
      const earlier = before?.legs.find(({ agency }) => agency === leg.agency);
      return { ...leg, since: earlier?.is === leg.is ? earlier.since : since };
    }),
  };
}

export const end = ({ consultation, events, version }: Course): Step =>
  ok({ after: { ...consultation, version, ...(waits(consultation) ? {} : { queue: undefined }) }, events });

/** Whether its place in a waiting list still means anything: it stands there, or has been offered a place from it. */
const waits = ({ is, times }: Consultation): boolean =>
  is === 'ready' || (is === 'scheduling' && times?.kind === 'places' && times.dueAt !== undefined);

export function put(course: Course, change: Partial<Consultation>): void {
  course.consultation = { ...course.consultation, ...change };
}

export function putLeg(course: Course, agency: string, change: Partial<Leg>): void {
  const { version } = course;
  put(course, {
    legs: course.consultation.legs.map((leg) =>
      leg.agency === agency ? { ...leg, ...remembered(leg, change), version } : leg,
    ),
  });
}

/** Whoever is asked by hand, or after silence, stands where a rule had put somebody: which rule that was stays known. */
function remembered({ routing }: Leg, change: Partial<Leg>): Partial<Leg> {
  const before = routing?.rule ?? routing?.before;
  if (before === undefined || change.routing === undefined || change.routing.rule !== undefined)
    return change;
  return { ...change, routing: { ...change.routing, before } };
}

/** The working time the municipality itself keeps: the owner's clocks run on it. */
export const municipalCalendar = (association: Association): WorkCalendar =>
  agencyOf(association, MUNICIPAL_AGENCY)!.calendar;

export const iso = (date: Date): Instant => date.toISOString();

/** Who acts when time does. */
export const system: Person = {
  id: 'system',
  name: 'system',
  role: 'observer',
  agency: '',
  municipalities: [],
  specialities: [],
  capacity: undefined,
  backup: undefined,
  pattern: undefined,
  language: undefined,
  identities: [],
  guest: false,
};
