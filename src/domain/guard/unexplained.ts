import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

/** Figures in groups that a sign or a space joins, with capitals before, between or behind them. */
const number =
  /(?<![\p{L}\p{N}.,:/+-])(?:\p{Lu}{1,4}[-/.]?)?\d+(?:[-./:_ ](?:\p{Lu}{1,3}[-/])?\d+)*(?:[-/]\p{Lu})?(?![\p{L}\p{N}]|[.,:/-]\d)/gu;

const day =
  '(?:(?:19|20)\\d\\d[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\\d|3[01])|\\d\\d[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\\d|3[01])|[0-3]?\\d[/.][01]?\\d(?:[-/. ]{1,2}(?:\\d{4}|\\d\\d))?)';
const clock = '(?:[01]?\\d|2[0-4])(?:[.:]?[0-5]\\d(?:[.:][0-5]\\d)?)?';
const clocks = `${clock}(?:-${clock})?`;
const month = '(?:(?:19|20)?\\d\\d[-/]?(?:0[1-9]|1[0-2]))';
const whole = `${day}(?:[ /]${clocks})?|(?:19|20)\\d\\d ${clocks}|${clocks}|${month}|(?:19|20)\\d\\d`;
const one = `(?:${whole}|\\d{1,3})`;
/** Days, times, months and years, alone or from one to another; a pressure. */
const moments = new RegExp(`^${one}(?:-(?:0[1-9]|1[0-2])[-/.][0-3]\\d)?(?:[-/]${one})?$`);
/** The same without small numbers, which capitals before them make a number of a register: "T-998/25". */
const lettering = new RegExp(`^(?:${whole})(?:[-/](?:${whole}))?$`);
/** "99-0318-6": a day with a figure more is none. */
const dayWithMore = /^\d\d-\d{4}-\d{1,3}$/;
/** An amount of less than ten million in groups of three, also one with decimals, and from one to another. */
const amount =
  /^(?:(?:\d[ .])?\d{1,3}[ .]\d{3}(?:[.,]\d\d?)?(?:-(?:\d[ .])?\d{1,3}[ .]\d{3})?|\d{1,3}\.\d+)$/;
/** A regulation of the Union by number and year, a law by its year. */
const law = /^(?:\d{2,4}\/(?:19|20)\d\d|(?:1[6-9]|20)\d\d:\d{1,4})$/;
/** Forms of an agency, side by side. */
const forms = /^(?:FK|AF|KV)?[ -]?\d{4}(?:\/\d{4})+$/;
const ofForms = /(?:fk|af|kv|blankett\p{L}*) ?$/u;
/** What counts or measures. */
const measured =
  /^ ?(?:kr|kronor|sek|tkr|mkr|eur|euro|%|procent|st|stycken|personer|invånare|timmar|tim|dagar|veckor|år|mg|ml|kg|km|m²|meter|poäng|rader|ord|tecken|byte|kb|mb)(?!\p{L})/u;
/** What is numbered for everybody: errors, forms, books, goods, standards, laws, judgments that are published. */
const common = new RegExp(
  `(?:${[
    'felkod|error',
    '\\p{L}*kod(?:en)?',
    'blankett\\p{L}*|formulär\\p{L}*|version\\p{L}*|teams|build|mötes-?id|konferens\\p{L}*|annons\\p{L}*|platsbanken',
    '(?<!\\p{L})(?:kv|rad|rader|sid|lot|exp|bt|art|ip|cas|ean|iso|iec|ss|rfc|nct|modell|serienr|kurs)',
    'isbn|issn|doi|pmid|cochrane|snomed\\p{L}*|dsm\\p{L}*|icd\\p{L}*|batch|artikel\\p{L}*',
    'projekt\\p{L}*|uppdrag\\p{L}*|remissen|betänkandet|rapport\\p{L}*|antal\\p{L}*|prisbas\\p{L}*',
    'förordning\\p{L}*|\\(e[gu]\\)|direktiv\\p{L}*|kamr|kammarrätten i \\p{L}+|hfd|rättsfall\\p{L}*|praxis',
  ].join(
    '|',
  )})[^.!?\\n\\p{L}]{0,4}(?:(?!(?:om|på|med|för|till|hos|från|under|av|och) )\\p{L}{1,12}\\.? )?[^\\p{L}\\n]{0,3}$`,
  'u',
);
/** Between two that are numbered alike. */
const alike = /^(?:,| och| samt| eller| &| \/) $/;

/** "Fas 1 2019-04-15": a day and small numbers beside it. */
const isDated = (found: string): boolean =>
  /(?:19|20)\d\d[-./][01]\d/.test(found) && found.split(' ').every((part) => moments.test(part));

/**
 * Numbers of six figures and more that nothing explains: no day, no time, no amount, nothing that is numbered for everybody. What
 * looks like somebody's number at some authority is taken for one.
 */
export function unexplained(text: Normalised): Finding[] {
  if (text.largest < 5) return [];
  const findings: Finding[] = [];
  let known = -1;
  for (const { index, 0: found } of matches(number, text.digits, text.near(trace.figure))) {
    const figures = found.replace(/\D/g, '').length;
    const lettered = /\p{L}/u.test(found);
    if (figures < (lettered ? 5 : 6) || (figures === found.length && figures < 7)) continue;
    const bare = found.replace(/^\p{Lu}+[-/.]?|[-/]\p{Lu}$/gu, '');
    if (
      ((lettered ? lettering : moments).test(bare) && !dayWithMore.test(bare)) ||
      amount.test(bare) ||
      law.test(bare) ||
      isDated(bare)
    )
      continue;
    const end = index + found.length;
    const lead = text.lower.slice(Math.max(0, index - 60), index);
    if (forms.test(found) && ofForms.test(lead)) continue;
    if (measured.test(text.lower.slice(end, end + 12))) continue;
    if (
      common.test(lead) ||
      (known >= 0 && alike.test(text.lower.slice(known, Math.min(index, known + 9))))
    ) {
      known = end;
      continue;
    }
    findings.push({ type: 'caseref', start: index, end });
  }
  return findings;
}
