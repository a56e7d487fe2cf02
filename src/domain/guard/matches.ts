import type { Cue } from './cues.ts';
import { bitOf, goesOn } from './cues.ts';
import type { Stretch } from './near.ts';
import type { Normalised } from './normalise.ts';

const none: readonly RegExpExecArray[] = [];

/** Global patterns as they are asked of one place. */
const sticky = new Map<RegExp, RegExp>();
function stickyOf(pattern: RegExp): RegExp {
  let found = sticky.get(pattern);
  if (found === undefined) {
    found = new RegExp(pattern.source, pattern.flags.replace('g', 'y'));
    sticky.set(pattern, found);
  }
  return found;
}

/**
 * Every match of a global pattern, in a long text only of those that begin `within` some stretches of it. Most texts hold none,
 * and `matchAll` would copy the pattern to find that out.
 */
export function matches(
  pattern: RegExp,
  text: string,
  within?: readonly Stretch[],
): readonly RegExpExecArray[] {
  if (within !== undefined) return matchesWithin(pattern, text, within);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** What a stretch by itself seems to hold is asked of the whole text, of which it may be part of a word. */
function matchesWithin(
  pattern: RegExp,
  text: string,
  within: readonly Stretch[],
): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (const { from, to } of within) {
    const part = text.slice(from, to);
    pattern.lastIndex = 0;
    for (let seen = pattern.exec(part); seen !== null; seen = pattern.exec(part)) {
      const at = from + seen.index;
      const asked = stickyOf(pattern);
      asked.lastIndex = at;
      const match = at < free ? null : asked.exec(text);
      if (match !== null) {
        found.push(match);
        free = at + match[0].length;
        pattern.lastIndex = free - from;
      }
      if (seen[0] === '' || match === null) pattern.lastIndex = seen.index + Math.max(1, seen[0].length);
    }
  }
  return found;
}

/** Whether a global pattern matches anywhere. */
export function hasMatch(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/**
 * Every match of a sticky pattern whose matches all begin where a word of this kind does, or a part of one; `lower` is the text
 * in lower case or a variant of it. A long text is so read at a few words only.
 */
export function announcedBy(
  pattern: RegExp,
  text: Normalised,
  cue: Cue,
  lower: string,
): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const bit = bitOf(cue);
  let free = 0;
  for (const { start, end, lexeme } of text.announcing) {
    if ((lexeme.cues & bit) === 0) continue;
    for (let at = start; at < end; at += 1) {
      if (at >= free && (at === start || !goesOn(lower.charCodeAt(at - 1)))) {
        pattern.lastIndex = at;
        const match = pattern.exec(lower);
        if (match !== null) {
          found.push(match);
          free = at + match[0].length;
        }
      }
      if (lexeme.simple) break;
    }
  }
  return found;
}
