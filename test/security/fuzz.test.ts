import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzzActivities } from './fuzz.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 60_000);
afterAll(() => scene.bot.stop());

it('answers broken activities as it says it does, changes nothing, and says nothing of them', async () => {
  const { bot } = scene;
  const before = bot.decided();
  const report = await fuzzActivities(scene, { count: 2000, seed: 1 });
  console.log(`fuzz: ${JSON.stringify(report.statuses)}`);
  expect(report.unexpected).toEqual([]);
  for (const status of [200, 400, 401, 413, 501])
    expect(report.statuses[status], `${status}`).toBeGreaterThan(0);
  // Most must get through the door, or the house has not been tried.
  expect(report.statuses[200]).toBeGreaterThan(800);
  await bot.drained();
  expect(bot.decided()).toEqual(before);
  expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
  expect(bot.stderr).toBe('');
  expect(bot.teams.lint).toEqual([]);
  expect(bot.stdout).not.toContain(scene.token.slice(7, 80));
  expect(bot.stdout).not.toMatch(/Bearer|eyJ|@@|drop table|Ett råd/);
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
}, 60_000);
