import type { Consultation } from '../domain/consultation.ts';
import { type Fared, faredOf, type Reading, type Receipt } from '../domain/receipts.ts';
import { reachTexts } from '../texts/reach.ts';
import { type Frame, moment, personName, sight } from './frame.ts';
import { type Element, quiet } from './parts.ts';

/** What is known of how a consultation's messages fared; drawn for its owner and the coordinator only. */
export type Receipts = { receipts: readonly Receipt[]; readings: readonly Reading[] };

/** How the question to the person one leg waits for has fared, in a line; nothing for other readers. */
export function receiptLine(
  frame: Frame,
  consultation: Consultation,
  leg: Consultation['legs'][number],
  known: Receipts | undefined,
): Element[] {
  const { relations } = sight(frame, consultation);
  if (!known || (!relations.has('owner') && !relations.has('coordinator'))) return [];
  const fn = frame.association.functions.find(({ id }) => id === leg.function);
  const fared = faredOf(leg, known.receipts, known.readings, fn);
  return fared ? [quiet(words(frame, personName(frame, leg.holder ?? leg.asked), fared))] : [];
}

function words(frame: Frame, who: string, { is, at, rung, failed }: Fared): string {
  const t = reachTexts[frame.language];
  return t.fared({
    who,
    is,
    where: rung ? t.where[rung] : '',
    when: moment(frame, at),
    failed: failed.map((one) => t.notReached[one]),
  });
}
