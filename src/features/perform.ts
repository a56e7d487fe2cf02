import { consultationCard, type Top } from '../cards/consultationCard.ts';
import type { Values } from '../cards/fields.ts';
import { type Back, formCard } from '../cards/formCard.ts';
import { agencyName, moment, personName, say } from '../cards/frame.ts';
import { type Card, card, notice } from '../cards/parts.ts';
import { relationsOf } from '../domain/access.ts';
import { agendaDues } from '../domain/agenda.ts';
import { type Association, personOf } from '../domain/association.ts';
import type { Consultation, Leg } from '../domain/consultation.ts';
import { duesOf } from '../domain/dues.ts';
import { entriesChanged } from '../domain/entries.ts';
import { placeHeld } from '../domain/life/queue.ts';
import { mayAdd, mayEdit } from '../domain/life/request.ts';
import { type Event, type Facts, type LifeRefusal, type Step, stamped } from '../domain/life/step.ts';
import { type Notice, noticesFor } from '../domain/notices.ts';
import { parseReference } from '../domain/reference.ts';
import { ok } from '../domain/result.ts';
import { routedEvents } from '../domain/routedEvents.ts';
import { judgeTransition, transitions, type Verb } from '../domain/transitions.ts';
import { change, findByReference, type Written } from '../store/consultations.ts';
import { calendarsFor } from './calendars.ts';
import { entryFor } from './entries.ts';
import { identityKey, type Read, readFacts, roomKey } from './facts.ts';
import { laddersFor } from './ladders.ts';
import { keepLive } from './liveCard.ts';
import { receiptsFor } from './receipts.ts';
import { about, type Reply, replyCard, type Turn } from './turn.ts';

export type Refusal =
  | LifeRefusal
  | { code: 'changed-meanwhile' }
  | { code: 'taken' }
  | { code: 'reference-spent' };

/** Where a person's messages and saved choices are kept. */
export const personKey = (association: Association, person: string): string => `${association.id}/${person}`;

/** Where what goes into a person's calendar is addressed to: nothing in their chat waits for a mail server. */
export const entryKey = (association: Association, person: string): string =>
  `${association.id}/entry:${person}`;

/** All that is kept with one change: the state, its history row, who must be told, what falls due, what is booked. */
export function writtenOf(
  { association, holders, now, entryForm }: Pick<Read, 'association' | 'holders' | 'now' | 'entryForm'>,
  before: Consultation | undefined,
  stepped: Consultation,
  done: { verb: string; actor: string; events: readonly Event[]; detail?: Record<string, string> },
): Written {
  const person = (id: string) => personOf(association, id);
  const after = stamped(before, stepped, now);
  const { meeting } = after;
  const booked = after.is === 'booked' && meeting;
  return {
    consultation: after,
    personDues: agendaDues(association, before, after, now).map(({ person: to, occasion, at }) => ({
      personKey: personKey(association, to),
      kind: 'agenda',
      key: occasion,
      dueAt: at,
      said: '',
    })),
    history: {
      verb: done.verb,
      actor: done.actor,
      detail: { ...done.detail, events: routedEvents(association, before, after, done.events) },
    },
    notices: [
      ...noticesOf(association, before, after, done, holders).map(({ to, news }) => ({
        key: `${after.id}:${after.version}:${to}`,
        to: personKey(association, to),
        kind: news.length > 0 ? 'notify' : 'refresh',
        payload: {
          consultation: after.id,
          news: news.map(({ kind, agency }) => (agency ? `${kind}:${agency}` : kind)).join(' '),
        },
      })),
      ...entriesChanged(before, after)
        .filter((id) => entryForm(person(id)) !== 'link')
        .map((id) => ({
          key: `${after.id}:${after.version}:entry:${id}`,
          to: entryKey(association, id),
          kind: 'entry',
          payload: { consultation: after.id, person: id },
        })),
    ],
    timers: duesOf(association, after).map(({ kind, key, dueAt }) => ({ kind, key, dueAt })),
    bookings: booked
      ? [
          ...Object.values(meeting.participants)
            .flatMap((id) => person(id) ?? [])
            .map(identityKey),
          ...(meeting.link === undefined || meeting.session !== undefined ? [] : [roomKey(meeting.link)]),
        ].map((personKey) => ({ personKey, start: meeting.start, end: meeting.end }))
      : [],
    place: placeHeld(after),
  };
}

