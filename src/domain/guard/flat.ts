import { hasMatch, matches } from './matches.ts';
import type { Draft, Normalised } from './normalise.ts';
import { complete } from './normalise.ts';
import { copyOrigins, located, noOrigins, standFor } from './origins.ts';
import type { Region } from './regions.ts';
import { regionsAround } from './regions.ts';
import { trace } from './traces.ts';

// Such a mark where it can part a number or an address of mail from what belongs to it.
const dressed = /[\d@(] ?[*"'~[\]|<>\n]|[*"'~[\]|<>\n][*_ ]{0,2}[\d@(]|\n *snab|\d(?:%20|&nbsp;)/g;
// Such a mark in reach of a figure or a sign behind it: what stands before it may announce that.
const before = /[*"'~[\]|<>\n](?=[^\d@]{0,60}[\d@])/g;
// What dresses a text, and a space as browsers and web pages write it.
const dressing = /[*"'~[\]|<>\n]|%20|&nbsp;/g;
const parts = /^(?:[|<>\n%&])/;

/** A stretch of the text read otherwise. */
export type View = { readonly view: Normalised; readonly region: Region };

/**
 * The text without what only dresses it: marks of emphasis and quotation are left out, line breaks and bars are spaces, so that
 * a number set in bold or broken over two lines is read in one. Nothing for a text that wears none, or has no number in it.
 */
export function flattened(source: Draft, plain: Normalised): View[] {
  if (!plain.holds(trace.dressing)) return [];
  if (!plain.numbered && !plain.holds(trace.at) && !plain.announces('email')) return [];
  if (!hasMatch(dressed, source.text)) return [];
  const spots = [...matches(dressed, source.text), ...matches(before, source.text)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    .sort((a, b) => a.start - b.start);
  return regionsAround(source.text, spots).map((region) => ({ view: undressed(source, region), region }));
}

function undressed(source: Draft, { start, end }: Region): Normalised {
  const origins = noOrigins();
  let text = '';
  let from = start;
  dressing.lastIndex = start;
  for (let match = dressing.exec(source.text); match !== null; match = dressing.exec(source.text)) {
    const { index, 0: found } = match;
    if (index >= end) break;
    text += source.text.slice(from, index);
    copyOrigins(origins, source.origins, from, index);
    from = index + found.length;
    if (!parts.test(found)) continue;
    const place = located(source.origins, index, from);
    text += ' ';
    standFor(origins, 1, place.start, place.end);
  }
  copyOrigins(origins, source.origins, from, end);
  return complete({ text: text + source.text.slice(from, end), origins });
}
