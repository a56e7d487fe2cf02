import { randomUUID } from 'node:crypto';
import type { Person, Turn } from '../support/fakeTeams.ts';
import { cardText } from '../support/fakeTeams.ts';
import { type AssociationFile, example, type RunningBot } from '../support/runningBot.ts';

/** The example association with one person for each agency, who takes any number: who is asked hangs on nothing else. */
export function oneEach(): AssociationFile {
  const association = example('klaralvdalen');
  for (const one of association.functions) one.people = one.people.slice(0, 1);
  for (const person of association.people) delete person.capacity;
  return association;
}

/** A consultation's document, as far as deeds look at it. */
export type Doc = {
  id: string;
  is: string;
  version: number;
  reference: string;
  additions?: unknown[];
  legs: { agency: string; is: string; holder?: string; clarifications: unknown[]; advice: unknown[] }[];
};

/** One press, and what stands once it has been done, however many times it was sent. */
export type Deed = {
  verb: string;
  by: string;
  data: Record<string, unknown>;
  done: (doc: Doc) => boolean;
};

const leg = (doc: Doc, agency: string) => doc.legs.find((one) => one.agency === agency);

/** What follows a draft until its end: eight changes by four people, none of which another consultation can hinder. */
export const story: readonly Deed[] = [
  { verb: 'request.send', by: 'cw-maria', data: {}, done: ({ is }) => is !== 'draft' },
  {
    verb: 'respond.accept',
    by: 'fk-eva',
    data: {},
    done: (doc) => ['accepted', 'cancelled', 'withdrawn', 'closed'].includes(String(leg(doc, 'fk')?.is)),
  },
  {
    verb: 'respond.ask',
    by: 'psyk-sara',
    data: { text: 'Vilket underlag finns?' },
    done: (doc) => leg(doc, 'psykiatri')?.clarifications.length === 1,
  },
  {
    verb: 'clarify.answer',
    by: 'cw-maria',
    data: { agency: 'psykiatri', text: 'Ett äldre underlag' },
    done: (doc) =>
      leg(doc, 'psykiatri')?.clarifications.length === 1 && leg(doc, 'psykiatri')?.is !== 'asked',
  },
  {
    verb: 'respond.advise',
    by: 'af-omar',
    data: { text: 'Börja med kartläggning' },
    done: (doc) => leg(doc, 'af')?.advice.length === 1,
  },
  {
    verb: 'request.withdraw',
    by: 'cw-maria',
    data: { text: 'Inte aktuellt längre' },
    done: ({ is }) => is === 'withdrawn' || is === 'closed',
  },
];

/** A press as it comes over the wire. */
export const press = (
  person: Person,
  verb: string,
  data: Record<string, unknown>,
  id: string = randomUUID(),
): Promise<Turn> =>
  person.invoke(
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', verb, data } },
    { activity: { id } },
  );

/** What stands on the card an answer brought. */
export const answerOf = (turn: Turn): string => {
  const body = turn.body as { value?: unknown } | undefined;
  return typeof body?.value === 'object' ? cardText(body.value) : String(body?.value ?? '');
};

const request = {
  acute: 'false',
  protectedIdentity: 'false',
  childConcern: 'false',
  municipality: 'hagfors',
  ageBand: '30-59',
  agencies: 'fk,af,psykiatri',
  question: 'Vilken väg till rehabilitering finns utan sjukpenning?',
  basis: 'deidentified',
};

/** Makes a draft; gives back its reference, or what was answered instead. */
export async function draft(
  owner: Person,
  form: string = randomUUID(),
  fields: Record<string, string> = {},
): Promise<{ reference: string } | { answer: string }> {
  const turn = await press(owner, 'request.preview', { ...request, ...fields, form });
  const reference = /K-[0-9A-Z]{5}-[0-9A-Z]/.exec(answerOf(turn))?.[0];
  return reference ? { reference } : { answer: `${turn.status} ${answerOf(turn)}` };
}

/** Every consultation of a bot on SQLite, by reference. */
export function docsOf(bot: RunningBot): Map<string, Doc> {
  return new Map(
    bot
      .rows('select doc from consultations')
      .map(({ doc }) => JSON.parse(String(doc)) as Doc)
      .map((doc) => [doc.reference, doc]),
  );
}

/** A request not answered, because the other side has died, is no fault of the one who asked. */
export const orUnanswered = <T>(turn: Promise<T>): Promise<T | undefined> => turn.catch(() => undefined);
