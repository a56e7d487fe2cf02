/**
 * Where each unit of a working text stood in the original: as few stretches as will tell it. A stretch begins `at` a place of
 * the working text and was found `from` a place of the original; `to` is its end there when all of its units stand for the
 * whole of it, and -1 when each stands for the unit that it was.
 */
export type Origins = { readonly at: number[]; readonly from: number[]; readonly to: number[]; size: number };

const each = -1;

export const noOrigins = (): Origins => ({ at: [], from: [], to: [], size: 0 });

/** Adds `size` units that stood one by one from a place of the original on. */
export function stood(origins: Origins, size: number, from: number): void {
  if (size === 0) return;
  const last = origins.at.length - 1;
  const goesOn =
    last >= 0 && origins.to[last] === each && origins.from[last]! + origins.size - origins.at[last]! === from;
  if (!goesOn) open(origins, from, each);
  origins.size += size;
}

/** Adds `size` units that stand for one stretch of the original together. */
export function standFor(origins: Origins, size: number, from: number, to: number): void {
  if (size === 0) return;
  if (size === 1 && to === from + 1) {
    stood(origins, 1, from);
    return;
  }
  open(origins, from, to);
  origins.size += size;
}

function open(origins: Origins, from: number, to: number): void {
  origins.at.push(origins.size);
  origins.from.push(from);
  origins.to.push(to);
}

/** The stretch that holds a place of the working text, found by halving. */
function stretchOf({ at }: Origins, place: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Adds what stood between two places of another working text; that one may be the original itself. */
export function copyOrigins(origins: Origins, source: Origins | undefined, start: number, end: number): void {
  if (source === undefined) {
    stood(origins, end - start, start);
    return;
  }
  let place = start;
  for (let nth = stretchOf(source, start); place < end; nth += 1) {
    const until = Math.min(end, source.at[nth + 1] ?? source.size);
    const from = source.from[nth]!;
    if (source.to[nth] === each) stood(origins, until - place, from + place - source.at[nth]!);
    else standFor(origins, until - place, from, source.to[nth]!);
    place = until;
  }
}

/** Where a stretch of the working text stood. */
export function located(
  origins: Origins | undefined,
  start: number,
  end: number,
): { start: number; end: number } {
  if (origins === undefined) return { start, end };
  if (start >= origins.size || end <= 0 || end > origins.size) return { start: 0, end: 0 };
  const first = stretchOf(origins, start);
  const last = stretchOf(origins, end - 1);
  const to = origins.to[last]!;
  return {
    start: origins.from[first]! + (origins.to[first] === each ? start - origins.at[first]! : 0),
    end: to === each ? origins.from[last]! + end - origins.at[last]! : to,
  };
}
