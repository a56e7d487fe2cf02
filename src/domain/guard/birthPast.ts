import { plausible } from './birthShapes.ts';
import { months, ordinals } from './dates.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

/** A date long past, in figures. */
const old =
  /(?<![\d\p{L}:/-])(?:19[2-9]\d|20(?:0\d|1[0-8]))(?:-\d\d-\d\d|\/\d\d\/\d\d|\.\d\d\.\d\d| \d\d \d\d|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d\p{L}/]|-(?!\p{L}{3})| \d)|(?<![\d\p{L}:/-])\d\d[-.]\d\d[-.](?:19[2-9]\d|20(?:0\d|1[0-8]))(?![\d\p{L}/-])|(?<![\d\p{L}:/-])(?:1 9 [2-9] \d|2 0 0 \d) \d \d \d \d(?! ?[\d/-])|(?<![\d\p{L}:/.-])[3-9]\d(?:-\d\d-\d\d|\.\d\d\.\d\d)(?![\d\p{L}/-]|\.\d)|(?<![\p{N}\p{L}:/.,+-]|\d )(?:[03-9]\d|1[0-2])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\p{N}\p{L}/:+-]|[.,]\d| \d| ?(?:kr|kronor|sek|%|st|personer)(?!\p{L}))|(?<![\d\p{L}:/-])\d{1,2}\/\d{1,2}(?: ?-? ?(?:19)?[3-9]\d| ?- ?(?:20)?(?:0\d|1[0-8])| 20(?:0\d|1[0-8]))(?!\d|[%/:\p{L}]|[.,-]\d| ?(?:kr|%))/gu;
/** What before it makes it a decision's, a spell's or an event's. */
const dated =
  /(?:sedan|från|fr\.?o\.?m\.?|t\.?o\.?m\.?|till|beslut\p{L}*|(?<!\p{L})dom|domen|dömd\p{L}*|avslag\p{L}*|lag\p{L}*|intyg\p{L}*|möte\p{L}*|ansök\p{L}*|ompröv\p{L}*|daterad\p{L}*|datum|utfärda\p{L}*|upprätta\p{L}*|inkom\p{L}*|besök\p{L}*|oper\p{L}*|inskriv\p{L}*|utskriv\p{L}*|vård\p{L}*|olyck\p{L}*|anställ\p{L}*|träd\p{L}*|version\p{L}*|nummer|decision|dated|(?<!\p{L})(?:since|from|until|on|and|och|den|senast|nr|kl\.?))[ (:]*$/u;
/** The same for a day, a month and two figures of the last century: who is to be somewhere until then? */
const datedSlash = new RegExp(dated.source.replace('|till|', '|'), 'u');
/** What stands behind a date of something else: of a period, of an errand in a register. */
const notBorn =
  /^ ?(?:- ?\d|kl(?:\.|ockan| )|[01]?\d[.:][0-5]\d|till|och (?:den )?\d|kr|t\.o\.m|(?:ligger |står |anges |är )?(?:som )?(?:start|slut|in|standard|besluts?)datum)/;
/** What such a date ends with. */
const yearBehind = /[\p{L}.,] (?:19[2-9]\d|20[01]\d|[-'](?:[03-9]\d|1[0-8]))/u;
/** A date long past with its month in words. */
const oldWorded = new RegExp(
  `(?<![\\d\\p{L}:/-])(?:\\d{1,2}:?[ae]?\\.?|${ordinals}) (?:${months})\\.?,? (?:19[2-9]\\d|20(?:0\\d|1[0-8])|[-'](?:[03-9]\\d|1[0-8]))(?!\\d|-)`,
  'gu',
);
/** A date that somebody or a paper gives. */
const stated = /(?:står|stod|uppger|säger)(?: (?:det|hon|han|hen|själv)){0,2} $/u;
/** What was overlooked when a paper was masked. */
const kept = /^ (?:står kvar|syns|är kvar|finns kvar|går att läsa)/;
/** What else may have happened on it. */
const happened =
  /(?:^|[^\p{L}])(?:(?:den|till|the|on|to) $|(?:sedan|från|fr|tom|t|efter|före|innan|beslut\p{L}*|dom|domen|döm\p{L}*|avslag\p{L}*|lag\p{L}*|\p{L}*intyg\p{L}*|möte\p{L}*|ansök\p{L}*|ompröv\p{L}*|datera\p{L}*|datum|utfärda\p{L}*|upprätta\p{L}*|in?kom\p{L}*|kom|besök\p{L}*|oper\p{L}*|inskriv\p{L}*|utskriv\p{L}*|\p{L}*vård\p{L}*|inlagd|olyck\p{L}*|skad\p{L}*|anställ\p{L}*|träd\p{L}*|version\p{L}*|gift\p{L}*|skil\p{L}*|separera\p{L}*|flytt\p{L}*|fly\p{L}*|anlän\p{L}*|invandra\p{L}*|dog|död\p{L}*|avled|avliden|försv\p{L}*|började|slutade|upphörde|sluta\p{L}*|sjuk\p{L}*|insjukna\p{L}*|jobb\p{L}*|arbet\p{L}*|uppehåll\p{L}*|medborgar\p{L}*|kontakt\p{L}*|påbörja\p{L}*|start\p{L}*|inle(?:tt|dde|ddes|ds)|diagnos\p{L}*|remi\p{L}*|placera\p{L}*|ärende\p{L}*|utred\p{L}*|avstämning\p{L}*|bokad\p{L}*|kalla\p{L}*|rond\p{L}*|examen|blev|fick|sade|since|from|until|decision|dated|moved|came|arrived|died|married|accident|admitted|employed|granted)(?!\p{L})[^.?!\n;]{0,40}$)/u;

/** The year of a date in figures. */
function yearOf(found: string): number {
  const whole = /(?:19|20)\d\d/.exec(found)?.[0];
  if (whole !== undefined) return Number(whole);
  const two = Number(/^\d{1,2}\//.test(found) ? found.slice(-2) : found.slice(0, 2));
  return two < 30 ? 2000 + two : 1900 + two;
}

/** Dates so long past that they are somebody's birthday, unless something says what else happened on them. */
export function longPast(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const lower = text.lowerFigures;
  const before = (at: number, reach: number): string => lower.slice(Math.max(0, at - reach), at);
  if (text.figures >= 3 && text.holds(trace.three | trace.signed) && yearBehind.test(lower))
    for (const { index, 0: found } of matches(oldWorded, lower, text.near(trace.figure))) {
      const end = index + found.length;
      if (kept.test(lower.slice(end)) || stated.test(before(index, 24)) || !happened.test(before(index, 60)))
        findings.push({ type: 'birthdate', start: index, end });
    }
  if (text.figures < 6 && !(text.figures >= 4 && text.holds(trace.stroke))) return findings;
  for (const { index, 0: found } of matches(old, lower, text.near(trace.figure))) {
    const end = index + found.length;
    if (!plausible(found) || notBorn.test(lower.slice(end))) continue;
    const figures = found.replace(/\D/g, '');
    // Day before month: nobody decides anything in a thirteenth month.
    const swapped = figures.length === 8 && Number(figures.slice(4, 6)) > 12;
    const other = /^\d{1,2}\/\d/.test(found) ? datedSlash : dated;
    // Of what is not so long past more may be told.
    const late = yearOf(found) >= 2010 && happened.test(before(index, 60));
    if (
      swapped ||
      /(?<!\p{L})h[aoe]n är från $/u.test(before(index, 16)) ||
      !(late || other.test(before(index, 24)))
    )
      findings.push({ type: 'birthdate', start: index, end });
  }
  return findings;
}
