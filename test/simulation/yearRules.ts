import { createHash } from 'node:crypto';
import { type Association, agencyOf, coordinatorsOf, personOf } from '../../src/domain/association.ts';
import { type Consultation, isOpenLeg, legOf } from '../../src/domain/consultation.ts';
import { duesOf } from '../../src/domain/dues.ts';
import { nextOnDuty } from '../../src/domain/duty.ts';
import type { Event } from '../../src/domain/life/step.ts';
import { answerDue } from '../../src/domain/routing.ts';
import { dayOf } from '../../src/domain/zone.ts';
import { absencesFrom } from '../../src/store/absences.ts';
import type { Store } from '../../src/store/database.ts';
import { createHours } from './yearHours.ts';
import type { Change, Notice } from './yearMirror.ts';
import { openParts } from './yearParts.ts';
import { EQUALS } from './yearWorld.ts';

export type Rules = ReturnType<typeof createRules>;

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const UNEVEN = 2;
const MOST_UNEVEN = 1.3;
/** Who may ask somebody who has enough: the coordinator, and a colleague who passes their own question on. */
const byHand = new Set(['leg.assign', 'respond.forward', 'handover.all', 'handover.back']);
/** What the clock does and somebody hears of. */
const byClock = new Set([
  'prompt',
  'answer-due',
  'vote-due',
  'queue',
  'place-due',
  'meeting-over',
  'file-ask',
  'close',
]);

/** An offered leg: until when it may be, and how often it has been let pass since somebody saw to it last. */
type Chain = { until: number; silences: number; agency: string };

