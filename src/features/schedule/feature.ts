import { z } from 'zod';
import { type Ballot, ballots } from '../../domain/codes.ts';
import { addTimes, book, cancel, move, suggestAgain } from '../../domain/life/schedule.ts';
import { vote, voteInWords } from '../../domain/life/vote.ts';
import { slotIds } from '../../domain/votes.ts';
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
const ballotBySlot = Object.fromEntries(slotIds.map((id) => [id, ballot])) as Record<
  (typeof slotIds)[number],
  typeof ballot
>;
/** `yes no maybe`: for each time in its order. */
const inWords = z
  .string()
  .transform((said) => said.split(' '))
  .pipe(z.array(z.enum(ballots)).max(slotIds.length))
  .optional();

/** Times for one meeting: suggested, voted on, booked, moved, called off. */
export const schedule: Feature = {
  name: 'schedule',
  actions: {
    'schedule.suggest': action({
      inputs: z.object(pressed),
      run: (turn, { ref, v }) => perform(turn, { ref, verb: 'schedule.suggest', version: v }, suggestAgain),
    }),
    'schedule.add': action({
      inputs: z.object(pressed),
      run: (turn, { ref, v }) => perform(turn, { ref, verb: 'schedule.add', version: v }, addTimes),
    }),
    'schedule.vote': action({
      inputs: z.object({ ...pressed, ...ballotBySlot, seen: version, said: inWords }),
      form: formFor('schedule.vote'),
      run: (turn, { ref, v, seen, said, ...bySlot }) => {
        const given = Object.fromEntries(
          Object.entries(bySlot).filter((one): one is [string, Ballot] => one[1] !== undefined),
        );
        // Brought again under another id, also after the next vote, it is the one that was counted then.
        const sent = JSON.stringify([turn.association.id, turn.reader.id, ref, v, seen, given]);
        const once = seen === undefined ? {} : { once: turn.house.idFrom(sent) };
        return perform(
          turn,
          { ref, verb: 'schedule.vote', version: v, ...once },
          (c, facts) => (said ? voteInWords(c, facts, said) : vote(c, facts, given)),
          { missing: given },
        );
      },
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
        if (!one || said.length === 0 || said.length > slotIds.length || said.includes(undefined))
          return undefined;
        return { action: 'schedule.vote', inputs: { ...one.inputs, said: said.join(' ') } };
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
    bare('moreTimes', 'schedule.add'),
    opensForm('move', 'schedule.move'),
    opensForm('unbook', 'schedule.cancel'),
  ],
};
