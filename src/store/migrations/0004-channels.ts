import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;

/** Which Teams channel is whose, and how the question to each asked person has fared. */
export async function channels(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  const { schema } = trx;
  await schema
    .createTable('channels')
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('function', text, (column) => column.notNull())
    .addColumn('service_url', text, (column) => column.notNull())
    .addColumn('conversation_id', text, (column) => column.notNull())
    .addColumn('tenant_id', text, (column) => column.notNull())
    .addColumn('bot_id', text, (column) => column.notNull())
    .addColumn('bound_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('channels_key', ['association', 'function'])
    .execute();
  await schema
    .createTable('receipts')
    .addColumn('consultation', text, (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('agency', text, (column) => column.notNull())
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('rung', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('receipts_key', ['consultation', 'agency', 'person', 'rung'])
    .execute();
  await schema.createIndex('receipts_person').on('receipts').columns(['person']).execute();
}
