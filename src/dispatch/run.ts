import type { z } from 'zod';
import type { Values } from '../cards/fields.ts';
import { say } from '../cards/frame.ts';
import { actions, type ButtonData, button, type Card, card, heading, line, notice } from '../cards/parts.ts';
import { taskOf } from '../cards/todo.ts';
import { relationsOf } from '../domain/access.ts';
import type { Consultation } from '../domain/consultation.ts';
import { isActive } from '../domain/consultation.ts';
import type { FindingType } from '../domain/guard/verdict.ts';
import { transitions, type Verb } from '../domain/transitions.ts';
import { features } from '../features/index.ts';
import { ownConsultations } from '../features/overview/mine.ts';
import { consultationFor } from '../features/perform.ts';
import { refusalCard } from '../features/refusal.ts';
import { type Action, aside, type Reply, replyCard, type Turn } from '../features/turn.ts';
import { record } from '../store/records.ts';
import { routingTexts } from '../texts/routing.ts';
import { guardInputs } from './guarded.ts';

/** Every action by verb. */
export const actionsByVerb: ReadonlyMap<string, Action> = new Map(
  features.flatMap((feature) => Object.entries(feature.actions)),
);

const MOST = 6;
const guardVerbs = new Set(['guard.mask', 'guard.keep']);

const notice_ = (text: string): Reply => replyCard(card([notice(text)], text));

/** Runs what a button or a word asked for: stops, guard, schema, then the action itself; the same for both. */
export async function run(
  turn: Turn,
  verb: string,
  inputs: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const t = say(turn).talk;
  const raw = textsOf(inputs);
  if (guardVerbs.has(verb)) return resume(turn, verb, raw);
  const one = actionsByVerb.get(verb);
  if (!one) return notice_(t.oldButton);
  if (one.roles && !one.roles.includes(turn.reader.role)) return notice_(t.notYourRole);
  return judged(turn, verb, one, raw, false);
}

/** `guard.mask` and `guard.keep` carry on with the interrupted verb, which the button names. */
async function resume(turn: Turn, verb: string, { next = '', ...raw }: Values): Promise<Reply> {
  const one = actionsByVerb.get(next);
  if (!one) return notice_(say(turn).talk.oldButton);
  if (one.roles && !one.roles.includes(turn.reader.role)) return notice_(say(turn).talk.notYourRole);
  if (verb === 'guard.keep') return judged(turn, next, one, raw, true);
  const { masked } = await guardInputs(turn, one, raw);
  return judged(turn, next, one, masked, false);
}

async function judged(turn: Turn, verb: string, one: Action, raw: Values, keep: boolean): Promise<Reply> {
  const stop = one.stop?.(turn, raw);
  if (stop) return replyCard(card([notice(stop, 'attention')], stop));
  const { verdict, talk, masked } = await guardInputs(turn, one, raw);
  const kept = keep && verdict === 'ask';
  if (talk) {
    const event = kept ? 'guard.kept' : 'guard.stopped';
    turn.house.log({
      event,
      verb,
      outcome: verdict,
      types: [...new Set(talk.types)].join(','),
      association: turn.association.id,
    });
  }
  if (talk && !kept) {
    // A blocked text is never drawn again, not even for its writer: the form comes back with the masked one.
    const values = verdict === 'block' ? masked : raw;
    const form = await one.form?.(turn, values, { guard: talk });
    return form ? formReply(turn, one, values, form) : notice_(say(turn).form.guardChat);
  }
  const parsed = one.inputs.safeParse(raw);
  if (!parsed.success) return explain(turn, one, raw, parsed.error);
  if ('ref' in one.inputs.shape && raw.ref === undefined) return withoutReference(turn, verb, one, raw);
  if (talk && kept) await noteKept(turn, verb, raw, talk.types);
  return one.run(turn, parsed.data);
}

/** That somebody decided to keep what the guard asked about: which kinds, in which verb, and nothing of the text. */
async function noteKept(turn: Turn, verb: string, raw: Values, types: readonly FindingType[]): Promise<void> {
  const consultation = raw.ref === undefined ? undefined : await consultationFor(turn, raw.ref);
  await record(turn.house.store, {
    kind: 'act',
    association: turn.association.id,
    consultation: consultation?.id,
    at: turn.now.toISOString(),
    actor: turn.reader.id,
    verb: 'guard-kept',
    detail: { verb, types: [...new Set(types)].sort() },
  });
}

/**
 * Form values as the wire brings them: strings, or booleans from a toggle. A list or an object is no value, but not
 * nothing either: it becomes an empty one, so that a forged reference never means "the only open consultation".
 */
