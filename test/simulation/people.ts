import type { Association } from '../../src/domain/association.ts';
import type { Card } from '../../src/teams/incoming.ts';
import { declineWords, words } from '../../src/texts/words.ts';
import { actionsOf, type Found, gather, inputsOf, type Node } from '../support/fakeCards.ts';
import type { Random } from './random.ts';
import type { Chat, Message } from './teams.ts';

/** What somebody is about to do: words, or a button of a card they see or once saw. */
export type Deed =
  | { is: 'says'; text: string }
  | {
      is: 'presses';
      verb: string;
      inputs: Record<string, unknown>;
      message: Message;
      execute: boolean;
    };

/** How gladly people press a button; what is not here, seldom. Most of life is going on with what was begun. */
const eager: Readonly<Record<string, number>> = {
  'request.preview': 20,
  'request.send': 25,
  'respond.accept': 20,
  'respond.advise': 3,
  'respond.ask': 3,
  'respond.decline': 4,
  'respond.forward': 2,
  'clarify.answer': 14,
  'schedule.vote': 25,
  'schedule.book': 8,
  'schedule.suggest': 4,
  'meeting.held': 10,
  'outcome.record': 14,
  'leg.assign': 5,
  'followup.record': 2,
  'consultation.show': 5,
  'consultation.join': 2,
  'request.edit': 2,
  'language.set': 0.05,
  'remit.show': 0.05,
  'status.show': 0.1,
  'mine.show': 0.2,
  'help.show': 0.05,
  'outcome.file': 4,
  'consultation.more': 2,
  'consultation.reopen': 3,
  'consultation.handover': 3,
};
const SELDOM = 0.5;

/** Texts the guard lets through, each with a word of its own that nobody else would write. */
const sentences = [
  'Vilken väg finns vidare WORD?',
  'Vi har provat det mesta WORD hittills.',
  'Vi vill veta mer om WORD.',
];

/** The mark every planted word begins with; `planted` finds them all in a text. */
const MARK = 'qv';
export const planted = (text: string): string[] => [...new Set(text.match(/\bqv[a-z]{8,}/g))];

