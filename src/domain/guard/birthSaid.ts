import { plausible, trimmed, worded, year, ymd } from './birthShapes.ts';
import type { Cue } from './cues.ts';
import { months, ordinals } from './dates.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import { keyOf } from './nameKey.ts';
import { isFirstName } from './nameReading.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

/** A personal number whose four last figures are hidden. */
const hidden = /(?<!\d)(?<shown>(?:18|19|20)?\d{6})(?: ?[-+]? ?[x*_?]{4}| ?[-+] ?\.{4})(?!\p{L})/gu;
/** "030926 står som födelsedatum". */
const beforeBirth =
  /(?<![\d.-])(?<date>(?:19|20)\d\d-\d\d-\d\d|\d{6}|\d{1,2}[./]\d{1,2}[./](?:18|19|20)\d\d) (?:född|föddes|födda|syntyny?t|s\.|(?:står |är |anges |uppges )?(?:som )?(?:hans |hennes |hens |klientens )?födelse(?:datum|dag|tid))(?![a-zåäö])/gu;
const yearWord =
  '(?: (?:nittonhundra)?(?:tjugo|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)\\p{L}{0,6})';
const age = '(?:\\d{2}(?!\\d)|myndig|arton|nitton|(?:tju|tret|för|fem|sex|sjut|åt|nit)\\p{L}{1,8}(?!\\p{L}))';
/** "22:a juni fyller hon jämnt". */
const celebrated = new RegExp(
  `(?<!\\d)(?<date>${worded.replace(year, `(?:,? (?:19|20)\\d\\d|${yearWord})?`)}|\\d{1,2}/\\d{1,2})[,!.]? (?:fyll(?:er|de) (?:hon|han|hen|jag|vi|de|klienten|sonen|dottern|barnet|tvillingarna)(?!\\p{L})|(?:(?<=[!.] )|(?:då |när )?)(?:hon|han|hen|jag) (?:bl(?:ir|ev)|fyll(?:er|de)) ${age}|bl(?:ir|ev) (?:hon|han|hen|jag|klienten|sonen|dottern) ${age}|(?:är |på |som )?(?:(?:sin|hans|hennes|hens|klientens|min) )?(?:egen )?(?:(?:\\d{1,3}|\\p{L}{4,12})-?års|födelse)dag)`,
  'gu',
);
/** "Minstingen kom 11 oktober 2021", "blir myndig 8 november", "blir nitton 14 augusti". */
const arrived = new RegExp(
  `(?<!\\p{L})(?:(?:minsting\\p{L}*|baby(?:n|s)?|minst[ae] \\p{L}{3,9}|grabben|lill?kill?en|lillan|sladd\\p{L}*|yngst[ae]\\p{L}*(?: \\p{L}{3,9})?|lillasyster\\p{L}*|lillebror\\p{L}*|lillebrodern|tvilling\\p{L}*|bebis\\p{L}*|\\p{L}{0,12}barn(?:et|en)?|sonen|dottern|pojken|flickan|(?:första|andra|tredje|fjärde|femte) barnet)(?:, \\p{L}{2,20},)? (?:kom|anlände|såg dagens ljus)(?: till(?: världen)?| ut| som [^,.\\n]{2,24})?|(?:blir|bli|blev) (?:myndig|arton|nitton|(?:tju|tret|för|fem|sex|sjut|åt|nit)\\p{L}{1,5}(?:io|ti)?(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?|\\d\\d)(?: år)?),? (?:alltså )?(?:den )?(?<date>${worded}|\\d{1,2}/\\d{1,2}(?:[- /]{1,2}(?:\\d{4}|\\d\\d))?|${ymd})(?![\\d:.]\\d| (?:till|hit|hem|tillbaka|för|med|på|in)(?!\\p{L}))`,
  'gu',
);
/** "Sedan förlossningen 11 februari 2024". */
const delivered = new RegExp(
  `f[öo]rlossning(?:en)?,? (?:den |var )?(?<date>${worded.replace(year, '(?:,? (?:19|20)\\d\\d)?')}|${ymd})(?!\\d)`,
  'gu',
);
/** "Med enbart 011130 i rubriken": what somebody writes in place of a name. */
const only =
  /(?:enbart|endast|bara|heter|döpt till|skriv|ange) "?(?<date>(?:[013-9]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\p{N}\p{L}/:+-]|[.,]\d| \d| ?(?:kr|kronor|sek|%|st)(?!\p{L}))/gu;
/** Day, month and year with dots, where birth is spoken of. */
const dotted = /(?<![\d.:])\d\d\.\d\d\.(?:19|20)?\d\d(?![\d.:])/gu;
/** "År 1979, månad 08, dag 15", and a whole date said in words. */
const parted =
  /(?<!\p{L})(?:år(?:et)? (?:är )?)?(?<!\d)(?:19|20)?\d\d,? månad(?:en)? (?:\d{1,2}|\p{L}{3,9}),? (?:och )?dag(?:en)? (?:den )?(?:\d{1,2}(?!\d)|\p{L}{5,16})/gu;
