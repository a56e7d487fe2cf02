import { type Kysely, sql } from 'kysely';
import type { Engine } from './database.ts';
import type { Schema } from './schema.ts';

type Kind<T> = T extends number | null ? 'integer' : 'text';

/** Every column of every table by what it holds; does not compile unless it is all of `Schema`. */
export const tables: {
  readonly [T in keyof Schema]: { readonly [C in keyof Schema[T]]: Kind<Schema[T][C]> };
} = {
  schema_version: { version: 'integer', name: 'text' },
  counters: { name: 'text', value: 'integer' },
  settings: { name: 'text', value: 'text' },
  consultations: {
    id: 'text',
    association: 'text',
    reference: 'text',
    state: 'text',
    owner: 'text',
    municipality: 'text',
    version: 'integer',
    log_rows: 'integer',
    doc: 'text',
    created_at: 'text',
    updated_at: 'text',
  },
  spent_references: { reference: 'text', association: 'text', spent_at: 'text', consultation: 'text' },
  legs: {
    consultation: 'text',
    agency: 'text',
    association: 'text',
    state: 'text',
    function: 'text',
    asked: 'text',
    holder: 'text',
    asked_at: 'text',
    due_at: 'text',
    barred: 'text',
  },
  standings: {
    consultation: 'text',
    association: 'text',
    state: 'text',
    owner: 'text',
    waits: 'integer',
    municipality: 'text',
    age_band: 'text',
    sent_at: 'text',
    meets_at: 'text',
    met_at: 'text',
    onward_at: 'text',
    work_at: 'text',
    outcome_at: 'text',
    follow_ups: 'integer',
    closed_at: 'text',
    people: 'text',
    held_at: 'text',
  },
  asked: { association: 'text', person: 'text', at: 'text' },
  person_dues: { person_key: 'text', kind: 'text', key: 'text', due_at: 'text', said: 'text' },
  absences: {
    id: 'text',
    association: 'text',
    person: 'text',
    first_day: 'text',
    last_day: 'text',
    part: 'text',
    backup: 'text',
  },
  bookings: { consultation: 'text', person_key: 'text', start_at: 'text', end_at: 'text' },
  booked_cells: { person_key: 'text', cell: 'integer', consultation: 'text' },
  booked_places: { association: 'text', session: 'text', start_at: 'text', consultation: 'text' },
  place_queue: {
    consultation: 'text',
    association: 'text',
    session: 'text',
    urgent: 'integer',
    since: 'text',
  },
  agenda_cards: {
    person_key: 'text',
    occasion: 'text',
    service_url: 'text',
    conversation_id: 'text',
    activity_id: 'text',
  },
  quiet_hours: { person_key: 'text', spans: 'text' },
  timers: { consultation: 'text', kind: 'text', key: 'text', due_at: 'text' },
  heads: { name: 'text', position: 'integer', chain: 'text' },
  records: {
    position: 'integer',
    association: 'text',
    consultation: 'text',
    seq: 'integer',
    at: 'text',
    actor: 'text',
    kind: 'text',
    verb: 'text',
    state: 'text',
    version: 'integer',
    detail: 'text',
    doc_digest: 'text',
    salt: 'text',
    digest: 'text',
    chain: 'text',
  },
  actors: { id: 'text', association: 'text', person: 'text', salt: 'text' },
  outbox: {
    sequence: 'integer',
    key: 'text',
    recipient: 'text',
    association: 'text',
    kind: 'text',
    payload: 'text',
    state: 'text',
    run_at: 'text',
    token: 'text',
    attempts: 'integer',
    created_at: 'text',
    activity_id: 'text',
    reason: 'text',
  },
  inbox: { key: 'text', answer: 'text', at: 'text' },
  conversations: {
    key: 'text',
    person_key: 'text',
    kind: 'text',
    service_url: 'text',
    conversation_id: 'text',
    tenant_id: 'text',
    bot_id: 'text',
    user_id: 'text',
    locale: 'text',
    saved_at: 'text',
  },
  cards: {
    person_key: 'text',
    consultation: 'text',
    live: 'integer',
    service_url: 'text',
    conversation_id: 'text',
    activity_id: 'text',
    saved_at: 'text',
  },
  languages: { person_key: 'text', language: 'text' },
  availability: { person_key: 'text', doc: 'text', changed_at: 'text' },
  paces: { key: 'text', free_at: 'integer' },
  disposals: {
    id: 'text',
    association: 'text',
    reference: 'text',
    kind: 'text',
    at: 'text',
    by: 'text',
    counts: 'text',
  },
  statistics: {
    id: 'text',
    association: 'text',
    state: 'text',
    municipality: 'text',
    age_band: 'text',
    agencies: 'text',
    sent: 'text',
    met: 'text',
    onward: 'text',
    work: 'text',
    facts: 'text',
  },
  channels: {
    association: 'text',
    function: 'text',
    service_url: 'text',
    conversation_id: 'text',
    tenant_id: 'text',
    bot_id: 'text',
    bound_at: 'text',
  },
  receipts: {
    consultation: 'text',
    agency: 'text',
    person: 'text',
    rung: 'text',
    state: 'text',
    at: 'text',
  },
  entries: {
    consultation: 'text',
    person: 'text',
    form: 'text',
    uid: 'text',
    sequence: 'integer',
    method: 'text',
    said: 'text',
    state: 'text',
    at: 'text',
    attempt: 'text',
    event: 'text',
  },
};

/** Faults, with all of it in words, unless every table is there with exactly the columns the program knows. */
export async function expectTables(db: Kysely<Schema>, engine: Engine): Promise<void> {
  const faults: string[] = [];
  const found = await columnsIn(db, engine);
  for (const [table, columns] of Object.entries(tables)) {
    const there = found.get(table);
    if (there === undefined) faults.push(`table ${table} is missing`);
    else {
      for (const [column, kind] of Object.entries(columns)) {
        const type = there.get(column);
        if (type === undefined) faults.push(`column ${table}.${column} is missing`);
        else if (type !== kind) faults.push(`column ${table}.${column} is ${type}, not ${kind}`);
      }
      for (const column of there.keys())
        if (!(column in columns)) faults.push(`column ${table}.${column} is not the program's`);
    }
  }
  if (faults.length > 0)
    throw new Error(`The database is not as this program made it: ${faults.join('; ')}.`);
}

/** Table and column names with `text`, `integer` or, of another kind, the database's own word. */
async function columnsIn(db: Kysely<Schema>, engine: Engine): Promise<Map<string, Map<string, string>>> {
  const found = await (db as unknown as Kysely<unknown>).introspection.getTables();
  const schema =
    engine === 'sqlite'
      ? undefined
      : (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]?.name;
  return new Map(
    found
      .filter((table) => !table.isView && (schema === undefined || table.schema === schema))
      .map(({ name, columns }) => [
        name,
        new Map(columns.map((column) => [column.name, kindOf(column.dataType.toLowerCase())])),
      ]),
  );
}

const kindOf = (type: string): string => (/^(int\d?|integer|bigint)$/.test(type) ? 'integer' : type);
