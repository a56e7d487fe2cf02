import { unitAt } from './latin.ts';
import type { Reading } from './nameReading.ts';
import { kin, roles, sayable, shortRoles } from './nameWords.ts';
import type { Normalised } from './normalise.ts';

const behind = /^(?: \p{Lu}[\p{L}'-]{1,30}){0,2}(?:,? \(?(\p{L}{2,24})\)?)?[.!]?[ \r]*(?:\n|$)/u;
/** Roles and offices in short forms of one's own. */
const office =
  /^(?:rehab|handl|bist|boende|soc|arb|vuxen|samord|enhet|adm|försäk|ekon|öppenv|beroende|kund|kontakt)/;
/** How far behind a name is read on: two more words, what they are to each other and the end. */
const reach = 96;

/** "/Gulê, mamma": whether a word stands behind a stroke and nothing but what somebody is follows to the end of the line. */
export function signsOff(text: Normalised, i: number): boolean {
  const word = text.words[i]!;
  const from = text.words[i - 1]?.end ?? 0;
  // A stroke within a word parts two choices.
  const at = unitAt(text.text, word.start - 1);
  if (at !== 0x2f && !(at === 0x20 && unitAt(text.text, word.start - 2) === 0x2f)) return false;
  if (!/(?:^|[\s.!?)"])\/{1,2} ?$/.test(text.text.slice(Math.max(from, word.start - 6), word.start)))
    return false;
  if (office.test(word.key)) return false;
  const rest = text.text.slice(word.end, word.end + reach);
  // "// Lena K, ledig tisdagar", "/Moa, nås på …"
  if (/^ \p{Lu},/u.test(rest) || (i === 0 && /^, \p{Ll}/u.test(rest))) return true;
  const found = behind.exec(rest);
  if (found === null) return false;
  if (!found[0].endsWith('\n') && word.end + found[0].length < text.text.length) return false;
  const who = found[1]?.toLowerCase();
  return who === undefined || roles.has(who) || kin.has(who) || shortRoles.has(who);
}

/** A first name alone behind a colon, slash or dash: how people sign. */
export function signed(text: Normalised, i: number, reading: Reading): boolean {
  const word = text.words[i]!;
  const before = text.words[i - 1];
  // "[15:42] Lamin: vem har …"
  if (
    reading.first &&
    text.text.charAt(word.end) === ':' &&
    /\d\d\]? ?$/.test(text.text.slice(Math.max(0, word.start - 6), word.start))
  )
    return true;
  if (before === undefined || !reading.first || !sayable(word)) return false;
  return (
    /[:/\n-] ?$/.test(text.text.slice(before.end, word.start)) &&
    /^(?:[.!]?\s*$|[.!] |\n)/.test(text.text.slice(word.end, word.end + 3))
  );
}
