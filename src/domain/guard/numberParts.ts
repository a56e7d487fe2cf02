import type { Cue } from './cues.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { dateOf } from './numberDates.ts';
import { trace } from './traces.ts';

const spaced = '[ .,_-]{0,3}';
const fourLast = new RegExp(
  `(?:sista ?(?:fyra|4)(?: siffrorna| siffror)?|(?:fyra|4) sista(?: siffrorna| siffror)?|sista siffrorna|sista siffror|(?:de|dom) fyra siffrorna|avslutningen(?= här|:)|ändelsen|last (?:four|4)(?: digits)?|kontrollsiffror(?:na)?|slutsiffror(?:na)?|slutet(?=[,:] ?\\d{4}(?!\\d))|(?:de|dom) sista (?:är|var|heter|lyder)|slutet (?:av|på) (?:sitt |hennes |hans |hens )?(?:num(?:ret|mer)|pnr|personnum(?:ret|mer)))[^\\d\\n.?!]{0,25}\\.{0,3}(\\d${spaced}\\d${spaced}\\d${spaced}\\d)(?!\\d)`,
  'gu',
);
const ending = new RegExp(
  `(?:pnr|personnr|personnummer|personnumret|samordningsnummer|samordningsnumret|num(?:ret|mer)|number|klient\\p{L}*|person\\p{L}*|pat(?:ient\\p{L}*)?|den (?:ena|andra|f[öo]rsta|sista))[^\\d\\n]{0,30}(?:slutar|ends|ending|avslutas)(?: på| med| in| with| är)?[^\\d\\n]{0,6}(?!(?:19|20)\\d\\d(?!\\d))(\\d${spaced}\\d${spaced}\\d${spaced}\\d)(?!\\d)`,
  'gu',
);
/** "Född 7 maj -82 och slutar på 98 02", "hennes slutar på 9944". */
const endsOn =
  /(?<!\p{L})(?:f[öo]dd?[ae]?|hennes|hans|hens|(?:den|hon|han|numret|\p{L}{3,14}(?:en|an|et|ret)) som)(?!\p{L})[^\n.?!]{0,50}? slutar på[ :-]{1,3}((?!(?:19|20)\d\d)\d\d ?\d\d)(?!\d| ?(?:kr|kronor|%))/gu;
