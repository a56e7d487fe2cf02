import { add } from 'date-fns/add';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { MUNICIPAL_AGENCY, personOf } from '../association.ts';
import type { Consultation, FollowUp, Outcome } from '../consultation.ts';
import { refuse } from '../result.ts';
import { dayOf } from '../zone.ts';
import { lapseOpenLegs } from './progress.ts';
import { begin, end, type Facts, iso, put, type Step } from './step.ts';

/** Who was there. An accepted agency that was not is a no-show; only the municipality there means new times. */
export function held(consultation: Consultation, facts: Facts, present: readonly string[]): Step {
  const meeting = consultation.meeting!;
  if (iso(facts.now) < meeting.start) return refuse({ code: 'not-started', start: meeting.start });
  const expected = Object.keys(meeting.participants);
  // An optional agency that could not promise to come may have come all the same.
  const welcome = consultation.legs.filter(({ is }) => is === 'accepted').map(({ agency }) => agency);
  const stranger = present.find((agency) => !expected.includes(agency) && !welcome.includes(agency));
  if (stranger !== undefined) return refuse({ code: 'not-present', agency: stranger });
  const course = begin(consultation);
  const there = [...new Set([...expected, ...welcome])].filter((agency) => present.includes(agency));
  for (const agency of expected)
    if (agency !== MUNICIPAL_AGENCY && !there.includes(agency)) course.events.push({ is: 'no-show', agency });
  if (there.every((agency) => agency === MUNICIPAL_AGENCY)) {
    put(course, { is: 'ready', meeting: undefined, times: undefined, failedRounds: 0 });
    course.events.push({ is: 'nobody-came' });
    return end(course);
  }
  put(course, {
    is: 'held',
    meeting: { ...meeting, present: there },
    firstHeldAt: consultation.firstHeldAt ?? meeting.start,
  });
  course.events.push({ is: 'held' });
  return end(course);
}

/** The agencies that may be named responsible: the municipality, those present, those that have advised. */
export function mayBeResponsible(consultation: Consultation): readonly string[] {
  const advised = consultation.legs.filter((leg) => leg.is === 'advised').map((leg) => leg.agency);
  const present = consultation.meeting?.present ?? [];
  return [...new Set([MUNICIPAL_AGENCY, ...present, ...advised])];
}

/** The recorded recommendation, with its responsibility line. Recording again makes a new version. */
export function record(
  consultation: Consultation,
  facts: Facts,
  outcome: Omit<Outcome, 'version' | 'round' | 'at' | 'by'>,
): Step {
  if (!mayBeResponsible(consultation).includes(outcome.responsible))
    return refuse({ code: 'not-responsible', agency: outcome.responsible });
  if (outcome.nextDate < dayOf(facts.now, facts.association.timeZone)) return refuse({ code: 'date-past' });
  const course = begin(consultation);
  const version = consultation.outcomes.length + 1;
  lapseOpenLegs(course);
  put(course, {
    is: 'recorded',
    recordedAt: iso(facts.now),
    // Another text than the one that was filed.
    filed: undefined,
    outcomes: [
      ...consultation.outcomes,
      { ...outcome, version, round: consultation.roundOfCase, at: iso(facts.now), by: facts.actor.id },
    ],
  });
  course.events.push({ is: 'recorded' });
  return end(course);
}

/** Ten working days without correction have passed. */
export function close(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  put(course, { is: 'closed', closedAt: iso(facts.now) });
  course.events.push({ is: 'closed' });
  return end(course);
}

/** The day a follow-up is asked for: `4 weeks`, `3 months` … after the outcome's day. */
export function followUpDay(recordedDay: string, after: string): string {
  const [count, unit] = after.split(' ') as [string, string];
  const n = Number(count);
  const later = unit.startsWith('day') ? { days: n } : unit.startsWith('week') ? { weeks: n } : { months: n };
  return formatISO(add(parseISO(recordedDay), later), { representation: 'date' });
}

/** What has become of it, by codes only. The latest answer counts. */
export function followUp(
  consultation: Consultation,
  facts: Facts,
  said: Omit<FollowUp, 'at' | 'round'>,
): Step {
  const course = begin(consultation);
  put(course, {
    followUps: [...consultation.followUps, { ...said, at: iso(facts.now), round: consultation.roundOfCase }],
  });
  course.events.push({ is: 'followed-up' });
  return end(course);
}

/** The coordinator takes part of the content; the parties are told. */
export function join(consultation: Consultation, facts: Facts): Step {
  if (consultation.joined.includes(facts.actor.id)) return refuse({ code: 'already-joined' });
  const course = begin(consultation);
  put(course, { joined: [...consultation.joined, facts.actor.id] });
  course.events.push({ is: 'joined', by: facts.actor.id });
  return end(course);
}

const DAY = 24 * 60 * 60 * 1000;

/** How many follow-ups this round of the case has had; a reopened case has none yet. */
export const followedUp = ({ roundOfCase, followUps }: Consultation): number =>
  followUps.filter(({ round }) => round === roundOfCase).length;

/** A new owner in the same municipality; the one who handed over may take it back for 24 hours. */
export function handOver(consultation: Consultation, facts: Facts, to: string): Step {
  const { owner, handover, request, meeting } = consultation;
  const person = personOf(facts.association, to);
  if (person?.role !== 'caseworker' || !person.municipalities.includes(request.municipality))
    return refuse({ code: 'no-such-person', person: to });
  if (to === owner) return refuse({ code: 'same-owner' });
  const mayAlways = owner === facts.actor.id || facts.actor.role === 'coordinator';
  const undoes = handover?.from === to && facts.now.getTime() - Date.parse(handover.at) < DAY;
  if (!mayAlways && !undoes) return refuse({ code: 'not-yours' });
  if (followedUp(consultation) >= facts.association.followUp.length) return refuse({ code: 'too-late' });
  if (meeting && consultation.is === 'booked') {
    const from = Date.parse(meeting.start) / 60_000;
    const until = Date.parse(meeting.end) / 60_000;
    if (facts.busy(to).some((span) => span.start < until && from < span.end))
      return refuse({ code: 'slot-taken' });
  }
  const course = begin(consultation);
  put(course, {
    owner: to,
    // An undone hand-over leaves nothing to undo in its turn.
    handover: mayAlways ? { from: owner, to, at: iso(facts.now) } : undefined,
    meeting: meeting && { ...meeting, participants: { ...meeting.participants, [MUNICIPAL_AGENCY]: to } },
    calendar:
      meeting && consultation.is === 'booked' && consultation.calendar
        ? {
            ...consultation.calendar,
            sequence: consultation.calendar.sequence + 1,
            invited: [...new Set([...consultation.calendar.invited, to])],
          }
        : consultation.calendar,
  });
  course.events.push({ is: 'handed-over', from: owner, to });
  return end(course);
}
