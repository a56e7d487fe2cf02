import { birthPairs } from './birthPairs.ts';
import { anyDate, plausible, trimmed, worded, year, ymd } from './birthShapes.ts';
import { months, ordinals } from './dates.ts';
import type { Finding } from './finding.ts';
import { announcedBy, matches } from './matches.ts';
import { keyOf } from './nameKey.ts';
import { isFirstName } from './nameReading.ts';
import type { Normalised } from './normalise.ts';
import { isPart, trace } from './traces.ts';

const anchored = new RegExp(anyDate, 'uy');
const birthCue =
  /(?<![a-zåäö])(?:f[öo]dd?[ae]?|fdd|f[öo]tt|f[öo]ddes|nyf[öo]dd[ae]?|f[öo]delse(?:n|:)?(?!\p{L})|[åa]ldersbed[öo]mning\p{L}*|f[öo]delse(?:datum(?:et)?|datan?|dag(?:en|ar)?|dat|tid(?:en)?)|f\.?[- ]?dat(?:um(?:et)?)?|f\.(?! ?d)|f:|f(?= ?\d)(?! ?\d\d\.\d{1,2}[a-z]?(?![\d.]))|(?:kom|komm?it)(?: (?:hon|han|hen|\p{L}{2,12}))? till världen|såg dagens ljus|firar|firade|synty\p{L}*|geb(?:oren)?|urodz\p{L}*|born|birth(?:day| ?date)?|date of birth|d\.?o\.?b\.?|åå(?:åå)?mmdd|yy(?:yy)?mmdd|(?:sex|åtta) första(?: siffrorna)?|fyll(?:er|a)(?: \d{1,3}(?![\d/.])(?: år)?)?|fyllde(?: \d{1,3}(?![\d/.])(?: år)?)?|turn(?:s|ed) \d{1,3})(?!\p{L})/uy;
const identityCue =
  /(?<![a-zåäö])(?:pnr|personnummer|personnumret|personnr|samordningsnummer|id-nummer)(?!\p{L})/uy;

// A written-out date long past, with no word before it that makes it a decision, a spell or an event.
const old =
  /(?<![\d\p{L}:/-])(?:19[2-9]\d|200[0-9])(?:-\d\d-\d\d|\/\d\d\/\d\d|\.\d\d\.\d\d| \d\d \d\d|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d\p{L}/-]| \d)|(?<![\d\p{L}:/-])\d\d[-.]\d\d[-.](?:19[2-9]\d|200[0-9])(?![\d\p{L}/-])|(?<![\d\p{L}:/-])(?:1 9 [2-9] \d|2 0 0 \d) \d \d \d \d(?! ?[\d/-])|(?<![\d\p{L}:/.-])[3-9]\d(?:-\d\d-\d\d|\.\d\d\.\d\d)(?![\d\p{L}/-]|\.\d)|(?<![\p{N}\p{L}:/.,+-]|\d )(?:[03-9]\d|1[0-2])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\p{N}\p{L}/:+-]|[.,]\d| \d| ?(?:kr|kronor|sek|%|st|personer)(?!\p{L}))|(?<![\d\p{L}:/-])\d{1,2}\/\d{1,2} ?-? ?(?:19)?[3-9]\d(?!\d|[%/:\p{L}]|[.,-]\d| ?(?:kr|%))/gu;
