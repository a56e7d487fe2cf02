import { z } from 'zod';
import { joined, type Span } from '../domain/spans.ts';

/** Graph takes at most 20 calendars at once, and a period of less than 62 days. */
export const mostCalendars = 20;
const mostMinutes = 61 * 1440;
const minuteMs = 60_000;
/** How finely the merged view is asked for: the grid on which meetings begin. */
const interval = 15;

/** A period in pieces that Graph takes, whole quarters of an hour. */
export function periods(from: Date, to: Date): Span[] {
  const first = Math.floor(from.getTime() / minuteMs / interval) * interval;
  const last = Math.ceil(to.getTime() / minuteMs / interval) * interval;
  const pieces: Span[] = [];
  for (let start = first; start < last; start += mostMinutes)
    pieces.push({ start, end: Math.min(start + mostMinutes, last) });
  return pieces;
}

const utc = (minute: number) => ({
  dateTime: new Date(minute * minuteMs).toISOString().slice(0, 19),
  timeZone: 'UTC',
});

/** What `getSchedule` is asked. */
export const question = (addresses: readonly string[], { start, end }: Span) => ({
  schedules: addresses,
  startTime: utc(start),
  endTime: utc(end),
  availabilityViewInterval: interval,
});

const moment = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const entry = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  scheduleItems: z.array(z.object({ status: z.string().nullish(), start: moment, end: moment })).nullish(),
  error: z.unknown().optional(),
});
const answer = z.object({ value: z.array(z.unknown()) });

/**
 * What an answer says of each address (lower case): when they are taken, or undefined for an entry that is an error, that
 * does not cover the whole period, or that is not as documented. An address that is not there was not answered.
 */
export function schedulesIn(body: unknown, period: Span): Map<string, readonly Span[] | undefined> {
  const found = new Map<string, readonly Span[] | undefined>();
  const read = answer.safeParse(body);
  for (const one of read.success ? read.data.value : []) {
    const id = z.object({ scheduleId: z.string() }).safeParse(one);
    if (!id.success) continue;
    const address = id.data.scheduleId.toLowerCase();
    // One that is told of twice, in two ways, is not known.
    const busy = found.has(address) ? undefined : busyIn(entry.safeParse(one).data, period);
    found.set(address, busy);
  }
  return found;
}

function busyIn(one: z.infer<typeof entry> | undefined, period: Span): readonly Span[] | undefined {
  if (!one || (one.error !== undefined && one.error !== null)) return undefined;
  const view = one.availabilityView ?? '';
  if (view.length < (period.end - period.start) / interval) return undefined;
  const busy: Span[] = [];
  // 0 is free or working elsewhere; 1, 2, 3 are tentative, busy, away. Whatever else may come is not free.
  for (const [place, slot] of [...view].entries()) {
    const start = period.start + place * interval;
    if (slot !== '0') busy.push({ start, end: start + interval });
  }
  for (const { status, start, end } of one.scheduleItems ?? []) {
    const [from, to] = [minuteOf(start), minuteOf(end)];
    if (from === undefined || to === undefined) return undefined;
    const isFree = ['free', 'workingelsewhere'].includes((status ?? '').toLowerCase());
    if (!isFree) busy.push({ start: Math.floor(from), end: Math.ceil(to) });
  }
  return joined(busy);
}

/** Epoch minutes; undefined where the zone is not the one that was asked for. */
function minuteOf({ dateTime, timeZone }: z.infer<typeof moment>): number | undefined {
  if (!/^(utc|etc\/utc|tzone:\/\/microsoft\/utc)$/i.test(timeZone ?? 'utc')) return undefined;
  const [, text] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/.exec(dateTime) ?? [];
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? undefined : at / minuteMs;
}
