/** `told`: too fast, and it is time to say so; `silent`: too fast, and that has been said within the minute. */
export type Rate = 'in' | 'told' | 'silent';

const MINUTE = 60_000;
const MOST = 10_000;

/**
 * Judges each activity of a sender as it comes (`now` in real ms). Kept in memory only, for the latest senders: an
 * instance counts for itself, and whoever has been quiet longest is forgotten first. The generic cell rate algorithm.
 */
export function createRate(
  { perMinute, burst }: { perMinute: number; burst: number },
  now: () => number,
  most = MOST,
): (sender: string) => Rate {
  const everyMs = MINUTE / perMinute;
  const senders = new Map<string, { freeAt: number; toldAt: number }>();
  return (sender) => {
    const at = now();
    const { freeAt, toldAt } = senders.get(sender) ?? { freeAt: at, toldAt: Number.NEGATIVE_INFINITY };
    const isIn = freeAt - (burst - 1) * everyMs <= at;
    const isTold = !isIn && at - toldAt >= MINUTE;
    senders.delete(sender);
    senders.set(sender, {
      freeAt: isIn ? Math.max(freeAt, at) + everyMs : freeAt,
      toldAt: isTold ? at : toldAt,
    });
    if (senders.size > most) {
      const oldest = senders.keys().next().value;
      if (oldest !== undefined) senders.delete(oldest);
    }
    return isIn ? 'in' : isTold ? 'told' : 'silent';
  };
}
