import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/store/tables.ts';
import { command } from '../support/command.ts';
import type { Person } from '../support/fakeTeams.ts';
import { type AssociationFile, example, type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, forge, monday, pressOn, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
let reference: string;
const association = example('klaralvdalen');
const who = (id: string): Person => people[id] ?? expect.fail(id);

/** The association's file as it is once Eva has left. */
const without = (): AssociationFile => {
  const text = JSON.stringify({
    ...association,
    people: association.people.filter(({ id }) => id !== 'fk-eva'),
    functions: association.functions.map((one) => ({
      ...one,
      people: one.people.filter((id) => id !== 'fk-eva'),
    })),
  });
  return JSON.parse(text.replaceAll('"fk-eva"', '"fk-lars"')) as AssociationFile;
};

/** `npm run <name>`, with the association's file as it stands in this folder. */
const run = (files: string, name: string, ...args: string[]) =>
  command(
    { DATABASE_URL: `sqlite:${bot.database}`, ASSOCIATIONS: join(dirname(bot.database), files) },
    name,
    ...args,
  );

const forget = (files: string, person = 'fk-eva') => run(files, 'forget', 'klaralvdalen', person);

const status = async (): Promise<string> => {
  await who('co-karin').say('status');
  // Whoever has been forgotten has no chat any more; that is no count.
  return said(who('co-karin')).replace(/Ej nåbara i egen chatt\n.*\n/, '');
};

beforeAll(async () => {
  bot = await startBot({ associations: [association], now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
  for (const [folder, file] of [
    ['with', association],
    ['without', without()],
  ] as const) {
    mkdirSync(join(dirname(bot.database), folder));
    writeFileSync(join(dirname(bot.database), folder, 'klaralvdalen.json'), JSON.stringify(file));
  }
  reference = await asked(who('cw-maria'), { agencies: 'fk,af' });
  await who('fk-eva').say('språk sv');
  await who('fk-eva').say('tider tis 13-15');
  await pressOn(who('fk-eva'), reference, 'respond.accept');
  await bot.drained();
}, 60_000);
afterAll(() => bot.stop());

describe('forgetting a user', () => {
  it('waits until they have left, hold nothing, and the bot stands still; then no count changes', async () => {
    expect(await forget('with')).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('still stands in the association file'),
    });
    expect(await forget('without')).toMatchObject({ code: 1, err: expect.stringContaining('in use') });
    await bot.kill('SIGTERM');
    expect(await forget('without')).toMatchObject({ code: 1, err: expect.stringContaining(reference) });
    expect(await forget('without', 'fk-nobody')).toMatchObject({ code: 1 });
    await bot.launch();
    const declined = { ref: reference, agency: 'fk', reason: 'no-time' };
    await forge(who('fk-eva'), 'respond.decline', declined);
    await bot.drained();
    const before = await status();
    expect(before).toContain(reference);
    await bot.kill('SIGTERM');

    expect(await forget('without')).toEqual({
      code: 0,
      out: 'Forgotten. Consultations that named them: 1.\n',
      err: '',
    });
    for (const table of Object.keys(tables))
      expect(JSON.stringify(bot.rows(`select * from ${table}`)), table).not.toContain('fk-eva');
    expect(await run('without', 'verify')).toEqual({
      code: 0,
      out: expect.stringContaining('The log is whole.'),
      err: '',
    });
    await bot.launch();
    expect(await status()).toBe(before);
    await who('cw-maria').say(`logg ${reference}`);
    const log = said(who('cw-maria'));
    expect(log).toContain('kl. 09.00: anonymiserad användare accepterade');
    expect(log).toContain('en användare anonymiserades');
    expect(log).not.toContain('Eva Dahl');
  }, 90_000);
});
