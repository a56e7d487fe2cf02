import { relationsOf } from '../domain/access.ts';
import type { Association, Person } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { FreeBusy } from '../domain/freeBusy.ts';
import { mayDrawTimes, peopleSought, searched } from '../domain/life/roles.ts';
import { judgeTransition, type Verb } from '../domain/transitions.ts';
import type { House, Turn } from './turn.ts';

/**
 * What people's calendars say, when what is about to happen may draw times; undefined when nobody needs to be asked. It
 * takes up to two seconds, so it is asked before the transaction and handed in: a consultation that has changed meanwhile
 * has at most somebody in it whose calendar is unknown.
 */
export async function calendarsFor(
  turn: Turn,
  consultation: Consultation,
  errand: { verb: Verb; agency?: string | undefined; version?: number | undefined },
): Promise<FreeBusy | undefined> {
  const { house, association, reader, now } = turn;
  const agency = errand.agency ?? reader.agency;
  if (!house.freeBusy || !mayDrawTimes(association, consultation, errand.verb, agency)) return undefined;
  const relations = relationsOf(association, consultation, reader, now);
  if (!judgeTransition(consultation, relations, errand.verb, errand).ok) return undefined;
  return await ask(house, association, consultation, reader, now);
}

/** The same when a vote has run out. */
export async function calendarsAtVoteDue(
  house: House,
  association: Association,
  consultation: Consultation,
  now: Date,
): Promise<FreeBusy | undefined> {
  const owner = association.people.find(({ id }) => id === consultation.owner);
  if (!house.freeBusy || !owner || !mayDrawTimes(association, consultation, 'vote-due')) return undefined;
  return await ask(house, association, consultation, owner, now);
}

async function ask(
  house: House,
  association: Association,
  consultation: Consultation,
  actor: Person,
  now: Date,
): Promise<FreeBusy | undefined> {
  const { from, to } = searched(association, now);
  return await house.freeBusy?.(peopleSought(association, consultation, actor), from, to);
}
