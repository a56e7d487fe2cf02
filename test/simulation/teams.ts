import { AsyncLocalStorage } from 'node:async_hooks';
import type { Association, Person } from '../../src/domain/association.ts';
import type { Card, Incoming } from '../../src/teams/incoming.ts';
import type { Reply, Transport } from '../../src/teams/transport.ts';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';

/** A message of the bot's with every card it has shown, the newest last: older ones are other clients' screens. */
export type Message = { id: string; cards: Card[]; texts: string[]; reply: boolean };

/** A person's own chat with the bot. */
export type Chat = {
  id: string;
  person: Person;
  key: string;
  installed: boolean;
  blocked: boolean;
  /** Until when every request is done here, and answered as if it were not; virtual ms. */
  unsureUntil: number;
  messages: Message[];
  /** When the bot sent here, virtual ms. */
  sends: number[];
};

/** Something a person did once, however often it is delivered. */
export type Doing = {
  number: number;
  chat: Chat;
  incoming: Incoming;
  message: Message | undefined;
  startedAt: number;
  answered: boolean;
};

/** One request to the connector as the other side sees it; `accepted`: it was done there. */
export type Sent = {
  owner: Owner;
  chat: Chat;
  is: 'create' | 'update';
  doing: Doing | undefined;
  card: Card | undefined;
  text: string | undefined;
  accepted: boolean;
  /** What the bot was told of it, once it was. */
  told: 'sent' | 'refused' | 'unsure' | undefined;
};

export type Teams = ReturnType<typeof createTeams>;

export const serviceUrl = 'https://smba.example/teams/';
const NO_ANSWER_MS = 8000;
/** Counted as documented: so many requests within so many ms of one conversation. */
const limits = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
] as const;

