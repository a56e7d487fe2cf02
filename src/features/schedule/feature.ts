import { z } from 'zod';
import { ballots } from '../../domain/codes.ts';
import { book, cancel, move, suggestAgain, vote } from '../../domain/life/schedule.ts';
import { ballotWords } from '../../texts/words.ts';
import { consultationFor, formFor, perform, presentCard } from '../perform.ts';
import { about, action, type Feature, freeText, reference, version } from '../turn.ts';
import { aboutOne, bare, opensForm } from '../words.ts';

const pressed = { ref: reference, v: version };
const ballot = z.preprocess(
  (said) =>
    typeof said === 'string' ? (said === '' ? undefined : (ballotWords[said.toLowerCase()] ?? said)) : said,
  z.enum(ballots).optional(),
);

/** Times for one meeting: suggested, voted on, booked, moved, called off. */
export const schedule: Feature = {
  name: 'schedule',
  actions: {
    'schedule.suggest': action({
      inputs: z.object(pressed),
      run: (turn, { ref, v }) => perform(turn, { ref, verb: 'schedule.suggest', version: v }, suggestAgain),
    }),
    'schedule.vote': action({
      inputs: z.object({ ...pressed, 'slot-1': ballot, 'slot-2': ballot, 'slot-3': ballot }),
      form: formFor('schedule.vote'),
      run: (turn, { ref, v, ...said }) =>
        perform(turn, { ref, verb: 'schedule.vote', version: v }, (c, facts) =>
          vote(
            c,
            facts,
            Object.fromEntries(Object.entries(said).flatMap(([id, one]) => (one ? [[id, one]] : []))),
          ),
        ),
    }),
    'schedule.book': action({
      inputs: z.object({ ...pressed, slot: z.string().regex(/^(slot-)?\d{1,2}$/) }),
      run: (turn, { ref, v, slot }) =>
        perform(
          turn,
          { ref, verb: 'schedule.book', version: v },
          (c, facts) => book(c, facts, slot.startsWith('slot-') ? slot : `slot-${slot}`),
          { notBooked: true },
        ),
    }),
    /** `boka K-…` without a time: what can be booked, or times to choose from when there are none yet. */
    'schedule.choose': action({
      inputs: z.object({ ref: reference }),
      run: async (turn, { ref }) => {
        const consultation = await consultationFor(turn, ref);
        if (!consultation || consultation.is === 'ready')
          return perform(turn, { ref, verb: 'schedule.suggest' }, suggestAgain);
        return about(consultation, await presentCard(turn, consultation));
      },
    }),
    'schedule.move': action({
      inputs: z.object({ ...pressed, reason: freeText(300) }),
      form: formFor('schedule.move'),
      run: (turn, { ref, v, reason }) =>
        perform(turn, { ref, verb: 'schedule.move', version: v, reason }, move),
    }),
    'schedule.cancel': action({
      inputs: z.object({ ...pressed, reason: freeText(300) }),
      form: formFor('schedule.cancel'),
      run: (turn, { ref, v, reason }) =>
        perform(turn, { ref, verb: 'schedule.cancel', version: v, reason }, cancel),
    }),
  },
  sayings: [
    {
      word: 'vote',
      read: (rest) => {
        const one = aboutOne(rest);
        const said = one?.rest.map((word) => ballotWords[word.toLowerCase()]) ?? [];
        if (!one || said.length === 0 || said.length > 3 || said.some((code) => code === undefined))
          return undefined;
        const slots = Object.fromEntries(said.map((code, index) => [`slot-${index + 1}`, code!]));
        return { action: 'schedule.vote', inputs: { ...one.inputs, ...slots } };
      },
    },
    // Without votes, or with what cannot be read as votes, the form asks for them.
    {
      word: 'vote',
      read: (rest) => {
        const one = aboutOne(rest);
        return one && { action: 'consultation.form', inputs: { ...one.inputs, form: 'schedule.vote' } };
      },
    },
    {
      word: 'book',
      read: (rest) => {
        const one = aboutOne(rest);
        const slot =
          one?.rest.length === 1 && /^(slot-)?\d{1,2}$/.test(one.rest[0]!) ? one.rest[0]! : undefined;
        return one && slot ? { action: 'schedule.book', inputs: { ...one.inputs, slot } } : undefined;
      },
    },
    bare('book', 'schedule.choose'),
    opensForm('move', 'schedule.move'),
    opensForm('unbook', 'schedule.cancel'),
  ],
};
