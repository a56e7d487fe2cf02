import type { Association } from './domain/association.ts';
import { type Consultation, legOf } from './domain/consultation.ts';
import { duesOf } from './domain/dues.ts';
import { close } from './domain/life/meeting.ts';
import { placeLapsed } from './domain/life/queue.ts';
import { askToFile, dispose } from './domain/life/retention.ts';
import { isLater, type Later, meetingEnded, prompted, silence } from './domain/life/silence.ts';
import { type Facts, type LifeRefusal, type Step, system } from './domain/life/step.ts';
import { voteDue } from './domain/life/vote.ts';
import { openPrompts } from './domain/prompts.ts';
import { ok, refuse } from './domain/result.ts';
import { textsOf } from './domain/retention.ts';
import { calendarsAtVoteDue } from './features/calendars.ts';
import { type Read, readFacts } from './features/facts.ts';
import type { House } from './features/turn.ts';
import { writtenOf } from './features/written.ts';
import { inHours, runPersonDues } from './personDues.ts';
import { countAway, emptyOwed, oweEmptying, sweepRetention } from './retention.ts';
import { serveQueue } from './sessionQueue.ts';
import { change, deleteDraft, findById } from './store/consultations.ts';
import { nextPersonDueAt } from './store/personDues.ts';
import { type DueTimer, dueTimers, nextTimerAt, postponeTimer, removeTimer } from './store/timers.ts';
import { nameOfFault, placeOf } from './teams/fault.ts';

/** What has failed, and when it is tried again (real time, ms). Each instance keeps its own: another may manage. */
const putOff = new WeakMap<House, Map<string, { failures: number; until: number }>>();

const LONGEST_MS = 10 * 60_000;

/**
 * Runs everything that is due at `now`, in order, and counts what it ran. Each looks again before it acts: a
 * consultation that has moved on no longer owes what the timer was set for. One that fails stays due, does not hold up
 * the others, and is tried again after 2 s, 4 s … 10 minutes. Deadlines that follow are counted from now: after a
 * standstill nobody is skipped unasked.
 */
export async function runDue(house: House, now: Date): Promise<number> {
  const failed = putOff.get(house) ?? new Map<string, { failures: number; until: number }>();
  putOff.set(house, failed);
  let count = 0;
  for (;;) {
    const most = 100 + failed.size;
    const due = await dueTimers(house.store, now.toISOString(), most);
    if (due.length < most) forget(failed, due);
    const next = due.filter((timer) => !(house.realNow() < (failed.get(nameOf(timer))?.until ?? 0)));
    if (next.length === 0) {
      await emptyOwed(house);
      const asked = await runPersonDues(house, now);
      if (asked > 0) house.wake();
      return count + asked;
    }
    for (const timer of next) {
      const done = await fall(house, timer, now).catch((error: unknown) => {
        house.log({
          event: 'due-failed',
          kind: timer.kind,
          fault: nameOfFault(error),
          place: placeOf(error),
        });
        return 'failed' as const;
      });
      if (done === 'gone') oweEmptying(house);
      if (done === 'gone' || done === 'done') await removeTimer(house.store, timer);
      else if (done !== 'later') {
        const failures = (failed.get(nameOf(timer))?.failures ?? 0) + 1;
        const wait = done === 'left' ? LONGEST_MS : Math.min(1000 * 2 ** failures, LONGEST_MS);
        const until = house.realNow() + wait;
        failed.set(nameOf(timer), { failures, until });
      }
      count += 1;
    }
    house.wake();
  }
}

const nameOf = ({ consultation, kind, key, dueAt }: DueTimer) => `${consultation} ${kind} ${key} ${dueAt}`;

/** Lets go of what is owed no more. */
function forget(failed: Map<string, unknown>, due: readonly DueTimer[]): void {
  const standing = new Set(due.map(nameOf));
  for (const name of failed.keys()) if (!standing.has(name)) failed.delete(name);
}

/**
 * `done`: or no longer owed; `gone`: and something was deleted; `later`: put off until whoever would be told works;
 * `left`: nobody here can tell what it owes.
 */
type Fallen = 'done' | 'gone' | 'later' | 'left' | 'failed';

