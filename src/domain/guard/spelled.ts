import type { View } from './flat.ts';
import { luhn } from './neutral.ts';
import type { Draft, Normalised } from './normalise.ts';
import { complete } from './normalise.ts';
import { figuresOf } from './numerals.ts';
import { copyOrigins, located, noOrigins, standFor } from './origins.ts';
import type { Region } from './regions.ts';
import { regionsAround } from './regions.ts';
import { joints, letters } from './spelledWords.ts';
import type { Word } from './words.ts';

/** What people say while they look for the next figure, and what takes the last one back. */
const pauses =
  /^(?:eh|öh|äh|hm|hmm|å|och|sen|sedan|liksom|alltså|va|mellanslag|typ|punkt|komma|paus|så|then|and|um|uh)$/;
const corrections = /^(?:nej|nä|näe|förlåt|ursäkta|fel|stryk|vänta|menar|jag|det|var|ska|vara|no|sorry)$/;
const beginsNumber =
  /^(?:no|en|et|tv|tr|tu|hu|fy|fe|se|sj|åt|åd|ni|ti|el|to|fj|ar|ad|tj|fö|ze|oh|on|tw|th|fo|fi|si|ei|te)/;

type Piece = { start: number; end: number; out: string; is: 'word' | 'figures' | 'letter' };

const figuresIn = (run: readonly Piece[]): string =>
  run.map(({ is, out }) => (is === 'letter' ? '' : out.replace(/\D/g, ''))).join('');

/** A run without what was taken back: as many pieces before the correction as make a whole number of what stays. */
function corrected(run: readonly Piece[], at: number): readonly Piece[] {
  const least = Math.max(0, at - 6);
  for (const whole of [
    (figures: string) => (figures.length === 10 || figures.length === 12) && luhn(figures.slice(-10)),
    (figures: string) => figures.length === 10 || figures.length === 12,
  ]) {
    for (let from = at; from >= least; from -= 1) {
      const left = [...run.slice(0, from), ...run.slice(at)];
      if (whole(figuresIn(left))) return left;
    }
  }
  return [...run.slice(0, Math.max(0, at - 1)), ...run.slice(at)];
}

/** The figures of "fyra tusen femhundraåttio" or "nittonhundra åttio", said in words of their own; undefined for other words. */
function thousands(said: string): string | undefined {
  if (!/(?:tusen|hundra) |[ \n](?:tusen|hundra)/u.test(said) || /[^\p{L} \n]/u.test(said)) return undefined;
  return figuresOf(said.replace(/[ \n]+/g, ''));
}

const stem =
  '(?:noll|tv[åa]|tre|fyr|fem|sex|sju(?!k)|åtta|åtti|ådde|åtte|ni[oatt]|tio|elva|tolv|fjort|arton|adert|tjug|fört|zero|oh |two|thr|thi|tw|fo[ur]|fiv|fif|six|seven|eigh|nine|ten)';
/** The least that a run holds: two number words next to each other, a figure beside one, a hundred, or one behind a street. */
const saysNumber = new RegExp(
  `(?<![a-zåäö])${stem}[a-zåäö]*[ ,.+\\n/…-]{1,5}(?:${stem}|\\d|ett|en |one|nej|nä|förlåt|streck|bindestreck|snedstreck|slash|minus|plus|dash|eh|öh|komma|punkt)|` +
    `\\d[ ,.…-]{1,5}${stem}|hundra|(?:gat|väg|vag|gränd|stig|allé|torg|back|led|plan|ring|vret|sväng|brink|by|gård|ng|lid)[a-zåäö]{0,2} ${stem}`,
);

/** Whether a word, or a part of it, is said where numbers are. */
function says({ lower, lexeme }: Word): boolean {
  lexeme.says ??= lower
    .split(/[^\p{L}]/u)
    .some(
      (part) =>
        part.length === 1 ||
        letters[part] !== undefined ||
        joints[part] !== undefined ||
        (beginsNumber.test(part) && figuresOf(part) !== undefined),
    );
  return lexeme.says;
}

/** Leads from a place to the next that says a letter or a figure. */
function saying({ everyWord, lower }: Normalised): (at: number) => number {
  const figure = /\d/g;
  let word = 0;
  let figureAt = -1;
  return (at) => {
    while (word < everyWord.length && (everyWord[word]!.end <= at || !says(everyWord[word]!))) word += 1;
    if (figureAt < at) {
      figure.lastIndex = at;
      figureAt = figure.exec(lower)?.index ?? lower.length;
    }
    return Math.min(figureAt, Math.max(at, everyWord[word]?.start ?? lower.length));
  };
}

