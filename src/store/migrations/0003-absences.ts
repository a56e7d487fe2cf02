import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;

/** When people are away, and who answers for them meanwhile. */
export async function absences(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  let table = trx.schema.createTable('absences').addColumn('id', text, (column) => column.primaryKey());
  for (const name of ['association', 'person', 'first_day', 'last_day', 'part'])
    table = table.addColumn(name, text, (column) => column.notNull());
  await table.addColumn('backup', text).execute();
  await trx.schema
    .createIndex('absences_association_last_day')
    .on('absences')
    .columns(['association', 'last_day'])
    .execute();
}
