import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import type { Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, cardOf, drafted, forge, monday, outcome, pressOn, read, shownTo } from './steps.ts';

/** What people write, one word a place where it can be written; ASCII, so that they can be looked for in bytes. */
const gone = [
  'havtorn',
  'kaprifol',
  'smultron',
  'lingonris',
  'blaklint',
  'krakris',
  'odonris',
  'hjortron',
  'ronnris',
  'akerbar',
  'vildhallon',
  'brakved',
  'slanbar',
  'tranbar',
  'korsved',
  'nyponbuske',
  'benved',
  'vitsippa',
];
const drafts = ['ormbunke', 'backtimjan'];
const held = ['skogsfru', 'getrams'];
const unfiled = ['vattenklover'];

let bot: RunningBot;
let people: Record<string, Person>;
/** Where the first life had left content when it had just been lived. */
let shown: { id: string; text: string; person: Person }[];
const who = (id: string): Person => people[id] ?? expect.fail(id);

/** Every message of the bot's in a person's chat as Teams keeps it, with what a press has put in its place. */
const standing = (person: Person): { id: string; text: string }[] =>
  person.place.messages
    .filter(({ from, deleted }) => from === 'bot' && !deleted)
    .map(({ id, activity, views }) => ({ id, text: JSON.stringify([activity, [...views.values()]]) }));
const everywhere = () =>
  Object.values(people).flatMap((person) => standing(person).map((message) => ({ ...message, person })));
const wordsIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.toLowerCase().includes(word));
const stateOf = (reference: string) =>
  bot.rows('select state from consultations where reference = ?', reference)[0]?.state;
const askedOf = (reference: string, agency: string): Person =>
  who(
    String(
      bot.rows(
        'select asked from legs join consultations on id = consultation where reference = ? and agency = ?',
        reference,
        agency,
      )[0]?.asked,
    ),
  );
const docOf = (reference: string) =>
  JSON.parse(String(bot.rows('select doc from consultations where reference = ?', reference)[0]?.doc)) as {
    meeting: { start: string };
    closedAt: string;
  };
