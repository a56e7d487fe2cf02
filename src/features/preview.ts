import type { Back } from '../cards/guardTalk.ts';
import { previewCard } from '../cards/previewCard.ts';
import type { Consultation } from '../domain/consultation.ts';
import { decided } from '../store/lookedAt.ts';
import { readFacts } from './facts.ts';
import { aside, type Reply, type Turn } from './turn.ts';

/** A draft as it would be sent now: who would be asked, and what happens if nobody answers. */
export async function previewOf(turn: Turn, draft: Consultation, back: Back = {}): Promise<Reply> {
  const card = await turn.house.store.transact(async (trx) =>
    decided(await readFacts(trx, turn.house, turn), (facts) => previewCard(turn, draft, facts, back)),
  );
  return aside(draft, card);
}
