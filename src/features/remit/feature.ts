import { z } from 'zod';
import { say } from '../../cards/frame.ts';
import { card, type Element, facts, heading, line, quiet, subheading } from '../../cards/parts.ts';
import { type Agency, agencyOf, askable } from '../../domain/association.ts';
import { action, type Feature, id, replyCard, type Spoken, type Turn } from '../turn.ts';
import { named } from '../words.ts';

function remitOf(turn: Turn, agency: Agency): Element[] {
  const t = say(turn).talk;
  const { remit } = agency;
  const functions = turn.association.functions
    .filter((one) => one.agency === agency.id)
    .map(({ name }) => name);
  const asked = functions.length > 0 ? `${t.remitFunctions}: ${functions.join(', ')}. ` : '';
  const within = t.remitAnswers({ days: agency.answerWithin.normal, soon: agency.answerWithin.soon });
  const answers = `${asked}${within}. ${t.remitUnconfirmed}`;
  if (!remit) return [subheading(agency.name), line(t.remitNone), quiet(answers)];
  return [
    subheading(agency.name),
    facts([
      [t.remitDoes, remit.does],
      [t.remitDoesNot, remit.doesNot],
      [t.remitNeeds, remit.needs],
    ])!,
    quiet(answers),
  ];
}

/** Who does what, and what to expect: the agencies' own words from the association file. */
export const remit: Feature = {
  name: 'remit',
  actions: {
    'remit.show': action({
      inputs: z.object({ agency: id.optional() }),
      run: async (turn, inputs) => {
        const t = say(turn).talk;
        const one = inputs.agency ? agencyOf(turn.association, inputs.agency) : undefined;
        const shown = one ? [one] : askable(turn.association);
        const { agreement } = turn.association;
        const body = [heading(t.remit), ...shown.flatMap((agency) => remitOf(turn, agency))];
        return replyCard(card([...body, agreement ? quiet(t.agreement(agreement)) : undefined], t.remit));
      },
    }),
  },
  sayings: [
    {
      word: 'remit',
      read: (rest, turn): Spoken | undefined => {
        if (rest.length === 0) return { action: 'remit.show', inputs: {} };
        const agency = named(askable(turn.association), rest.join(' '));
        return agency ? { action: 'remit.show', inputs: { agency: agency.id } } : undefined;
      },
    },
  ],
};