const clockTo = async (at: string): Promise<void> => {
  const before = who('co-karin').texts.length;
  await who('co-karin').say(`klocka ${at}`);
  // What falls due may be told before this is read.
  expect(who('co-karin').texts.slice(before).join()).toContain('Klockan är nu');
};
const clockOn = (reference: string) => {
  const start = Date.parse(docOf(reference).meeting.start) + 60_000;
  return clockTo(new Date(start).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16));
};
/** The lines of `status` that count: how many in all and in each state, and how far each target has come. */
const figures = async (): Promise<string[]> => {
  await who('co-karin').say('status');
  const text = who('co-karin').lastText!;
  const shares = [...text.matchAll(/^.*: (\d+) av (\d+) \(/gm)].map(([all]) => all);
  return [
    ...(/Samråd\n[\s\S]*?(?=Väntar på svar\n(?:Ingen|K-))/.exec(text)?.[0].split('\n') ?? []),
    ...shares,
  ];
};

async function accepted(reference: string, ...ids: string[]): Promise<void> {
  for (const id of ids) await forge(who(id), 'respond.accept', { ref: reference });
}

const gates = {
  acute: 'false',
  protectedIdentity: 'false',
  childConcern: 'false',
  ageBand: '30-59',
  agencies: 'fk,af,psykiatri',
  basis: 'deidentified',
};

const references: Record<'gone' | 'withdrawn' | 'held' | 'unfiled' | 'draft', string> = {
  gone: '',
  withdrawn: '',
  held: '',
  unfiled: '',
  draft: '',
};

/** A whole life with a word at every input there is, pressed, typed and shown in every way that leaves a card. */
async function lived(): Promise<string> {
  const [maria, sara, omar, eva, karin] = ['cw-maria', 'psyk-sara', 'af-omar', 'fk-eva', 'co-karin'].map(
    who,
  ) as [Person, Person, Person, Person, Person];
  await maria.say('ny');
  const stopped = await maria.press('request.preview', {
    ...gates,
    question: 'Kan Kerstin Dahlqvist pröva nyponbuske?',
  });
  expect(read(stopped)).toContain('peka ut');
  const preview = await maria.press('guard.mask', {
    municipality: 'hagfors',
    question: 'Kan hen pröva havtorn och nyponbuske?',
    background: 'Orkar kaprifol två timmar',
    strength: 'Tycker om smultron',
  });
  const reference = /K-[0-9A-Z]{5}-[0-9A-Z]/.exec(read(preview))![0];
  await maria.say(`visa ${reference}`);
  await maria.press('request.send');
  for (const id of ['fk-eva', 'psyk-sara', 'af-omar']) await pressOn(who(id), reference, 'consultation.show');
  await sara.say(`fråga ${reference}`);
  await sara.press('respond.ask', { text: 'Vad menas med lingonris?' });
  await maria.say(`svara ${reference}`);
  await maria.press('clarify.answer', { text: 'Det är blaklint' });
  await forge(omar, 'respond.decline', { ref: reference, reason: 'no-time', text: 'Hinner inte krakris' });
  await accepted(reference, 'fk-eva', 'af-lena', 'psyk-sara');
  await forge(maria, 'leg.add', { ref: reference, agency: 'primarvard', reason: 'Bra med slanbar' });
  await forge(who('pv-anna'), 'respond.advise', { ref: reference, text: 'Börja med tranbar' });
  await forge(maria, 'request.add', { ref: reference, text: 'Nu också odonris' });
  await forge(karin, 'consultation.join', { ref: reference, reason: 'Behöver se brakved' });
  await eva.say(`boka ${reference} 1`);
  await forge(maria, 'schedule.move', { ref: reference, reason: 'Krock med hjortron' });
  await eva.say(`boka ${reference} 1`);
  await clockOn(reference);
  await forge(eva, 'meeting.held', { ref: reference, present: 'kommun,fk,af,psykiatri' });
  await eva.say(`utfall ${reference}`);
  await eva.press('outcome.record', {
    ...outcome,
    nextStep: 'Boka samtal om ronnris',
    obstacle: 'routine',
    obstacleText: 'Saknar akerbar',
    learning: 'Fråga om vildhallon',
  });
  await forge(maria, 'consultation.handover', {
    ref: reference,
    to: 'cw-johan',
    reason: 'Byter, korsved',
  });
  await forge(maria, 'consultation.handover', { ref: reference, to: 'cw-maria', reason: '' });
  // Every chat holds content once more, as the answer to a word and as the answer to a press.
  for (const id of ['cw-maria', 'fk-eva', 'af-lena', 'psyk-sara', 'pv-anna', 'co-karin'])
    await who(id).say(`visa ${reference}`);
  return reference;
}

/** Asked, met and recorded, with one word in it. */
async function met(word: string): Promise<string> {
  const reference = await asked(who('cw-maria'), { question: `Kan ${word} prövas?` });
  await accepted(reference, 'fk-eva', 'af-omar', 'psyk-sara');
  await who('fk-eva').say(`boka ${reference} 1`);
  await clockOn(reference);
  await forge(who('fk-eva'), 'meeting.held', { ref: reference, present: 'kommun,fk,af,psykiatri' });
  await forge(who('fk-eva'), 'outcome.record', { ref: reference, ...outcome });
  await who('cw-maria').say(`visa ${reference}`);
  return reference;
}

describe('disposal', () => {
  beforeAll(async () => {
    const file = example('klaralvdalen');
    const johan = file.people.find(({ id }) => id === 'cw-johan')!;
    johan.municipalities = ['hagfors', 'munkfors', 'forshaga'];
    bot = await startBot({ associations: [file], mode: 'local', now: monday });
    people = bot.cast();
    await Promise.all(Object.values(people).map((one) => one.install()));
    references.gone = await lived();
    shown = everywhere().filter(({ text }) => wordsIn(text, gone).length > 0);
    references.withdrawn = await asked(who('cw-maria'), { question: 'Kan vitsippa prövas?' });
    await pressOn(askedOf(references.withdrawn, 'fk'), references.withdrawn, 'consultation.show');
    await forge(who('cw-maria'), 'request.withdraw', { ref: references.withdrawn, reason: 'Blev benved' });
    await who('cw-maria').say(`visa ${references.withdrawn}`);
    references.held = await met('skogsfru');
    references.unfiled = await met('vattenklover');
    references.draft = await drafted(who('cw-maria'), { question: 'Kan ormbunke prövas?' });
    await who('cw-maria').say(`visa ${references.draft}`);
    // A form that the guard has sent back, and that nobody takes further.
    await who('cw-maria').say('ny');
    const sentBack = await who('cw-maria').press('request.preview', {
      ...gates,
      question: 'Kan Kerstin Dahlqvist pröva backtimjan?',
    });
    expect(read(sentBack)).toContain('backtimjan');
    await bot.drained();
  }, 60_000);
  afterAll(() => bot.stop());

  it('begins with every word kept, and shown in more than one chat', () => {
    const kept = [...gone, 'ormbunke', 'skogsfru', ...unfiled];
    expect(wordsIn(bot.bytes(), kept)).toEqual(kept);
    expect(new Set(shown.map(({ person }) => person.name)).size).toBeGreaterThan(4);
    expect(shown.length).toBeGreaterThan(5);
  });

  it('lets a draft go after 30 days, with the cards that showed it', async () => {
    const mine = everywhere().filter(({ text }) => wordsIn(text, ['ormbunke']).length > 0);
    expect(mine.length).toBeGreaterThan(1);
    await clockTo('2026-11-15 09:00');
    expect(stateOf(references.draft)).toBeUndefined();
    for (const { id, person } of mine)
      expect(standing(person).find((one) => one.id === id)?.text).toContain(
        `Utkastet ${references.draft} är borttaget`,
      );
    expect(wordsIn(bot.bytes(), drafts)).toEqual([]);
    expect(everywhere().filter(({ text }) => wordsIn(text, drafts).length > 0)).toEqual([]);
  });

  it('has the owner tick that the outcome is filed, by a button and by a word', async () => {
    for (const one of ['gone', 'held', 'unfiled'] as const) expect(stateOf(references[one])).toBe('closed');
    expect(answerOf(await forge(who('fk-eva'), 'outcome.file', { ref: references.gone }))).toContain(
      'inte ditt att göra',
    );
    await who('cw-maria').say(`visa ${references.gone}`);
    expect(who('cw-maria').lastText).toContain('Text att klistra in');
    await who('cw-maria').press('outcome.file', {}, { card: cardOf(who('cw-maria'), references.gone) });
    await who('cw-maria').say(`journalfört ${references.held}`);
    await who('cw-maria').say(`visa ${references.held}`);
    expect(who('cw-maria').lastText).toMatch(/Journalfört sön 15 nov/);
    expect(answerOf(await forge(who('cw-maria'), 'outcome.file', { ref: references.held }))).toContain(
      'redan kryssat',
    );
  });

  it('is stopped by a hold with a reason, the coordinator’s alone', async () => {
    const karin = who('co-karin');
    expect(
      answerOf(
        await forge(who('cw-maria'), 'retention.hold', { ref: references.held, reason: 'Vill ha kvar' }),
      ),
    ).toContain('inte ditt att göra');
    await karin.say(`gallring ${references.held}`);
    await karin.press('retention.hold', { reason: 'Tillsyn om getrams' });
    await who('cw-maria').waitFor(/har stoppat gallringen/);
    await karin.say('gallring');
    expect(karin.lastText).toMatch(new RegExp(`${references.held}: stoppat av .* sedan sön 15 nov`));
    await karin.press('retention.form', { ref: references.held });
    expect(JSON.stringify(karin.lastCard)).toContain('getrams');
  });

  it('asks owner and coordinator from day 60 for what is not filed, again every thirty days', async () => {
    const asks = (id: string) =>
      standing(who(id)).filter(({ text }) => text.includes('inte kryssat som journalfört')).length;
    const closed = Date.parse(docOf(references.unfiled).closedAt);
    const day = (days: number) =>
      new Date(closed + days * 86_400_000)
        .toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })
        .slice(0, 16);
    await clockTo(day(60 - 1));
    expect([asks('cw-maria'), asks('co-karin')]).toEqual([0, 0]);
    await clockTo(day(60 + 1));
    expect([asks('cw-maria'), asks('co-karin')]).toEqual([1, 1]);
    await who('co-karin').say('gallring');
    const text = who('co-karin').lastText!;
    expect(text).toMatch(new RegExp(`${references.unfiled}: Maria .*, avslutat sedan`));
    expect(text).toMatch(new RegExp(`${references.gone}: innehållet gallras`));
    await who('cw-maria').say('mina');
    expect(who('cw-maria').lastText).toContain(`${references.unfiled}: Journalför utfallet`);
  });

  it('leaves nothing a person wrote in store, outbox, log or any chat; what is held or not filed stays', async () => {
    for (const id of ['cw-maria', 'fk-eva', 'af-lena', 'psyk-sara', 'pv-anna', 'co-karin']) {
      await who(id).say(`visa ${references.gone}`);
      await pressOn(who(id), references.gone, 'consultation.show').catch(() => undefined);
    }
    const before = everywhere().filter(({ text }) => wordsIn(text, gone).length > 0);
    expect(new Set(before.map(({ person }) => person.name)).size).toBeGreaterThan(4);
    const counts = await figures();
    expect(counts.length).toBeGreaterThan(5);
    await clockTo('2027-01-10 09:00');
    expect(stateOf(references.gone)).toBe('closed');
    expect(stateOf(references.withdrawn)).toBeUndefined();
    expect(wordsIn(bot.bytes(), gone)).toEqual([]);
    expect(wordsIn(bot.stdout + bot.stderr, [...gone, ...held, ...unfiled, ...drafts])).toEqual([]);
    expect(everywhere().filter(({ text }) => wordsIn(text, gone).length > 0)).toEqual([]);
    for (const { id, person } of [...before, ...shown])
      expect(standing(person).find((one) => one.id === id)?.text).toMatch(/Samråd K-\S+ är gallrat/);
    expect(wordsIn(bot.bytes(), [...held, ...unfiled])).toEqual([...held, ...unfiled]);
    expect(await figures()).toEqual(counts);
    await who('co-karin').say('gallring');
    expect(who('co-karin').lastText).toMatch(
      new RegExp(`${references.gone}: innehåll \\(\\d+ texter, \\d+ kort\\)`),
    );
    expect(who('co-karin').lastText).not.toContain('gick inte att ersätta');
    expect(await shownTo(who('cw-maria'), references.gone)).toContain('Innehållet gallrades');
    expect(answerOf(await forge(who('cw-maria'), 'consultation.reopen', { ref: references.gone }))).toContain(
      'gallrat',
    );
  });

  it('takes out what is written afterwards too', async () => {
    await forge(who('co-karin'), 'retention.hold', { ref: references.gone, reason: 'Tvist om brakved' });
    await clockTo('2027-01-10 09:30');
    expect(wordsIn(bot.bytes(), gone)).toEqual(['brakved']);
    await forge(who('co-karin'), 'retention.release', { ref: references.gone, reason: 'Löst, korsved' });
    await clockTo('2027-01-10 10:00');
    expect(wordsIn(bot.bytes(), gone)).toEqual([]);
  });

  it('keeps one row of numbers after the last follow-up, without reference, person or date', async () => {
    const counts = await figures();
    const { id } = bot.rows('select id from consultations where reference = ?', references.gone)[0]!;
    await clockTo('2027-04-15 09:00');
    expect(stateOf(references.gone)).toBeUndefined();
    for (const table of ['legs', 'timers', 'bookings', 'cards', 'booked_cells', 'booked_places'])
      expect(bot.rows(`select * from ${table} where consultation = ?`, id)).toEqual([]);
    expect(bot.rows("select * from outbox where key like ? || ':%'", id)).toEqual([]);
    expect(bot.rows('select * from records where consultation = ?', id).length).toBeGreaterThan(20);
    const rows = bot.rows('select * from statistics');
    expect(rows).toHaveLength(2);
    const text = JSON.stringify(rows.map(({ facts }) => facts));
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|K-[0-9A-Z]{5}|\d{2}:\d{2}/);
    expect(text).not.toContain(String(id));
    for (const person of Object.keys(people)) expect(text).not.toContain(person);
    const kept = rows.map(({ facts }) => JSON.parse(String(facts)) as Record<string, unknown>);
    expect(kept.map(({ state }) => state).sort()).toEqual(['closed', 'withdrawn']);
    expect(kept.find(({ state }) => state === 'closed')).toMatchObject({
      municipality: 'hagfors',
      sent: '2026-Q3',
      met: '2026-Q3',
      outcome: { result: 'path-chosen', responsible: 'kommun' },
    });
    expect(await figures()).toEqual(counts);
    expect(await shownTo(who('cw-maria'), references.gone)).toContain('hittar inget samråd');
  });

  it('goes on with what was held once it is released', async () => {
    expect(wordsIn(bot.bytes(), held)).toEqual(held);
    await forge(who('co-karin'), 'retention.release', { ref: references.held, reason: 'Tillsynen är klar' });
    await clockTo('2027-04-15 10:00');
    expect(wordsIn(bot.bytes(), held)).toEqual([]);
    expect(everywhere().filter(({ text }) => wordsIn(text, held).length > 0)).toEqual([]);
  });

  it('erases the log five years on, and the chain still holds', async () => {
    await clockTo('2032-06-01 09:00');
    expect(bot.rows("select * from spent_references where consultation = ''").length).toBeGreaterThan(2);
    expect(bot.rows('select * from spent_references')).toHaveLength(5);
    expect(bot.rows('select distinct kind from disposals order by kind').map(({ kind }) => kind)).toEqual([
      'content',
      'history',
      'rest',
    ]);
    // What was never filed is still there, and still asked about.
    expect(stateOf(references.unfiled)).toBe('closed');
    await who('cw-maria').say(`visa ${references.unfiled}`);
    expect(who('cw-maria').lastText).toContain('vattenklover');
    expect(bot.stderr).toBe('');
    expect(bot.teams.lint).toEqual([]);
    await bot.kill('SIGTERM');
    const store = await openStore(`sqlite:${bot.database}`);
    const { rows, faults } = await verifyRecords(store.db);
    await store.close();
    expect(faults).toEqual([]);
    expect(rows).toBeGreaterThan(50);
  }, 60_000);
});

