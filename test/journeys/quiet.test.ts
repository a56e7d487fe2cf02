import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, forge, monday, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);
const clock = (to: string) => who('co-karin').say(`klocka ${to}`);
const since = (person: Person, count: number): string => person.texts.slice(count).join('\n');

beforeAll(async () => {
  bot = await startBot({ mode: 'local', now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

describe('quiet hours', { timeout: 60_000 }, () => {
  it('are said in a word or on a card, shown, and taken back', async () => {
    const maria = who('cw-maria');
    await maria.say('tyst');
    expect(said(maria)).toContain('Du har inga tysta tider');
    await maria.say('tyst 8-10 och 12-12.30');
    expect(said(maria)).toMatch(/Tyst 8\.00–10\.00 och 12\.00–12\.30/);
    await maria.press('quiet.add', { start: '09:30', stop: '11:00' });
    expect(JSON.stringify(maria.cards.at(-1))).toContain('8.00–11.00');
    await maria.press('quiet.add', { start: '13:00', stop: '12:00' });
    expect(JSON.stringify(maria.cards.at(-1))).toContain('en senare');
    await maria.say('mina uppgifter');
    await maria.say('tyst av');
    expect(said(maria)).toContain('Du har inga tysta tider');
    await maria.say('quiet 8-10');
    expect(said(maria)).toMatch(/Tyst 8\.00–10\.00/);
  });

  it('put off what the clock says until they are over, and nothing that people do', async () => {
    const [maria, omar] = [who('cw-maria'), who('af-omar')];
    await clock('2026-09-07 09:30');
    let count = maria.texts.length;
    const reference = await asked(maria, { agencies: 'af' });
    await forge(omar, 'respond.ask', { ref: reference, text: 'Vilket intyg finns?' });
    await bot.drained();
    // A colleague's question comes at once.
    expect(since(maria, count)).toContain('behöver veta mer');
    // Two working days later, as the municipality closes: it is told after the quiet hours of the next morning.
    await clock('2026-09-09 18:00');
    count = maria.texts.length;
    await clock('2026-09-10 09:55');
    expect(since(maria, count)).not.toContain('Påminnelse');
    await clock('2026-09-10 10:00');
    expect(since(maria, count)).toContain('Påminnelse');
  });

  it('are no way to hear nothing at all', async () => {
    const maria = who('cw-maria');
    await maria.say('tyst 0-24');
    const reference = await asked(maria, { agencies: 'af' });
    await forge(who('af-omar'), 'respond.ask', { ref: reference, text: 'Vilket intyg finns?' });
    await clock('2026-09-14 18:00');
    expect(maria.texts.join('\n').match(/Påminnelse/g)?.length).toBeGreaterThan(1);
  });
});
