import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadAssociations } from '../../src/association/load.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Association, Person } from '../../src/domain/association.ts';
import type { Limits } from '../../src/features/turn.ts';
import type { Line } from '../../src/log.ts';
import type { Store } from '../../src/store/database.ts';
import { saveConversation } from '../../src/store/people.ts';
import type { Incoming } from '../../src/teams/incoming.ts';
import type { Sender } from '../../src/teams/sender.ts';

/** The example association, as the bot reads it. */
export async function anAssociation(): Promise<Association> {
  const loaded = await loadAssociations(join(import.meta.dirname, '..', '..', 'env'));
  if (!loaded.ok) return expect.fail('the example associations have faults');
  return loaded.associations.find(({ id }) => id === 'klaralvdalen')!;
}

/** A Teams that takes everything, and keeps only how much. */
export function aSender(): Sender & { count: number } {
  const sender = {
    count: 0,
    create: async () => ({ is: 'sent', activityId: `a-${++sender.count}` }) as const,
    update: async () => ({ is: 'sent', activityId: undefined }) as const,
    remove: async () => ({ is: 'sent', activityId: undefined }) as const,
    open: async ({ aadObjectId }: { aadObjectId: string }) =>
      ({ is: 'opened', conversationId: `a:${aadObjectId}` }) as const,
  };
  return sender;
}

export const serviceUrl = 'http://127.0.0.1:9/emea/';

/** The bot without door and process. `domain` is the domain's clock, which stands; real time is what `realNow` says. */
export function anInnerBot(parts: {
  store: Store;
  association: Association;
  sender: Sender;
  now: Date;
  realNow?: () => number;
  after?: (ms: number, run: () => void) => () => void;
  limits?: Partial<Limits>;
  log?: (line: Line) => void;
}): Bot & { domain: { now: Date } } {
  const domain = { now: parts.now };
  const { realNow = Date.now, log = () => {} } = parts;
  let bytes = 0;
  const bot = createBot({
    mode: 'test',
    store: parts.store,
    associations: [parts.association],
    sender: parts.sender,
    calendarLink: async () => undefined,
    downloadLink: async () => 'https://samrad.invalid/download/token',
    clock: {
      now: () => domain.now,
      set: async (at) => {
        domain.now = at;
      },
    },
    outside: {
      now: () => new Date(realNow()),
      newId: randomUUID,
      idFrom: (text) => createHash('sha256').update(text).digest('base64url'),
      bytes: (count) => createHash('sha512').update(`bytes ${bytes++}`).digest().subarray(0, count),
      log,
      after:
        parts.after ??
        ((ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        }),
    },
    limits: { perMinute: 1_000_000, ...parts.limits },
  });
  return { ...bot, domain };
}

/** A press of this person's in their own chat. */
export function aPress(
  person: Person,
  verb: string,
  inputs: Record<string, unknown>,
  id: string = randomUUID(),
): Incoming {
  return { ...aMessage(person, '', id), kind: 'press', verb, inputs, answersByInvoke: true };
}

/** Words of this person's in their own chat. */
export function aMessage({ identities }: Person, text: string, id: string = randomUUID()): Incoming {
  const { tenantId, aadObjectId } = identities[0]!;
  return {
    kind: 'message',
    id,
    conversation: { serviceUrl, id: `a:${aadObjectId}`, kind: 'personal', tenantId, botId: '28:bot' },
    tenantId,
    aadObjectId,
    userId: `29:${aadObjectId}`,
    locale: 'sv-SE',
    text,
    hasFiles: false,
    verb: undefined,
    inputs: {},
    answersByInvoke: false,
    replyToId: undefined,
  };
}

/** Everybody of the association has the bot in a chat of their own. */
export async function seat(
  store: Store,
  association: Association,
  at: Date,
  url: string = serviceUrl,
  chatOf: (person: Person) => string = ({ identities }) => `a:${identities[0]!.aadObjectId}`,
): Promise<void> {
  for (const person of association.people) {
    const { tenantId, aadObjectId } = person.identities[0] ?? expect.fail(person.id);
    await saveConversation(
      store,
      {
        personKey: `${association.id}/${person.id}`,
        kind: 'personal',
        serviceUrl: url,
        conversationId: chatOf(person),
        tenantId,
        botId: '28:bot',
        userId: `29:${aadObjectId}`,
      },
      at.toISOString(),
    );
  }
}
