import { subDays } from 'date-fns/subDays';
import { subYears } from 'date-fns/subYears';
import type { Association } from './domain/association.ts';
import type { Consultation, Instant } from './domain/consultation.ts';
import { countedOf } from './domain/counted.ts';
import { DRAFT_DAYS, duesOf } from './domain/dues.ts';
import type { House } from './features/turn.ts';
import { eraseOrphans } from './store/cardErasure.ts';
import { countOff, disposeHistory, emptyLog } from './store/disposals.ts';
import { renewTimers } from './store/ended.ts';
import { eraseRecords, recordsOf } from './store/records.ts';
import { forgetSettled } from './store/sweeps.ts';

/** Makes a row of numbers of a consultation that is over, and lets the rest go; false when it has changed meanwhile. */
export async function countAway(
  { store }: Pick<House, 'store'>,
  association: Association,
  consultation: Consultation,
  at: Date,
): Promise<boolean> {
  const answered = await answeredAt(store, consultation.id);
  return await countOff(
    store,
    consultation,
    countedOf(association, consultation, answered),
    at.toISOString(),
  );
}

/** When each agency last accepted or advised, as the log tells it. */
async function answeredAt(store: House['store'], consultation: string): Promise<Record<string, Instant>> {
  const answered: Record<string, Instant> = {};
  for (const { kind, at, detail } of await recordsOf(store, consultation)) {
    if (kind !== 'change' || !Array.isArray(detail.events)) continue;
    for (const event of detail.events as { is?: unknown; agency?: unknown }[])
      if ((event.is === 'accepted' || event.is === 'advised') && typeof event.agency === 'string')
        answered[event.agency] = at;
  }
  return answered;
}

/** Whether there is something to empty SQLite's log of, and when that is tried (real time, ms). */
const owed = new WeakMap<House, number>();
const EMPTY_AGAIN_MS = 30_000;

/** Something has been deleted that is to be in no file. */
export const oweEmptying = (house: House): void => {
  if (!owed.has(house)) owed.set(house, 0);
};

/** Empties the log when that is owed; not now while somebody reads it, but then later. */
export async function emptyOwed(house: House): Promise<void> {
  const notBefore = owed.get(house);
  if (notBefore === undefined || house.realNow() < notBefore) return;
  if (await emptyLog(house.store)) owed.delete(house);
  else {
    owed.set(house, house.realNow() + EMPTY_AGAIN_MS);
    house.log({ event: 'empty-log-put-off', ms: EMPTY_AGAIN_MS });
  }
}

const CARD_DAYS = 30;
const MESSAGE_DAYS = 400;

/**
 * What no single consultation's timer does: timers follow the association's file, the log of what is long gone goes
 * too, and nothing deleted lingers in the files. Doing it again does no harm; `isRunning` false ends it at the next page.
 */
export async function sweepRetention(
  house: House,
  now: Date,
  isRunning: () => boolean = () => true,
): Promise<void> {
  const { store, associations } = house;
  const pause = async () => {
    await new Promise<void>((resolve) => house.after(0, resolve));
    return isRunning();
  };
  for (const association of associations) {
    if (!isRunning()) return;
    const { id, retention } = association;
    const rules = house.idFrom(
      JSON.stringify([TIMERS, association.timeZone, association.followUp, retention]),
    );
    await renewTimers(store, id, rules, (consultation) => duesOf(association, consultation), pause);
    if (!isRunning()) return;
    const before = subYears(now, retention.historyYears).toISOString();
    const logs = await disposeHistory(store, id, before, now.toISOString());
    const rows = await store.transact((trx) => eraseRecords(trx, { association: id, before }));
    await eraseOrphans(store, id, subDays(now, DRAFT_DAYS).toISOString(), now.toISOString());
    if (logs + rows > 0) oweEmptying(house);
  }
  const days = (count: number) => subDays(now, count).toISOString();
  const settled = { cards: days(CARD_DAYS), messages: days(MESSAGE_DAYS) };
  if ((await forgetSettled(store, settled, pause)) > 0) oweEmptying(house);
  await emptyOwed(house);
}

/** To be raised when the same files make other timers of what has ended. */
const TIMERS = 1;
