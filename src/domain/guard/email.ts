import type { Finding } from './finding.ts';
import { matches } from './matches.ts';
import type { Normalised } from './normalise.ts';
import { trace } from './traces.ts';

const at =
  /[@©]|[[({<] ?(?:at|a|snabb?el[- ]?a|@) ?[\])}>]|(?<=[\s.])(?:snabb?el[- ]?a|kanel[- ]?a|at|ät|alfaslang|alfa)(?=[\s.])|(?<= )vid(?= [\p{L}\p{N}-]{2,40} (?:punkt|dot) )/gu;
const dot = '(?: ?\\. ?| ?[\\[({] ?(?:dot|punkt|\\.) ?[\\])}] ?| (?:dot|punkt) )';
const domain = new RegExp(`^ ?[\\p{L}\\p{N}-]{1,63}(?:${dot}[\\p{L}\\p{N}-]{1,63}){1,4}`, 'u');
const local = new RegExp(`(?:[\\p{L}\\p{N}_%+-]{1,64}${dot}){0,4}[\\p{L}\\p{N}_%+.-]{1,64} ?$`, 'u');
const spoken = /(?: dot | punkt |[[({] ?(?:dot|punkt|\.) ?[\])}])/u;
// How many characters are read to each side of the sign.
const reach = 80;

// An address that breaks off, and one at a host that everybody knows.
const begun = /[\p{L}\p{N}][\p{L}\p{N}._+-]{1,40}$/u;
const goesOn = /[\p{L}\p{N}.,-]{2,60}/uy;
const host = / (?:at|ät) (?:hotmail|gmail|outlook|yahoo|live|icloud|telia|protonmail|msn)(?!\p{L})/gu;
const hosted = /[\p{L}\p{N}][\p{L}\p{N}._-]{1,40}$/u;

// Written letter by letter.
const lettered = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}._-] ){2,40}@(?: [\p{L}\p{N}.-](?![\p{L}\p{N}])){4,60}/gu;

/** Addresses by what stands before a sign, without a dot behind it. */
function leftOf(lower: string, signs: readonly RegExpExecArray[], before: RegExp, after?: RegExp): Finding[] {
  const findings: Finding[] = [];
  let free = 0;
  for (const { index, 0: found } of signs) {
    const from = Math.max(free, index - 41);
    const name = before.exec(lower.slice(from, index));
    if (name === null) continue;
    free = index + found.length;
    if (after !== undefined) {
      after.lastIndex = free;
      free += after.exec(lower)?.[0].length ?? 0;
    }
    findings.push({ type: 'email', start: from + name.index, end: free });
  }
  return findings;
}

/** E-mail addresses, also with the sign or the dots written out, in brackets or between spaces. */
export function email(text: Normalised): Finding[] {
  const findings: Finding[] = [];
  if (!text.holds(trace.open) && !text.announces('email') && !text.announces('dot')) return findings;
  let free = 0;
  for (const sign of matches(at, text.lower, text.nearEither(trace.open, 'email'))) {
    const from = Math.max(free, sign.index - reach);
    const end = sign.index + sign[0].length;
    const before = local.exec(text.lower.slice(from, sign.index));
    const after = domain.exec(text.lower.slice(end, end + reach));
    if (before === null || after === null) continue;
    // The bare word "at" is an e-mail sign only where a dot is spoken too, or the name before it cannot be a word.
    const word = /^\p{L}/u.test(sign[0]);
    const said = spoken.test(after[0]);
    const shouted = text.text.slice(sign.index, end) === 'AT';
    if (sign[0] === 'at' && !said && !shouted && !/[\d._]/.test(before[0].trim())) continue;
    let tail = after[0];
    if (word || said)
      tail = tail.replace(/(?: ?\. | \.)[\p{L}\p{N}-]+$/u, (part) =>
        part.startsWith(' .') || said ? part : '',
      );
    else if (!/^ ?[\p{L}\p{N}-]+ ?\. ?/u.test(tail)) continue;
    // A full stop and the next sentence are not part of the address.
    else tail = tail.replace(/(?<=\.[\p{L}\p{N}-]{2,})\. .*$/u, '');
    let start = from + before.index;
    // Words before a spaced dot belong to the sentence unless the dot is spoken.
    const lead = /^.*\. (?=[\p{L}\p{N}])/u.exec(before[0]);
    if (lead !== null) start += lead[0].length;
    const finish = end + tail.trimEnd().length;
    if (finish - start < 5) continue;
    findings.push({ type: 'email', start, end: finish });
    free = finish;
  }
  if (text.holds(trace.at)) {
    findings.push(...leftOf(text.lower, matches(/@/g, text.lower), begun, goesOn));
    for (const { index, 0: found } of matches(lettered, text.lower, text.near(trace.at)))
      findings.push({ type: 'email', start: index, end: index + found.length });
  }
  if (text.announces('email'))
    findings.push(...leftOf(text.lower, matches(host, text.lower, text.near(0, 'email')), hosted));
  return findings;
}
