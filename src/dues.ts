import type { Association } from './domain/association.ts';
import { type Consultation, legOf } from './domain/consultation.ts';
import { close } from './domain/life/meeting.ts';
import { askToFile, dispose } from './domain/life/retention.ts';
import { voteDue } from './domain/life/schedule.ts';
import { meetingEnded, silence } from './domain/life/silence.ts';
import { type Facts, type LifeRefusal, type Step, system } from './domain/life/step.ts';
import { type DueKind, duesOf } from './domain/notices.ts';
import { ok, refuse } from './domain/result.ts';
import { textsOf } from './domain/retention.ts';
import { type Read, readFacts, writtenOf } from './features/perform.ts';
import type { House } from './features/turn.ts';
import { countAway, sweepRetention } from './retention.ts';
import { change, deleteDraft, findById } from './store/consultations.ts';
import { emptyLog } from './store/disposals.ts';
import { type DueTimer, dueTimers, nextTimerAt, removeTimer } from './store/timers.ts';
import { nameOfFault, placeOf } from './teams/fault.ts';

/**
 * Runs everything that is due at `now`, in order, and counts what it ran. Each looks again before it acts: a
 * consultation that has moved on no longer owes what the timer was set for. One that fails stays due and does not
 * hold up the others. Deadlines that follow are counted from now: after a standstill nobody is skipped unasked.
 */
export async function runDue(house: House, now: Date): Promise<number> {
  const failed = new Set<string>();
  const nameOf = ({ consultation, kind, key }: DueTimer) => `${consultation} ${kind} ${key}`;
  let count = 0;
  let isGone = false;
  for (;;) {
    const due = await dueTimers(house.store, now.toISOString(), 100 + failed.size);
    const next = due.filter((timer) => !failed.has(nameOf(timer)));
    if (next.length === 0) {
      if (isGone) await emptyLog(house.store);
      return count;
    }
    for (const timer of next) {
      const done = await fall(house, timer, now).catch((error: unknown) => {
        house.log({
          event: 'due-failed',
          kind: timer.kind,
          fault: nameOfFault(error),
          place: placeOf(error),
        });
        return false;
      });
      if (done) await removeTimer(house.store, timer);
      else failed.add(nameOf(timer));
      isGone ||= disposing.has(timer.kind);
      count += 1;
    }
    house.wake();
  }
}

const disposing: ReadonlySet<string> = new Set<DueKind>(['draft-gone', 'dispose', 'count']);

/** True when the timer has done its work or is no longer owed. */
async function fall(house: House, timer: DueTimer, at: Date): Promise<boolean> {
  const consultation = await findById(house.store, timer.consultation);
  const association = house.associations.find(({ id }) => id === consultation?.association);
  if (!consultation || !association || !owes(association, consultation, timer)) return true;
  if (timer.kind === 'draft-gone') {
    await deleteDraft(house.store, consultation.id, at);
    return true;
  }
  if (timer.kind === 'count') return countAway(house, association, consultation, at);
  const result = await change<Read, LifeRefusal>(
    house.store,
    consultation.id,
    (trx) => readFacts(trx, house, { association, reader: system, now: at }, consultation.id),
    (current, facts) => {
      if (!owes(association, current, timer)) return refuse({ code: 'stale' });
      const stepped = stepFor(timer, current, facts);
      if (!stepped.ok) return stepped;
      const { after, events } = stepped.value;
      const written = writtenOf(facts, current, after, { verb: timer.kind, actor: system.id, events });
      if (timer.kind !== 'dispose') return ok(written);
      // Its cards are replaced, not brought up to date.
      return ok({ ...written, notices: [], disposed: textsOf(current).filter(Boolean).length });
    },
    at,
  );
  return result.ok || result.refusal.code === 'stale';
}

function stepFor({ kind, key }: DueTimer, current: Consultation, facts: Facts): Step {
  if (kind === 'vote-due') return voteDue(current, facts);
  if (kind === 'meeting-over') return meetingEnded(current);
  if (kind === 'close') return close(current, facts);
  if (kind === 'dispose') return dispose(current, facts);
  if (kind === 'file-ask') return askToFile(current, facts);
  return silence(current, facts, legOf(current, key.split('/')[0]!)!);
}

const owes = (association: Association, consultation: Consultation, { kind, key }: DueTimer): boolean =>
  duesOf(association, consultation).some((due) => due.kind === kind && due.key === key);

/** Moves from one due moment to the next up to `to`: what falls due on the way sees its own time. */
export async function runThrough(house: House, to: Date, setNow: (at: Date) => Promise<void>): Promise<void> {
  for (;;) {
    const next = await nextTimerAt(house.store);
    if (next === undefined || next > to.toISOString()) break;
    const at = new Date(next);
    if (at > house.now()) await setNow(at);
    if ((await runDue(house, at)) === 0) break;
  }
  await setNow(to);
  await sweepRetention(house, to);
}
