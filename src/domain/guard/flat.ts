import type { Draft, Normalised } from './normalise.ts';
import { complete } from './normalise.ts';

const dressing = /[*"'~[\]|<>\n]/;

/**
 * The text without what only dresses it: marks of emphasis and quotation are left out, line breaks and bars are spaces, so that
 * a number set in bold or broken over two lines is read in one. Undefined for a text that wears none, or has no number in it.
 */
export function flattened(source: Draft, plain: Normalised): Normalised | undefined {
  if (!dressing.test(source.text)) return undefined;
  if (!plain.numbered && !plain.text.includes('@') && !plain.announces('email')) return undefined;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < source.text.length; at += 1) {
    const unit = source.text.charAt(at);
    if (dressing.test(unit) && !/[\n|<>]/.test(unit)) continue;
    text += dressing.test(unit) ? ' ' : unit;
    starts.push(source.starts?.[at] ?? at);
    ends.push(source.ends?.[at] ?? at + 1);
  }
  return complete({ text, starts, ends });
}
