import type { Finding } from './finding.ts';
import { announcedBy, matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { isPart, trace } from './traces.ts';

// Words that announce a registry number whatever it looks like, and words that do so only before an odd number.
const announced =
  /(?<![a-zåäö])(?:dnr|d\.nr|diarie?(?:nr|nummer|numret|num)?|[äa]rende(?:nr|nummer|numret|-id|id)|besluts?(?:nr|nummer|numret)|akt(?:nr|nummer|numret|bilaga)|m[åa]l(?:nr|nummer|numret)|dossier(?:n|nr|nummer|numret)?|skade(?:nr|nummer|numret)|(?:journal|j)(?:nr|nummer|numret)|referens(?:nr|nummer|numret)|ref\.?nr|remiss(?:nr|nummer)|handlingsnr|id-?nr|l[öo]pnr|l[öo]pnummer|kund(?:nr|nummer)|f[öo]rs[äa]krings(?:nr|nummer)|patient(?:nr|nummer|-id)|case (?:number|no\.?|id|ref)|reference number|registry (?:number|no\.?)|file number|(?:ärende|arende|akt|diarie|m[åa]l|besluts?|registrerings)beteckning(?:en)?|(?<=(?:v[åa]r|er|deras|our|your) )ref(?:erens|\.)?(?!\p{L})(?!\W{1,3}(?:till |fk|af) ?\d{0,4}(?!\d)))(?!\p{L})/uy;
const hinted =
  /(?<![a-zåäö])(?:(?:fk-|af-|vårt |ert |deras )?(?:[äa]rende|[äa]rendet|beslut|beslutet|besluten|akt|akten|akter|bygglovsakt|bygglovsakten|personakt|personakten|m[åa]l|m[åa]let|journal|journalen|beteckning|beteckningen|referens|ref|tips|tipset|anm[äa]lan|remiss|remissen|återkrav|återkravet|utm[äa]tning|utm[äa]tningen|faktura|fakturan|fordran|ansökan|avslag|avslaget|omprövning|omprövningen|överklagan|överklagandet|polisanm[äa]lan|case|claim|file|dossier))(?!\p{L})/uy;
const token =
  /(?:[\p{L}]{1,5}[-./ ]?)?\d[\d]*(?:[-./: ]{1,3}(?:\d+|fk|af|[a-zåäö](?![\p{L}])|(?<=[-/])[a-zåäö]{1,4}(?=[-/]\d)))*/uy;

// A registry's letters, a year and a serial number, told from law references, which are blanked out beforehand.
const registered =
  /(?<![\p{L}\p{N}-])(?!(?:v|kl|nr|kap|dag|art|sid|år|den|fk|af|punkt|bilaga)[ .]?\d{1,2}(?!\d))\p{Lu}[\p{L}]{0,5}(?: dnr)?[-/ ]?(?:(?:19|20)\d\d[-/.]\d{3,8}(?:[ -]\d{1,5})?|(?:19|20)\d\d\/\d{1,6}-\d{1,5}|0\d{4,5}-(?:19|20)\d\d)(?![\p{L}\p{N}-])/gu;
/** Committees of municipalities and regions number with a colon, as laws are. */
const committee =
  /(?<![\p{L}\p{N}])(?:KS|KSN|KF|SN|SON|SOCN|SOF|BUN|VON|VOF|ÄN|IFO|IFN|ON|OMN|UN|UBN|AN|AMN|ASN|VN|VUX|HSN|RS|ÖFN|OFN|FVN|GVN|SÄN|NVN) ?(?:19|20)\d\d:\d{1,5}(?![\p{L}\p{N}])/gu;
/** A court's case with its letter. */
const court = /(?<![\p{L}\p{N}-])(?:FT|PMT|KR|FR|TR|FörvR|HovR|[TBÖPÄFKM]) ?\d{3,7}-\d\d(?![\p{N}-])/gu;
/** Capitals and groups of figures as only registries join them. */
const coded =
  /(?<![\p{L}\p{N}.:/-])(?:\p{Lu}{1,5}\d?[-/:. ]\d{1,8}(?:[-/:]\d{1,8}){1,3}(?:[-/]\p{Lu}{1,5})?|[1-9]\d\d-\d{3}-\d\d|\d{2,6}[-/]\p{Lu}{1,5}[-/]\d{1,8}(?:[-/]\d{1,6})?)(?![\p{L}\p{N}/-])/gu;
/** Capitals between groups of figures, which no run of figures holds. */
const lettered = /\d[-/]\p{Lu}{1,5}[-/]\d|\d{3}-\p{Lu}(?!\p{L})/u;
/** Capitals that stand before figures of another kind: forms, scales, standards, roads, weeks. */
const elsewhere =
  /^(?:[IVX]+|ISSN|ISBN|DOI|FK|AF|EU|EG|EN|ISO|SS|ICD|DSM|ICF|HSLF|BT|GAF|MADRS|PHQ|GAD|AUDIT|DUDIT|WAIS|WISC|KP|COVID|PCL|BDI|EQ|KSQ|DLA|WHO|KVÅ|SNI|NPU|RV|E|V|VT|HT|KL|TV|FN|SFB|SOL|OSL|HSL|LSS|PSL|FL|KAP|ART|NR|LAN|IP|NIVÅ|SEK|EUR|USD|ÅR|PO|MR|CT|EKG|BMI|MMSE|MOCA|SIP|LUH|FMU|TMU|SGI)(?![\p{L}])/u;
/** Two years, a year and its month, a pressure, two times of day or days of the year. */
const spanned =
  /^(?:(?:19|20)\d\d[-/:](?:(?:19|20)?\d\d)|\d{2,3}[-/]\d{2,3}|\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?|\d{1,2}\/\d{1,2}-\d{1,2}\/\d{1,2}|\d{1,2}-\d{1,2}\/\d{1,2}(?:-\d{1,2})?)$/;
/** The plan of a registry, a serial number and the year; a report to the police; a letter and eight figures in groups. */
const planned =
  /(?<![\p{L}\p{N}.:/-])(?:\d{1,2}(?:\.\d{1,2}){1,3}-\d{3,6}\/(?:19|20)\d\d|\d{4}-K\d{3,7}-\d\d|20\d\d-\d{3}-\d{4}|20\d\d:\d{1,4}\p{Lu}\d{1,4}|\p{Lu}{1,3}-\d{2,3} \d{3} \d{3}|(?:af|fk|soc|ifo)-(?:19|20)\d\d\/\d{3,8}(?: \d{1,5})?|(?<!(?:FK|AF|blankett|SFS) )\d{4,6}-\p{Lu}|(?<=[Aa]kt(?:en)? )\d{2,6}-\p{Lu})(?![\p{L}\p{N}/-]| \d)/gu;
/** The Government Offices number their tasks: one or two letters, the year and five figures written together. */
const ofGovernment = /^\p{Lu}\p{L}?(?:19|20)\d\d\/\d{5}$/u;
const government = /(?:regering|departement|uppdrag|betänkande|proposition|remiss)[^.?!\n]{0,40}$/u;
const dateShape =
  /^(?:(?:19|20)\d\d[-./ ]\d\d[-./ ]\d\d|\d{6}|\d{8}|(?:[0-3]?\d[/.][01]?\d|[01]?\d[/.][0-3]?\d)(?:[-/. ]\d{2,4})?|(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?)$/;
/** A day written in full: what even a registry's own word may stand before. */
const dayShape = /^(?:19|20)\d\d[-.](?:0[1-9]|1[0-2])[-.](?:[0-2]\d|3[01])$/;
// Any other number that somebody has been given.
const numbered =
  /(?<![a-zåäö])(?!org|projekt|inköps|blankett|rum|versions|sid|kurs|buss|linje|telefon|tele|tel|mobil|post|artikel|fax|kon|reg|ring|plus|bank|kund)[a-zåäö]{3,20}(?:nr|nummer|numret)(?!\p{L})[ .:]{1,3}(?:är |var )?/uy;
const aboutCase =
  /(?<![a-zåäö])(?:mål|målet|ärendet|akten|beslutet|ärende)(?!\p{L})[^\n.?!\d]{1,60} (?:nr|nummer|är|heter|har)(?!\p{L})/uy;
const gapOk =
  /^(?:[ :.,#(-]|nr|nummer|no|är|hos|oss|er|dem|på|i|med|har|från|enl|af|fk|soc|migrationsverket|försäkringskassan|arbetsförmedlingen|kronofogden|skatteverket|tingsrätten|kommunen|regionen|polisen|domstolen|\p{L}*rätten|vid|heter|hette|kallas|lyder|is|the|of|was)*$/u;

/** "Mål hos förvaltningsrätten". */
const atCourt = /^m[åa]l(?:et)? (?:hos|i|vid) /;

const stops = '?!\n;¤';

/** What follows a cue within reach, when it looks like a number of a register. */
function after(text: Normalised, from: number, reach: number, odd: boolean): Finding | undefined {
  const lower = text.lowerDigits;
  for (let at = from; at <= from + reach && at < lower.length; at += 1) {
    if (stops.includes(lower.charAt(at))) return undefined;
    if (isPart(lower, at - 1) || !isPart(lower, at)) continue;
    token.lastIndex = at;
    const match = token.exec(lower);
    if (match === null) continue;
    const gap = lower.slice(from, at);
    if (!gapOk.test(gap)) return undefined;
    const found = match[0].trimEnd().replace(/[-./: ]+$/, '');
    // "Mål nr 2093-23" is no pair of years.
    const loose = odd && !/n(?:r|ummer)[.: ]*$/.test(gap);
    const figures = found.replace(/\D/g, '');
    const rest = lower.slice(at + found.length);
    if (
      /^(?:nr|no|är|hos|på|i|med|har|från|enl|vid|heter|hette|lyder|kap|v|kl)[. ]?\d/.test(found) &&
      found.length - figures.length > 2
    )
      continue;
    if (
      (loose ? dateShape : dayShape).test(found.replace(/^\p{L}+[-. ]?/u, '')) ||
      /^ ?(?:kr|kronor|sek|%|procent|av|år|dagar|veckor|månader|§|kap|sidor|barn|timmar)(?!\p{L})/u.test(rest)
    )
      return undefined;
    if (odd && /^\p{L}{1,2}(?:19|20)\d\d\/\d{5}$/u.test(found)) return undefined;
    const lettered = /^\p{L}+[-. ]?\d/u.test(found) || /\d-\p{L}$/u.test(found);
    const parted = /\d[-./: ]+[\p{L}\d]/u.test(found);
    const enough = odd
      ? (figures.length >= 5 && (parted || lettered || figures.length >= 6)) ||
        (figures.length >= 4 && (lettered || parted) && /[-./]/.test(found)) ||
        (figures.length >= 4 && /^[a-hj-nps-z] \d/.test(found))
      : figures.length >= 3;
    if (!enough) return undefined;
    if (odd && parted && !lettered && /^\d{1,3}(?: \d{3})+$/.test(found)) return undefined;
    return { type: 'caseref', start: at, end: at + found.length };
  }
  return undefined;
}

/** Case, journal and registry numbers: announced by a word, or a register's letters with year and serial number. */
export function caseref(text: Normalised): Finding[] {
  if (!text.numbered || text.figures < 3) return [];
  const findings: Finding[] = [];
  const keep = (finding: Finding | undefined): void => {
    if (finding !== undefined) findings.push(finding);
  };
  const lower = text.lowerDigits;
  const cued = text.announces('caseref') && /\d\d\d|\d[-./: ]{1,3}[\da-z]/.test(lower);
  for (const cue of cued ? announcedBy(announced, text, 'caseref', lower) : [])
    keep(after(text, cue.index + cue[0].length, 34, false));
  for (const cue of cued ? announcedBy(hinted, text, 'caseref', lower) : [])
    keep(
      after(
        text,
        cue.index + cue[0].length,
        atCourt.test(lower.slice(cue.index, cue.index + 20)) ? 40 : 14,
        true,
      ),
    );
  // "Målet om … har nr 9821-24"
  for (const cue of text.figures >= 6 && text.announces('numbered')
    ? announcedBy(numbered, text, 'numbered', lower)
    : []) {
    const from = cue.index + cue[0].length;
    const found = /^\d(?:[ -/]?\d){5,14}(?!\d)/.exec(lower.slice(from, from + 40));
    if (found !== null && !dateShape.test(found[0]) && !/^0[1-9]\d{6,9}$/.test(found[0].replace(/\D/g, '')))
      keep({ type: 'caseref', start: from, end: from + found[0].length });
  }
  for (const cue of cued ? announcedBy(aboutCase, text, 'caseref', lower) : []) {
    keep(after(text, cue.index + cue[0].length, 6, true));
  }
  for (const match of text.holds(trace.colon) ? matches(committee, text.text, text.near(trace.colon)) : [])
    findings.push({ type: 'caseref', start: match.index, end: match.index + match[0].length });
  if (!text.holds(trace.three) || (text.largest < 5 && !lettered.test(text.digits))) return findings;
  for (const match of text.largest >= 6 ? matches(registered, text.digits, text.near(trace.three)) : []) {
    if (/^(?:FK|AF|KVÅ|ICD|Dag|År|Våren|Hösten|Maj|Mars|Juni|Juli)[ -]?\d{4,5}$/u.test(match[0])) continue;
    if (/(?:19|20)\d\d[-.](?:0[1-9]|1[0-2])[-.]?(?:[0-2]\d|3[01])$/.test(match[0]) && !/\//.test(match[0]))
      continue;
    const before = text.lower.slice(Math.max(0, match.index - 60), match.index);
    if (ofGovernment.test(match[0]) && government.test(before)) continue;
    findings.push({ type: 'caseref', start: match.index, end: match.index + match[0].length });
  }
  for (const match of matches(planned, text.digits, text.near(trace.three)))
    findings.push({ type: 'caseref', start: match.index, end: match.index + match[0].length });
  for (const match of text.holds(trace.dash) ? matches(court, text.digits, text.near(trace.dash)) : [])
    findings.push({ type: 'caseref', start: match.index, end: match.index + match[0].length });
  for (const match of matches(coded, text.digits, text.near(trace.figure))) {
    const figures = match[0].replace(/\D/g, '').length;
    const inner = match[0].replace(/^\p{Lu}+\d?[-/: ]/u, '');
    const groups = inner.split(/[-/:]/).filter((group) => /^\d+$/.test(group)).length;
    const held = /(?:står|finns|dnr|ärende) (?:med|som|under)? ?$/u.test(
      text.lower.slice(Math.max(0, match.index - 16), match.index),
    );
    if (figures < 6 && !(figures === 5 && (held || /\d{4}/.test(inner)))) continue;
    if (!held && (dateShape.test(inner) || spanned.test(inner))) continue;
    if (/^(?:FK|AF)[-/: ]\d{4}(?:[-/]\d{2,4})*$/.test(match[0])) continue;
    if (elsewhere.test(match[0]) && (groups < 3 || /(?:19|20)\d\d-\d\d?-\d\d?/.test(inner))) continue;
    if (groups > 2 && /^(?:19|20)\d\d-\d\d?-\d\d?$/.test(inner)) continue;
    findings.push({ type: 'caseref', start: match.index, end: match.index + match[0].length });
  }
  return findings;
}
