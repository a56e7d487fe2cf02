import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Relation } from '../../src/domain/access.ts';
import type { Role } from '../../src/domain/codes.ts';
import { transitions, type Verb } from '../../src/domain/transitions.ts';
import { features } from '../../src/features/index.ts';
import { type Action, textInputsOf } from '../../src/features/turn.ts';
import { words } from '../../src/texts/words.ts';
import { actionsOf } from '../support/fakeCards.ts';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, cardOf, forge, monday, outcome, pressOn, read, required } from './steps.ts';

/** From Skatteverket's published test series: nobody's. */
const number = '850614-9882';
/** Stands beside the number in every planted text; whatever is kept of it would be kept of the number. */
const canary = 'qvzkanarie';

const registry: readonly [verb: string, action: Action][] = features.flatMap(({ actions }) =>
  Object.entries(actions),
);
const texts = registry.flatMap(([verb, action]) =>
  textInputsOf(action).map((input) => [verb, input, action] as const),
);
/** Whatever else a press may carry, free text or not. */
const others = registry.flatMap(([verb, action]) =>
  Object.keys(action.inputs.shape)
    .filter((input) => !textInputsOf(action).includes(input))
    .map((input) => [verb, input, action] as const),
);

let bot: RunningBot;
let people: Record<string, Person>;
let reference: string;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeAll(async () => {
  bot = await startBot({ now: monday });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
  reference = await asked(who('cw-maria'), { agencies: 'fk,af' });
  await pressOn(who('fk-eva'), reference, 'respond.accept');
  await bot.drained();
}, 60_000);
afterAll(() => bot.stop());

/** Someone for whom the verb is theirs to press in the consultation that stands. */
function presserOf(verb: string, { roles }: Action): Person {
  const byRelation: Partial<Record<Relation, string>> = {
    owner: 'cw-maria',
    coordinator: 'co-karin',
    candidate: 'af-omar',
    seat: 'fk-eva',
  };
  const byRole: Record<Role, string> = {
    caseworker: 'cw-maria',
    member: 'af-omar',
    coordinator: 'co-karin',
    observer: 'ob-per',
  };
  const relation = transitions[verb as Verb]?.who.find((one) => byRelation[one]);
  return who(relation ? byRelation[relation]! : byRole[roles?.[0] ?? 'caseworker']);
}

/** Inputs under which the verb would go through, but for what is planted. */
const good: Record<string, unknown> = {
  ...required,
  ...outcome,
  text: 'Ett vanligt svar',
  reason: 'Ett vanligt skäl',
  to: 'af-lena',
  agency: 'primarvard',
  slot: '1',
  present: 'kommun',
  progress: 'work',
  cooperation: 'yes',
  answered: 'yes',
};

/** Nothing of what was planted is in the files, the log, or any message to anybody. */
function expectNothingKept(planted: readonly string[] = [canary, number, number.replace('-', '')]): void {
  const sent = JSON.stringify(bot.teams.requests.map(({ body }) => body));
  for (const piece of planted) {
    expect(bot.bytes().includes(piece), `${piece} in the database`).toBe(false);
    expect(bot.stdout, 'the log').not.toContain(piece);
    expect(bot.stderr, 'the log').not.toContain(piece);
    expect(sent.includes(piece), `${piece} in a message`).toBe(false);
  }
}

/**
 * Inputs that are ids, versions and days: compared with what is known and never kept as they came, which the walk below
 * proves for each of them in each verb.
 */
const known: ReadonlySet<string> = new Set(
  'ref legs agency agencies function to people responsible municipality present period rows in suggest person backup id from refs'.split(
    ' ',
  ),
);

it('knows its inputs: a string without a list, a pattern or a marking is one of the ids, or this fails', () => {
  const open = registry.flatMap(([verb, { inputs }]) =>
    Object.entries(inputs.shape as Record<string, z.ZodType>)
      .filter(([, schema]) => schema.meta()?.freeText === undefined && takesAnyWriting(schema))
      .filter(([input]) => !known.has(input))
      .map(([input]) => `${verb} ${input}`),
  );
  expect(open).toEqual([]);
  expect(texts.length).toBeGreaterThan(15);
});

