import { z } from 'zod';
import {
  ageBands,
  assistances,
  ballots,
  bases,
  certificates,
  cooperations,
  declineReasons,
  firstTimes,
  genders,
  measures,
  ongoingMeasures,
  progresses,
  purposes,
  results,
  templates,
  urgencies,
} from '../domain/codes.ts';
import { type Consultation, legStates, states } from '../domain/consultation.ts';
import { knowledges } from '../domain/freeBusy.ts';

// JSON has no undefined: it is written as null, and a member that an older document lacks reads as undefined.
const absent = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

const text = z.string();
const texts = z.array(z.string());
const whole = z.int();
/** An instant older documents lack; they have waited since long ago. */
const early = text.nullish().transform((value) => value ?? '2026-01-01T00:00:00.000Z');

const request = z.strictObject({
  municipality: text,
  ageBand: z.enum(ageBands),
  agencies: texts,
  question: text,
  basis: z.enum(bases),
  template: z.enum(templates),
  purpose: z.enum(purposes),
  urgency: z.enum(urgencies),
  gender: z.enum(genders),
  assistance: z.enum(assistances),
  certificate: z.enum(certificates),
  measure: z.enum(ongoingMeasures),
  firstTime: z.enum(firstTimes),
  background: text,
  strength: text,
  version: whole,
  additions: z.array(z.strictObject({ at: text, by: text, text })),
});

const routing = z.strictObject({
  rule: absent(whole),
  because: z.array(z.enum(['municipality', 'ageBand', 'template', 'certificate'])),
  chosen: z.enum([
    'only',
    'speciality',
    'fewest-open',
    'longest-since',
    'order',
    'forwarded',
    'assigned',
    'next',
    'took-back',
  ]),
  openLegs: whole,
  members: absent(whole).optional(),
  able: absent(whole).optional(),
  before: absent(whole).optional(),
});

const leg = z.strictObject({
  agency: text,
  is: z.enum(legStates),
  since: early,
  version: whole,
  required: z.boolean(),
  function: absent(text),
  asked: absent(text),
  holder: absent(text),
  askedAt: text,
  dueAt: absent(text),
  silences: z
    .int()
    .nullish()
    .transform((value) => value ?? 0),
  minutesLeft: absent(z.number()),
  routing: absent(routing),
  passed: texts,
  wrongFunctions: texts,
  barred: texts,
  declines: z.array(
    z.strictObject({ by: text, at: text, reason: z.enum(declineReasons), text, suggest: absent(text) }),
  ),
  clarifications: z.array(
    z.strictObject({ by: text, at: text, text, answer: absent(z.strictObject({ at: text, text })) }),
  ),
  advice: z.array(z.strictObject({ by: text, at: text, text })),
});

const round = z.strictObject({
  number: whole,
  version: whole,
  added: absent(whole),
  /** Rounds of older documents had three times, and none was added. */
  proposed: whole.nullish().transform((value) => value ?? 3),
  kind: z.enum(['vote', 'places']),
  session: absent(text),
  slots: z.array(
    z.strictObject({
      id: text,
      start: text,
      end: text,
      link: absent(text),
      who: absent(z.record(text, z.enum(knowledges))),
    }),
  ),
  votes: z.record(text, z.record(text, z.enum(ballots))),
  openedAt: text,
  dueAt: absent(text),
});

const meeting = z.strictObject({
  start: text,
  end: text,
  link: absent(text),
  session: absent(text),
  participants: z.record(text, text),
  present: absent(texts),
  over: z.boolean(),
});

const outcome = z.strictObject({
  version: whole,
  round: whole,
  at: text,
  by: text,
  result: z.enum(results),
  measures: z.array(z.enum(measures)),
  responsible: text,
  nextStep: text,
  nextDate: text,
  planOffered: z.boolean(),
  fkOfficer: z.boolean(),
  obstacle: absent(text),
  obstacleText: text,
  learning: text,
});

const followUp = z.strictObject({
  at: text,
  round: whole,
  progress: z.enum(progresses),
  planOffered: z.boolean(),
  fkOfficer: z.boolean(),
  cooperation: absent(z.enum(cooperations)),
  answered: absent(z.enum(cooperations)),
});

const consultation = z.strictObject({
  id: text,
  association: text,
  reference: text,
  is: z.enum(states),
  since: early,
  prompted: texts.nullish().transform((value) => value ?? []),
  version: whole,
  roundOfCase: whole,
  owner: text,
  createdAt: text,
  sentAt: absent(text),
  request,
  legs: z.array(leg),
  sealed: z.boolean(),
  times: absent(round),
  queue: absent(z.strictObject({ session: text, place: whole, passed: texts })),
  failedRounds: whole,
  unmatched: absent(z.strictObject({ silent: texts, cannot: texts })),
  offered: texts,
  calendar: absent(
    z.strictObject({ uid: text, sequence: whole, start: text, end: text, invited: z.array(text) }),
  ),
  meeting: absent(meeting),
  firstHeldAt: absent(text),
  outcomes: z.array(outcome),
  recordedAt: absent(text),
  closedAt: absent(text),
  followUps: z.array(followUp),
  joined: texts,
  handover: absent(z.strictObject({ from: text, to: text, at: text })),
  endedBecause: absent(text),
  reasons: z.array(z.strictObject({ at: text, by: text, verb: text, text })),
  filed: absent(z.strictObject({ at: text, by: text })),
  filingAskedAt: absent(text),
  hold: absent(z.strictObject({ at: text, by: text })),
  disposedAt: absent(text),
});

type Kept<T> = T extends readonly (infer Member)[]
  ? readonly Kept<Member>[]
  : T extends object
    ? { readonly [Name in keyof T]: Kept<T[Name]> }
    : T;

// Both ways: a member or code the domain gains does not compile until it can be kept and read here.
const schema: z.ZodType<Consultation> = consultation;
const keepable = (value: Consultation): Kept<z.output<typeof consultation>> => value;

/** The JSON text kept of a consultation. One that could not be read back is a fault here, before it is kept. */
export function writeDocument(value: Consultation): string {
  const json = JSON.stringify(keepable(value), (_key, member: unknown) =>
    member === undefined ? null : member,
  );
  schema.parse(JSON.parse(json));
  return json;
}

/** The consultation in a kept JSON text; a document of another shape is a fault. */
export const readDocument = (doc: string): Consultation => schema.parse(JSON.parse(doc));
