import { type Consultation, isActive, type Leg } from '../../src/domain/consultation.ts';

/** Something of a consultation that is not done, and the timers (`kind key`) of which one must stand: nothing else wakes anybody. */
export type Part = { part: string; wakes: readonly string[] };

/**
 * What is open in a consultation, told from its state alone and not from what the bot thinks that it owes: each part has
 * somebody's deadline, or a reminder of whoever has it, or an escalation to come.
 */
export function openParts(consultation: Consultation, followUps: number): readonly Part[] {
  const { is, legs, sealed, times, queue, meeting, request } = consultation;
  if (is === 'draft') return [{ part: 'draft', wakes: ['draft-gone '] }];
  if (is === 'withdrawn' || is === 'cancelled') return [{ part: 'disposal', wakes: retained(consultation) }];
  if (is === 'recorded')
    return [{ part: 'closing', wakes: ['close '] }, ...followUp(consultation, followUps)];
  if (is === 'closed')
    return [{ part: 'disposal', wakes: retained(consultation) }, ...followUp(consultation, followUps)];
  const asks = is !== 'held' && is !== 'advised';
  const parts = legs
    .filter(isActive)
    .flatMap((leg) => legPart(leg, asks, is === 'requested' && request.purpose === 'advice'));
  if (sealed) parts.push({ part: 'rewriting', wakes: ['prompt rewrite/'] });
  if (is === 'ready' && queue)
    parts.push({ part: 'a place', wakes: ['queue '] }, { part: 'a full session', wakes: ['prompt queue/'] });
  else if (is === 'ready') parts.push({ part: 'times', wakes: ['prompt times/'] });
  if (is === 'scheduling')
    parts.push({ part: 'times', wakes: times?.kind === 'vote' ? ['vote-due '] : ['prompt take/'] });
  if (is === 'scheduling' && queue) parts.push({ part: 'a place that is kept', wakes: ['place-due '] });
  if (is === 'booked')
    parts.push({ part: 'meeting', wakes: meeting?.over ? ['prompt confirm/'] : ['meeting-over '] });
  if (is === 'held' || is === 'advised') parts.push({ part: 'outcome', wakes: ['prompt record/'] });
  // Whatever it is that a consultation waits for, it waits for something.
  if (parts.length === 0) parts.push({ part: `all of it (${is})`, wakes: [] });
  return parts;
}

const retained = ({ hold }: Consultation): readonly string[] =>
  hold ? [''] : ['dispose ', 'count ', 'file-ask '];

/** Asked twice, and then the coordinator's to know. */
const ASKED = 3;

function followUp(
  { outcomes, followUps: given, roundOfCase, prompted }: Consultation,
  wanted: number,
): Part[] {
  const isGiven = given.filter(({ round }) => round === roundOfCase).length >= wanted;
  const isTold = prompted.filter((key) => key.startsWith('follow-up/')).length >= ASKED;
  if (outcomes.at(-1)?.result === 'wrong-question' || isGiven || isTold) return [];
  return [{ part: 'the follow-up', wakes: ['prompt follow-up/'] }];
}

function legPart({ is, agency, holder, asked }: Leg, asks: boolean, promised: boolean): Part[] {
  if (is === 'offered' && asked === undefined) return [{ part: `${agency} of nobody`, wakes: [] }];
  if (is === 'accepted' && holder === undefined) return [{ part: `${agency} of nobody`, wakes: [] }];
  if (is === 'offered' && asks) return [{ part: `${agency} offered`, wakes: [`answer-due ${agency}/`] }];
  if (is === 'waiting') return [{ part: `${agency} waiting`, wakes: [`prompt clarify/${agency}/`] }];
  if (is === 'declined') return [{ part: `${agency} declined`, wakes: [`prompt decide/${agency}/`] }];
  if (is === 'with-coordinator')
    return [{ part: `${agency} with the coordinator`, wakes: [`prompt assign/${agency}/`] }];
  if (is === 'accepted' && promised)
    return [{ part: `${agency}'s advice`, wakes: [`answer-due ${agency}/`, `prompt advice/${agency}/`] }];
  return [];
}
