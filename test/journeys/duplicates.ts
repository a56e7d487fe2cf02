import { expect } from 'vitest';
import { relationsOf } from '../../src/domain/access.ts';
import type { Association, Person } from '../../src/domain/association.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import { partVersion, transitions, type Verb, verbs } from '../../src/domain/transitions.ts';
import { runDue } from '../../src/dues.ts';
import { findById } from '../../src/store/consultations.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { anAssociation, anInnerBot, aPress, aSender } from '../support/innerBot.ts';
import { outcome, required } from './steps.ts';

/** How many activities, from which seed, and whether redelivered activities are known by their ids. */
export type Duplicates = { count: number; seed: number; inbox: boolean };

/** What has been done: activities, deliveries of them, and how often each verb changed something. */
export type Duplicated = { activities: number; deliveries: number; changed: Map<string, number> };

const CASES = 4;
const MOST_STEPS = 45;

/** mulberry32: the same seed gives the same numbers. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Lets random people do random things, each delivered one to four times, half of the repeats with a new id, one after
 * the other or all at once; fails when a repeat has an effect of its own. Without the inbox nothing but the meaning of
 * what is done keeps it from being done twice.
 */
export async function duplicateDeliveries({ count, seed, inbox }: Duplicates): Promise<Duplicated> {
  const random = randomFrom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = <T>(all: readonly T[]): T => all[whole(all.length)]!;
  const store = await openStore('sqlite::memory:');
  const association = shared(await anAssociation());
  const now = new Date('2026-09-07T07:00:00Z');
  const bot = anInnerBot({ store, association, sender: aSender(), now, limits: { inbox, paced: false } });
  const done: Duplicated = { activities: 0, deliveries: 0, changed: new Map() };
  const cases: { id: string | undefined; form: string; owner: Person; steps: number }[] = [];
  let number = 0;

  try {
    while (done.activities < count) {
      bot.domain.now = new Date(bot.domain.now.getTime() + whole(90) * 60_000);
      if (random() < 0.1) await runDue(bot.house, bot.domain.now);
      if (cases.length < CASES) {
        const owner = pick(association.people.filter(({ role }) => role === 'caseworker'));
        cases.push({
          id: undefined,
          form: `00000000-0000-4000-8000-${String(number++).padStart(12, '0')}`,
          owner,
          steps: 0,
        });
      }
      const one = pick(cases);
      one.steps += 1;
      if (one.steps > MOST_STEPS) {
        cases.splice(cases.indexOf(one), 1);
        continue;
      }
      if (one.id === undefined) {
        await repeated(
          one.owner,
          'request.preview',
          {
            ...required,
            municipality: one.owner.municipalities[0] ?? 'hagfors',
            agencies: pick(['fk', 'fk,af', 'fk,af,psykiatri', 'primarvard']),
            form: one.form,
          },
          undefined,
        );
        one.id = await idOfLatest(store);
        continue;
      }
      const consultation = await findById(store, one.id);
      if (consultation === undefined) {
        cases.splice(cases.indexOf(one), 1);
        continue;
      }
      const deed = deedIn(association, consultation);
      if (deed === undefined) continue;
      if (deed.verb === 'meeting.held')
        bot.domain.now = new Date(
          Math.max(bot.domain.now.getTime(), Date.parse(consultation.meeting!.start) + 60_000),
        );
      await repeated(deed.person, deed.verb, deed.inputs, consultation);
    }
    return done;
  } finally {
    await store.close();
  }

  /** Delivers one activity as often as it comes, and compares what has become of it after each. */
  async function repeated(
    person: Person,
    verb: string,
    inputs: Record<string, unknown>,
    before: Consultation | undefined,
  ): Promise<void> {
    done.activities += 1;
    const id = `${seed}-${done.activities}`;
    const repeats = Array.from({ length: whole(4) }, (_, repeat) =>
      random() < 0.5 ? id : `${id}-${repeat}`,
    );
    const deliver = (as: string) => bot.handle(aPress(person, verb, inputs, as));
    const from = await latest(store);
    done.deliveries += 1 + repeats.length;
    const what = `seed ${seed}, activity ${done.activities}: ${verb} by ${person.id} (${repeats.length} repeats)`;
    if (random() < 0.3) {
      await Promise.all([id, ...repeats].map(deliver));
    } else {
      await deliver(id);
      const once = await effects(store, before?.id, from);
      for (const again of repeats) await deliver(again);
      expect(await effects(store, before?.id, from), what).toEqual(once);
    }
    const after = before ? await findById(store, before.id) : undefined;
    const changes = await changesSince(store, from.position);
    expect(changes, what).toBeLessThanOrEqual(1);
    if (changes === 1) done.changed.set(verb, (done.changed.get(verb) ?? 0) + 1);
    if (before && after) expect(after.version - before.version, what).toBeLessThanOrEqual(1);
  }

  /** Something that somebody may do now, with what they would write. */
  function deedIn(
    association: Association,
    consultation: Consultation,
  ): { person: Person; verb: Verb; inputs: Record<string, unknown> } | undefined {
    const ending = new Set<Verb>(['request.withdraw', 'schedule.cancel', 'leg.drop']);
    const possible = association.people.flatMap((person) => {
      const relations = relationsOf(association, consultation, person, bot.domain.now);
      return verbs
        .filter((verb) => verb !== 'consultation.show')
        .filter((verb) => transitions[verb].in.includes(consultation.is))
        .filter((verb) => transitions[verb].who.some((relation) => relations.has(relation)))
        .filter((verb) => !ending.has(verb) || random() < 0.2)
        .flatMap((verb) => {
          const wanted = transitions[verb].leg;
          const legs = wanted ? consultation.legs.filter((leg) => wanted.includes(leg.is)) : [undefined];
          return legs
            .filter((leg) => !leg || person.role !== 'member' || person.agency === leg.agency)
            .map((leg) => ({ person, verb, leg }));
        });
    });
    if (possible.length === 0) return undefined;
    // A verb first: how many may do it says nothing of how often it is done.
    const verb = pick([...new Set(possible.map((one) => one.verb))]);
    const { person, leg } = pick(possible.filter((one) => one.verb === verb));
    // As its card would carry it.
    const version = partVersion(consultation, verb, leg);
    return {
      person,
      verb,
      inputs: {
        ref: consultation.reference,
        ...(version === undefined ? {} : { v: version }),
        ...(leg ? { agency: leg.agency, legs: `${leg.agency}:${leg.version}` } : {}),
        ...written(association, consultation, verb, leg?.agency, pick),
      },
    };
  }
}

