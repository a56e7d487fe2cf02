import { anyDate, plausible, trimmed } from './birthShapes.ts';
import type { Finding } from './finding.ts';
import { announcedBy } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { isPart, trace } from './traces.ts';

const anchored = new RegExp(anyDate, 'uy');
/** What announces a birthday. */
const birthCue =
  /(?<![a-zåäö])(?:f[öo]dd?[ae]?|fdd|f[öo]tt|f[öo]ddes|nyf[öo]dd[ae]?|f[öo]delse(?:n|:)?(?!\p{L})|[åa]ldersbed[öo]mning\p{L}*|f[öo]delse(?:datum(?:et)?|datan?|dag(?:en|ar)?|dat|tid(?:en)?)|f\.?[- ]?dat(?:um(?:et)?)?|f\.(?! ?d)|f:|f(?= ?\d)(?! ?\d\d\.\d{1,2}[a-z]?(?![\d.]))|(?:kom|komm?it)(?: (?:hon|han|hen|\p{L}{2,12}))? till världen|såg dagens ljus|firar|firade|synty\p{L}*|geb(?:oren)?|urodz\p{L}*|born|birth(?:day| ?date)?|date of birth|d\.?o\.?b\.?|åå(?:åå)?mmdd|yy(?:yy)?mmdd|(?:sex|åtta) första(?: siffrorna)?|fyll(?:er|a)(?: \d{1,3}(?![\d/.])(?: år)?)?|fyllde(?: \d{1,3}(?![\d/.])(?: år)?)?|turn(?:s|ed) \d{1,3})(?!\p{L})/uy;
/** What announces a number that begins with one. */
const identityCue =
  /(?<![a-zåäö])(?:pnr|personnummer|personnumret|personnr|samordningsnummer|id-nummer)(?!\p{L})/uy;
/** Somebody's child, and the day. */
const child =
  /(?<![a-zåäö])(?:son|sonen|dotter|dottern|barn|barnet|pojke|pojken|flicka|flickan|bebis|bebisen|tvilling[a-zåäö]*|barn \d)[ ,:]{1,3}((?:19|20)\d\d-\d\d-\d\d|\d\d[01]\d[0-3]\d)(?![\d\p{L}]| ?(?:-|till|t\.o\.m|och \d))/uy;
/** Somebody, and the day in brackets. */
const kin =
  /(?<![a-zåäö])(?:son|sonen|dotter|dottern|barn|barnet|pojken|flickan|make|maken|maka|makan|sambo|sambon|mamma|mamman|pappa|pappan|bror|brodern|syster|systern|klient|klienten|pojke|flicka|tjej|kille|vårdtagaren|brukaren|patienten|pat|sökanden|kvinnan|kvinna|mannen|tvilling\p{L}*|client|patient|son|daughter|hustrun?|frun|svärmor|svärmodern|svärfar|svärfadern|styvson(?:en)?|styvdotter(?:n)?|wife|husband|mother|father|sister|brother)(?!\p{L})[^\n.()]{0,40}\(((?:19|20)\d\d([- .])\d\d\2\d\d|(?:19|20)?\d{6}|\d{1,2}\/\d{1,2} ?-? ?(?:19|20)?\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2} \p{L}{3,9} (?:19|20)\d\d)[),]/uy;
/** Another day behind a birthday: `3 juni 2015 och 2018-11-27`, that of a sister or brother. */
const next = /(?: ?,| ?\/| och| samt| resp\.?| and| &) (?:den )?/uy;

const stops = '?!\n;';

const birthday = (start: number, end: number): Finding => ({ type: 'birthdate', start, end });

/** The dates that are joined to one that ends here. */
function joined(lower: string, from: number): Finding[] {
  const findings: Finding[] = [];
  for (let at = from, n = 0; n < 6; n += 1) {
    next.lastIndex = at;
    const joint = next.exec(lower);
    if (joint === null) break;
    anchored.lastIndex = at + joint[0].length;
    const found = anchored.exec(lower);
    if (found === null || found[0].replace(/\D/g, '').length < 6 || !plausible(trimmed(found[0]))) break;
    const start = found.index;
    at = start + trimmed(found[0]).length;
    findings.push(birthday(start, at));
  }
  return findings;
}

/** The date within reach of a word of birth, and those joined to it. */
function behind(text: Normalised, from: number): Finding[] {
  const lower = text.lowerFigures;
  for (let at = from; at < from + 45 && at < lower.length; at += 1) {
    if (
      (stops.includes(lower.charAt(at)) && !(at === from && /^\? \d/.test(lower.slice(at)))) ||
      (lower.charAt(at) === '.' && / \p{Lu}/u.test(text.text.slice(at + 1, at + 3)))
    )
      break;
    if (!isPart(lower, at) || (at > from && isPart(lower, at - 1))) continue;
    anchored.lastIndex = at;
    const match = anchored.exec(lower);
    if (match === null) continue;
    const found = trimmed(match[0]);
    if (!plausible(found)) continue;
    // Month and day alone are one's birthday's only.
    if (/^\d{4}$/.test(found) && !/födelsedag\p{L}*[^.?!\n]*$/u.test(lower.slice(Math.max(0, from - 16), at)))
      continue;
    // "sedan" between the cue and the date makes it another date.
    if (/(?:sedan|sjukskriven|inskriven|beslut|ansök|kom till)/.test(lower.slice(from, at))) break;
    const end = at + found.length;
    return [birthday(at, end), ...joined(lower, end)];
  }
  return [];
}

/** Dates behind a word of birth, of identity or of kin. */
export function announcedBirths(text: Normalised): Finding[] {
  if (!text.announces('birth')) return [];
  const findings: Finding[] = [];
  const lower = text.lowerFigures;
  if (text.numbered || text.announces('ordinal'))
    for (const { index, 0: cue } of announcedBy(birthCue, text, 'birth', lower))
      findings.push(...behind(text, index + cue.length));
  if (text.figures < 5) return findings;
  for (const { index } of text.holds(trace.six) ? announcedBy(identityCue, text, 'birth', lower) : []) {
    const rest = /^[^\d\n]{0,30}(\d{8}|\d{6})(?![\d]|[-+ ]{0,3}\d{4})/.exec(lower.slice(index, index + 60));
    if (rest === null) continue;
    const end = index + rest[0].length;
    findings.push(birthday(end - rest[1]!.length, end));
  }
  for (const { index, 0: found, 1: date } of announcedBy(child, text, 'birth', lower)) {
    const end = index + found.length;
    if (plausible(date!)) findings.push(birthday(end - date!.length, end));
  }
  for (const { index, 0: found, 1: date } of lower.includes('(')
    ? announcedBy(kin, text, 'birth', lower)
    : []) {
    const end = index + found.length - 1;
    findings.push(birthday(end - date!.length, end));
  }
  return findings;
}
