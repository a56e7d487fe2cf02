import { join } from 'node:path';
import { loadAssociations } from '../../src/association/load.ts';
import { createDelivery } from './delivery.ts';
import { whereStill } from './disposal.ts';
import { calm, type Faults, mixed } from './faults.ts';
import { createInstances } from './instances.ts';
import { createInvariants } from './invariants.ts';
import { createPeople, planted, textOf } from './people.ts';
import { createRandom } from './random.ts';
import { createScheduler } from './scheduler.ts';
import { createSharedStore } from './sharedStore.ts';
import { type Chat, createTeams, type Doing } from './teams.ts';

/** How large a world; the seed decides what is left out. */
export type Options = {
  /** How many things people do; mostly few. */
  deeds?: number;
  instances?: number;
  faults?: Faults;
  /** Hears every event as it happens; `shown` are those a trace would hold. */
  tell?: (line: string, shown: boolean) => void;
};

/** What became of one seed; the hash is of every step in its order. */
export type Outcome = {
  seed: number;
  hash: string;
  steps: number;
  /** Simulated time in ms. */
  ms: number;
  /** How often each verb was kept in the log. */
  verbs: Readonly<Record<string, number>>;
};

/** A rule was broken: the message tells what, when, and how to see it again. */
export class SimulationFailure extends Error {
  override readonly name = 'SimulationFailure';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST_STEPS = 60_000;
/** Many small worlds, where what comes early goes wrong in many ways, and some that live long enough for what comes late. */
const sizes = [8, 8, 8, 12, 12, 12, 16, 16, 24, 80];
/** Monday of an odd week, 09:00 in Stockholm. */
const START = Date.parse('2026-09-07T07:00:00Z');

const excerpt = (text: string, word: string) => {
  const at = text.indexOf(word);
  return text.slice(Math.max(0, at - 150), at + 50);
};

const loaded = await loadAssociations(join(import.meta.dirname, '../../env'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const klaralvdalen = loaded.associations.find(({ id }) => id === 'klaralvdalen')!;
/** One with times promised in advance, one that looks for joint times and has one room to meet in. */
const rooms = ['https://teams.microsoft.com/l/meetup-join/example-room'];
const associations = [klaralvdalen, { ...klaralvdalen, sessions: [], rooms }] as const;

/**
 * One world from one seed: instances of the bot on one store, people with their cards, Teams between them, faults in
 * all of it. Throws `SimulationFailure` at the first broken rule.
 */
export async function simulate(seed: number, options: Options = {}): Promise<Outcome> {
  const random = createRandom(seed);
  const association = random.pick(associations);
  const deeds = options.deeds ?? random.pick(sizes);
  const wanted = options.instances ?? random.pick([1, 2, 2, 3]);
  const mix = options.faults ?? (random.chance(0.1) ? calm : mixed(random));
  let faults = mix;
  const outside = { random, faults: () => faults };

  const workAt = () => {
    const [{ due, next }] = store.rows<{ due: string | null; next: string | null }>(
      `select (select min(due_at) from timers) as due,
        (select min(run_at) from (select run_at, min(sequence) from outbox where state = 'pending' group by recipient)) as next`,
    ) as [{ due: string | null; next: string | null }];
    const times = [due, next].flatMap((at) => (at === null ? [] : [at === '' ? 0 : Date.parse(at)]));
    return times.length > 0 ? Math.min(...times) : undefined;
  };
  const scheduler = createScheduler(random, START, workAt, options.tell);
  // The first broken rule is kept: it may be found deep inside an instance, which takes what is thrown for its own fault.
  let broken: SimulationFailure | undefined;
  const fail = (what: string): never => {
    broken ??= new SimulationFailure(
      `seed ${seed}: ${what}\nagain: node_modules/.bin/node test/simulation/seeds.ts ${seed}\n${scheduler.trace()}`,
    );
    throw broken;
  };
  const store = createSharedStore(scheduler, random, {
    committed: (altered) => invariants.committed(altered),
    failing: () => random.chance(faults.disk),
    failed: (owner) => invariants.ledger.lost(owner),
  });
  const invariants = createInvariants(association, store, scheduler, fail);
  const { ledger, sight } = invariants;

  const teams = createTeams(
    association,
    { scheduler, ...outside },
    {
      leaves: (sent) => ledger.leaves(sent),
      arrives: (sent) => {
        ledger.arrives(sent);
        const word = sight.tooMuch(
          sent.chat,
          textOf(sent.card) + (sent.text ?? ''),
          sent.doing,
          scheduler.now,
        );
        if (word) fail(`I6 ${sent.chat.id} is sent "${word}" ${excerpt(textOf(sent.card), word)}`);
      },
      told: (sent) => ledger.told(sent),
      tooMany: (chat) => fail(`I8 too many requests for ${chat.id}`),
    },
  );

  const fleet = createInstances(association, wanted, { scheduler, ...outside }, store, teams, {
    ledger,
    logs: (line) => {
      const [word] = planted(line);
      if (word) fail(`I7 "${word}" is logged: ${line.slice(0, 200)}`);
    },
  });
  const { instances } = fleet;

  const people = createPeople(association, random);
  const deliver = createDelivery({ scheduler, ...outside }, teams, () => instances, {
    heard: (owner, doing) => ledger.heard(owner, doing),
    done: (owner, doing) => ledger.done(owner, doing),
    answered: (doing, answer) => {
      doing.answered = true;
      if (answer.is !== 'card') return;
      doing.message?.cards.push(answer.card);
      const word = sight.tooMuch(doing.chat, textOf(answer.card), doing, scheduler.now);
      if (word) fail(`I6 ${doing.chat.id} is answered with "${word}" ${excerpt(textOf(answer.card), word)}`);
      invariants.acknowledged(answer.card);
    },
  });
  let number = 0;
  const begin = (chat: Chat, incoming: Doing['incoming'], message?: Doing['message']) => {
    const doing = { number: ++number, chat, incoming, message, startedAt: scheduler.now, answered: false };
    sight.wrote(chat, JSON.stringify([incoming.inputs, incoming.text]));
    invariants.did(doing);
    scheduler.note(
      undefined,
      `${number}: ${chat.person.id} ${incoming.kind} ${incoming.verb ?? incoming.text}`,
    );
    deliver(doing);
  };

  const act = (chat = random.weighed(teams.chats, people.eagerness)!) => {
    if (!chat.installed || random.chance(faults.leave)) {
      // A bot that is blocked says nothing; one that is taken away, or put back, does.
      if (chat.installed && random.chance(0.5)) chat.blocked = !chat.blocked;
      else {
        chat.installed = !chat.installed;
        begin(chat, teams.incoming(chat, { kind: chat.installed ? 'installed' : 'removed' }));
      }
      return;
    }
    const deed = people.deed(chat);
    if (deed.is === 'says') begin(chat, teams.incoming(chat, { text: deed.text }));
    else
      begin(
        chat,
        teams.incoming(chat, {
          kind: 'press',
          verb: deed.verb,
          inputs: deed.inputs,
          answersByInvoke: deed.execute,
          replyToId: deed.message.id,
        }),
        deed.execute ? deed.message : undefined,
      );
  };
  const pause = () => {
    const share = random.next();
    if (share < 0.35) return random.whole(0, 1500);
    if (share < 0.8) return random.whole(1500, 40_000);
    return share < 0.92 ? random.whole(5 * MINUTE, 5 * HOUR) : random.whole(5 * HOUR, 6 * DAY);
  };
  // Most worlds are looked at once people are done; in some things go on going wrong for as long as the clock has work.
  let acting = true;
  const faultyToTheEnd = random.chance(0.15);
  const live = (left: number) => {
    act();
    // Somebody who is impatient.
    if (random.chance(0.02)) {
      const chat = random.pick(teams.chats);
      for (let count = random.whole(4, 9); count > 0; count -= 1)
        scheduler.park('impatient', () => act(chat), { ms: random.whole(0, 4000) });
    }
    if (left > 1) scheduler.park('somebody', () => live(left - 1), { ms: pause() });
    else acting = false;
  };

  const everyStep = () => {
    if (broken) throw broken;
    if (scheduler.steps > MOST_STEPS) fail('goes on and on');
    fleet.accident();
  };
  try {
    for (let count = 0; count < wanted; count += 1) void fleet.boot();
    for (const chat of teams.chats)
      if (random.chance(0.9)) {
        chat.installed = true;
        begin(chat, teams.incoming(chat, { kind: 'installed' }));
      }
    scheduler.park('somebody', () => live(deeds), { ms: 1000 });
    await scheduler.run(START + 400 * DAY, everyStep, () => !acting && !faultyToTheEnd);
    await scheduler.run(START + 400 * DAY, everyStep, () => !scheduler.pending());
    // From here on nothing goes wrong any more: what is left to do must get done.
    faults = calm;
    scheduler.note(undefined, 'no more faults');
    for (const one of instances) one.owner.frozenUntil = 0;
    const calmAt = scheduler.now;
    const owes = () => (workAt() ?? Number.POSITIVE_INFINITY) <= scheduler.now;
    const quiet = () => !scheduler.pending() && invariants.waiting() === 0 && !owes();
    await scheduler.run(calmAt + DAY, everyStep, quiet);
    if (invariants.waiting() > 0)
      fail(`I3 ${invariants.waiting()} rows still wait a day after the last fault`);
    const later = random.chance(0.3) ? random.whole(60, 500) : random.whole(0, 20);
    await scheduler.run(scheduler.now + later * DAY, everyStep, () => false);
    await scheduler.run(scheduler.now + DAY, everyStep, quiet);
    await invariants.end();
    // A card nobody knows of, because whoever sent it died or heard nothing, cannot be taken away.
    const known = Object.values(mix).every((share) => share === 0) ? teams.chats : [];
    const still = whereStill(store, known, invariants.disposed());
    if (still) fail(`I7 ${still}`);
    return {
      seed,
      hash: scheduler.hash(),
      steps: scheduler.steps,
      ms: scheduler.now - START,
      verbs: invariants.verbs(),
    };
  } finally {
    for (const { owner } of instances) scheduler.forget(owner);
    store.close();
  }
}
