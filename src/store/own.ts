import type { Declared } from '../domain/availability.ts';
import type { Windows } from '../domain/workingTime.ts';
import { availabilityOf } from './availability.ts';
import type { Store } from './database.ts';
import { quietHoursOf } from './quietHours.ts';

/** What is kept about where and how to reach a person; ids of chats and service addresses stay out of it. */
export type Kept = {
  chats: readonly { kind: string; tenantId: string; locale: string | undefined; savedAt: string }[];
  /** Cards that stand in their chats. */
  cards: number;
  /** Messages to them that are kept, whatever became of them. */
  messages: number;
  /** Meetings that were put into their calendar, and how. */
  calendarEntries: readonly { form: string; method: string; at: string }[];
  /** When they were last asked to answer; undefined when never. */
  lastAskedAt: string | undefined;
  /** Their absences, and what they have asked to be told. */
  absences: readonly { from: string; to: string; part: string; backup: string | undefined }[];
  asksFor: readonly { kind: string; dueAt: string }[];
  /** When they have declared that they may be booked. */
  availability: Declared;
  /** When they want no reminders, minutes of the day. */
  quietHours: Windows;
};

/** What is kept about one person (`personKey`: `${association}/${person}`) besides the log and the consultations. */
export async function keptAbout({ db }: Store, personKey: string): Promise<Kept> {
  const [association, person] = personKey.split('/') as [string, string];
  const chats = await db
    .selectFrom('conversations')
    .select(['kind', 'tenant_id', 'locale', 'saved_at'])
    .where('person_key', '=', personKey)
    .orderBy('saved_at')
    .orderBy('key')
    .execute();
  const cards = await db
    .selectFrom('cards')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('person_key', '=', personKey)
    .executeTakeFirstOrThrow();
  const messages = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('recipient', 'in', [personKey, `${association}/entry:${person}`])
    .executeTakeFirstOrThrow();
  const calendarEntries = await db
    .selectFrom('entries')
    .innerJoin('consultations', 'consultations.id', 'entries.consultation')
    .select(['entries.form', 'entries.method', 'entries.at'])
    .where('consultations.association', '=', association)
    .where('entries.person', '=', person)
    .orderBy('entries.at')
    .orderBy('entries.consultation')
    .execute();
  const asked = await db
    .selectFrom('asked')
    .select('at')
    .where('association', '=', association)
    .where('person', '=', person)
    .executeTakeFirst();
  const absences = await db
    .selectFrom('absences')
    .selectAll()
    .where('association', '=', association)
    .where('person', '=', person)
    .orderBy('first_day')
    .execute();
  const asksFor = await db
    .selectFrom('person_dues')
    .select(['kind', 'due_at'])
    .where('person_key', '=', personKey)
    .orderBy('due_at')
    .execute();
  return {
    absences: absences.map(({ first_day, last_day, part, backup }) => ({
      from: first_day,
      to: last_day,
      part,
      backup: backup ?? undefined,
    })),
    asksFor: asksFor.map(({ kind, due_at }) => ({ kind, dueAt: due_at })),
    chats: chats.map((row) => ({
      kind: row.kind,
      tenantId: row.tenant_id,
      locale: row.locale ?? undefined,
      savedAt: row.saved_at,
    })),
    cards: Number(cards.count),
    messages: Number(messages.count),
    calendarEntries,
    lastAskedAt: asked?.at,
    availability: await availabilityOf(db, personKey),
    quietHours: await quietHoursOf(db, personKey),
  };
}
