import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf } from '../support/fakeCards.ts';
import type { Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, forge, monday, read, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeAll(async () => {
  bot = await startBot({ associations: [example('skargarden')], mode: 'local', now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

const grown = { municipality: 'ekholma', ageBand: '30-59', agencies: 'psykiatri' };
const status = async (): Promise<string> => {
  await who('co-gun').say('status');
  return said(who('co-gun'));
};

describe('a rule that keeps meeting with a no', () => {
  it('is suggested for a change after the third, and not before', async () => {
    const template = 'work-ability';
    for (const number of [1, 2, 3]) {
      const reference = await asked(who('cw-ida'), { ...grown, template });
      const doc = JSON.parse(
        String(bot.rows('select doc from consultations where reference = ?', reference)[0]?.doc),
      ) as { legs: { asked: string }[] };
      await who(doc.legs[0]!.asked).say(`avböj ${reference} fel-uppdrag`);
      const suggested = (await status()).includes('Regler att se över');
      expect(suggested, `after ${number}`).toBe(number === 3);
    }
    expect(await status()).toContain(
      'Grundregeln för Psykiatrimottagningen Kusten har fått tre nej ”fel uppdrag” sedan mån 7 sep. Pröva en ändring: prova regel',
    );
    // Nobody but the coordinator is told.
    await who('cw-ida').say('status');
    expect(said(who('cw-ida'))).not.toContain('Regler att se över');
  }, 60_000);

  it('opens the trial filled in, and the trial tells what would have been, without changing anything', async () => {
    const gun = who('co-gun');
    await status();
    const button = actionsOf(gun.lastCard!).find(({ action }) => action.verb === 'rule.open')!;
    expect(button.action.data).toMatchObject({ agency: 'psykiatri' });
    const form = (await gun.press('rule.open', {}, { card: gun.lastCard! })).card!;
    expect(JSON.stringify(form)).toContain('"value":"psykiatri"');
    const before = bot.decided();
    const inputs = { agency: 'psykiatri', template: 'work-ability,weak-certificate', function: 'psyk-npf' };
    const text = read(await gun.press('rule.try', inputs, { card: form }));
    expect(text).toContain('Prövad på 3 frågor till Psykiatrimottagningen Kusten');
    expect(text).toContain('3 av 3 hade gått till en annan funktion:');
    expect(text).toContain('3 från Psykiatriteamet Kusten till NPF-teamet Kusten');
    expect(text).toContain(
      '0 accepterades, 0 fick råd, 0 avböjdes som fel område, 3 avböjdes som fel uppdrag',
    );
    expect(text).toContain('För 0 av dem hade det inte funnits någon att fråga.');
    expect(text).toContain('Inget har ändrats.');
    expect(text).not.toMatch(/K-[0-9A-Z]{5}|Aino|Petra/);
    expect(bot.decided()).toEqual(before);
    // That a coordinator looked is in the log all the same.
    expect(bot.rows("select verb from records where verb = 'rule-tried'")).toHaveLength(1);
    const none = read(await gun.press('rule.try', { ...inputs, template: 'npf-placement' }, { card: form }));
    expect(none).toContain('Ingen fråga hade gått till en annan funktion.');
  });

  it('is tried on whole quarters or more only, for a function of that agency, by the coordinator', async () => {
    const gun = who('co-gun');
    const tried = (data: Record<string, string>, by = gun) =>
      forge(by, 'rule.try', { agency: 'psykiatri', function: 'psyk-npf', ...data });
    const answered = async (turn: ReturnType<typeof tried>) => JSON.stringify((await turn).body);
    expect(await answered(tried({ period: '2026-Q3' }))).toContain('3 av 3');
    expect(await answered(tried({ period: '2026-Q2' }))).toContain('Prövad på 0 frågor');
    for (const period of ['2026-09', '7d', '1d'])
      expect(await answered(tried({ period })), period).toContain('Välj ett kvartal');
    expect(await answered(tried({ function: 'fk-unga' }))).toContain('Funktionen hör inte till');
    expect(await answered(tried({ function: '' }))).toContain('Till vilken funktion?');
    for (const id of ['cw-ida', 'psyk-aino', 'ob-ulf'])
      expect(await answered(tried({}, who(id))), id).not.toContain('av 3');
    for (const words of ['prova regel', 'try rule', 'prova regel psykiatri']) {
      await gun.say(words);
      expect(actionsOf(gun.lastCard!).map(({ action }) => action.verb)).toContain('rule.try');
    }
    await who('psyk-aino').say('prova regel');
    expect(said(who('psyk-aino'))).toContain('inte något du kan göra i din roll');
  });
});

describe('a rule the coordinator keeps overriding', () => {
  it('is suggested for a change to the function chosen', async () => {
    for (let number = 0; number < 3; number += 1) {
      const reference = await asked(who('cw-ida'), { ...grown, agencies: 'af' });
      await forge(who('co-gun'), 'leg.assign', { ref: reference, agency: 'af', to: 'af-kurt' });
    }
    expect(await status()).toContain(
      'Grundregeln för Arbetsförmedlingen har tre gånger ändrats för hand till AF Öarna sedan mån 7 sep.',
    );
    const filled = actionsOf(who('co-gun').lastCard!).map(
      ({ action }) => action.data as { function?: string },
    );
    expect(filled.map((data) => data.function)).toContain('af-oarna');
    const text = JSON.stringify(
      (
        await forge(who('co-gun'), 'rule.try', {
          agency: 'af',
          municipality: 'ekholma',
          function: 'af-oarna',
        })
      ).body,
    );
    expect(text).toContain('3 gick dit ändå, genom samordnaren');
  }, 60_000);
});

describe('how the questions were spread', () => {
  it('is told the coordinator per function, with no name, and of one person the total only', async () => {
    await asked(who('cw-ida'), { ...grown, agencies: 'fk' });
    await asked(who('cw-ida'), { ...grown, agencies: 'fk,beroende' });
    const gun = who('co-gun');
    for (const words of ['fördelning', 'distribution 2026-Q3', 'fördelning 30d']) {
      await gun.say(words);
      const lines = said(gun);
      expect(lines, words).toMatch(
        /FK samverkan Kusten\s+2 frågor, 3 personer; 0–1 var; 0 av 3 har nått sitt tak nu/,
      );
      expect(lines, words).toMatch(/Beroendeteamet Kusten\s+1 fråga, 1 person\n/);
      expect(lines, words).toMatch(/AF Öarna\s+3 frågor, 2 personer; 0–3 var; 1 av 2 har nått sitt tak nu/);
      for (const { name } of example('skargarden').people) expect(lines).not.toContain(name);
    }
    await gun.say('fördelning fk 2026-Q3');
    expect(said(gun)).not.toContain('AF Öarna');
    await gun.say('fördelning 2026-Q2');
    expect(said(gun)).toMatch(/FK samverkan Kusten\s+0 frågor, 3 personer; 0 var/);
    await who('cw-ida').say('fördelning');
    expect(said(who('cw-ida'))).toContain('inte något du kan göra i din roll');
    expect(bot.teams.lint).toEqual([]);
  }, 60_000);
});
