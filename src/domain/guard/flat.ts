import type { Draft, Normalised } from './normalise.ts';
import { complete } from './normalise.ts';

// Such a mark where it can part a number or an address of mail from what belongs to it.
const dressed = /[\d@(] ?[*"'~[\]|<>\n]|[*"'~[\]|<>\n][*_ ]{0,2}[\d@(]|\n *snab|\d(?:%20|&nbsp;)/;
// A space as browsers and web pages write it.
const encoded = /^(?:%20|&nbsp;)/;
const dressing = /[*"'~[\]|<>\n]/;

/**
 * The text without what only dresses it: marks of emphasis and quotation are left out, line breaks and bars are spaces, so that
 * a number set in bold or broken over two lines is read in one. Undefined for a text that wears none, or has no number in it.
 */
export function flattened(source: Draft, plain: Normalised): Normalised | undefined {
  if (!dressed.test(source.text)) return undefined;
  if (!plain.numbered && !plain.text.includes('@') && !plain.announces('email')) return undefined;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.text.length; at += 1) {
    const letter = source.text.charAt(at);
    const coded =
      letter === '%' || letter === '&' ? (encoded.exec(source.text.slice(at, at + 6))?.[0] ?? '') : '';
    const unit = coded === '' ? letter : '|';
    if (dressing.test(unit) && !/[\n|<>]/.test(unit)) continue;
    text += dressing.test(unit) ? ' ' : unit;
    starts.push(source.starts?.[at] ?? at);
    at += Math.max(0, coded.length - 1);
    ends.push(source.ends?.[at] ?? at + 1);
  }
  return complete({ text, starts, ends });
}
