import { relationToLeg } from '../domain/access.ts';
import { type Consultation, isOpenLeg, type Leg } from '../domain/consultation.ts';
import { followUpDays } from '../domain/followUps.ts';
import { followedUp } from '../domain/life/meeting.ts';
import { seatsOf } from '../domain/life/roles.ts';
import { awaitsFiling } from '../domain/retention.ts';
import { hasVoted, isDeadlocked, unanswered } from '../domain/votes.ts';
import { dayOf } from '../domain/zone.ts';
import { agencyName, dayOfMonth, type Frame, listed, moment, personName, say, sight } from './frame.ts';

/** The one thing this reader should do now, in a sentence; and by when, for sorting. */
export function todoOf(frame: Frame, consultation: Consultation): string {
  return taskOf(frame, consultation).text;
}

export type Task = { text: string; due: string | undefined; waits: boolean };

const LATE = '9999';

/** Whom everybody waits for, by name; so that nobody has to ask. */
function waitLine(frame: Frame, consultation: Consultation): string {
  const t = say(frame);
  const open = consultation.legs
    .filter((leg) => isOpenLeg(leg))
    .map(({ agency }) => agencyName(frame, agency));
  return consultation.is === 'requested' && open.length > 0
    ? t.case.todo.wait(listed(open, t.form.and))
    : t.case.todo.nothing;
}

/** How urgent a consultation is for this reader: by when, and whether anything waits for them at all. */
export function taskOf(frame: Frame, consultation: Consultation): Task {
  const t = say(frame).case.todo;
  const { relations } = sight(frame, consultation);
  const task = (text: string, due?: string): Task => ({ text, due: due ?? LATE, waits: true });
  const nothing: Task = { text: waitLine(frame, consultation), due: undefined, waits: false };
  if (relations.has('owner')) return ownerTask(frame, consultation, task) ?? nothing;
  const mine = consultation.legs.find(
    (leg) => relationToLeg(frame.association, consultation, leg, frame.reader) !== undefined,
  );
  if (mine) return memberTask(frame, consultation, mine, task) ?? nothing;
  if (relations.has('coordinator') && consultation.legs.some((leg) => leg.is === 'with-coordinator'))
    return task(t.assign);
  if (relations.has('coordinator') && consultation.is === 'ready' && consultation.unmatched)
    return task(t.match);
  return nothing;
}

type Make = (text: string, due?: string) => Task;

function ownerTask(frame: Frame, consultation: Consultation, task: Make): Task | undefined {
  const t = say(frame).case.todo;
  if (consultation.is === 'draft') return task(t.send);
  if (consultation.sealed) return task(t.rewrite, consultation.sentAt);
  const waiting = consultation.legs.find((leg) => leg.is === 'waiting');
  if (waiting) return task(t.clarify, waiting.clarifications.at(-1)?.at);
  if (consultation.legs.some((leg) => leg.is === 'declined')) return task(t.decideLeg, consultation.sentAt);
  return timesTask(frame, consultation, task);
}

function memberTask(frame: Frame, consultation: Consultation, leg: Leg, task: Make): Task | undefined {
  const t = say(frame).case.todo;
  const when = moment(frame, leg.dueAt);
  if (leg.is === 'waiting') return { text: t.waitForAnswer, due: undefined, waits: false };
  if (isOpenLeg(leg) && leg.asked !== frame.reader.id && leg.passed.includes(frame.reader.id))
    return { text: t.passed(personName(frame, leg.asked)), due: undefined, waits: false };
  if (isOpenLeg(leg)) return task(t.answer({ when }), leg.dueAt);
  const holds = leg.holder === frame.reader.id;
  if (holds && leg.is === 'accepted' && leg.dueAt) return task(t.advise({ when }), leg.dueAt);
  return holds ? timesTask(frame, consultation, task) : undefined;
}

/** Who must come to the meeting. */
const neededFor = (frame: Frame, consultation: Consultation): readonly string[] =>
  seatsOf(consultation, frame)
    .filter(({ required }) => required)
    .map(({ person }) => person.id);

/** What comes after the answers is the same for owner and seat-holders, but for the follow-up. */
function timesTask(frame: Frame, consultation: Consultation, task: Make): Task | undefined {
  const t = say(frame).case.todo;
  const { is, times, queue, meeting } = consultation;
  const owner = consultation.owner === frame.reader.id;
  if (is === 'ready' && queue) return { text: t.queued, due: undefined, waits: false };
  if (is === 'ready') return owner ? task(t.suggest) : undefined;
  if (is === 'scheduling' && times?.kind === 'places' && times.dueAt)
    return task(t.takeBy({ when: moment(frame, times.dueAt) }), times.dueAt);
  if (is === 'scheduling' && times?.kind === 'places') return task(t.take, times.slots[0]?.start);
  if (is === 'scheduling' && times) {
    const when = moment(frame, times.dueAt);
    const left = unanswered(times, frame.reader.id).length;
    if (left > 0)
      return task(left < times.slots.length ? t.voteMore({ when }) : t.vote({ when }), times.dueAt);
    return owner && isDeadlocked(times, neededFor(frame, consultation))
      ? task(t.addTimes, times.openedAt)
      : { text: t.voted, due: undefined, waits: false };
  }
  if (is === 'booked' && meeting)
    return frame.now.toISOString() < meeting.start
      ? task(t.meet({ when: moment(frame, meeting.start) }), meeting.start)
      : task(t.confirmHeld, meeting.end);
  if (is === 'held' || is === 'advised') return task(t.record, meeting?.end ?? consultation.sentAt);
  if (owner && awaitsFiling(consultation) && consultation.filingAskedAt !== undefined)
    return task(t.file, consultation.closedAt);
  if (owner && (is === 'recorded' || is === 'closed')) {
    const next = followUpDays(frame.association, consultation)[followedUp(consultation)];
    if (next === undefined) return undefined;
    const today = dayOf(frame.now, frame.association.timeZone);
    return { text: t.followUp({ when: dayOfMonth(frame, next) }), due: next, waits: next <= today };
  }
  return undefined;
}

/**
 * Whether the card this reader holds has something to fill in that is still theirs: such a card is left alone while
 * others act, so that what is being written is not wiped. The buttons carry their own part's version and stay good.
 */
export function holdsForm(frame: Frame, consultation: Consultation): boolean {
  const { is, times, legs, owner } = consultation;
  const me = frame.reader.id;
  const mine = legs.find(
    (leg) => relationToLeg(frame.association, consultation, leg, frame.reader) !== undefined,
  );
  const seated = owner === me || mine?.holder === me;
  if (is === 'scheduling' && times?.kind === 'vote' && seated && !hasVoted(times, me)) return true;
  if (owner === me) return legs.some((leg) => leg.is === 'waiting');
  if (mine === undefined || (mine.asked !== me && mine.passed.includes(me))) return false;
  return isOpenLeg(mine) || (mine.holder === me && mine.is === 'accepted' && mine.dueAt !== undefined);
}
