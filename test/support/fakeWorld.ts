import type http from 'node:http';
import { faultsOf, type Node } from './fakeCards.ts';

/** A message in a conversation. `views` holds what a pressed button gave back to one person only. */
export type Message = {
  id: string;
  from: 'bot' | 'person';
  activity: Node;
  deleted: boolean;
  views: Map<string, Node>;
};

/** A conversation; `bot` is false once the bot has been taken out of it. */
export type Place = {
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  people: Identity[];
  /** A personal chat belongs to its person's tenant, everything else to the host's. */
  tenantId: string;
  messages: Message[];
  bot: boolean;
};

/** A person as Teams knows one. */
export type Identity = { id: string; name: string; aadObjectId: string; tenantId: string; locale: string };

/** What came of one activity posted to the bot; `sent` is what the bot sent anywhere while the request was open. */
export type Turn = {
  status: number;
  body: unknown;
  headers: http.IncomingHttpHeaders;
  sent: Message[];
  card?: Node;
  toast?: string;
};

/** One request the bot made of the connector or the token server. */
export type Request = {
  op: Op;
  method: string;
  path: string;
  body: unknown;
  authorization: string | undefined;
};
export type Op =
  | 'create'
  | 'update'
  | 'remove'
  | 'open'
  | 'members'
  | 'token'
  | 'keys'
  | 'metadata'
  | 'unknown';

/** A fault of the other side: an answer, silence or a broken line; with `deliver` only after the work was done. */
export type Fault = {
  op: Op;
  times?: number;
  skip?: number;
  status?: number;
  retryAfter?: number;
  headers?: Record<string, string>;
  hang?: boolean;
  reset?: boolean;
  deliver?: boolean;
};

/** What both sides of the fake share: who is where, what was said, and what has been asked of it. */
export type World = {
  appId: string | undefined;
  botId: string;
  tenantId: string;
  origin: string;
  serviceUrl: string;
  botUrl: string;
  places: Map<string, Place>;
  requests: Request[];
  faults: (Fault & { times: number; skip: number })[];
  lint: string[];
  sent: Message[];
  nextId(): string;
  /** Notes where a card stands, and what is wrong with it. */
  keepCard(message: Message, card: Node | undefined): void;
  homeOf(card: Node): Message | undefined;
  changed(): void;
  listeners: Set<() => void>;
};

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** The card a message of the bot's carries for everybody. */
export function botCard({ activity }: Message): Node | undefined {
  const attachments = activity.attachments as Node[] | undefined;
  return attachments?.find(({ contentType }) => contentType === cardType)?.content as Node | undefined;
}

/** A world with nobody in it. */
export function newWorld(appId: string | undefined, tenantId: string): World {
  const cardHomes = new WeakMap<Node, Message>();
  let lastId = 1_700_000_000_000;
  const world: World = {
    appId,
    botId: `28:${appId ?? 'fake-bot'}`,
    tenantId,
    origin: '',
    serviceUrl: '',
    botUrl: '',
    places: new Map(),
    requests: [],
    faults: [],
    lint: [],
    sent: [],
    nextId: () => String(++lastId),
    keepCard(message, card) {
      if (!card) return;
      cardHomes.set(card, message);
      world.lint.push(...faultsOf(card));
    },
    homeOf: (card) => cardHomes.get(card),
    changed() {
      for (const listener of [...world.listeners]) listener();
    },
    listeners: new Set(),
  };
  return world;
}