const dated =
  /(?:sedan|från|fr\.?o\.?m\.?|t\.?o\.?m\.?|till|beslut\p{L}*|dom|domen|dömd\p{L}*|avslag\p{L}*|lag\p{L}*|intyg\p{L}*|möte\p{L}*|ansök\p{L}*|ompröv\p{L}*|daterad\p{L}*|datum|utfärda\p{L}*|upprätta\p{L}*|inkom\p{L}*|besök\p{L}*|oper\p{L}*|inskriv\p{L}*|utskriv\p{L}*|vård\p{L}*|olyck\p{L}*|anställ\p{L}*|träd\p{L}*|version\p{L}*|since|from|until|decision|dated|on|and|och|den|senast|nr|nummer|kl\.?)[ (:]*$/u;

/** The same for a day, a month and two figures of the last century: who is to be somewhere until then? */
const datedSlash = new RegExp(dated.source.replace('|till|', '|'), 'u');

/** What stands behind a date of something else: of a period, of an errand in a register. */
const notBorn =
  /^ ?(?:- ?\d|till|och (?:den )?\d|kr|t\.o\.m|(?:ligger |står |anges |är )?(?:som )?(?:start|slut|in|standard|besluts?)datum)/;

// A personal number whose four last figures are hidden, and somebody's relation with a date in brackets.
const hidden = /(?<!\d)((?:18|19|20)?\d{6})(?: ?[-+]? ?[x*_?]{4}| ?[-+] ?\.{4})(?!\p{L})/gu;
const child =
  /(?<![a-zåäö])(?:son|sonen|dotter|dottern|barn|barnet|pojke|pojken|flicka|flickan|bebis|bebisen|tvilling[a-zåäö]*|barn \d)[ ,:]{1,3}((?:19|20)\d\d-\d\d-\d\d|\d\d[01]\d[0-3]\d)(?![\d\p{L}]| ?(?:-|till|t\.o\.m|och \d))/uy;
const beforeBirth =
  /(?<![\d.-])((?:19|20)\d\d-\d\d-\d\d|\d{6}|\d{1,2}[./]\d{1,2}[./](?:18|19|20)\d\d) (?:född|föddes|födda|syntyny?t|s\.|(?:står |är |anges |uppges )?(?:som )?(?:hans |hennes |hens |klientens )?födelse(?:datum|dag|tid))(?![a-zåäö])/gu;
const yearWord =
  '(?: (?:nittonhundra)?(?:tjugo|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)\\p{L}{0,6})';
const celebrated = new RegExp(
  `(?<!\\d)(${worded.replace(year, `(?:,? (?:19|20)\\d\\d|${yearWord})?`)}|\\d{1,2}/\\d{1,2}),? (?:fyll(?:er|de) (?:hon|han|hen|jag|vi|de|klienten|sonen|dottern|barnet|tvillingarna)(?!\\p{L})|(?:då |när )?(?:hon|han|hen|jag) (?:bl(?:ir|ev)|fyll(?:er|de)) (?:\\d{2}(?!\\d)|myndig|arton|nitton|(?:tju|tret|för|fem|sex|sjut|åt|nit)\\p{L}{1,8}(?!\\p{L}))|bl(?:ir|ev) (?:hon|han|hen|jag|klienten|sonen|dottern) (?:\\d{2}(?!\\d)|myndig|arton|nitton|(?:tju|tret|för|fem|sex|sjut|åt|nit)\\p{L}{1,8}(?!\\p{L}))|(?:är |på |som )?(?:(?:sin|hans|hennes|hens|klientens|min) )?(?:egen )?(?:(?:\\d{1,3}|\\p{L}{4,12})-?års|födelse)dag)`,
  'gu',
);
/** "Minstingen kom 11 oktober 2021", "blir myndig 8 november", "blir nitton 14 augusti". */
const arrived = new RegExp(
  `(?<!\\p{L})(?:(?:minsting\\p{L}*|baby(?:n|s)?|minst[ae] \\p{L}{3,9}|grabben|lill?kill?en|lillan|sladdis\\p{L}*|yngst[ae]\\p{L}*(?: \\p{L}{3,9})?|lillasyster\\p{L}*|lillebror\\p{L}*|lillebrodern|tvilling\\p{L}*|bebis\\p{L}*|barn(?:et|en)?|sonen|dottern|pojken|flickan|(?:första|andra|tredje|fjärde|femte) barnet)(?:, \\p{L}{2,20},)? (?:kom|anlände|såg dagens ljus)(?: till världen| ut| som [^,.\\n]{2,24})?|(?:blir|bli|blev) (?:myndig|arton|nitton|(?:tju|tret|för|fem|sex|sjut|åt|nit)\\p{L}{1,5}(?:io|ti)?(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?|\\d\\d)(?: år)?),? (?:den )?(${worded}|\\d{1,2}/\\d{1,2}(?:[- /]{1,2}(?:\\d{4}|\\d\\d))?|${ymd})(?![\\d:.]\\d| (?:till|hit|hem|tillbaka|för|med|på|in)(?!\\p{L}))`,
  'gu',
);
/** "Sedan förlossningen 11 februari 2024". */
const delivered = new RegExp(
  `f[öo]rlossning(?:en)?,? (?:den |var )?(${worded.replace(year, '(?:,? (?:19|20)\\d\\d)?')}|${ymd})(?!\\d)`,
  'gu',
);
/** "Med enbart 011130 i rubriken": what somebody writes in place of a name. */
const only =
  /(?:enbart|endast|bara|heter|döpt till|skriv|ange) "?((?:[013-9]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\p{N}\p{L}/:+-]|[.,]\d| \d| ?(?:kr|kronor|sek|%|st)(?!\p{L}))/gu;
const onlyHint = /bart |bara |endast |heter |döpt |skriv |ange /;
/** Day, month and year with dots, where birth is spoken of. */
const dotted = /(?<![\d.:])\d\d\.\d\d\.(?:19|20)?\d\d(?![\d.:])/gu;
/** What such a date ends with. */
const yearBehind = /[\p{L}.,] (?:19[2-9]\d|200\d|[-'][3-9]\d)/u;
/** A date long past with its month in words. */
const oldWorded = new RegExp(
  `(?<![\\d\\p{L}:/-])(?:\\d{1,2}:?[ae]?\\.?|${ordinals}) (?:${months})\\.?,? (?:19[2-9]\\d|200\\d|[-'][3-9]\\d)(?!\\d|-)`,
  'gu',
);
/** A date that somebody or a paper gives. */
const stated = /(?:står|stod|uppger|säger)(?: (?:det|hon|han|hen|själv)){0,2} $/u;
/** What was overlooked when a paper was masked. */
const kept = /^ (?:står kvar|syns|är kvar|finns kvar|går att läsa)/;
/** What else may have happened on it. */
const happened =
  /(?:^|[^\p{L}])(?:(?:den|till|the|on|to) $|(?:sedan|från|fr|tom|t|efter|före|innan|beslut\p{L}*|dom|domen|döm\p{L}*|avslag\p{L}*|lag\p{L}*|\p{L}*intyg\p{L}*|möte\p{L}*|ansök\p{L}*|ompröv\p{L}*|datera\p{L}*|datum|utfärda\p{L}*|upprätta\p{L}*|in?kom\p{L}*|kom|besök\p{L}*|oper\p{L}*|inskriv\p{L}*|utskriv\p{L}*|\p{L}*vård\p{L}*|inlagd|olyck\p{L}*|skad\p{L}*|anställ\p{L}*|träd\p{L}*|version\p{L}*|gift\p{L}*|skil\p{L}*|separera\p{L}*|flytt\p{L}*|fly\p{L}*|anlän\p{L}*|invandra\p{L}*|dog|död\p{L}*|avled|avliden|försv\p{L}*|började|slutade|upphörde|sluta\p{L}*|sjuk\p{L}*|insjukna\p{L}*|jobb\p{L}*|arbet\p{L}*|uppehåll\p{L}*|medborgar\p{L}*|examen|blev|fick|sade|since|from|until|decision|dated|moved|came|arrived|died|married|accident|admitted|employed|granted)(?!\p{L})[^.?!\n;]{0,40}$)/u;
/** "År 1979, månad 08, dag 15", and a whole date said in words. */
const parted =
  /(?<!\p{L})(?:år(?:et)? (?:är )?)?(?<!\d)(?:19|20)?\d\d,? månad(?:en)? (?:\d{1,2}|\p{L}{3,9}),? (?:och )?dag(?:en)? (?:den )?(?:\d{1,2}(?!\d)|\p{L}{5,16})/gu;
const spoken = new RegExp(
  `(?<!\\p{L})(?:${ordinals}) (?:${months}) (?:nittonhundra(?:tjugo|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)?|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)\\p{L}{0,6}(?!\\p{L})|` +
    `(?<!\\p{L})(?:${ordinals}) i (?:${ordinals}) (?:nittonhundra)?(?:tjugo|trettio|fyrtio|förtio|femtio|sextio|sjuttio|åttio|nittio)\\p{L}{0,6}(?!\\p{L})`,
  'gu',
);
/** "Sönerna Malte och Otto, 120608 respektive 141001". */
const children =
  /(?<!\p{L})(?:s[öo]nerna|d[öo]ttrarna|barnen|syskonen|tvillingarna)(?!\p{L})[^.?!\n\d]{0,40}[ ,(]{1,2}(\d{6})(?: (?:respektive|resp\.?|och|samt|\/) (\d{6}))?(?![\d-])/gu;
/** "Melker och Juni (170612)". */
const ofNamed = /(?<!\p{L})(\p{Lu}\p{Ll}{2,20}) \(((?:19|20)?\d{6}|(?:19|20)\d\d([-.])\d\d\3\d\d)\)/gu;
/** Another day behind a birthday: `3 juni 2015 och 2018-11-27`, that of a sister or brother. */
const next = /(?: ?,| ?\/| och| samt| resp\.?| and| &) (?:den )?/uy;
const kin =
  /(?<![a-zåäö])(?:son|sonen|dotter|dottern|barn|barnet|pojken|flickan|make|maken|maka|makan|sambo|sambon|mamma|mamman|pappa|pappan|bror|brodern|syster|systern|klient|klienten|pojke|flicka|tjej|kille|vårdtagaren|brukaren|patienten|pat|sökanden|kvinnan|kvinna|mannen|tvilling\p{L}*|client|patient|son|daughter|hustrun?|frun|svärmor|svärmodern|svärfar|svärfadern|styvson(?:en)?|styvdotter(?:n)?|wife|husband|mother|father|sister|brother)(?!\p{L})[^\n.()]{0,40}\(((?:19|20)\d\d([- .])\d\d\2\d\d|(?:19|20)?\d{6}|\d{1,2}\/\d{1,2} ?-? ?(?:19|20)?\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2} \p{L}{3,9} (?:19|20)\d\d)[),]/uy;

const stops = '?!\n;';
/** Dates of birth: a date behind a word of birth or identity, a masked personal number, an old date in a list of particulars. */
export function birthdate(text: Normalised): Finding[] {
  const found = told(text);
  return found.length === 0 ? found : [...found, ...birthPairs(text, found)];
}

function told(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const lower = text.lowerFigures;
  const add = (start: number, end: number): void => {
    findings.push({ type: 'birthdate', start, end });
  };
  const others = (from: number): void => {
    for (let at = from, n = 0; n < 6; n += 1) {
      next.lastIndex = at;
      const joint = next.exec(lower);
      if (joint === null) return;
      anchored.lastIndex = at + joint[0].length;
      const found = anchored.exec(lower);
      if (found === null || found[0].replace(/\D/g, '').length < 6 || !plausible(trimmed(found[0]))) return;
      at = anchored.lastIndex - found[0].length + trimmed(found[0]).length;
      add(at - trimmed(found[0]).length, at);
    }
  };
  const behind = (from: number, reach: number): void => {
    for (let at = from; at < from + reach && at < lower.length; at += 1) {
      if (
        (stops.includes(lower.charAt(at)) && !(at === from && /^\? \d/.test(lower.slice(at)))) ||
        (lower.charAt(at) === '.' && / \p{Lu}/u.test(text.text.slice(at + 1, at + 3)))
      )
        return;
      if (!isPart(lower, at) || (at > from && isPart(lower, at - 1))) continue;
      anchored.lastIndex = at;
      const match = anchored.exec(lower);
      if (match === null) continue;
      const found = trimmed(match[0]);
      if (!plausible(found)) continue;
      if (
        /^\d{4}$/.test(found) &&
        !/födelsedag\p{L}*[^.?!\n]*$/u.test(lower.slice(Math.max(0, from - 16), at))
      )
        continue;
      // "sedan" between the cue and the date makes it another date.
      if (/(?:sedan|sjukskriven|inskriven|beslut|ansök|kom till)/.test(lower.slice(from, at))) return;
      add(at, at + found.length);
      others(at + found.length);
      return;
    }
  };
  const announced = text.announces('birth');
  for (const match of announced && (text.numbered || text.announces('ordinal'))
    ? announcedBy(birthCue, text, 'birth', lower)
    : [])
    behind(match.index + match[0].length, 45);
  if ((text.numbered || text.announces('ordinal')) && / fyll|[se]dag| bl(?:ir|ev) /.test(lower))
    for (const match of matches(celebrated, lower, text.near(0, 'birth')))
      add(match.index, match.index + match[1]!.length);
  if (text.numbered && text.announces('came'))
    for (const match of matches(arrived, lower, text.near(trace.figure, 'came'))) {
      const end = match.index + match[0].length;
      const found = trimmed(match[1]!);
      const dated = /(?:18|19|20)?\d\d$/.test(found.replace(/^\d{1,2}/, ''));
      // What comes without a year is no birth; who becomes so old has a birthday.
      if ((dated || / bl(?:ir|i|ev) |^bl(?:ir|i|ev) /.test(match[0])) && plausible(found))
        add(end - match[1]!.length, end - match[1]!.length + found.length);
    }
  if (text.figures >= 6 && lower.includes('föd'))
    for (const match of matches(dotted, lower, text.near(trace.figure)))
      if (plausible(match[0])) add(match.index, match.index + match[0].length);
  if (text.figures >= 3 && yearBehind.test(lower))
    for (const match of matches(oldWorded, lower, text.near(trace.figure)))
      if (
        kept.test(lower.slice(match.index + match[0].length)) ||
        stated.test(lower.slice(Math.max(0, match.index - 24), match.index)) ||
        !happened.test(lower.slice(Math.max(0, match.index - 60), match.index))
      )
        add(match.index, match.index + match[0].length);
  if (text.numbered && lower.includes('månad'))
    for (const match of matches(parted, lower, text.near(trace.figure)))
      add(match.index, match.index + match[0].length);
  if (text.announces('ordinal') && text.announces('number'))
    for (const match of matches(spoken, lower, text.near(0, 'ordinal')))
      add(match.index, match.index + match[0].length);
  if (text.numbered && lower.includes('rlossning'))
    for (const match of matches(delivered, lower, text.near(trace.figure)))
      add(match.index + match[0].length - match[1]!.length, match.index + match[0].length);
  if (text.figures < 4) return findings;
  if (text.holds(trace.six) && onlyHint.test(lower))
    for (const match of matches(only, lower, text.near(trace.six)))
      if (plausible(match[1]!)) add(match.index + match[0].length - 6, match.index + match[0].length);
  for (const match of announced && text.holds(trace.six)
    ? announcedBy(identityCue, text, 'birth', lower)
    : []) {
    const rest = /^[^\d\n]{0,30}(\d{8}|\d{6})(?![\d]|[-+ ]{0,3}\d{4})/.exec(
      lower.slice(match.index, match.index + 60),
    );
    if (rest === null) continue;
    const end = match.index + rest[0].length;
    add(end - rest[1]!.length, end);
  }
  for (const match of text.holds(trace.six) ? matches(hidden, text.lower, text.near(trace.six)) : []) {
    if (plausible(match[1]!)) add(match.index, match.index + match[0].length);
  }
  for (const match of text.figures >= 6 || text.holds(trace.stroke)
    ? matches(old, lower, text.near(trace.figure))
    : []) {
    if (!plausible(match[0])) continue;
    const figures = match[0].replace(/\D/g, '');
    const swapped = figures.length === 8 && Number(figures.slice(4, 6)) > 12;
    const lead = /^\d{1,2}\/\d/.test(match[0]) ? datedSlash : dated;
    if (!swapped && lead.test(lower.slice(Math.max(0, match.index - 24), match.index))) continue;
    if (notBorn.test(lower.slice(match.index + match[0].length))) continue;
    add(match.index, match.index + match[0].length);
  }
  if (text.holds(trace.six) && /s[öo]nerna|d[öo]ttrarna|barnen|syskonen|tvillingarna/.test(lower))
    for (const match of matches(children, lower, text.near(trace.six))) {
      const at = match.index + match[0].indexOf(match[1]!);
      if (plausible(match[1]!)) add(at, at + 6);
      if (match[2] !== undefined && plausible(match[2]))
        add(match.index + match[0].length - 6, match.index + match[0].length);
    }
  if (text.figures >= 6 && text.holds(trace.open))
    for (const match of matches(ofNamed, text.text, text.near(trace.open)))
      if (isFirstName(keyOf(match[1]!.toLowerCase())) && plausible(match[2]!)) {
        const end = match.index + match[0].length - 1;
        add(end - match[2]!.length, end);
      }
  if (!announced || text.figures < 5) return findings;
  for (const match of announcedBy(child, text, 'birth', lower)) {
    const end = match.index + match[0].length;
    if (plausible(match[1]!)) add(end - match[1]!.length, end);
  }
  for (const match of matches(beforeBirth, lower, text.near(trace.figure, 'birth')))
    if (plausible(match[1]!)) add(match.index, match.index + match[1]!.length);
  if (!lower.includes('(')) return findings;
  for (const match of announcedBy(kin, text, 'birth', lower)) {
    const end = match.index + match[0].length - 1;
    add(end - match[1]!.length, end);
  }
  return findings;
}
