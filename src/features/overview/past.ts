import type { Counted } from '../../domain/counted.ts';
import type { Period } from '../../domain/period.ts';
import { cuts, quarterCounts } from '../../domain/quarter.ts';
import { countedIn } from '../../store/statistics.ts';
import type { Turn } from '../turn.ts';

/** What a status is narrowed to. */
type Chosen = { municipality: string | undefined; agency: string | undefined; period: Period | undefined };

/** What is only counted any more. It belongs to nobody, so only the coordinator's figures hold it. */
export const pastOf = ({ house, association, reader }: Turn): Promise<readonly Counted[]> =>
  reader.role === 'coordinator' ? countedIn(house.store, association.id) : Promise.resolve([]);

/** Those within a selection, and whether the selection cuts a quarter in which some of them were sent. */
export function pastWithin(
  past: readonly Counted[],
  { municipality, agency, period }: Chosen,
): { rows: readonly Counted[]; approximate: boolean } {
  const there = past.filter(
    (one) =>
      (municipality === undefined || one.municipality === municipality) &&
      (agency === undefined || one.legs.some((leg) => leg.agency === agency)),
  );
  return {
    rows: there.filter(({ sent }) => period === undefined || quarterCounts(sent, period)),
    approximate: period !== undefined && there.some(({ sent }) => cuts(period, sent)),
  };
}
