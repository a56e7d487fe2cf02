import type { Store } from './database.ts';

const PAGE = 500;

/**
 * Deletes rows of the outbox that are settled and were queued before an instant (ISO) of the domain's clock: messages
 * that went out are kept longer than what only brings cards up to date. What could not be delivered stays until a
 * person has taken note. `pause` lets others in between pages; false from it breaks off. Returns how many.
 */
export async function forgetSettled(
  store: Store,
  before: { cards: string; messages: string },
  pause: () => Promise<boolean>,
): Promise<number> {
  const kinds = [
    { kinds: ['fold', 'reply', 'refresh'], states: ['sent', 'unknown', 'noted'], at: before.cards },
    // A card that could not be replaced is told of in the disposal record for as long as it may stand.
    { kinds: ['erase'], states: ['sent', 'unknown'], at: before.cards },
    { kinds: ['notify'], states: ['sent', 'unknown'], at: before.messages },
  ];
  let count = 0;
  for (const { kinds: kind, states, at } of kinds)
    for (;;) {
      const { numDeletedRows } = await store.db
        .deleteFrom('outbox')
        .where('sequence', 'in', ({ selectFrom }) =>
          selectFrom('outbox')
            .select('sequence')
            .where('state', 'in', states)
            .where('kind', 'in', kind)
            .where('created_at', '<', at)
            .limit(PAGE),
        )
        .executeTakeFirst();
      count += Number(numDeletedRows);
      if (Number(numDeletedRows) < PAGE) break;
      if (!(await pause())) return count;
    }
  return count;
}
