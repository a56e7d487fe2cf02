type Planned = { at: Date; order: number; run: () => Promise<void> };

/** What people are going to do, earliest first; at the same moment in the order it was planned. */
export function createAgenda() {
  const heap: Planned[] = [];
  let order = 0;
  const isBefore = (one: Planned, other: Planned) =>
    one.at.getTime() - other.at.getTime() || one.order - other.order;

  return {
    add: (at: Date, run: () => Promise<void>): void => {
      const planned = { at, order: order++, run };
      let low = 0;
      for (let high = heap.length; low < high; ) {
        const middle = (low + high) >> 1;
        // The last is the earliest, so that taking it moves nothing.
        if (isBefore(heap[middle]!, planned) > 0) low = middle + 1;
        else high = middle;
      }
      heap.splice(low, 0, planned);
    },
    first: (): Date | undefined => heap.at(-1)?.at,
    take: (): (() => Promise<void>) => heap.pop()!.run,
  };
}
