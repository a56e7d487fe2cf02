/** The only fields a log line may have: codes, ids, counts and durations. What is not listed is dropped, not printed. */
const allowed = [
  'event',
  'verb',
  'outcome',
  'association',
  'reference',
  'fault',
  'error',
  'types',
  'count',
  'ms',
  'kind',
  'status',
  'code',
  'invoke',
  'tenantListed',
  'path',
  'name',
  'place',
  'reason',
  'port',
  'mode',
  'chain',
] as const;

type Field = Exclude<(typeof allowed)[number], 'event'>;

/** One line of the log: a closed set of fields, none of which may hold what a person wrote, a token or a name. */
export type Line = { event: string } & { readonly [F in Field]?: string | number | boolean | undefined };

const listed: ReadonlySet<string> = new Set(allowed);

/** Writes one JSON line; line breaks and control characters cannot make two of it. */
export function createLog(write: (line: string) => void, now: () => Date): (line: Line) => void {
  return (line) => {
    const kept = Object.fromEntries(
      Object.entries(line).filter(([name, value]) => listed.has(name) && value !== undefined),
    );
    write(`${JSON.stringify({ at: now().toISOString(), ...kept })}\n`);
  };
}
