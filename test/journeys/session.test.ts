import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, forge, monday } from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);
const clock = (to: string) => who('co-karin').say(`klocka ${to}`);
const since = (person: Person, count: number): string => person.texts.slice(count).join('\n');
const agendasOf = (person: Person): string[] => person.texts.filter((text) => text.startsWith('Dagordning'));
const stateOf = (reference: string) =>
  bot.rows('select state from consultations where reference = ?', reference)[0]?.state;
const holderOf = (reference: string, agency: string): Person =>
  who(
    String(
      bot.rows(
        'select holder from legs join consultations on id = consultation where reference = ? and agency = ?',
        reference,
        agency,
      )[0]?.holder,
    ),
  );

/** Asked, and accepted by whoever is asked in FK. */
async function ready(fields: Record<string, string> = {}): Promise<string> {
  const reference = await asked(who('cw-maria'), { agencies: 'fk', ...fields });
  const [leg] = bot.rows(
    "select asked from legs join consultations on id = consultation where reference = ? and agency = 'fk'",
    reference,
  );
  await forge(who(String(leg?.asked)), 'respond.accept', { ref: reference });
  return reference;
}
const book = (person: Person, reference: string, slot = 'slot-1') =>
  forge(person, 'schedule.book', { ref: reference, slot });

/** Two places on Thursdays of odd weeks, and no further ahead than ten days: a session that is soon full. */
const small = () => {
  const association = example('klaralvdalen') as ReturnType<typeof example> & {
    sessions: { to: string; links: string[] }[];
    meeting: { horizonDays: number };
  };
  const [session] = association.sessions;
  session!.to = '14:00';
  session!.links = session!.links.slice(0, 2);
  association.meeting.horizonDays = 10;
  return association;
};

