import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, forge, monday, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);
const clock = (to: string) => who('co-karin').say(`klocka ${to}`);
const since = (person: Person, count: number): string => person.texts.slice(count).join('\n');

beforeAll(async () => {
  const association = example('klaralvdalen');
  association.people.find(({ id }) => id === 'cw-johan')!.municipalities = ['hagfors'];
  bot = await startBot({ mode: 'local', now: monday, associations: [association] });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

describe('the morning’s summary', { timeout: 60_000 }, () => {
  it('comes at 08:15 on working days to whoever asked for it, and not when nothing has changed', async () => {
    const omar = who('af-omar');
    await omar.say('sammanfattning på');
    expect(said(omar)).toContain('kl. 08.15');
    const maria = who('cw-maria');
    await maria.say('sammanfattning på');
    const reference = await asked(maria, { agencies: 'af' });
    await bot.drained();
    let count = omar.texts.length;
    const marias = maria.texts.length;
    await clock('2026-09-08 08:14');
    expect(since(omar, count)).not.toContain('Sammanfattning');
    await clock('2026-09-08 08:15');
    expect(since(omar, count)).toMatch(new RegExp(`Sammanfattning\\n${reference}`));
    // Whoever waits for others has nothing to do.
    expect(since(maria, marias)).not.toContain('Sammanfattning');
    // The same morning's work waits, and nothing else: silence.
    count = omar.texts.length;
    await clock('2026-09-09 09:00');
    expect(since(omar, count)).not.toContain('Sammanfattning');
    await omar.say('sammanfattning av');
    await forge(who('cw-maria'), 'request.withdraw', { ref: reference });
    await asked(who('cw-maria'), { agencies: 'af' });
    await bot.drained();
    count = omar.texts.length;
    await clock('2026-09-10 09:00');
    expect(since(omar, count)).not.toContain('Sammanfattning');
  });

  it('and a reminder tomorrow, once, if it still waits', async () => {
    const eva = who('fk-eva');
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    await bot.drained();
    const holder = bot.rows(
      'select asked from legs join consultations on id = consultation where reference = ?',
      reference,
    )[0]?.asked;
    const person = holder === 'fk-eva' ? eva : who(String(holder));
    await person.say(`påminn ${reference}`);
    expect(said(person)).toMatch(/Jag påminner dig fre 11 sep/);
    let count = person.texts.length;
    await clock('2026-09-11 08:10');
    expect(since(person, count)).toBe('');
    await clock('2026-09-11 08:45');
    expect(since(person, count)).toContain('Påminnelse');
    count = person.texts.length;
    await clock('2026-09-11 11:00');
    expect(since(person, count)).toBe('');
  });
});

describe('everything handed over', { timeout: 60_000 }, () => {
  it('is shown first, goes to the colleague who can take it, and comes back with one press', async () => {
    const [maria, johan] = [who('cw-maria'), who('cw-johan')];
    const references = [
      await asked(maria, { agencies: 'primarvard' }),
      await asked(maria, { agencies: 'af' }),
    ];
    await maria.say('överlåt allt Johan Nyström');
    for (const reference of references) expect(said(maria)).toContain(reference);
    const ownerOf = (reference: string) =>
      bot.rows('select owner from consultations where reference = ?', reference)[0]?.owner;
    expect(references.map(ownerOf)).toEqual(['cw-maria', 'cw-maria']);
    await maria.press('handover.all');
    await bot.drained();
    expect(references.map(ownerOf)).toEqual(['cw-johan', 'cw-johan']);
    expect(johan.texts.join('\n')).toContain('Samrådet är ditt nu');
    await maria.press('handover.back');
    expect(references.map(ownerOf)).toEqual(['cw-maria', 'cw-maria']);

    const [leg] = bot.rows(
      "select asked from legs join consultations on id = consultation where reference = ? and agency = 'af'",
      references[1],
    );
    const [asks, other] = leg?.asked === 'af-omar' ? ['af-omar', 'af-lena'] : ['af-lena', 'af-omar'];
    await who(asks!).say(`överlåt allt ${other}`);
    await who(asks!).press('handover.all');
    const askedNow = () =>
      bot.rows(
        "select asked from legs join consultations on id = consultation where reference = ? and agency = 'af'",
        references[1],
      )[0]?.asked;
    expect(askedNow()).toBe(other);
    await who(asks!).press('handover.back');
    expect(askedNow()).toBe(asks);
    // For somebody else only the coordinator may.
    await who('fk-eva').say('överlåt allt Maria Lund till Johan Nyström');
    expect(said(who('fk-eva'))).toContain('bara överlåta det du själv har');
    await who('co-karin').say('överlåt allt Maria Lund till Johan Nyström');
    expect(said(who('co-karin'))).toContain(references[0]!);
  });
});