function textsOf(inputs: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => {
      if (typeof value === 'string') return [[name, value]];
      if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]];
      return value === null || value === undefined ? [] : [[name, '']];
    }),
  );
}

/** A form with what the person wrote stands in the chat like any other card of the consultation. */
async function formReply(turn: Turn, one: Action, values: Values, form: Card): Promise<Reply> {
  const draft = await one.draftOf?.(turn, values);
  if (draft !== undefined) return aside({ id: draft, disposedAt: undefined }, form);
  const found = await consultationFor(turn, values.ref);
  return found ? aside(found, form) : replyCard(form);
}

/** What is missing or wrong, by the words the form itself uses; what was written comes back with it. */
async function explain(turn: Turn, one: Action, raw: Values, error: z.ZodError): Promise<Reply> {
  const t = say(turn);
  const labels: Readonly<Record<string, unknown>> = {
    ...t.form,
    text: t.form.answerText,
    ref: t.case.title(''),
    responsible: t.form.responsible,
    function: routingTexts[turn.language].tryFunction,
  };
  const label = (name: string): string =>
    typeof labels[name] === 'string' ? (labels[name] as string) : name;
  const problems = error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '');
    if (isTooLong(issue) && raw[name] !== undefined)
      return t.talk.tooLong({ field: label(name), length: raw[name].length, most: Number(issue.maximum) });
    return label(name);
  });
  const long = problems.filter((_, index) => isTooLong(error.issues[index]!));
  const other = [...new Set(problems.filter((_, index) => !isTooLong(error.issues[index]!)))];
  const problem = [...long, ...(other.length > 0 ? [t.talk.bad(other.join(', '))] : [])].join(' ');
  // What cannot be found is not explained: whoever may not know of it learns nothing from what is missing.
  const unknown =
    'ref' in one.inputs.shape && raw.ref !== undefined && !(await consultationFor(turn, raw.ref));
  if (unknown) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const form = await one.form?.(turn, raw, { problem });
  return form ? formReply(turn, one, raw, form) : notice_(problem);
}

const isTooLong = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueTooBig =>
  issue.code === 'too_big' && issue.origin === 'string';

/** No reference given: the only consultation where it can be done now, else a choice. */
async function withoutReference(turn: Turn, verb: string, one: Action, raw: Values): Promise<Reply> {
  const t = say(turn).talk;
  const asked = (verb === 'consultation.form' ? raw.form : verb === 'schedule.choose' ? undefined : verb) as
    | Verb
    | undefined;
  const { consultations, isAll } = await ownConsultations(turn);
  const possible = consultations.filter((consultation) => mayBe(turn, consultation, asked));
  if (possible.length === 0) return notice_(t.nothingToDo);
  // The newest alone do not tell that it is the only one.
  if (possible.length === 1 && isAll)
    return judged(turn, verb, one, { ...raw, ref: possible[0]!.reference }, false);
  const sorted = possible
    .map((consultation) => ({ consultation, task: taskOf(turn, consultation) }))
    .sort((a, b) => (a.task.due ?? '9').localeCompare(b.task.due ?? '9'));
  const carried = raw as ButtonData;
  return replyCard(
    card(
      [
        heading(t.chooseConsultation),
        ...sorted
          .slice(0, 10)
          .map(({ consultation, task }) => line(`${consultation.reference}: ${task.text}`)),
        actions(
          sorted
            .slice(0, MOST)
            .map(({ consultation: { reference } }) =>
              button(verb, reference, { ...carried, ref: reference }),
            ),
        ),
      ],
      t.chooseConsultation,
    ),
  );
}

/** Whether the table lets this reader do it in this consultation now; without a verb, whether it concerns times. */
function mayBe(turn: Turn, consultation: Consultation, verb: Verb | undefined): boolean {
  const relations = relationsOf(turn.association, consultation, turn.reader, turn.now);
  if (verb === undefined)
    return (
      ['ready', 'scheduling'].includes(consultation.is) &&
      (relations.has('owner') || relations.has('coordinator') || relations.has('seat'))
    );
  const row = transitions[verb];
  if (!row) return true;
  if (verb === 'consultation.show') return true;
  const leg = consultation.legs.some(
    (one) =>
      isActive(one) &&
      row.leg?.includes(one.is) &&
      (turn.reader.role !== 'member' || one.agency === turn.reader.agency),
  );
  return row.in.includes(consultation.is) && row.who.some((who) => relations.has(who)) && (!row.leg || leg);
}
