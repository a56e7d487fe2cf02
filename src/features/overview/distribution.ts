import { z } from 'zod';
import { dayOfMonth, functionName } from '../../cards/frame.ts';
import { card, facts, heading, line, quiet } from '../../cards/parts.ts';
import { askable, personOf } from '../../domain/association.ts';
import { distributionOf, type Spread } from '../../domain/distribution.ts';
import { type Period, periodOf } from '../../domain/period.ts';
import { addDays, dayOf } from '../../domain/zone.ts';
import { loadsOf } from '../../store/legs.ts';
import { askedIn } from '../../store/routed.ts';
import { routingTexts } from '../../texts/routing.ts';
import { type Action, action, optionalId, type Reply, replyCard, type Saying, type Turn } from '../turn.ts';
import { named } from '../words.ts';
import { stretchOf } from './past.ts';

const DAYS = 90;
const LINES = 20;
/** So many changes are counted: two years of a busy association. More would hold everybody else up. */
const MOST = 20_000;

async function distribution(
  turn: Turn,
  agency: string | undefined,
  said: string | undefined,
): Promise<Reply> {
  const { association, house } = turn;
  const t = routingTexts[turn.language];
  const today = dayOf(turn.now, association.timeZone);
  const lately: Period = { from: addDays(today, 1 - DAYS), to: today };
  const period = (said === undefined ? undefined : periodOf(said, today)) ?? lately;
  const { asked, since } = await askedIn(
    house.store,
    association.id,
    stretchOf(period, association.timeZone),
    MOST,
  );
  const functions = association.functions.filter((one) => agency === undefined || one.agency === agency);
  const people = [...new Set(functions.flatMap((one) => one.people))].filter(
    (id) => personOf(association, id)?.capacity !== undefined,
  );
  const loads = await loadsOf(house.store.db, association.id, people);
  const spreads = distributionOf(
    { ...association, functions },
    asked,
    (person) => loads.get(person)?.openLegs ?? 0,
  );
  const title = t.distributionTitle({
    from: dayOfMonth(turn, period.from),
    to: dayOfMonth(turn, period.to),
  });
  const shown = spreads.slice(0, LINES);
  return replyCard(
    card(
      [
        heading(title),
        quiet(t.distributionIntro),
        since === undefined ? undefined : line(t.spreadSince(dayOfMonth(turn, since))),
        facts(shown.map((one) => [functionName(turn, one.function), spreadText(turn, one)] as const)) ??
          line(t.noFunctions),
        spreads.length > shown.length && line(t.more(spreads.length - shown.length)),
      ],
      title,
    ),
  );
}

function spreadText({ language }: Turn, { people, questions, each }: Spread): string {
  const t = routingTexts[language];
  const total = t.spreadTotal({ people, count: questions });
  return each === undefined ? total : [total, t.spreadEach(each), t.spreadFull(each)].join('; ');
}

/** How the questions of a period were spread over each function, for the coordinator; nobody is named or set before another. */
export const distributionShow: Action = action({
  inputs: z.object({ agency: optionalId, period: z.string().max(12).optional() }),
  roles: ['coordinator'],
  run: (turn, { agency, period }) => distribution(turn, agency, period),
});

/** `fördelning`, `fördelning 2026-Q3`, `fördelning fk 30d` */
export const saysDistribution: Saying = {
  word: 'distribution',
  read: (rest, turn) => {
    const today = dayOf(turn.now, turn.association.timeZone);
    const period = rest.length > 0 && periodOf(rest.at(-1)!, today) ? rest.at(-1)! : undefined;
    const others = period === undefined ? rest : rest.slice(0, -1);
    const agency = others.length > 0 ? named(askable(turn.association), others.join(' ')) : undefined;
    if (others.length > 0 && !agency) return undefined;
    return {
      action: 'distribution.show',
      inputs: { ...(agency ? { agency: agency.id } : {}), ...(period ? { period } : {}) },
    };
  },
};
