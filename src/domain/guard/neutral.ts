import type { Cue } from './cues.ts';
import { bitOf, mayHold } from './cues.ts';
import { matches } from './matches.ts';
import type { Zones } from './near.ts';
import { stretchesOf, stretchesOfEither } from './near.ts';
import { trace } from './traces.ts';

/** Fills a clean reference so that no detector reads its figures; the length stays. */
export const filler = '¤';

/** Luhn's check over a string of figures, as personal, organisation and giro numbers use it. */
export function luhn(figures: string): boolean {
  let sum = 0;
  for (let i = 0; i < figures.length; i += 1) {
    const value = (figures.charCodeAt(figures.length - 1 - i) - 48) * (i % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const bothDates = (found: string): boolean =>
  found.split(/\D+/).every((figures) => {
    const month = Number(figures.slice(-4, -2));
    const day = Number(figures.slice(-2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  });

const series =
  'SFS|SOU|Ds|[Dd]ir|[Pp]rop|[Ss]kr|[Bb]et|RIR|HSLF-FS|SOSFS|FFFS|AFS|TSFS|RFFS|RAFS|MIGRFS|SKVFS|FKFS|HFD|RÅ|NJA|MIG';

/** The shape of a clean reference, and what a text must hold of which it can be part: a word, a trace, a part soon looked for. */
type Clean = {
  readonly shape: RegExp;
  readonly cue?: Cue;
  readonly traced?: number;
  readonly hint?: RegExp;
  readonly when?: (found: string) => boolean;
};

const clean: readonly Clean[] = [
  // The product's own case references, and the older KT form.
  { cue: 'kept', shape: /(?<![\p{L}\p{N}-])K-[A-Z0-9]{4,5}-[A-Z0-9](?![\p{L}\p{N}])/giu },
  { cue: 'kept', shape: /(?<![\p{L}\p{N}-])KT-(?:19|20)\d\d-\d{4}(?![\p{L}\p{N}-])/gu },
  // Laws, inquiries, bills and case law.
  {
    traced: trace.colon,
    shape: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${series})\\.?(?: nr)? ?\\d{4}(?:/\\d\\d)?:[\\p{L}\\d]{1,6}(?![\\p{L}\\p{N}:/-])`,
      'gu',
    ),
  },
  {
    traced: trace.dash,
    shape:
      /(?<![\p{L}\p{N}])(?:JO|JK|HFD|RÅ|KamR)(?::?s)?(?: (?:beslut|dom|avgörande))?(?: med| i)?(?: dnr| mål nr| nr)? ?\d{1,5}-(?:19|20)?\d\d(?![\p{L}\p{N}:/-])/gu,
  },
  {
    traced: trace.colon,
    // The letters of a registry before it make it a case; a law has its own, or none.
    shape:
      /(?<![\p{L}\p{N}:/-]|(?:ärende|akt|diarie\p{L}{0,8}|dnr|journal|jnr) ?(?:nr)?:? ?(?:\p{Lu}{2,5} )?)(?:1[6-9]|20)\d\d:\d{1,4}(?![\p{L}\p{N}:/-])/gu,
  },
  { traced: trace.colon, shape: /(?<![\p{L}\p{N}:/-])(?:19|20)\d\d\/\d\d:[\p{L}\d]{1,6}(?![\p{L}\p{N}])/gu },
  {
    cue: 'kept',
    traced: trace.stroke,
    shape: /(?<![\p{L}\p{N}])C-\d{1,4}\/\d\d(?: P)?(?![\p{L}\p{N}])/gu,
  },
  // Judgments that were published to guide others.
  {
    traced: trace.dash,
    hint: /mål/i,
    shape:
      /(?:kammarrätt|kamr |högsta|hfd|migrationsöverdomstol|praxis|publicerad|refererad|vägledande|prejudikat)(?:(?!vårt|eget|klient|överklag|gett|gav |beviljat|satt |lagt )[^\n?!;]){0,60}?mål(?:et)?(?: nr\.?| nummer)? ?\d{1,5}-\d{2,4}(?! om \p{L}+s (?:sjuk|aktivitet|ersättning|bistånd|ansök|försörj|ärende))/giu,
  },
  {
    traced: trace.dash,
    hint: /mål/i,
    shape:
      /mål(?:et)?(?: nr\.?| nummer)? ?\d{1,5}-\d{2,4}(?=[^\n?!;.]{0,60}(?:publicera[td]|utlagd|refererat|refererad|domstol\.se|lagen\.nu|vägledande|prejudicerande|praxis|hfd|(?:från|i) (?:högsta|kammarrätten|migrationsöverdomstolen)))/giu,
  },
  // The yearbook of the ombudsman for justice.
  {
    traced: trace.stroke,
    shape: /(?<![\p{L}\p{N}:/-])(?:19|20)\d\d\/\d\d:? s\. ?\d{1,4}(?![\p{L}\p{N}:/-])/gu,
  },
  // A file's moment, which no personal number is.
  {
    traced: trace.six,
    shape: /(?<![\p{L}\p{N}-])20[12]\d[01]\d[0-3]\d_[0-2]\d[0-5]\d(?:[0-5]\d)?(?![\p{N}-])/gu,
    when: (found) => !luhn(found.replace(/\D/g, '').slice(2, 12)),
  },
  // An organisation number is told from a person's by its third figure.
  {
    traced: trace.six,
    shape: /(?<![\p{N}+-])\d{6}-?\d{4}(?![\p{N}-])/gu,
    when: (found) =>
      found.charAt(0) !== '0' && Number(found.charAt(2)) >= 2 && luhn(found.replace(/\D/g, '')),
  },
  // Public telephone services.
  {
    traced: trace.three,
    hint: /0(?:77|20)/,
    shape: /(?<![\p{N}+-])(?:077[0158][ -]?|020[ -])\d{2,3}[ -]?\d{2,3}(?:[ -]?\d{2})?(?![\p{N}-])/gu,
  },
  // Who answers for a whole authority.
  {
    cue: 'phone',
    traced: trace.three,
    hint: /växel/i,
    shape:
      /(?<=(?:kommunens|stadens|regionens|kassans|myndighetens) växel(?: är| har)?:? )0\d{1,3}[ -]{1,3}\d{2,3} ?\d\d ?\d{2,3}(?![\p{N}-])/giu,
  },
  {
    traced: trace.three,
    hint: /11[\d ]/,
    shape: /(?<![\p{N}+-]|\d[ .])(?:114 14|113 13|116 ?1(?:11|17|16)|1177|112)(?![\p{N}-]| \d)/gu,
  },
  // A period between two dates, written in figures.
  {
    traced: trace.six,
    shape: /(?<![\p{N}-])\d{6} ?(?:-|till|t\.o\.m\.) ?\d{6}(?![\p{N}-])/gu,
    when: bothDates,
  },
  {
    traced: trace.six,
    shape: /(?<![\p{N}-])\d{8} ?(?:-|till|t\.o\.m\.) ?\d{8}(?![\p{N}-])/gu,
    when: bothDates,
  },
  {
    traced: trace.dash,
    shape:
      /(?<![\p{N}-])(?:19|20)\d\d-\d\d-\d\d ?(?:-{1,2}|till|t\.o\.m\.|och|) ?(?:19|20)\d\d-\d\d-\d\d(?![\p{N}-])/gu,
  },
  // Money; the sign of the euro lies outside Latin-1 and stands as a cent's.
  {
    traced: trace.priced,
    shape:
      /(?<!\d[-./+ ]?)(?<![-/+])(?:\d{1,3}(?: \d{3}){0,3}|\d{1,7})(?:[.,]\d{1,2})? ?(?:kr|kronor|SEK|tkr|mkr|mnkr|euro|¢|:-)(?!\p{L})/giu,
  },
  { cue: 'money', shape: /(?<!\p{L})(?:SEK|EUR|kr) ?\d{1,3}(?:[ ,]\d{3}){0,3}(?![\p{N}-])/giu },
];

/** The text with every clean reference blanked out: same length, same offsets. */
export function neutral(text: string, traces: number, cues: number, zones: Zones | undefined): string {
  const held = mayHold(cues, 'money') ? traces | trace.priced : traces;
  let out = text;
  for (const { shape, cue, traced, hint, when } of clean) {
    if (cue !== undefined && !mayHold(cues, cue)) continue;
    if (traced !== undefined && (held & traced) === 0) continue;
    if (hint !== undefined && !hint.test(text)) continue;
    const within =
      zones &&
      (traced === trace.priced
        ? stretchesOfEither(zones, traced, bitOf('money'))
        : stretchesOf(zones, traced ?? 0, cue === undefined ? 0 : bitOf(cue)));
    let from = 0;
    let filled = '';
    for (const { index, 0: found } of matches(shape, out, within)) {
      if (when !== undefined && !when(found)) continue;
      filled += out.slice(from, index) + filler.repeat(found.length);
      from = index + found.length;
    }
    if (from > 0) out = filled + out.slice(from);
  }
  return out;
}
