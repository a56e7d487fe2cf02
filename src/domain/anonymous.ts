import type { Consultation, Leg } from './consultation.ts';

/** What stands for a person who has been made anonymous, made of the opaque id the log has for them. */
export const aliasOf = (actor: string): string => `f-${actor.slice(0, 8)}`;

/** Whether it is such an alias; look in the association file first. */
export const isAlias = (person: string): boolean => /^f-[\w-]{8}$/.test(person);

/** Everybody a consultation names, whatever for, by person id. */
export function peopleIn(consultation: Consultation): ReadonlySet<string> {
  const people = new Set<string>();
  withPeople(consultation, (person) => {
    people.add(person);
    return person;
  });
  return people;
}

/** The consultation with an alias in every place where it named the person; nothing else changes. */
export const withAlias = (consultation: Consultation, person: string, alias: string): Consultation =>
  withPeople(consultation, (one) => (one === person ? alias : one));

function withPeople(consultation: Consultation, named: (person: string) => string): Consultation {
  const maybe = (person: string | undefined) => (person === undefined ? undefined : named(person));
  const each = (people: readonly string[]) => people.map(named);
  const by = <T extends { by: string }>(all: readonly T[]): T[] =>
    all.map((one) => ({ ...one, by: named(one.by) }));
  const { request, times, meeting, calendar, handover, filed, hold } = consultation;
  const legs = consultation.legs.map(
    (leg): Leg => ({
      ...leg,
      asked: maybe(leg.asked),
      holder: maybe(leg.holder),
      passed: each(leg.passed),
      barred: each(leg.barred),
      declines: by(leg.declines),
      clarifications: by(leg.clarifications),
      advice: by(leg.advice),
    }),
  );
  return {
    ...consultation,
    owner: named(consultation.owner),
    request: { ...request, additions: by(request.additions) },
    legs,
    times: times && {
      ...times,
      votes: Object.fromEntries(Object.entries(times.votes).map(([voter, said]) => [named(voter), said])),
    },
    meeting: meeting && {
      ...meeting,
      participants: Object.fromEntries(
        Object.entries(meeting.participants).map(([role, person]) => [role, named(person)]),
      ),
    },
    calendar: calendar && { ...calendar, invited: each(calendar.invited) },
    outcomes: by(consultation.outcomes),
    joined: each(consultation.joined),
    handover: handover && { ...handover, from: named(handover.from), to: named(handover.to) },
    filed: filed && { ...filed, by: named(filed.by) },
    hold: hold && { ...hold, by: named(hold.by) },
    reasons: by(consultation.reasons),
  };
}
