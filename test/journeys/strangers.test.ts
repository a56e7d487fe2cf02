import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transitions, verbs } from '../../src/domain/transitions.ts';
import { actionsOf } from '../support/fakeCards.ts';
import type { Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, cardOf, drafted, forge, monday, outcome, pressOn, read, said } from './steps.ts';

const question = 'Vilket stöd prövas först i frågan om arbetsträning?';
const unknown = 'Jag hittar inget samråd med den referensen bland dina. Kontrollera den och försök igen.';
const notYours = 'Det här är inte ditt att göra i samrådet.';

let bot: RunningBot;
let people: Record<string, Person>;
let reference: string;
let draft: string;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeAll(async () => {
  const association = example('klaralvdalen');
  // A second caseworker in the same municipality: a colleague, not a party.
  association.people.push({
    id: 'cw-siv',
    name: 'Siv Ahl',
    role: 'caseworker',
    agency: 'kommun',
    municipalities: ['hagfors'],
    tenantId: association.tenants[0]!,
    aadObjectId: randomUUID(),
  });
  bot = await startBot({ associations: [association, example('skargarden')], now: monday });
  people = bot.cast(association);
  await Promise.all(Object.values(people).map((one) => one.install()));
  reference = await asked(who('cw-maria'), { agencies: 'fk,af', question });
  await pressOn(who('fk-eva'), reference, 'respond.accept');
  draft = await drafted(who('cw-maria'), { agencies: 'fk', question });
  await bot.drained();
}, 60_000);
afterAll(() => bot.stop());

let before: string[];
beforeEach(() => {
  before = bot.decided();
});
const unchanged = () => expect(bot.decided()).toEqual(before);

/** Inputs that would be good, were it this person's to do. */
const inputs: Record<string, unknown> = {
  ...outcome,
  text: 'Ett vanligt svar',
  reason: 'conflict',
  to: 'fk-lars',
  agency: 'af',
  slot: 'slot-1',
  'slot-1': 'yes',
  'slot-2': 'yes',
  'slot-3': 'yes',
  present: 'kommun',
  progress: 'work',
  cooperation: 'yes',
  answered: 'yes',
  municipality: 'hagfors',
  ageBand: '30-59',
  agencies: 'fk',
  question: 'En annan fråga',
  basis: 'deidentified',
  form: 'respond.advise',
};

describe('who is not let in', () => {
  it('answers a stranger of the tenant with one neutral sentence, whatever is asked', async () => {
    const stranger = bot.teams.person({ name: 'Okänd Person' });
    for (const line of ['hjälp', `visa ${reference}`, 'ny', `acceptera ${reference}`]) {
      await stranger.say(line);
      expect(said(stranger)).toBe(
        'Du finns inte med bland dem som använder Samråd här. Be samordnaren lägga till dig.',
      );
    }
    const turn = await forge(stranger, 'consultation.show', { ref: reference });
    expect(answerOf(turn)).toContain('Du finns inte med');
    expect(JSON.stringify(turn.body)).not.toContain(reference);
    expect(bot.rows('select * from conversations where user_id = ?', stranger.id)).toEqual([]);
    unchanged();
  });

  it('meets a tenant that is not listed with silence, 200 and a line in the log', async () => {
    const outside = bot.teams.person({ name: 'Utifrån', tenantId: randomUUID() });
    const lines = bot.log.length;
    const turns = [
      await outside.say(`visa ${reference}`),
      await forge(outside, 'respond.accept', { ref: reference }),
      await outside.install(),
      // Known by its object id, but from the wrong tenant.
      await forge(
        who('fk-eva'),
        'consultation.show',
        { ref: reference },
        {
          channelData: { tenant: { id: randomUUID() } },
        },
      ),
    ];
    for (const turn of turns) {
      expect(turn.status).toBe(200);
      expect(turn.sent).toEqual([]);
      expect(JSON.stringify(turn.body ?? '')).not.toContain(reference);
      expect(JSON.stringify(turn.body ?? '')).not.toContain('AdaptiveCard');
    }
    await expect.poll(() => bot.log.slice(lines).filter(({ event }) => event === 'unlisted')).toHaveLength(4);
    unchanged();
  });

  it('meets whoever Teams does not name with silence', async () => {
    const lines = bot.log.length;
    const nameless = { from: { id: who('fk-eva').id, name: 'Eva Dahl' } };
    const spoken = await who('fk-eva').say(`visa ${reference}`, { activity: nameless });
    const pressed = await forge(
      who('fk-eva'),
      'respond.decline',
      { ref: reference, reason: 'conflict' },
      nameless,
    );
    expect([spoken.status, pressed.status]).toEqual([200, 200]);
    expect([...spoken.sent, ...pressed.sent]).toEqual([]);
    expect(JSON.stringify(pressed.body ?? '')).not.toContain(reference);
    await expect
      .poll(() => bot.log.slice(lines).filter(({ outcome: why }) => why === 'anonymous'))
      .toHaveLength(2);
    unchanged();
  });

  it('takes the name and address of a party for nothing: only the id counts', async () => {
    const impostor = bot.teams.person({ name: 'Eva Dahl' });
    expect(answerOf(await forge(impostor, 'consultation.show', { ref: reference }))).toContain(
      'Du finns inte',
    );
    unchanged();
  });
});