/** Every caseworker works in every municipality, so that whatever is asked can be handed over. */
function shared(association: Association): Association {
  const everywhere = association.municipalities.map(({ id }) => id);
  const people = association.people.map((person) =>
    person.role === 'caseworker' ? { ...person, municipalities: everywhere } : person,
  );
  return { ...association, people };
}

/** What is filled in for a verb. */
function written(
  association: Association,
  consultation: Consultation,
  verb: Verb,
  agency: string | undefined,
  pick: <T>(all: readonly T[]) => T,
): Record<string, unknown> {
  const people = (role: string, of?: string) =>
    association.people.filter((one) => one.role === role && (of === undefined || one.agency === of));
  const asked = new Set(consultation.legs.map((leg) => leg.agency));
  switch (verb) {
    case 'request.edit':
      return {
        ...required,
        municipality: consultation.request.municipality,
        agencies: consultation.request.agencies.join(','),
        question: pick(['Vad kan ni göra?', 'Vilken väg finns?']),
      };
    case 'request.add':
      return { text: 'Intyget är förnyat' };
    case 'leg.add':
      return {
        agency: pick(
          ['fk', 'af', 'psykiatri', 'primarvard'].filter((id) => !asked.has(id)).concat('primarvard'),
        ),
      };
    case 'respond.decline':
      return { reason: pick(['no-time', 'wrong-remit']) };
    case 'respond.forward':
      return { to: pick(people('member', agency)).id };
    case 'leg.assign':
      return { to: pick(people('member', agency)).id };
    case 'consultation.handover':
      return { to: pick(people('caseworker').filter(({ id }) => id !== consultation.owner)).id };
    case 'schedule.vote':
      return Object.fromEntries(
        (consultation.times?.slots ?? []).map(({ id }) => [id, pick(['yes', 'yes', 'maybe', 'no'])]),
      );
    case 'schedule.book':
      return { slot: pick(consultation.times?.slots.map(({ id }) => id) ?? ['slot-1']) };
    case 'meeting.held':
      return {
        present: [
          'kommun',
          ...consultation.legs.filter(({ is }) => is === 'accepted').map((leg) => leg.agency),
        ].join(','),
      };
    case 'outcome.record':
      return { ...outcome, nextDate: '2099-06-01' };
    case 'followup.record':
      return { progress: 'work', cooperation: 'yes', answered: 'yes' };
    case 'respond.ask':
    case 'respond.advise':
    case 'clarify.answer':
      return { text: pick(['Vilket intyg finns?', 'Börja med kartläggning']) };
    default:
      return { reason: 'nytt läge' };
  }
}

type From = { sequence: number; position: number };

/** Where outbox and log end. */
async function latest({ db }: Store): Promise<From> {
  const { sequence } = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .executeTakeFirstOrThrow();
  const { position } = await db
    .selectFrom('heads')
    .select('position')
    .where('name', '=', 'records')
    .executeTakeFirstOrThrow();
  return { sequence: sequence ?? 0, position };
}

async function changesSince({ db }: Store, position: number): Promise<number> {
  const rows = await db
    .selectFrom('records')
    .select('position')
    .where('position', '>', position)
    .where('kind', '=', 'change')
    .execute();
  return rows.length;
}

async function idOfLatest({ db }: Store): Promise<string | undefined> {
  const row = await db
    .selectFrom('consultations')
    .select('id')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Everything that was decided about a consultation, and everything that is to be told since. */
async function effects(
  { db }: Store,
  consultation: string | undefined,
  { sequence, position }: From,
): Promise<unknown> {
  const of = consultation ?? '';
  return {
    consultations: (await db.selectFrom('consultations').select('id').execute()).length,
    now: await db
      .selectFrom('consultations')
      .select(['state', 'owner', 'version', 'doc'])
      .where('id', '=', of)
      .execute(),
    changes: await db
      .selectFrom('records')
      .select(['consultation', 'verb', 'detail', 'digest'])
      .where('position', '>', position)
      .where('kind', '=', 'change')
      .execute(),
    told: await db
      .selectFrom('outbox')
      .select(['key', 'recipient', 'kind'])
      .where('sequence', '>', sequence)
      .where('kind', '<>', 'fold')
      .execute(),
    timers: await db
      .selectFrom('timers')
      .selectAll()
      .where('consultation', '=', of)
      .orderBy('kind')
      .orderBy('key')
      .execute(),
    bookings: await db
      .selectFrom('bookings')
      .selectAll()
      .where('consultation', '=', of)
      .orderBy('person_key')
      .execute(),
    legs: await db.selectFrom('legs').selectAll().where('consultation', '=', of).orderBy('agency').execute(),
  };
}
