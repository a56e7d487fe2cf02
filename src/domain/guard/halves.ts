import { isDay } from './dates.ts';
import type { Normalised } from './normalise.ts';
import type { Window } from './runs.ts';
import { windowsOf } from './runs.ts';

/** Luhn's sum over figures whose last one is the check figure. */
function luhnSum(figures: string): number {
  let sum = 0;
  for (let i = 0; i < figures.length; i += 1) {
    const value = (figures.charCodeAt(figures.length - 1 - i) - 48) * (1 + (i % 2));
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

/** One half of a personal number that stands alone: its figures, and where it stands in the working text. */
export type Half = { readonly figures: string; readonly start: number; readonly end: number };

const formBefore = /(?:fk|blankett\p{L}*|formulär\p{L}*|lagen|sfs|sou|rum|nr|kl\.?|version) ?$/u;
const countedAfter =
  /^ ?(?:kr|kronor|sek|%|procent|timmar|tim|dagar|veckor|månader|mån|år|poäng|personer|st|mg|kg|km|hushåll|deltagare|platser|och|eller|[.,:/]\d)(?!\p{L})/u;

/** A group by itself, or several that one space or dot parts and nothing else stands beside. */
const alone = (window: Window): boolean =>
  window.whole && window.gaps.every((gap) => gap === window.gaps[0] && /^[ .-]?$/.test(gap));

/** The dates and the four last figures that stand in a text without each other. */
export function halvesOf(text: Normalised): { dates: Half[]; fours: Half[] } {
  const dates: Half[] = [];
  const fours: Half[] = [];
  for (const run of text.runs) {
    if (run.size > 8) continue;
    for (const window of windowsOf(run, 4, 8, (_, whole) => whole)) {
      const { figures, start, end } = window;
      if (!alone(window)) continue;
      if (figures.length === 4) {
        const year = Number(figures) >= 1990 && Number(figures) <= 2035;
        const told =
          formBefore.test(text.lower.slice(Math.max(0, start - 14), start)) ||
          countedAfter.test(text.lower.slice(end, end + 14));
        if (!year && !told) fours.push({ figures, start, end });
        continue;
      }
      const century = figures.length === 8 && /^(?:19|20)/.test(figures);
      if (figures.length !== 6 && !century) continue;
      const six = figures.slice(-6);
      const day = Number(six.slice(4));
      if (isDay(Number(six.slice(2, 4)), day > 60 ? day - 60 : day)) dates.push({ figures: six, start, end });
    }
  }
  return { dates, fours };
}

/** Halves that make a personal number together, by its check figure, have the same key: one from `dates`, one from `fours`. */
function key(half: Half, isDate: boolean): number {
  const sum = luhnSum(isDate ? `${half.figures}0000` : half.figures) % 10;
  return isDate ? sum : (10 - sum) % 10;
}

/** The halves of one text that stand near each other, the date first; where they are `told` to be halves, whatever the check figure. */
export function nearby({ dates, fours }: ReturnType<typeof halvesOf>, reach: number, told = false): Half[] {
  const found: Half[] = [];
  let from = 0;
  for (const date of dates) {
    while (from < fours.length && fours[from]!.start < date.end) from += 1;
    for (let i = from; i < fours.length && fours[i]!.start - date.end <= reach; i += 1) {
      if (!told && key(date, true) !== key(fours[i]!, false)) continue;
      found.push(date, fours[i]!);
      break;
    }
  }
  return found;
}

/** The halves of each text whose other half stands in another text, in the order of the texts. */
export function elsewhere(texts: readonly ReturnType<typeof halvesOf>[]): Half[][] {
  const places = (isDate: boolean): Map<number, Set<number>> => {
    const found = new Map<number, Set<number>>();
    for (const [nth, { dates, fours }] of texts.entries())
      for (const half of isDate ? dates : fours) {
        const at = key(half, isDate);
        found.set(at, (found.get(at) ?? new Set()).add(nth));
      }
    return found;
  };
  const [ofDates, ofFours] = [places(true), places(false)];
  const has = (others: Set<number> | undefined, nth: number): boolean =>
    others !== undefined && (others.size > 1 || !others.has(nth));
  return texts.map(({ dates, fours }, nth) => [
    ...dates.filter((half) => has(ofFours.get(key(half, true)), nth)),
    ...fours.filter((half) => has(ofDates.get(key(half, false)), nth)),
  ]);
}
