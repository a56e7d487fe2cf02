import { say } from '../cards/frame.ts';
import { actions, type ButtonData, button, card, heading } from '../cards/parts.ts';
import type { Association } from '../domain/association.ts';
import { type Reply, replyCard, type Turn } from '../features/turn.ts';
import type { Incoming } from '../teams/incoming.ts';
import { readSpoken } from './spoken.ts';

/** Ids and codes a button carried; nothing that could be a written text. */
const codesOf = (inputs: Readonly<Record<string, unknown>>): ButtonData =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) =>
      typeof value === 'string' && /^[a-z][a-z-]{0,15}$/.test(value) && name !== 'in' ? [[name, value]] : [],
    ),
  );

/** Asks a person of several associations which one it is about; the answer carries on with what was asked. */
export function whichAssociation(
  turn: Turn,
  incoming: Incoming,
  associations: readonly Association[],
): Reply {
  const t = say(turn).talk;
  const spoken = incoming.kind === 'message' ? readSpoken(incoming.text, turn) : undefined;
  const verb = spoken?.action ?? incoming.verb ?? 'help.show';
  const inputs: ButtonData = spoken?.inputs ?? codesOf(incoming.inputs);
  return replyCard(
    card(
      [
        heading(t.whichAssociation),
        actions(associations.map(({ id, name }) => button(verb, name, { ...inputs, in: id }))),
      ],
      t.whichAssociation,
    ),
  );
}
