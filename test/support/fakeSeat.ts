import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { actionsOf, cardText, type Found, gather, isMeant, type Node } from './fakeCards.ts';
import { mintToken, type TokenChanges } from './fakeIdentity.ts';
import {
  botCard,
  cardType,
  type Identity,
  type Message,
  type Place,
  type Turn,
  type World,
} from './fakeWorld.ts';

/** How to post: another token (false: none, a string: as it is), other activity fields. */
export type PostOptions = { token?: TokenChanges | string | false; activity?: Record<string, unknown> };

/** How to press: `force` skips the client's checks, `card` names an older card, `data` tampers with what is sent. */
export type PressOptions = PostOptions & { force?: boolean; card?: Node; data?: Record<string, unknown> };

/** One person in one place: speaks there, presses there, and sees what that person sees there. */
export type Seat = {
  place: Place;
  say(text: string, options?: PostOptions): Promise<Turn>;
  edit(text: string, options?: PostOptions): Promise<Turn>;
  press(which: string, inputs?: Record<string, unknown>, options?: PressOptions): Promise<Turn>;
  /** Presses as a client that knows no Action.Execute: the fallback arrives as a message with a value. */
  submit(which: string, inputs?: Record<string, unknown>, options?: PressOptions): Promise<Turn>;
  invoke(name: string, value: unknown, options?: PostOptions): Promise<Turn>;
  install(): Promise<Turn>;
  uninstall(): Promise<Turn>;
  /** Every card of the bot's as this person sees it now, oldest first. */
  readonly cards: Node[];
  readonly lastCard: Node | undefined;
  /** Every message of the bot's as this person reads it now, its card's text included, oldest first. */
  readonly texts: string[];
  readonly lastText: string | undefined;
  /** Waits until one of `texts` matches, at most `ms` (5000), and gives it back. */
  waitFor(pattern: RegExp, ms?: number): Promise<string>;
};

/** An activity of a person's as Teams fills it in. */
export const activityOf = (world: World, who: Identity, place: Place, type: string) => ({
  type,
  id: world.nextId(),
  timestamp: new Date().toISOString(),
  channelId: 'msteams',
  serviceUrl: world.serviceUrl,
  from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
  recipient: { id: world.botId, name: 'Bot' },
  conversation: {
    id: place.id,
    conversationType: place.kind,
    tenantId: place.tenantId,
    isGroup: place.kind !== 'personal' || undefined,
  },
  locale: who.locale,
  channelData: { tenant: { id: who.tenantId } },
});

/** Posts any activity or raw body to the bot. */
export async function post(
  world: World,
  activity: unknown,
  { token, headers = {} }: { token?: PostOptions['token']; headers?: http.OutgoingHttpHeaders } = {},
): Promise<Turn> {
  const raw = typeof activity === 'string' ? activity : JSON.stringify(activity);
  const bearer =
    typeof token === 'string'
      ? token
      : `Bearer ${mintToken(world.appId ?? '', world.serviceUrl, token || {})}`;
  const before = world.sent.length;
  const auth = token !== false && (world.appId || token) ? { Authorization: bearer } : {};
  const answer = await new Promise<Omit<Turn, 'sent' | 'body'> & { raw: string }>((resolve, reject) => {
    const request = http.request(world.botUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...auth, ...headers },
    });
    request.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, raw: text }),
      );
    });
    request.end(raw);
  });
  const { raw: text, ...rest } = answer;
  return { ...rest, body: text ? JSON.parse(text) : undefined, sent: world.sent.slice(before) };
}