const missed = new WeakMap<House, Set<string>>();

/** Says once that an association with work to do has no file: its deadlines wait until it has. */
function noteMissing(house: House, association: string): void {
  const told = missed.get(house) ?? new Set();
  missed.set(house, told);
  if (!told.has(association)) house.log({ event: 'association-missing', association });
  told.add(association);
}

async function fall(house: House, timer: DueTimer, at: Date): Promise<Fallen> {
  const consultation = await findById(house.store, timer.consultation);
  const association = house.associations.find(({ id }) => id === consultation?.association);
  if (!consultation) return 'done';
  if (!association) {
    noteMissing(house, consultation.association);
    return 'left';
  }
  if (!owes(association, consultation, timer)) return 'done';
  if (timer.kind === 'queue') {
    await serveQueue(house, association, timer.key, at);
    return 'later';
  }
  if (timer.kind === 'draft-gone')
    return (await deleteDraft(house.store, consultation.id, at)) ? 'gone' : 'done';
  if (timer.kind === 'count')
    return (await countAway(house, association, consultation, at)) ? 'gone' : 'failed';
  const freeBusy =
    timer.kind === 'vote-due' ? await calendarsAtVoteDue(house, association, consultation, at) : undefined;
  const result = await change<Read, LifeRefusal | { code: 'later'; at: Date }>(
    house.store,
    consultation.id,
    (trx) => readFacts(trx, house, { association, reader: system, now: at, freeBusy }, consultation.id),
    (current, facts) => {
      if (!owes(association, current, timer)) return refuse({ code: 'stale' });
      const stepped = stepFor(timer, current, facts);
      if (isLater(stepped)) return refuse({ code: 'later', at: stepped.later });
      if (!stepped.ok) return stepped;
      const { after, events } = stepped.value;
      const written = writtenOf(facts, current, after, { verb: timer.kind, actor: system.id, events });
      // What is judged or booked is so at its time; it is told when each one works.
      if (timer.kind !== 'dispose') return ok(inHours(facts, written));
      // Its cards are replaced, not brought up to date.
      return ok({ ...written, notices: [], disposed: textsOf(current).filter(Boolean).length });
    },
    at,
  );
  if (result.ok) return timer.kind === 'dispose' ? 'gone' : 'done';
  if (result.refusal.code === 'later') {
    await postponeTimer(house.store, timer, result.refusal.at.toISOString());
    return 'later';
  }
  return result.refusal.code === 'stale' ? 'done' : 'failed';
}

function stepFor({ kind, key }: DueTimer, current: Consultation, facts: Facts): Step | Later {
  if (kind === 'vote-due') return voteDue(current, facts);
  if (kind === 'place-due') return placeLapsed(current, facts);
  if (kind === 'meeting-over') return meetingEnded(current);
  if (kind === 'close') return close(current, facts);
  if (kind === 'dispose') return dispose(current, facts);
  if (kind === 'file-ask') return askToFile(current, facts);
  if (kind === 'prompt') {
    const prompt = openPrompts(facts.association, current).find((one) => one.key === key)!;
    return prompted(current, facts, prompt);
  }
  return silence(current, facts, legOf(current, key.split('/')[0]!)!);
}

const owes = (association: Association, consultation: Consultation, { kind, key }: DueTimer): boolean =>
  duesOf(association, consultation).some((due) => due.kind === kind && due.key === key);

const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/**
 * Moves from one due moment to the next up to `to`: what falls due on the way sees its own time. What was overdue before
 * it began falls now: nothing is done, and nobody's working time judged, at a moment that has passed.
 */
export async function runThrough(house: House, to: Date, setNow: (at: Date) => Promise<void>): Promise<void> {
  for (let passed = ''; ; ) {
    const next = earlier(await nextTimerAt(house.store, passed), await nextPersonDueAt(house.store, passed));
    if (next === undefined || next > to.toISOString()) break;
    const at = new Date(Math.max(Date.parse(next), house.now().getTime()));
    if (at > house.now()) await setNow(at);
    // All that is due by then has been put off; what comes later still falls at its own time.
    if ((await runDue(house, at)) === 0) passed = next;
  }
  await setNow(to);
  await sweepRetention(house, to);
}