it('would fail for a new input that takes what somebody writes, however short, and is not marked', () => {
  expect(takesAnyWriting(z.string())).toBe(true);
  expect(takesAnyWriting(z.string().max(12).optional())).toBe(true);
  expect(takesAnyWriting(z.string().transform((text) => text.split(',')))).toBe(true);
  expect(takesAnyWriting(z.string().regex(/^[a-z]{2,8}$/))).toBe(false);
  expect(takesAnyWriting(z.enum(['yes', 'no']))).toBe(false);
});

/** Writing of every length: whatever a schema lets through of it, a person could use to say who someone is. */
const writings = [
  'Hon bor granne med kyrkan och söker arbete',
  'en sak, en annan sak, en tredje sak',
  'Kim Ek',
  'Åsa!',
  number,
  number.replace('-', ''),
  '070-1740612',
  'f. 1/3 -85',
];
const takesAnyWriting = (schema: z.ZodType): boolean =>
  writings.some((text) => {
    const parsed = schema.safeParse(text);
    const kept = parsed.success ? JSON.stringify(parsed.data) : '';
    return [text, ...text.split(', ')].some((piece) => kept.includes(piece));
  });

describe('a personnummer in a free text', () => {
  it.each(texts.map(([verb, input]) => `${verb} ${input}`))(
    'is refused and kept nowhere: %s',
    async (name) => {
      const [verb, input, action] = texts.find(([one, other]) => `${one} ${other}` === name)!;
      const person = presserOf(verb, action);
      const before = bot.decided();
      const lines = bot.log.length;
      for (const planted of [
        `Personen ${number} ${canary}`,
        `${canary} 19850614 9882`,
        `${canary} 8 5 0 6 1 4 9 8 8 2`,
        `${canary} åtta fem noll sex ett fyra nio åtta åtta två`,
      ]) {
        const turn = await forge(person, verb, { ref: reference, ...good, [input]: planted });
        const answer = answerOf(turn);
        // Its form comes back saying which kind; where there is no form to come back to now, the writer hears that.
        expect(answer).toMatch(
          /personnummer|födelsedatum|telefonnummer|peka ut någon|går inte nu|har redan|är redan/,
        );
        expect(JSON.stringify(turn.body)).not.toMatch(/850614|9882/);
        expect(JSON.stringify(turn.body)).not.toContain('åtta fem noll');
        // There is no way around a block.
        expect(JSON.stringify(turn.body)).not.toContain('guard.keep');
        const forced = await forge(person, 'guard.keep', {
          ref: reference,
          ...good,
          [input]: planted,
          next: verb,
        });
        expect(JSON.stringify(forced.body)).not.toMatch(/850614|9882/);
      }
      expect(bot.decided()).toEqual(before);
      await expect
        .poll(
          () =>
            bot.log.slice(lines).filter((line) => line.event === 'guard.stopped' && line.verb === verb)
              .length,
        )
        .toBe(8);
      expectNothingKept();
    },
  );

  it('is found when it is split over two fields', async () => {
    const before = bot.decided();
    const turn = await forge(who('cw-maria'), 'request.preview', {
      ...required,
      question: `${canary} gäller 850614`,
      background: '9882 är numret',
    });
    expect(answerOf(turn)).toContain('Uppgiften är delad över två fält');
    expect(bot.decided()).toEqual(before);
    expectNothingKept();
  });

  it('leaves no trace in any other input of any verb either', async () => {
    for (const [verb, input, action] of others) {
      if (verb === 'request.withdraw') continue;
      await forge(presserOf(verb, action), verb, { ref: reference, ...good, [input]: number });
      await forge(presserOf(verb, action), verb, {
        ref: reference,
        ...good,
        unheardOf: number,
        [number]: canary,
      });
    }
    await bot.drained();
    expectNothingKept();
  }, 60_000);
});

describe('every word that can be typed', () => {
  const spoken = [...new Set(Object.values(words).flatMap(({ sv, en }) => [sv, en]))];

  it('is stopped when a number, or a name, stands behind it, and nothing of it is kept', async () => {
    const omar = who('af-omar');
    const before = bot.decided();
    expect(spoken.length).toBeGreaterThan(20);
    for (const word of spoken)
      for (const planted of [
        `${word} ${canary} ${number}`,
        `${word} ${reference} Kerstin Dahlqvist ${canary}`,
      ]) {
        await omar.say(planted);
        expect(omar.lastText, planted).toContain('Inget har sparats och inget har gjorts');
      }
    expect(bot.decided()).toEqual(before);
    expectNothingKept();
  }, 60_000);

  it('has a saying, and every saying leads to an action whose inputs are walked here', () => {
    const verbs = new Set(registry.map(([verb]) => verb));
    const turn = undefined as never;
    for (const { word, read: parse } of features.flatMap(({ sayings = [] }) => sayings)) {
      expect(Object.keys(words)).toContain(word);
      for (const rest of [[], [reference]]) {
        let said: { action: string } | undefined;
        try {
          said = parse(rest, turn);
        } catch {
          // This saying looks at who speaks; it is said aloud above.
          continue;
        }
        if (said) expect(verbs, word).toContain(said.action);
      }
    }
  });
});

