import { join } from 'node:path';
import { loadAssociations } from '../../src/association/load.ts';
import { relationsOf } from '../../src/domain/access.ts';
import type { Association, Person } from '../../src/domain/association.ts';
import type { Consultation, Leg, Request } from '../../src/domain/consultation.ts';
import { legOf } from '../../src/domain/consultation.ts';
import { duesOf } from '../../src/domain/dues.ts';
import { type Absence, isAway } from '../../src/domain/duty.ts';
import { close } from '../../src/domain/life/meeting.ts';
import { placeHeld, placeLapsed, serve } from '../../src/domain/life/queue.ts';
import { draft } from '../../src/domain/life/request.ts';
import { askToFile, dispose } from '../../src/domain/life/retention.ts';
import { isLater, type Later, meetingEnded, prompted, silence } from '../../src/domain/life/silence.ts';
import {
  type Event,
  type Facts,
  type LifeRefusal,
  type Step,
  stamped,
  system,
} from '../../src/domain/life/step.ts';
import { voteDue } from '../../src/domain/life/vote.ts';
import { noticesFor } from '../../src/domain/notices.ts';
import { openPrompts } from '../../src/domain/prompts.ts';
import { ok, type Result } from '../../src/domain/result.ts';
import type { Load } from '../../src/domain/routing.ts';
import type { Waiting } from '../../src/domain/sessions.ts';
import type { Span } from '../../src/domain/spans.ts';
import { judgeTransition, type Verb } from '../../src/domain/transitions.ts';
import { type Inputs, steps } from './steps.ts';

const loaded = await loadAssociations(join(import.meta.dirname, '../../env'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));

/** Two invented caseworkers more, for every municipality: somebody to hand work over to. */
const withColleagues = (association: Association): Association => {
  const like = association.people.find(({ role }) => role === 'caseworker')!;
  const municipalities = association.municipalities.map(({ id }) => id);
  const more = [
    { ...like, id: 'cw-vera', name: 'Vera Äng', municipalities, identities: [] },
    { ...like, id: 'cw-stig', name: 'Stig Myr', municipalities, identities: [] },
  ];
  return { ...association, people: [...association.people, ...more] };
};

/** The two associations of `env/`, each with the caseworkers `cw-vera` and `cw-stig` besides. */
export const [klaralvdalen, skargarden] = loaded.associations.map(withColleagues) as [
  Association,
  Association,
];

/** Monday 7 September 2026, 10:00 in Stockholm; ISO week 37, odd. */
export const monday = new Date('2026-09-07T10:00:00+02:00');

/** Whoever acts when nobody does: a timer that has run out. */
export const clock = system;

export const aRequest = (but: Partial<Request> = {}): Request => ({
  municipality: 'hagfors',
  ageBand: '30-59',
  agencies: ['fk', 'af', 'psykiatri'],
  question: 'Vilken väg vidare finns?',
  basis: 'deidentified',
  template: 'general',
  purpose: 'meeting',
  urgency: 'normal',
  gender: 'unspecified',
  assistance: 'unknown',
  certificate: 'valid',
  measure: 'unknown',
  firstTime: 'unknown',
  background: 'Orkar två timmar om dagen.',
  strength: 'Vill pröva.',
  ...but,
});

/** One consultation with the world around it as plain values; a step gives a new one. */
export type Case = {
  association: Association;
  now: Date;
  consultation: Consultation;
  /** What the latest step did. */
  events: readonly Event[];
  /** What else people, and meeting rooms by their link, are booked for, and which session places others have taken (ISO starts). */
  busy: Readonly<Record<string, readonly Span[]>>;
  taken: readonly string[];
  load: Readonly<Record<string, Partial<Load>>>;
  /** Who else waits for a place of any session. */
  waiting?: readonly Waiting[];
  absences?: Readonly<Record<string, readonly Absence[]>>;
};

export const personNamed = (association: Association, id: string): Person => {
  const found = association.people.find((person) => person.id === id);
  if (!found) throw new Error(`no person ${id}`);
  return found;
};

/** A draft of `owner`, Monday 10:00 in Klarälvdalen unless said otherwise. */
export function aDraft(
  request: Partial<Request> = {},
  but: Partial<Omit<Case, 'consultation' | 'events'>> & { owner?: string } = {},
): Case {
  const { owner = 'cw-maria', ...world } = but;
  const association = world.association ?? klaralvdalen;
  const now = world.now ?? monday;
  const made = { id: 'c-1', reference: 'K-BCDFG-H' };
  const consultation = draft(made, aRequest(request), {
    association,
    actor: personNamed(association, owner),
    now,
  });
  return { association, now, consultation, events: [], busy: {}, taken: [], load: {}, ...world };
}

const minutes = (at: string): number => Date.parse(at) / 60_000;

/** What a step sees: as in the bot, a person's bookings and the places taken include this consultation's own. */
export function factsOf(at: Case, actor: Person): Facts {
  const { association, now, consultation, busy, taken, load } = at;
  const meeting = consultation.is === 'booked' ? consultation.meeting : undefined;
  const own = (id: string): Span[] =>
    meeting && Object.values(meeting.participants).includes(id)
      ? [{ start: minutes(meeting.start), end: minutes(meeting.end) }]
      : [];
  return {
    association,
    now,
    actor,
    absences: (id) => at.absences?.[id] ?? [],
    away: (id, from, to) =>
      isAway(association, personNamed(association, id), at.absences?.[id] ?? [], from, to),
    load: (id) => ({ openLegs: 0, lastAskedAt: undefined, ...load[id] }),
    busy: (id) => [...(busy[id] ?? []), ...own(id)],
    room: (link) => busy[link] ?? [],
    taken: (session, start) =>
      taken.includes(start.toISOString()) ||
      (placeHeld(consultation)?.session === session &&
        placeHeld(consultation)?.start === start.toISOString()),
    ...(at.waiting ? { waiting: () => at.waiting! } : {}),
    uid: `uid-${consultation.roundOfCase}`,
  };
}