describe('a person of the association with no part in the consultation', () => {
  const outsiders = ['psyk-sara', 'pv-anna', 'cw-johan', 'cw-siv', 'ob-per'] as const;

  it.each(outsiders)('gets the same sentence as for a reference that does not exist: %s', async (id) => {
    const person = who(id);
    for (const line of [`visa ${reference}`, `råd ${reference}`]) {
      await person.say(line);
      expect(said(person)).toBe(unknown);
      await person.say(line.replace(reference, 'K-22222-8'));
      expect(said(person)).toBe(unknown);
    }
    unchanged();
  });

  it.each(outsiders)('is refused every verb there is: %s', async (id) => {
    for (const verb of verbs)
      for (const ref of [reference, draft]) {
        const answer = answerOf(await forge(who(id), verb, { ...inputs, ref }));
        expect(answer, verb).not.toContain(question);
        expect([
          unknown,
          'Det är inte något du kan göra i din roll. Skriv hjälp för att se vad du kan göra.',
        ]).toContain(answer);
      }
    unchanged();
  });

  it('cannot be handed a draft of somebody else, not even the coordinator', async () => {
    for (const id of ['co-karin', 'fk-eva'])
      for (const verb of ['consultation.show', 'request.send', 'request.withdraw', 'consultation.join'])
        expect(answerOf(await forge(who(id), verb, { ref: draft })), `${id} ${verb}`).toBe(unknown);
    unchanged();
  });
});

describe('a neighbour', () => {
  it('of the same agency but another function, or of another association, is a stranger too', async () => {
    const skargarden = example('skargarden');
    const there = bot.cast(skargarden);
    const ida = there['cw-ida']!;
    const other = await asked(ida, { municipality: 'ekholma', agencies: 'af', question });
    await bot.drained();
    before = bot.decided();
    // Kurt Hav works at the same agency, in the function of another municipality.
    const neighbours = [there['af-kurt']!, there['fk-ylva']!, there['cw-tove']!, there['ob-ulf']!];
    const sealedOff = ['co-karin', 'cw-maria', 'af-omar', 'fk-eva'].map(who);
    for (const person of [...neighbours, ...sealedOff])
      for (const verb of ['consultation.show', 'respond.accept', 'consultation.join', 'leg.drop']) {
        const answer = answerOf(await forge(person, verb, { ...inputs, agency: 'af', ref: other }));
        expect(answer, `${person.name} ${verb}`).not.toContain(question);
        expect(answer, `${person.name} ${verb}`).not.toContain('AF samverkan Kusten');
        expect([
          unknown,
          'I cannot find a consultation of yours with that reference. Check it and try again.',
        ]).toContain(answer);
      }
    // And it is there all the time, for whoever it was asked of.
    expect(answerOf(await forge(there['af-moa']!, 'consultation.show', { ref: other }))).toContain(question);
    unchanged();
    await forge(ida, 'request.withdraw', { ref: other });
  });
});

describe('a party', () => {
  it('is refused every verb that is another role’s, and reads no content in the answer', async () => {
    const relations = { 'fk-lars': 'colleague', 'co-karin': 'coordinator', 'af-omar': 'candidate' } as const;
    for (const [id, relation] of Object.entries(relations))
      for (const verb of verbs.filter((one) => !transitions[one].who.includes(relation))) {
        const turn = await forge(who(id), verb, {
          ...inputs,
          agency: who(id) === who('fk-lars') ? 'fk' : 'af',
          ref: reference,
        });
        const answer = answerOf(turn);
        expect(answer, `${id} ${verb}`).not.toContain(question);
        expect(answer, `${id} ${verb}`).toMatch(
          new RegExp(
            [notYours, 'redan accepterad av Eva Dahl', 'inte något du kan göra', 'inte tillfrågad'].join('|'),
          ),
        );
      }
    unchanged();
  });

  it('sees states but no content until the coordinator has joined', async () => {
    const shown = answerOf(await forge(who('co-karin'), 'consultation.show', { ref: reference }));
    expect(shown).toContain('accepterat av Eva Dahl');
    expect(shown).not.toContain(question);
    expect(answerOf(await forge(who('fk-lars'), 'consultation.show', { ref: reference }))).not.toContain(
      question,
    );
    expect(answerOf(await forge(who('af-lena'), 'consultation.show', { ref: reference }))).toContain(
      question,
    );
    unchanged();
  });
});

