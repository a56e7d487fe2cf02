import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;
type Type = ColumnDataType | Expression<unknown>;

/** The first shape of the store. */
export async function initial(trx: Any, text: Type, integer: Type): Promise<void> {
  await general(trx, text, integer);
  await consultations(trx, text, integer);
  await derived(trx, text, integer);
  await log(trx, text, integer);
  await delivery(trx, text, integer);
  await people(trx, text);
}

async function general({ schema }: Any, text: Type, integer: Type): Promise<void> {
  await schema
    .createTable('counters')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('value', integer, (column) => column.notNull())
    .execute();
  await schema
    .createTable('settings')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
}

async function consultations({ schema }: Any, text: Type, integer: Type): Promise<void> {
  await schema
    .createTable('consultations')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('reference', text, (column) => column.notNull().unique())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('municipality', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('log_rows', integer, (column) => column.notNull())
    .addColumn('doc', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .execute();
  await index(schema, 'consultations', ['association', 'state']);
  await index(schema, 'consultations', ['association', 'owner']);
  await schema
    .createTable('spent_references')
    .addColumn('reference', text, (column) => column.primaryKey())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('spent_at', text, (column) => column.notNull())
    .execute();
}

async function derived({ schema }: Any, text: Type, integer: Type): Promise<void> {
  await schema
    .createTable('legs')
    .addColumn('consultation', text, ofConsultation)
    .addColumn('agency', text, (column) => column.notNull())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('function', text)
    .addColumn('asked', text)
    .addColumn('holder', text)
    .addColumn('asked_at', text, (column) => column.notNull())
    .addColumn('due_at', text)
    .addPrimaryKeyConstraint('legs_key', ['consultation', 'agency'])
    .execute();
  await index(schema, 'legs', ['association', 'asked', 'state']);
  await index(schema, 'legs', ['association', 'holder']);
  await index(schema, 'legs', ['association', 'function', 'state']);
  await index(schema, 'legs', ['association', 'agency', 'state']);
  await schema
    .createTable('asked')
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('asked_key', ['association', 'person'])
    .execute();
  await schema
    .createTable('bookings')
    .addColumn('consultation', text, ofConsultation)
    .addColumn('person_key', text, (column) => column.notNull())
    .addColumn('start_at', text, (column) => column.notNull())
    .addColumn('end_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('bookings_key', ['consultation', 'person_key', 'start_at'])
    .execute();
  await index(schema, 'bookings', ['person_key', 'start_at']);
  await schema
    .createTable('booked_cells')
    .addColumn('person_key', text, (column) => column.notNull())
    .addColumn('cell', integer, (column) => column.notNull())
    .addColumn('consultation', text, ofConsultation)
    .addPrimaryKeyConstraint('booked_cells_key', ['person_key', 'cell'])
    .execute();
  await index(schema, 'booked_cells', ['consultation']);
  await schema
    .createTable('booked_places')
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('session', text, (column) => column.notNull())
    .addColumn('start_at', text, (column) => column.notNull())
    .addColumn('consultation', text, ofConsultation)
    .addPrimaryKeyConstraint('booked_places_key', ['association', 'session', 'start_at'])
    .execute();
  await index(schema, 'booked_places', ['consultation']);
  await schema
    .createTable('timers')
    .addColumn('consultation', text, ofConsultation)
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('due_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('timers_key', ['consultation', 'kind', 'key'])
    .execute();
  await index(schema, 'timers', ['due_at', 'key']);
}

async function log({ schema }: Any, text: Type, integer: Type): Promise<void> {
  await schema
    .createTable('history')
    .addColumn('consultation', text, ofConsultation)
    .addColumn('seq', integer, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('verb', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('detail', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('history_key', ['consultation', 'seq'])
    .execute();
  await schema
    .createTable('readings')
    .addColumn('consultation', text, ofConsultation)
    .addColumn('seq', integer, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('what', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('readings_key', ['consultation', 'seq'])
    .execute();
}

async function delivery(trx: Any, text: Type, integer: Type): Promise<void> {
  const { schema } = trx;
  await schema
    .createTable('outbox')
    .addColumn('sequence', integer, (column) => column.primaryKey())
    .addColumn('key', text, (column) => column.notNull().unique())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('payload', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('run_at', text, (column) => column.notNull())
    .addColumn('token', text)
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('activity_id', text)
    .addColumn('reason', text)
    .execute();
  await index(schema, 'outbox', ['state', 'sequence']);
  await index(schema, 'outbox', ['state', 'recipient', 'sequence']);
  await index(schema, 'outbox', ['association', 'state']);
  await trx.insertInto('counters').values({ name: 'outbox', value: 0 }).execute();
  await schema
    .createTable('inbox')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('answer', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .execute();
  await index(schema, 'inbox', ['at']);
}

async function people({ schema }: Any, text: Type): Promise<void> {
  await schema
    .createTable('conversations')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('person_key', text)
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('service_url', text, (column) => column.notNull())
    .addColumn('conversation_id', text, (column) => column.notNull())
    .addColumn('tenant_id', text, (column) => column.notNull())
    .addColumn('bot_id', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('locale', text)
    .addColumn('saved_at', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('cards')
    .addColumn('person_key', text, (column) => column.notNull())
    .addColumn('consultation', text, (column) => column.notNull())
    .addColumn('service_url', text, (column) => column.notNull())
    .addColumn('conversation_id', text, (column) => column.notNull())
    .addColumn('activity_id', text, (column) => column.notNull())
    .addColumn('saved_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('cards_key', ['person_key', 'consultation'])
    .execute();
  await index(schema, 'cards', ['consultation']);
  await schema
    .createTable('languages')
    .addColumn('person_key', text, (column) => column.primaryKey())
    .addColumn('language', text, (column) => column.notNull())
    .execute();
}

type SchemaBuilder = Any['schema'];
type Column = Parameters<Parameters<ReturnType<SchemaBuilder['createTable']>['addColumn']>[2] & {}>[0];

// Whatever is derived from a consultation, or tells of it, goes when a draft is deleted.
const ofConsultation = (column: Column) =>
  column.notNull().references('consultations.id').onDelete('cascade');

async function index(schema: SchemaBuilder, table: string, columns: string[]): Promise<void> {
  await schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();
}
