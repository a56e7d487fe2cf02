import type { Detector } from './detectors.ts';
import { detectors, joiningDetectors, numberDetectors } from './detectors.ts';
import type { Finding, FindingType } from './finding.ts';
import { blocks } from './finding.ts';
import { flattened } from './flat.ts';
import { elsewhere, halvesOf } from './halves.ts';
import type { Normalised } from './normalise.ts';
import { complete, draft } from './normalise.ts';
import type { Region } from './regions.ts';
import { tells } from './regions.ts';
import { spelledAround, spelledOut } from './spelled.ts';

export type { Finding, FindingType } from './finding.ts';

/** What the guard says of a text: findings in UTF-16 offsets of the text as given, sorted; blocking and asking ones apart. */
export type Judgement = { verdict: 'pass' | 'ask' | 'block'; findings: readonly Finding[] };

/** The longest text that is judged, in UTF-16 units; a longer one is refused unread. */
export const longestText = 4000;

/** Every finding of a text of any length, before the cap and before a fault is caught; made to test that cost follows length. */
export function examine(text: string, ask: readonly Detector[] = detectors): Finding[] {
  const source = draft(text);
  const plain = complete(source);
  const ranked: { finding: Finding; rank: number }[] = [];
  const look = (view: Normalised, asked: readonly Detector[], region?: Region): void => {
    for (let rank = 0; rank < asked.length; rank += 1) {
      for (const { type, start, end } of asked[rank]!(view)) {
        const place = view.locate(start, end);
        if (place.end > place.start && (region === undefined || tells(region, place)))
          ranked.push({ finding: { type, ...place }, rank });
      }
    }
  };
  look(plain, ask);
  const again = ask === detectors || ask === joiningDetectors ? numberDetectors : ask;
  for (const { view, region } of spelledAround(source, plain)) look(view, again, region);
  for (const { view, region } of flattened(source, plain)) look(view, again, region);
  return ranked.length === 0 ? [] : apart(ranked);
}

/** Findings that touch the same characters become one of the weightier type; combinations stand beside the others. */
function apart(ranked: readonly { finding: Finding; rank: number }[]): Finding[] {
  const beside = ranked.filter(({ finding }) => finding.type === 'combination').map(({ finding }) => finding);
  const sorted = ranked
    .filter(({ finding }) => finding.type !== 'combination')
    .sort((a, b) => a.finding.start - b.finding.start || b.finding.end - a.finding.end || a.rank - b.rank);
  const merged: { finding: Finding; rank: number }[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.finding.start >= last.finding.end) {
      merged.push({ finding: { ...next.finding }, rank: next.rank });
      continue;
    }
    last.finding.end = Math.max(last.finding.end, next.finding.end);
    if (next.rank < last.rank) {
      last.finding.type = next.finding.type;
      last.rank = next.rank;
    }
  }
  return [...merged.map(({ finding }) => finding), ...beside].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

function verdictOf(findings: readonly Finding[]): Judgement['verdict'] {
  if (findings.some((finding) => blocks(finding.type))) return 'block';
  return findings.some((finding) => finding.type === 'person') ? 'ask' : 'pass';
}

const unchecked = (text: string): Judgement => ({
  verdict: 'block',
  findings: [{ type: 'unchecked', start: 0, end: text.length }],
});

/** Judges one text; an over-long one and one on which a detector fails are refused whole (`unchecked`), an empty one passes. */
export function judge(text: string, ask: readonly Detector[] = detectors): Judgement {
  if (text.length > longestText) return unchecked(text);
  try {
    const findings = examine(text, ask);
    return { verdict: verdictOf(findings), findings };
  } catch {
    return unchecked(text);
  }
}

/** The text with every finding replaced by its type's label in square brackets, e.g. `[personnummer]`. */
export function mask(
  text: string,
  findings: readonly Finding[],
  label: (type: FindingType) => string,
): string {
  let out = '';
  let from = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (finding.end <= from) continue;
    out += text.slice(from, Math.max(from, finding.start));
    if (finding.start >= from) out += `[${label(finding.type)}]`;
    from = finding.end;
  }
  return out + text.slice(from);
}

/** The part of a finding that lies in one field, or undefined where it holds no letter or figure of it. */
function partIn(finding: Finding, start: number, text: string): Finding | undefined {
  const from = Math.max(finding.start - start, 0);
  const to = Math.min(finding.end - start, text.length);
  if (to <= from || !/[\p{L}\p{N}@]/u.test(text.slice(from, to))) return undefined;
  return { type: finding.type, start: from, end: to };
}

/** Blocking findings that only show when the fields of a form are read as one text, by field. */
function split(filled: readonly (readonly [string, string])[], joint: string): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const starts: number[] = [];
  let whole = '';
  for (const [, text] of filled) {
    if (whole !== '') whole += joint;
    starts.push(whole.length);
    whole += text;
  }
  let first = 0;
  for (const finding of examine(whole, joiningDetectors)) {
    if (!blocks(finding.type)) continue;
    while (first < filled.length && starts[first]! + filled[first]![1].length <= finding.start) first += 1;
    const parts: [string, Finding][] = [];
    for (let i = first; i < filled.length && starts[i]! < finding.end; i += 1) {
      const part = partIn(finding, starts[i]!, filled[i]![1]);
      if (part !== undefined) parts.push([filled[i]![0], part]);
    }
    if (parts.length < 2) continue;
    for (const [name, part] of parts) found.set(name, [...(found.get(name) ?? []), part]);
  }
  return found;
}

/** The halves of personal numbers that stand in different fields, whatever stands between them, by field. */
function parted(filled: readonly (readonly [string, string])[]): Map<string, Finding[]> {
  const views = filled.map(([, text]) => {
    const source = draft(text);
    const plain = complete(source);
    return spelledOut(source, plain) ?? plain;
  });
  const found = new Map<string, Finding[]>();
  for (const [nth, halves] of elsewhere(views.map(halvesOf)).entries()) {
    const findings = halves.map(({ start, end }) => ({
      type: 'personnummer' as const,
      ...views[nth]!.locate(start, end),
    }));
    if (findings.length > 0) found.set(filled[nth]![0], findings);
  }
  return found;
}

/**
 * Judges each field of one form, and the fields read on into each other in the order given: an identifier that is split
 * over neighbouring fields blocks each of them, and so do the halves of a personal number in any two. Empty fields stand in
 * nobody's way.
 */
export function judgeFields(fields: Readonly<Record<string, string>>): Readonly<Record<string, Judgement>> {
  const judged: Record<string, Judgement> = {};
  for (const [name, text] of Object.entries(fields)) judged[name] = judge(text);
  const filled = Object.entries(fields).filter(
    ([, text]) => text.trim() !== '' && text.length <= longestText,
  );
  for (const look of [() => split(filled, ' '), () => split(filled, ''), () => parted(filled)]) {
    let found: Map<string, Finding[]>;
    try {
      found = look();
    } catch {
      for (const [name, text] of filled) judged[name] = unchecked(text);
      break;
    }
    for (const [name, parts] of found) {
      const before = judged[name]!.findings;
      const fresh = parts.filter(
        (part) =>
          !before.some((other) => blocks(other.type) && other.start < part.end && part.start < other.end),
      );
      const kept = before.filter(
        (other) =>
          other.type !== 'person' || !fresh.some((part) => part.start < other.end && other.start < part.end),
      );
      const findings = [...kept, ...fresh].sort((a, b) => a.start - b.start || a.end - b.end);
      judged[name] = { verdict: verdictOf(findings), findings };
    }
  }
  return judged;
}
