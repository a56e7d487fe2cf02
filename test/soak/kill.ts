import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { type Area, add, chance, most, type Tally, violate } from './area.ts';
import { type Doc, docsOf, draft, oneEach, orUnanswered, press, story } from './deeds.ts';
import { faultsIn } from './whole.ts';

const LANES = 6;
const A_DATABASE = 40;
const RECOVERY_MS = 5_000;

/** One consultation under way: what has been answered for, and what was sent when the bot died. */
type Lane = {
  form: string;
  reference: string | undefined;
  step: number;
  /** The id under which the present step is sent, also when it is sent again. */
  id: string;
};

const newLane = (): Lane => ({ form: randomUUID(), reference: undefined, step: 0, id: randomUUID() });

/**
 * kill -9 at random instants while six consultations change at once. After each: nothing answered for is lost, nothing
 * is kept by halves, what was cut off is sent again and done exactly once. How soon the bot is back is measured.
 */
export const kill: Area = {
  name: 'kill',
  unit: 'kills',
  goal: 1000,
  minutes: 40,
  run: async (tally, until) => {
    while (tally.count < kill.goal && !until()) {
      const bot = await startBot({ associations: [oneEach()], now: '2026-09-07T09:00' });
      try {
        const people = bot.cast();
        const lanes = Array.from({ length: LANES }, newLane);
        for (let round = 0; round < A_DATABASE && tally.count < kill.goal && !until(); round += 1)
          await oneKill(tally, bot, people, lanes);
        await expectTold(tally, bot, people);
      } finally {
        await bot.stop();
      }
    }
  },
};

async function oneKill(
  tally: Tally,
  bot: RunningBot,
  people: Record<string, Person>,
  lanes: Lane[],
): Promise<void> {
  const random = chance(tally.seed);
  let alive = true;
  const working = Promise.all(
    lanes.map(async (lane) => {
      while (alive && (await advance(tally, people, lane))) {
        /* on to the next step */
      }
    }),
  );
  // Any moment from the first request to well into the work: the spread is the point.
  await pause(random() * 400);
  await bot.kill();
  alive = false;
  await working;
  const docs = docsOf(bot);
  for (const lane of lanes) expectKept(tally, docs, lane);
  for (const fault of await faultsIn(`sqlite:${bot.database}`))
    violate(tally, `seed ${tally.seed}: ${fault}`);
  const started = performance.now();
  await bot.launch();
  const ms = performance.now() - started;
  most(tally, 'recoveryMsMost', ms);
  add(tally, 'recoveryMs', Math.round(ms));
  // A figure and no violation: a machine with other work to do is slow at starting anything.
  if (ms > RECOVERY_MS) add(tally, 'slowRecoveries');
  await sendAgain(tally, bot, people, lanes);
  tally.count += 1;
  tally.seed += 1;
}

/** One step of a consultation; false when nobody answered. */
async function advance(tally: Tally, people: Record<string, Person>, lane: Lane): Promise<boolean> {
  if (lane.reference === undefined) {
    const made = await orUnanswered(draft(people['cw-maria']!, lane.form));
    if (!made) return false;
    if ('reference' in made) lane.reference = made.reference;
    else violate(tally, `no draft: ${made.answer}`);
    add(tally, 'answered');
    return 'reference' in made;
  }
  const deed = story[lane.step];
  if (!deed) {
    Object.assign(lane, newLane());
    return true;
  }
  const turn = await orUnanswered(
    press(people[deed.by]!, deed.verb, { ref: lane.reference, ...deed.data }, lane.id),
  );
  if (!turn) return false;
  if (turn.status !== 200) violate(tally, `${deed.verb}: ${turn.status}`);
  add(tally, 'answered');
  lane.step += 1;
  lane.id = randomUUID();
  return true;
}

/** In the end everything that was to be told has been, and stands in the chat it was meant for. */
async function expectTold(tally: Tally, bot: RunningBot, people: Record<string, Person>): Promise<void> {
  await bot.drained(60_000);
  const rows = bot.rows("select key, recipient, kind, state, activity_id from outbox where kind = 'notify'");
  add(tally, 'told', rows.length);
  for (const { key, recipient, state, activity_id } of rows) {
    const { messages } = people[String(recipient).split('/')[1]!]!.place;
    if (state !== 'sent' && state !== 'unknown') violate(tally, `${key} is ${state}`);
    else if (state === 'sent' && !messages.some(({ id }) => id === activity_id))
      violate(tally, `${key} is called sent, and stands nowhere`);
  }
}

const versionOf = (lane: Lane): number => lane.step + 1;

/** The step before the present one was answered for; the present one may be there or not, but not twice. */
function expectKept(tally: Tally, docs: ReadonlyMap<string, Doc>, lane: Lane): void {
  if (lane.reference === undefined) return;
  const doc = docs.get(lane.reference);
  const before = story[lane.step - 1];
  if (!doc || doc.version < versionOf(lane) || (before && !before.done(doc)))
    violate(tally, `seed ${tally.seed}: answered and lost: ${before?.verb ?? 'request.preview'}`);
  else if (doc.version > versionOf(lane) + 1)
    violate(tally, `seed ${tally.seed}: done twice: ${before?.verb ?? 'request.preview'}`);
}

/** Teams, which had no answer, sends the same again; then it is done, once. */
async function sendAgain(
  tally: Tally,
  bot: RunningBot,
  people: Record<string, Person>,
  lanes: readonly Lane[],
): Promise<void> {
  for (const lane of lanes) {
    const at = versionOf(lane);
    const isDraft = lane.reference === undefined;
    if (!(await advance(tally, people, lane)))
      violate(tally, `seed ${tally.seed}: not answered after a restart`);
    add(tally, 'sentAgain');
    const doc = lane.reference && docsOf(bot).get(lane.reference);
    const wanted = isDraft ? 1 : at + 1;
    if (doc && lane.step > 0 && doc.version !== wanted)
      violate(tally, `seed ${tally.seed}: sent again, version ${doc.version} for ${wanted}`);
  }
}
