import type { ColumnDataType, Expression, Kysely } from 'kysely';

type Any = Kysely<Record<string, Record<string, unknown>>>;
type Doc = {
  sentAt?: string | null;
  firstHeldAt?: string | null;
  closedAt?: string | null;
  roundOfCase?: number;
  filed?: unknown;
  hold?: { at?: string } | null;
  request?: { ageBand?: string; firstTime?: string };
  meeting?: { start?: string } | null;
  outcomes?: { round: number; result: string; at: string }[];
  followUps?: { round: number; at: string; progress: string }[];
  legs?: { agency: string; barred?: string[] }[];
};

/** How every consultation stands, in columns: what is counted is not read out of the documents one by one. */
export async function standings(trx: Any, text: ColumnDataType | Expression<unknown>): Promise<void> {
  let table = trx.schema
    .createTable('standings')
    .addColumn('consultation', text, (column) =>
      column.primaryKey().references('consultations.id').onDelete('cascade'),
    );
  for (const name of ['association', 'state', 'owner', 'municipality', 'age_band', 'people'])
    table = table.addColumn(name, text, (column) => column.notNull());
  for (const name of ['waits', 'follow_ups'])
    table = table.addColumn(name, 'integer', (column) => column.notNull());
  for (const name of [
    'sent_at',
    'meets_at',
    'met_at',
    'onward_at',
    'work_at',
    'outcome_at',
    'closed_at',
    'held_at',
  ])
    table = table.addColumn(name, text);
  await table.execute();
  const indices = [
    ['association', 'state', 'sent_at', 'municipality', 'age_band'],
    ['association', 'waits', 'state', 'closed_at'],
    ['association', 'held_at'],
    ['association', 'meets_at'],
    ['association', 'met_at', 'age_band'],
    ['association', 'onward_at', 'age_band'],
    ['association', 'work_at', 'age_band'],
    ['association', 'follow_ups', 'outcome_at'],
    ['association', 'owner', 'state'],
  ];
  for (const columns of indices)
    await trx.schema
      .createIndex(`standings_${columns.slice(1).join('_')}`)
      .on('standings')
      .columns(columns)
      .execute();
  await trx.schema
    .alterTable('legs')
    .addColumn('barred', text, (column) => column.notNull().defaultTo(''))
    .execute();
  // A consultation at a time: there are as many documents as the association has worked.
  const rows = await trx
    .selectFrom('consultations')
    .select(['id', 'association', 'state', 'owner', 'municipality'])
    .execute();
  for (const row of rows) {
    const { doc } = await trx
      .selectFrom('consultations')
      .select('doc')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow();
    const read = JSON.parse(String(doc)) as Doc;
    await trx
      .insertInto('standings')
      .values({ ...standingOf(row, read) })
      .execute();
    for (const { agency, barred = [] } of read.legs ?? [])
      if (barred.length > 0)
        await trx
          .updateTable('legs')
          .set({ barred: `,${barred.join(',')},` })
          .where('consultation', '=', row.id)
          .where('agency', '=', agency)
          .execute();
  }
}

function standingOf(row: Record<string, unknown>, doc: Doc): Record<string, unknown> {
  const { id, association, state, owner, municipality } = row;
  const { request, outcomes = [], followUps = [] } = doc;
  const ended = ['closed', 'withdrawn', 'cancelled'].includes(String(state));
  const latest = outcomes.at(-1);
  const first = outcomes.find(({ round }) => round === latest?.round);
  const progressed = (...some: string[]) => followUps.find(({ progress }) => some.includes(progress))?.at;
  return {
    consultation: id,
    association,
    state,
    owner,
    waits: !ended || (state === 'closed' && !doc.filed) ? 1 : 0,
    municipality,
    age_band: request?.ageBand ?? '',
    sent_at: doc.sentAt ?? null,
    meets_at: state === 'booked' ? (doc.meeting?.start ?? null) : null,
    met_at: request?.firstTime === 'false' ? null : (doc.firstHeldAt ?? null),
    onward_at: progressed('studies', 'internship', 'rehabilitation') ?? null,
    work_at: progressed('work') ?? null,
    outcome_at: latest === undefined || latest.result === 'wrong-question' ? null : (first?.at ?? null),
    follow_ups: followUps.filter(({ round }) => round === doc.roundOfCase).length,
    closed_at: doc.closedAt ?? null,
    people: `,${[...new Set(peopleIn(doc))].join(',')},`,
    held_at: doc.hold?.at ?? null,
  };
}

const single = ['owner', 'by', 'from', 'to', 'asked', 'holder'];
const several = ['passed', 'barred', 'joined', 'invited', 'participants'];

/** Everybody a document names, as the members of that version tell. */
function peopleIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return single.includes(name) || several.includes(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const voters = name === 'votes' ? entries.map(([voter]) => voter) : [];
  const inherits = Array.isArray(value) || name === 'participants';
  return [...voters, ...entries.flatMap(([key, one]) => peopleIn(one, inherits ? name : key))];
}
