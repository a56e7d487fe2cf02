import type { Answer, Handle } from '../../src/teams/incoming.ts';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';
import type { Doing, Teams } from './teams.ts';

/** An instance as Teams finds it behind the one address. */
export type Door = { owner: Owner; handle: Handle; open: boolean; underWay: number };

const AGAIN_MS = 15_000;
const ANEW_MS = 30_000;

/**
 * Brings what people do to the bot as Teams does: any instance, any order, again with the same id when no answer came
 * in 15 s, then (a press) once more with a new id; and sometimes twice for no reason.
 */
export function createDelivery(
  { scheduler, random, faults }: { scheduler: Scheduler; random: Random; faults: () => Faults },
  teams: Teams,
  doors: () => readonly Door[],
  watch: {
    heard: (owner: Owner, doing: Doing) => void;
    done: (owner: Owner, doing: Doing) => void;
    answered: (doing: Doing, answer: Answer) => void;
  },
) {
  const hand = (doing: Doing, id: string): void => {
    const open = doors().filter((door) => door.open && door.owner.alive);
    if (open.length === 0) return;
    const door = random.pick(open);
    const { owner } = door;
    scheduler.note(owner, `hears ${doing.number} (${id.slice(-4)})`);
    door.underWay += 1;
    watch.heard(owner, doing);
    const incoming = { ...doing.incoming, id };
    void teams.hearing
      .run(doing, () => door.handle(incoming))
      .then(
        (answer) => {
          door.underWay -= 1;
          watch.done(owner, doing);
          const unheard = doing.incoming.answersByInvoke && random.chance(faults().unheard);
          scheduler.note(owner, `answers ${doing.number} with ${answer.is}${unheard ? ', unheard' : ''}`);
          if (unheard) return;
          scheduler.park(`answer to ${doing.number}`, () => watch.answered(doing, answer), {
            ms: random.whole(5, 400),
          });
        },
        (fault: unknown) => {
          door.underWay -= 1;
          watch.done(owner, doing);
          scheduler.note(owner, `answers ${doing.number} with 500: ${String(fault)}`);
        },
      );
  };

  const attempt = (doing: Doing, id: string, times: number, ms: number): void => {
    scheduler.park(
      `delivers ${doing.number}`,
      () => {
        if (doing.answered) return;
        hand(doing, id);
        if (times < 3) attempt(doing, id, times + 1, AGAIN_MS);
        else if (times === 3 && doing.incoming.answersByInvoke) attempt(doing, teams.newId(), 4, ANEW_MS);
      },
      { ms },
    );
  };

  return (doing: Doing): void => {
    const { id, answersByInvoke } = doing.incoming;
    const late = () => (random.chance(0.85) ? random.whole(5, 400) : random.whole(400, 6000));
    attempt(doing, id, 1, late());
    const again = (what: string, other: string) =>
      scheduler.park(`${what} ${doing.number}`, () => hand(doing, other), { ms: random.whole(5, 20_000) });
    if (random.chance(faults().twice)) again('delivers twice', id);
    if (answersByInvoke && random.chance(faults().anew)) again('delivers anew', teams.newId());
  };
}
