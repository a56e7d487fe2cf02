import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf } from '../support/fakeCards.ts';
import type { Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, cardOf, forge, monday, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeAll(async () => {
  const association = example('skargarden');
  // So few live there that recipients must not be told it is from there.
  const places = association.municipalities as { id: string; population: number }[];
  places.find(({ id }) => id === 'norrskar')!.population = 900;
  bot = await startBot({ associations: [association], mode: 'local', now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

const young = {
  municipality: 'norrskar',
  ageBand: '18-24',
  certificate: 'missing',
  agencies: 'fk,af,psykiatri',
};
const why = async (person: Person, words: string): Promise<string> => {
  await person.say(words);
  return said(person);
};

/** What stands about one agency: the label and what follows it. */
function about(text: string, agency: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(agency));
  return at < 0 ? expect.fail(`${agency} is not in: ${text}`) : `${lines[at]}${lines[at + 1]}`;
}

describe('why somebody was asked', () => {
  let reference: string;
  let grown: string;
  beforeAll(async () => {
    reference = await asked(who('cw-ida'), young);
    grown = await asked(who('cw-ida'), { ...young, ageBand: '30-59', agencies: 'fk' });
    await bot.drained();
  }, 60_000);

  it('is told the owner in words: the rule and its conditions, how many it was among, what decided', async () => {
    const text = await why(who('cw-ida'), `varför ${reference}`);
    expect(about(text, 'Försäkringskassan')).toBe(
      'Försäkringskassan, Linnea Sand: Regel 1 (åldern) pekar ut FK unga Kusten. Ålder: 18–24 år eller 25–29 år. 2 personer i funktionen arbetar för kommunen, 2 av dem kunde frågas. Inriktningen stämde med frågan.',
    );
    expect(about(text, 'Psykiatri')).toContain(
      'Regel 2 (åldern och läkarintyget) pekar ut NPF-teamet Kusten.',
    );
    expect(about(text, 'Psykiatri')).toContain('Läkarintyg: Saknas eller Har gått ut.');
    expect(about(text, 'Psykiatri')).toContain(
      'En person i funktionen arbetar för kommunen. Ingen annan kunde frågas.',
    );
    expect(about(text, 'Arbetsförmedlingen')).toContain('Kommun: Norrskär.');
    expect(text).not.toMatch(/öppna? fråg/);
    const english = await why(who('cw-ida'), `why ${grown} Försäkringskassan`);
    expect(about(english, 'Försäkringskassan')).toContain('Grundregeln pekar ut FK samverkan Kusten.');
    expect(about(english, 'Försäkringskassan, Hassan Öberg')).toContain('Hen hade lägst antal öppna frågor.');
  });

  it('tells one agency alone when it is named', async () => {
    const text = await why(who('cw-ida'), `varför ${reference} psykiatri?`);
    expect(text).toContain('NPF-teamet');
    expect(text).not.toContain('Försäkringskassan');
    expect(await why(who('cw-ida'), `varför ${reference} nästa vecka`)).toContain('Det förstod jag inte');
  });

  it('tells the coordinator how much the asked person had, and what the rule looked at only after joining', async () => {
    const gun = who('co-gun');
    const before = await why(gun, `varför ${reference}`);
    expect(about(before, 'Försäkringskassan')).toContain('Regel 1 (åldern)');
    expect(about(before, 'Försäkringskassan')).toContain('Hade inga öppna frågor då.');
    expect(before).not.toMatch(/18–24|Saknas|Norrskär/);
    await forge(gun, 'consultation.join', { ref: reference, reason: 'Behöver se vart den gick' });
    expect(await why(gun, `varför ${reference}`)).toContain('Ålder: 18–24 år eller 25–29 år.');
  });

  it('tells a member of their own leg, of no load but their own, and of no place that would point out', async () => {
    const own = await why(who('fk-hassan'), `varför ${grown}`);
    expect(own).toContain('Hen hade lägst antal öppna frågor. Hade inga öppna frågor då.');
    const colleague = await why(who('fk-linnea'), `varför ${grown}`);
    expect(about(colleague, 'Försäkringskassan, Hassan Öberg')).toContain('Frågorna fördelas jämnt.');
    expect(colleague).not.toMatch(/öppna|lägst/);
    const island = await why(who('af-kurt'), `varför ${reference}`);
    expect(about(island, 'Arbetsförmedlingen')).toContain('Regel 1 (kommunen) pekar ut AF Öarna.');
    expect(island).not.toMatch(/Norrskär|Försäkringskassan|Psykiatri/);
    expect(await why(who('ber-olle'), `varför ${reference}`)).toContain('Jag hittar inget samråd');
  });

  it('is found by the name of whoever was asked, where only one open consultation of the reader names them', async () => {
    const ida = who('cw-ida');
    for (const words of [
      'varför Aino?',
      'varför fick Aino Vik frågan?',
      'why was aino asked?',
      'varför psyk-aino',
    ]) {
      const text = await why(ida, words);
      expect(text, words).toContain(reference);
      expect(about(text, 'Psykiatri'), words).toContain('Aino Vik');
      expect(text, words).not.toContain('Försäkringskassan');
    }
    expect(await why(who('af-moa'), 'varför Aino?')).toBe(
      'Jag hittar inget öppet samråd bland dina där Aino Vik är frågad.',
    );
    expect(await why(who('cw-tove'), 'varför Hassan?')).toContain('I cannot find an open consultation');
    const third = await asked(ida, { ...young, agencies: 'psykiatri' });
    expect(await why(ida, 'varför Aino?')).toContain('Vilket samråd gäller det?');
    expect(actionsOf(ida.lastCard!).map(({ action }) => action.title)).toEqual(
      expect.arrayContaining([reference, third]),
    );
    await forge(ida, 'request.withdraw', { ref: third });
    expect(await why(ida, 'varför Aino?')).toContain(reference);
    // A name that nobody of the association has is stopped as ever.
    expect(await why(ida, 'varför Kerstin?')).toContain('kan peka ut någon');
  });

  it('stands as a button on the owner’s card and on the coordinator’s', async () => {
    for (const person of [who('cw-ida'), who('co-gun')]) {
      await person.say(`visa ${reference}`);
      const answer = await person.press('consultation.why', {}, { card: cardOf(person, reference) });
      expect(answerOf(answer)).toContain('Regel 1 (åldern)');
      await person.say(`visa ${reference}`);
    }
  });

  it('says what people have done with it since', async () => {
    await forge(who('fk-linnea'), 'respond.forward', { ref: reference, to: 'fk-hassan' });
    const forwarded = about(await why(who('cw-ida'), `varför ${reference} fk`), 'Försäkringskassan');
    expect(forwarded).toBe(
      'Försäkringskassan, Hassan Öberg: En kollega skickade frågan vidare. Dessförinnan gick frågan efter regel 1.',
    );
    await forge(who('co-gun'), 'leg.assign', { ref: reference, agency: 'psykiatri', to: 'psyk-petra' });
    expect(about(await why(who('cw-ida'), `varför ${reference}`), 'Psykiatri')).toContain(
      'Petra Skog: Samordnaren valde. Dessförinnan gick frågan efter regel 2.',
    );
    await who('psyk-aino').say(`acceptera ${reference}`);
    expect(about(await why(who('cw-ida'), `varför ${reference}`), 'Psykiatri')).toContain(
      'Aino Vik svarade; alla i funktionen får svara.',
    );
    expect(bot.teams.lint).toEqual([]);
  });
});
