import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Calendar, startFakeGraph } from '../support/fakeGraph.ts';
import { cardText, type Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, cardOf, monday, pressOn, said } from './steps.ts';

let graph: Awaited<ReturnType<typeof startFakeGraph>>;
let bot: RunningBot;
let people: Record<string, Person>;
let maria: Calendar;
const who = (id: string): Person => people[id] ?? expect.fail(id);
const minute = (said: string) => Date.parse(said) / 60_000;

beforeEach(async () => {
  graph = await startFakeGraph();
  const association = { ...example('klaralvdalen'), sessions: [] };
  const { aadObjectId } = association.people.find(({ id }) => id === 'cw-maria')!;
  maria = { id: aadObjectId!, mail: 'maria.lund@kommun.invalid', entries: [] };
  graph.calendars.push(maria);
  bot = await startBot({
    associations: [association],
    now: monday,
    env: { GRAPH: 'on', GRAPH_URL: graph.url },
  });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterEach(async () => {
  await bot.stop();
  await graph.stop();
});

/** Asked by Maria, accepted by Eva and Omar: the last accept draws the times. */
async function ready(): Promise<string> {
  const reference = await asked(who('cw-maria'), { agencies: 'fk,af' });
  await pressOn(who('fk-eva'), reference, 'respond.accept');
  expect(graph.asked).toEqual([]);
  await pressOn(who('af-omar'), reference, 'respond.accept');
  await bot.drained();
  return reference;
}
const proposed = (reference: string): string => cardText(cardOf(who('cw-maria'), reference));

it('proposes around what the caseworker’s calendar says, and tells the known from the unknown', async () => {
  maria.entries.push({ start: minute('2026-09-08T06:00:00Z'), end: minute('2026-09-09T11:00:00Z') });
  const card = proposed(await ready());
  expect(card).toContain('1. ons 9 sep kl. 13.15');
  expect(card).toContain('ledig i kalendern: Kommunen; okänt: Försäkringskassan och Arbetsförmedlingen');
  // Guests are asked about nowhere, with a token that is for Graph, by nobody's name.
  const schedules = graph.asked.flatMap((one) => one.schedules);
  expect(schedules).toEqual(['maria.lund@kommun.invalid']);
  const tokens = bot.teams.requests
    .filter(({ op }) => op === 'token')
    .map(({ body }) => JSON.stringify(body));
  expect(tokens.some((body) => /graph\.microsoft\.com(%2F|\/)\.default/.test(body))).toBe(true);
  for (const kept of [bot.bytes(), bot.stdout, JSON.stringify(bot.teams.requests)])
    expect(kept).not.toMatch(/Hemligt|maria\.lund@/);
});

it('calls her unknown, never free, when Graph does not answer, and goes on all the same', async () => {
  graph.fault({ at: 'getSchedule', status: 503, times: 9 });
  const reference = await ready();
  expect(proposed(reference)).toContain('okänt: Kommunen, Försäkringskassan och Arbetsförmedlingen');
  expect(proposed(reference)).not.toContain('ledig i kalendern');
  const calendars = bot.log.filter(({ event }) => event === 'calendars');
  expect(calendars).toMatchObject([{ count: 0, outcome: 'partly' }]);
});

it('holds up nobody else while a calendar is slow', async () => {
  graph.fault({ at: 'getSchedule', delay: 1500 });
  const reference = await asked(who('cw-maria'), { agencies: 'fk' });
  await who('fk-eva').waitFor(new RegExp(reference));
  const accepted = pressOn(who('fk-eva'), reference, 'respond.accept');
  for (const until = Date.now() + 10_000; graph.asked.length < 2 && Date.now() < until; )
    await new Promise((next) => setTimeout(next, 20));
  const began = performance.now();
  await who('af-omar').say('tider tis 13-15');
  expect(said(who('af-omar'))).toContain('tisdag 13.00–15.00');
  expect(performance.now() - began).toBeLessThan(1000);
  await accepted;
  await bot.drained();
  expect(proposed(reference)).toContain('ledig i kalendern: Kommunen');
});
