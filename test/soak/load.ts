import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person, Turn } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { type Area, add, type Tally, violate } from './area.ts';
import { answerOf, docsOf, draft, oneEach, orUnanswered, press, story } from './deeds.ts';
import { faultsIn } from './whole.ts';

const A_SECOND = 50;
const KILOBYTES = 1024;
/** How many messages a chat keeps; consultations are over long before theirs are so old. */
const KEPT = 300;
/** What a start costs is no part of steady work: so much of a stretch, a minute at most, is left out of the times. */
const WARM = 0.2;
const WARM_MS = 60_000;

/** How long an answer took, in ms, and how far into the stretch it was due. */
type Took = { at: number; ms: number };

/** A consultation on its way; one step at a time. */
type Lane = { reference: string | undefined; step: number; answers: string[] };

/**
 * Fifty activities a second, as they come and not as they are answered, half of them changes: nothing lost, the 95th
 * percentile under 250 ms and the 99th under a second, memory that does not grow by five percent once warm.
 */
export const load: Area = {
  name: 'load',
  unit: 'seconds at a stretch',
  goal: 1800,
  minutes: 31,
  run: async (tally, until) => {
    if (tally.count >= load.goal) return;
    const bot = await startBot({ associations: [oneEach()], now: '2026-09-07T09:00' });
    try {
      await oneStretch(tally, bot, until);
    } finally {
      await bot.stop();
    }
  },
};

async function oneStretch(tally: Tally, bot: RunningBot, until: () => boolean): Promise<void> {
  const people = bot.cast();
  const free: Lane[] = [];
  const finished: Lane[] = [];
  const times: Took[] = [];
  const memory: number[] = [];
  const underWay = new Set<Promise<void>>();
  const longest = { ...tally.figures };
  const started = performance.now();
  let sent = 0;
  let failed = 0;

  const timed = async (due: number, send: () => Promise<Turn | undefined>): Promise<boolean> => {
    const turn = await orUnanswered(send());
    times.push({ at: due - started, ms: performance.now() - due });
    if (turn?.status === 200) return true;
    failed += 1;
    violate(tally, `answered with ${turn?.status ?? 'nothing'}`);
    return false;
  };

  while (!until() && performance.now() - started < load.goal * 1000) {
    const due = started + (sent / A_SECOND) * 1000;
    const ahead = due - performance.now();
    if (ahead > 0) await pause(ahead);
    const one = oneActivity(people, sent, free, finished, (send) => timed(due, send)).finally(() =>
      underWay.delete(one),
    );
    underWay.add(one);
    sent += 1;
    if (sent % (A_SECOND * 5) === 0) {
      memory.push(residentOf(bot.pid!));
      // The stand-in for Teams is not what is measured.
      bot.teams.requests.length = 0;
      for (const { place } of Object.values(people)) place.messages.splice(0, place.messages.length - KEPT);
      report(tally, times, memory, (performance.now() - started) / 1000, sent, failed);
    }
  }
  await Promise.all(underWay);
  const seconds = (performance.now() - started) / 1000;
  report(tally, times, memory, seconds, sent, failed);
  const docs = docsOf(bot);
  for (const { reference, step, answers } of [...free, ...finished]) {
    if (reference === undefined) continue;
    const doc = docs.get(reference);
    if (!doc || doc.version !== step + 1)
      violate(tally, `lost: step ${step}, version ${doc?.version}; was told ${answers.join(' | ')}`);
  }
  for (const fault of await faultsIn(`sqlite:${bot.database}`)) violate(tally, fault);
  const lines = bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled');
  for (const { event, error } of lines) violate(tally, `${event}: ${error}`);
  add(tally, 'consultations', docs.size);
  // The figures are those of the longest stretch.
  if (seconds < (longest.seconds ?? 0)) tally.figures = longest;
  tally.count = Math.max(tally.count, Math.round(seconds));
}

/** Every other activity is a question; the rest take a consultation that nobody works on one step further. */
async function oneActivity(
  people: Record<string, Person>,
  number: number,
  free: Lane[],
  finished: Lane[],
  timed: (send: () => Promise<Turn | undefined>) => Promise<boolean>,
): Promise<void> {
  const readers = ['cw-maria', 'fk-eva', 'psyk-sara', 'af-omar'];
  const lane =
    number % 2 === 0 ? undefined : (free.shift() ?? { reference: undefined, step: 0, answers: [] });
  if (!lane) {
    const reader = people[readers[(number / 2) % readers.length]!]!;
    const words = ['hjälp', 'mina'];
    await timed(() => reader.say(words[(number / 8) % 2 < 1 ? 0 : 1]!, { activity: { id: randomUUID() } }));
    return;
  }
  if (lane.reference === undefined) {
    await timed(async () => {
      const made = await draft(people['cw-maria']!);
      if (!('reference' in made)) return undefined;
      lane.reference = made.reference;
      return { status: 200 } as Turn;
    });
  } else {
    const deed = story[lane.step]!;
    const done = await timed(async () => {
      const turn = await press(people[deed.by]!, deed.verb, { ref: lane.reference, ...deed.data });
      lane.answers.push(`${deed.verb}: ${answerOf(turn).slice(0, 160)}`);
      return turn;
    });
    if (done) lane.step += 1;
  }
  (lane.step < story.length ? free : finished).push(lane);
}

/** Resident memory in kilobytes, as the kernel counts it. */
function residentOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * 4096) / KILOBYTES;
}

function report(
  tally: Tally,
  times: readonly Took[],
  memory: readonly number[],
  seconds: number,
  sent: number,
  failed: number,
): void {
  const warmMs = Math.min(WARM_MS, seconds * 1000 * WARM);
  const sorted = times
    .filter(({ at }) => at > warmMs)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  Object.assign(tally.figures, {
    seconds: Math.round(seconds),
    sent,
    failed,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    slowest: Math.round(sorted.at(-1) ?? 0),
  });
  // Warm after a third; the middle of the next fifth against the middle of the last.
  const fifth = Math.floor(memory.length / 5);
  if (fifth < 1) return;
  const middle = (from: number) =>
    [...memory.slice(from, from + fifth)].sort((a, b) => a - b)[Math.floor(fifth / 2)]!;
  const warm = middle(Math.floor(memory.length / 3));
  const last = middle(memory.length - fifth);
  Object.assign(tally.figures, {
    warmMegabytes: Math.round(warm / KILOBYTES),
    lastMegabytes: Math.round(last / KILOBYTES),
    growthPercent: Math.round((last / warm - 1) * 1000) / 10,
  });
}
