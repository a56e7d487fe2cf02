import type { Finding } from './finding.ts';
import { announcedBy, matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

const cue =
  /(?<![a-zåäö])(?:lma(?:[- ]?(?:kort|kortet|kortnr|nr|nummer|numret|card))?|hem(?:lands)?pass(?:et)?|pass|passet|passkopia|passkopian|legitimation\p{L}*|leg|passnr|passnummer|passnumret|fr[äa]mlingspass|fr[äa]mlingspasset|passports?|resehandling(?:en)?|resedok\.?|resedokument|resedokumentet|massflykts\p{L}*|asyl\p{L}*kort\p{L}*|kortets n(?:r|ummer)|paszport|ta[sz]kira|skyddskort\p{L}*|tillståndskort\p{L}*|(?:ut|uat|t)-?kort(?:et|s|ets|nr|snummer|ets nummer)?|upph?eh[åa]llstillst[åa]ndskort\p{L}*|uppeh[åa]llstillst[åa]nd|uppeh[åa]llskort\p{L}*|id-kort|id-kortet|identitetskort|k[öo]rkort(?:et|snr|snummer|snumret)?|id-handling|travel document|(?:residence )?permit(?: card)?|residence card|id card)(?!\p{L})/uy;
const number = /(?:[a-z]{1,3} ?)?\d(?:[ -]{0,2}\d| \/ \d){4,12}[a-z]?(?![\p{L}\d])/uy;
const ended =
  /(?:pass|passet|passport|lma-?kort(?:et)?)(?: som)? (?:slutar på|ending|ends in|ends with) ?\.{0,4}\d{4}(?!\d)/gu;
const carded =
  /(?<!\p{L})[Kk]ort(?:et|en)?(?: nr)? \(?(?:[A-Z]{2,3} ?\d{4,9}|\d(?: \d){7})(?![\p{L}\d]| \d)/gu;
/** How the cards of asylum seekers are numbered. */
const asylum =
  /(?<![\p{L}\d-])50-\d{3} ?\d{2,3} ?\d{1,2}(?![\p{L}\d-])|(?<=(?:[Kk]ort|LMA|[Mm]igv)[^.\n\d]{0,24})50 \d{4} ?\d{2,4}(?![\p{L}\d-])/gu;
/** How passports are numbered in many countries. */
const lettersFirst = /(?<![\p{L}\d-])[A-Z]{2}\d{7}(?![\p{L}\d-])/gu;
const machineLine = /(?<![a-z])[pvia][a-z<][a-z]{3}[a-z]{2,30}<<[a-z<]{2,40}/gu;

/** Numbers of asylum-seeker cards (LMA), passports, permits and identity cards behind a word that announces them. */
export function permit(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  const lower = text.lowerDigits;
  for (const match of text.figures >= 5 && text.announces('permit')
    ? announcedBy(cue, text, 'permit', lower)
    : []) {
    const from = match.index + match[0].length;
    for (let at = from; at < from + 50 && at < lower.length; at += 1) {
      const char = lower.charAt(at);
      if (/[?!\n;]/.test(char)) break;
      if (/[\p{L}\d]/u.test(lower.charAt(at - 1)) || !/[a-z\d]/.test(char)) continue;
      number.lastIndex = at;
      const found = number.exec(lower);
      // Further off only what is called a number.
      if (found === null || (at >= from + 28 && !/n(?:r|ummer|o)\.? $/.test(lower.slice(at - 8, at))))
        continue;
      if (/^(?:nr|no|är|i|på) ?\d/.test(found[0]) && /^\p{L}{1,2} ?\d/u.test(found[0])) continue;
      const end = at + found[0].length;
      if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(found[0]) && !/^ ?(?:kr|sek)/.test(lower.slice(end, end + 5))) {
        findings.push({ type: 'lma', start: at, end });
      }
      break;
    }
  }
  for (const match of text.figures >= 4 && text.announces('permit')
    ? matches(ended, lower, text.near(trace.figure, 'permit'))
    : [])
    findings.push({
      type: 'lma',
      start: match.index + match[0].length - 4,
      end: match.index + match[0].length,
    });
  for (const match of text.figures >= 4 && text.announces('permit')
    ? matches(carded, text.digits, text.near(trace.figure, 'permit'))
    : []) {
    const from = match.index + /^\p{L}+ (?:nr )?\(?/u.exec(match[0])![0].length;
    findings.push({ type: 'lma', start: from, end: match.index + match[0].length });
  }
  for (const shape of [asylum, lettersFirst])
    for (const match of text.figures >= 7 ? matches(shape, text.digits, text.near(trace.three)) : [])
      findings.push({ type: 'lma', start: match.index, end: match.index + match[0].length });
  for (const match of text.holds(trace.open) && text.lower.includes('<<')
    ? matches(machineLine, text.lower, text.near(trace.open))
    : [])
    findings.push({ type: 'lma', start: match.index, end: match.index + match[0].length });
  return findings;
}
