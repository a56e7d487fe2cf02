import { relationsOf } from '../../src/domain/access.ts';
import type { Association } from '../../src/domain/association.ts';
import { type Consultation, legOf, type State } from '../../src/domain/consultation.ts';
import { transitions, type Verb } from '../../src/domain/transitions.ts';

/** A kept version of a consultation, seen at its commit (virtual ms). */
export type Snapshot = { at: number; consultation: Consultation };

/** What the log says led to it; `actor` is a person id or `system`. */
export type Led = { verb: string; actor: string };

/** What the clock does, and where it may. */
const byClock: Readonly<Record<string, readonly State[]>> = {
  'answer-due': ['requested', 'ready', 'scheduling', 'booked'],
  prompt: ['requested', 'ready', 'scheduling', 'booked', 'held', 'advised', 'recorded', 'closed'],
  'vote-due': ['scheduling'],
  queue: ['ready'],
  'place-due': ['scheduling'],
  'meeting-over': ['booked'],
  close: ['recorded'],
  'file-ask': ['closed'],
  dispose: ['closed', 'withdrawn', 'cancelled'],
};

/** Where each state can lead (product: the life of a consultation); itself always. */
const leadsTo: Readonly<Record<State, readonly State[]>> = {
  draft: ['requested', 'withdrawn'],
  requested: ['ready', 'scheduling', 'advised', 'withdrawn', 'cancelled'],
  ready: ['requested', 'scheduling', 'advised', 'withdrawn', 'cancelled'],
  scheduling: ['requested', 'ready', 'booked', 'held', 'advised', 'withdrawn', 'cancelled'],
  booked: ['requested', 'ready', 'scheduling', 'held', 'withdrawn', 'cancelled'],
  held: ['recorded', 'ready', 'scheduling'],
  advised: ['recorded', 'requested', 'ready', 'scheduling', 'withdrawn', 'cancelled'],
  recorded: ['closed', 'requested', 'ready', 'scheduling'],
  closed: ['requested', 'ready', 'scheduling'],
  withdrawn: [],
  cancelled: [],
};

/** What is wrong with one step of a consultation's life; undefined when nothing is. */
export function wrongStep(
  association: Association,
  before: Snapshot | undefined,
  { at, consultation: after }: Snapshot,
  { verb, actor }: Led,
): string | undefined {
  if (before === undefined) return after.is === 'draft' ? undefined : `begins as ${after.is}`;
  const was = before.consultation;
  if (after.version <= was.version) return `version ${was.version} → ${after.version}`;
  if (after.is !== was.is && !leadsTo[was.is].includes(after.is)) return `${was.is} → ${after.is} by ${verb}`;
  return (
    wrongActor(association, was, at, { verb, actor }) ??
    wrongHolder(was, after) ??
    wrongCalendar(was, after, at, verb)
  );
}

function wrongActor(
  association: Association,
  was: Consultation,
  at: number,
  { verb, actor }: Led,
): string | undefined {
  if (actor === 'system')
    return byClock[verb]?.includes(was.is) ? undefined : `the clock did ${verb} in ${was.is}`;
  const row = transitions[verb as Verb];
  if (!row) return `nobody does ${verb}`;
  if (!row.in.includes(was.is)) return `${verb} in ${was.is}`;
  const person = association.people.find(({ id }) => id === actor)!;
  // A moment may pass between the turn's own time and the commit.
  const relations = [at, at - 60_000].flatMap((ms) => [
    ...relationsOf(association, was, person, new Date(ms)),
  ]);
  return row.who.some((who) => relations.includes(who)) ? undefined : `${actor} did ${verb} as ${relations}`;
}

/** A seat passes to another only when it has stood empty between. */
function wrongHolder(was: Consultation, after: Consultation): string | undefined {
  for (const leg of after.legs) {
    const stood = legOf(was, leg.agency);
    if (leg.is === 'accepted' && leg.holder === undefined) return `${leg.agency} accepted by nobody`;
    if (leg.is === 'accepted' && stood?.is === 'accepted' && stood.holder !== leg.holder)
      return `${leg.agency} passed from ${stood.holder} to ${leg.holder}`;
  }
  const seats = after.is === 'booked' ? Object.entries(after.meeting?.participants ?? {}) : [];
  for (const [role, person] of seats) {
    const holder = legOf(after, role)?.holder ?? after.owner;
    if (person !== holder) return `${role} is ${holder}, but ${person} goes to the meeting`;
  }
  return undefined;
}

/** RFC 5546: one UID for a meeting's whole life, and a higher SEQUENCE for whatever alters it. */
function wrongCalendar(was: Consultation, after: Consultation, at: number, verb: string): string | undefined {
  const [one, other] = [was.calendar, after.calendar];
  if (!one) return undefined;
  // Another meeting, after one that was held or in a new round of the case, is another entry.
  const another = ['held', 'recorded', 'closed', 'advised'].includes(was.is);
  if (!other || one.uid !== other.uid) return another ? undefined : `calendar ${one.uid} → ${other?.uid}`;
  const times = one.start !== other.start || one.end !== other.end;
  // One whose time has passed, or to which nobody came, was held or missed, and stays in the calendars.
  const calledOff =
    was.is === 'booked' && after.meeting === undefined && verb !== 'meeting.held' && Date.parse(one.end) > at;
  // Whoever comes to a meeting that stands alters nothing for the others; whoever leaves it gets a cancellation.
  const goes = (c: Consultation) => Object.values(c.meeting?.participants ?? {});
  const left =
    was.is === 'booked' && after.is === 'booked' && goes(was).some((one) => !goes(after).includes(one));
  const altered = times || calledOff || left;
  if (other.sequence < one.sequence) return `sequence ${one.sequence} → ${other.sequence}`;
  return altered && other.sequence === one.sequence
    ? `sequence stays ${one.sequence} at a change`
    : undefined;
}

/** Whom this step newly asks, or books: each must have been told in the same transaction. */
export function mustHear(before: Consultation | undefined, after: Consultation): string[] {
  if (after.is === 'draft') return [];
  const asked = after.legs.flatMap(({ agency, is, asked: person, askedAt }) => {
    const stood = before && legOf(before, agency);
    const anew = before?.is === 'draft' || stood?.asked !== person || stood?.askedAt !== askedAt;
    return is === 'offered' && person !== undefined && anew ? [person] : [];
  });
  const goes = Object.values(after.is === 'booked' ? (after.meeting?.participants ?? {}) : {});
  const went = Object.values(before?.is === 'booked' ? (before.meeting?.participants ?? {}) : {});
  const booked = after.is === 'booked' && before?.is !== 'booked' ? goes : [];
  const lost = before?.is === 'booked' && after.meeting === undefined ? went : [];
  return [...new Set([...asked, ...booked, ...lost])];
}

/** Two meetings one person would have to be in at once; undefined when there are none. */
export function doubleBooked(association: Association, all: readonly Consultation[]): string | undefined {
  const who = (id: string) => {
    const person = association.people.find((one) => one.id === id);
    return person?.identities.map(({ aadObjectId }) => aadObjectId).join() || id;
  };
  const booked = all
    .filter(({ is, meeting }) => is === 'booked' && meeting)
    .flatMap(({ reference, meeting }) =>
      [...new Set(Object.values(meeting!.participants).map(who))].map((person) => ({
        reference,
        person,
        ...meeting!,
      })),
    );
  for (const one of booked)
    for (const other of booked)
      if (one.reference < other.reference && one.person === other.person)
        if (one.start < other.end && other.start < one.end)
          return `${one.person} in ${one.reference} and ${other.reference} at ${one.start}`;
  return undefined;
}
