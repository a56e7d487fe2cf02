import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText, type Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, cardOf, forge, monday, pressOn, read, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeAll(async () => {
  // Without the team's session every time is found by looking at people's own.
  bot = await startBot({ associations: [{ ...example('klaralvdalen'), sessions: [] }], now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

const kept = (person: string): unknown[] =>
  bot.rows('select doc from availability where person_key = ?', `klaralvdalen/${person}`);
const acts = (): number => bot.rows("select position from records where verb = 'availability'").length;

describe('tider', () => {
  it('alone says what counts when nothing has been said', async () => {
    const eva = who('fk-eva');
    await eva.say('tider');
    expect(said(eva)).toContain('Du har inte angett några tider. Då kan möten föreslås när som helst');
    expect(said(eva)).toContain('Den här veckan är 37, en udda vecka.');
    expect(kept('fk-eva')).toEqual([]);
  });

  it('takes several lines at once, in either language, and says when one is of no use', async () => {
    const eva = who('fk-eva');
    await eva.say('tider tis 13-15 udda\ntider tors 17-19 jämna\navailability 2026-09-15 no');
    for (const line of [
      'tisdag 13.00–15.00, udda veckor',
      'torsdag 17.00–19.00, jämna veckor: utanför arbetstiden (Försäkringskassan), används inte',
      'tis 15 sep: inte alls',
    ])
      expect(said(eva)).toContain(line);
    expect(acts()).toBe(1);
    // Said again it changes nothing and is not noted again.
    await eva.say('tider tis 13-15 udda');
    expect(said(eva)).toContain('Inget ändrades.');
    expect(acts()).toBe(1);
  });

  it('can be changed and taken away line by line on the card', async () => {
    const eva = who('fk-eva');
    await eva.say('tider');
    const line = 'thu even 1020-1140';
    const wrong = await eva.press('availability.save', { line, start: '15:00', stop: '14:00' });
    expect(read(wrong)).toContain('Sluttiden måste vara efter starttiden.');
    const fields = { weekday: 'thu', weeks: 'even', start: '09:00', stop: '11:30' };
    const saved = read(await eva.press('availability.save', { line, ...fields }));
    expect(saved).toContain('torsdag 9.00–11.30, jämna veckor');
    expect(saved).not.toContain('17.00');
    const removed = read(await eva.press('availability.remove', { line: '2026-09-15' }));
    expect(removed).not.toContain('15 sep');
    expect(removed).toContain('tisdag 13.00–15.00');
    // What is not there, or not understood, changes nothing.
    const forged = await forge(eva, 'availability.remove', { line: 'fri all 1-2' });
    expect(cardText((forged.body as { value: unknown }).value)).toContain('Inget ändrades.');
    for (const lines of ['fri all 9-2', "'; drop table availability", 'x;y'])
      await forge(eva, 'availability.add', { lines });
    expect(JSON.stringify(kept('fk-eva'))).not.toContain('fri');
  });

  it('is for whoever sits in meetings, and words that are not understood keep nothing', async () => {
    const karin = who('co-karin');
    await karin.say('tider tis 13-15');
    expect(said(karin)).toContain('inte något du kan göra i din roll');
    const omar = who('af-omar');
    await omar.say('tider på tisdag kanske');
    expect(said(omar)).toContain('Det förstod jag inte');
    expect(kept('af-omar')).toEqual([]);
    await omar.say('hjälp');
    expect(said(omar)).toContain('tider tis 13-15 udda');
  });

  it('decides which times are proposed, and the card says how each agency is known', async () => {
    const [maria, eva, omar] = [who('cw-maria'), who('fk-eva'), who('af-omar')];
    await maria.say('tider mån-fre 8-12');
    // Tuesday afternoons in odd weeks and Thursday mornings in even ones: this Tuesday is within the notice.
    const reference = await asked(maria, { agencies: 'fk,af' });
    await pressOn(eva, reference, 'respond.accept');
    await pressOn(omar, reference, 'respond.accept');
    await bot.drained();
    const card = cardText(cardOf(maria, reference));
    for (const time of ['tors 17 sep kl. 9.00', 'tors 1 okt kl. 9.00', 'tors 15 okt kl. 9.00'])
      expect(card.replaceAll('09.00', '9.00')).toContain(time);
    expect(card).toContain('har angett tiden: Kommunen och Försäkringskassan; okänt: Arbetsförmedlingen');
  });

  it('is part of what a person gets about themselves, and is cleared with one word', async () => {
    const eva = who('fk-eva');
    await eva.say('mina uppgifter');
    expect(said(eva)).toMatch(/Angivna mötestider\W+2/);
    const link = /http[^"]+\/download\/[^"]+/.exec(JSON.stringify(eva.lastCard))![0];
    const { body: file } = (await (await fetch(link, { method: 'POST' })).json()) as {
      body: {
        availability: { week: unknown[] };
        log: { verb: string; what: string; detail: unknown }[];
      };
    };
    expect(file.availability.week).toContainEqual({ weekday: 'tue', weeks: 'odd', from: 780, to: 900 });
    expect(file.log.find(({ verb }) => verb === 'availability')).toMatchObject({
      what: 'ändrade sina mötestider',
      detail: { added: ['tue odd 780-900', 'thu even 1020-1140', '2026-09-15 no'], removed: [] },
    });
    await eva.say('tider rensa');
    expect(said(eva)).toContain('Du har inte angett några tider.');
    expect(kept('fk-eva')).toEqual([]);
  });

  it('is not done again by a message that Teams delivers once more after it was taken back', async () => {
    const eva = who('fk-eva');
    const line = bot.teams.activity(eva, { text: 'tider tis 13-15', id: 'late-1' });
    await bot.teams.post(line);
    await eva.say('tider rensa');
    await bot.teams.post(line);
    await eva.say('tider');
    expect(said(eva)).toContain('Du har inte angett några tider.');
  });
});
