/** A place of a working text that another view reads otherwise. */
export type Spot = { readonly start: number; readonly end: number };
/** A stretch to read once more, and the places in it for whose sake; without them all that is found in it counts. */
export type Region = Spot & { readonly spots?: readonly Spot[] };

/** A text up to this length is read once more as a whole. */
const short = 1000;
/** How far to each side of a spot is read, and how far something found may stand from it: no detector looks further around. */
const reach = 240;
const touch = 110;

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a text can be cut here: at a space, and through no number, whatever stands between its figures. */
function parts(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x20) return false;
  for (let i = Math.max(0, at - 6); i <= at + 6 && i < text.length; i += 1)
    if (isFigure(text.charCodeAt(i))) return false;
  return true;
}

/** What must be read once more for the sake of these spots, in their order: little of a long text, as most of it is as it was. */
export function regionsAround(text: string, spots: readonly Spot[]): Region[] {
  if (text.length <= short) return [{ start: 0, end: text.length }];
  const regions: { start: number; end: number; spots: { start: number; end: number }[] }[] = [];
  let last: (typeof regions)[number] | undefined;
  for (const spot of spots) {
    if (last !== undefined && spot.start - reach <= last.end) {
      const near = last.spots.at(-1)!;
      // What lies between the two is told anyway.
      if (spot.start - touch <= near.end + touch) near.end = Math.max(near.end, spot.end);
      else last.spots.push({ ...spot });
    } else {
      const floor: number = last?.end ?? 0;
      let start = Math.max(floor, spot.start - reach);
      while (start > floor && !parts(text, start)) start -= 1;
      last = { start, end: 0, spots: [{ ...spot }] };
      regions.push(last);
    }
    let end = Math.max(last.end, Math.min(text.length, spot.end + reach));
    while (end < text.length && !parts(text, end)) end += 1;
    last.end = end;
  }
  return regions;
}

/** Whether something found, at places of the same text, is a region's to tell. */
export const tells = (region: Region, found: Spot): boolean =>
  region.spots === undefined ||
  region.spots.some((spot) => found.start <= spot.end + touch && found.end >= spot.start - touch);
