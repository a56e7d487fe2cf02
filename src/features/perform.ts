import { consultationCard, type Top } from '../cards/consultationCard.ts';
import type { Values } from '../cards/fields.ts';
import { formCard } from '../cards/formCard.ts';
import type { Back } from '../cards/guardTalk.ts';
import type { Card } from '../cards/parts.ts';
import { relationsOf } from '../domain/access.ts';
import type { Consultation, Leg } from '../domain/consultation.ts';
import type { Facts, Step } from '../domain/life/step.ts';
import { parseReference } from '../domain/reference.ts';
import { ok } from '../domain/result.ts';
import { judgeTransition, type Verb } from '../domain/transitions.ts';
import { change, findByReference } from '../store/consultations.ts';
import { calendarsFor } from './calendars.ts';
import { entryFor } from './entries.ts';
import { type Read, readFacts } from './facts.ts';
import { personKey } from './keys.ts';
import { laddersFor } from './ladders.ts';
import { keepLive } from './liveCard.ts';
import { receiptsFor } from './receipts.ts';
import { type Refusal, refusalCard, refusalOf, refusalText } from './refusal.ts';
import { about, type Reply, replyCard, type Turn } from './turn.ts';
import { writtenOf } from './written.ts';

const ATTEMPTS = 3;

export type Errand = {
  ref: string | undefined;
  verb: Verb;
  agency?: string | undefined;
  version?: number | undefined;
  detail?: Record<string, string>;
  /** Why, in the person's own words; kept with the content, not in the history. */
  reason?: string;
  /** What it is known by when it is sent again, under whatever id; else the activity's own. */
  once?: string;
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
      { key: errand.once ?? turn.activity, answer: found.reference },
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
