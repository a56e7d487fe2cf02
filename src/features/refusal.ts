import { agencyName, moment, personName, say } from '../cards/frame.ts';
import { type Card, card, notice } from '../cards/parts.ts';
import { relationsOf } from '../domain/access.ts';
import type { Consultation } from '../domain/consultation.ts';
import { mayAdd, mayEdit } from '../domain/life/request.ts';
import type { LifeRefusal } from '../domain/life/step.ts';
import { judgeTransition, transitions, type Verb } from '../domain/transitions.ts';
import type { Turn } from './turn.ts';

export type Refusal =
  | LifeRefusal
  | { code: 'changed-meanwhile' }
  | { code: 'taken' }
  | { code: 'reference-spent' };

/** Why the table or the step would refuse a verb here and now, before anybody fills in its form; undefined when not. */
export function refusalOf(turn: Turn, consultation: Consultation, verb: Verb): Refusal | undefined {
  const relations = relationsOf(turn.association, consultation, turn.reader, turn.now);
  const { leg: legStates } = transitions[verb];
  const possible = legStates && consultation.legs.find((leg) => legStates.includes(leg.is));
  if (legStates && !possible && turn.reader.role !== 'member' && relations.size > 0)
    return { code: 'not-now', state: consultation.is };
  const agency = turn.reader.role === 'member' ? turn.reader.agency : possible?.agency;
  const judged = judgeTransition(consultation, relations, verb, {
    agency: legStates ? (agency ?? consultation.legs[0]?.agency) : undefined,
  });
  if (!judged.ok) return judged.refusal;
  if (verb === 'request.edit' && !mayEdit(consultation)) return { code: 'already-answered' };
  if (verb === 'request.add' && !mayAdd(consultation)) return { code: 'not-answered-yet' };
  if (verb === 'consultation.reopen' && consultation.disposedAt !== undefined) return { code: 'disposed' };
  return undefined;
}

/** A refusal in the reader's words. */
export function refusalText(turn: Turn, refusal: Refusal): string {
  const { refused } = say(turn).talk;
  switch (refusal.code) {
    case 'not-now':
      return refused['not-now']({ state: refusal.state });
    case 'leg-not-open':
      return refused['leg-not-open']({
        is: refusal.is,
        who: personName(turn, refusal.holder) || say(turn).case.someone,
      });
    case 'already-asked':
      return refused['already-asked']({ agency: agencyName(turn, refusal.agency) });
    case 'not-present':
      return refused['not-present']({ agency: agencyName(turn, refusal.agency) });
    case 'not-started':
      return refused['not-started']({ when: moment(turn, refusal.start) });
    default:
      return refused[refusal.code];
  }
}

export function refusalCard(turn: Turn, refusal: Refusal): Card {
  const text = refusalText(turn, refusal);
  return card([notice(text)], text);
}
