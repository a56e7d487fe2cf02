import { type Frame, sight } from '../cards/frame.ts';
import type { Receipts } from '../cards/receipts.ts';
import type { Consultation } from '../domain/consultation.ts';
import { awaitedIn } from '../domain/receipts.ts';
import { readingsOf, receiptsOf } from '../store/receipts.ts';
import type { House } from './turn.ts';

/** How a consultation's messages fared, for those who are shown it, while it waits for anybody; else undefined. */
export async function receiptsFor(
  { store }: Pick<House, 'store'>,
  frame: Frame,
  consultation: Consultation,
): Promise<Receipts | undefined> {
  const waiting = consultation.legs.filter((leg) => awaitedIn(leg) !== undefined);
  const { relations } = sight(frame, consultation);
  if (waiting.length === 0 || (!relations.has('owner') && !relations.has('coordinator'))) return undefined;
  const since = waiting.map(({ askedAt }) => askedAt).sort()[0]!;
  return {
    receipts: await receiptsOf(store, consultation.id),
    readings: await readingsOf(store, consultation.id, since),
  };
}
