import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Language, languages } from '../domain/codes.ts';
import type { Store } from './database.ts';
import type { Schema } from './schema.ts';

const kinds = ['personal', 'groupChat', 'channel'] as const;

/** Where the bot may speak first, with all that is needed to do so. */
export type Reference = {
  /** `${associationId}/${personId}`; undefined where it is nobody's own chat. */
  personKey: string | undefined;
  kind: (typeof kinds)[number];
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  botId: string;
  userId: string;
  /** The language the client last said it has. */
  locale?: string | undefined;
};

/**
 * Saves a conversation at an instant (ISO). A person has one personal chat, the latest; every other is kept by service
 * URL and id, so that what is said in a group never takes a personal chat's place.
 */
export async function saveConversation(store: Store, reference: Reference, at: string): Promise<void> {
  const row = {
    key: keyOf(reference),
    person_key: reference.kind === 'personal' ? (reference.personKey ?? null) : null,
    kind: reference.kind,
    service_url: reference.serviceUrl,
    conversation_id: reference.conversationId,
    tenant_id: reference.tenantId,
    bot_id: reference.botId,
    user_id: reference.userId,
    locale: reference.locale ?? null,
    saved_at: at,
  };
  await store.db
    .insertInto('conversations')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}

/** A person's own chat with the bot; undefined when the bot is not installed there. */
export async function conversationOf(store: Store, personKey: string): Promise<Reference | undefined> {
  return await referenceAt(store, ownChat(personKey));
}

/** The keys of an association's people who have a chat of their own with the bot. */
export async function peopleWithChat(store: Store, association: string): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('conversations')
    .select('person_key')
    .where('person_key', '>=', `${association}/`)
    .where('person_key', '<', `${association}0`)
    .execute();
  return new Set(rows.flatMap(({ person_key }) => person_key ?? []));
}

/** Where Teams was last heard from in a tenant: enough to open a chat with somebody there. */
export async function lastHeardFrom(store: Store, tenantId: string): Promise<Reference | undefined> {
  const row = await store.db
    .selectFrom('conversations')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('saved_at', 'desc')
    .orderBy('key')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : asReference(row);
}

/** A channel or group chat the bot has been spoken to in. */
export async function conversationIn(
  store: Store,
  where: { serviceUrl: string; conversationId: string },
): Promise<Reference | undefined> {
  return await referenceAt(store, sharedChat(where));
}

/** Forgets a person's own chat: the bot was removed from it. */
export async function forgetConversation(store: Store, personKey: string): Promise<void> {
  await store.db.deleteFrom('conversations').where('key', '=', ownChat(personKey)).execute();
}

/** Forgets a channel or group chat: the bot was removed from it. */
export async function forgetConversationIn(
  store: Store,
  where: { serviceUrl: string; conversationId: string },
): Promise<void> {
  await store.db.deleteFrom('conversations').where('key', '=', sharedChat(where)).execute();
}

/** The language a person has chosen; undefined when none. */
export async function languageOf(store: Store, personKey: string): Promise<Language | undefined> {
  const row = await store.db
    .selectFrom('languages')
    .select('language')
    .where('person_key', '=', personKey)
    .executeTakeFirst();
  return row === undefined ? undefined : z.enum(languages).parse(row.language);
}

/** Saves the language a person has chosen. */
export async function saveLanguage(store: Store, personKey: string, language: Language): Promise<void> {
  await store.db
    .insertInto('languages')
    .values({ person_key: personKey, language })
    .onConflict((conflict) => conflict.column('person_key').doUpdateSet({ language }))
    .execute();
}

async function referenceAt(store: Store, key: string): Promise<Reference | undefined> {
  const row = await store.db
    .selectFrom('conversations')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? undefined : asReference(row);
}

function asReference(row: Selectable<Schema['conversations']>): Reference {
  return {
    personKey: row.person_key ?? undefined,
    kind: z.enum(kinds).parse(row.kind),
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    tenantId: row.tenant_id,
    botId: row.bot_id,
    userId: row.user_id,
    ...(row.locale === null ? {} : { locale: row.locale }),
  };
}

function keyOf(reference: Reference): string {
  if (reference.kind !== 'personal') return sharedChat(reference);
  if (reference.personKey === undefined) throw new Error('A personal chat belongs to a person.');
  return ownChat(reference.personKey);
}

const ownChat = (personKey: string): string => `person ${personKey}`;

const sharedChat = ({ serviceUrl, conversationId }: { serviceUrl: string; conversationId: string }): string =>
  `shared ${serviceUrl} ${conversationId}`;