/** One person in one place. */
export function seat(world: World, who: Identity, place: Place): Seat {
  const send = (type: string, fields: Record<string, unknown>, { activity, ...options }: PostOptions = {}) =>
    post(world, { ...activityOf(world, who, place, type), ...fields, ...activity }, options);
  const fromBot = () => place.messages.filter(({ from, deleted }) => from === 'bot' && !deleted);
  const seen = (message: Message) => message.views.get(who.id) ?? botCard(message);
  const read = (message: Message) =>
    [message.activity.text, cardText(seen(message))].filter((piece) => piece).join('\n');
  const cards = () =>
    fromBot()
      .map(seen)
      .filter((card) => card !== undefined);

  const find = (which: string, card: Node | undefined, fallbacks: boolean): Found & { message: Message } => {
    const shown = card ? [card] : cards().reverse();
    for (const one of shown) {
      const isWanted = ({ action }: Found) => !fallbacks || action.type === 'Action.Submit';
      const found = actionsOf(one, fallbacks).find(
        (candidate) => isWanted(candidate) && isMeant(candidate, which),
      );
      const message = world.homeOf(one);
      if (found && message) return { ...found, message };
    }
    const there = shown.flatMap((one) => actionsOf(one).map(({ action }) => action.verb ?? action.title));
    throw new Error(`${who.name} sees no button "${which}", but ${there.join(', ') || 'none'}`);
  };

  const self: Seat = {
    place,
    async say(text, options) {
      const mention = '<at>Bot</at>';
      const isMentioned = place.kind !== 'personal';
      const entities = isMentioned
        ? [{ type: 'mention', text: mention, mentioned: { id: world.botId, name: 'Bot' } }]
        : [];
      const written = isMentioned ? `${mention} ${text}` : text;
      place.messages.push({
        id: world.nextId(),
        from: 'person',
        activity: { text },
        deleted: false,
        views: new Map(),
      });
      return send('message', { text: written, textFormat: 'plain', entities }, options);
    },
    edit: (text, options) =>
      send(
        'messageUpdate',
        { text, channelData: { eventType: 'editMessage', tenant: { id: who.tenantId } } },
        options,
      ),
    async press(which, inputs = {}, { force, card, data, ...options } = {}) {
      const found = find(which, card, false);
      if (found.action.type !== 'Action.Execute')
        return self.submit(which, inputs, { force, card, data, ...options });
      const { verb, id, title } = found.action;
      const values = { ...gather(found, inputs, force), ...(found.action.data as Node), ...data };
      const value = {
        action: { type: 'Action.Execute', id, verb, title, data: values },
        trigger: 'manual',
      };
      const turn = await self.invoke('adaptiveCard/action', value, {
        ...options,
        activity: { replyToId: found.message.id, ...options.activity },
      });
      const body = turn.body as Node | undefined;
      if (body?.type === cardType) {
        turn.card = body.value as Node;
        found.message.views.set(who.id, turn.card);
        world.keepCard(found.message, turn.card);
        world.changed();
      } else if (body?.type === 'application/vnd.microsoft.activity.message') turn.toast = String(body.value);
      return turn;
    },
    async submit(which, inputs = {}, { force, card, data, ...options } = {}) {
      const found = find(which, card, true);
      const { msteams, ...own } = (found.action.data ?? {}) as Node;
      const value = { ...gather(found, inputs, force), ...own, ...data };
      return send('message', { value, replyToId: found.message.id }, options);
    },
    invoke: (name, value, options) => send('invoke', { name, value }, options),
    install: () => {
      place.bot = true;
      return send('installationUpdate', { action: 'add' });
    },
    uninstall: () => {
      place.bot = false;
      return send('installationUpdate', { action: 'remove' });
    },
    get cards() {
      return cards();
    },
    get lastCard() {
      return cards().at(-1);
    },
    get texts() {
      return fromBot().map(read);
    },
    get lastText() {
      return self.texts.at(-1);
    },
    async waitFor(pattern, ms = 5000) {
      const late = new AbortController();
      const wake = { up: () => {} };
      const listener = () => wake.up();
      world.listeners.add(listener);
      const end = pause(ms, undefined, { signal: late.signal }).then(
        () => true,
        () => true,
      );
      try {
        for (;;) {
          const hit = self.texts.find((text) => pattern.test(text));
          if (hit !== undefined) return hit;
          const next = new Promise<false>((resolve) => (wake.up = () => resolve(false)));
          if (await Promise.race([end, next]))
            throw new Error(
              `${who.name} was shown nothing like ${pattern} in ${ms} ms; last: ${self.lastText}`,
            );
        }
      } finally {
        world.listeners.delete(listener);
        late.abort();
      }
    },
  };
  return self;
}
