import { agencyName, dayOfMonth, functionName, listed, say } from '../../cards/frame.ts';
import { actions, type Element, line, plain, subheading } from '../../cards/parts.ts';
import { ruleNumbered } from '../../domain/routing.ts';
import { crowded, type Sign, type Suggestion, suggestionsOf } from '../../domain/ruleSuggestions.ts';
import { addDays, dayOf, instantAt } from '../../domain/zone.ts';
import type { DetailValue, Recorded } from '../../store/records.ts';
import { changesOf, requestsOf } from '../../store/routed.ts';
import { routingTexts } from '../../texts/routing.ts';
import type { Turn } from '../turn.ts';

const DAYS = 90;
const LINES = 3;
/** So many of the newest refusals and assignments are looked at: what happens oftener than that is seen anyhow. */
const MOST = 500;

/** Rules that have met with the same no three times, or been overridden three times alike; nothing when there is none. */
export async function suggestionsPart(turn: Turn): Promise<Element[]> {
  const { association, house, now } = turn;
  const from = instantAt(addDays(dayOf(now, association.timeZone), -DAYS), 0, association.timeZone);
  const rows = await changesOf(
    house.store,
    association.id,
    ['leg.assign', 'respond.decline'],
    from.toISOString(),
    MOST,
  );
  const signs = crowded(rows.flatMap((row) => signsIn(turn, row)));
  if (signs.length === 0) return [];
  const ids = [...new Set(signs.map(({ consultation }) => consultation))];
  const found = suggestionsOf(association, signs, await requestsOf(house.store, ids));
  if (found.length === 0) return [];
  const shown = found.slice(0, LINES);
  return [
    subheading(routingTexts[turn.language].suggestions),
    ...shown.flatMap((one) => suggestionLines(turn, one)),
    ...(found.length > shown.length ? [line(say(turn).talk.mineMore(found.length - shown.length))] : []),
  ];
}

/** What one row of the log says against a rule: the event that says it carries the rule it was asked by. */
function signsIn({ association }: Turn, { verb, actor, at, consultation, detail }: Recorded): Sign[] {
  const events = Array.isArray(detail.events) ? (detail.events as readonly DetailValue[]) : [];
  const byCoordinator = association.people.some(({ id, role }) => id === actor && role === 'coordinator');
  return events.flatMap((event): Sign[] => {
    const { is, agency, rule, function: named, reason } = event as Readonly<Record<string, unknown>>;
    if (typeof agency !== 'string' || typeof named !== 'string') return [];
    const known = { at, consultation, agency, rule: typeof rule === 'number' ? rule : undefined };
    if (verb === 'leg.assign' && is === 'offered' && byCoordinator)
      return [{ ...known, is: 'override', function: named }];
    if (is === 'declined' && (reason === 'wrong-remit' || reason === 'wrong-area'))
      return [{ ...known, is: 'decline', reason, function: named }];
    return [];
  });
}

function suggestionLines(turn: Turn, one: Suggestion): Element[] {
  const t = routingTexts[turn.language];
  const rule = one.rule === undefined ? undefined : ruleNumbered(turn.association, one.agency, one.rule);
  const when = rule?.when ?? {};
  const about = {
    agency: agencyName(turn, one.agency),
    number: one.rule === undefined ? undefined : one.rule + 1,
    isDefault: one.rule !== undefined && Object.keys(when).length === 0,
    count: one.count,
    since: dayOfMonth(turn, one.since),
  };
  const text =
    one.is === 'declines'
      ? t.suggestDeclines({
          ...about,
          reasons: listed(
            one.reasons.map((code) => t.reason[code]),
            say(turn).form.and,
          ),
        })
      : t.suggestOverrides({ ...about, fn: functionName(turn, one.function) });
  // The rule as it stands, to be narrowed; what the consultations behind it share is content and stays out.
  const filled = {
    agency: one.agency,
    function: one.is === 'overrides' ? one.function : undefined,
    municipality: when.municipality?.join(','),
    ageBand: when.ageBand?.join(','),
    template: when.template?.join(','),
    certificate: when.certificate?.join(','),
  };
  return [line(text), actions([plain('rule.open', t.tryRule, filled)])!];
}
