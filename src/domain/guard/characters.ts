import { digitOf, isForeign } from './lookalikes.ts';

/** What stands between letters without being seen. */
export const invisible = /^(?:[\p{Cf}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5)$/u;
const dash = /^[\p{Pd}\u2212\u2043\u02d7\u2796\u23af\u2500\u2501\u30fc\u1806\u00af\u203e]$/u;
/** What is set on a letter. */
export const mark = /^\p{M}$/u;
const space = /^[\p{Zs}\t\v\f\u0000-\u0008\u000e-\u001f\u007f-\u009f]$/u;
const latin = /^[\p{Script=Latin}\p{Script=Common}]$/u;
const dingbatDigits = '❶❷❸❹❺❻❼❽❾➊➋➌➍➎➏➐➑➒➀➁➂➃➄➅➆➇➈';

function plain(char: string): string {
  if (invisible.test(char)) return '';
  if (dash.test(char)) return '-';
  if (space.test(char)) return ' ';
  if ('\n\r\u2028\u2029\u0085'.includes(char)) return '\n';
  if ('’‘ʼʹ′´`＇‛'.includes(char)) return "'";
  if ('·•∙․‧⋅。．'.includes(char)) return '.';
  if ('⁄∕⧸'.includes(char)) return '/';
  if ('“”„«»″〝〞'.includes(char)) return '"';
  const value = digitOf(char);
  if (value !== undefined) return String(value);
  const dingbat = dingbatDigits.indexOf(char);
  if (dingbat >= 0) return String((dingbat % 9) + 1);
  return char;
}

/** One letter and the marks on it, composed and made plain; marks that do not compose with a Latin letter are dropped. */
export function settle(cluster: string): string {
  let out = '';
  let base = '';
  for (const char of cluster.replaceAll('´', "'").normalize('NFKC')) {
    if (mark.test(char)) {
      if (base !== '' && !latin.test(base)) out += char;
      continue;
    }
    base = char;
    out += plain(char);
  }
  return out;
}

/** Added to the unit of a letter that may pose as Latin. */
export const foreign = 0x10000;
const unread = 0xffffffff;
const simple = new Uint32Array(0x10000).fill(unread);

/**
 * What a character becomes when it stands for itself whatever stands next to it: its unit, plus `foreign` for a letter that
 * may pose as Latin; 0 for what takes more thought. Most of any text is read by this table alone.
 */
function simpleUnit(code: number): number {
  // Half of a character that takes two units.
  if (code >= 0xd800 && code <= 0xdfff) return 0;
  const char = String.fromCharCode(code);
  if (mark.test(char) || invisible.test(char)) return 0;
  const settled = settle(char);
  return settled.length === 1 ? settled.charCodeAt(0) + (isForeign(settled) ? foreign : 0) : 0;
}

/** What a character becomes wherever it stands (`simpleUnit`), or 0. */
export function unitOf(code: number): number {
  let unit = simple[code]!;
  if (unit === unread) {
    unit = simpleUnit(code);
    simple[code] = unit;
  }
  return unit;
}

/** Whether what begins here may change or join the character before it: a mark, something invisible. */
export const joins = (code: number): boolean => code > 0x7f && unitOf(code) === 0;