/**
 * Whoever holds a card of the consultation sees it brought up to date, also when the change concerns them no more. What
 * is only said again alters no card.
 */
function noticesOf(
  association: Association,
  before: Consultation | undefined,
  after: Consultation,
  { verb, actor, events }: { verb: string; actor: string; events: readonly Event[] },
  holders: readonly string[],
): readonly Notice[] {
  if (verb === 'prompt' && events.length === 0) return [];
  const notices = noticesFor(association, before, after, events, actor);
  if (verb === 'prompt') return notices;
  const told = new Set(notices.map(({ to }) => to));
  const rest = holders.filter((person) => !told.has(person) && person !== '');
  return [...notices, ...rest.map((to) => ({ to, news: [] }))];
}

const ATTEMPTS = 3;

export type Errand = {
  ref: string | undefined;
  verb: Verb;
  agency?: string | undefined;
  version?: number | undefined;
  detail?: Record<string, string>;
  /** Why, in the person's own words; kept with the content, not in the history. */
  reason?: string;
};

/** The consultation a reference names, if this reader has anything to do with it. */
export async function consultationFor(
  turn: Turn,
  ref: string | undefined,
): Promise<Consultation | undefined> {
  const reference = ref === undefined ? undefined : parseReference(ref);
  if (!reference) return undefined;
  const found = await findByReference(turn.house.store, turn.association.id, reference);
  if (!found || relationsOf(turn.association, found, turn.reader, turn.now).size === 0) return undefined;
  return found;
}

/**
 * The one way a person changes a consultation: the cell of the table is judged and the step taken on what the
 * transaction has read; what follows is kept with it or not at all. Answers with the present card either way.
 */
export async function perform(
  turn: Turn,
  errand: Errand,
  step: (consultation: Consultation, facts: Facts, leg: Leg | undefined) => Step,
  then: { outcome?: boolean; notBooked?: boolean; missing?: Values } = {},
): Promise<Reply> {
  const { house, association } = turn;
  const found = await consultationFor(turn, errand.ref);
  if (!found) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const freeBusy = await calendarsFor(turn, found, errand);
  const attempt = () =>
    change<Read, Refusal>(
      house.store,
      found.id,
      (trx) => readFacts(trx, house, { ...turn, freeBusy }, found.id),
      (current, facts) => {
        const relations = relationsOf(association, current, turn.reader, turn.now);
        const judged = judgeTransition(current, relations, errand.verb, errand);
        if (!judged.ok) return judged;
        const stepped = step(current, facts, judged.value);
        if (!stepped.ok) return stepped;
        const { events } = stepped.value;
        const after = withReason(turn, stepped.value.after, errand);
        return ok(
          writtenOf(facts, current, after, {
            verb: errand.verb,
            actor: turn.reader.id,
            events,
            ...(errand.detail ? { detail: errand.detail } : {}),
          }),
        );
      },
      turn.now,
      { key: turn.activity, answer: found.reference },
    );
  let result = await attempt();
  // Somebody else was booked as this was decided: decided anew, it sees that, and says what is free now.
  for (let again = 1; again < ATTEMPTS && !result.ok && result.refusal.code === 'taken'; again += 1)
    result = await attempt();
  house.wake();
  const lost = ({ is }: Consultation) => then.notBooked && is !== 'booked';
  const missed = { refusal: refusalText(turn, { code: 'slot-taken' }) };
  if (result.ok) {
    await keepPressed(turn, result.value);
    return about(result.value, await presentCard(turn, result.value, lost(result.value) ? missed : then));
  }
  const now = (await consultationFor(turn, found.reference)) ?? undefined;
  if (!now) return replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  if (result.refusal.code === 'seen-before')
    return about(now, await presentCard(turn, now, lost(now) ? missed : {}));
  const refusal = refusalText(turn, result.refusal);
  // What has been filled in is there again, beside what was not.
  const form =
    then.missing && result.refusal.code === 'votes-missing'
      ? formCard(turn, now, errand.verb, { problem: refusal, values: then.missing })
      : undefined;
  return about(now, form ?? (await presentCard(turn, now, { refusal })));
}

