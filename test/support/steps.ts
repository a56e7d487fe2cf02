import type { Ballot, DeclineReason } from '../../src/domain/codes.ts';
import type { Consultation, FollowUp, Leg, Outcome, Request } from '../../src/domain/consultation.ts';
import { addLeg, assignLeg, dropLeg } from '../../src/domain/life/legs.ts';
import { followUp, handOver, held, join, record } from '../../src/domain/life/meeting.ts';
import { add, edit, reopen, send, withdraw } from '../../src/domain/life/request.ts';
import { accept, advise, answer, ask, decline, forward } from '../../src/domain/life/respond.ts';
import { file, hold, release } from '../../src/domain/life/retention.ts';
import { addTimes, book, cancel, move, suggestAgain } from '../../src/domain/life/schedule.ts';
import type { Facts, Step } from '../../src/domain/life/step.ts';
import { vote } from '../../src/domain/life/vote.ts';
import { ok } from '../../src/domain/result.ts';
import type { Verb } from '../../src/domain/transitions.ts';

/** What a person may give with a verb; what is left out gets something usual. */
export type Inputs = {
  version?: number;
  agency?: string;
  to?: string;
  reason?: DeclineReason;
  text?: string;
  suggest?: string;
  slot?: string;
  /** One answer for each time in its order: `['yes', 'no', 'maybe']`. */
  ballots?: readonly Ballot[];
  present?: readonly string[];
  request?: Partial<Request>;
  outcome?: Partial<Omit<Outcome, 'version' | 'round' | 'at' | 'by'>>;
  followUp?: Partial<FollowUp>;
};

export const anOutcome = (
  but: Partial<Omit<Outcome, 'version' | 'round' | 'at' | 'by'>> = {},
): Omit<Outcome, 'version' | 'round' | 'at' | 'by'> => ({
  result: 'path-chosen',
  measures: ['work-training'],
  responsible: 'kommun',
  nextStep: 'Kommunen bokar arbetsträning.',
  nextDate: '2027-06-01',
  planOffered: true,
  fkOfficer: false,
  obstacle: undefined,
  obstacleText: '',
  learning: '',
  ...but,
});

type Take = (consultation: Consultation, facts: Facts, leg: Leg, inputs: Inputs) => Step;

const text = 'Ett ord till.';

/** The real step behind each verb; showing changes nothing. */
export const steps: Readonly<Record<Verb, Take>> = {
  'request.send': send,
  'request.edit': (c, facts, _, { request }) =>
    edit(c, facts, { ...c.request, question: 'Vad kan prövas?', ...request }),
  'request.add': (c, facts, _, inputs) => add(c, facts, inputs.text ?? text),
  'request.withdraw': (c, facts, _, inputs) => withdraw(c, facts, inputs.text ?? text),
  'respond.accept': accept,
  'respond.decline': (c, facts, leg, { reason = 'no-time', suggest, ...inputs }) =>
    decline(c, facts, leg, { reason, text: inputs.text ?? text, suggest }),
  'respond.forward': (c, facts, leg, { to = '' }) => forward(c, facts, leg, to),
  'respond.ask': (c, facts, leg, inputs) => ask(c, facts, leg, inputs.text ?? text),
  'respond.advise': (c, facts, leg, inputs) => advise(c, facts, leg, inputs.text ?? text),
  'clarify.answer': (c, facts, leg, inputs) => answer(c, facts, leg, inputs.text ?? text),
  'leg.add': (c, facts, _, { agency = '' }) => addLeg(c, facts, agency),
  'leg.assign': (c, facts, leg, { to = '' }) => assignLeg(c, facts, leg, to),
  'leg.drop': dropLeg,
  'schedule.suggest': suggestAgain,
  'schedule.add': addTimes,
  'schedule.vote': (c, facts, _, { ballots = [] }) => {
    const slots = c.times?.slots ?? [];
    return vote(c, facts, Object.fromEntries(slots.map(({ id }, n) => [id, ballots[n] ?? 'yes'])));
  },
  'schedule.book': (c, facts, _, { slot = 'slot-1' }) => book(c, facts, slot),
  'schedule.move': move,
  'schedule.cancel': cancel,
  'meeting.held': (c, facts, _, { present }) =>
    held(c, facts, present ?? Object.keys(c.meeting?.participants ?? {})),
  'outcome.record': (c, facts, _, { outcome }) => record(c, facts, anOutcome(outcome)),
  'outcome.file': file,
  'followup.record': (c, facts, _, inputs) =>
    followUp(c, facts, {
      progress: 'studies',
      planOffered: true,
      fkOfficer: true,
      cooperation: 'yes',
      answered: 'yes',
      ...inputs.followUp,
    }),
  'consultation.show': (c) => ok({ after: c, events: [] }),
  'consultation.join': join,
  'consultation.handover': (c, facts, _, { to = '' }) => handOver(c, facts, to),
  'consultation.reopen': reopen,
  'retention.hold': hold,
  'retention.release': release,
};
