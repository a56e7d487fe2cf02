/** A stretch of time in epoch minutes, half open. */
export type Span = { readonly start: number; readonly end: number };

/** Spans in order, without empty ones, overlapping or touching ones joined; the list itself if it already is so. */
export function joined(spans: readonly Span[]): readonly Span[] {
  let ready = true;
  let ordered = true;
  let last = Number.NEGATIVE_INFINITY;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans) {
    if (start >= end || start <= reached) ready = false;
    if (start < last) ordered = false;
    last = start;
    reached = end;
  }
  if (ready) return spans;
  const result: Span[] = [];
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of ordered ? spans : [...spans].sort((a, b) => a.start - b.start)) {
    if (start >= end) continue;
    if (start > to) {
      if (from < to) result.push({ start: from, end: to });
      from = start;
    }
    to = Math.max(to, end);
  }
  if (from < to) result.push({ start: from, end: to });
  return result;
}

/** The time in either list, in any order; the result is in order and joined. */
export const union = (a: readonly Span[], b: readonly Span[]): Span[] => [...joined([...a, ...b])];

/** The time in both lists, in any order; the result is in order and joined. */
export const intersect = (a: readonly Span[], b: readonly Span[]): Span[] => overlap(joined(a), joined(b));

/** The same of lists that are in order and without overlap. */
export function overlap(left: readonly Span[], right: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i]!, right[j]!];
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) result.push({ start, end });
    if (one.end < other.end) i++;
    else j++;
  }
  return result;
}

/** The time in `a` and not in `b`, in any order; the result is in order and joined. */
export const subtract = (a: readonly Span[], b: readonly Span[]): Span[] => without(joined(a), b, 0);

/**
 * The time in `open`, which is in order and joined, that lies outside every busy span and `around` minutes on both sides
 * of it, in pieces of at least `least` minutes. One walk over both lists, so the cost is their sum; busy spans that turn
 * out to be out of order are sorted, and walked again.
 */
export function without(open: readonly Span[], busy: readonly Span[], around: number, least = 1): Span[] {
  const left: Span[] = [];
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  /** How far what has been passed reaches: a long span may go on behind many short ones. */
  let reach = Number.NEGATIVE_INFINITY;
  for (const { start, end } of open) {
    let from = reach > start ? reach : start;
    for (; next < busy.length; next++) {
      const span = busy[next]!;
      if (span.start < last) return without(open, sorted(busy), around, least);
      last = span.start;
      const begins = last - around;
      if (begins >= end) break;
      if (last >= span.end) continue;
      if (begins - from >= least) left.push({ start: from, end: begins });
      if (span.end + around > from) from = span.end + around;
    }
    if (end - from >= least) left.push({ start: from, end });
    reach = from;
  }
  for (; next < busy.length; next++) {
    const { start } = busy[next]!;
    if (start < last) return without(open, sorted(busy), around, least);
    last = start;
  }
  return left;
}

const sorted = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start);

/** Whether one span of a list that is in order and joined holds all of `start` to `end`. */
export function holds(spans: readonly Span[], start: number, end: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && end <= span.end;
}
