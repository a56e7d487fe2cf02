import type { Association } from './association.ts';
import type { DeclineReason } from './codes.ts';
import { chooseFunction, type Routed, ruleNumbered, rulesHolding } from './routing.ts';

/** Something that speaks against a rule: a no of the wrong kind, or a coordinator who chose otherwise. */
export type Sign = {
  at: string;
  consultation: string;
  agency: string;
  /** Counted from 0; undefined where no rule held. */
  rule: number | undefined;
} & (
  | { is: 'decline'; reason: Extract<DeclineReason, 'wrong-remit' | 'wrong-area'>; function: string }
  | { is: 'override'; function: string }
);

/** A rule that should be looked at, and since when it is spoken against. */
export type Suggestion = { agency: string; rule: number | undefined; since: string; count: number } & (
  | { is: 'declines'; reasons: readonly ('wrong-remit' | 'wrong-area')[] }
  | { is: 'overrides'; function: string }
);

/** So many of the same kind are no chance any more. */
export const ENOUGH = 3;

const keyOf = (sign: Sign): string =>
  `${sign.is} ${sign.agency} ${sign.rule ?? ''} ${sign.is === 'override' ? sign.function : ''}`;

const consultationsIn = (signs: readonly Sign[]): number =>
  new Set(signs.map(({ consultation }) => consultation)).size;

/** The signs of which there are enough to look at the consultations behind them; one consultation counts once. */
export const crowded = (signs: readonly Sign[]): readonly Sign[] =>
  [...Map.groupBy(signs, keyOf).values()].filter((group) => consultationsIn(group) >= ENOUGH).flat();

/**
 * Which rules to try a change of: three equal overrides by coordinators, or three no of a wrong kind under one rule. A
 * sign counts only while the rules still send that request the same way, so a suggestion goes when it has been followed.
 */
export function suggestionsOf(
  association: Association,
  signs: readonly Sign[],
  requests: ReadonlyMap<string, Routed>,
): readonly Suggestion[] {
  const standing = signs.filter((sign) => {
    const request = requests.get(sign.consultation);
    return request !== undefined && stands(association, sign, request);
  });
  return [...Map.groupBy(standing, keyOf).values()]
    .filter((group) => consultationsIn(group) >= ENOUGH)
    .map(suggestionOf)
    .sort((a, b) => b.count - a.count || (a.since < b.since ? -1 : 1));
}

function stands(association: Association, sign: Sign, request: Routed): boolean {
  const { agency, rule } = sign;
  if (sign.is === 'decline')
    return (
      rule !== undefined &&
      rulesHolding(association, request, agency).includes(rule) &&
      ruleNumbered(association, agency, rule)?.function === sign.function
    );
  const now = chooseFunction(association, request, agency, []);
  return now?.rule === rule && now?.function.id !== sign.function;
}

function suggestionOf(group: readonly Sign[]): Suggestion {
  const first = group[0]!;
  const since = group.map(({ at }) => at).sort()[0]!;
  const said = { agency: first.agency, rule: first.rule, since, count: consultationsIn(group) };
  if (first.is === 'override') return { ...said, is: 'overrides', function: first.function };
  const reasons = group.flatMap((sign) => (sign.is === 'decline' ? [sign.reason] : []));
  return { ...said, is: 'declines', reasons: [...new Set(reasons)].sort() };
}
