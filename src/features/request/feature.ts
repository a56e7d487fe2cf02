import { z } from 'zod';
import type { Values } from '../../cards/fields.ts';
import { say } from '../../cards/frame.ts';
import { card, notice } from '../../cards/parts.ts';
import { requestCard } from '../../cards/previewCard.ts';
import { askable } from '../../domain/association.ts';
import * as codes from '../../domain/codes.ts';
import type { Request } from '../../domain/consultation.ts';
import { add, draft, edit, mayEdit, send, withdraw, wouldChange } from '../../domain/life/request.ts';
import { referenceFrom } from '../../domain/reference.ts';
import { ok, refuse } from '../../domain/result.ts';
import { create, findById, isGone } from '../../store/consultations.ts';
import { readFacts } from '../facts.ts';
import { personKey } from '../keys.ts';
import { consultationFor, formFor, perform } from '../perform.ts';
import { previewOf } from '../preview.ts';
import { refusalCard } from '../refusal.ts';
import {
  type Action,
  action,
  aside,
  codeOr,
  type Feature,
  freeText,
  id,
  neededText,
  type Reply,
  reference,
  replyCard,
  type Turn,
  version,
} from '../turn.ts';
import { writtenOf } from '../written.ts';

const gate = z.enum(['true', 'false']);

const requestInputs = z.object({
  acute: gate,
  protectedIdentity: gate,
  childConcern: gate,
  municipality: id,
  ageBand: z.enum(codes.ageBands),
  agencies: z
    .string()
    .regex(/^[\p{L}\p{N}._-]+( *, *[\p{L}\p{N}._-]+)*$/u)
    .max(400),
  question: neededText(500),
  basis: z.enum(codes.bases),
  template: codeOr(codes.templates, 'general'),
  purpose: codeOr(codes.purposes, 'meeting'),
  urgency: codeOr(codes.urgencies, 'normal'),
  gender: codeOr(codes.genders, 'unspecified'),
  assistance: codeOr(codes.assistances, 'unknown'),
  certificate: codeOr(codes.certificates, 'unexplored'),
  measure: codeOr(codes.ongoingMeasures, 'unknown'),
  firstTime: codeOr(codes.firstTimes, 'unknown'),
  background: freeText(1000),
  strength: freeText(200),
});
type Inputs = z.output<typeof requestInputs>;

/** Acute danger, protected identity, child concern and consent go elsewhere; nothing is stored (product §5). */
function stopOf(turn: Turn, inputs: Values): string | undefined {
  const t = say(turn).form;
  if (inputs.acute === 'true') return t.stopAcute(turn.association.acute);
  if (inputs.protectedIdentity === 'true') return t.stopProtected;
  if (inputs.childConcern === 'true') return t.stopChild;
  if (inputs.basis === 'consent') return t.stopConsent;
  return undefined;
}

