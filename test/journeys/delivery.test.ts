import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { verbs } from '../../src/domain/transitions.ts';
import { actionsOf } from '../support/fakeCards.ts';
import { cardText, type Person, type Turn } from '../support/fakeTeams.ts';
import {
  type AssociationFile,
  example,
  type RunningBot,
  type Start,
  startBot,
} from '../support/runningBot.ts';
import {
  answerOf,
  asked,
  cardOf,
  drafted,
  forge,
  monday,
  outcome,
  pressOn,
  read,
  required,
} from './steps.ts';

let bot: RunningBot;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

async function open(how: Start = {}): Promise<void> {
  bot = await startBot({ now: monday, ...how });
  people = bot.cast();
}
/** A bot for one test alone. */
async function start(how: Start = {}): Promise<void> {
  onTestFinished(() => bot.stop());
  await open(how);
}

const changes = (reference: string) =>
  bot.rows(
    "select records.verb, person as actor, records.version from records join consultations on consultations.id = consultation left join actors on actors.id = actor where reference = ? and kind = 'change' order by seq",
    reference,
  );

describe('the same activity again', () => {
  it('changes nothing twice, with the same id or with a new one, whatever the verb', async () => {
    await start({ mode: 'local' });
    await Promise.all(Object.values(people).map((one) => one.install()));
    const [maria, eva, omar, sara] = ['cw-maria', 'fk-eva', 'af-omar', 'psyk-sara'].map(who) as [
      Person,
      Person,
      Person,
      Person,
    ];
    let reference = '';

    /** Sends one press three times: once, again with the same id, and again with a new one, as Teams does. */
    const thrice = async (
      person: Person,
      verb: string,
      more: Record<string, unknown> = {},
    ): Promise<Turn> => {
      const card = actionsOf(cardOf(person, reference), true).find(({ action }) => action.verb === verb);
      const carried = (card?.action.data ?? {}) as Record<string, unknown>;
      const data = { ref: reference, ...carried, ...more };
      const before = changes(reference).length;
      const id = `activity-${verb}-${before}`;
      const first = await forge(person, verb, data, { id });
      const after = bot.decided();
      expect(changes(reference), verb).toHaveLength(before + 1);
      const again = await forge(person, verb, data, { id });
      expect(bot.decided(), `${verb}, same id`).toEqual(after);
      expect(answerOf(again), verb).toContain(reference);
      // Whoever never got the first answer is not told off for pressing an old card.
      expect(answerOf(again), verb).not.toMatch(/gammalt|inget har ändrats|går inte nu|redan|inte ditt/i);
      const anew = await forge(person, verb, data);
      expect(bot.decided(), `${verb}, new id`).toEqual(after);
      expect(answerOf(anew), verb).toContain(reference);
      await bot.drained();
      return first;
    };

    // A draft is kept under its form's own id: the form pressed three times is one draft.
    await maria.say('ny');
    const form = maria.lastCard!;
    for (const id of ['preview', 'preview', 'preview-2'])
      await maria.press('request.preview', required, { card: form, activity: { id } });
    const kept = bot.rows('select reference from consultations');
    expect(kept).toHaveLength(1);
    reference = String(kept[0]?.reference);
    const version = () => Number(bot.rows('select version from consultations')[0]?.version);

    await thrice(maria, 'request.send', { v: version() });
    await thrice(sara, 'respond.ask', { text: 'Vilket intyg finns?' });
    await thrice(maria, 'clarify.answer', { agency: 'psykiatri', text: 'Ett äldre intyg' });
    await thrice(sara, 'respond.forward', { to: 'psyk-nils' });
    await thrice(who('psyk-nils'), 'respond.decline', { reason: 'no-time' });
    await who('co-karin').say(`visa ${reference}`);
    await thrice(who('co-karin'), 'leg.assign', { agency: 'psykiatri', to: 'psyk-sara' });
    await thrice(who('co-karin'), 'consultation.join', { reason: 'Stöd i metoden' });
    await thrice(eva, 'respond.accept');
    await thrice(omar, 'respond.advise', { text: 'Börja med kartläggning' });
    await thrice(maria, 'request.add', { v: 0, text: 'Intyget är förnyat' });
    await thrice(maria, 'leg.add', { agency: 'primarvard' });
    await thrice(maria, 'leg.drop', { agency: 'primarvard' });
    await thrice(sara, 'respond.accept');
    await thrice(eva, 'schedule.book', { slot: 'slot-1' });
    await thrice(maria, 'schedule.move', { reason: 'krockar' });
    await thrice(maria, 'schedule.suggest');
    await thrice(maria, 'schedule.book', { slot: 'slot-2' });
    await thrice(maria, 'schedule.cancel', { reason: 'väntar' });
    await thrice(maria, 'schedule.suggest');
    await thrice(maria, 'schedule.book', { slot: 'slot-1' });
    const meeting = JSON.parse(String(bot.rows('select doc from consultations')[0]?.doc)) as {
      meeting: { start: string };
    };
    const held = new Date(Date.parse(meeting.meeting.start) + 30 * 60_000);
    await who('co-karin').say(
      `klocka ${held.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16)}`,
    );
    await maria.say(`visa ${reference}`);
    await thrice(maria, 'meeting.held', { present: 'kommun,fk,psykiatri' });
    await thrice(eva, 'outcome.record', outcome);
    await thrice(maria, 'outcome.file');
    await thrice(maria, 'followup.record', { progress: 'work', cooperation: 'yes', answered: 'yes' });
    await thrice(maria, 'consultation.reopen', { reason: 'nytt läge' });
    await thrice(who('co-karin'), 'retention.hold', { reason: 'Tvist' });
    await thrice(who('co-karin'), 'retention.release', { reason: 'Tvisten är över' });
    await thrice(maria, 'request.withdraw', { reason: 'löst' });

    // Every verb of the table has been here but the one that only looks, and those of the next test.
    const done = new Set(bot.rows("select verb from records where kind = 'change'").map(({ verb }) => verb));
    const missing = verbs.filter((verb) => !done.has(verb));
    expect(missing).toEqual([
      'request.edit',
      'schedule.add',
      'schedule.vote',
      'consultation.show',
      'consultation.handover',
    ]);
  }, 60_000);

  it('keeps the latest of repeated votes, edits, added times and hand-overs, once', async () => {
    const association = example('klaralvdalen');
    association.people.find(({ id }) => id === 'cw-johan')!.municipalities = ['hagfors'];
    await start({ associations: [association] });
    await Promise.all(Object.values(people).map((one) => one.install()));
    const maria = who('cw-maria');
    const reference = await asked(maria, { agencies: 'primarvard' });
    const edit = { ...required, agencies: 'primarvard', question: 'En bättre fråga?', ref: reference, v: 2 };
    for (const id of ['edit', 'edit', 'edit-2']) await forge(maria, 'request.edit', edit, { id });
    expect(changes(reference).filter(({ verb }) => verb === 'request.edit')).toHaveLength(1);

    await pressOn(who('pv-anna'), reference, 'respond.accept');
    const times = () =>
      (
        JSON.parse(String(bot.rows('select doc from consultations')[0]?.doc)) as {
          times: { version: number; votes: unknown };
        }
      ).times;
    const vote = { ref: reference, 'slot-1': 'no', 'slot-2': 'yes', 'slot-3': 'no' };
    await forge(maria, 'schedule.vote', vote, { id: 'vote' });
    const votes = () => JSON.stringify(times().votes);
    const cast = votes();
    await forge(maria, 'schedule.vote', vote, { id: 'vote' });
    await forge(maria, 'schedule.vote', vote);
    expect(votes()).toBe(cast);

    const more = { ref: reference, v: times().version };
    for (const id of ['more', 'more', 'more-2']) await forge(maria, 'schedule.add', more, { id });
    expect(changes(reference).filter(({ verb }) => verb === 'schedule.add')).toHaveLength(1);
    expect(votes()).toBe(cast);

    for (const id of ['over', 'over', 'over-2'])
      await forge(maria, 'consultation.handover', { ref: reference, to: 'cw-johan' }, { id });
    expect(changes(reference).filter(({ verb }) => verb === 'consultation.handover')).toHaveLength(1);
    expect(bot.rows('select owner from consultations')).toEqual([{ owner: 'cw-johan' }]);
  }, 60_000);
});

