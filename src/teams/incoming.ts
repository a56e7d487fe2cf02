/** Where something was said, with all that is needed to speak there again. */
export type Conversation = {
  serviceUrl: string;
  id: string;
  kind: 'personal' | 'groupChat' | 'channel';
  tenantId: string;
  botId: string;
};

/** What the rest of the house sees of one activity. Everything in it but the ids set by Teams can be forged by its sender. */
export type Incoming = {
  kind: 'message' | 'press' | 'edited' | 'installed' | 'removed' | 'other';
  /** The activity's id; a redelivery has the same. The gate makes one from the body when Teams gave none. */
  id: string;
  conversation: Conversation;
  /** The sender's tenant as Teams says it; a guest's or an outside member's can differ from the conversation's. */
  tenantId: string | undefined;
  aadObjectId: string | undefined;
  /** The sender's `29:…` id, which is per bot. */
  userId: string;
  locale: string | undefined;
  /** The words without the bot's mention, trimmed; '' when there are none. */
  text: string;
  /** Something was attached that is neither the message's own HTML nor a card. */
  hasFiles: boolean;
  verb: string | undefined;
  inputs: Record<string, unknown>;
  /** The answer goes into the HTTP body (a pressed `Action.Execute`); otherwise it is sent as a message. */
  answersByInvoke: boolean;
  replyToId: string | undefined;
};

/** An Adaptive Card, ready to be sent. */
export type Card = {
  type: 'AdaptiveCard';
  version: '1.5';
  body: unknown[];
  actions?: unknown[];
  [key: string]: unknown;
};

/** What a pressed button answers with; a message turn's handler sends for itself and returns `nothing`. */
export type Answer = { is: 'card'; card: Card } | { is: 'text'; text: string } | { is: 'nothing' };

/** The rest of the house: takes one activity that has passed the door. */
export type Handle = (incoming: Incoming) => Promise<Answer>;

/** An activity as the gate lets it in: the fields the gate has looked at, the rest unknown. */
export type WireActivity = {
  type: string;
  id: string;
  channelId: string;
  serviceUrl: string;
  conversation: { id: string; [field: string]: unknown };
  [field: string]: unknown;
};

/**
 * The tenant in which the sender's `aadObjectId` is to be looked up: the sender's own when Teams names one,
 * else the conversation's.
 */
export function tenantOf(incoming: Incoming): string | undefined {
  return incoming.tenantId ?? (incoming.conversation.tenantId || undefined);
}

/** Whether every tenant the activity names, the sender's and the conversation's, is on the list, and at least one is named. */
export function onlyListedTenants(incoming: Incoming, listed: ReadonlySet<string>): boolean {
  const named = [incoming.tenantId, incoming.conversation.tenantId || undefined].filter(
    (t) => t !== undefined,
  );
  return named.length > 0 && named.every((tenant) => listed.has(tenant));
}

/** Reads an activity the gate has let in; never throws, whatever the other fields hold. */
export function readIncoming(activity: WireActivity): Incoming {
  const from = record(activity.from);
  const senderTenant = string(record(record(activity.channelData).tenant).id);
  const press = readPress(activity);
  return {
    kind: kindOf(activity, press !== undefined),
    id: clean(activity.id),
    conversation: {
      serviceUrl: activity.serviceUrl,
      id: clean(activity.conversation.id),
      kind: conversationKind(activity.conversation),
      tenantId: string(activity.conversation.tenantId) ?? senderTenant ?? '',
      botId: string(record(activity.recipient).id) ?? '',
    },
    tenantId: senderTenant,
    aadObjectId: string(from.aadObjectId),
    userId: string(from.id) ?? '',
    locale: languageTag(activity.locale),
    text: readText(activity),
    hasFiles: list(activity.attachments).some(isFile),
    verb: press?.verb,
    inputs: press?.inputs ?? {},
    answersByInvoke: activity.type === 'invoke',
    replyToId: string(activity.replyToId),
  };
}

/** The name of the invoke a pressed `Action.Execute` arrives as. */
export const pressInvoke = 'adaptiveCard/action';

function kindOf(activity: WireActivity, isPress: boolean): Incoming['kind'] {
  if (isPress) return 'press';
  if (activity.type === 'message') return 'message';
  if (activity.type === 'messageUpdate') return 'edited';
  // `add-upgrade` and `remove-upgrade` are a new version of the app, not a person who came or left.
  if (activity.type === 'installationUpdate' && activity.action === 'add') return 'installed';
  if (activity.type === 'installationUpdate' && activity.action === 'remove') return 'removed';
  return 'other';
}

// An unheard-of kind is treated as a place where others read, which is the careful reading.
function conversationKind(conversation: WireActivity['conversation']): Conversation['kind'] {
  if (conversation.conversationType === 'personal') return 'personal';
  return conversation.conversationType === 'channel' ? 'channel' : 'groupChat';
}

function readPress(
  activity: WireActivity,
): { verb: string | undefined; inputs: Record<string, unknown> } | undefined {
  if (activity.type === 'invoke' && activity.name === pressInvoke) {
    const action = record(record(activity.value).action);
    const data = record(action.data);
    return { verb: string(action.verb) ?? string(data.verb), inputs: inputsOf(data) };
  }
  if (activity.type === 'message' && isRecord(activity.value)) {
    return { verb: string(activity.value.verb), inputs: inputsOf(activity.value) };
  }
  return undefined;
}

// `verb` and `msteams` are how a Submit button carries what an Execute button has beside its data.
const notInputs = new Set(['verb', 'msteams', '__proto__', 'constructor', 'prototype']);

function inputsOf(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => !notInputs.has(name))
      .map(([name, value]) => [clean(name), typeof value === 'string' ? clean(value) : value]),
  );
}

function readText(activity: WireActivity): string {
  let text = string(activity.text) ?? '';
  const botId = record(activity.recipient).id;
  for (const entity of list(activity.entities).map(record)) {
    const written = string(entity.text);
    if (entity.type !== 'mention' || !written) continue;
    const isBot = botId !== undefined && record(entity.mentioned).id === botId;
    text = text.split(written).join(isBot ? ' ' : written.replace(/<\/?at\b[^<>]*>/g, ''));
  }
  // Teams writes the space beside a mention as an HTML entity, also in plain text.
  return text.replaceAll('&nbsp;', ' ').trim();
}

function isFile(attachment: unknown): boolean {
  const type = string(record(attachment).contentType) ?? '';
  const isCard =
    type.startsWith('application/vnd.microsoft.card.') ||
    type.startsWith('application/vnd.microsoft.teams.card.');
  return !isCard && !type.startsWith('text/html') && type !== 'messageReference';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? clean(value) : undefined;
}

// A half character or a NUL is no text to any database, and NUL between two digits is no separator to a reader.
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** A client may write anything there, and the chat's is kept: only what has the shape of a language tag is one. */
function languageTag(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/i.test(value)
    ? value
    : undefined;
}
