import { reviewCard } from '../../cards/logCard.ts';
import { type Picked, reviewOf } from '../../domain/logReview.ts';
import { periodOf } from '../../domain/period.ts';
import { addDays, dayOf, instantAt } from '../../domain/zone.ts';
import { actsOf, type Recorded, record, recordsBefore, recordsBetween } from '../../store/records.ts';
import { referencesOf } from '../../store/spentReferences.ts';
import { type Reply, replyCard, type Turn } from '../turn.ts';
import { noteReading } from './consultationLog.ts';

const REVIEWED = 'log-reviewed';

/** `2026-09`, the month of an instant where the association is. */
const monthOf = ({ now, association }: Turn): string => dayOf(now, association.timeZone).slice(0, 7);

const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** The month a reader means: the one that ended last unless they say; a month that has not begun is that one too. */
const chosen = (turn: Turn, said: string | undefined): string =>
  said !== undefined && periodOf(said, '') && said <= monthOf(turn) ? said : monthBefore(monthOf(turn));

/** A month's log for checking. Reading it is recorded as reading any log is. */
export async function showSample(turn: Turn, said: string | undefined, page: number): Promise<Reply> {
  const month = chosen(turn, said);
  await noteReading(turn, undefined, { month });
  return drawn(turn, month, page);
}

/** Signs a month that is over, once. */
export async function signReview(turn: Turn, said: string): Promise<Reply> {
  const month = chosen(turn, said);
  const signed = (await reviews(turn)).some(({ detail }) => detail.month === month);
  if (month === said && month < monthOf(turn) && !signed) {
    const { readings, picked } = await reviewed(turn, month);
    await record(turn.house.store, {
      kind: 'act',
      association: turn.association.id,
      consultation: undefined,
      at: turn.now.toISOString(),
      actor: turn.reader.id,
      verb: REVIEWED,
      detail: { month, readings, listed: picked.length },
    });
  }
  return drawn(turn, month, 1);
}

async function drawn(turn: Turn, month: string, page: number): Promise<Reply> {
  const { readings, picked } = await reviewed(turn, month);
  const references = await referencesOf(turn.house.store, turn.association.id);
  const signed = await reviews(turn);
  const last = signed.at(-1);
  const head = {
    month,
    readings,
    over: month < monthOf(turn),
    signed: signed.some(({ detail }) => detail.month === month),
    last: last && { month: String(last.detail.month), by: last.actor, at: last.at },
    previous: monthBefore(month),
  };
  const rows = picked.map((one) => ({ ...one, reference: references.get(one.row.consultation) }));
  return replyCard(reviewCard(turn, head, rows, page));
}

const reviews = ({ house, association }: Turn): Promise<Recorded[]> =>
  actsOf(house.store, association.id, REVIEWED);

/** What there is to look at in a month; the sample is drawn by the month and the row, so it is always the same. */
async function reviewed(
  turn: Turn,
  month: string,
): Promise<{ readings: number; picked: readonly Picked<Recorded>[] }> {
  const { house, association } = turn;
  const { from, to } = periodOf(month, '')!;
  const start = instantAt(from, 0, association.timeZone).toISOString();
  const end = instantAt(addDays(to, 1), 0, association.timeZone).toISOString();
  const rows = await recordsBetween(house.store, association.id, start, end);
  const looked = new Set(rows.filter(({ verb }) => verb === 'states').map((row) => row.consultation));
  const earlier = await recordsBefore(house.store, [...looked], start);
  const rank = (position: number) => house.idFrom(`${association.id} ${month} ${position}`);
  return reviewOf(rows, earlier, { timeZone: association.timeZone, rank });
}