/** What must hold at each commit, at each move of the clock and at the end; `broken` hears what does not. */
export function createRules(
  store: Store,
  associationOf: (id: string) => Association,
  consultations: ReadonlyMap<string, Consultation>,
  broken: (what: string) => void,
) {
  const chains = new Map<string, Map<string, Chain>>();
  const asked = new Map<string, number>();
  const hours = createHours(store, associationOf, broken);
  const transcript = createHash('sha256');
  let earliest = Number.POSITIVE_INFINITY;

  const timersOf = async (id: string) =>
    (await store.db.selectFrom('timers').selectAll().where('consultation', '=', id).execute()).map(
      ({ kind, key, due_at }) => ({ kind, key, dueAt: due_at }),
    );

  /** 1: nothing open that nothing would wake. */
  async function owned({ after }: Change, at: string): Promise<void> {
    const timers = await timersOf(after.id);
    const stand = timers.map(({ kind, key }) => `${kind} ${key}`);
    for (const { part, wakes } of openParts(after, associationOf(after.association).followUp.length))
      if (!wakes.some((wake) => stand.some((one) => one.startsWith(wake))))
        broken(
          `1 ${at} ${after.reference} ${after.is}: nothing is to happen to ${part} (${stand.join(', ')})`,
        );
    const said = ({ kind, key, dueAt }: { kind: string; key: string; dueAt: string }) =>
      `${kind} ${key} ${dueAt}`;
    const owes = duesOf(associationOf(after.association), after).map(said).sort().join();
    if (timers.map(said).sort().join() !== owes)
      broken(`1 ${at} ${after.reference} owes ${owes}, its timers are ${timers.map(said).join()}`);
  }

  /** 2: how long each question may be open with somebody, from when somebody last saw to it. */
  function follow({ before, after, verb }: Change): void {
    const own = chains.get(after.id) ?? new Map<string, Chain>();
    const association = associationOf(after.association);
    for (const leg of after.legs) {
      const stood = before && legOf(before, leg.agency);
      if (leg.is !== 'offered' || leg.dueAt === undefined || !asks(after)) {
        own.delete(leg.agency);
        continue;
      }
      const chain = own.get(leg.agency);
      if (chain && verb === 'answer-due') {
        if (stood?.asked !== leg.asked) chain.silences += 1;
        if (chain.silences > 1)
          broken(`2 ${after.reference} ${leg.agency} is passed on after a second silence`);
      } else if (!chain || stood?.dueAt !== leg.dueAt || stood.asked !== leg.asked)
        own.set(leg.agency, {
          until: longest(association, leg.agency, new Date(leg.dueAt)),
          silences: 0,
          agency: leg.agency,
        });
    }
    chains.set(after.id, own);
    for (const { until } of own.values()) earliest = Math.min(earliest, until);
  }

  /** 2: no question is older than that, but for what waits for everybody who could be told. */
  async function pending(now: Date): Promise<void> {
    if (now.getTime() <= earliest) return;
    earliest = Number.POSITIVE_INFINITY;
    for (const [id, own] of chains) {
      const consultation = consultations.get(id);
      if (!consultation) {
        chains.delete(id);
        continue;
      }
      for (const chain of own.values()) {
        if (now.getTime() > chain.until) {
          const association = associationOf(consultation.association);
          const until = new Date(chain.until);
          const absent = await absencesFrom(store.db, association.id, dayOf(until, association.timeZone));
          const works = coordinatorsOf(association).flatMap(
            (one) => nextOnDuty(association, one, absent.get(one.id) ?? [], until)?.getTime() ?? [],
          );
          if (Math.min(...works) >= now.getTime())
            chain.until = longest(association, chain.agency, new Date(Math.min(...works)));
          else {
            broken(`2 ${now.toISOString()} ${consultation.reference} ${chain.agency} is still offered`);
            own.delete(chain.agency);
          }
        }
        earliest = Math.min(earliest, chain.until);
      }
    }
  }

  /** 4: nobody is asked above their capacity but by hand. */
  function within({ after, verb, events }: Change, at: string): void {
    const association = associationOf(after.association);
    for (const event of events) {
      if (event.is !== 'offered' || byHand.has(verb)) continue;
      // The log knows people by opaque ids; the leg says who.
      const to = legOf(after, event.agency)?.asked;
      if (to === undefined) continue;
      const capacity = personOf(association, to)?.capacity ?? Number.POSITIVE_INFINITY;
      let open = 0;
      for (const one of consultations.values())
        if (one.association === after.association && one.is !== 'draft')
          open += one.legs.filter((leg) => isOpenLeg(leg) && leg.asked === to).length;
      if (open > capacity)
        broken(`4 ${at} ${after.reference} ${verb}: ${to} has ${open} of ${capacity} questions`);
    }
  }

  /** 5: who has been asked among those who are alike, by hand too: the rules make up for that. */
  function count({ after, events }: Change): void {
    for (const event of events as readonly Event[])
      if (event.is === 'offered' && event.agency === EQUALS) {
        const key = `${after.association}/${legOf(after, EQUALS)?.asked}`;
        asked.set(key, (asked.get(key) ?? 0) + 1);
      }
  }

  return {
    /** One commit: what it changed, and what it queued. */
    committed: async (changes: readonly Change[], notices: readonly Notice[], now: Date): Promise<void> => {
      for (const change of changes) {
        const at = change.at;
        transcript.update(change.line);
        await owned(change, at);
        follow(change);
        if (byClock.has(change.verb)) await hours.stepped(change, now);
        within(change, at);
        count(change);
      }
      const clock = new Map(
        changes
          .filter(({ verb }) => byClock.has(verb))
          .map(({ after, verb }) => [`${after.id}:${after.version}`, verb]),
      );
      for (const notice of notices) {
        transcript.update(notice.line);
        const byItself = clock.has(notice.key.slice(0, notice.key.lastIndexOf(':')));
        if (notice.personal || (byItself && notice.kind === 'notify')) await hours.heard(notice, now);
      }
    },
    moved: pending,
    /** Everything that should have happened has: no timer is late, none is missing. */
    nothingLate: async (now: Date): Promise<void> => {
      const late = await store.db
        .selectFrom('timers')
        .selectAll()
        .where('due_at', '<', now.toISOString())
        .execute();
      for (const { kind, key, due_at } of late)
        broken(`1 ${now.toISOString()} ${kind} ${key} of ${due_at} has not been done`);
      const all = new Map<string, Set<string>>();
      for (const { consultation, kind, key } of await store.db.selectFrom('timers').selectAll().execute())
        all.set(consultation, (all.get(consultation) ?? new Set()).add(`${kind} ${key}`));
      for (const one of consultations.values())
        for (const { kind, key, dueAt } of duesOf(associationOf(one.association), one))
          if (!all.get(one.id)?.has(`${kind} ${key}`))
            broken(
              `1 ${now.toISOString()} ${one.reference} owes ${kind} ${key} at ${dueAt}, and has forgotten it`,
            );
    },
    /**
     * 5, at the end: the shares of those who are alike differ by less than a third. Where they are small a difference of
     * two is none: what comes while one of them still has a question is the other's, and is not made up for.
     */
    shares: (associations: readonly Association[]): void => {
      for (const { id, people } of associations) {
        const counts = people
          .filter(({ agency }) => agency === EQUALS)
          .map((one) => asked.get(`${id}/${one.id}`) ?? 0);
        const [most, least] = [Math.max(...counts), Math.min(...counts)];
        if (most - least > UNEVEN && most / least > MOST_UNEVEN)
          broken(`5 ${id}: equals were asked ${counts.join(', ')} times`);
      }
    },
    asked: () => Object.fromEntries(asked),
    hash: () => transcript.copy().digest('hex').slice(0, 16),
  };

  /** As the chain goes: the deadline, the second of `soon`, and a week for hours, patterns and holidays. */
  function longest(association: Association, agency: string, dueAt: Date): number {
    return answerDue(agencyOf(association, agency)!, 'soon', dueAt).getTime() + WEEK;
  }
}

const asks = ({ is }: Consultation): boolean => ['requested', 'ready', 'scheduling', 'booked'].includes(is);
