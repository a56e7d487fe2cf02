/** What kind of fault it was; its message may quote what a person wrote and is never logged. */
export const nameOfFault = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Where in the code it was thrown: the first places of the stack, without the message. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const frames = error.stack.slice(error.stack.indexOf(error.message) + error.message.length).split('\n');
  const places = frames.map((frame) => frame.trim()).filter((frame) => /^at .*:\d+:\d+\)?$/.test(frame));
  return places.slice(0, 4).join(' < ');
}
