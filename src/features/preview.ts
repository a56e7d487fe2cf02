import type { Back } from '../cards/formCard.ts';
import { previewCard } from '../cards/previewCard.ts';
import type { Consultation } from '../domain/consultation.ts';
import { readFacts } from './perform.ts';
import { aside, type Reply, type Turn } from './turn.ts';

/** A draft as it would be sent now: who would be asked, and what happens if nobody answers. */
export async function previewOf(turn: Turn, draft: Consultation, back: Back = {}): Promise<Reply> {
  const facts = await turn.house.store.transact((trx) => readFacts(trx, turn.house, turn));
  return aside(draft, previewCard(turn, draft, facts, back));
}