/** What only the association can judge: the caseworker's own municipality, agencies that exist. */
function problemOf(turn: Turn, inputs: Inputs): string | undefined {
  const t = say(turn);
  const bad: string[] = [];
  if (!turn.reader.municipalities.includes(inputs.municipality)) bad.push(t.form.municipality);
  const known = new Set(askable(turn.association).map((agency) => agency.id));
  if (!listOf(inputs.agencies).every((agency) => known.has(agency))) bad.push(t.form.agencies);
  return bad.length > 0 ? t.talk.bad(bad.join(', ')) : undefined;
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

function requestOf({
  acute: _a,
  protectedIdentity: _p,
  childConcern: _c,
  agencies,
  ...rest
}: Inputs): Request {
  return { ...rest, agencies: listOf(agencies) };
}

const stopped = (text: string): Reply => replyCard(card([notice(text, 'attention')], text));

const preview: Action<z.ZodObject<typeof requestInputs.shape & { form: z.ZodOptional<z.ZodString> }>> = {
  inputs: requestInputs.extend({
    // It becomes the draft's id, so it is one of ours (a random UUID) or none: never something somebody wrote.
    form: z
      .string()
      .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
      .optional(),
  }),
  roles: ['caseworker'],
  stop: stopOf,
  form: async (turn, values, back) => requestCard(turn, values.form ?? turn.house.newId(), values, back),
  draftOf: async (turn, { form }) => (form === undefined ? undefined : await draftId(turn, form)),
  run: async (turn, inputs) => {
    const { form = turn.house.newId(), ...rest } = inputs;
    const problem = problemOf(turn, rest);
    if (problem) {
      const draft = { id: await draftId(turn, form), disposedAt: undefined };
      return aside(draft, requestCard(turn, form, { ...rest }, { problem }));
    }
    return saveDraft(turn, form, requestOf(rest));
  },
};

/** Never the form's own words: they come from the client. An old form whose draft is gone makes another, and no history twice. */
async function draftId({ house, association, reader }: Turn, form: string): Promise<string> {
  for (let again = 0; ; again += 1) {
    const id = house.idFrom(`${personKey(association, reader.id)} ${form}${again === 0 ? '' : ` ${again}`}`);
    if (!(await isGone(house.store, id))) return id;
  }
}

/** Keeps the draft under the form's own id: the same form pressed twice rewrites its draft, never makes a second. */
async function saveDraft(turn: Turn, form: string, request: Request): Promise<Reply> {
  const { house, association } = turn;
  const id = await draftId(turn, form);
  // Teams brings a form again under another id, also after the next one has come: what was sent once changes nothing later.
  const once = house.idFrom(`${id} ${JSON.stringify(request)}`);
  const existing = await findById(house.store, id);
  if (existing) {
    if (existing.association !== association.id || existing.owner !== turn.reader.id)
      return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
    return editRequest(turn, { ref: existing.reference, once }, request);
  }
  const { store } = house;
  for (let attempt = 1; ; attempt += 1) {
    const made = { id, reference: referenceFrom(house.bytes(16)) };
    const result = await create(
      store,
      (trx) => readFacts(trx, house, turn),
      (facts) => {
        const consultation = draft(made, request, facts);
        const done = { verb: 'request.preview', actor: turn.reader.id, events: [] };
        return ok({ ...writtenOf(facts, undefined, consultation, done), notices: [] });
      },
      turn.now,
      { key: once, answer: made.reference },
    ).catch(async (error: unknown) => {
      // The same form pressed twice at once: whoever came second finds the draft of the first.
      if (await findById(store, id)) return undefined;
      throw error;
    });
    if (!result) return saveDraft(turn, form, request);
    if (result.ok) return previewOf(turn, result.value);
    const { refusal } = result;
    if (refusal.code === 'seen-before') {
      const seen = await consultationFor(turn, refusal.answer);
      return seen ? previewOf(turn, seen) : replyCard(refusalCard(turn, { code: 'unknown-reference' }));
    }
    if (refusal.code !== 'reference-spent' || attempt === 5) return replyCard(refusalCard(turn, refusal));
  }
}

async function editRequest(
  turn: Turn,
  at: { ref: string; version?: number | undefined; once?: string },
  request: Request,
): Promise<Reply> {
  const reply = await perform(turn, { ...at, verb: 'request.edit' }, (consultation, facts) =>
    mayEdit(consultation) && !wouldChange(consultation, request)
      ? refuse({ code: 'stale' })
      : edit(consultation, facts, request),
  );
  const after = await consultationFor(turn, at.ref);
  return after?.is === 'draft' ? previewOf(turn, after) : reply;
}

const editInputs = requestInputs
  .partial({ acute: true, protectedIdentity: true, childConcern: true })
  .extend({
    ref: reference,
    v: version,
  });

const pressed = z.object({ ref: reference, v: version });

/** A caseworker's question: the form, the draft, sending, and changing it while that is still possible. */
export const request: Feature = {
  name: 'request',
  actions: {
    'request.open': action({
      inputs: z.object({ in: id.optional() }),
      roles: ['caseworker'],
      run: async (turn) => replyCard(requestCard(turn, turn.house.newId(), {})),
    }),
    'request.preview': action(preview),
    'request.send': action({
      inputs: pressed,
      run: (turn, { ref, v }) => perform(turn, { ref, verb: 'request.send', version: v }, send),
    }),
    'request.edit': action({
      inputs: editInputs,
      stop: stopOf,
      form: async (turn, values, back) => {
        const consultation = await consultationFor(turn, values.ref);
        if (!consultation) return undefined;
        if (consultation.is !== 'draft') return formFor('request.edit')(turn, values, back);
        const reply = await previewOf(turn, consultation, { ...back, values });
        return reply.is === 'card' ? reply.card : undefined;
      },
      run: async (turn, { ref = '', v, ...inputs }) => {
        const rest = {
          acute: 'false',
          protectedIdentity: 'false',
          childConcern: 'false',
          ...inputs,
        } as Inputs;
        // What is wrong with it is said to whoever may change it; anybody else is refused first.
        const own = (await consultationFor(turn, ref))?.owner === turn.reader.id;
        const problem = own ? problemOf(turn, rest) : undefined;
        if (problem) return stopped(problem);
        return editRequest(turn, { ref, version: v }, requestOf(rest));
      },
    }),
    'request.add': action({
      inputs: z.object({ ref: reference, v: version, text: neededText(1000) }),
      form: formFor('request.add'),
      run: (turn, { ref, v, text }) =>
        perform(turn, { ref, verb: 'request.add', version: v }, (consultation, facts) =>
          add(consultation, facts, text),
        ),
    }),
    'request.withdraw': action({
      inputs: z.object({ ref: reference, reason: freeText(300) }),
      form: formFor('request.withdraw'),
      run: (turn, { ref, reason }) =>
        perform(turn, { ref, verb: 'request.withdraw' }, (consultation, facts) =>
          withdraw(consultation, facts, reason),
        ),
    }),
  },
  sayings: [
    { word: 'new', read: (rest) => (rest.length === 0 ? { action: 'request.open', inputs: {} } : undefined) },
  ],
};
