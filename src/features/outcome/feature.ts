import { z } from 'zod';
import * as codes from '../../domain/codes.ts';
import { followUp, held, record } from '../../domain/life/meeting.ts';
import { file } from '../../domain/life/retention.ts';
import { formFor, perform } from '../perform.ts';
import {
  action,
  type Feature,
  freeText,
  id,
  neededText,
  onOff,
  optionalCode,
  reference,
  version,
} from '../turn.ts';
import { aboutOne, bare, named, opensForm } from '../words.ts';

const pressed = { ref: reference, v: version };
const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const measures = z
  .string()
  .default('')
  .transform(listOf)
  .pipe(z.array(z.enum(codes.measures)));

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** That the meeting was held, what it recommended, and what became of it. */
export const outcome: Feature = {
  name: 'outcome',
  actions: {
    'meeting.held': action({
      inputs: z.object({ ...pressed, present: z.string().min(1).max(400) }),
      form: formFor('meeting.held'),
      run: (turn, { ref, v, present }) => {
        const there = listOf(present);
        return perform(
          turn,
          { ref, verb: 'meeting.held', version: v, detail: { present: there.join(',') } },
          (c, facts) => held(c, facts, there),
        );
      },
    }),
    'outcome.record': action({
      inputs: z.object({
        ...pressed,
        result: z.enum(codes.results),
        measures,
        responsible: id,
        nextStep: neededText(300),
        nextDate: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .refine(isDay),
        planOffered: onOff,
        fkOfficer: onOff,
        obstacle: optionalCode(codes.obstacleCategories),
        obstacleText: freeText(300),
        learning: freeText(300),
      }),
      form: formFor('outcome.record'),
      // The responsibility line and the text for the agencies' own records go to whoever recorded it.
      run: (turn, { ref, v, ...said }) =>
        perform(
          turn,
          { ref, verb: 'outcome.record', version: v, detail: { result: said.result } },
          (c, facts) => record(c, facts, { ...said, obstacle: said.obstacle }),
          { outcome: true },
        ),
    }),
    'outcome.file': action({
      inputs: z.object(pressed),
      run: (turn, { ref, v }) => perform(turn, { ref, verb: 'outcome.file', version: v }, file),
    }),
    'followup.record': action({
      inputs: z.object({
        ...pressed,
        progress: z.enum(codes.progresses),
        planOffered: onOff,
        fkOfficer: onOff,
        cooperation: optionalCode(codes.cooperations),
        answered: optionalCode(codes.cooperations),
      }),
      form: formFor('followup.record'),
      run: (turn, { ref, v, ...said }) =>
        perform(
          turn,
          { ref, verb: 'followup.record', version: v, detail: { progress: said.progress } },
          (c, facts) =>
            followUp(c, facts, { ...said, cooperation: said.cooperation, answered: said.answered }),
        ),
    }),
  },
  sayings: [
    {
      word: 'held',
      read: (rest, turn) => {
        const one = aboutOne(rest);
        const agencies = one?.rest.map((said) => named(turn.association.agencies, said)?.id) ?? [];
        if (!one || agencies.length === 0 || agencies.some((agency) => agency === undefined))
          return undefined;
        return { action: 'meeting.held', inputs: { ...one.inputs, present: agencies.join(',') } };
      },
    },
    opensForm('held', 'meeting.held'),
    opensForm('outcome', 'outcome.record'),
    bare('file', 'outcome.file'),
    opensForm('followup', 'followup.record'),
  ],
};
