import type { Kysely, Transaction } from 'kysely';

/**
 * Every table. Columns are text and integer only, times are `toISOString()` text, ids come from the program:
 * the same statements then mean the same in SQLite and PostgreSQL.
 */
export type Schema = {
  schema_version: { version: number; name: string };
  counters: { name: string; value: number };
  settings: { name: string; value: string };
  consultations: ConsultationRow;
  spent_references: { reference: string; association: string; spent_at: string };
  legs: LegRow;
  asked: { association: string; person: string; at: string };
  bookings: { consultation: string; person_key: string; start_at: string; end_at: string };
  booked_cells: { person_key: string; cell: number; consultation: string };
  booked_places: { association: string; session: string; start_at: string; consultation: string };
  timers: { consultation: string; kind: string; key: string; due_at: string };
  history: HistoryTable;
  readings: { consultation: string; seq: number; at: string; actor: string; what: string };
  outbox: OutboxTable;
  inbox: { key: string; answer: string; at: string };
  conversations: ConversationTable;
  cards: CardTable;
  languages: { person_key: string; language: string };
};

type ConsultationRow = {
  id: string;
  association: string;
  reference: string;
  state: string;
  owner: string;
  municipality: string;
  version: number;
  /** The number of the latest row in `history` or `readings`; the two share one count. */
  log_rows: number;
  doc: string;
  created_at: string;
  updated_at: string;
};

/** What `list` and routing look for in the legs; rewritten from the document with every change. */
type LegRow = {
  consultation: string;
  agency: string;
  association: string;
  state: string;
  function: string | null;
  asked: string | null;
  holder: string | null;
  asked_at: string;
  due_at: string | null;
};

type HistoryTable = {
  consultation: string;
  seq: number;
  at: string;
  actor: string;
  verb: string;
  state: string;
  version: number;
  detail: string;
};

type OutboxTable = {
  sequence: number;
  key: string;
  recipient: string;
  association: string;
  kind: string;
  payload: string;
  state: string;
  /** When the row may next be taken, real time: lease, retry and delay in one. '' until first taken, which is at once. */
  run_at: string;
  token: string | null;
  attempts: number;
  created_at: string;
  activity_id: string | null;
  reason: string | null;
};

type ConversationTable = {
  key: string;
  person_key: string | null;
  kind: string;
  service_url: string;
  conversation_id: string;
  tenant_id: string;
  bot_id: string;
  user_id: string;
  locale: string | null;
  saved_at: string;
};

type CardTable = {
  person_key: string;
  consultation: string;
  service_url: string;
  conversation_id: string;
  activity_id: string;
  saved_at: string;
};

/** Where a query may run: the database itself, or the transaction one is in. Inside a transaction only the latter, for ever. */
export type Queries = Kysely<Schema>;

export type Trx = Transaction<Schema>;
