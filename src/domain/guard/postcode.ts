import { isOfficial, named } from './authorities.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { townNames } from './places.ts';
import { trace } from './traces.ts';

const code =
  /(?<![\p{N}:,./-]|(?<!\p{L}\d{0,2})\d )(?:(?:se|s)[- ])?(?:[1-9]\d\d[ -]?\d\d|[1-9]\d\d ?\d ?\d|[1-9] \d \d ?[- ] ?\d ?\d)(?![\p{N}:]|[.,-]\d| \d{3}(?!\d)| ?(?:kr|kronor|sek|%|procent|tkr|st|personer|timmar|dagar|steg|mg|poäng)(?!\p{L}))/gu;
const codeCue =
  /(?:(?<!\p{L})(?:pnr|post)(?=[: ]{1,2}$)|postnr|postnummer|postnumret|postnumre|post nr|(?:klient|person|kvinna|familj|boende|bor|vräkt|flytta|(?<!\p{L})(?:den|hon|han)(?= från))\p{L}* (?:från|i|på)(?= $)|postadress|postal code|postcode|zip)[^\d\n?!]{0,20}$/u;

/** What may stand between a house and its code: the floor. */
const untilCode = /^(?:,? ?\d{1,2} ?tr)?[ ,./\n]{0,4}$/;
/** Name and number of a house, of any name. */
const houseBefore = /\p{L}{2,} \d{1,4}(?: ?[a-h])?, $|\d{1,2}\/\d{1,2} ?-?\d{2,4}, $/u;
const addressList = /(?:adr\.|adress|adressen|folkbokförd|skriven)[^\n?!]{0,80}, $/u;

const month = /^(?:Jan|Feb|Mar|Apr|Maj|Jun|Jul|Aug|Sep|Okt|Nov|Dec)/;

/** "Ulvsbyg. 9 663 30": a code right behind a house, of whose number it seems to be a part. */
function rightBehind(text: Normalised, homes: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  for (const { end } of homes) {
    const found = /^,? ([1-9]\d\d ?\d\d)(?![\p{N}]|[.,]\d)/u.exec(text.lowerDigits.slice(end, end + 12));
    if (found === null) continue;
    const behind = end + found[0].length;
    findings.push({ type: 'postcode', start: behind - found[1]!.length, end: behind });
  }
  return findings;
}

/** Postal codes: where they are told for one, behind a house of `homes`, before a town. */
export function postcodes(text: Normalised, homes: readonly Finding[]): Finding[] {
  if (text.largest < 5) return [];
  const findings = rightBehind(text, homes);
  const ends = new Set(homes.map((home) => home.end));
  const official = named.test(text.lower);
  for (const { index: start, 0: figures } of matches(code, text.lowerDigits, text.near(trace.figure))) {
    const lead = text.lower.slice(Math.max(0, start - 90), start);
    if (official && isOfficial(lead)) continue;
    const told = codeCue.test(lead.slice(-40)) || addressList.test(lead);
    if (told || isBehind(text, ends, start) || isCode(text, figures, start, lead, homes.length > 0))
      findings.push({ type: 'postcode', start, end: start + figures.length });
  }
  return findings;
}

/** Whether a house ends right before, or with its floor between. */
const isBehind = (text: Normalised, ends: ReadonlySet<number>, start: number): boolean =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].some(
    (gap) => ends.has(start - gap) && untilCode.test(text.lower.slice(start - gap, start)),
  );

/** Whether figures that nothing announces look like a code by how they are written and by what stands around them. */
function isCode(text: Normalised, figures: string, start: number, lead: string, housed: boolean): boolean {
  const grouped = /\d{3}[ -]\d\d$/.test(figures);
  const prefixed = figures.startsWith('s');
  if (prefixed && !grouped) return false;
  if (housed && grouped && figures.includes(' ')) return true;
  if (/^ som postn/.test(text.lower.slice(start + figures.length))) return true;
  // A column of a table.
  if (/;$/.test(lead) && /^;/.test(text.lower.slice(start + figures.length))) return true;
  // "7 8 4 9 9"
  if (housed && /^\d(?: \d){4}$|^\d{3} \d \d$/.test(figures)) return true;
  const end = start + figures.length;
  const next = /^,? (\p{L}+)/u.exec(text.text.slice(end, end + 40))?.[1] ?? '';
  if (townNames.has(next.toLowerCase())) return true;
  // "6 63 30": figures set apart are a code before a town only.
  if (/^\D*\d{3} ?\d \d$|^\D*\d \d \d/.test(figures)) return false;
  if (prefixed || (grouped && /^\p{Lu}\p{Ll}{2,}/u.test(next) && !month.test(next))) return true;
  if (grouped && /\p{Lu}\p{L}+, $/u.test(text.text.slice(Math.max(0, start - 30), start))) return true;
  if (!houseBefore.test(lead)) return false;
  const house = text.text.slice(Math.max(0, start - 40), start);
  return grouped || /^\p{Lu}/u.test(next) || /\p{Lu}\p{L}+ \d{1,4}, $/u.test(house);
}

/** Name and number before a postal code: the address of a house in the country. */
export function beforeCodes(text: Normalised, codes: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  for (const found of codes) {
    const from = Math.max(0, found.start - 50);
    const lead =
      /\p{Lu}\p{L}+ (?:(?:\p{Lu}\p{L}+|by|gård|torp|norra|södra|östra|västra) ){0,2}\d{1,4}(?: ?[A-Ha-h])?,? $/u.exec(
        text.text.slice(from, found.start),
      );
    if (lead === null) continue;
    const start = from + lead.index;
    findings.push({ type: 'address', start, end: start + lead[0].replace(/,? $/, '').length });
  }
  return findings;
}
