import type { Store } from './database.ts';
import type { Queries } from './schema.ts';

/** Where the agenda of an occasion (`session day`) stands in a person's chat. */
export type AgendaCard = { serviceUrl: string; conversationId: string; activityId: string };

/** The agenda somebody has got of an occasion; undefined for none. */
export async function agendaCardOf(
  { db }: Store,
  personKey: string,
  occasion: string,
): Promise<AgendaCard | undefined> {
  const row = await db
    .selectFrom('agenda_cards')
    .selectAll()
    .where('person_key', '=', personKey)
    .where('occasion', '=', occasion)
    .executeTakeFirst();
  return (
    row && {
      serviceUrl: row.service_url,
      conversationId: row.conversation_id,
      activityId: row.activity_id,
    }
  );
}

/** Keeps where it stands, in place of an earlier one. */
export async function keepAgendaCard(
  { db }: Store,
  personKey: string,
  occasion: string,
  { serviceUrl, conversationId, activityId }: AgendaCard,
): Promise<void> {
  const place = { service_url: serviceUrl, conversation_id: conversationId, activity_id: activityId };
  await db
    .insertInto('agenda_cards')
    .values({ person_key: personKey, occasion, ...place })
    .onConflict((conflict) => conflict.columns(['person_key', 'occasion']).doUpdateSet(place))
    .execute();
}

/** The occasion is over: its agenda is brought up to date no more. */
export async function dropAgendaCard(db: Queries, personKey: string, occasion: string): Promise<void> {
  await db
    .deleteFrom('agenda_cards')
    .where('person_key', '=', personKey)
    .where('occasion', '=', occasion)
    .execute();
}
