import type { Association, Rule } from './association.ts';
import type { DeclineReason } from './codes.ts';
import { type Consultation, type LegState, legOf } from './consultation.ts';
import type { Counted } from './counted.ts';
import { candidates, chooseFunction, type Routed } from './routing.ts';

/** One agency's part of a past consultation: what the rules look at, and how it went. */
export type Past = {
  request: Routed;
  state: LegState;
  declines: readonly DeclineReason[];
  barred: readonly string[];
  /** The function a coordinator gave it to by hand. */
  byHand: string | undefined;
};

/** How legs really went. One may have been declined first and accepted after that, so these do not add up to a whole. */
export type Went = {
  accepted: number;
  advised: number;
  wrongArea: number;
  wrongRemit: number;
  byHand: number;
};

/** Questions that would have gone to another function; undefined is nobody, the coordinator. */
export type Moved = { from: string | undefined; to: string | undefined; count: number; went: Went };

export type Trial = {
  /** The agency's questions the rule was tried on. */
  tried: number;
  moved: readonly Moved[];
  /** Of those that would have moved: for how many nobody had been there to ask, with the rule and without it. */
  nobody: { with: number; without: number };
};

/** An agency's part of a consultation that is kept; undefined when it was not asked. */
export function pastOf(consultation: Consultation, agency: string): Past | undefined {
  const leg = legOf(consultation, agency);
  return (
    leg && {
      request: consultation.request,
      state: leg.is,
      declines: leg.declines.map(({ reason }) => reason),
      barred: leg.barred,
      byHand: leg.routing?.chosen === 'assigned' ? leg.function : undefined,
    }
  );
}

/** As `pastOf`, of a consultation that is only counted any more: who was there is no longer known. */
export function countedPast(counted: Counted, agency: string): Past | undefined {
  const leg = counted.legs.find((one) => one.agency === agency);
  return leg && { request: counted, state: leg.state, declines: leg.declines, barred: [], byHand: undefined };
}

/**
 * What would have become of an agency's past questions if this rule had stood before its others; without conditions it
 * is a default, and comes after all that have some. It is held against the rules as they are now, on the people who are
 * there now: working time, absence and capacity of the day are not known any more. Nothing is changed or sent.
 */
export function tryRule(association: Association, past: readonly Past[], rule: Rule): Trial {
  const changed = { ...association, rules: [rule, ...association.rules] };
  const moves = new Map<string, Moved>();
  const nobody = { with: 0, without: 0 };
  for (const one of past) {
    const from = chooseFunction(association, one.request, rule.agency, [])?.function.id;
    const to = chooseFunction(changed, one.request, rule.agency, [])?.function.id;
    if (from === to) continue;
    if (!hasSomebody(association, one, from)) nobody.without += 1;
    if (!hasSomebody(association, one, to)) nobody.with += 1;
    const key = `${from ?? ''} ${to ?? ''}`;
    const before = moves.get(key) ?? { from, to, count: 0, went: nothing };
    moves.set(key, { ...before, count: before.count + 1, went: added(before.went, one, to) });
  }
  return {
    tried: past.length,
    moved: [...moves.values()].sort((a, b) => b.count - a.count || (`${a.from}` < `${b.from}` ? -1 : 1)),
    nobody,
  };
}

const nothing: Went = { accepted: 0, advised: 0, wrongArea: 0, wrongRemit: 0, byHand: 0 };

const added = (went: Went, { state, declines, byHand }: Past, to: string | undefined): Went => ({
  accepted: went.accepted + Number(state === 'accepted'),
  advised: went.advised + Number(state === 'advised'),
  wrongArea: went.wrongArea + Number(declines.includes('wrong-area')),
  wrongRemit: went.wrongRemit + Number(declines.includes('wrong-remit')),
  byHand: went.byHand + Number(to !== undefined && byHand === to),
});

const hasSomebody = (
  association: Association,
  { request, barred }: Past,
  named: string | undefined,
): boolean =>
  named !== undefined &&
  candidates(association, named, request.municipality).some(({ id }) => !barred.includes(id));