describe('what a press can forge', () => {
  it.each([
    { ref: 'K-22222-8' },
    { ref: '../../etc' },
    { ref: "K-22222-8' or 1=1" },
    { ref: '' },
    { ref: { $ne: '' } },
    { ref: ['K'] },
    { ref: 17 },
    { ref: 'x'.repeat(5000) },
  ])('finds nothing under a forged reference: %j', async (data) => {
    for (const verb of ['consultation.show', 'respond.accept', 'request.send']) {
      const turn = await forge(who('af-omar'), verb, { ...inputs, ...data });
      expect(turn.status).toBe(200);
      expect(answerOf(turn)).not.toContain(question);
    }
    unchanged();
  });

  it.each([-1, 0, 999, 1.5, 'abc', '', '9'.repeat(30), {}, [], true])(
    'changes nothing under a version that is not the present one: %j',
    async (v) => {
      const turn = await forge(who('af-omar'), 'respond.decline', { ref: reference, v, reason: 'conflict' });
      expect(answerOf(turn)).toMatch(/Kortet var gammalt|Något saknas eller är fel/);
      unchanged();
    },
  );

  it.each(['respond.destroy', 'constructor', '__proto__', 'toString', '', 'schedule.vote2', 'admin.dump'])(
    'answers a verb it does not know with a sentence: %s',
    async (verb) => {
      const answer = answerOf(await forge(who('fk-eva'), verb, { ref: reference }));
      expect(answer).toBe('Knappen är för gammal. Skriv hjälp för att se vad du kan göra.');
      for (const next of [verb, undefined]) {
        const resumed = answerOf(await forge(who('fk-eva'), 'guard.keep', { ref: reference, next }));
        expect(resumed).toContain('Knappen är för gammal');
      }
      unchanged();
    },
  );

  const outside: [string, string, Record<string, unknown>][] = [
    ['af-omar', 'respond.decline', { reason: 'bored' }],
    ['af-omar', 'respond.decline', { reason: 'wrong-remit', suggest: 'moon' }],
    ['af-omar', 'respond.decline', { reason: 'wrong-remit', suggest: 'kommun' }],
    ['af-omar', 'respond.forward', { to: 'fk-lars' }],
    ['af-omar', 'respond.forward', { to: 'nobody' }],
    ['af-omar', 'respond.forward', { to: 'af-omar' }],
    ['af-omar', 'respond.ask', { text: '' }],
    ['af-omar', 'respond.ask', { text: 'x'.repeat(1001) }],
    ['af-omar', 'respond.advise', { text: 'ö'.repeat(2001) }],
    ['cw-maria', 'leg.add', { agency: 'kommun' }],
    ['cw-maria', 'leg.add', { agency: 'fk' }],
    ['cw-maria', 'leg.add', { agency: 'moon' }],
    ['cw-maria', 'leg.drop', { agency: 'fk' }],
    ['cw-maria', 'clarify.answer', { agency: 'af', text: 'Inget frågat' }],
    ['cw-maria', 'consultation.handover', { to: 'cw-johan' }],
    ['cw-maria', 'consultation.handover', { to: 'cw-maria' }],
    ['cw-maria', 'consultation.handover', { to: 'fk-eva' }],
    ['co-karin', 'leg.assign', { agency: 'af', to: 'fk-lars' }],
    ['co-karin', 'leg.assign', { agency: 'fk', to: 'fk-lars' }],
    ['cw-maria', 'request.preview', { form: randomUUID(), agencies: 'moon' }],
    ['cw-maria', 'request.preview', { form: randomUUID(), agencies: 'kommun' }],
    ['cw-maria', 'request.preview', { form: randomUUID(), municipality: 'munkfors' }],
    ['cw-maria', 'request.preview', { form: randomUUID(), ageBand: '0-17' }],
    ['cw-maria', 'request.preview', { form: randomUUID(), acute: 'perhaps' }],
    ['cw-maria', 'request.preview', { form: randomUUID(), acute: undefined }],
    ['cw-maria', 'request.preview', { form: randomUUID(), template: 'free text here' }],
    ['cw-maria', 'request.preview', { form: 'anna-svensson-hagfors' }],
    ['cw-siv', 'request.preview', { form: 'OF-THE-DRAFT' }],
    ['cw-maria', 'language.set', { to: 'de' }],
    ['cw-maria', 'clock.set', { to: '+3d' }],
  ];
  it.each(outside)('refuses what no list offers: %s %s %j', async (id, verb, change) => {
    const gates = { acute: 'false', protectedIdentity: 'false', childConcern: 'false' };
    const data: Record<string, unknown> = { ...inputs, ...gates, ref: reference, ...change };
    if (change.form === 'OF-THE-DRAFT')
      data.form = bot.rows('select id from consultations where reference = ?', draft)[0]?.id;
    const turn = await forge(who(id), verb, data);
    expect(turn.status).toBe(200);
    expect(answerOf(turn)).not.toBe('');
    unchanged();
  });

  it('reads what was forged onto the presser from Teams alone', async () => {
    const turn = await forge(who('psyk-sara'), 'respond.accept', {
      ref: reference,
      aadObjectId: who('fk-eva').aadObjectId,
      reader: 'fk-eva',
      actor: 'cw-maria',
      role: 'coordinator',
      in: 'klaralvdalen',
    });
    expect(answerOf(turn)).toBe(unknown);
    unchanged();
  });
});

