import { askable } from '../../domain/association.ts';
import { periodOf } from '../../domain/period.ts';
import { dayOf } from '../../domain/zone.ts';
import type { Feature } from '../turn.ts';
import { named } from '../words.ts';
import { deliveryDismiss, deliveryRetry } from './deliveries.ts';
import { distributionShow, saysDistribution } from './distribution.ts';
import { mineShow } from './mine.ts';
import { statusShow } from './status.ts';

/** What waits for me, and how it stands. */
export const overview: Feature = {
  name: 'overview',
  actions: {
    'mine.show': mineShow,
    'status.show': statusShow,
    'distribution.show': distributionShow,
    'delivery.retry': deliveryRetry,
    'delivery.dismiss': deliveryDismiss,
  },
  sayings: [
    saysDistribution,
    { word: 'mine', read: (rest) => (rest.length === 0 ? { action: 'mine.show', inputs: {} } : undefined) },
    {
      word: 'status',
      read: (rest, turn) => {
        const inputs: Record<string, string> = {};
        for (const said of rest) {
          const municipality = named(turn.association.municipalities, said);
          const agency = named(askable(turn.association), said);
          const period = periodOf(said, dayOf(turn.now, turn.association.timeZone));
          const found = municipality
            ? ['municipality', municipality.id]
            : agency
              ? ['agency', agency.id]
              : period
                ? ['period', said]
                : undefined;
          if (!found || inputs[found[0]!] !== undefined) return undefined;
          inputs[found[0]!] = found[1]!;
        }
        return { action: 'status.show', inputs };
      },
    },
  ],
};
