import { z } from 'zod';
import { notice } from '../../cards/parts.ts';
import { readAbsence } from '../../domain/absenceDates.ts';
import { dayParts } from '../../domain/duty.ts';
import { dayOf } from '../../domain/zone.ts';
import { absenceTexts } from '../../texts/absence.ts';
import { action, type Feature, id, optionalId, type Spoken, type Turn } from '../turn.ts';
import { personFrom } from '../words.ts';
import { addAbsence, leaveLegs, removeAbsence, showAbsences } from './absences.ts';

const working = ['caseworker', 'member', 'coordinator'] as const;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `frånvaro [vem] <dagar> [fm|em] [ersättare]`; who is away is named by the coordinator only. */
function read(rest: readonly string[], turn: Turn): Spoken | undefined {
  if (rest.length === 0) return { action: 'absence.show', inputs: {} };
  const today = dayOf(turn.now, turn.association.timeZone);
  for (let words = 0; words < rest.length; words += 1) {
    const said = readAbsence(rest.slice(words), today);
    if (!said) continue;
    const person = words === 0 ? undefined : personFrom(turn, rest.slice(0, words));
    const backup = said.rest.length === 0 ? undefined : personFrom(turn, said.rest);
    if ((words > 0 && person === undefined) || (said.rest.length > 0 && backup === undefined)) break;
    const { from, to, part } = said;
    return {
      action: 'absence.add',
      inputs: { from, to, part, ...(person ? { person } : {}), ...(backup ? { backup } : {}) },
    };
  }
  // Somebody who gives days wants to be understood, and not to hear that the word is unknown.
  return rest.some((word) => /\d/.test(word))
    ? { action: 'absence.show', inputs: { unread: 'days' } }
    : undefined;
}

/** Being away: for oneself, and for others by the coordinator. */
export const absence: Feature = {
  name: 'absence',
  actions: {
    'absence.show': action({
      inputs: z.object({ unread: z.literal('days').optional() }),
      roles: working,
      run: (turn, { unread }) =>
        showAbsences(turn, unread && notice(absenceTexts[turn.language].badDates, 'attention')),
    }),
    'absence.add': action({
      inputs: z.object({
        from: day,
        to: z.preprocess((value) => (value === '' ? undefined : value), day.optional()),
        part: z.preprocess((value) => (value === '' ? undefined : value), z.enum(dayParts).default('day')),
        person: optionalId,
        backup: optionalId,
      }),
      roles: working,
      run: (turn, inputs) => addAbsence(turn, { ...inputs, to: inputs.to ?? inputs.from }),
    }),
    'absence.remove': action({
      inputs: z.object({ id }),
      roles: working,
      run: (turn, inputs) => removeAbsence(turn, inputs.id),
    }),
    'absence.legs': action({
      inputs: z.object({ id, how: z.enum(['move', 'hold']) }),
      roles: working,
      run: (turn, inputs) => leaveLegs(turn, inputs.id, inputs.how),
    }),
  },
  sayings: [{ word: 'away', read }],
};