beforeAll(async () => {
  bot = await startBot({ mode: 'local', now: monday, associations: [small()] });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

describe('a session with two places and four consultations', { timeout: 90_000 }, () => {
  let one: string;
  let two: string;
  let three: string;
  let soon: string;

  it('fills up, and the others stand in line: the more urgent first, each told where', async () => {
    const maria = who('cw-maria');
    [one, two] = [await ready(), await ready()];
    await book(maria, one);
    // The same place again: it is gone, and the other one is offered instead.
    expect(answerOf(await book(maria, two))).toContain('13.30');
    expect(stateOf(two)).toBe('scheduling');
    await book(maria, two);
    expect([stateOf(one), stateOf(two)]).toEqual(['booked', 'booked']);
    three = await ready();
    await bot.drained();
    expect(maria.texts.join('\n')).toContain('Konsultationstiden är full. Samrådet står i kö');
    expect(answerOf(await forge(maria, 'consultation.show', { ref: three }))).toContain('plats 1 i kön');
    soon = await ready({ urgency: 'soon' });
    await clock('+1m');
    // The older but less urgent has moved back, on the card it stands on.
    expect(maria.texts.findLast((text) => text.startsWith(`Samråd ${three}`))).toContain('plats 2 i kön');
    expect(maria.texts.findLast((text) => text.startsWith(`Samråd ${soon}`))).toContain('plats 1 i kön');
    expect(who('co-karin').texts.join('\n')).toContain('Konsultationstiden är full');
  });

  it('gives each its own consultations on the agenda two working days before, and nobody anything else', async () => {
    const before = Object.values(people).map((person) => agendasOf(person).length);
    expect(Math.max(...before)).toBe(0);
    await clock('2026-09-08 07:55');
    expect(agendasOf(who('cw-maria'))).toEqual([]);
    await clock('2026-09-08 08:10');
    const [maria] = agendasOf(who('cw-maria'));
    expect(maria).toMatch(/Dagordning: Konsultationstid Klarälvdalen tors 10 sep/);
    expect(maria).toContain(one);
    expect(maria).toContain(two);
    for (const person of Object.values(people)) {
      const own = [one, two].filter((reference) =>
        [who('cw-maria'), holderOf(reference, 'fk')].includes(person),
      );
      const [agenda = '', ...more] = agendasOf(person);
      expect(more).toEqual([]);
      expect([one, two, three, soon].filter((reference) => agenda.includes(reference))).toEqual(own);
    }
    // The way into the meeting, for each place its own.
    const card = JSON.stringify(
      who('cw-maria').cards.find((one) => JSON.stringify(one).includes('Dagordning')),
    );
    expect(card).toContain('meetup-join/example-1');
    expect(card).toContain('meetup-join/example-2');
    expect(card).not.toContain('Vilken väg till rehabilitering');
  });

  it('keeps a place that becomes free for the first in line, then for the next, and brings the agenda up to date', async () => {
    const maria = who('cw-maria');
    let count = maria.texts.length;
    await forge(maria, 'schedule.cancel', { ref: two, reason: 'Behövs inte.' });
    await clock('2026-09-08 09:00');
    expect(stateOf(soon)).toBe('scheduling');
    expect(stateOf(three)).toBe('ready');
    const fk = holderOf(soon, 'fk');
    await bot.drained();
    expect(fk.texts.findLast((text) => text.startsWith(`Samråd ${soon}`))).toContain(
      'En plats på konsultationstiden är ledig',
    );
    expect(since(maria, count)).toContain('Boka platsen senast tis 8 sep kl. 15.05');
    expect(agendasOf(maria)).toHaveLength(1);
    expect(agendasOf(maria)[0]).not.toContain(two);
    // Whoever has just the one that was called off has an empty agenda now.
    const other = holderOf(two, 'fk');
    if (other !== holderOf(one, 'fk'))
      expect(agendasOf(other)[0]).toContain('Du har inget samråd kvar den här gången');

    // Nobody takes it in time: it is the next one's at once, and not theirs again.
    count = maria.texts.length;
    await clock('2026-09-08 15:04');
    expect(since(maria, count)).not.toContain('gått vidare');
    await clock('2026-09-08 15:06');
    expect([stateOf(soon), stateOf(three)]).toEqual(['ready', 'scheduling']);
    expect(since(maria, count)).toContain('Platsen bokades inte i tid och har gått vidare');
    await clock('2026-09-09 09:00');
    const booked = await book(holderOf(three, 'fk'), three);
    expect(answerOf(booked)).toContain('13.30');
    expect(stateOf(three)).toBe('booked');
    await clock('2026-09-09 09:05');
    expect(agendasOf(maria)).toHaveLength(1);
    expect(agendasOf(maria)[0]).toContain(three);
  });

  it('reminds each on the working day before, but not of what was booked that day', async () => {
    const maria = who('cw-maria');
    const reminded = maria.texts.filter((text) => text.includes('Påminnelse: snart är det möte'));
    expect(reminded).toHaveLength(1);
    expect(reminded[0]).toContain(one);
    expect(reminded[0]).toMatch(/Kom till mötet tors 10 sep/);
    expect(reminded[0]).toContain('Släpp in från lobbyn. Ingen inspelning');
    expect(holderOf(one, 'fk').texts.join('\n')).toContain('Påminnelse: snart är det möte');
    expect(JSON.stringify(who('co-karin').cards)).not.toContain('meetup-join');
  });

  it('asks once after the end for who came, and says who did not', async () => {
    const maria = who('cw-maria');
    let count = maria.texts.length;
    await clock('2026-09-10 13:29');
    expect(since(maria, count)).not.toContain('Mötet är slut');
    await clock('2026-09-10 14:01');
    expect(since(maria, count).match(/Mötet är slut/g)).toHaveLength(2);
    count = maria.texts.length;
    await clock('2026-09-11 16:00');
    expect(since(maria, count)).not.toContain('Mötet är slut');
    // Only the municipality was there: the agency is a no-show, and new times are looked for.
    const fk = holderOf(one, 'fk');
    const karin = who('co-karin').texts.length;
    const held = await forge(maria, 'meeting.held', { ref: one, present: 'kommun' });
    expect(answerOf(held)).toContain('Föreslå nya tider');
    await bot.drained();
    expect(since(who('co-karin'), karin)).toContain('Försäkringskassan kom inte till mötet');
    const again = await forge(maria, 'schedule.suggest', { ref: one });
    expect(answerOf(again)).not.toContain('Föreslå nya tider.');
    expect(fk.texts.join('\n')).toContain(one);
    expect(await forge(maria, 'meeting.held', { ref: three, present: 'kommun,fk' })).toBeDefined();
    expect(stateOf(three)).toBe('held');
  });
});
