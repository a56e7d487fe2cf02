import type { Finding } from './finding.ts';
import { keyOf } from './nameKey.ts';
import { isListed } from './nameReading.ts';
import type { Normalised } from './normalise.ts';
import { ordinary } from './ordinary.ts';
import type { Word } from './words.ts';

/** Letters with dashes between them: `T-u-u-l-a`. */
export const isSpelt = (text: string, { start, end }: Word): boolean =>
  end - start >= 5 && [1, 3].every((at) => text.charAt(start + at) === '-') && text.charAt(end - 2) === '-';

/** A name spelt letter by letter: "A n n e l i". */
export function spacedOut(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.text.matchAll(
    /(?<![\p{L}\p{N}])\p{L}(?:[ .,-]{1,4}\p{L}(?![\p{L}\p{N}])){3,}/gu,
  )) {
    const before = text.lower.slice(Math.max(0, match.index - 40), match.index);
    findings.push(...spacedIn(match[0], match.index, /bokstav|stava[rs]?(?!\p{L})/u.test(before)));
  }
  return findings;
}

/** The names in a run of single letters: a wider gap or a capital behind a small letter begins the next word. */
function spacedIn(run: string, at: number, spelt: boolean): Finding[] {
  const words: { start: number; end: number; letters: string }[] = [];
  const wide = /\p{L} {2,}\p{L} [^ ]/u.test(run);
  let last = '';
  for (const { 0: letter, index } of run.matchAll(/\p{L}/gu)) {
    const word = words.at(-1);
    const parted =
      word === undefined ||
      (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(last)) ||
      (wide && /^ {2,}$/.test(run.slice(word.end, index)));
    if (parted) words.push({ start: index, end: index + letter.length, letters: letter });
    else {
      word.end = index + letter.length;
      word.letters += letter;
    }
    last = letter;
  }
  const named = words.map(({ letters }) => {
    const whole = keyOf(letters.toLowerCase());
    const known = [whole, whole.replace(/s$/, '')].some(
      (key) => key.length >= (words.length > 1 ? 3 : 4) && isListed(key),
    );
    return (
      known ||
      (spelt && whole.length >= 3) ||
      (whole.length >= 6 && whole.length <= 20 && words.length === 1 && !ordinary(whole)) ||
      (whole.length >= 5 && whole.length <= 30 && /^\p{Lu}[^\p{Lu}]*$/u.test(letters))
    );
  });
  const findings: Finding[] = [];
  for (const [i, { start, end, letters }] of words.entries()) {
    const beside = letters.length > 1 && /^\p{Lu}/u.test(letters) && (named[i - 1] || named[i + 1]);
    if (!named[i] && !beside) continue;
    const before = findings.at(-1);
    if (before !== undefined && words[i - 1]!.end + at === before.end) before.end = at + end;
    else findings.push({ type: 'person', start: at + start, end: at + end });
  }
  return findings;
}