const moved = (at: Case, step: Step): Result<Case, LifeRefusal> =>
  step.ok
    ? ok({
        ...at,
        // What only looks leaves the same consultation.
        consultation:
          step.value.after === at.consultation
            ? at.consultation
            : stamped(at.consultation, step.value.after, at.now),
        events: step.value.events,
      })
    : step;

/** Tries a verb as the bot does: the cell of the table is judged, then the step taken. */
export function tries(at: Case, who: Person | string, verb: Verb, inputs: Inputs = {}) {
  const actor = typeof who === 'string' ? personNamed(at.association, who) : who;
  const relations = relationsOf(at.association, at.consultation, actor, at.now);
  const own = verb.startsWith('respond.') ? actor.agency : undefined;
  const agency = verb === 'leg.add' ? undefined : (inputs.agency ?? own);
  const judged = judgeTransition(at.consultation, relations, verb, { agency, version: inputs.version });
  if (!judged.ok) return judged;
  return moved(at, steps[verb](at.consultation, factsOf(at, actor), judged.value as Leg, inputs));
}

/** Does it, or throws: for what must succeed on the way to what is tested. */
export function does(at: Case, who: string, verb: Verb, inputs: Inputs = {}): Case {
  const done = tries(at, who, verb, inputs);
  if (!done.ok) throw new Error(`${who} ${verb}: ${JSON.stringify(done.refusal)}`);
  return done.value;
}

/** The code it is refused with; undefined when it is not. */
export function refused(at: Case, who: Person | string, verb: Verb, inputs: Inputs = {}): string | undefined {
  const done = tries(at, who, verb, inputs);
  return done.ok ? undefined : done.refusal.code;
}

/** A step that the clock takes (vote due, closing). */
export function falls(at: Case, step: (consultation: Consultation, facts: Facts) => Step): Case {
  const done = moved(at, step(at.consultation, factsOf(at, clock)));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

/** Takes the step of whatever falls due first, at the moment it does or when whoever is told works; undefined when nothing is due by `now`, or it would be gone. */
export function nextDue(at: Case, kinds?: readonly string[]): Case | undefined {
  const [due] = duesOf(at.association, at.consultation)
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (!due || new Date(due.dueAt) > at.now || due.kind === 'draft-gone' || due.kind === 'count')
    return undefined;
  const agency = due.key.split('/')[0]!;
  const steps: Record<typeof due.kind, (consultation: Consultation, facts: Facts) => Step | Later> = {
    'answer-due': (consultation, facts) => silence(consultation, facts, legOf(consultation, agency)!),
    prompt: (consultation, facts) =>
      prompted(
        consultation,
        facts,
        openPrompts(at.association, consultation).find(({ key }) => key === due.key)!,
      ),
    'vote-due': voteDue,
    'place-due': placeLapsed,
    queue: serve,
    'meeting-over': meetingEnded,
    close,
    'file-ask': askToFile,
    dispose,
  };
  let when = later(at, due.dueAt);
  for (;;) {
    const step = steps[due.kind](when.consultation, factsOf(when, clock));
    if (!isLater(step)) return { ...falls(when, () => step), now: at.now };
    if (step.later > at.now) return undefined;
    when = later(at, step.later.toISOString());
  }
}

/** The same at another time: an instant, or so many hours later. */
export const later = (at: Case, to: string | number): Case => ({
  ...at,
  now: typeof to === 'string' ? new Date(to) : new Date(at.now.getTime() + to * 3_600_000),
});

export const legIn = (at: Case, agency: string): Leg => {
  const leg = legOf(at.consultation, agency);
  if (!leg) throw new Error(`no leg ${agency}`);
  return leg;
};

/** The latest step's events in short: `offered:fk:fk-eva`. */
export const told = ({ events }: Case): string[] =>
  events.map((event) => Object.values(event).filter(Boolean).join(':'));

/** Sent by its owner; who is asked stands in the legs. */
export const sent = (request: Partial<Request> = {}, but: Parameters<typeof aDraft>[1] = {}): Case => {
  const at = aDraft(request, but);
  return does(at, at.consultation.owner, 'request.send');
};

/** Whoever is asked in each of these agencies accepts. */
export const accepted = (at: Case, ...agencies: string[]): Case =>
  agencies.reduce((now, agency) => does(now, legIn(now, agency).asked!, 'respond.accept'), at);

/** Every agency the request asks has accepted. */
export const allAccepted = (at: Case): Case => accepted(at, ...at.consultation.request.agencies);

/** The news of a change as `kind:agency`, per person; those whose cards are only brought up to date are left out. */
export function news(before: Case, after: Case, actor: string): Record<string, string[]> {
  const { association, events } = after;
  const notices = noticesFor(association, before.consultation, after.consultation, events, actor);
  return Object.fromEntries(
    notices
      .filter((notice) => notice.news.length > 0)
      .map((notice) => [
        notice.to,
        notice.news.map(({ kind, agency }) => (agency ? `${kind}:${agency}` : kind)),
      ]),
  );
}
