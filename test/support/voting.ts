import { allAccepted, type Case, does, sent, skargarden } from './cases.ts';

/** FK and AF in Skärgården share no session. Tove owns; Hassan and Moa are required, Samir is welcome. */
export const toBeVoted: Case = sent(
  { municipality: 'vallsund', agencies: ['fk', 'af', 'arbetsmarknad'] },
  { association: skargarden, owner: 'cw-tove' },
);

/** The same once all have accepted: a vote. */
export const voting: Case = allAccepted(toBeVoted);

export type Said = 'yes' | 'maybe' | 'no';

/** One person's answers, one for each time in its order; what is left out is a yes. */
export const votes = (at: Case, who: string, ...ballots: Said[]): Case =>
  does(at, who, 'schedule.vote', { ballots });

/** Several people's, one after the other. */
export const allVote = (at: Case, said: Record<string, readonly Said[]>): Case =>
  Object.entries(said).reduce((now, [who, ballots]) => votes(now, who, ...ballots), at);

export const slotsOf = ({ consultation }: Case) => consultation.times?.slots ?? [];
export const startsOf = (at: Case) => slotsOf(at).map(({ start }) => start);
