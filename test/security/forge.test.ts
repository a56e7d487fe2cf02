import { afterAll, beforeAll, expect, it } from 'vitest';
import { press } from '../soak/deeds.ts';
import { forgeData } from './forge.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
}, 60_000);
afterAll(() => scene.bot.stop());

it('answers forged presses with the present card or a sentence, and changes nothing', async () => {
  const { bot, candidate, reference } = scene;
  const before = bot.decided();
  const report = await forgeData(scene, { count: 1500, seed: 1 });
  console.log(`forge: ${JSON.stringify(report.kinds)}`);
  expect(report.unexpected).toEqual([]);
  for (const kind of ['verb', 'reference', 'version', 'outsider', 'field', 'form', 'guard'])
    expect(report.kinds[kind], kind).toBeGreaterThan(100);
  await bot.drained();
  expect(bot.decided()).toEqual(before);
  expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
  expect(bot.stderr).toBe('');
  expect(bot.teams.lint).toEqual([]);
  expect(bot.stdout).not.toMatch(/Bearer|eyJ|Ett vanligt svar|drop table/);
  // A press that is not forged still does what it says: the sameness above is not that of a bot standing still.
  await press(candidate, 'respond.accept', { ref: reference });
  expect(bot.decided()).not.toEqual(before);
}, 60_000);
