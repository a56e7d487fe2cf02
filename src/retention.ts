import { subDays, subYears } from 'date-fns';
import type { Association } from './domain/association.ts';
import type { Consultation, Instant } from './domain/consultation.ts';
import { countedOf } from './domain/counted.ts';
import { DRAFT_DAYS, duesOf } from './domain/notices.ts';
import type { House } from './features/turn.ts';
import { countOff, disposeHistory, emptyLog, eraseOrphans } from './store/disposals.ts';
import { renewTimers } from './store/ended.ts';
import { recordsOf } from './store/records.ts';

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

/**
 * What no single consultation's timer does: timers follow the association's file, the log of what is long gone goes
 * too, and nothing deleted lingers in the files. Doing it again does no harm.
 */
export async function sweepRetention({ store, associations }: House, now: Date): Promise<void> {
  for (const association of associations) {
    const { id, retention } = association;
    await renewTimers(store, id, (consultation) => duesOf(association, consultation));
    const before = subYears(now, retention.historyYears).toISOString();
    await disposeHistory(store, id, before, now.toISOString());
    await eraseOrphans(store, id, subDays(now, DRAFT_DAYS).toISOString(), now.toISOString());
  }
  await emptyLog(store);
}
