import type { SharedStore } from './sharedStore.ts';
import type { Chat } from './teams.ts';

/**
 * Where a text that was disposed of is still to be found: in any column of any table, or on a card that stands in
 * somebody's chat where the bot could have taken it away. The first place, or undefined.
 */
export function whereStill(
  store: SharedStore,
  chats: readonly Chat[],
  words: readonly string[],
): string | undefined {
  if (words.length === 0) return undefined;
  const tables = store
    .rows<{ name: string }>("select name from sqlite_master where type = 'table' order by name")
    .map(({ name }) => name);
  for (const table of tables)
    for (const row of store.rows(`select * from "${table}"`)) {
      const text = JSON.stringify(row);
      const word = words.find((one) => text.includes(one));
      if (word) return `${word} in ${table}: ${text.slice(0, 200)}`;
    }
  for (const { id, messages } of chats)
    for (const { cards } of messages) {
      const text = JSON.stringify(cards.at(-1) ?? '');
      const word = words.find((one) => text.includes(one));
      if (word) return `${word} on a card in ${id}: ${text.slice(0, 300)}`;
    }
  return undefined;
}
