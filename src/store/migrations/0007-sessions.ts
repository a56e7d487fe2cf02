import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;
type Type = ColumnDataType | Expression<unknown>;

/** Who waits for a place of a session, where a person's agenda of an occasion stands, and when people want quiet. */
export async function sessions(trx: Any, text: Type, integer: Type): Promise<void> {
  const { schema } = trx;
  await schema
    .createTable('place_queue')
    .addColumn('consultation', text, (column) =>
      column.primaryKey().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('session', text, (column) => column.notNull())
    .addColumn('urgent', integer, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .execute();
  await schema
    .createIndex('place_queue_session')
    .on('place_queue')
    .columns(['association', 'session'])
    .execute();
  await schema
    .createTable('agenda_cards')
    .addColumn('person_key', text, (column) => column.notNull())
    .addColumn('occasion', text, (column) => column.notNull())
    .addColumn('service_url', text, (column) => column.notNull())
    .addColumn('conversation_id', text, (column) => column.notNull())
    .addColumn('activity_id', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('agenda_cards_key', ['person_key', 'occasion'])
    .execute();
  await schema
    .createTable('quiet_hours')
    .addColumn('person_key', text, (column) => column.primaryKey())
    .addColumn('spans', text, (column) => column.notNull())
    .execute();
}
