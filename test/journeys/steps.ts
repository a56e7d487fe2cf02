import ICAL from 'ical.js';
import { expect } from 'vitest';
import type { Node, Person, Turn } from '../support/fakeTeams.ts';
import { cardText } from '../support/fakeTeams.ts';

/** A Monday morning of an odd week, in working hours everywhere. */
export const monday = '2026-09-07T09:00';

/** What must be filled in for a request; no text that the guard would stop. */
export const required = {
  acute: 'false',
  protectedIdentity: 'false',
  childConcern: 'false',
  municipality: 'hagfors',
  ageBand: '30-59',
  agencies: 'fk,af,psykiatri',
  question: 'Vilken väg till rehabilitering finns utan sjukpenning?',
  basis: 'deidentified',
};

/** The outcome form, filled in. `nextDate` lies after every clock the tests set. */
export const outcome = {
  result: 'path-chosen',
  measures: 'fk-coordination,work-training',
  responsible: 'kommun',
  nextStep: 'Boka gemensamt samtal om planering',
  nextDate: '2027-06-01',
  planOffered: 'true',
  fkOfficer: 'false',
};

/** What somebody reads on the card a turn gave back. */
export const read = ({ card }: Turn): string => (card === undefined ? '' : cardText(card));

/** What a word was answered with: the text of the message sent meanwhile in the person's own chat. */
export const said = (person: Person): string => person.lastText ?? '';

const pattern = /K-[0-9A-Z]{5}-[0-9A-Z]/;

/** The reference that stands on a card. */
export function referenceOn(text: string): string {
  return pattern.exec(text)?.[0] ?? expect.fail(`no reference in: ${text}`);
}

/** `ny`, the form, the preview: a draft's reference. */
export async function drafted(owner: Person, fields: Record<string, string> = {}): Promise<string> {
  await owner.say('ny');
  const preview = await owner.press('request.preview', { ...required, ...fields });
  return referenceOn(read(preview));
}

/** A request that has been sent, and its reference. */
export async function asked(owner: Person, fields: Record<string, string> = {}): Promise<string> {
  const reference = await drafted(owner, fields);
  const sent = await owner.press('request.send');
  expect(read(sent)).toContain(reference);
  return reference;
}

/** The newest card this person sees of a consultation, by its reference. */
export function cardOf(person: Person, reference: string): Node {
  return (
    person.cards.findLast((card) => cardText(card).split('\n', 1)[0]!.includes(reference)) ??
    expect.fail(`${person.name} has no card of ${reference}: ${person.texts.join(' | ')}`)
  );
}

/** Waits for the card of a consultation and presses one of its buttons. */
export async function pressOn(
  person: Person,
  reference: string,
  verb: string,
  inputs: Record<string, unknown> = {},
): Promise<Turn> {
  await person.waitFor(new RegExp(reference));
  return person.press(verb, inputs, { card: cardOf(person, reference) });
}

/** A press as it comes over the wire, whether or not any card offers it. */
export const forge = (
  person: Person,
  verb: string,
  data: Record<string, unknown>,
  activity: Record<string, unknown> = {},
): Promise<Turn> =>
  person.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data } }, { activity });

/** What this person reads when they open a consultation now, from whatever card. */
export const shownTo = async (person: Person, reference: string): Promise<string> =>
  answerOf(await forge(person, 'consultation.show', { ref: reference }));

/** The text of the card in the answer to an invoke that was sent without a card. */
export function answerOf(turn: Turn): string {
  const body = turn.body as { type?: string; value?: unknown } | undefined;
  return body?.type === 'application/vnd.microsoft.card.adaptive'
    ? cardText(body.value)
    : String(body?.value ?? '');
}

/** The entry behind the calendar link on a card, as ical.js reads it. */
export async function calendarOn(card: Node): Promise<{ raw: string; method: string; event: ICAL.Event }> {
  const link =
    /http[^"]+\/calendar\/[^"]+/.exec(JSON.stringify(card))?.[0] ?? expect.fail('no calendar link');
  const answer = await fetch(link);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  const raw = await answer.text();
  const calendar = new ICAL.Component(ICAL.parse(raw));
  return {
    raw,
    method: String(calendar.getFirstPropertyValue('method')),
    event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!),
  };
}
