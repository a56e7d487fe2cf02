/** A stretch of a working text. */
export type Stretch = { readonly from: number; readonly to: number };

/** What a long text holds, zone by zone: traces (`traces.ts`) and kinds of announcing words (`cues.ts`). */
export type Zones = { readonly traces: Int32Array; readonly cues: Int32Array };

/** A zone has two to the power of this many units; so many to each side of what is looked for are read with it. */
export const zone = 5;
const reach = 3;
/** A shorter text is read as a whole. */
const long = 512;

/** Empty zones for a text of this length; none for a short one. */
export function zonesFor(length: number): Zones | undefined {
  if (length < long) return undefined;
  const count = (length >> zone) + 1;
  return { traces: new Int32Array(count), cues: new Int32Array(count) };
}

/** Adds what other zones of the same text hold. */
export function join(zones: Zones | undefined, others: Zones | undefined): void {
  if (zones === undefined || others === undefined) return;
  for (let at = 0; at < zones.traces.length; at += 1) {
    zones.traces[at]! |= others.traces[at]!;
    zones.cues[at]! |= others.cues[at]!;
  }
}

/** The zones, with those around them, in which a bit is set: where each row of them begins and ends. */
function around(zones: Int32Array, bits: number): Stretch[] {
  const found: { from: number; to: number }[] = [];
  let last: { from: number; to: number } | undefined;
  for (let at = 0; at < zones.length; at += 1) {
    if ((zones[at]! & bits) === 0) continue;
    const [from, to] = [Math.max(0, at - reach) << zone, (at + reach + 1) << zone];
    if (last !== undefined && from <= last.to) last.to = to;
    else {
      last = { from, to };
      found.push(last);
    }
  }
  return found;
}

/** What two lists of stretches have in common. */
function both(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const from = Math.max(one[i]!.from, other[j]!.from);
    const to = Math.min(one[i]!.to, other[j]!.to);
    if (from < to) found.push({ from, to });
    if (one[i]!.to < other[j]!.to) i += 1;
    else j += 1;
  }
  return found;
}

/** The stretches around what holds one of these traces and, where asked, around such an announcing word too. */
export function stretchesOf({ traces, cues }: Zones, traced: number, cue: number): Stretch[] {
  if (cue === 0) return around(traces, traced);
  return traced === 0 ? around(cues, cue) : both(around(traces, traced), around(cues, cue));
}

/** The stretches around what holds one of these traces, or such an announcing word. */
export function stretchesOfEither({ traces, cues }: Zones, traced: number, cue: number): Stretch[] {
  return around(
    traces.map((held, at) => Number((held & traced) !== 0 || (cues[at]! & cue) !== 0)),
    1,
  );
}
