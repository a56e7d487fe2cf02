import { z } from 'zod';
import { addLeg, assignLeg, dropLeg } from '../../domain/life/legs.ts';
import { versionIn } from '../legVersions.ts';
import { formFor, perform } from '../perform.ts';
import { action, type Feature, freeText, id, reference } from '../turn.ts';
import { aboutOne, named, opensForm } from '../words.ts';

const pressed = { ref: reference, legs: z.string().max(400).optional(), agency: id, reason: freeText(300) };

/** Which agencies take part: asked in addition, given to a named person, or gone on without. */
export const legs: Feature = {
  name: 'legs',
  actions: {
    'leg.add': action({
      inputs: z.object(pressed),
      form: formFor('leg.add'),
      run: (turn, { ref, agency, reason }) =>
        perform(turn, { ref, verb: 'leg.add', agency: undefined, detail: { agency }, reason }, (c, facts) =>
          addLeg(c, facts, agency),
        ),
    }),
    'leg.assign': action({
      inputs: z.object({ ...pressed, to: id }),
      form: formFor('leg.assign'),
      run: (turn, { ref, legs: known, agency, to, reason }) =>
        perform(
          turn,
          {
            ref,
            verb: 'leg.assign',
            agency,
            version: versionIn(known, agency),
            detail: { agency, to },
            reason,
          },
          (c, facts, leg) => assignLeg(c, facts, leg!, to),
        ),
    }),
    'leg.drop': action({
      inputs: z.object(pressed),
      form: formFor('leg.drop'),
      run: (turn, { ref, legs: known, agency, reason }) =>
        perform(
          turn,
          { ref, verb: 'leg.drop', agency, version: versionIn(known, agency), detail: { agency }, reason },
          (c, facts, leg) => dropLeg(c, facts, leg!),
        ),
    }),
  },
  sayings: [
    {
      word: 'invite',
      read: (rest, turn) => {
        const one = aboutOne(rest);
        const agency =
          one && one.rest.length > 0 ? named(turn.association.agencies, one.rest.join(' ')) : undefined;
        return one && agency
          ? { action: 'leg.add', inputs: { ...one.inputs, agency: agency.id } }
          : undefined;
      },
    },
    opensForm('invite', 'leg.add'),
  ],
};
