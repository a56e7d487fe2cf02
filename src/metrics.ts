import { timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Line } from './log.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Figures } from './store/figures.ts';
import type { Sender, SendResult } from './teams/sender.ts';

/** What has been counted since the start, and how to print it. */
export type Metrics = ReturnType<typeof createMetrics>;

type Labels = Readonly<Record<string, string>>;

const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** More combinations of labels than the program has codes would mean that something else got into them. */
const MOST_SERIES = 200;

/**
 * Counts what the log tells, and nothing else: a label is one of the log's codes, and what does not look like a code is
 * counted as `other`, so no person, reference or text can stand in a label. Text format 0.0.4 of Prometheus.
 */
export function createMetrics(version: string, sizeOf: () => NodeJS.MemoryUsage = process.memoryUsage) {
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  const counters = new Map<string, Map<string, number>>();
  const slow = { counts: buckets.map(() => 0), count: 0, sum: 0 };

  const count = (name: string, labels: Labels, by = 1): void => {
    const series = counters.get(name) ?? new Map<string, number>();
    counters.set(name, series);
    const wanted = written(labels);
    const key = series.has(wanted) || series.size < MOST_SERIES ? wanted : written({ overflow: 'true' });
    series.set(key, (series.get(key) ?? 0) + by);
  };

  const answered = (seconds: number): void => {
    for (const [place, most] of buckets.entries()) if (seconds <= most) slow.counts[place]! += 1;
    slow.count += 1;
    slow.sum += seconds;
  };

  /** Takes a line of the log into account; to be called for each. */
  function note(line: Line): void {
    const { event } = line;
    if (event === 'turn') {
      count('samrad_activities_total', { kind: code(line.kind), status: code(line.status) });
      answered(Number(line.ms ?? 0) / 1000);
    } else if (event === 'turned-away') count('samrad_refusals_total', { code: code(line.code) });
    else if (event === 'turned-away-unlogged')
      count('samrad_refusals_total', { code: 'unlogged' }, Number(line.count ?? 0));
    else if (event === 'fault' || event === 'unhandled') {
      const error = code(line.error ?? line.name);
      count('samrad_faults_total', { error });
      if (ofTheStore.has(error)) count('samrad_store_errors_total', {});
    } else count('samrad_events_total', { event: code(event), outcome: code(line.outcome) });
  }

  return {
    note,
    /** The same sender or mailer, with what came of each thing it sent counted. */
    counted: <S extends Sender | Mailer>(sender: S): S => {
      const counting =
        <A extends unknown[], R extends { is: SendResult['is'] | 'opened' }>(
          op: string,
          send: (...given: A) => Promise<R>,
        ) =>
        async (...given: A): Promise<R> => {
          const result = await send(...given);
          count('samrad_sends_total', { op, result: result.is });
          return result;
        };
      return Object.fromEntries(
        Object.entries(sender).map(([op, send]) => [
          op,
          typeof send === 'function' ? counting(op, send as never) : send,
        ]),
      ) as unknown as S;
    },
    /** Everything, printed. */
    print: (store: Figures | undefined): string => {
      const { rss, heapUsed } = sizeOf();
      const lines = [
        ...gauge('samrad_build_info', 'The version that runs.', [[{ version }, 1]]),
        ...Object.entries(told).flatMap(([name, help]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} counter`,
          ...[...(counters.get(name) ?? [])].map(([labels, value]) => `${name}${labels} ${value}`),
        ]),
        '# HELP samrad_answer_seconds From an activity at the door to its answer.',
        '# TYPE samrad_answer_seconds histogram',
        ...buckets.map((most, place) => `samrad_answer_seconds_bucket{le="${most}"} ${slow.counts[place]}`),
        `samrad_answer_seconds_bucket{le="+Inf"} ${slow.count}`,
        `samrad_answer_seconds_sum ${slow.sum}`,
        `samrad_answer_seconds_count ${slow.count}`,
        ...gauge('samrad_store_up', '1 when the store answers.', [[{}, store ? 1 : 0]]),
        ...(store ? ofStore(store) : []),
        ...gauge('process_resident_memory_bytes', 'Memory of the process.', [[{}, rss]]),
        ...gauge('nodejs_heap_size_used_bytes', 'Memory in use on the heap.', [[{}, heapUsed]]),
        ...gauge('nodejs_eventloop_lag_p99_seconds', 'Since asked last, 99th percentile.', [
          [{}, Number.isNaN(loop.percentile(99)) ? 0 : loop.percentile(99) / 1e9],
        ]),
      ];
      loop.reset();
      return `${lines.join('\n')}\n`;
    },
    stop: () => void loop.disable(),
  };
}

const ofStore = ({ outbox, oldestMs, dues, dueLagMs, position }: Figures): string[] => [
  ...gauge(
    'samrad_outbox_rows',
    'Messages by what has become of them.',
    Object.entries({ pending: 0, dead: 0, ...outbox }).map(([state, rows]) => [{ state: code(state) }, rows]),
  ),
  ...gauge('samrad_outbox_oldest_seconds', 'How long the oldest waiting message has waited.', [
    [{}, oldestMs / 1000],
  ]),
  ...gauge('samrad_dues', 'Timers that stand.', [[{}, dues]]),
  ...gauge('samrad_due_lag_seconds', 'How long the earliest timer has been due.', [[{}, dueLagMs / 1000]]),
  ...gauge('samrad_records_position', 'The last row of the log.', [[{}, position]]),
];

const told = {
  samrad_activities_total: 'Activities of Teams by kind and status of the answer.',
  samrad_refusals_total: 'Requests turned away at the door.',
  samrad_sends_total: 'What came of each thing sent to Teams, and of each mail.',
  samrad_faults_total: 'Faults by name.',
  samrad_store_errors_total: 'Faults of the database.',
  samrad_events_total: 'Everything else the log tells.',
} as const;

const ofTheStore: ReadonlySet<string> = new Set(['SqliteError', 'DatabaseError', 'NoResultError']);

const gauge = (name: string, help: string, values: readonly (readonly [Labels, number])[]): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  ...values.map(([labels, value]) => `${name}${written(labels)} ${value}`),
];

const code = (value: unknown): string => {
  const said = String(value ?? 'none');
  return /^[A-Za-z][A-Za-z0-9.-]{0,39}$|^[1-5]\d\d$/.test(said) && !/K-[0-9A-Z]{5}/.test(said)
    ? said
    : 'other';
};

const written = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

/** Whether a request carries the token, in a time that tells nothing of it. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
