import { z } from 'zod';
import { formCard } from '../../cards/formCard.ts';
import { askable } from '../../domain/association.ts';
import { declineReasons } from '../../domain/codes.ts';
import { accept, advise, answer, ask, decline, forward } from '../../domain/life/respond.ts';
import { refuse } from '../../domain/result.ts';
import type { Verb } from '../../domain/transitions.ts';
import { declineWords } from '../../texts/words.ts';
import { versionIn } from '../legVersions.ts';
import { consultationFor, formFor, perform } from '../perform.ts';
import {
  action,
  aside,
  type Feature,
  freeText,
  id,
  neededText,
  optionalId,
  reference,
  type Saying,
  type Turn,
  version,
} from '../turn.ts';
import { aboutOne, bare, opensForm, personFrom } from '../words.ts';

const pressed = { ref: reference, v: version };

/** A code, or its Swedish word. */
const declineReason = z.preprocess(
  (said) => (typeof said === 'string' ? (declineWords[said.toLowerCase()] ?? said) : said),
  z.enum(declineReasons),
);

/** The errand of whoever answers for an agency: their own leg, by the version the button carried. */
const own = (turn: Turn, { ref, v }: { ref?: string | undefined; v?: number | undefined }, verb: Verb) => ({
  ref,
  verb,
  agency: turn.reader.agency,
  version: v,
});

const declineBy: Saying = {
  word: 'decline',
  read: (rest) => {
    const one = aboutOne(rest);
    const said = one?.rest.length === 1 ? one.rest[0]!.toLowerCase() : undefined;
    const reason = said === undefined ? undefined : (declineWords[said] ?? said);
    if (!one || !declineReasons.some((code) => code === reason)) return undefined;
    // More is needed: that is a question, and a question is written in the form.
    if (reason === 'more-needed')
      return { action: 'consultation.form', inputs: { ...one.inputs, form: 'respond.ask' } };
    return { action: 'respond.decline', inputs: { ...one.inputs, reason: reason! } };
  },
};

const forwardTo: Saying = {
  word: 'forward',
  read: (rest, turn) => {
    const one = aboutOne(rest);
    const to = one && one.rest.length > 0 ? personFrom(turn, one.rest) : undefined;
    return one && to ? { action: 'respond.forward', inputs: { ...one.inputs, to } } : undefined;
  },
};

/** What a member of the consultation team answers, and what the caseworker answers back. */
export const respond: Feature = {
  name: 'respond',
  actions: {
    'respond.accept': action({
      inputs: z.object(pressed),
      run: (turn, inputs) =>
        perform(turn, own(turn, inputs, 'respond.accept'), (c, facts, leg) => accept(c, facts, leg!)),
    }),
    'respond.decline': action({
      inputs: z.object({
        ...pressed,
        reason: declineReason,
        text: freeText(500),
        suggest: optionalId,
      }),
      form: formFor('respond.decline'),
      run: async (turn, { reason, text, suggest, ...inputs }) => {
        // "More is needed" is a question to the caseworker: without the question there is nothing to wait for.
        if (reason === 'more-needed' && text === '') {
          const consultation = await consultationFor(turn, inputs.ref);
          const form = consultation && formCard(turn, consultation, 'respond.ask');
          if (form) return aside(consultation, form);
        }
        return perform(
          turn,
          { ...own(turn, inputs, 'respond.decline'), detail: { reason } },
          (c, facts, leg) =>
            suggest === undefined || askable(turn.association).some((one) => one.id === suggest)
              ? decline(c, facts, leg!, { reason, text, suggest })
              : refuse({ code: 'no-such-agency', agency: suggest }),
        );
      },
    }),
    'respond.forward': action({
      inputs: z.object({ ...pressed, to: id }),
      form: formFor('respond.forward'),
      run: (turn, { to, ...inputs }) =>
        perform(turn, { ...own(turn, inputs, 'respond.forward'), detail: { to } }, (c, facts, leg) =>
          forward(c, facts, leg!, to),
        ),
    }),
    'respond.ask': action({
      inputs: z.object({ ...pressed, text: neededText(1000) }),
      form: formFor('respond.ask'),
      run: (turn, { text, ...inputs }) =>
        perform(turn, own(turn, inputs, 'respond.ask'), (c, facts, leg) => ask(c, facts, leg!, text)),
    }),
    'respond.advise': action({
      inputs: z.object({ ...pressed, text: neededText(2000) }),
      form: formFor('respond.advise'),
      run: (turn, { text, ...inputs }) =>
        perform(turn, own(turn, inputs, 'respond.advise'), (c, facts, leg) => advise(c, facts, leg!, text)),
    }),
    'clarify.answer': action({
      inputs: z.object({
        ref: reference,
        legs: z.string().max(400).optional(),
        agency: id,
        text: neededText(1000),
      }),
      form: formFor('clarify.answer'),
      run: (turn, { ref, legs, agency, text }) =>
        perform(
          turn,
          { ref, verb: 'clarify.answer', agency, version: versionIn(legs, agency) },
          (c, facts, leg) => answer(c, facts, leg!, text),
        ),
    }),
  },
  sayings: [
    bare('accept', 'respond.accept'),
    declineBy,
    opensForm('decline', 'respond.decline'),
    opensForm('ask', 'respond.ask'),
    opensForm('advise', 'respond.advise'),
    forwardTo,
    opensForm('forward', 'respond.forward'),
    opensForm('answer', 'clarify.answer'),
  ],
};
