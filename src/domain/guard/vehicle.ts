import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { ordinary } from './ordinary.ts';
import { trace } from './traces.ts';

const cue =
  /(?<![a-zåäö])(?:\p{L}{0,12}(?<!mo|sta|auto)bil(?:en|ar|arna|ens)?|(?:bil|fordons)regist\p{L}*|\p{L}{0,12}parkering\p{L}*|p-b(?:ot|öter)\p{L}*|felparker\p{L}*|pl[åa]ten|pl[åa]t|pl[åa]tar|skoter\p{L}*|(?:polo|golf|passat|corolla|focus)(?:n|en)?|reg|regnr|reg\.?-?nr|regnummer|registreringsn\p{L}*|registreringsskylt\p{L}*|skylt\p{L}*|fordon\p{L}*|avställd|påställd|besiktig\p{L}*|pickup\p{L}*|pick-up\p{L}*|moped\p{L}*|mc|motorcykel\p{L}*|epa\p{L}*|a-traktor\p{L}*|taxi\p{L}*|sl[äa]p\p{L}*|husvagn\p{L}*|k[öo]r|k[öo]rde|k[öo]rt|k[öo]rkort\p{L}*|rullar|st(?:år|od)(?= (?:kvar|utanför|parkerad)| på (?:\p{L}{0,12}parkering|gården|gatan|parkeringen|tomten))|s[äa]ljer sin|s[åa]lde sin|l[åa]nar(?: ut)?|stoppa\p{L}*|l[åa]nade(?: ut)?|s[äa]lja sin|parkera\p{L}*|transportstyrelsen|(?:volvo|saab|bmw|audi|toyota|vw|volkswagen|ford|opel|kia|skoda|mazda|nissan|renault|peugeot|mercedes|tesla|hyundai|honda|fiat|seat|citroen|subaru)(?:n|en|s|ns|ens)?|car|van|truck|vehicle|plate|drives|registration)(?!\p{L})/u;
const plate =
  /(?<![a-zåäö\d])[a-hj-pr-z](?:[ -]{0,2}[a-hj-pr-z]){2}[- ]{0,3}(?:\d ?\d[- ]?(?:\d|[a-hj-npr-z])|\d(?:\d|\*)\*)(?![\p{L}\p{N}])/gu;
// As they are in the countries around.
const abroad =
  /(?<![\p{L}\p{N}])(?!FK|AF|VC|HV)(?:[A-Z]{2} ?\d{2} ?\d{2,3}[A-Z]?|[A-Z]\d[A-Z] ?\d{3})(?![\p{L}\p{N}])/gu;
const foreign =
  /(?:bil(?:en|ar)?|skylt\p{L}*|plåt\p{L}*|plader|regnr|skåpbil|van|car)(?!\p{L})[^.?!\n]{0,40}$/u;
const word =
  /^(?:day|age|art|las|sfb|sol|osl|hsl|lss|lpt|lvu|lvm|lpt|phq|gad|adl|iva|dag|var|har|med|och|för|som|ska|kan|den|det|ett|ger|gav|kap|mån|tis|ons|tor|fre|lör|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kl|max|min|ca|bmi|gaf|fys|rum|sal|plan|fmu|tmu|luh|dfa|sgi|sip)$/;

/** As a plate is written, and what makes three figures an amount or a distance. */
const plain = /^(?:[A-Z]{3} ?\d{3}|[a-z]{3}\d{3})$/;
const counted = /^(?:[ ,.]\d{3}|[,.]\d| ?(?:kr|km|mg|mil|%|st|tkr))/;
const isPlate = (letters: string): boolean =>
  !word.test(letters) && !abbreviations.has(letters) && !ordinary(letters);
const abbreviations = new Set(
  'crp tsh psa gfr ldl hdl inr hba alp ggt ldh amy fsh prl ckm tni tnt iga igg igm ige dsm icd skv rfv tlv fhm tfn mob bus rum uln moh csv sek csn eur usd nok dkk bnp nus sus vgr vgk isf sbu sfi kbt dbt act emdr mri dna hiv tbc kol adl iadl iso isbn nct ean gps sms mms pdf csv xml url api usb wlan tel fax fkr afs sou jo jk hfd nja mig prop skr bet dir rir who eu fn'.split(
    ' ',
  ),
);

/** Number plates (ABC 123, ABC 12D) near a word about vehicles; the later form also alone when written together in capitals. */
export function vehicle(text: Normalised): Finding[] {
  if (!text.numbered) return [];
  const findings: Finding[] = [];
  if (!text.holds(trace.plated) || text.figures < 2) return findings;
  for (const match of matches(plate, text.lower, text.near(trace.plated))) {
    const end = match.index + match[0].length;
    const letters = match[0].replace(/[^a-z]/g, '').slice(0, 3);
    const near = text.lower.slice(Math.max(0, match.index - 70), match.index);
    const cued = cue.test(near) || cue.test(text.lower.slice(end, end + 30));
    const written = /^[A-Z]{3} ?\d\d[A-Z]$/.test(text.text.slice(match.index, end));
    const spread = match[0].charAt(1) === ' ' || /\d \d/.test(match[0]);
    // Another beside one that was told for a plate.
    const next = findings.length > 0 && /^[A-Z]{3} ?\d\d[\dA-Z]$/.test(text.text.slice(match.index, end));
    if (
      !(
        cued ||
        next ||
        (spread &&
          /^\p{L} \p{L} \p{L}[ -]{1,3}\d \d/u.test(match[0]) &&
          !/^ ?\d/.test(text.lower.slice(end))) ||
        (written && !word.test(letters)) ||
        // "Enligt registret är OXD593 avställd": letters that are no word.
        (plain.test(text.text.slice(match.index, end)) &&
          !counted.test(text.lower.slice(end, end + 6)) &&
          isPlate(letters)) ||
        // "(fhk 52r är hennes egen)"
        (/^[a-z]{3} ?\d\d[a-z]$/.test(match[0]) && !ordinary(letters))
      )
    )
      continue;
    const announced = /(?:reg\.?-? ?n(?:r|ummer|umret)|registreringsn\p{L}*|skylt\p{L}*)[ .:]{0,3}$/u.test(
      near,
    );
    if (word.test(letters) && !spread && !written && !announced) continue;
    findings.push({ type: 'vehicle', start: match.index, end });
  }
  for (const match of text.figures >= 4 ? matches(abroad, text.digits, text.near(trace.figure)) : [])
    if (foreign.test(text.lower.slice(Math.max(0, match.index - 56), match.index)))
      findings.push({ type: 'vehicle', start: match.index, end: match.index + match[0].length });
  return findings;
}
