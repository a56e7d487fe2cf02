import { createHash } from 'node:crypto';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Association } from '../../src/domain/association.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import { releaseLeases } from '../../src/store/outbox.ts';
import { createSenderOver } from '../../src/teams/sender.ts';
import type { Door } from './delivery.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';
import type { SharedStore } from './sharedStore.ts';
import type { Teams } from './teams.ts';

export type Instance = Door & { bot: Bot };

/** The bot's instances: started, killed between any two awaits, stood still, stopped in good order, started again. */
export function createInstances(
  association: Association,
  wanted: number,
  { scheduler, random, faults }: { scheduler: Scheduler; random: Random; faults: () => Faults },
  store: SharedStore,
  teams: Teams,
  watch: { ledger: Ledger; logs: (line: string) => void },
) {
  const instances: Instance[] = [];
  let named = 0;
  const gone = (one: Instance, how: string) => {
    scheduler.note(one.owner, how);
    scheduler.forget(one.owner);
    store.drop(one.owner);
    watch.ledger.lost(one.owner);
    instances.splice(instances.indexOf(one), 1);
    scheduler.park('boot', () => void boot(), { ms: random.whole(100, 20_000) });
  };
  const boot = async () => {
    const owner: Owner = { name: `i${++named}`, alive: true, frozenUntil: 0 };
    const own = store.open(owner);
    const newId = () => {
      const id = random.id();
      watch.ledger.made(owner, id);
      return id;
    };
    const now = () => new Date(scheduler.now);
    const bot = createBot({
      mode: 'production',
      store: own,
      associations: [association],
      sender: createSenderOver(teams.transportOf(owner)),
      calendarLink: async ({ id, calendar }: Consultation, { id: person }) =>
        calendar?.invited.includes(person) ? `https://samrad.example/calendar/${id}/${person}` : undefined,
      downloadLink: async () => 'https://samrad.example/download/token',
      clock: { now, set: async () => {} },
      outside: {
        now,
        newId,
        idFrom: (text) => createHash('sha256').update(text).digest('base64url'),
        bytes: random.bytes,
        log: (line) => {
          watch.logs(JSON.stringify(line));
          const { event, outcome, error, place, kind, fault } = line;
          scheduler.note(
            owner,
            `logs ${[event, kind, outcome, error, fault, place].filter(Boolean).join(' ')}`,
          );
        },
        after: (ms, run) => scheduler.park('clock', run, { ms, owner, idle: ms >= 1000 }),
      },
    });
    const door = { owner, handle: bot.handle, open: true, underWay: 0, bot };
    instances.push(door);
    scheduler.note(owner, 'starts');
    // As `openApp` does where the file is one process's alone.
    try {
      if (instances.length === 1 && wanted === 1) await releaseLeases(own);
      bot.start();
    } catch {
      gone(door, 'cannot start');
    }
  };
  const accident = (): void => {
    if (instances.length === 0) return;
    if (random.chance(faults().crash)) gone(random.pick(instances), 'is killed');
    else if (random.chance(faults().freeze)) {
      const { owner } = random.pick(instances);
      scheduler.note(owner, 'stands still');
      owner.frozenUntil = scheduler.now + random.whole(10_000, 120_000);
      // Whoever stands still within a transaction keeps all others from settling what they have sent.
      for (const one of instances)
        if (one.owner === owner || store.heldBy(owner)) watch.ledger.lost(one.owner);
      // Something to wake for, even if nothing else is to come.
      scheduler.park('moves again', () => {}, { ms: owner.frozenUntil - scheduler.now });
    } else if (random.chance(faults().restart)) {
      const one = random.pick(instances);
      if (!one.open) return;
      one.open = false;
      scheduler.note(one.owner, 'is to stop');
      const ending = async () => {
        while (one.underWay > 0) await scheduler.wait('ends', { owner: one.owner, ms: 50 });
        await one.bot.stop();
        gone(one, 'has stopped');
      };
      void ending();
    }
  };

  return { instances, boot, accident };
}
