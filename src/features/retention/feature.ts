import { z } from 'zod';
import { formCard } from '../../cards/formCard.ts';
import { hold, release } from '../../domain/life/retention.ts';
import { consultationFor, formFor, perform, presentCard } from '../perform.ts';
import { refusalCard, refusalOf, refusalText } from '../refusal.ts';
import { about, action, aside, type Feature, neededText, reference, replyCard, type Turn } from '../turn.ts';
import { aboutOne } from '../words.ts';
import { overviewOf } from './overview.ts';

const coordinator = ['coordinator'] as const;

/** The form that fits: to hold what is not held, to release what is. */
async function openForm(turn: Turn, ref: string | undefined) {
  const consultation = await consultationFor(turn, ref);
  if (!consultation) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const verb = consultation.hold ? 'retention.release' : 'retention.hold';
  const refusal = refusalOf(turn, consultation, verb);
  if (refusal)
    return about(
      consultation,
      await presentCard(turn, consultation, { refusal: refusalText(turn, refusal) }),
    );
  return aside(consultation, formCard(turn, consultation, verb)!);
}

/** Disposal: what goes when, what waits to be filed, legal holds, and the disposal record. */
export const retention: Feature = {
  name: 'retention',
  actions: {
    'retention.show': action({
      inputs: z.object({ page: z.coerce.number().int().min(1).max(9999).optional() }),
      roles: coordinator,
      run: (turn, { page }) => overviewOf(turn, page),
    }),
    'retention.form': action({
      inputs: z.object({ ref: reference }),
      roles: coordinator,
      run: (turn, { ref }) => openForm(turn, ref),
    }),
    'retention.hold': action({
      inputs: z.object({ ref: reference, reason: neededText(300) }),
      form: formFor('retention.hold'),
      run: (turn, { ref, reason }) => perform(turn, { ref, verb: 'retention.hold', reason }, hold),
    }),
    'retention.release': action({
      inputs: z.object({ ref: reference, reason: neededText(300) }),
      form: formFor('retention.release'),
      run: (turn, { ref, reason }) => perform(turn, { ref, verb: 'retention.release', reason }, release),
    }),
  },
  sayings: [
    {
      word: 'disposal',
      read: (rest) => {
        const one = aboutOne(rest);
        if (one?.rest.length !== 0) return undefined;
        return one.inputs.ref === undefined
          ? { action: 'retention.show', inputs: {} }
          : { action: 'retention.form', inputs: one.inputs };
      },
    },
  ],
};
