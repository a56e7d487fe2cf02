import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;

/** When people have declared that they may be booked. */
export async function availability(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  await trx.schema
    .createTable('availability')
    .addColumn('person_key', text, (column) => column.primaryKey())
    .addColumn('doc', text, (column) => column.notNull())
    .addColumn('changed_at', text, (column) => column.notNull())
    .execute();
}
