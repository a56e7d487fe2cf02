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

/** What kind of fault it was; its message may quote what a person wrote and is never logged. */
export const nameOfFault = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Where in the code it was thrown: the first places of the stack, without the message. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const frames = error.stack.slice(error.stack.indexOf(error.message) + error.message.length).split('\n');
  const places = frames.map((frame) => frame.trim()).filter((frame) => /^at .*:\d+:\d+\)?$/.test(frame));
  return places.slice(0, 4).join(' < ');
}
