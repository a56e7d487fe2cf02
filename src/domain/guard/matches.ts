import type { Cue } from './cues.ts';
import { bitOf, goesOn } from './cues.ts';
import type { Normalised } from './normalise.ts';

const none: readonly RegExpExecArray[] = [];

/** Every match of a global pattern. Most texts hold none, and `matchAll` would copy the pattern to find that out. */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
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
  for (const { start, end, lexeme } of text.everyWord) {
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
