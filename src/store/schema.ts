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
  spent_references: {
    reference: string;
    association: string;
    spent_at: string;
    /** Whose log it leads to; '' once that is gone too. The reference itself is never used again. */
    consultation: string;
  };
  legs: LegRow;
  standings: StandingRow;
  asked: { association: string; person: string; at: string };
  absences: AbsenceTable;
  person_dues: { person_key: string; kind: string; key: string; due_at: string; said: string };
  bookings: { consultation: string; person_key: string; start_at: string; end_at: string };
  booked_cells: { person_key: string; cell: number; consultation: string };
  booked_places: { association: string; session: string; start_at: string; consultation: string };
  /** Who waits for a place of a session; rewritten from the document with every change. */
  place_queue: {
    consultation: string;
    association: string;
    session: string;
    /** 1 or 0. */
    urgent: number;
    since: string;
  };
  /** Where the agenda of a session's occasion (`session day`) stands in a person's chat. */
  agenda_cards: {
    person_key: string;
    occasion: string;
    service_url: string;
    conversation_id: string;
    activity_id: string;
  };
  /** `spans`: when a person wants no reminders, minutes of the day as `from-to,from-to`. */
  quiet_hours: { person_key: string; spans: string };
  timers: { consultation: string; kind: string; key: string; due_at: string };
  heads: { name: string; position: number; chain: string };
  records: RecordTable;
  actors: ActorTable;
  outbox: OutboxTable;
  inbox: { key: string; answer: string; at: string };
  conversations: ConversationTable;
  cards: CardTable;
  languages: { person_key: string; language: string };
  /** `doc`: what a person has declared of when they may be booked. */
  availability: { person_key: string; doc: string; changed_at: string };
  paces: { key: string; free_at: number };
  disposals: DisposalTable;
  statistics: StatisticsTable;
  channels: ChannelTable;
  receipts: ReceiptTable;
  entries: EntryTable;
};

type ConsultationRow = {
  id: string;
  association: string;
  reference: string;
  state: string;
  owner: string;
  municipality: string;
  version: number;
  /** The number of the consultation's latest row in `records`. */
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
  /** `,id,id,`: who may not see the leg; '' for nobody. */
  barred: string;
};

/** How a consultation stands, as far as it is counted and looked for; rewritten from the document with every change. */
type StandingRow = {
  consultation: string;
  association: string;
  state: string;
  owner: string;
  /** 1 while work is open or the outcome is to be filed, else 0. */
  waits: number;
  municipality: string;
  age_band: string;
  sent_at: string | null;
  /** When it is booked for. */
  meets_at: string | null;
  /** When it came to count for an indicator. */
  met_at: string | null;
  onward_at: string | null;
  work_at: string | null;
  /** From when follow-ups are counted; null when none is asked for. */
  outcome_at: string | null;
  /** How many have been given in this round of the case. */
  follow_ups: number;
  closed_at: string | null;
  /** `,id,id,`: everybody it names. */
  people: string;
  /** Since when it is under a legal hold. */
  held_at: string | null;
};

/** Days (`YYYY-MM-DD`, both included) on which a person is away. */
type AbsenceTable = {
  id: string;
  association: string;
  person: string;
  first_day: string;
  last_day: string;
  part: string;
  backup: string | null;
};

/** One consultation that is only counted; `facts` is all of it, the other columns what is summed. */
type StatisticsTable = {
  id: string;
  association: string;
  state: string;
  municipality: string;
  age_band: string;
  /** `,fk,psyk,` */
  agencies: string;
  /** Quarters. */
  sent: string;
  met: string | null;
  onward: string | null;
  work: string | null;
  facts: string;
};

/** One chained row: who did or read what. What is erased leaves `position`, `digest` and `chain`. */
type RecordTable = {
  /** 1, 2, 3 … over the whole installation, without a gap. */
  position: number;
  /** '' once erased. */
  association: string;
  /** '' where it concerns no single consultation, and once erased. */
  consultation: string;
  /** 1, 2, 3 … within the consultation; 0 where there is none. */
  seq: number;
  at: string;
  /** `actors.id`, or `system`. */
  actor: string;
  kind: string;
  verb: string;
  state: string | null;
  version: number | null;
  detail: string;
  /** Of the consultation document a change led to. */
  doc_digest: string | null;
  salt: string | null;
  digest: string;
  chain: string;
};

/** Whom the log means by an opaque id: the id is a salted digest of the person, so that no other can be put behind it. */
type ActorTable = {
  id: string;
  association: string;
  person: string | null;
  /** Null once the person has been made anonymous. */
  salt: string | null;
};

/** The record of one disposal; holds counts and codes only. */
type DisposalTable = {
  id: string;
  association: string;
  reference: string;
  kind: string;
  at: string;
  by: string;
  counts: string;
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

/** Every card of a consultation that stands in a chat; `live` 1 is the one kept up to date. */
type CardTable = {
  person_key: string;
  consultation: string;
  live: number;
  service_url: string;
  conversation_id: string;
  activity_id: string;
  saved_at: string;
};

/** The Teams channel of a function. */
type ChannelTable = {
  association: string;
  function: string;
  service_url: string;
  conversation_id: string;
  tenant_id: string;
  bot_id: string;
  bound_at: string;
};

/** What came of the latest message to an asked person on one rung of the ladder. */
type ReceiptTable = {
  consultation: string;
  agency: string;
  person: string;
  rung: string;
  state: string;
  at: string;
};

/** What a person was last told of a meeting for their calendar, by mail or by Microsoft Graph. */
type EntryTable = {
  consultation: string;
  person: string;
  form: string;
  uid: string;
  sequence: number;
  method: string;
  said: string;
  state: string;
  at: string;
  /** The `transactionId` their event was asked for with, and its id once that is known. */
  attempt: string | null;
  event: string | null;
};

/** Where a query may run: the database itself, or the transaction one is in. Inside a transaction only the latter, for ever. */
export type Queries = Kysely<Schema>;

export type Trx = Transaction<Schema>;
