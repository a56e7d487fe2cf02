import { logCard } from '../../cards/logCard.ts';
import { card, notice } from '../../cards/parts.ts';
import { relationsOf } from '../../domain/access.ts';
import { parseReference } from '../../domain/reference.ts';
import { type Recorded, record, recordsOf } from '../../store/records.ts';
import { consultationOf } from '../../store/spentReferences.ts';
import { consultationFor } from '../perform.ts';
import { refusalCard } from '../refusal.ts';
import { type Reply, replyCard, type Turn } from '../turn.ts';

/** Who did and who read what in one consultation; that the log was read is recorded before it is shown. */
export async function showLog(turn: Turn, ref: string | undefined, page: number): Promise<Reply> {
  const { store } = turn.house;
  const found = await consultationFor(turn, ref);
  if (!found) return showOld(turn, ref, page);
  const relations = relationsOf(turn.association, found, turn.reader, turn.now);
  if (!relations.has('owner') && !relations.has('coordinator'))
    return replyCard(refusalCard(turn, { code: 'not-yours' }));
  if (page === 1 || !readsOn(turn, await recordsOf(store, found.id))) await noteReading(turn, found.id);
  return replyCard(logCard(turn, found.reference, await recordsOf(store, found.id), page));
}

const LEAFING_MS = 10 * 60 * 1000;

/** Whoever turns the page is still at the same reading; else the rows would move under their eyes. */
function readsOn({ reader, now }: Turn, rows: readonly Recorded[]): boolean {
  const since = new Date(now.getTime() - LEAFING_MS).toISOString();
  return rows.some(({ verb, actor, at }) => verb === 'log' && actor === reader.id && at >= since);
}

/** The log of a consultation outlives it, for the coordinator. What was never sent is nobody's but its owner's. */
async function showOld(turn: Turn, ref: string | undefined, page: number): Promise<Reply> {
  const { store } = turn.house;
  const unknown = replyCard(refusalCard(turn, { code: 'unknown-reference' }));
  const reference = parseReference(ref ?? '');
  if (!reference || turn.reader.role !== 'coordinator') return unknown;
  const id = await consultationOf(store, turn.association.id, reference);
  const rows = id === undefined ? [] : await recordsOf(store, id);
  if (id === undefined || !rows.some(({ verb }) => verb === 'request.send')) return unknown;
  await noteReading(turn, undefined, { gone: id });
  return replyCard(logCard(turn, reference, rows, page));
}

/** Keeps that this reader has read a log; `consultation` is undefined where it is not of one that is there. */
export async function noteReading(
  turn: Turn,
  consultation: string | undefined,
  detail: Record<string, string> = {},
): Promise<void> {
  await record(turn.house.store, {
    kind: 'reading',
    association: turn.association.id,
    consultation,
    at: turn.now.toISOString(),
    actor: turn.reader.id,
    verb: 'log',
    detail,
  });
}

/** One sentence, as a card. */
export const told = (text: string): Reply => replyCard(card([notice(text)], text));