describe('what the guard asks about', () => {
  const name = 'Kerstin Dahlqvist';
  let own: string;
  let member: Person;
  const clarifications = () => {
    const [row] = bot.rows('select doc from consultations where reference = ?', own);
    const doc = JSON.parse(String(row?.doc)) as { legs: { clarifications: { text: string }[] }[] };
    return doc.legs[0]!.clarifications.map(({ text }) => text);
  };
  const stopped = async (verb: string, text: string) => {
    const turn = await pressOn(member, own, verb, { text });
    const buttons = actionsOf(turn.card!).map(({ action }) => action.verb);
    return { text: read(turn), buttons, card: turn.card! };
  };

  it('is kept when the writer says it is not a person, and that is logged without the text', async () => {
    own = await asked(who('cw-maria'), { agencies: 'fk' });
    await bot.drained();
    const fk = [who('fk-eva'), who('fk-lars')];
    member =
      fk.find(({ texts: seen }) => seen.some((text) => text.includes(own))) ?? expect.fail('nobody asked');
    expect(actionsOf(cardOf(member, own)).map(({ action }) => action.verb)).toContain('respond.ask');
    const back = await stopped('respond.ask', `Har ${name} sökt ersättning?`);
    expect(back.text).toContain('ett personnamn');
    expect(back.buttons).toEqual(expect.arrayContaining(['guard.mask', 'guard.keep', 'respond.ask']));
    expect(clarifications()).toEqual([]);
    const kept = await member.press('guard.keep', {}, { card: back.card });
    expect(read(kept)).toContain('väntar på svar från handläggaren');
    expect(clarifications()).toEqual([`Har ${name} sökt ersättning?`]);
    expect(bot.log).toContainEqual(
      expect.objectContaining({ event: 'guard.kept', verb: 'respond.ask', types: 'person' }),
    );
    const [noted] = bot.rows("select consultation, detail from records where verb = 'guard-kept'");
    expect(JSON.parse(String(noted?.detail))).toEqual({ verb: 'respond.ask', types: ['person'] });
    const [asking] = bot.rows('select id from consultations where reference = ?', own);
    expect(noted?.consultation).toBe(asking?.id);
    expect(bot.stdout).not.toContain('Kerstin');
    expect(JSON.stringify(bot.teams.requests.map(({ body }) => body))).not.toContain('Kerstin');
  });

  it('is masked when the writer takes the masked text, and the verb carries on', async () => {
    await pressOn(who('cw-maria'), own, 'consultation.show');
    const turn = await pressOn(who('cw-maria'), own, 'clarify.answer', {
      agency: 'fk',
      text: `Ja, ${name} sökte i våras`,
    });
    expect(read(turn)).toContain('ett personnamn');
    await who('cw-maria').press('guard.mask', {}, { card: turn.card! });
    const [row] = bot.rows('select doc from consultations where reference = ?', own);
    expect(String(row?.doc)).toContain('sökte i våras');
    expect(String(row?.doc)).not.toContain(`Ja, ${name}`);
    await bot.drained();
  });

  it('offers only the masked text of what is blocked, and keeps that', async () => {
    const form = await forge(who('cw-maria'), 'request.preview', {
      ...required,
      form: randomUUID(),
      question: `Gäller ${number} och arbetsträning, ${canary}`,
    });
    const card = (form.body as { value: Record<string, unknown> }).value;
    const verbs = actionsOf(card).map(({ action }) => action.verb);
    expect(verbs).toContain('guard.mask');
    expect(verbs).not.toContain('guard.keep');
    const mask = actionsOf(card).find(({ action }) => action.verb === 'guard.mask')!;
    const question = /"id":"question"[^}]*"value":"([^"]*)"/.exec(JSON.stringify(card))?.[1] ?? '';
    expect(question).toContain('arbetsträning');
    const draft = await forge(who('cw-maria'), 'guard.mask', {
      ...required,
      ...(mask.action.data as Record<string, unknown>),
      question,
    });
    const drafted = /K-[0-9A-Z]{5}-[0-9A-Z]/.exec(answerOf(draft))?.[0];
    const [row] = bot.rows('select doc from consultations where reference = ?', drafted);
    expect(String(row?.doc)).toContain(canary);
    expect(bot.bytes()).not.toMatch(/850614-?9882/);
    await forge(who('cw-maria'), 'request.withdraw', { ref: drafted });
  });
});