function withReason(turn: Turn, after: Consultation, { verb, reason }: Errand): Consultation {
  if (!reason) return after;
  const given = { at: turn.now.toISOString(), by: turn.reader.id, verb, text: reason };
  return { ...after, reasons: [...after.reasons, given] };
}

/**
 * The card that was pressed shows the consultation from now on, so it is the one kept up to date; an earlier one is
 * folded to a line, by the outbox.
 */
export async function keepPressed(turn: Turn, consultation: Consultation): Promise<void> {
  if (turn.message)
    await keepLive(turn.house, personKey(turn.association, turn.reader.id), consultation, turn.message);
}

/** The consultation as it stands, without content, with this reader's own links. */
export async function presentCard(
  turn: Turn,
  consultation: Consultation,
  top: Top & { content?: boolean; page?: number; outcome?: boolean } = {},
): Promise<Card> {
  const entry = await entryFor(turn.house, consultation, turn.reader);
  const ladders = await laddersFor(turn.house, turn, consultation);
  const fared = await receiptsFor(turn.house, turn, consultation);
  return consultationCard(turn, consultation, { content: false, ...entry, ladders, fared, ...top });
}

/** Why the table or the step would refuse a verb here and now, before anybody fills in its form; undefined when not. */
export function refusalOf(turn: Turn, consultation: Consultation, verb: Verb): Refusal | undefined {
  const relations = relationsOf(turn.association, consultation, turn.reader, turn.now);
  const { leg: legStates } = transitions[verb];
  const possible = legStates && consultation.legs.find((leg) => legStates.includes(leg.is));
  if (legStates && !possible && turn.reader.role !== 'member' && relations.size > 0)
    return { code: 'not-now', state: consultation.is };
  const agency = turn.reader.role === 'member' ? turn.reader.agency : possible?.agency;
  const judged = judgeTransition(consultation, relations, verb, {
    agency: legStates ? (agency ?? consultation.legs[0]?.agency) : undefined,
  });
  if (!judged.ok) return judged.refusal;
  if (verb === 'request.edit' && !mayEdit(consultation)) return { code: 'already-answered' };
  if (verb === 'request.add' && !mayAdd(consultation)) return { code: 'not-answered-yet' };
  if (verb === 'consultation.reopen' && consultation.disposedAt !== undefined) return { code: 'disposed' };
  return undefined;
}

/** Draws one verb's form to come back to, filled with what the person had written. */
export const formFor =
  (verb: Verb) =>
  async (turn: Turn, values: Values, back: Back): Promise<Card | undefined> => {
    const consultation = await consultationFor(turn, values.ref);
    if (!consultation) return undefined;
    const refusal = refusalOf(turn, consultation, verb);
    // What can no longer be done is not asked for again.
    if (refusal) return presentCard(turn, consultation, { refusal: refusalText(turn, refusal) });
    return formCard(turn, consultation, verb, { ...back, values });
  };

/** A refusal in the reader's words. */
export function refusalText(turn: Turn, refusal: Refusal): string {
  const { refused } = say(turn).talk;
  switch (refusal.code) {
    case 'not-now':
      return refused['not-now']({ state: refusal.state });
    case 'leg-not-open':
      return refused['leg-not-open']({
        is: refusal.is,
        who: personName(turn, refusal.holder) || say(turn).case.someone,
      });
    case 'already-asked':
      return refused['already-asked']({ agency: agencyName(turn, refusal.agency) });
    case 'not-present':
      return refused['not-present']({ agency: agencyName(turn, refusal.agency) });
    case 'not-started':
      return refused['not-started']({ when: moment(turn, refusal.start) });
    default:
      return refused[refusal.code];
  }
}

export function refusalCard(turn: Turn, refusal: Refusal): Card {
  const text = refusalText(turn, refusal);
  return card([notice(text)], text);
}
