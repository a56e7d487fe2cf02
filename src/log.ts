/** The only fields a log line may have: codes, ids, counts and durations. What is not listed is dropped, not printed. */
const allowed = new Set([
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
]);

export type Line = { event: string; [field: string]: string | number | boolean | undefined };

/** Writes one JSON line; line breaks and control characters cannot make two of it. */
export function createLog(write: (line: string) => void, now: () => Date): (line: Line) => void {
  return (line) => {
    const kept = Object.fromEntries(
      Object.entries(line).filter(([name, value]) => allowed.has(name) && value !== undefined),
    );
    write(`${JSON.stringify({ at: now().toISOString(), ...kept })}\n`);
  };
}
