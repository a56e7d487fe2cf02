import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { buttonOf, type Filled, filledIn, gather, type Node, urlOf } from './form.ts';

/** One thing the bot said to one person: a card, a text, or both. */
export type Shown = { card?: Node; text?: string };

/** A pressed button as its presser saw it, what was filled in beside it, and the bot's answer. */
export type Pressed = {
  title: string;
  /** The folded form it stood in, by the title it unfolds with. */
  under: string | undefined;
  filled: readonly Filled[];
  shown: Shown;
};

/** A person to seat: a name to show, and the ids by which the bot knows them. */
export type Guest = { name: string; tenantId: string; aadObjectId: string };

/** One person's own chat with the bot. */
export type Seat = {
  name: string;
  /** The bot greets whoever installs it. */
  install(): Promise<void>;
  /** Writes a message; gives back the last thing the bot said before it let go of the message. */
  say(text: string): Promise<Shown>;
  /** Presses the button of a verb on the newest card, as a client does: with the card's own values, and `inputs` over them. */
  press(verb: string, inputs?: Readonly<Record<string, string>>): Promise<Pressed>;
  /** Sends a press that no card of this person's carries. */
  forge(verb: string, data: unknown): Promise<Shown>;
  /** Opens the link of that title on the newest card, and gives back what is there. */
  open(title: string): Promise<string>;
  /** The newest card, as this person sees it now. */
  card(): Node | undefined;
  /** Waits until the newest card is as wanted; gives up after five seconds and then gives back what there is. */
  until(wanted: (card: Node) => boolean): Promise<Node | undefined>;
  /** Everything the bot has ever shown this person, as JSON. */
  everything(): string;
};

/** Teams as the bot sees it: one connector, a personal chat for each person. */
export type Connector = {
  /** Where the bot takes messages. */
  connect(messagesUrl: string): void;
  seat(guest: Guest): Seat;
  stop(): Promise<void>;
};

type Chat = { id: string; userId: string; messages: Map<string, Shown>; ever: string[]; changed: () => void };

const botId = '28:samrad';
const patience = 5_000;

/** Listens on a free loopback port as Teams would, for a bot in local mode. */
export async function startConnector(): Promise<Connector> {
  const chats = new Map<string, Chat>();
  let messagesUrl = '';
  const server = http.createServer((request, response) => {
    void receive(chats, request).then(([status, body]) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  async function post(guest: Guest, chat: Chat, fields: Record<string, unknown>): Promise<unknown> {
    const response = await fetch(messagesUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl,
        locale: 'sv-SE',
        from: { id: chat.userId, name: guest.name, aadObjectId: guest.aadObjectId },
        recipient: { id: botId, name: 'Samråd' },
        conversation: { id: chat.id, conversationType: 'personal', tenantId: guest.tenantId },
        channelData: { tenant: { id: guest.tenantId } },
        ...fields,
      }),
      signal: AbortSignal.timeout(30_000),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`Boten svarade ${response.status}: ${body}`);
    return body === '' ? undefined : JSON.parse(body);
  }

  return {
    connect: (url) => {
      messagesUrl = url;
    },
    seat: (guest) => {
      const hash = createHash('sha256').update(guest.aadObjectId).digest('base64url');
      const chat: Chat = {
        id: `a:1${hash}`,
        userId: `29:1${hash}`,
        messages: new Map(),
        ever: [],
        changed: () => {},
      };
      chats.set(chat.id, chat);
      return seatIn(guest, chat, (fields) => post(guest, chat, fields));
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function seatIn(guest: Guest, chat: Chat, post: (fields: Record<string, unknown>) => Promise<unknown>): Seat {
  const newest = () => [...chat.messages].reverse().find(([, shown]) => shown.card);
  const invoke = async (verb: string, data: unknown, replyToId?: string): Promise<Shown> => {
    const action = { type: 'Action.Execute', verb, data };
    const answer = (await post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action, trigger: 'manual' },
      ...(replyToId ? { replyToId } : {}),
    })) as { type?: string; value?: unknown } | undefined;
    chat.ever.push(JSON.stringify(answer ?? {}));
    if (typeof answer?.value === 'string') return { text: answer.value };
    if (answer?.type !== 'application/vnd.microsoft.card.adaptive')
      throw new Error(`Boten svarade ${JSON.stringify(answer)} på ${verb}`);
    const shown = { card: answer.value as Node };
    if (replyToId) chat.messages.set(replyToId, shown);
    return shown;
  };
  return {
    name: guest.name,
    install: async () => {
      await post({ type: 'installationUpdate', action: 'add' });
    },
    say: async (text) => {
      const before = chat.messages.size;
      await post({ type: 'message', text, textFormat: 'plain' });
      return [...chat.messages.values()].slice(before).at(-1) ?? {};
    },
    press: async (verb, inputs = {}) => {
      const [id, { card }] = newest() ?? ['', {}];
      const found = card && buttonOf(card, verb);
      if (!found) throw new Error(`${guest.name} har ingen knapp för ${verb} på sitt senaste kort.`);
      const values = gather(found.scope, inputs);
      const data = { ...values, ...(found.action.data as Node | undefined) };
      return {
        title: String(found.action.title),
        under: found.under,
        filled: Object.keys(inputs).flatMap((name) => filledIn(found.scope, name, inputs[name]!)),
        shown: await invoke(verb, data, id),
      };
    },
    forge: (verb, data) => invoke(verb, data),
    open: async (title) => {
      const url = urlOf(newest()?.[1].card, title);
      if (!url) throw new Error(`${guest.name} har ingen länk "${title}" på sitt senaste kort.`);
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      const body = await response.text();
      chat.ever.push(body);
      return body;
    },
    card: () => newest()?.[1].card,
    until: async (wanted) => {
      const end = new AbortController();
      const late = pause(patience, true, { signal: end.signal }).catch(() => true);
      try {
        for (;;) {
          const card = newest()?.[1].card;
          if (card && wanted(card)) return card;
          const next = new Promise<false>((resolve) => {
            chat.changed = () => resolve(false);
          });
          if (await Promise.race([late, next])) return card;
        }
      } finally {
        end.abort();
      }
    },
    everything: () => chat.ever.join('\n'),
  };
}

async function receive(
  chats: ReadonlyMap<string, Chat>,
  request: http.IncomingMessage,
): Promise<[status: number, body: unknown]> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const raw = Buffer.concat(parts).toString();
  const path = decodeURIComponent(request.url ?? '');
  const [, chatId = '', messageId] = /^\/v3\/conversations\/(.+?)\/activities(?:\/(.+))?$/.exec(path) ?? [];
  const chat = chats.get(chatId);
  // Nobody else has installed the app, so the bot may open no other chat.
  if (!chat) return [403, { error: { code: 'BotNotInConversationRoster' } }];
  const activity = JSON.parse(raw) as { text?: string; attachments?: { content?: Node }[] };
  const card = activity.attachments?.[0]?.content;
  const shown: Shown = { ...(card ? { card } : {}), ...(activity.text ? { text: activity.text } : {}) };
  const id = request.method === 'PUT' && messageId ? messageId : randomUUID();
  chat.ever.push(raw);
  chat.messages.set(id, shown);
  chat.changed();
  return [request.method === 'PUT' ? 200 : 201, { id }];
}
