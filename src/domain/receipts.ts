import type { AgencyFunction } from './association.ts';
import type { Consultation, Instant, Leg } from './consultation.ts';
import { isOpenLeg } from './consultation.ts';

/** A way of reaching somebody; a function's `deliver` lists its own, in the order they are tried. */
export type Rung = AgencyFunction['deliver'][number];

/**
 * What came of the latest message on one rung: `delivered`: Teams or the mail server took it; `unsure`: it may have
 * arrived, nobody knows; `failed`: it cannot arrive there.
 */
export const receiptStates = ['delivered', 'unsure', 'failed'] as const;
export type Receipt = {
  agency: string;
  person: string;
  rung: Rung;
  state: (typeof receiptStates)[number];
  at: Instant;
};

/** Somebody has looked at the consultation. */
export type Reading = { person: string; at: Instant };

/** How the question to one agency's asked person has fared, and on which rungs it failed before that. */
export type Fared = {
  is: 'sent' | 'delivered' | 'unsure' | 'opened' | 'opened-by-colleague' | 'failed';
  at: Instant;
  rung: Rung | undefined;
  failed: readonly Rung[];
};

/** Whom a leg waits for: whoever is asked while it is open, whoever holds it while it owes advice; else nobody. */
export function awaitedIn(leg: Leg): string | undefined {
  if (isOpenLeg(leg)) return leg.asked;
  return leg.is === 'accepted' && leg.dueAt !== undefined ? leg.holder : undefined;
}

/**
 * How it has gone since the person was asked; undefined when the leg waits for nobody. A colleague of the function may
 * answer in their place, so that a colleague's reading counts too, where the person themselves has not read.
 */
export function faredOf(
  leg: Leg,
  receipts: readonly Receipt[],
  readings: readonly Reading[],
  fn: Pick<AgencyFunction, 'people' | 'deliver'> | undefined,
): Fared | undefined {
  const person = awaitedIn(leg);
  if (person === undefined) return undefined;
  const own = receipts.filter(
    (one) => one.agency === leg.agency && one.person === person && one.at >= leg.askedAt,
  );
  const place = (rung: Rung) => fn?.deliver.indexOf(rung) ?? 0;
  const failed = own
    .filter(({ state }) => state === 'failed')
    .map(({ rung }) => rung)
    .sort((one, other) => place(one) - place(other));
  const arrived = latest(own.filter(({ state }) => state === 'delivered'));
  const since = readings.filter(({ at }) => at >= leg.askedAt);
  const byPerson = since.find((one) => one.person === person);
  if (byPerson) return { is: 'opened', at: byPerson.at, rung: arrived?.rung, failed };
  const byColleague = since.find((one) => fn?.people.includes(one.person));
  if (byColleague) return { is: 'opened-by-colleague', at: byColleague.at, rung: arrived?.rung, failed };
  if (arrived) return { is: 'delivered', at: arrived.at, rung: arrived.rung, failed };
  const unsure = latest(own.filter(({ state }) => state === 'unsure'));
  if (unsure) return { is: 'unsure', at: unsure.at, rung: unsure.rung, failed };
  const last = latest(own);
  return last
    ? { is: 'failed', at: last.at, rung: last.rung, failed }
    : { is: 'sent', at: leg.askedAt, rung: undefined, failed };
}

const latest = (receipts: readonly Receipt[]): Receipt | undefined =>
  receipts.reduce<Receipt | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined);

/** By when a person's leg wants an answer: its own deadline, or that of the vote it takes part in. */
export function answerBy({ is, times }: Consultation, leg: Leg): Instant | undefined {
  if (awaitedIn(leg) !== undefined) return leg.is === 'waiting' ? undefined : leg.dueAt;
  return is === 'scheduling' ? times?.dueAt : undefined;
}
