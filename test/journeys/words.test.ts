import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf } from '../support/fakeCards.ts';
import { cardText, type Person } from '../support/fakeTeams.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, cardOf, forge, outcome, read } from './steps.ts';

type How = 'button' | 'sv' | 'en';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeAll(async () => {
  const association = example('klaralvdalen');
  // A second caseworker in the municipality, so that there is somebody to hand over to.
  const johan = association.people.find(({ id }) => id === 'cw-johan')!;
  johan.municipalities = ['hagfors', 'munkfors', 'forshaga'];
  bot = await startBot({ associations: [association], mode: 'local', now: '2026-09-07T09:00' });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

type Doc = {
  is: string;
  owner: string;
  roundOfCase: number;
  endedBecause?: string;
  request: { question: string; additions: { text: string }[] };
  legs: {
    agency: string;
    is: string;
    holder?: string;
    required: boolean;
    asked?: string;
    routing?: { chosen: string };
    declines: { by: string; reason: string; text: string }[];
    clarifications: { text: string; answer?: { text: string } }[];
    advice: { by: string; text: string }[];
  }[];
  times?: { kind: string; votes: unknown };
  meeting?: { start: string; participants: Record<string, string>; present?: string[] };
  calendar?: { sequence: number };
  outcomes: Record<string, unknown>[];
  followUps: Record<string, unknown>[];
};

const docOf = (reference: string): Doc =>
  JSON.parse(String(bot.rows('select doc from consultations where reference = ?', reference)[0]?.doc)) as Doc;

/** What a step changed, without what differs from one consultation to the next: ids, times, who was drawn by routing. */
function kept(reference: string) {
  const { is, owner, roundOfCase, endedBecause, request, legs, times, meeting, calendar, ...rest } =
    docOf(reference);
  return {
    is,
    owner,
    roundOfCase,
    endedBecause,
    question: request.question,
    additions: request.additions.map(({ text }) => text),
    legs: legs.map(({ agency, is: state, holder, required, routing, asked: to, ...leg }) => ({
      agency,
      forwarded: routing?.chosen === 'forwarded' ? to : undefined,
      is: state,
      holder,
      required,
      declines: leg.declines.map(({ by, reason, text }) => ({ by, reason, text })),
      clarifications: leg.clarifications.map(({ text, answer }) => [text, answer?.text]),
      advice: leg.advice.map(({ by, text }) => ({ by, text })),
    })),
    times: times && { kind: times.kind, votes: times.votes },
    participants: meeting?.participants,
    present: meeting?.present,
    sequence: calendar?.sequence,
    outcomes: rest.outcomes.map(({ at: _at, ...one }) => one),
    followUps: rest.followUps.map(({ at: _at, ...one }) => one),
  };
}

/** Presses a verb where it stands: on the consultation's own card, or behind "more choices" as a form. */
async function press(person: Person, reference: string, verb: string, inputs: Record<string, unknown>) {
  await person.say(`visa ${reference}`);
  const shown = cardOf(person, reference);
  const offered = (card: typeof shown, name: string) =>
    actionsOf(card).some(({ action }) => action.verb === name);
  if (offered(shown, verb)) return person.press(verb, inputs, { card: shown });
  const more = (await person.press('consultation.more', {}, { card: shown })).card!;
  if (offered(more, verb)) return person.press(verb, inputs, { card: more });
  expect(JSON.stringify(more)).toContain(`"form":"${verb}"`);
  const form = (await person.press('consultation.form', {}, { card: more, data: { form: verb } })).card!;
  return person.press(verb, inputs, { card: form });
}

/** One thing to do: by its button, or by its word, which either does it at once or opens the form with the same button. */
type Deed = {
  by: string;
  verb: string;
  sv: string;
  en: string;
  /** What is filled in, by button always, after a word only where it opens the form. */
  inputs?: Record<string, unknown>;
  opens?: boolean;
  /** What stands on the button itself instead of being filled in. */
  button?: string;
};

async function act(how: How, reference: string, deed: Deed): Promise<void> {
  const person = who(deed.by);
  if (how === 'button') {
    await press(person, reference, deed.button ?? deed.verb, deed.inputs ?? {});
    return;
  }
  const [word, ...rest] = (how === 'sv' ? deed.sv : deed.en).split(' ');
  await person.say([word, reference, ...rest].join(' '));
  if (deed.opens) await person.press(deed.verb, deed.inputs, { card: person.lastCard! });
}

const text = (said: string) => ({ text: said });

/** The way from an answer to a withdrawal, past everything that can be done on it. */
const story: (Deed & { clock?: true })[] = [
  {
    by: 'fk-eva',
    verb: 'respond.ask',
    sv: 'fråga',
    en: 'ask',
    inputs: text('Hur länge har det pågått?'),
    opens: true,
  },
  {
    by: 'cw-maria',
    verb: 'clarify.answer',
    sv: 'svara',
    en: 'answer',
    inputs: { agency: 'fk', ...text('Sedan i våras ungefär') },
    opens: true,
  },
  { by: 'fk-eva', verb: 'respond.accept', sv: 'acceptera', en: 'accept' },
  {
    by: 'af-omar',
    verb: 'respond.forward',
    sv: 'vidare lena björk',
    en: 'forward af-lena',
    inputs: { to: 'af-lena' },
  },
  {
    by: 'af-lena',
    verb: 'respond.advise',
    sv: 'råd',
    en: 'advise',
    inputs: text('Börja med en kartläggning'),
    opens: true,
  },
  {
    by: 'cw-maria',
    verb: 'request.add',
    sv: 'komplettera',
    en: 'add',
    inputs: text('Intyget är förnyat'),
    opens: true,
  },
  {
    by: 'psyk-sara',
    verb: 'respond.decline',
    sv: 'avböj tidsbrist',
    en: 'decline no-time',
    inputs: { reason: 'no-time' },
  },
  {
    by: 'cw-maria',
    verb: 'leg.add',
    sv: 'bjud-in primarvard',
    en: 'invite primarvard',
    inputs: { agency: 'primarvard' },
  },
  { by: 'psyk-nils', verb: 'respond.accept', sv: 'acceptera', en: 'accept' },
  { by: 'fk-eva', verb: 'schedule.book', sv: 'boka 2', en: 'book 2', inputs: { slot: 'slot-2' } },
  {
    by: 'cw-maria',
    verb: 'schedule.move',
    sv: 'flytta',
    en: 'move',
    inputs: { reason: 'krockar' },
    opens: true,
  },
  {
    by: 'cw-maria',
    verb: 'schedule.cancel',
    sv: 'avboka',
    en: 'unbook',
    inputs: { reason: 'väntar' },
    opens: true,
  },
  { by: 'cw-maria', verb: 'schedule.suggest', sv: 'boka', en: 'book' },
  { by: 'cw-maria', verb: 'schedule.book', sv: 'boka 1', en: 'book 1', inputs: { slot: 'slot-1' } },
  {
    by: 'cw-maria',
    verb: 'meeting.held',
    sv: 'hållet kommun fk',
    en: 'held kommun Försäkringskassan',
    inputs: { present: 'kommun,fk' },
    clock: true,
  },
  { by: 'fk-eva', verb: 'outcome.record', sv: 'utfall', en: 'outcome', inputs: outcome, opens: true },
  {
    by: 'cw-maria',
    verb: 'followup.record',
    sv: 'uppföljning',
    en: 'followup',
    inputs: { progress: 'studies', cooperation: 'partly', answered: 'yes', planOffered: 'true' },
    opens: true,
  },
  {
    by: 'cw-maria',
    verb: 'consultation.reopen',
    sv: 'återöppna',
    en: 'reopen',
    inputs: { reason: 'nytt läge' },
    opens: true,
  },
  {
    by: 'cw-maria',
    verb: 'request.edit',
    sv: 'ändra',
    en: 'edit',
    inputs: { question: 'Vad gäller efter det nya intyget?' },
    opens: true,
  },
  {
    by: 'cw-maria',
    verb: 'consultation.handover',
    sv: 'överlåt Johan Nyström',
    en: 'handover cw-johan',
    inputs: { to: 'cw-johan' },
  },
  {
    by: 'cw-johan',
    verb: 'request.withdraw',
    sv: 'återkalla',
    en: 'withdraw',
    inputs: { reason: 'löst på annat sätt' },
    opens: true,
  },
];

async function tell(how: How): Promise<ReturnType<typeof kept>[]> {
  const reference = await asked(who('cw-maria'));
  const snapshots = [];
  for (const deed of story) {
    if (deed.clock) {
      const after = new Date(Date.parse(docOf(reference).meeting!.start) + 30 * 60_000);
      const wall = after.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);
      await who('co-karin').say(`klocka ${wall}`);
    }
    const before = JSON.stringify(kept(reference));
    await act(how, reference, deed);
    const now = kept(reference);
    expect(JSON.stringify(now), `${how} ${deed.verb} changed nothing`).not.toBe(before);
    snapshots.push(now);
  }
  return snapshots;
}

describe('every word', () => {
  it('does what its button does, in Swedish and in English', async () => {
    const pressed = await tell('button');
    expect(pressed.at(-1)).toMatchObject({ is: 'withdrawn', owner: 'cw-johan', roundOfCase: 2 });
    expect(await tell('sv')).toEqual(pressed);
    expect(await tell('en')).toEqual(pressed);
    await bot.drained();
  }, 60_000);

  it('votes as the form does', async () => {
    const votes = [];
    for (const how of ['button', 'sv', 'en'] as const) {
      const reference = await asked(who('cw-maria'), { agencies: 'primarvard' });
      await who('pv-anna').say(`acceptera ${reference}`);
      await act(how, reference, {
        by: 'cw-maria',
        verb: 'schedule.vote',
        sv: 'rösta ja nej om',
        en: 'vote yes NO maybe',
        inputs: { 'slot-1': 'yes', 'slot-2': 'no', 'slot-3': 'maybe' },
      });
      votes.push(docOf(reference).times?.votes);
      await forge(who('cw-maria'), 'request.withdraw', { ref: reference });
    }
    const mine = { 'cw-maria': { 'slot-1': 'yes', 'slot-2': 'no', 'slot-3': 'maybe' } };
    expect(votes).toEqual([mine, mine, mine]);
  });

  it('shows what its button shows', async () => {
    const maria = who('cw-maria');
    const pairs = [
      ['help.show', 'hjälp', 'help'],
      ['request.open', 'ny', 'new'],
      ['mine.show', 'mina', 'mine'],
      ['status.show', 'status', 'status'],
      ['remit.show', 'uppdrag', 'remit'],
    ] as const;
    for (const [verb, sv, en] of pairs) {
      const turn = await forge(maria, verb, {});
      const shown = cardText((turn.body as { value: unknown }).value);
      expect(shown.length, verb).toBeGreaterThan(20);
      for (const word of [sv, en, sv.toUpperCase(), ` ${en}. `]) {
        await maria.say(word);
        expect(maria.lastText, word).toBe(shown);
      }
    }
    await maria.say('uppdrag Försäkringskassan');
    expect(maria.lastText).toContain('även för den som saknar SGI');
    expect(maria.lastText).not.toContain('Bedömning och behandling');
    await maria.say('status munkfors fk 2026-Q3');
    expect(maria.lastText).toContain('Urval: Munkfors, Försäkringskassan, 2026-07-01 – 2026-09-30');
    await maria.say('språk en');
    expect(maria.lastText).toContain('I will answer in English');
    await maria.say('language sv');
    expect(maria.lastText).toContain('Jag svarar på svenska');
  });

  it('takes every decline code in both languages', async () => {
    const codes = [
      ['fel-uppdrag', 'wrong-remit'],
      ['fel-område', 'wrong-area'],
      ['tidsbrist', 'no-time'],
      ['jäv', 'conflict'],
      ['igenkänd', 'recognised'],
      ['annat', 'other'],
    ] as const;
    const [maria, eva] = [who('cw-maria'), who('fk-eva')];
    for (const [swedish, code] of codes)
      for (const said of [
        `avböj REF ${swedish}`,
        `decline REF ${code}`,
        `AVBÖJ REF ${swedish.toUpperCase()}`,
      ]) {
        const reference = await asked(maria, { agencies: 'fk' });
        await eva.say(said.replace('REF', reference.toLowerCase().replaceAll('-', '')));
        expect(docOf(reference).legs[0]?.declines, said).toMatchObject([{ by: 'fk-eva', reason: code }]);
        await forge(maria, 'request.withdraw', { ref: reference });
      }
    // More is needed: that is a question, and a question is written in the form.
    const reference = await asked(maria, { agencies: 'fk' });
    for (const said of ['avböj REF mer-underlag', 'decline REF more-needed']) {
      await eva.say(said.replace('REF', reference));
      expect(actionsOf(eva.lastCard!).map(({ action }) => action.verb)).toContain('respond.ask');
      expect(docOf(reference).legs[0]).toMatchObject({ is: 'offered', declines: [] });
    }
    await forge(maria, 'request.withdraw', { ref: reference });
  }, 60_000);
});

describe('without a reference', () => {
  it('means the only open one, else asks which', async () => {
    const [maria, eva] = [who('cw-maria'), who('fk-eva')];
    await eva.say('acceptera');
    expect(eva.lastText).toBe('Det finns inget öppet samråd där du kan göra det just nu.');
    const one = await asked(maria, { agencies: 'fk' });
    await eva.say('acceptera');
    expect(docOf(one).legs[0]).toMatchObject({ is: 'accepted', holder: 'fk-eva' });

    const two = [await asked(maria, { agencies: 'fk' }), await asked(maria, { agencies: 'fk' })];
    await eva.say('accept');
    expect(eva.lastText).toContain('Vilket samråd gäller det?');
    for (const reference of two) expect(docOf(reference).legs[0]?.is).toBe('offered');
    const choice = eva.lastCard!;
    expect(actionsOf(choice).map(({ action }) => action.title)).toEqual(expect.arrayContaining(two));
    expect(read(await eva.press(two[1]!, {}, { card: choice }))).toContain('accepterat av Eva Dahl');
    expect(two.map((reference) => docOf(reference).legs[0]?.is)).toEqual(['offered', 'accepted']);
    for (const reference of [one, ...two]) await forge(maria, 'request.withdraw', { ref: reference });
  });
});

describe('what is no command', () => {
  it.each(['vafalls', 'visq', 'acceptera nästa vecka kanske', 'boka tolv', 'tyst ibland'])(
    'gives the three nearest as buttons: %s',
    async (line) => {
      const maria = who('cw-maria');
      const before = bot.decided();
      await maria.say(line);
      expect(maria.lastText).toContain('Det förstod jag inte');
      expect(actionsOf(maria.lastCard!)).toHaveLength(3);
      expect(bot.decided()).toEqual(before);
    },
  );

  it('puts the word that was nearly written first', async () => {
    const maria = who('cw-maria');
    await maria.say('statys');
    expect(actionsOf(maria.lastCard!)[0]?.action.verb).toBe('status.show');
    await maria.press('status', {}, { card: maria.lastCard! });
    expect(maria.lastText).toContain('Dina egna samråd');
  });

  it('is not obeyed when an old message is edited into a command', async () => {
    const maria = who('cw-maria');
    const reference = await asked(maria, { agencies: 'fk' });
    const before = bot.decided();
    await who('fk-eva').edit(`acceptera ${reference}`);
    expect(who('fk-eva').lastText).toContain('Jag läser bara nya meddelanden');
    expect(bot.decided()).toEqual(before);
    await forge(maria, 'request.withdraw', { ref: reference });
  });
});

it('answers a word said in a group in the own chat, and in the group with a neutral line only', async () => {
  const [maria, eva] = [who('cw-maria'), who('fk-eva')];
  const group = bot.teams.groupChat([maria, eva]);
  const reference = await asked(maria, { agencies: 'fk' });
  await maria.in(group).say(`visa ${reference}`);
  expect(maria.lastText).toContain('Vilken väg till rehabilitering');
  expect(maria.in(group).texts).toEqual(['Jag har svarat dig i vår egen chatt.']);
  await eva.in(group).say(`acceptera ${reference}`);
  expect(docOf(reference).legs[0]).toMatchObject({ is: 'accepted', holder: 'fk-eva' });
  expect(eva.in(group).texts.join()).not.toContain(reference);
  await forge(maria, 'request.withdraw', { ref: reference });
  expect(bot.teams.lint).toEqual([]);
});
