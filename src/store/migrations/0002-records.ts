import { createHash, randomBytes } from 'node:crypto';
import { type ColumnDataType, type Expression, type Kysely, sql } from 'kysely';
import { standings } from './0002-standings.ts';

type Any = Kysely<Record<string, Record<string, unknown>>>;

/**
 * History and readings become one chained log; cards are kept more than one to a person; pacing, disposal and what is
 * left for statistics get their tables. This step stands on its own for ever: it calls nothing the program may change.
 */
export async function records(
  trx: Any,
  text: ColumnDataType | Expression<unknown>,
  _integer: ColumnDataType | Expression<unknown>,
  engine: 'sqlite' | 'postgres',
): Promise<void> {
  await log(trx, text);
  await cards(trx, text);
  await standings(trx, text);
  const { schema } = trx;
  await schema
    .createTable('paces')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('free_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('disposals')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('reference', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('counts', text, (column) => column.notNull())
    .execute();
  const statistics = schema
    .createTable('statistics')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('municipality', text, (column) => column.notNull())
    .addColumn('age_band', text, (column) => column.notNull())
    .addColumn('agencies', text, (column) => column.notNull())
    .addColumn('sent', text, (column) => column.notNull())
    .addColumn('met', text)
    .addColumn('onward', text)
    .addColumn('work', text)
    .addColumn('facts', text, (column) => column.notNull());
  // In the order of their random ids: SQLite's own row numbers would tell in which order the consultations went.
  // PostgreSQL keeps rows where there is room (`ctid`, `xmin`), which whoever runs the server can still see.
  await (engine === 'sqlite' ? statistics.modifyEnd(sql`without rowid`) : statistics).execute();
  await index(schema, 'disposals', ['association', 'at']);
  // They hold all that is counted: 100,000 rows are summed without the rows themselves.
  await index(schema, 'statistics', ['association', 'sent', 'state', 'municipality', 'agencies']);
  for (const name of ['met', 'onward', 'work'])
    await index(schema, 'statistics', ['association', name, 'age_band']);
  await schema
    .alterTable('spent_references')
    .addColumn('consultation', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await index(schema, 'spent_references', ['consultation']);
  for (const { id, reference } of await trx.selectFrom('consultations').select(['id', 'reference']).execute())
    await trx
      .updateTable('spent_references')
      .set({ consultation: id })
      .where('reference', '=', reference)
      .execute();
}

async function log(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  const { schema } = trx;
  await schema
    .createTable('heads')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('chain', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('actors')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('person', text)
    .addColumn('salt', text)
    .addUniqueConstraint('actors_person', ['association', 'person'])
    .execute();
  await schema
    .createTable('records')
    .addColumn('position', 'bigint', (column) => column.primaryKey())
    .addColumn('association', text, (column) => column.notNull())
    .addColumn('consultation', text, (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('verb', text, (column) => column.notNull())
    .addColumn('state', text)
    .addColumn('version', 'bigint')
    .addColumn('detail', text, (column) => column.notNull())
    .addColumn('doc_digest', text)
    .addColumn('salt', text)
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('chain', text, (column) => column.notNull())
    .execute();
  await index(schema, 'records', ['consultation', 'association', 'seq']);
  await index(schema, 'records', ['association', 'at']);
  await index(schema, 'records', ['actor']);
  // Whoever is asked now, among all that were ever asked.
  await index(schema, 'legs', ['association', 'state', 'asked']);
  const head = await chainEarlier(trx);
  await trx
    .insertInto('heads')
    .values({ name: 'records', ...head })
    .execute();
  await schema.dropTable('history').execute();
  await schema.dropTable('readings').execute();
}

/** What an earlier program kept, in the order it happened; persons in a detail become opaque ids too. */
async function chainEarlier(trx: Any): Promise<{ position: number; chain: string }> {
  const owners = new Map(
    (await trx.selectFrom('consultations').select(['id', 'association']).execute()).map((row) => [
      row.id,
      String(row.association),
    ]),
  );
  const changes = (await trx.selectFrom('history').selectAll().execute()).map((row) => ({
    ...row,
    kind: 'change',
  }));
  const readings = (await trx.selectFrom('readings').selectAll().execute()).map((row) => ({
    ...row,
    kind: 'reading',
    verb: row.what,
  }));
  const rows = ([...changes, ...readings] as Record<string, unknown>[]).sort((one, other) =>
    orderOf(one) < orderOf(other) ? -1 : 1,
  );
  const actors = new Map<string, string>();
  let chain = '';
  for (const [place, row] of rows.entries()) {
    const position = place + 1;
    const association = owners.get(row.consultation) ?? '';
    const actor = await actorOf(trx, actors, association, String(row.actor));
    const kept = {
      position,
      association,
      consultation: row.consultation,
      seq: row.seq,
      at: row.at,
      actor,
      kind: row.kind,
      verb: row.verb,
      state: row.state ?? null,
      version: row.version ?? null,
      detail: await opaque(String(row.detail ?? '{}'), (person) => actorOf(trx, actors, association, person)),
      doc_digest: null,
    };
    const salt = randomBytes(16).toString('base64url');
    const digest = sha256(`${salt}${JSON.stringify(Object.values(kept))}`);
    chain = sha256(`${chain}${position}${digest}`);
    await trx
      .insertInto('records')
      .values({ ...kept, salt, digest, chain })
      .execute();
  }
  return { position: rows.length, chain };
}

async function actorOf(
  trx: Any,
  known: Map<string, string>,
  association: string,
  person: string,
): Promise<string> {
  if (person === 'system') return person;
  const key = `${association}/${person}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const salt = randomBytes(16).toString('base64url');
  const id = sha256(`${salt}${key}`);
  known.set(key, id);
  await trx.insertInto('actors').values({ id, association, person, salt }).execute();
  return id;
}

/** A detail with another id for every person in it, however deep. */
async function opaque(detail: string, exchange: (person: string) => Promise<string>): Promise<string> {
  const walk = async (value: unknown, name: string): Promise<unknown> => {
    if (typeof value === 'string') return ['to', 'by', 'from'].includes(name) ? await exchange(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    const walked: [string, unknown][] = [];
    for (const [key, one] of Object.entries(value))
      walked.push([key, await walk(one, Array.isArray(value) ? name : key)]);
    return Array.isArray(value) ? walked.map(([, one]) => one) : Object.fromEntries(walked);
  };
  return JSON.stringify(await walk(JSON.parse(detail), ''));
}

async function cards(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  const { schema } = trx;
  const earlier = await trx.selectFrom('cards').selectAll().execute();
  await schema.dropTable('cards').execute();
  await schema
    .createTable('cards')
    .addColumn('person_key', text, (column) => column.notNull())
    .addColumn('consultation', text, (column) => column.notNull())
    .addColumn('live', 'integer', (column) => column.notNull())
    .addColumn('service_url', text, (column) => column.notNull())
    .addColumn('conversation_id', text, (column) => column.notNull())
    .addColumn('activity_id', text, (column) => column.notNull())
    .addColumn('saved_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('cards_key', ['conversation_id', 'activity_id'])
    .execute();
  await index(schema, 'cards', ['consultation', 'person_key']);
  await index(schema, 'cards', ['person_key']);
  await schema
    .createIndex('cards_live')
    .unique()
    .on('cards')
    .columns(['consultation', 'person_key'])
    .where(sql.ref('live'), '=', 1)
    .execute();
  for (const row of earlier)
    await trx
      .insertInto('cards')
      .values({ ...row, live: 1 })
      .onConflict((conflict) => conflict.columns(['conversation_id', 'activity_id']).doNothing())
      .execute();
}

const index = (schema: Any['schema'], table: string, columns: string[]): Promise<void> =>
  schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();

const orderOf = (row: Record<string, unknown>): string =>
  `${String(row.at)} ${String(row.consultation)} ${String(row.seq).padStart(9, '0')}`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