describe('a chat message with a finding', () => {
  it.each([
    `acceptera ${number}`,
    `råd K-22222-8 Klienten heter Kerstin Dahlqvist`,
    `Klienten ${number} vill arbeta`,
    'Ring henne på 070-174 06 05',
    'mina kerstin.dahlqvist@example.com',
  ])('is not obeyed, not echoed and not kept: %s', async (line) => {
    const omar = who('af-omar');
    const before = bot.decided();
    for (const spoken of [() => omar.say(line), () => omar.edit(line)]) {
      const seen = omar.texts.length;
      await spoken();
      expect(omar.texts.length).toBe(seen + 1);
      expect(omar.lastText).toBe(
        'Meddelandet innehåller uppgifter som kan peka ut någon. Ta bort ditt meddelande i chatten – jag kan inte göra det åt dig. Inget har sparats och inget har gjorts.',
      );
    }
    expect(bot.decided()).toEqual(before);
    expectNothingKept([number, '070-174', 'kerstin.dahlqvist']);
  });

  it('is stopped in a word about a consultation that is there to be answered', async () => {
    const before = bot.decided();
    await who('af-omar').say(`avböj ${reference} ${number}`);
    await who('af-omar').say(`acceptera ${reference} för Kerstin Dahlqvist`);
    expect(who('af-omar').lastText).toContain('Inget har sparats och inget har gjorts');
    expect(bot.decided()).toEqual(before);
  });

  it('says that files are not taken', async () => {
    const before = bot.decided();
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'akt.pdf' };
    await who('af-omar').say(`acceptera ${reference}`, { activity: { attachments: [file] } });
    expect(who('af-omar').lastText).toContain('Jag tar inte emot filer');
    expect(bot.decided()).toEqual(before);
  });
});

describe('the four gates', () => {
  const counts = () =>
    ['consultations', 'records', 'outbox', 'timers', 'inbox', 'spent_references', 'legs', 'cards'].map(
      (table) => [table, bot.rows(`select count(*) as n from ${table}`)[0]?.n],
    );

  it.each([
    [
      'acute',
      'true',
      'Ring 112, Psykiatrisk akutmottagning 054-61 50 00 eller 1177. Samråd läses inte dygnet runt.',
    ],
    ['protectedIdentity', 'true', 'Använd er manuella rutin'],
    [
      'childConcern',
      'true',
      'Gör orosanmälan genast enligt er rutin. Samråd om förälderns rehabilitering kan du skicka sedan, utan uppgifter om barnet.',
    ],
    ['basis', 'consent', 'SIP eller avstämningsmöte'],
  ])('%s stops and stores nothing at all', async (gate, value, sentence) => {
    const fields = { ...required, [gate]: value, question: `Gäller ${canary} ${number}` };
    await who('cw-maria').say('ny');
    const before = counts();
    const pressed = await who('cw-maria').press('request.preview', fields);
    expect(read(pressed)).toContain(sentence);
    expect(read(pressed)).not.toContain(canary);
    for (const verb of ['guard.keep', 'guard.mask'])
      expect(answerOf(await forge(who('cw-maria'), verb, { ...fields, next: 'request.preview' }))).toContain(
        sentence,
      );
    expect(answerOf(await forge(who('cw-maria'), 'request.edit', { ...fields, ref: reference }))).toContain(
      sentence,
    );
    expect(counts()).toEqual(before);
    expect(bot.bytes()).not.toMatch(/850614-?9882/);
  });
});

it('has drawn nothing Teams would refuse, and no fault of its own', () => {
  expect(bot.teams.lint).toEqual([]);
  expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
  expect(bot.stderr).toBe('');
});
