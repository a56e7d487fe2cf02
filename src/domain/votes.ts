import type { Round, Slot } from './consultation.ts';

/** So many times one round can have: more nobody reads. */
export const MOST_TIMES = 9;

/** The times of a round by id, which are also the inputs of a vote. */
export const slotIds = [
  'slot-1',
  'slot-2',
  'slot-3',
  'slot-4',
  'slot-5',
  'slot-6',
  'slot-7',
  'slot-8',
  'slot-9',
] as const satisfies { length: typeof MOST_TIMES };

/** The times somebody has not answered, in a vote: all, those added since they voted, or none. */
export const unanswered = ({ slots, votes }: Round, person: string): readonly Slot[] =>
  slots.filter(({ id }) => votes[person]?.[id] === undefined);

export const hasVoted = (round: Round, person: string): boolean => unanswered(round, person).length === 0;

/** Whether each time has a no from somebody who must come: however the others vote, none of them can be booked. */
export const isDeadlocked = ({ slots, votes }: Round, needed: readonly string[]): boolean =>
  slots.every(({ id }) => needed.some((person) => votes[person]?.[id] === 'no'));