it('is complete after any number of kills in its midst, with nothing done twice', async () => {
  bot = await startBot({ now: monday });
  try {
    people = bot.cast();
    await Promise.all(Object.values(people).map((one) => one.install()));
    const all: string[] = [];
    for (let number = 0; number < 12; number += 1) {
      const reference = await asked(who('cw-maria'), {
        agencies: 'primarvard',
        question: 'Kan havtorn prövas?',
      });
      await forge(who('cw-maria'), 'request.withdraw', { ref: reference, reason: 'Blev benved' });
      await who('cw-maria').say(`visa ${reference}`);
      all.push(reference);
    }
    await bot.drained();
    expect(wordsIn(bot.bytes(), gone)).toEqual(['havtorn', 'benved']);
    await bot.kill();
    const done = () => bot.rows('select id from disposals').length;
    let midway = 0;
    for (let kills = 0; kills < 3; kills += 1) {
      const before = done();
      await bot.launch('2027-01-10T09:00');
      // A few disposals further on, wherever that is: nothing is waited for but that work has begun.
      await expect.poll(() => done() > before + kills, { timeout: 8000, interval: 1 }).toBe(true);
      await bot.kill();
      if (done() < 2 * all.length) midway += 1;
      else break;
    }
    expect(midway).toBeGreaterThan(0);
    await bot.launch('2027-01-10T09:00');
    await expect.poll(done, { timeout: 30_000 }).toBeGreaterThanOrEqual(2 * all.length);
    await bot.drained(15_000);
    for (const kind of ['content', 'rest'])
      expect(
        bot
          .rows('select reference from disposals where kind = ?', kind)
          .map(({ reference }) => reference)
          .sort(),
      ).toEqual([...all].sort());
    expect(bot.rows('select * from statistics')).toHaveLength(all.length);
    await bot.restart('2027-01-10T09:00');
    expect(wordsIn(bot.bytes(), gone)).toEqual([]);
    expect(everywhere().filter(({ text }) => wordsIn(text, gone).length > 0)).toEqual([]);
    expect(bot.rows('select * from cards')).toEqual([]);
    expect(bot.stderr).toBe('');
  } finally {
    await bot.stop();
  }
}, 180_000);