describe('several people at once', () => {
  const manyOf = (association: AssociationFile): string[] => {
    const fk = association.functions.find(({ id }) => id === 'fk-samverkan')!;
    for (let number = 1; number <= 6; number += 1) {
      const id = `fk-extra-${number}`;
      association.people.push({
        id,
        name: `Extra Nummer${'abcdef'[number - 1]}`,
        role: 'member',
        agency: 'fk',
        municipalities: ['hagfors'],
        tenantId: association.tenants[0]!,
        aadObjectId: `c0000000-0000-4000-8000-00000000000${number}`,
      });
      fk.people.push(id);
    }
    return fk.people;
  };

  let eight: string[];
  beforeAll(async () => {
    const association = example('klaralvdalen');
    eight = manyOf(association);
    await open({ associations: [association] });
    await who('cw-maria').install();
  }, 60_000);
  afterAll(() => bot.stop());

  it('race for one seat: exactly one of eight wins, and the seven others see who', async () => {
    expect(eight).toHaveLength(8);
    for (let round = 0; round < 4; round += 1) {
      const reference = await asked(who('cw-maria'), { agencies: 'fk' });
      const turns = await Promise.all(
        eight.map((id) => forge(who(id), 'respond.accept', { ref: reference, v: 2 })),
      );
      const [leg] = bot.rows("select holder from legs where agency = 'fk' order by rowid desc limit 1");
      const winner = who(String(leg?.holder));
      expect(changes(reference).filter(({ verb }) => verb === 'respond.accept')).toHaveLength(1);
      for (const [index, turn] of turns.entries()) {
        const text = answerOf(turn);
        expect(text).toContain(`accepterat av ${winner.name}`);
        if (who(eight[index]!) === winner) expect(text).not.toContain('Inget har ändrats');
        else expect(text).toContain(`Frågan är redan accepterad av ${winner.name}. Inget har ändrats.`);
      }
      await forge(who('cw-maria'), 'request.withdraw', { ref: reference });
    }
  }, 60_000);

  it('are each answered once for a word that is delivered thrice', async () => {
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    const eva = who('fk-eva');
    for (let again = 0; again < 3; again += 1) {
      await eva.say(`acceptera ${reference}`, { activity: { id: 'one-and-the-same' } });
      expect(eva.lastText).toContain('accepterat av Eva Dahl');
    }
    expect(changes(reference).filter(({ verb }) => verb === 'respond.accept')).toHaveLength(1);
  });

  it('share a group, where one person’s answer never replaces a card for everybody', async () => {
    const [maria, eva] = [who('cw-maria'), who('fk-eva')];
    const reference = await asked(maria, { agencies: 'fk' });
    const group = bot.teams.groupChat([maria, eva, who('psyk-sara')]);
    const before = bot.teams.requests.length;
    // A press arriving from a shared place is answered in the answer to the press, which only the presser sees.
    const answer = await eva.in(group).invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: 'consultation.show', data: { ref: reference } },
    });
    expect(cardText((answer.body as { value: unknown }).value)).toContain(required.question);
    const accepted = await eva.in(group).invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: 'respond.accept', data: { ref: reference } },
    });
    expect(cardText((accepted.body as { value: unknown }).value)).toContain('accepterat av Eva Dahl');
    await bot.drained();
    expect(group.messages.filter(({ from }) => from === 'bot')).toEqual([]);
    const into = bot.teams.requests.slice(before).filter(({ path }) => path.includes(group.id));
    expect(into).toEqual([]);
    expect(read(await pressOn(maria, reference, 'consultation.show'))).toContain('accepterat av Eva Dahl');
    expect(bot.teams.lint).toEqual([]);
  });
});

