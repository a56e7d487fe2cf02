/** Stands for a mark on a letter that is not Latin. As itself (a soft hyphen) it never gets into a working text. */
export const markStandIn = 0xad;
/**
 * The working text is kept in Latin-1, one byte a character: patterns over it run several times faster, most of all those with
 * `\p{L}`. A letter from outside stands there as a thorn, so that every pattern still sees a letter of its case; the name
 * detectors read the real one, which a word keeps.
 */
const [capital, small, letter, number, other] = [0xde, 0xfe, 0xba, 0xbc, 0xa6];
/** Whether a unit may stand for a letter from outside, or a mark. */
export const mayStandIn = (unit: number): boolean =>
  unit === capital || unit === small || unit === letter || unit === 0x49 || unit === markStandIn;

function standInFor(char: string): number {
  // The one letter from outside whose small form is an ordinary one.
  if (char === 'İ') return 0x49;
  if (char === '€') return 0xa2;
  if (/\p{Lu}/u.test(char)) return capital;
  if (/\p{Ll}/u.test(char)) return small;
  if (/\p{L}/u.test(char)) return letter;
  if (/\p{M}/u.test(char)) return markStandIn;
  return /\p{N}/u.test(char) ? number : other;
}

const standIns = new Uint8Array(0x10000);

function standIn(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) === 0xd800) {
    // Both halves of a pair stand for the whole.
    const pair = text.codePointAt(unit < 0xdc00 ? at : at - 1) ?? 0;
    return pair > 0xffff ? standInFor(String.fromCodePoint(pair)) : other;
  }
  let found = standIns[unit]!;
  if (found === 0) {
    found = standInFor(String.fromCharCode(unit));
    standIns[unit] = found;
  }
  return found;
}

/** The unit at a place, 0 beyond either end: a string that is asked there answers slowly ever after. */
export const unitAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0;

/** As many units are made into a string at a time: a call takes no more arguments. */
const most = 4096;

/** A text of these units. One that holds only Latin-1 takes a byte each, wherever it came from. */
export function textOf(units: readonly number[]): string {
  if (units.length <= most) return String.fromCharCode(...units);
  let text = '';
  for (let from = 0; from < units.length; from += most)
    text += String.fromCharCode(...units.slice(from, from + most));
  return text;
}

/** The text with stand-ins for what lies outside Latin-1. */
export function latinOf(real: string): string {
  const units: number[] = new Array(real.length);
  for (let at = 0; at < real.length; at += 1) {
    const unit = real.charCodeAt(at);
    units[at] = unit < 0x100 ? unit : standIn(real, at);
  }
  return textOf(units);
}
