import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;

/** What falls due for a person alone: their morning summary, what they asked to be reminded of. */
export async function personDues(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  await trx.schema
    .createTable('person_dues')
    .addColumn('person_key', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('due_at', text, (column) => column.notNull())
    .addColumn('said', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('person_dues_key', ['person_key', 'kind', 'key'])
    .execute();
  await trx.schema.createIndex('person_dues_due_at').on('person_dues').columns(['due_at']).execute();
}