/** People as this world has them: what they see is the cards in their own chat. */
export function createPeople(association: Association, random: Random) {
  const text = () => random.pick(sentences).replace('WORD', random.word(MARK));

  /** What is filled in: mostly what the card suggests, else anything that may be chosen. */
  function filled({ scope, action }: Found): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const input of scope.flatMap(inputsOf)) {
      const id = String(input.id);
      if (['acute', 'protectedIdentity', 'childConcern'].includes(id))
        values[id] = String(random.chance(0.02));
      else if (id === 'basis') values[id] = 'deidentified';
      else if (id === 'reason' && random.chance(0.3)) values[id] = reason(input);
      else if (id === 'agencies' && action.verb === 'request.preview') values[id] = agencies();
      else if (input.type === 'Input.Text') values[id] = random.chance(0.9) || input.isRequired ? text() : '';
      else if (input.type === 'Input.Date') values[id] = `2027-0${random.whole(1, 9)}-15`;
      else if (input.type === 'Input.Toggle') values[id] = random.chance(0.5);
      else if (input.type === 'Input.ChoiceSet') {
        const offered = (input.choices as Node[]).map(({ value }) => String(value));
        const stays = input.value !== undefined && random.chance(0.7);
        if (!stays && offered.length > 0 && (input.isRequired || random.chance(0.8)))
          values[id] = input.isMultiSelect
            ? offered.filter(() => random.chance(0.5)).join(',') || offered[0]
            : random.pick(offered);
      }
    }
    return values;
  }

  /** Why somebody steps aside for good, where a reason is chosen. */
  const reason = (input: Node): unknown =>
    input.type === 'Input.ChoiceSet' ? random.pick(['conflict', 'recognised']) : text();

  const agencies = () => random.pick(['fk', 'fk,af', 'fk,af,psykiatri', 'af', 'psykiatri', 'fk,primarvard']);

  function press(chat: Chat): Deed | undefined {
    const withCards = chat.messages.filter(({ cards }) => cards.length > 0);
    if (withCards.length === 0) return undefined;
    // Mostly among the newest; sometimes the oldest there is.
    const newest = withCards.slice(-random.pick([1, 2, 3, 4, 8]));
    const from = random.chance(0.9) ? newest : withCards;
    const found = from.flatMap((message) => {
      const card = random.chance(0.85) ? message.cards.at(-1)! : random.pick(message.cards);
      return actionsOf(card as Node)
        .filter(({ action }) => action.type === 'Action.Execute')
        .map((one) => ({ message, card, one }));
    });
    const chosen = random.weighed(found, ({ one }) => eager[String(one.action.verb)] ?? SELDOM);
    if (!chosen) return undefined;
    const { verb, data } = chosen.one.action as { verb: string; data?: Record<string, unknown> };
    const { verb: _, ...carried } = data ?? {};
    try {
      const inputs = { ...gather(chosen.one, filled(chosen.one)), ...carried };
      return { is: 'presses', verb, inputs, message: chosen.message, execute: random.chance(0.9) };
    } catch {
      // The client stops the press itself.
      return undefined;
    }
  }

  const referencesIn = (chat: Chat): string[] => [
    ...new Set(
      chat.messages
        .slice(-6)
        .flatMap(({ cards }) => textOf(cards.at(-1)).match(/K-[0-9A-Z]{5}-[0-9A-Z]/g) ?? []),
    ),
  ];

  function say(chat: Chat): Deed {
    const { role } = chat.person;
    const known = referencesIn(chat);
    const ref = known.length > 0 && random.chance(0.8) ? random.pick(known) : '';
    const language = random.pick(['sv', 'en'] as const);
    const word = (one: keyof typeof words) => words[one][language];
    const colleague = () => random.pick(association.people).name;
    const agency = () => random.pick(association.agencies).id;
    const all = [
      () => `${word('accept')} ${ref}`,
      () => `${word('decline')} ${ref} ${random.pick(Object.keys(declineWords))} ${text()}`,
      () => `${word('ask')} ${ref} ${text()}`,
      () => `${word('answer')} ${ref} ${text()}`,
      () => `${word('advise')} ${ref} ${text()}`,
      () => `${word('forward')} ${ref} ${colleague()}`,
      () => `${word('vote')} ${ref} ja nej om`,
      () => `${word('book')} ${ref} ${random.whole(1, 3)}`,
      () => `${word('move')} ${ref}`,
      () => `${word('unbook')} ${ref}`,
      () => `${word('held')} ${ref}`,
      () => `${word('withdraw')} ${ref}`,
      () => `${word('add')} ${ref} ${text()}`,
      () => `${word('handover')} ${ref} ${colleague()}`,
      () => `${word('invite')} ${ref} ${agency()}`,
      () => `${word('reopen')} ${ref}`,
      () => `${word('show')} ${ref}`,
      () => `${word('show')} ${ref}`,
      () => `${word('show')} ${ref}`,
      () => `${word('show')} K-BCDFG-H`,
      () => `${word('why')} ${ref}`,
      () => word('mine'),
      () => word('status'),
      () => word('help'),
      () => `${word('language')} ${random.pick(['sv', 'en'])}`,
      () => 'hur går det med allting',
    ];
    const starts = role === 'caseworker' && random.chance(known.length === 0 ? 0.9 : 0.35);
    return { is: 'says', text: (starts ? word('new') : random.pick(all)()).trim() };
  }

  /** The most wanted button of the newest cards. */
  const wanted = (chat: Chat): number => {
    const verbs = chat.messages.slice(-2).flatMap(({ cards }) => verbsOn(cards.at(-1)));
    return Math.max(SELDOM, ...verbs.map((verb) => eager[verb] ?? SELDOM));
  };

  return {
    /** How likely it is that this person is next: those who have something to do, mostly. */
    eagerness: (chat: Chat): number => (chat.person.role === 'caseworker' ? 4 : 0.3) + wanted(chat),
    /** What this person does next. */
    deed: (chat: Chat): Deed => {
      const pressed = random.chance(0.85) ? press(chat) : undefined;
      return pressed ?? say(chat);
    },
  };
}

/** Works it out once for each card: a card that was sent is never altered. */
function once<T>(work: (card: Card) => T): (card: Card) => T {
  const known = new WeakMap<Card, T>();
  return (card) => {
    if (!known.has(card)) known.set(card, work(card));
    return known.get(card)!;
  };
}

const written = once((card) => JSON.stringify(card));
const verbs = once((card) => [...written(card).matchAll(/"verb":"([a-zA-Z.-]+)"/g)].map(([, verb]) => verb!));
const verbsOn = (card: Card | undefined): readonly string[] => (card === undefined ? [] : verbs(card));

/** A card as it was sent, to look for what may not be on it. */
export const textOf = (card: Card | undefined): string => (card === undefined ? '' : written(card));