describe('a button of an old card', () => {
  it('tells a late colleague who has accepted, and shows how things stand', async () => {
    const other = await asked(who('cw-maria'), { agencies: 'af', question });
    const [row] = bot.rows(
      'select asked from legs join consultations on id = consultation where reference = ?',
      other,
    );
    const [late, first] =
      row?.asked === 'af-omar' ? [who('af-omar'), who('af-lena')] : [who('af-lena'), who('af-omar')];
    await late.waitFor(new RegExp(other));
    const old = cardOf(late, other);
    // The colleague was not the one asked and has no card; the word does the same.
    await first.say(`acceptera ${other}`);
    expect(said(first)).toContain(`accepterat av ${first.name}`);
    await bot.drained();
    before = bot.decided();
    for (const verb of ['respond.accept', 'respond.ask', 'respond.advise']) {
      const turn = await late.press(verb, { text: 'Ett sent svar' }, { card: old });
      expect(read(turn), verb).toMatch(/inget har ändrats/i);
      expect(read(turn), verb).toContain(`accepterat av ${first.name}`);
      if (verb !== 'respond.advise')
        expect(read(turn)).toContain(`Frågan är redan accepterad av ${first.name}.`);
      expect(read(turn)).toContain(`Samråd ${other}`);
    }
    // A client without Action.Execute sends the same press as a message, and is answered with one.
    await late.submit('respond.accept', {}, { card: old });
    expect(said(late)).toContain(`redan accepterad av ${first.name}`);
    unchanged();
    await forge(who('cw-maria'), 'request.withdraw', { ref: other });
  });

  it('is not made stale by another agency’s answer', async () => {
    const other = await asked(who('cw-maria'), { agencies: 'fk,af,psykiatri', question });
    await bot.drained();
    const holders = ['fk-eva', 'fk-lars', 'af-omar', 'af-lena', 'psyk-sara', 'psyk-nils']
      .map(who)
      .filter((one) => one.cards.some((card) => JSON.stringify(card).includes(other)));
    expect(holders).toHaveLength(3);
    const cards = holders.map((one) => cardOf(one, other));
    for (const [index, one] of holders.entries())
      expect(read(await one.press('respond.accept', {}, { card: cards[index]! }))).toContain(
        `accepterat av ${one.name}`,
      );
    await forge(who('cw-maria'), 'request.withdraw', { ref: other });
  });
});

describe('a person of two associations', () => {
  it('is asked which, unless the reference says', async () => {
    // Gun Ask observes in one and coordinates in the other, by the same identity.
    const gun = who('ob-gun');
    await gun.say('status');
    expect(said(gun)).toContain('Du är med i flera samordningsförbund');
    expect(actionsOf(gun.lastCard!).map(({ action }) => action.title)).toEqual([
      'Klarälvdalens samordningsförbund',
      'Skärgårdens samordningsförbund',
    ]);
    expect(read(await gun.press('Skärgårdens samordningsförbund'))).toContain('Läget i Skärgårdens');
    await gun.say(`visa ${reference}`);
    expect(said(gun)).toBe(unknown);
    unchanged();
  });
});

it('has drawn nothing Teams would refuse, and no fault of its own', () => {
  expect(bot.teams.lint).toEqual([]);
  expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
  expect(bot.stderr).toBe('');
});
