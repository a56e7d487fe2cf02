import { z } from 'zod';
import { listed, say } from '../../cards/frame.ts';
import { card, facts, heading, line } from '../../cards/parts.ts';
import { bindChannel, unbindChannel } from '../../store/channels.ts';
import { record } from '../../store/records.ts';
import { reachTexts } from '../../texts/reach.ts';
import { channelFacts } from '../reach.ts';
import {
  action,
  type Feature,
  id,
  type Reply,
  replyCard,
  replyEveryone,
  replyText,
  type Spoken,
  type Turn,
} from '../turn.ts';
import { named } from '../words.ts';

const coordinators = ['coordinator'] as const;

/** Which function has which channel, and how to connect one. */
async function show(turn: Turn): Promise<Reply> {
  const t = reachTexts[turn.language].connect;
  const { functions } = turn.association;
  const how = line(t.how(functions[0]?.name ?? ''));
  return replyCard(card([heading(t.title), facts(await channelFacts(turn)), how], t.title));
}

async function connect(turn: Turn, to: string): Promise<Reply> {
  const t = reachTexts[turn.language].connect;
  const { house, association, channel, now } = turn;
  const fn = association.functions.find((one) => one.id === to);
  if (!fn) return show(turn);
  if (!channel) return replyText(t.onlyInChannel);
  const boundAt = now.toISOString();
  await note(turn, 'channel.connect', [fn.id]);
  await bindChannel(house.store, { association: association.id, function: fn.id, ...channel, boundAt });
  return replyEveryone(t.done(fn.name));
}

/** Takes one function's channel away, or, in a channel, all that are connected to it. */
async function disconnect(turn: Turn, to: string | undefined): Promise<Reply> {
  const t = reachTexts[turn.language].connect;
  const { house, association, channel } = turn;
  if (to === undefined && !channel) return replyText(t.onlyInChannel);
  const which = to === undefined ? { conversationId: channel!.conversationId } : { function: to };
  const gone = await unbindChannel(house.store, association.id, which);
  if (gone.length === 0) return replyText(t.none);
  await note(turn, 'channel.disconnect', gone);
  const names = gone.map((one) => association.functions.find((fn) => fn.id === one)?.name ?? one);
  return replyEveryone(t.undone(listed(names, say(turn).form.and)));
}

/** Who decided where questions are shown is in the log. */
const note = ({ house, association, reader, now }: Turn, verb: string, functions: string[]): Promise<void> =>
  record(house.store, {
    kind: 'act',
    association: association.id,
    consultation: undefined,
    at: now.toISOString(),
    actor: reader.id,
    verb,
    detail: { functions },
  });

/** The Teams channels in which functions are told what did not arrive otherwise. */
export const channels: Feature = {
  name: 'channels',
  actions: {
    'channel.show': action({ inputs: z.object({}), roles: coordinators, run: show }),
    'channel.connect': action({
      inputs: z.object({ to: id }),
      roles: coordinators,
      run: (turn, { to }) => connect(turn, to),
    }),
    'channel.disconnect': action({
      inputs: z.object({ to: id.optional() }),
      roles: coordinators,
      run: (turn, { to }) => disconnect(turn, to),
    }),
  },
  sayings: [
    {
      word: 'connect',
      read: (rest, turn): Spoken | undefined => {
        if (rest.length === 0) return { action: 'channel.show', inputs: {} };
        const fn = named(turn.association.functions, rest.join(' '));
        return fn && { action: 'channel.connect', inputs: { to: fn.id } };
      },
    },
    {
      word: 'disconnect',
      read: (rest, turn): Spoken | undefined => {
        if (rest.length === 0) return { action: 'channel.disconnect', inputs: {} };
        const fn = named(turn.association.functions, rest.join(' '));
        return fn && { action: 'channel.disconnect', inputs: { to: fn.id } };
      },
    },
  ],
};
