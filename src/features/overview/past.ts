import type { Target } from '../../domain/association.ts';
import type { State } from '../../domain/consultation.ts';
import type { Period } from '../../domain/period.ts';
import { cuts, quarterCounts } from '../../domain/quarter.ts';
import { inBand } from '../../domain/statistics.ts';
import { addDays, instantAt } from '../../domain/zone.ts';
import { countReached } from '../../store/standingCounts.ts';
import { reachedCounts, sentCounts } from '../../store/statistics.ts';
import type { Turn } from '../turn.ts';

/** What a status is narrowed to. */
export type Chosen = {
  municipality: string | undefined;
  agency: string | undefined;
  period: Period | undefined;
};

/**
 * What is only counted any more, by state, and whether the selection cuts a quarter in which some were sent. It belongs
 * to nobody, so only the coordinator's figures hold it.
 */
export async function pastOf(
  { house, association, reader }: Turn,
  { period, ...where }: Chosen,
): Promise<{ counts: ReadonlyMap<State, number>; approximate: boolean }> {
  const counts = new Map<State, number>();
  if (reader.role !== 'coordinator') return { counts, approximate: false };
  const there = await sentCounts(house.store, association.id, where);
  for (const { sent, state, count } of there)
    if (period === undefined || quarterCounts(sent, period))
      counts.set(state, (counts.get(state) ?? 0) + count);
  return { counts, approximate: period !== undefined && there.some(({ sent }) => cuts(period, sent)) };
}

/** Whole days as instants, the latter not included. */
export const stretchOf = ({ from, to }: Period, timeZone: string): { from: string; until: string } => ({
  from: instantAt(from, 0, timeZone).toISOString(),
  until: instantAt(addDays(to, 1), 0, timeZone).toISOString(),
});

/** How many came to count for a target: what stands by its day, what is only counted by its quarter. */
export async function reachedIn({ house, association }: Turn, target: Target): Promise<number> {
  const { indicator, ageBand } = target;
  const stretch = stretchOf(target, association.timeZone);
  const living = await countReached(house.store, association.id, indicator, stretch);
  const past = await reachedCounts(house.store, association.id, indicator);
  return [...living, ...past.filter(({ quarter }) => quarterCounts(quarter, target))]
    .filter((one) => inBand(one.ageBand, ageBand))
    .reduce((sum, { count }) => sum + count, 0);
}
