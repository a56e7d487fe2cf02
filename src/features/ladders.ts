import type { Ladders } from '../cards/consultationCard.ts';
import type { Frame } from '../cards/frame.ts';
import type { Consultation } from '../domain/consultation.ts';
import { ladderOf } from '../domain/ladder.ts';
import { decided } from '../store/lookedAt.ts';
import { readFacts } from './facts.ts';
import type { House } from './turn.ts';

/** What happens if nobody answers: the coordinator's to see. */
export async function laddersFor(house: House, frame: Frame, consultation: Consultation): Promise<Ladders> {
  const open = consultation.legs.filter(({ is }) => is === 'offered');
  if (frame.reader.role !== 'coordinator' || open.length === 0) return new Map();
  return await house.store.transact(async (trx) =>
    decided(
      await readFacts(trx, house, frame),
      (facts) => new Map(open.map((leg) => [leg.agency, ladderOf(consultation, facts, leg)])),
    ),
  );
}
