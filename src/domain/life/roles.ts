import { type Association, agencyOf, MUNICIPAL_AGENCY, type Person, personOf } from '../association.ts';
import { type Consultation, isOpenLeg, isSettled, requiredLegs } from '../consultation.ts';
import type { Knowledge } from '../freeBusy.ts';
import { awayOf, freeTimes } from '../freeTime.ts';
import type { Candidate, RolePeople } from '../jointTimes.ts';
import { candidates } from '../routing.ts';
import { sessionFor } from '../sessions.ts';
import type { Verb } from '../transitions.ts';
import type { Facts } from './step.ts';

const HOUR = 3_600_000;

/** One chair of a meeting: its agency, whether it must be filled, and by whom. */
export type Seat = { role: string; required: boolean; person: Person };

/** Who a meeting is for: the owner and everyone who has accepted; required seats decide, the others are welcome. */
export function seatsOf(
  consultation: Consultation,
  { association }: Pick<Facts, 'association'>,
): readonly Seat[] {
  const owner = personOf(association, consultation.owner);
  const required = new Set(requiredLegs(consultation).map(({ agency }) => agency));
  const seats: Seat[] = owner ? [{ role: MUNICIPAL_AGENCY, required: true, person: owner }] : [];
  for (const leg of consultation.legs) {
    const person = leg.is === 'accepted' && leg.holder ? personOf(association, leg.holder) : undefined;
    if (person) seats.push({ role: leg.agency, required: required.has(leg.agency), person });
  }
  return seats;
}

/** A role times are sought for: one seat-holder, or anyone who may still answer for an agency that is welcome. */
type Sought = { role: string; required: boolean; accepted?: string; people: readonly Person[] };

/** The seats, and each open leg as an optional role that anyone who may answer it could fill. */
function soughtFor(consultation: Consultation, association: Association): readonly Sought[] {
  const seats = seatsOf(consultation, { association }).map(({ role, required, person }) => ({
    role,
    required,
    accepted: person.id,
    people: [person],
  }));
  const open = consultation.legs.filter(isOpenLeg).map(({ agency, function: fn, passed, barred }) => ({
    role: agency,
    required: false,
    people: candidates(association, fn ?? '', consultation.request.municipality).filter(
      ({ id }) => !passed.includes(id) && !barred.includes(id),
    ),
  }));
  return [...seats, ...open.filter(({ people }) => people.length > 0)];
}

/** From when to when times are sought. */
export function searched({ meeting }: Association, now: Date): { from: Date; to: Date } {
  return {
    from: new Date(now.getTime() + meeting.noticeHours * HOUR),
    to: new Date(now.getTime() + meeting.horizonDays * 24 * HOUR),
  };
}

/** The roles with everybody's free time, for `jointTimes`. */
export function rolesFor(consultation: Consultation, facts: Facts): readonly RolePeople[] {
  const { association, now, freeBusy } = facts;
  const { bufferMinutes, minutes } = association.meeting;
  return soughtFor(consultation, association).map(({ people, ...role }) => {
    const { calendar } = agencyOf(association, role.role)!;
    const search = { calendar, bufferMinutes, least: minutes, ...searched(association, now) };
    const diaries = people.map(({ id, pattern }) => ({
      pattern,
      declared: facts.declared?.(id),
      busy: [...facts.busy(id), ...(freeBusy?.(id) ?? [])],
      away: awayOf(facts.away, id),
    }));
    const free = freeTimes(search, diaries);
    return {
      ...role,
      people: people.map(
        ({ id }, place): Candidate => ({ id, free: free[place]!, sure: knownOf(facts, id) !== 'unknown' }),
      ),
    };
  });
}

/** How it is known when somebody is free: their calendar comes before what they have said. */
function knownOf({ freeBusy, declared }: Facts, person: string): Knowledge {
  if (freeBusy?.(person)) return 'free';
  return declared?.(person) ? 'declared' : 'unknown';
}

/** What is known of a role at a time at which these of its people can. */
export function knowledgeOf(facts: Facts, able: readonly string[]): Knowledge {
  const known = able.map((person) => knownOf(facts, person));
  return (['free', 'declared', 'unknown'] as const).find((one) => known.includes(one)) ?? 'busy';
}

/** Whether times may be drawn by what is about to happen, so that it is worth asking people's calendars first. */
export function mayDrawTimes(
  association: Association,
  consultation: Consultation,
  what: Verb | 'vote-due',
  agency?: string | undefined,
): boolean {
  const required = requiredLegs(consultation);
  // The places of a session are promised, and stand in calendars as taken: nobody's calendar is asked.
  if (
    sessionFor(
      association.sessions,
      required.map((leg) => leg.agency),
    )
  )
    return false;
  if (
    what === 'schedule.suggest' ||
    what === 'schedule.add' ||
    what === 'schedule.move' ||
    what === 'vote-due'
  )
    return true;
  if (what === 'schedule.vote') return consultation.is === 'scheduling';
  if (!['respond.accept', 'respond.advise', 'leg.drop'].includes(what)) return false;
  const others = required.filter((leg) => leg.agency !== agency);
  return (
    consultation.is === 'requested' && consultation.request.purpose === 'meeting' && others.every(isSettled)
  );
}

/** Everybody whose calendar may matter then: whoever acts, sits, or could still sit. */
export function peopleSought(
  association: Association,
  consultation: Consultation,
  actor: Person,
): readonly Person[] {
  const sought = soughtFor(consultation, association).flatMap(({ people }) => people);
  const all = new Map([...sought, actor].map((person) => [person.id, person]));
  return association.people.filter(({ id }) => all.has(id));
}