/** Every run of number words in a text: figures beside them, pauses between them, corrections carried out. */
function runsIn(plain: Normalised): (readonly Piece[])[] {
  const { lower } = plain;
  if (!plain.announces('number') || !saysNumber.test(lower)) return [];
  const runs: (readonly Piece[])[] = [];
  let run: Piece[] = [];
  let fixes: number[] = [];
  let waits = 0;
  let last = 0;
  const close = (): void => {
    let kept: readonly Piece[] = run;
    const taken = new Set(fixes);
    // Nobody takes back more than a few figures of one number: longer talk is only rid of what went before each correction.
    if (run.length > 40 || fixes.length > 6) kept = run.filter((_, nth) => !taken.has(nth + 1));
    else for (const at of [...fixes].reverse()) if (at > 0 && at < run.length) kept = corrected(kept, at);
    while (
      kept.length > 0 &&
      kept.length < 4 &&
      /^(?:en|ett|one|oh)$/.test(lower.slice(kept[0]!.start, kept[0]!.end))
    )
      kept = kept.slice(1);
    if (kept.some(({ is }) => is === 'word') && (figuresIn(kept).length >= 4 || homes(kept) || plated(kept)))
      runs.push(kept);
    run = [];
    fixes = [];
    waits = 0;
  };
  const plated = (kept: readonly Piece[]): boolean =>
    figuresIn(kept).length >= 2 && /lll/.test(kept.map(({ is }) => is.charAt(0)).join(''));
  const homes = (kept: readonly Piece[]): boolean =>
    figuresIn(kept).length <= 3 && home.test(lower.slice(Math.max(0, kept[0]!.start - 14), kept[0]!.start));
  const token = /\p{L}+|\d+/gu;
  const next = saying(plain);
  for (;;) {
    // Between numbers only what can begin one is looked at.
    if (run.length === 0) token.lastIndex = next(token.lastIndex);
    const match = token.exec(lower);
    if (match === null) break;
    const said = match[0];
    const start = match.index;
    const end = start + said.length;
    const code = said.charCodeAt(0);
    const figures = code < 58;
    // "De sista fyra" says how many, not which.
    const counts =
      /^(?:fyra|four|4)$/.test(said) &&
      /(?:sista|last|the|de) $/.test(lower.slice(Math.max(0, start - 6), start));
    const number = figures ? said : (joints[said] ?? (beginsNumber.test(said) ? figuresOf(said) : undefined));
    const out = counts ? undefined : number;
    if (out === undefined && run.length === 0 && letters[said] === undefined && said.length > 1) continue;
    if (run.length > 0 && !/^[ ,.\-/+\n…]{0,5}$/.test(lower.slice(last, start))) close();
    if (out !== undefined) {
      const before = run.at(-1);
      const sum = before?.is === 'word' ? thousands(lower.slice(before.start, end)) : undefined;
      if (sum !== undefined) run.splice(-1, 1, { start: before!.start, end, out: sum, is: 'word' });
      else if (run.length > 0 || joints[said] === undefined)
        run.push({ start, end, out, is: figures ? 'figures' : 'word' });
      waits = 0;
    } else if (letters[said] !== undefined || said.length === 1) {
      run.push({ start, end, out: letters[said] ?? said, is: 'letter' });
    } else if (run.length > 0 && waits < 4 && (pauses.test(said) || corrections.test(said))) {
      if (/^(?:nej|nä|näe|förlåt|fel|stryk|no|sorry|ursäkta)$/.test(said) && fixes.at(-1) !== run.length)
        fixes.push(run.length);
      waits += 1;
    } else close();
    last = end;
  }
  close();
  return runs;
}
const home =
  /\p{L}{3}(?:gatan|vägen|vagen|gränd|gränden|stigen|allén|torget|backen|leden|plan|ringen|vreten|ngan|liden|svängen|brinken|byn|gården) $/u;

/**
 * The text with numbers that are read out word by word turned into figures ("åttiotvå elva nollfyra streck nio …"), or
 * undefined when it holds none: a run of number words that makes four figures, or a number behind a street.
 */
export function spelledOut(source: Draft, plain: Normalised): Normalised | undefined {
  const runs = runsIn(plain);
  return runs.length === 0 ? undefined : respelt(source, runs, { start: 0, end: source.text.length });
}

/** The same for no more of the text than those numbers stand in. */
export function spelledAround(source: Draft, plain: Normalised): View[] {
  const runs = runsIn(plain);
  if (runs.length === 0) return [];
  const spots = runs.map((run) => ({ start: run[0]!.start, end: run.at(-1)!.end }));
  let next = 0;
  return regionsAround(source.text, spots).map((region) => {
    const first = next;
    while (next < runs.length && runs[next]![0]!.start < region.end) next += 1;
    return { view: respelt(source, runs.slice(first, next), region), region };
  });
}

function respelt(source: Draft, runs: readonly (readonly Piece[])[], { start, end }: Region): Normalised {
  const origins = noOrigins();
  let text = '';
  let from = start;
  const copy = (until: number, pause: boolean): void => {
    if (until <= from) return;
    const kept = source.text.slice(from, until);
    text += pause ? kept.replaceAll(',', ' ') : kept;
    copyOrigins(origins, source.origins, from, until);
    from = until;
  };
  for (const run of runs) {
    const pairs = run.some(({ is, out }) => is === 'word' && out.length === 2);
    for (const [nth, piece] of run.entries()) {
      // "Noll sex" among pairs is one of them.
      const joined = pairs && run[nth - 1]?.out === '0' && piece.out.length === 1 && piece.is === 'word';
      if (joined) from = piece.start;
      // Between spoken groups a comma is only a pause, and so is all that was said and taken back.
      if (nth > 0 && /\p{L}/u.test(source.text.slice(from, piece.start))) from = piece.start - 1;
      copy(piece.start, nth > 0);
      const place = located(source.origins, piece.start, piece.end);
      text += piece.out;
      standFor(origins, piece.out.length, place.start, place.end);
      from = piece.end;
    }
  }
  copy(end, false);
  return complete({ text, origins });
}
