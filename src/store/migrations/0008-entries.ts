import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;
type ColumnType = ColumnDataType | Expression<unknown>;

/** What each person has been told of a meeting for their calendar, and their event in Microsoft Graph. */
export async function entries(trx: Any, text: ColumnType, integer: ColumnType): Promise<void> {
  const { schema } = trx;
  await schema
    .createTable('entries')
    .addColumn('consultation', text, (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('form', text, (column) => column.notNull())
    .addColumn('uid', text, (column) => column.notNull())
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('method', text, (column) => column.notNull())
    .addColumn('said', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('attempt', text)
    .addColumn('event', text)
    .addPrimaryKeyConstraint('entries_key', ['consultation', 'person'])
    .execute();
  await schema.createIndex('entries_person').on('entries').columns(['person']).execute();
}