const spoken = new RegExp(
  `(?<!\\p{L})(?:${ordinals}) (?:${months}) (?:nittonhundra(?:tjugo|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)?|tretti|fyrti|förti|femti|sexti|sjutti|åtti|nitti)\\p{L}{0,6}(?!\\p{L})|` +
    `(?<!\\p{L})(?:${ordinals}) i (?:${ordinals}) (?:nittonhundra)?(?:tjugo|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)\\p{L}{0,6}(?!\\p{L})`,
  'gu',
);
/** "Sönerna Malte och Otto, 120608 respektive 141001", each of the two. */
const offspring =
  '(?<!\\p{L})(?:s[öo]nerna|d[öo]ttrarna|barnen|syskonen|tvilling\\p{L}*|flickorna|pojkarna|bröderna|systrarna)(?!\\p{L})[^.?!\\n\\d]{0,40}[ ,(]{1,2}';
const elder = new RegExp(`${offspring}(?<date>\\d{6})(?![\\d-])`, 'gu');
const younger = new RegExp(
  `${offspring}\\d{6} (?:respektive|resp\\.?|och|samt|/) (?<date>\\d{6})(?![\\d-])`,
  'gu',
);
/** "Melker och Juni (170612)". */
const ofNamed =
  /(?<!\p{L})(?<name>\p{Lu}\p{Ll}{2,20}) \((?<date>(?:19|20)?\d{6}|(?:19|20)\d\d([-.])\d\d\3\d\d)(?=\))/gu;

/**
 * How a birthday is told without being announced: a shape, whose group `date` begins it or ends it, else the whole is the date;
 * what a text that has one holds, and by what it stands.
 */
type Said = {
  readonly shape: RegExp;
  readonly begins?: true;
  readonly asks: (text: Normalised, lower: string) => boolean;
  readonly traced: number;
  readonly cue?: Cue;
  /** The text with its capitals. */
  readonly cased?: true;
  readonly isDate?: (date: string, match: RegExpExecArray) => boolean;
};

const said: readonly Said[] = [
  {
    shape: celebrated,
    begins: true,
    asks: (text, lower) =>
      (text.numbered || text.announces('ordinal')) && / fyll|[se]dag| bl(?:ir|ev) /.test(lower),
    traced: 0,
    cue: 'birth',
    isDate: () => true,
  },
  {
    shape: arrived,
    asks: (text) => text.numbered && text.announces('came'),
    traced: trace.figure,
    cue: 'came',
    // What comes without a year is no birth; who becomes so old has a birthday.
    isDate: (date, [whole]) =>
      (/\d\d$/.test(date.replace(/^\d{1,2}/, '')) || /(?:^| )bl(?:ir|i|ev) /.test(whole)) && plausible(date),
  },
  { shape: dotted, asks: (text, lower) => text.figures >= 6 && lower.includes('föd'), traced: trace.figure },
  {
    shape: parted,
    asks: (text, lower) => text.numbered && lower.includes('månad'),
    traced: trace.figure,
    isDate: () => true,
  },
  {
    shape: spoken,
    asks: (text) => text.announces('ordinal') && text.announces('number'),
    traced: 0,
    cue: 'ordinal',
    isDate: () => true,
  },
  {
    shape: delivered,
    asks: (text, lower) => text.numbered && lower.includes('rlossning'),
    traced: trace.figure,
    isDate: () => true,
  },
  {
    shape: only,
    asks: (text, lower) =>
      text.holds(trace.six) && /bart |bara |endast |heter |döpt |skriv |ange /.test(lower),
    traced: trace.six,
  },
  {
    shape: hidden,
    asks: (text) => text.holds(trace.six),
    traced: trace.six,
    isDate: (_, { groups }) => plausible(groups!.shown!),
  },
  ...[elder, younger].map((shape) => ({
    shape,
    asks: (text: Normalised, lower: string) =>
      text.holds(trace.six) &&
      /s[öo]nerna|d[öo]ttrarna|barnen|syskonen|tvilling|flickorna|pojkarna|bröderna|systrarna/.test(lower),
    traced: trace.six,
  })),
  {
    shape: ofNamed,
    asks: (text) => text.figures >= 6 && text.holds(trace.open),
    traced: trace.open,
    cased: true,
    isDate: (date, { groups }) => isFirstName(keyOf(groups!.name!.toLowerCase())) && plausible(date),
  },
  {
    shape: beforeBirth,
    begins: true,
    asks: (text) => text.figures >= 5 && text.announces('birth'),
    traced: trace.figure,
    cue: 'birth',
  },
];

/** Birthdays by what is said of the day: who arrived, who is celebrated, what a number was masked to. */
export function saidBirths(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const lower = text.lowerFigures;
  for (const { shape, begins, asks, traced, cue, cased, isDate = plausible } of said) {
    if (!asks(text, lower)) continue;
    for (const match of matches(shape, cased ? text.text : lower, text.near(traced, cue))) {
      const whole = match[0];
      const part = match.groups?.date;
      const start = match.index + (begins || part === undefined ? 0 : whole.length - part.length);
      const found = part === undefined ? whole : trimmed(part);
      if (!isDate(found, match)) continue;
      findings.push({ type: 'birthdate', start, end: start + found.length });
    }
  }
  return findings;
}