describe('a faulty connector', () => {
  /** Everybody who must hear of a sent request has heard. */
  const offered = async (reference: string, ms = 40_000) => {
    const names = ['fk-eva', 'fk-lars', 'af-omar', 'af-lena', 'psyk-sara', 'psyk-nils'];
    await expect
      .poll(() => names.filter((id) => who(id).texts.some((text) => text.includes(reference))).length, {
        timeout: ms,
      })
      .toBe(3);
  };

  it('is waited for as long as it asks, and no longer delays anybody else', async () => {
    await start();
    await who('cw-maria').install();
    const draft = await drafted(who('cw-maria'));
    bot.teams.fault({ op: 'create', status: 429, retryAfter: 2 });
    const began = Date.now();
    await who('cw-maria').press('request.send');
    await offered(draft);
    expect(Date.now() - began).toBeGreaterThan(1800);
    await bot.drained();
    expect(bot.rows("select * from outbox where state <> 'sent'")).toEqual([]);
  }, 60_000);

  it.each([
    ['a chat that could not be opened at first', { op: 'open', status: 502, times: 3 }],
    ['one asked for patience when opening a chat', { op: 'open', status: 429, retryAfter: 1, times: 2 }],
    ['a connection refused at first', { op: 'open', reset: true, times: 2 }],
    ['no token at first', { op: 'token', status: 503, times: 1 }],
  ] as const)(
    'loses nothing: %s',
    async (_name, fault) => {
      await start();
      // With no token yet, even the answers to words are left to the outbox.
      const maria = who('cw-maria');
      bot.teams.fault({ ...fault });
      await maria.install();
      const reference = await asked(maria);
      await offered(reference);
      await bot.drained();
      expect(bot.rows("select * from outbox where state <> 'sent'")).toEqual([]);
    },
    60_000,
  );

  it('tries once more after an answer that was lost, and never shows "one more" for it', async () => {
    await start();
    await who('cw-maria').install();
    const draft = await drafted(who('cw-maria'));
    bot.teams.fault({ op: 'create', status: 502, deliver: true });
    await who('cw-maria').press('request.send');
    await offered(draft);
    // The message has arrived, but that the bot cannot know: it tries once more, though not within seconds.
    const waiting = () => bot.rows("select attempts, run_at, token from outbox where state = 'pending'");
    await expect
      .poll(waiting, { timeout: 30_000 })
      .toEqual([{ attempts: 1, run_at: expect.any(String), token: null }]);
    expect(Date.parse(String(waiting()[0]?.run_at)) - Date.now()).toBeGreaterThan(30_000);
    const offers = bot.teams.requests.filter(
      ({ op, body }) => op === 'create' && JSON.stringify(body).includes(draft),
    );
    expect(offers).toHaveLength(3);
  }, 60_000);

  it('tells the coordinator within a minute when one person cannot be reached, and the others are not touched by it', async () => {
    await start();
    for (const id of ['cw-maria', 'co-karin', 'fk-eva', 'psyk-sara', 'psyk-nils', 'fk-lars'])
      await who(id).install();
    for (const id of ['af-omar', 'af-lena']) who(id).place.bot = false;
    const began = Date.now();
    const reference = await asked(who('cw-maria'));
    await who('co-karin').waitFor(/Meddelandet till Arbetsförmedlingen kom inte fram/, 50_000);
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(who('co-karin').texts.join()).toContain(reference);
    expect(who('co-karin').texts.join()).not.toContain(required.question);
    await expect.poll(() => who('fk-eva').texts.concat(who('fk-lars').texts).join()).toContain(reference);
    await who('co-karin').say('status');
    expect(who('co-karin').lastText).toMatch(/Meddelanden som inte kom fram[^\n]*\n(Omar Aziz|Lena Björk)/);

    // Installed again: what happens next reaches them.
    const [asked_] = bot.rows("select asked from legs where agency = 'af'");
    const person = who(String(asked_?.asked));
    person.place.bot = true;
    await person.install();
    await person.say(`acceptera ${reference}`);
    expect(person.lastText).toContain(`accepterat av ${person.name}`);
  }, 60_000);

  it('keeps the state when a word’s answer did not arrive, and brings the answer later', async () => {
    await start();
    await who('cw-maria').install();
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    await who('fk-eva').waitFor(new RegExp(reference));
    await bot.drained();
    // The first two messages from now on are this answer and the news to the caseworker, in whatever order.
    bot.teams.fault({ op: 'create', status: 429, retryAfter: 1, times: 2 });
    await who('fk-eva').say(`acceptera ${reference}`);
    expect(changes(reference).at(-1)).toMatchObject({ verb: 'respond.accept', actor: 'fk-eva' });
    await who('fk-eva').waitFor(/accepterat av Eva Dahl/, 8000);
    await bot.drained();
    // The answer's card is content while it waits; once delivered it is kept no longer.
    expect(bot.rows("select payload from outbox where kind = 'reply'")).toEqual([{ payload: '{}' }]);
  }, 60_000);
});
