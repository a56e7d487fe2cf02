import { moment } from '../cards/frame.ts';
import { channelsOf } from '../store/channels.ts';
import { peopleWithChat } from '../store/people.ts';
import { reachTexts } from '../texts/reach.ts';
import { personKey } from './keys.ts';
import type { Turn } from './turn.ts';

/** Every function with its channel, or that it has none. */
export async function channelFacts(turn: Turn): Promise<readonly (readonly [string, string])[]> {
  const t = reachTexts[turn.language].connect;
  const bound = await channelsOf(turn.house.store, turn.association.id);
  return turn.association.functions.map((fn) => {
    const channel = bound.find((one) => one.function === fn.id);
    return [fn.name, channel ? t.bound(moment(turn, channel.boundAt)) : t.unbound];
  });
}

/**
 * The names of those who work in the association and have no chat of their own with the bot: never reached, or blocked
 * since. Guests are marked: where they can be reached depends on the kind of team.
 */
export async function withoutChat({ house, association, language }: Turn): Promise<readonly string[]> {
  const there = await peopleWithChat(house.store, association.id);
  return association.people
    .filter(({ role }) => role !== 'observer')
    .filter(({ id }) => !there.has(personKey(association, id)))
    .map(({ name, guest }) => (guest ? reachTexts[language].guest(name) : name));
}
