import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, drafted, forge, monday, pressOn, read, said } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);
const legOf = (reference: string, agency: string) =>
  bot.rows(
    'select legs.state, asked, due_at from legs join consultations on id = consultation where reference = ? and agency = ?',
    reference,
    agency,
  )[0];
/** What somebody has been sent about a consultation since `texts` were counted. */
const since = (person: Person, count: number): string => person.texts.slice(count).join('\n');
const clock = (to: string) => who('co-karin').say(`klocka ${to}`);

beforeAll(async () => {
  bot = await startBot({ mode: 'local', now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

describe('a question nobody answers', { timeout: 60_000 }, () => {
  it('is reminded of at half time, passed on after the deadline, and the coordinator’s at last: each in their hours', async () => {
    const [maria, sara, nils, karin] = [who('cw-maria'), who('psyk-sara'), who('psyk-nils'), who('co-karin')];
    const reference = await drafted(maria, { agencies: 'psykiatri' });
    const preview = maria.texts.at(-1)!;
    expect(preview).toMatch(
      /Om inget händer: .*Sara.* påminns; .*Nils.* frågas i stället; .*samordnaren tar över/,
    );
    await maria.press('request.send');
    await bot.drained();
    const [first, second] =
      legOf(reference, 'psykiatri')?.asked === 'psyk-sara' ? [sara, nils] : [nils, sara];
    // Monday 09:00 and five working days: half of it is Thursday morning.
    let count = first.texts.length;
    await clock('2026-09-10 07:55');
    expect(since(first, count)).toBe('');
    await clock('2026-09-10 16:00');
    expect(since(first, count)).toMatch(/Påminnelse: Psykiatri.* har inte svarat än/);
    await karin.say(`visa ${reference}`);
    expect(said(karin)).toMatch(/Om inget händer: .* frågas i stället/);

    count = second.texts.length;
    // The deadline passes in the evening: nobody is disturbed before the morning.
    const due = String(legOf(reference, 'psykiatri')?.due_at);
    const evening = new Date(Date.parse(due) + 90 * 60_000);
    await clock(evening.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16));
    expect(since(second, count)).toBe('');
    expect(legOf(reference, 'psykiatri')?.asked).toBe(
      first.name === 'Sara Holm' ? 'psyk-sara' : legOf(reference, 'psykiatri')?.asked,
    );
    await clock('+1d');
    expect(since(second, count)).toContain('Ny fråga till Psykiatri');
    expect(first.texts.join('\n')).toContain(`Övertaget av ${second.name}`);
    // Whoever was asked first may take it back as long as nobody has answered.
    expect(read(await pressOn(second, reference, 'consultation.show'))).toContain(reference);

    count = karin.texts.length;
    await clock('+1w');
    expect(legOf(reference, 'psykiatri')).toMatchObject({ state: 'with-coordinator' });
    expect(since(karin, count)).toMatch(/väntar på dig\. Tilldela någon/);
    // And again, ever more seldom, until something is done.
    count = karin.texts.length;
    await clock('+2w');
    expect(since(karin, count)).toContain('står still sedan flera arbetsdagar');
    await forge(maria, 'request.withdraw', { ref: reference });
    await bot.drained();
    count = karin.texts.length;
    await clock('+4w');
    expect(since(karin, count)).not.toContain('står still');
  });

  it('that waits for the caseworker reminds them after two working days and the coordinator after five', async () => {
    const [maria, omar, karin] = [who('cw-maria'), who('af-omar'), who('co-karin')];
    await clock('2026-11-09 09:00');
    const reference = await asked(maria, { agencies: 'af' });
    await forge(omar, 'respond.ask', { ref: reference, text: 'Vilket intyg finns?' });
    await bot.drained();
    const [own, coordinators] = [maria.texts.length, karin.texts.length];
    await clock('2026-11-11 12:00');
    expect(since(maria, own)).not.toContain('Påminnelse');
    await clock('2026-11-12 12:00');
    expect(since(maria, own)).toContain('Påminnelse');
    await clock('2026-11-17 12:00');
    expect(since(karin, coordinators)).toContain('står still');
    await forge(maria, 'request.withdraw', { ref: reference });
  });
});

describe('somebody who is away', { timeout: 60_000 }, () => {
  it('is asked nothing, and their open questions move or wait as they choose', async () => {
    const [maria, karin] = [who('cw-maria'), who('co-karin')];
    await clock('2026-12-07 09:00');
    const moving = await asked(maria, { agencies: 'fk' });
    const id = String(legOf(moving, 'fk')?.asked);
    const person = who(id);
    const other = who(id === 'fk-eva' ? 'fk-lars' : 'fk-eva');
    await person.say('frånvaro 2026-12-08 2026-12-11');
    expect(said(person)).toMatch(/Frånvaron är anmäld: .*8 dec.*11 dec/);
    expect(said(person)).toContain(moving);
    let count = maria.texts.length;
    await person.press('absence.legs', {}, {
      card: person.lastCard!,
      title: 'Låt någon annan svara',
    } as never);
    await bot.drained();
    expect(legOf(moving, 'fk')).toMatchObject({ asked: id === 'fk-eva' ? 'fk-lars' : 'fk-eva' });
    expect(since(maria, count)).toContain('Någon annan har fått den');
    expect(other.texts.join('\n')).toContain(moving);
    // Nothing new is asked of whoever is away for the whole of the answer time.
    await person.say('frånvaro 2026-12-14 2026-12-31');
    await clock('2026-12-14 09:00');
    const later = await asked(maria, { agencies: 'fk' });
    expect(legOf(later, 'fk')?.asked).not.toBe(id);

    // The coordinator reports for others, and what is held moves its day.
    const before = legOf(later, 'fk')!;
    await karin.say(`frånvaro ${other.name} 2026-12-16 2026-12-18`);
    count = maria.texts.length;
    await karin.press('Låt dem vänta');
    await bot.drained();
    expect(String(legOf(later, 'fk')!.due_at) > String(before.due_at)).toBe(true);
    expect(since(maria, count)).toContain('svarsdagen är flyttad');
    await other.say('frånvaro');
    expect(said(other)).toMatch(/16 dec.*18 dec/);
  });

  it('says so in days, weeks and halves, only for themselves, and in order', async () => {
    const eva = who('fk-eva');
    await eva.say('frånvaro v. 2');
    expect(said(eva)).toContain('Frånvaron är anmäld');
    await eva.say('frånvaro 2/2 em');
    expect(said(eva)).toContain('eftermiddagar');
    await eva.say('frånvaro 2027-02-10 2027-02-08');
    expect(said(eva)).toContain('ligger före den första');
    await eva.say('frånvaro Omar Aziz 2027-02-10');
    expect(said(eva)).toContain('bara anmäla din egen');
    await eva.say('frånvaro 2020-01-01');
    expect(said(eva)).toContain('redan över');
    await eva.say('frånvaro 7–11 juni Lars Wik');
    expect(said(eva)).toMatch(/Frånvaron är anmäld: .*7 jun.*11 jun/);
    // Days nobody can read, and a substitute nobody knows: told what to write, and nothing is noted.
    for (const days of ['32/13', '7 juni kanske']) {
      await eva.say(`frånvaro ${days}`);
      expect(said(eva)).toContain('Jag förstår inte vilka dagar, eller vem');
    }
  });
});
