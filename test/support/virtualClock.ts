/** Time that stands until it is moved, and moves from one timer to the next. Everything between two timers runs to its end. */
export function createVirtualClock(at: number) {
  let now = at;
  let count = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  const settled = () => new Promise<void>((next) => setImmediate(next));

  return {
    now: () => now,
    after: (ms: number, run: () => void): (() => void) => {
      const id = count++;
      timers.set(id, { at: now + Math.max(0, ms), run });
      return () => void timers.delete(id);
    },
    /** Lets time pass until `isOver` says so, looked at before each timer, at the latest until `until`. */
    async pass(until: number, isOver: () => boolean | Promise<boolean> = () => false): Promise<void> {
      for (;;) {
        await settled();
        if (await isOver()) return;
        // A timer set in the meantime may be the next.
        await settled();
        const next = [...timers.entries()].reduce<[number, { at: number; run: () => void }] | undefined>(
          (first, one) => (first === undefined || one[1].at < first[1].at ? one : first),
          undefined,
        );
        if (next === undefined || next[1].at > until) {
          now = until;
          return;
        }
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
      }
    },
  };
}
