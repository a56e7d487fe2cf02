import { isOfficial, named } from './authorities.ts';
import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { townNames } from './places.ts';
import { trace } from './traces.ts';

const code =
  /(?<![\p{N}:,./-]|(?<!\p{L}\d{0,2})\d )(?:(?:se|s)[- ])?(?:[1-9]\d\d[ -]?\d\d|[1-9]\d\d ?\d ?\d|[1-9] \d \d ?[- ] ?\d ?\d)(?![\p{N}:]|[.,-]\d| \d{3}(?!\d)| ?(?:kr|kronor|sek|%|procent|tkr|st|personer|timmar|dagar|steg|mg|poäng)(?!\p{L}))/gu;
const codeCue =
  /(?:(?<!\p{L})pnr(?=[: ]{1,2}$)|postnr|postnummer|postnumret|postnumre|post nr|(?:klient|person|kvinna|familj|boende|bor)\p{L}* (?:från|i|på)(?= $)|postadress|postal code|postcode|zip)[^\d\n?!]{0,20}$/u;

/** What may stand between a house and its code: the floor. */
const untilCode = /^(?:,? ?\d{1,2} ?tr)?[ ,./\n]{0,4}$/;
/** Name and number of a house, of any name. */
const houseBefore = /\p{L}{3,} \d{1,4}(?: ?[a-h])?, $|\d{1,2}\/\d{1,2} ?-?\d{2,4}, $/u;
const addressList = /(?:adr\.|adress|adressen|folkbokförd|skriven)[^\n?!]{0,80}, $/u;

/** Postal codes: where they are told for one, behind a house of `homes`, before a town. */
export function postcodes(text: Normalised, homes: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  if (text.largest < 5) return findings;
  // "Ulvsbyg. 9 663 30": right behind the house, of whose number it seems to be a part.
  for (const { end } of homes) {
    const found = /^,? (?=[1-9]\d\d \d\d(?!\d|[.,]\d))/.exec(text.lowerDigits.slice(end, end + 12));
    if (found !== null)
      findings.push({ type: 'postcode', start: end + found[0].length, end: end + found[0].length + 6 });
  }
  const ends = new Set(homes.map((home) => home.end));
  const official = named.test(text.lower);
  for (const match of matches(code, text.lowerDigits, text.near(trace.figure))) {
    const { index: start } = match;
    const end = start + match[0].length;
    const lead = text.lower.slice(Math.max(0, start - 90), start);
    const cued = codeCue.test(lead.slice(-40)) || addressList.test(lead);
    if (official && isOfficial(lead)) continue;
    const prefixed = /^s/.test(match[0]);
    const split = /^\D*\d{3} ?\d \d$|^\D*\d \d \d/.test(match[0]);
    const home = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].some(
      (gap) => ends.has(start - gap) && untilCode.test(text.lower.slice(start - gap, start)),
    );
    const grouped = /\d{3}[ -]\d\d$/.test(match[0]);
    const next = /^,? (\p{L}+)/u.exec(text.text.slice(end, end + 40))?.[1];
    const town = next !== undefined && townNames.has(next.toLowerCase());
    const named =
      next !== undefined &&
      grouped &&
      /^\p{Lu}\p{Ll}{2,}/u.test(next) &&
      !/^(?:Jan|Feb|Mar|Apr|Maj|Jun|Jul|Aug|Sep|Okt|Nov|Dec)/.test(next);
    if (
      !(
        cued ||
        home ||
        (grouped && homes.length > 0 && match[0].includes(' ')) ||
        (split
          ? town
          : town ||
            prefixed ||
            named ||
            (houseBefore.test(lead) &&
              (grouped ||
                /^\p{Lu}/u.test(next ?? '') ||
                /\p{Lu}\p{L}+ \d{1,4}, $/u.test(text.text.slice(Math.max(0, start - 40), start)))))
      )
    )
      continue;
    if (prefixed && !grouped && !cued && !home) continue;
    findings.push({ type: 'postcode', start, end });
  }
  return findings;
}

/** Name and number before a postal code: the address of a house in the country. */
export function beforeCodes(text: Normalised, codes: readonly Finding[]): Finding[] {
  const findings: Finding[] = [];
  for (const found of codes) {
    const from = Math.max(0, found.start - 50);
    const lead = /(?:\p{Lu}\p{L}+ ){1,3}\d{1,4}(?: ?[A-Ha-h])?,? $/u.exec(text.text.slice(from, found.start));
    if (lead === null) continue;
    const start = from + lead.index;
    findings.push({ type: 'address', start, end: start + lead[0].replace(/,? $/, '').length });
  }
  return findings;
}