/** Everything the bot sends goes here, below its own sender: delayed, refused, done without an answer, or lost. */
export function createTeams(
  association: Association,
  { scheduler, random, faults }: { scheduler: Scheduler; random: Random; faults: () => Faults },
  watch: {
    leaves: (sent: Sent) => void;
    arrives: (sent: Sent) => void;
    told: (sent: Sent) => void;
    tooMany: (chat: Chat) => void;
  },
) {
  const tenantId = association.tenants[0]!;
  const botId = '28:samrad';
  const chats: Chat[] = association.people.map((person) => ({
    id: `a:${person.id}`,
    person,
    key: `${association.id}/${person.id}`,
    installed: false,
    blocked: false,
    unsureUntil: 0,
    messages: [],
    sends: [],
  }));
  const hearing = new AsyncLocalStorage<Doing>();
  let lastId = 1_700_000_000_000;
  let outageUntil = 0;
  const newId = () => String(++lastId);
  const delay = () => (random.chance(0.9) ? random.whole(5, 300) : random.whole(300, 2500));

  const answer = (status: number, body: unknown = {}, retryAfter?: string): Reply => ({
    is: 'answer',
    status,
    retryAfter,
    body: JSON.stringify(body),
  });

  /** Does what was asked, on the other side. */
  function carryOut(sent: Sent, activityId: string | undefined): Reply {
    const { chat, card, text, doing } = sent;
    if (!chat.installed) return answer(random.pick([403, 404]));
    if (chat.blocked) return answer(403);
    const known = chat.messages.find(({ id }) => id === activityId);
    if (sent.is === 'update' && !known) return answer(404);
    const message = known ?? { id: newId(), cards: [], texts: [], reply: doing !== undefined };
    if (!known) chat.messages.push(message);
    if (card) message.cards.push(card);
    if (text !== undefined) message.texts.push(text);
    sent.accepted = true;
    watch.arrives(sent);
    return answer(known ? 200 : 201, { id: message.id });
  }

  const countLimits = (chat: Chat) => {
    const { now } = scheduler;
    chat.sends = [...chat.sends.filter((at) => at > now - 3_600_000), now];
    for (const [most, within] of limits)
      if (chat.sends.filter((at) => at > now - within).length > most) watch.tooMany(chat);
  };

  const transportOf = (owner: Owner): Transport => {
    const reply = (ms: number, what: Reply, sent?: Sent): Promise<Reply> =>
      scheduler.wait(`hears ${what.is === 'answer' ? what.status : what.is}`, { owner, ms }).then(() => {
        if (sent) {
          const done = what.is === 'answer' && what.status < 300;
          const unsure =
            what.is === 'lost' || (what.is === 'answer' && (what.status >= 500 || what.status === 412));
          sent.told = done ? 'sent' : unsure ? 'unsure' : 'refused';
          watch.told(sent);
        }
        return what;
      });

    const open = async (body: { members: { id: string }[] }): Promise<Reply> => {
      const chat = chats.find(({ person }) =>
        person.identities.some(({ aadObjectId }) => aadObjectId === body.members[0]?.id),
      );
      scheduler.note(owner, `opens ${chat?.id ?? '?'}`);
      if (random.chance(faults().failed)) return reply(delay(), answer(502));
      const can = chat?.installed && !chat.blocked;
      return reply(delay(), can ? answer(201, { id: chat.id }) : answer(403));
    };

    return async (_service, method, path, body) => {
      if (path.length === 0) return open(body as { members: { id: string }[] });
      const chat = chats.find(({ id }) => id === path[0])!;
      const content = body as { attachments?: { content: Card }[]; text?: string } | undefined;
      const sent: Sent = {
        owner,
        chat,
        is: method === 'POST' ? 'create' : 'update',
        doing: hearing.getStore(),
        card: content?.attachments?.[0]?.content,
        text: content?.text,
        accepted: false,
        told: undefined,
      };
      scheduler.note(owner, `${sent.is} ${chat.id}${sent.doing ? ` for ${sent.doing.number}` : ''}`);
      const wrong = faults();
      if (random.chance(wrong.outage)) outageUntil = scheduler.now + random.whole(600_000, 3_600_000);
      const out = wrong.outage > 0 && scheduler.now < outageUntil;
      if (out || random.chance(wrong.unmade)) return reply(50, { is: 'unmade' }, sent);
      countLimits(chat);
      watch.leaves(sent);
      if (random.chance(wrong.tooMany))
        return reply(
          delay(),
          answer(429, {}, random.chance(0.5) ? String(random.whole(1, 40)) : undefined),
          sent,
        );
      if (random.chance(wrong.failed)) return reply(delay(), answer(random.pick([500, 502, 503])), sent);
      const lost = random.chance(wrong.lost);
      if (lost && random.chance(0.5)) return reply(NO_ANSWER_MS, { is: 'lost' }, sent);
      if (random.chance(wrong.sulking)) chat.unsureUntil = scheduler.now + random.whole(60_000, 1_200_000);
      const unsure =
        random.chance(wrong.ambiguous) || (wrong.sulking > 0 && chat.unsureUntil > scheduler.now);
      // On its way nothing calls it back, not even the death of whoever sent it.
      const result = new Promise<Reply>((resolve) => {
        scheduler.park(`${sent.is} reaches ${chat.id}`, () => resolve(carryOut(sent, path[2])), {
          ms: delay(),
        });
      });
      const came = await result;
      if (lost) return reply(NO_ANSWER_MS, { is: 'lost' }, sent);
      if (unsure && came.is === 'answer' && came.status < 300)
        return reply(delay(), answer(random.pick([412, 500, 502, 504])), sent);
      return reply(delay(), came, sent);
    };
  };

  return {
    chats,
    transportOf,
    newId,
    hearing,
    /** An activity of a person's, as the door hands it on. */
    incoming: (chat: Chat, but: Partial<Incoming>): Incoming => ({
      kind: 'message',
      id: newId(),
      conversation: { serviceUrl, id: chat.id, kind: 'personal', tenantId, botId },
      tenantId,
      aadObjectId: chat.person.identities[0]?.aadObjectId,
      userId: `29:${chat.person.id}`,
      locale: 'sv-SE',
      text: '',
      hasFiles: false,
      verb: undefined,
      inputs: {},
      answersByInvoke: false,
      replyToId: undefined,
      ...but,
    }),
  };
}
