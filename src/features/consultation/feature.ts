import { z } from 'zod';
import { formCard } from '../../cards/formCard.ts';
import { sight } from '../../cards/frame.ts';
import { moreCard } from '../../cards/moreCard.ts';
import { handOver, join } from '../../domain/life/meeting.ts';
import { reopen } from '../../domain/life/request.ts';
import { type Verb, verbs } from '../../domain/transitions.ts';
import { record } from '../../store/records.ts';
import { consultationFor, formFor, keepPressed, perform, presentCard } from '../perform.ts';
import { previewOf } from '../preview.ts';
import { refusalCard, refusalOf, refusalText } from '../refusal.ts';
import {
  about,
  action,
  aside,
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
import { aboutOne, bare, opensForm, personFrom } from '../words.ts';
import { saysWhy, whyPerson, whyShow } from './why.ts';

/** The consultation as this reader may see it; content is drawn for the presser only, and the reading is logged. */
async function show(turn: Turn, ref: string | undefined, page?: number): Promise<Reply> {
  const consultation = await consultationFor(turn, ref);
  if (!consultation) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const { content } = sight(turn, consultation);
  await record(turn.house.store, {
    kind: 'reading',
    association: turn.association.id,
    consultation: consultation.id,
    at: turn.now.toISOString(),
    actor: turn.reader.id,
    verb: content ? 'content' : 'states',
    detail: {},
  });
  if (consultation.is === 'draft') return previewOf(turn, consultation);
  await keepPressed(turn, consultation);
  return about(
    consultation,
    await presentCard(turn, consultation, { content: true, ...(page ? { page } : {}) }),
  );
}

/** One verb's form, if this reader has anything to do with the consultation. Whether it is allowed is judged when sent. */
async function openForm(turn: Turn, ref: string | undefined, verb: Verb): Promise<Reply> {
  const consultation = await consultationFor(turn, ref);
  if (!consultation) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  if (consultation.is === 'draft' && verb === 'request.edit') return previewOf(turn, consultation);
  const refusal = refusalOf(turn, consultation, verb);
  if (refusal)
    return about(
      consultation,
      await presentCard(turn, consultation, { refusal: refusalText(turn, refusal) }),
    );
  const form = formCard(turn, consultation, verb);
  return form ? aside(consultation, form) : about(consultation, await presentCard(turn, consultation));
}

/** Looking at one consultation, and what concerns the whole of it: joining, handing over, reopening. */
export const consultation: Feature = {
  name: 'consultation',
  actions: {
    'consultation.show': action({
      inputs: z.object({ ref: reference, page: z.coerce.number().int().min(1).max(99).optional() }),
      run: (turn, { ref, page }) => show(turn, ref, page),
    }),
    'consultation.more': action({
      inputs: z.object({ ref: reference, v: version }),
      run: async (turn, { ref }) => {
        const found = await consultationFor(turn, ref);
        return found
          ? aside(found, moreCard(turn, found))
          : replyCard(refusalCard(turn, { code: 'unknown-reference' }));
      },
    }),
    'consultation.why': whyShow,
    'consultation.why-person': whyPerson,
    'consultation.form': action({
      inputs: z.object({ ref: reference, form: z.enum(verbs) }),
      run: (turn, { ref, form }) => openForm(turn, ref, form),
    }),
    'consultation.join': action({
      inputs: z.object({ ref: reference, reason: neededText(300) }),
      form: formFor('consultation.join'),
      run: async (turn, { ref, reason }) => {
        const reply = await perform(turn, { ref, verb: 'consultation.join', reason }, join);
        const after = await consultationFor(turn, ref);
        return after?.joined.includes(turn.reader.id) ? show(turn, ref) : reply;
      },
    }),
    'consultation.handover': action({
      inputs: z.object({ ref: reference, to: id, reason: freeText(300) }),
      form: formFor('consultation.handover'),
      run: (turn, { ref, to, reason }) =>
        perform(turn, { ref, verb: 'consultation.handover', detail: { to }, reason }, (c, facts) =>
          handOver(c, facts, to),
        ),
    }),
    'consultation.reopen': action({
      inputs: z.object({ ref: reference, reason: freeText(300) }),
      form: formFor('consultation.reopen'),
      run: (turn, { ref, reason }) => perform(turn, { ref, verb: 'consultation.reopen', reason }, reopen),
    }),
  },
  sayings: [
    bare('show', 'consultation.show'),
    saysWhy,
    opensForm('withdraw', 'request.withdraw'),
    opensForm('edit', 'request.edit'),
    opensForm('add', 'request.add'),
    opensForm('reopen', 'consultation.reopen'),
    {
      word: 'handover',
      read: (rest, turn) => {
        const one = aboutOne(rest);
        const to = one && one.rest.length > 0 ? personFrom(turn, one.rest) : undefined;
        return one && to ? { action: 'consultation.handover', inputs: { ...one.inputs, to } } : undefined;
      },
    },
    opensForm('handover', 'consultation.handover'),
  ],
};
