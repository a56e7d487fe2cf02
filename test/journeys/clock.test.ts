import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, drafted, forge, monday, outcome } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

const stateOf = (reference: string) =>
  bot.rows('select state from consultations where reference = ?', reference)[0]?.state;
const docOf = (reference: string) =>
  JSON.parse(String(bot.rows('select doc from consultations where reference = ?', reference)[0]?.doc)) as {
    times?: { dueAt: string; votes: object };
    meeting?: { start: string };
    closedAt?: string;
  };
const clockAt = (text: string) => /Klockan är (?:nu )?(.+)\./.exec(text)?.[1] ?? expect.fail(text);

describe('in local mode', () => {
  beforeAll(async () => {
    bot = await startBot({ mode: 'local', now: monday });
    people = bot.cast();
    await Promise.all(Object.values(people).map((one) => one.install()));
  }, 60_000);
  afterAll(() => bot.stop());

  it('moves forward by a step or to a moment, in either language, and stands still in between', async () => {
    const karin = who('co-karin');
    const said = async (line: string) => {
      await karin.say(line);
      return karin.lastText!;
    };
    expect(clockAt(await said('klocka +90m'))).toMatch(/7 sep.*10\.30/);
    expect(clockAt(await said('clock +4h'))).toMatch(/7 sep.*14\.30/);
    expect(clockAt(await said('klocka +1d'))).toMatch(/8 sep.*14\.30/);
    expect(clockAt(await said('klocka 2026-09-09 08:15'))).toMatch(/9 sep.*08\.15/);
    expect(clockAt(await said('klocka +0m'))).toMatch(/9 sep.*08\.15/);
    const before = bot.decided();
    for (const back of ['klocka 2026-09-09 08:14', 'klocka 2025-09-09 08:15', 'klocka 2026-09-07 09:00'])
      expect(await said(back)).toBe('Klockan kan bara flyttas framåt.');
    expect(bot.decided()).toEqual(before);
    expect(clockAt(await said('klocka +0m'))).toMatch(/9 sep.*08\.15/);
    for (const wrong of ['klocka igår', 'klocka -3d', 'klocka 2026-02-30 08:00', 'klocka 2026-10-01'])
      expect(await said(wrong)).toContain('Det förstod jag inte');
    expect(clockAt(await said('klocka +0m'))).toMatch(/9 sep.*08\.15/);
  });

  it('is not moved twice by the same message', async () => {
    const karin = who('co-karin');
    const once = { activity: { id: 'the-same-message' } };
    await karin.say('klocka +1d', once);
    const first = clockAt(karin.lastText!);
    await karin.say('klocka +1d', once);
    expect(clockAt(karin.lastText!)).toBe(first);
    await karin.say('klocka +1d');
    expect(clockAt(karin.lastText!)).not.toBe(first);
  });

  it('answers when what fell due on the way has been judged and everybody has been told', async () => {
    const [maria, anna, karin] = [who('cw-maria'), who('pv-anna'), who('co-karin')];
    const reference = await asked(maria, { agencies: 'primarvard' });
    await anna.say(`acceptera ${reference}`);
    await maria.say(`rösta ${reference} nej ja ja`);
    await bot.drained();
    const { dueAt } = docOf(reference).times!;
    const told = anna.texts.length + maria.texts.length;
    await karin.say('klocka +1w');
    // The very answer is the sign that all is done: nothing is waited for here.
    expect(bot.rows("select * from outbox where state = 'pending'")).toEqual([]);
    expect(
      dueAt < (bot.rows("select value from settings where name = 'local-clock'")[0]!.value as string),
    ).toBe(true);
    // Anna never voted, so no time is open: the next round is drawn, with the votes void, and she is told.
    expect(stateOf(reference)).toBe('scheduling');
    expect(docOf(reference).times!.dueAt > dueAt).toBe(true);
    expect(docOf(reference).times!.votes).toEqual({});
    expect(anna.texts.length + maria.texts.length).toBeGreaterThan(told);
    expect(anna.lastText).toContain(reference);
    await forge(maria, 'request.withdraw', { ref: reference });
  }, 60_000);

  it('closes ten working days after the outcome, at that moment and not at the end of the move', async () => {
    const [maria, eva, karin] = [who('cw-maria'), who('fk-eva'), who('co-karin')];
    const reference = await asked(maria, { agencies: 'fk,af,psykiatri' });
    for (const id of ['fk-eva', 'af-omar', 'psyk-sara']) await who(id).say(`acceptera ${reference}`);
    await eva.say(`boka ${reference} 1`);
    const start = Date.parse(docOf(reference).meeting!.start) + 60 * 60_000;
    const wall = (ms: number) =>
      new Date(ms).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);
    await karin.say(`klocka ${wall(start)}`);
    await eva.say(`hållet ${reference} kommun fk af psykiatri`);
    await forge(eva, 'outcome.record', { ref: reference, ...outcome });
    expect(stateOf(reference)).toBe('recorded');
    const [due] = bot.rows("select due_at from timers where kind = 'close'");
    const dueAt = Date.parse(String(due?.due_at));
    await karin.say(`klocka ${wall(dueAt - 60_000)}`);
    expect(stateOf(reference)).toBe('recorded');
    const hour = /\d\d\.\d\d$/.exec(clockAt(karin.lastText!))?.[0];
    await karin.say('klocka +8w');
    // Over the night when summer time ends: the same time of day.
    expect(wall(dueAt) < '2026-10-25').toBe(true);
    expect(clockAt(karin.lastText!)).toMatch(new RegExp(`(nov|dec).*${hour}$`));
    expect(stateOf(reference)).toBe('closed');
    expect(Date.parse(docOf(reference).closedAt!)).toBe(dueAt);
  }, 60_000);

  it('lets a draft go after 30 days, its reference spent', async () => {
    const [maria, karin] = [who('cw-maria'), who('co-karin')];
    const reference = await drafted(maria, { agencies: 'fk' });
    await karin.say('klocka +29d');
    expect(stateOf(reference)).toBe('draft');
    await maria.say(`visa ${reference}`);
    expect(maria.lastText).toContain('Utkast');
    await karin.say('klocka +1d');
    expect(stateOf(reference)).toBeUndefined();
    await maria.say(`visa ${reference}`);
    expect(maria.lastText).toContain('hittar inget samråd');
    for (const table of ['legs', 'timers', 'bookings'])
      expect(
        bot.rows(`select * from ${table} where consultation not in (select id from consultations)`),
      ).toEqual([]);
    expect(bot.rows('select reference from spent_references where reference = ?', reference)).toHaveLength(1);
  });

  it('stands where it was set after a restart, whatever SAMRAD_NOW says', async () => {
    const karin = who('co-karin');
    await karin.say('klocka +0m');
    const before = clockAt(karin.lastText!);
    await bot.restart(monday);
    await karin.say('klocka +0m');
    expect(clockAt(karin.lastText!)).toBe(before);
    expect(bot.stderr).toBe('');
    expect(bot.teams.lint).toEqual([]);
  }, 60_000);
});

describe('outside local mode', () => {
  beforeAll(async () => {
    bot = await startBot({ mode: 'test', now: monday });
    people = bot.cast();
  }, 60_000);
  afterAll(() => bot.stop());
  let before: string[];
  beforeEach(() => {
    before = bot.decided();
  });

  it.each(['klocka +3d', 'clock 2026-10-01 09:00'])('is refused: %s', async (line) => {
    for (const id of ['co-karin', 'cw-maria']) {
      await who(id).say(line);
      expect(who(id).lastText).toBe('Klockan kan bara flyttas i den lokala provmiljön.');
      await forge(who(id), 'clock.set', { to: '+3d' });
    }
    expect(bot.rows("select * from settings where name = 'local-clock'")).toEqual([]);
    expect(bot.decided()).toEqual(before);
    await who('co-karin').say('status');
    expect(who('co-karin').lastText).toMatch(/7 sep/);
  });
});