/** "Han med 9956 på slutet", "det är hon som har 9875 sist", and a date that only stands for one. */
const trailing =
  /(?<=(?:med|har|är|slutar|heter|nr) )(?!(?:19|20)\d\d)\d\d ?\d\d(?= (?:(?:på|i) slutet|sist)(?!\p{L}| av))|(?<=slutar på \d{4}(?: \p{L}{2,12}){1,4} på )(?!(?:19|20)\d\d)\d{4}(?!\d|[.,:]\d| ?(?:kr|kronor|tkr|%))|(?<!(?:ta|tar|tog|tagit) )(?<=slut på )(?!(?:19|20)\d\d)\d{4}(?!\d| ?(?:kr|kronor))|(?<=slutar på )(?<!kont\p{L}{0,8} slutar på )(?!(?:19|20)\d\d)\d{4}(?!\d|[.,:]\d| ?(?:kr|kronor|tkr|%|timmar))|(?<![\d-])(?!(?:19|20)\d\d)\d\d ?\d\d(?= på slutet(?!\p{L}| av))|(?<![\d-])(?!(?:19|20)\d\d)\d\d ?\d\d(?= (?:som|är|var|blir) (?:(?:sina|hennes|hans|hens|mina|de|dom) )?(?:fyra sista|sista fyra|sista siffror))|(?<![\d.,:-]|(?:fk|nr|kl|sfs) )(?!(?:19|20)\d\d)\d{4}(?![\d-]|[.,:]\d| ?(?:kr|kronor|sek|%|timmar))(?=[^.?!\n\d]{1,80}(?:fyra sista|sista fyra))|(?<=(?:^|[ :(])\.{2,3} ?)(?!(?:19|20)\d\d)\d{4}(?![\d-]|[.,:]\d| ?(?:kr|kronor|tkr|%))|(?<!\p{L})(?:åå|yy){1,2}mmdd ?[-+]? ?\d{4}(?!\d)/gu;
// The date hidden, the four last figures not.
const unhidden =
  /(?<![\p{L}\p{N}])(?:(?:18|19|20)?\d{2,5})?[x*._]{2,12} ?[-+] ?(?!(?:19|20)\d\d)\d{4}(?![\d-])/gu;
// The check figure left out.
const unended =
  /(?<![\p{L}\d/.-])(?:18|19|20)?\d{6}(?:-\d{3}| ?- ?\d{2}[*x_?]{1,2})(?![\p{L}\d/-]|[.,]\d| ?(?:kr|%))/gu;
/** Begun only: the date and two figures more, where a number is spoken of. */
const begun =
  /(?:num(?:mer|ret)|pnr|b[öo]rjar|personn(?:r|um\p{L}*))[^.?!\n\d]{0,24}((?:18|19|20)?\d{6}-\d{2})(?![\d-])/gu;
/** A part of all that is said of how a number ends. */
const hintsEnd = /slut|sist|mmdd|\.\. ?\d/;
/** "Född 750603 och sen 9915". */
const joined =
  /(?<![a-zåäö])f[öo]d(?:d?[ae]?|elsetid|elsedatum|elsenummer) ((?:19|20)?\d{6})(?:,? (?:och|o|plus|sen|sedan|så|de|sista|fyra|är)){1,4},? (\d\d ?\d\d)(?![\d-]| ?(?:kr|kronor|%))/gu;

/** "870218 och så 9931 på slutet". */
const followed =
  /(?<![\d-])((?:19|20)?\d{6})(?:,? (?:och|o|plus|sen|sedan|så|de|är)){1,4},? (\d\d ?\d\d)(?= (?:(?:på|i) slutet|sist)(?!\p{L}))/gu;

/**
 * What is told of a part of a number: its shape, whose groups are the part where it has any; the traces and the announcing word
 * that stand by it, and what a text with it has somewhere.
 */
type Told = { shape: RegExp; traced: number; cue?: Cue; hint?: RegExp; dated?: true };
const told: readonly Told[] = [
  { shape: fourLast, traced: trace.figure, cue: 'identity' },
  { shape: ending, traced: trace.figure, cue: 'identity' },
  { shape: endsOn, traced: trace.figure, cue: 'identity', hint: hintsEnd },
  { shape: trailing, traced: trace.figure, hint: hintsEnd },
  { shape: unhidden, traced: trace.signed },
  { shape: unended, traced: trace.six, dated: true },
  { shape: begun, traced: trace.six },
  { shape: joined, traced: trace.six, hint: /f[öo]d/ },
  { shape: followed, traced: trace.six, hint: hintsEnd },
];

/** Parts of a personal number that tell whose it is: its last figures, its date with more of it, all but a few figures. */
export function numberParts(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  for (const { shape, traced, cue, hint, dated } of told) {
    if (!text.holds(traced) || (cue !== undefined && !text.announces(cue))) continue;
    if (hint !== undefined && !hint.test(text.lower)) continue;
    for (const { index, 0: whole, ...groups } of matches(shape, text.lowerDigits, text.near(traced, cue))) {
      if (dated && dateOf(`${/\d+/.exec(whole)![0]}0000`) === undefined) continue;
      for (const part of groups[1] === undefined ? [whole] : [groups[1], groups[2]]) {
        if (part === undefined) continue;
        // The last part stands last.
        const start =
          groups[2] === undefined || part === groups[2]
            ? index + whole.length - part.length
            : text.lowerDigits.indexOf(part, index);
        findings.push({ type: 'personnummer', start, end: start + part.length });
      }
    }
  }
  return findings;
}
