import type { Ballot } from '../codes.ts';
import type { Consultation, Round, Slot } from '../consultation.ts';
import { refuse } from '../result.ts';
import { hasVoted, isDeadlocked, unanswered } from '../votes.ts';
import { type Seat, seatsOf } from './roles.ts';
import { isFree, settleMeeting } from './schedule.ts';
import { begin, type Course, end, type Facts, put, type Step } from './step.ts';
import { suggest } from './suggest.ts';

const MOST_ROUNDS = 2;

/**
 * Stores one voter's answers beside those they have given before; books by itself the moment every required role has
 * answered (product §8). Where times have been added, the first time that all of them can is reason enough.
 */
export function vote(
  consultation: Consultation,
  facts: Facts,
  ballots: Readonly<Record<string, Ballot>>,
): Step {
  const { times } = consultation;
  const me = facts.actor.id;
  if (times?.kind !== 'vote') return refuse({ code: 'not-a-voter' });
  const seats = seatsOf(consultation, facts);
  if (!seats.some(({ person }) => person.id === me)) return refuse({ code: 'not-a-voter' });
  const known = new Set(times.slots.map(({ id }) => id));
  // A time that is gone is no choice any more, and no hindrance to whoever still sees it on their card.
  if (Object.keys(ballots).some((id) => !known.has(id) && !isGone(times, id)))
    return refuse({ code: 'no-such-slot' });
  const before = times.votes[me] ?? {};
  const mine: Record<string, Ballot> = {};
  for (const { id } of times.slots) {
    const said = ballots[id] ?? before[id];
    // Whoever still sees a card from before times were added is asked for these too.
    if (said === undefined) return refuse({ code: 'votes-missing' });
    mine[id] = said;
  }
  // The same vote pressed twice is one vote.
  if (times.slots.every(({ id }) => before[id] === mine[id])) return refuse({ code: 'stale' });
  const course = begin(consultation);
  const voted = { ...times, votes: { ...times.votes, [me]: mine } };
  put(course, { times: voted });
  course.events.push({ is: 'voted' });
  const needed = seats.filter(({ required }) => required).map(({ person }) => person.id);
  if (openTimes(course, facts).length > 0 || needed.every((person) => hasVoted(voted, person)))
    judge(course, facts);
  else if (isDeadlocked(voted, needed) && !isDeadlocked(times, needed))
    course.events.push({ is: 'deadlocked' });
  return end(course);
}

/** The same in words, one for each time in the order they stand, or for each that has been added since the last vote. */
export function voteInWords(consultation: Consultation, facts: Facts, said: readonly Ballot[]): Step {
  const { times } = consultation;
  const asked = times ? [times.slots, unanswered(times, facts.actor.id)] : [];
  const meant = asked.find(({ length }) => length === said.length);
  if (times?.kind === 'vote' && meant === undefined) return refuse({ code: 'votes-missing' });
  return vote(
    consultation,
    facts,
    Object.fromEntries((meant ?? []).map(({ id }, place) => [id, said[place]!])),
  );
}

/** A time that was proposed in this round and has been taken since: those that are left keep their numbers. */
const isGone = ({ slots, proposed }: Round, id: string): boolean => {
  const number = /^slot-(\d)$/.exec(id)?.[1];
  return number !== undefined && Number(number) <= proposed && slots.every((slot) => slot.id !== id);
};

/** When the vote is due, what stands is judged. */
export function voteDue(consultation: Consultation, facts: Facts): Step {
  const course = begin(consultation);
  judge(course, facts);
  return end(course);
}

const ballotOf = (times: Round, { person }: Seat, { id }: Slot): Ballot | undefined =>
  times.votes[person.id]?.[id];

/** The times that every required role can and that are still free, the best first: fewest maybes, then the earliest. */
function openTimes({ consultation }: Course, facts: Facts): readonly Slot[] {
  const times = consultation.times!;
  const seats = seatsOf(consultation, facts);
  const maybes = (slot: Slot) => seats.filter((seat) => ballotOf(times, seat, slot) === 'maybe').length;
  return times.slots
    .filter((slot) =>
      seats.every((seat) => !seat.required || ['yes', 'maybe'].includes(ballotOf(times, seat, slot) ?? '')),
    )
    .filter((slot) => isFree(consultation, facts, slot))
    .sort((a, b) => maybes(a) - maybes(b) || (a.start < b.start ? -1 : 1));
}

function judge(course: Course, facts: Facts): void {
  const times = course.consultation.times!;
  const [best] = openTimes(course, facts);
  if (best) {
    settleMeeting(course, facts, best);
    return;
  }
  put(course, { failedRounds: course.consultation.failedRounds + 1 });
  if (course.consultation.failedRounds < MOST_ROUNDS) {
    suggest(course, facts);
    return;
  }
  const needed = seatsOf(course.consultation, facts).filter(({ required }) => required);
  const silent = needed.filter(({ person }) => !hasVoted(times, person.id));
  const cannot = needed.filter(
    (seat) => !silent.includes(seat) && times.slots.every((slot) => ballotOf(times, seat, slot) === 'no'),
  );
  const roles = (those: readonly Seat[]) => those.map(({ role }) => role);
  put(course, {
    is: 'ready',
    times: undefined,
    unmatched: { silent: roles(silent), cannot: roles(cannot) },
  });
  course.events.push({ is: 'no-match' });
}
