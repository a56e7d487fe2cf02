import type { Finding } from './finding.ts';
import { announcedBy, matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

const cue =
  /(?<![a-zåäö])(?:(?:bank|person|spar|l[öo]ne|bg-|pg-|privat|gemensamt )?(?:konto|kontot|kontoutdrag(?:et)?|kontonr|kontonummer|kontonumret)|kto|ktonr|clr|clearing(?:nr|nummer|numret)?|bankgiro|bankgirot|bankgironr|bankgironummer|bg|plusgiro|plusgirot|postgiro|pg|ins[äa]ttning(?:ar|en|arna)?|autogirot?|iban|swish|swishnr|swishnummer|swisha\p{L}*|swishade|ocr|kort(?:nr|nummer|numret)|bankkort|bankkortet|betalkort|account|account (?:no\.?|number)|bank account)(?!\p{L})/uy;
const transfer =
  /(?<![a-zåäö])(?:transferred|paid|sent|ers\p{L}*|[öo]verf[öo]r\p{L}*|betala\p{L}* ut|utbetal\p{L}*|insatt|satte in|sätts? in|sätta in|ins[äa]ttning\p{L}*)[^\n.?!]{0,40}? (?:to|till|på) (\d{4}(?:-\d)?[ ,.-]{1,3}\d[\d ]{5,14}\d)(?! ?(?:kr|sek))/uy;
/** A part of what is said of paying. */
const lowerPays = /betal|hyran|räkning|avgift|gick in|kom in/;
/** Rent and bills are paid from and to a giro. */
const paid =
  /(?:betala\p{L}*|betalning\p{L}*|hyran|räkning\p{L}*|avgift\p{L}*|gick in|kom in)(?!\p{L})[^\n.?!\d]{0,40}(?: (?:från|till|på|via) | ?\()((?!(?:19|20)\d\d-(?:19|20))\d{3,4}-\d{4}|\d{4}-\d(?: \d{1,3}){1,3})(?![\d-])/gu;
const number = /\d(?:[ .,-]{0,3}\d){4,23}/y;
/** What is said to be a clearing number: the bank's alone, or the account behind it too. */
const bank = /\d{4}(?:-\d)?/y;
/** "Clearing 9181, nr 99 80 417". */
const behindBank = /^,? ?(?:och )?(?:nr|kto|konto|kontonr|kontonummer)[.:]? (\d(?:[ .-]?\d){4,11})(?!\d)/;
const whole = /^\d{4}(?:-\d)?[ ,.-]{1,2}\d(?:[ .-]?\d){5,10}(?!\d)/;
// A clearing number and three or four groups in a bank's own grouping, nothing that is counted in.
const cleared =
  /(?<![\p{N}+-]|\d[ .,])[1-9]\d ?\d\d(?:-\d)?,? ?(?:-?\d{3} \d{3} \d{2,4}(?:-\d)?|[.-] ?\d{2,3}[. ]\d{3}[. -]\d{1,3}(?:-\d)?|\d{2,3} \d{3} \d{2,3}-\d|\d{2} \d{5,6}-\d|[.,]\d{3} \d{4}|-\d{3} \d{4}|-\d \d{3} \d{2} \d{2})(?![\p{N}]| \d{3}| ?(?:kr|sek))/gu;
const ending = /kont(?:o|ot|onr|onumret)(?: som)? (?:slutar|avslutas) (?:på|med) \.{0,4}\d{4}(?!\d)/gu;
const iban = /(?<![a-zåäö\d])[a-z]{2}\d\d(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

/** Bank accounts, giro and card numbers behind a word that announces them, and international account numbers anywhere. */
export function account(text: Normalised): Finding[] {
  if (!text.numbered || text.figures < 4) return [];
  const findings: Finding[] = [];
  const lower = text.lowerDigits;
  const announced = text.announces('account');
  for (const match of announced ? announcedBy(cue, text, 'account', lower) : []) {
    let from = match.index + match[0].length;
    const gap = /^[^\d\n?!]{0,30}/u.exec(text.lowerFigures.slice(from, from + 30))![0];
    from += gap.length;
    // An account may pass for an organisation's number; only where that is announced it is one.
    const read = /org/.test(gap) ? lower : text.lowerFigures;
    const shape = /^cl/.test(match[0]) && !whole.test(read.slice(from, from + 30)) ? bank : number;
    shape.lastIndex = from;
    const found = shape.exec(read);
    if (found === null) continue;
    const end = from + found[0].length;
    const rest = lower.slice(end, end + 12);
    if (/^(?:\d| ?(?:kr|kronor|sek|%|procent)(?!\p{L}))/u.test(rest)) continue;
    const figures = found[0].replace(/\D/g, '').length;
    // Amounts and dates stand near the word "konto" too.
    if (/^\d{1,3}(?: \d{3})+$/.test(found[0]) && figures < 8) continue;
    if (/^(?:19|20)\d\d-\d\d-\d\d$/.test(found[0])) continue;
    if (/^ins/.test(match[0]) && !whole.test(found[0])) continue;
    findings.push({ type: 'account', start: from, end });
    const second = shape === bank ? behindBank.exec(lower.slice(end, end + 40)) : null;
    if (second !== null)
      findings.push({
        type: 'account',
        start: end + second[0].length - second[1]!.length,
        end: end + second[0].length,
      });
  }
  for (const match of text.holds(trace.dash) && lowerPays.test(lower)
    ? matches(paid, lower, text.near(trace.dash))
    : []) {
    const end = match.index + match[0].length;
    findings.push({ type: 'account', start: end - match[1]!.length, end });
  }
  for (const match of announced ? announcedBy(transfer, text, 'account', lower) : []) {
    const end = match.index + match[0].length;
    findings.push({ type: 'account', start: end - match[1]!.length, end });
  }
  for (const match of announced ? matches(ending, lower, text.near(trace.figure, 'account')) : [])
    findings.push({
      type: 'account',
      start: match.index + match[0].length - 4,
      end: match.index + match[0].length,
    });
  for (const match of text.largest >= 10 ? matches(cleared, lower, text.near(trace.three)) : [])
    findings.push({ type: 'account', start: match.index, end: match.index + match[0].length });
  if (!text.holds(trace.behind) || text.figures < 10) return findings;
  for (const match of matches(iban, text.lower, text.near(trace.behind))) {
    if (match[0].replace(/\D/g, '').length < 10) continue;
    findings.push({ type: 'account', start: match.index, end: match.index + match[0].length });
  }
  return findings;
}
