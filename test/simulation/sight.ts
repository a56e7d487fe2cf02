import type { Association, Person } from '../../src/domain/association.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import type { Snapshot } from './life.ts';
import { planted } from './people.ts';
import type { Chat, Doing } from './teams.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Who may read what, told a second time from the contract ("Who sees what") and not from the code it judges: `content`
 * is question, background and strength; `party` is whoever may see anything at all.
 */
function mayRead(
  association: Association,
  consultation: Consultation,
  person: Person,
  at: number,
): { content: boolean; party: boolean } {
  const { owner, sentAt, sealed, joined, handover, legs, request } = consultation;
  if (owner === person.id) return { content: true, party: true };
  if (sentAt === undefined) return { content: false, party: false };
  if (person.role === 'coordinator') return { content: joined.includes(person.id) && !sealed, party: true };
  const own = legs.filter(
    (leg) => leg.agency === person.agency && person.role === 'member' && !leg.barred.includes(person.id),
  );
  const stands = (functionId: string | undefined) =>
    person.municipalities.includes(request.municipality) &&
    association.functions.some(({ id, people }) => id === functionId && people.includes(person.id));
  const reached = own.filter((leg) => leg.asked === person.id || stands(leg.function));
  const open = reached.some(({ is }) => is === 'offered' || is === 'waiting');
  const seated = own.some(
    ({ is, holder }) => holder === person.id && (is === 'accepted' || is === 'advised'),
  );
  const before = handover?.from === person.id && at - Date.parse(handover.at) < DAY;
  return { content: (open || seated) && !sealed, party: reached.length > 0 || seated || before };
}

/** Which words were written by whom, and which consultation they became part of. */
export function createSight(association: Association, livesOf: (id: string) => readonly Snapshot[]) {
  const authors = new Map<string, Chat>();
  const homes = new Map<string, { id: string; content: boolean }>();

  /** Whether this person might read the word at any moment between the press and now. */
  const might = (chat: Chat, word: string, from: number, now: number): boolean => {
    const home = homes.get(word);
    if (!home) return authors.get(word) === chat;
    const lives = livesOf(home.id);
    return lives.some(({ consultation }, index) => {
      if ((lives[index + 1]?.at ?? now) < from) return false;
      return [from, now].some((at) => {
        const may = mayRead(association, consultation, chat.person, at);
        return home.content ? may.content : may.party;
      });
    });
  };

  return {
    wrote: (chat: Chat, text: string) => {
      for (const word of planted(text)) authors.set(word, chat);
    },
    kept: ({ consultation }: Snapshot) => {
      const { question, background, strength } = consultation.request;
      for (const word of planted(`${question} ${background} ${strength}`))
        homes.set(word, { id: consultation.id, content: true });
      for (const word of planted(JSON.stringify(consultation)))
        if (!homes.has(word)) homes.set(word, { id: consultation.id, content: false });
    },
    /** The words of a consultation's content, to look for where they may not be. */
    wordsOf: (id: string) => [...homes].filter(([, home]) => home.id === id).map(([word]) => word),
    /** A word this text holds and this person may not read; a form gives back what was just written in it. */
    tooMuch: (chat: Chat, text: string, doing: Doing | undefined, now: number): string | undefined => {
      const found = planted(text);
      if (found.length === 0) return undefined;
      if (!doing) return found[0];
      const own = planted(JSON.stringify([doing.incoming.inputs, doing.incoming.text]));
      return found.find((word) => !own.includes(word) && !might(chat, word, doing.startedAt, now));
    },
  };
}
