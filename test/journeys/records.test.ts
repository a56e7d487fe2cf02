import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../support/command.ts';
import type { Node, Person } from '../support/fakeTeams.ts';
import { type AssociationFile, example, type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, drafted, forge, monday, pressOn, said, shownTo } from './steps.ts';

const question = 'Vilket stöd prövas först i frågan om arbetsträning?';
const unknown = 'Jag hittar inget samråd med den referensen bland dina. Kontrollera den och försök igen.';

let bot: RunningBot;
let people: Record<string, Person>;
let association: AssociationFile;
let reference: string;
const who = (id: string): Person => people[id] ?? expect.fail(id);

/** `npm run verify`, on the database of the running bot. */
const verify = (...args: string[]) => command({ DATABASE_URL: `sqlite:${bot.database}` }, 'verify', ...args);

const asks = async (person: Person, word: string): Promise<string> => {
  await person.say(word);
  return said(person);
};

/** Something done to the database past the program. */
const byHand = (sql: string): void => {
  const database = new Database(bot.database);
  database.prepare(sql).run();
  database.close();
};

const records = () => bot.rows('select * from records order by position');
/** The file behind a link, as the button on its page asks for it. */
const fetched = (link: string) => fetch(link, { method: 'POST' });
const linkOn = (card: Node | undefined): string =>
  /http[^"]+\/download\/[^"]+/.exec(JSON.stringify(card))?.[0] ?? expect.fail('no download link');

beforeAll(async () => {
  association = example('klaralvdalen');
  association.people.push({
    ...association.people.find(({ id }) => id === 'cw-maria')!,
    id: 'cw-siv',
    name: 'Siv Ahl',
    aadObjectId: '5b8c3a52-0000-4000-8000-0000000000aa',
  });
  bot = await startBot({ associations: [association], now: monday });
  people = bot.cast(association);
  await Promise.all(Object.values(people).map((one) => one.install()));
  reference = await asked(who('cw-maria'), { agencies: 'fk,af', question });
  await pressOn(who('fk-eva'), reference, 'consultation.show');
  await pressOn(who('fk-eva'), reference, 'respond.accept');
  await bot.drained();
}, 60_000);
afterAll(() => bot.stop());

describe('the log of a consultation', () => {
  it('tells its owner who did and who read what, newest first, and nothing of what was said', async () => {
    const log = await asks(who('cw-maria'), `logg ${reference}`);
    expect(log).toContain(`Logg för ${reference}`);
    const rows = log.split('\n').filter((line) => / kl\. /.test(line));
    expect(rows).toEqual([
      'mån 7 sep kl. 09.00: Maria Lund (Kommunen) läste loggen',
      'mån 7 sep kl. 09.00: Eva Dahl (Försäkringskassan) accepterade',
      'mån 7 sep kl. 09.00: Eva Dahl (Försäkringskassan) läste innehållet',
      'mån 7 sep kl. 09.00: Maria Lund (Kommunen) skickade frågan',
      'mån 7 sep kl. 09.00: Maria Lund (Kommunen) skrev ett utkast',
    ]);
    expect(log).not.toContain(question);
  });

  it('tells the coordinator in English, and that she read it', async () => {
    await who('co-karin').say('language en');
    const log = await asks(who('co-karin'), `log ${reference}`);
    expect(log).toMatch(/Mon 7 Sept? at 09:00: Karin Berg \(Kommunen\) read the log/);
    expect(log).toContain('Eva Dahl (Försäkringskassan) read the content');
    await who('co-karin').say('språk sv');
    expect(records().at(-1)).toMatchObject({ kind: 'reading', verb: 'log' });
  });

  it('tells strangers no more of this reference than of one that never was, and records nothing', async () => {
    const before = records().length;
    for (const line of [`logg ${reference}`, 'logg K-22222-8', `exportera ${reference}`])
      expect(await asks(who('cw-johan'), line)).toBe(unknown);
    const others = [who('fk-eva'), who('af-omar'), who('psyk-sara'), who('ob-per')];
    const refusals = new Set<string>();
    for (const other of others)
      for (const line of [`logg ${reference}`, 'logg K-22222-8', `exportera ${reference}`, 'logg 2026-09'])
        refusals.add(await asks(other, line));
    expect([...refusals]).toEqual([
      'Det är inte något du kan göra i din roll. Skriv hjälp för att se vad du kan göra.',
    ]);
    const draft = await drafted(who('cw-maria'), { agencies: 'fk', question });
    expect(await asks(who('co-karin'), `logg ${draft}`)).toBe(unknown);
    for (const verb of ['log.show', 'log.export'])
      expect(answerOf(await forge(who('cw-johan'), verb, { ref: reference }))).toBe(unknown);
    const drafts = records().slice(before);
    expect(drafts.map(({ verb }) => verb)).toEqual(['request.preview']);
  });

  it('comes in pages', async () => {
    for (let turn = 0; turn < 12; turn += 1) await shownTo(who('cw-maria'), reference);
    const first = await asks(who('cw-maria'), `logg ${reference}`);
    expect(first).toMatch(/Rad 1–12 av \d\d/);
    expect(first).not.toContain('skickade frågan');
    const count = records().length;
    const older = await who('cw-maria').press('Äldre');
    expect(JSON.stringify(older.card)).toContain('skickade frågan');
    const newer = await who('cw-maria').press('Nyare', {}, { card: older.card! });
    expect(JSON.stringify(newer.card)).toContain('Rad 1–12 av');
    // Turning to an older page is the same reading; beginning anew at the newest row is another.
    expect(records()).toHaveLength(count + 1);
    expect(bot.teams.lint).toEqual([]);
  });

  it('holds no person id, no name and no content as it is kept', () => {
    const raw = JSON.stringify(records());
    for (const { id, name } of association.people) {
      expect(raw).not.toContain(id);
      expect(raw).not.toContain(name);
    }
    expect(raw).not.toContain('arbetsträning');
  });
});

describe('an export', () => {
  it('is for the owner: one download of all there is, by name, with a checksum, and it is recorded', async () => {
    const shown = await asks(who('cw-maria'), `exportera ${reference}`);
    expect(shown).toContain('gäller i 15 minuter');
    const link = linkOn(who('cw-maria').cards.at(-1));
    expect(link).not.toMatch(new RegExp(`cw-maria|${reference}`));
    // Whoever only looks at the link, as mail filters do, gets a page without anything of hers, and does not use it up.
    const recorded = records().length;
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) {
      const looked = await fetch(link, { method });
      expect([looked.status, looked.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(looked.headers.get('content-security-policy')).toContain("form-action 'self'");
      const page = await looked.text();
      if (method === 'GET') expect(page).toMatch(/<form method="post"><button type="submit">Hämta filen</);
      expect(page).not.toMatch(new RegExp(`${reference}|Maria|arbetsträning|<script`));
    }
    expect(records()).toHaveLength(recorded);
    const answer = await fetched(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${reference}.json"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const file = JSON.parse(text) as { sha256: string; body: Record<string, Node> };
    const body = text.slice(text.indexOf('"body": ') + 8, text.lastIndexOf('\n}'));
    expect(createHash('sha256').update(body).digest('hex')).toBe(file.sha256);
    expect(JSON.stringify(file.body, null, 2)).toBe(body);
    expect(file.body.consultation).toMatchObject({
      reference,
      owner: 'Maria Lund',
      request: { question, gender: 'unspecified' },
    });
    expect(body).not.toMatch(/fk-eva|cw-maria|meetup-join/);
    expect(JSON.stringify(file.body.log)).toContain('hämtade en export');
    expect((await fetched(link)).status).toBe(404);
    expect((await fetch(link)).status).toBe(404);
    expect(records()).toHaveLength(recorded + 1);
    expect(records().at(-1)).toMatchObject({ kind: 'reading', verb: 'export' });
  });

  it('is for the coordinator once she has joined, until then a sentence', async () => {
    expect(await asks(who('co-karin'), `exportera ${reference}`)).toContain('Gå in i samrådet först');
    expect(JSON.stringify(who('co-karin').cards.at(-1))).not.toContain('/download/');
    await forge(who('co-karin'), 'consultation.join', { ref: reference, reason: 'Kontroll' });
    await asks(who('co-karin'), `exportera ${reference}`);
    const answer = await fetched(linkOn(who('co-karin').cards.at(-1)));
    const body = await answer.text();
    expect(body).toContain(question);
    expect(body).not.toContain('"gender"');
  });

  it('is gone after a quarter of an hour, when the reader’s rights have ended, and when it was made up', async () => {
    const gone = async (link: string) => {
      const [looked, answer] = [await fetch(link), await fetched(link)];
      expect(looked.status).toBe(answer.status);
      return [answer.status, await answer.text()];
    };
    const made = await gone(`${bot.url}/download/${'x'.repeat(300)}`);
    expect(made).toEqual([404, expect.stringContaining('Länken har gått ut')]);
    await asks(who('cw-maria'), `exportera ${reference}`);
    const ended = linkOn(who('cw-maria').cards.at(-1));
    const handed = await forge(who('cw-maria'), 'consultation.handover', { ref: reference, to: 'cw-siv' });
    expect(handed.status).toBe(200);
    expect(bot.rows('select owner from consultations where reference = ?', reference)).toEqual([
      { owner: 'cw-siv' },
    ]);
    const before = records().length;
    expect(await gone(ended)).toEqual(made);
    await asks(who('cw-siv'), `exportera ${reference}`);
    const late = linkOn(who('cw-siv').cards.at(-1));
    await asks(who('cw-siv'), `exportera ${reference}`);
    const soon = linkOn(who('cw-siv').cards.at(-1));
    expect(records()).toHaveLength(before);
    await bot.restart('2026-09-07T09:14');
    expect((await fetched(soon)).status).toBe(200);
    await bot.restart('2026-09-07T09:16');
    expect(await gone(late)).toEqual(made);
    expect(await gone(soon)).toEqual(made);
  }, 60_000);
});

describe('what is kept about oneself', () => {
  it('stands on a card, and all of it in a file', async () => {
    const shown = await asks(who('fk-eva'), 'mina uppgifter');
    expect(shown).toContain('Dina uppgifter i Samråd');
    expect(shown).toContain('Eva Dahl');
    expect(shown).toMatch(/2, sedan mån 7 sep kl\. 09\.00/);
    const answer = await fetched(linkOn(who('fk-eva').cards.at(-1)));
    const { body } = (await answer.json()) as { body: Record<string, Node> & { log: Node[]; chats: Node[] } };
    expect(body.file).toMatchObject({ id: 'fk-eva', name: 'Eva Dahl', agency: 'Försäkringskassan' });
    expect(body.log.map(({ verb }) => verb)).toEqual(['content', 'respond.accept', 'own-export']);
    expect(body.consultations).toEqual([
      expect.objectContaining({ reference, answered: true, owner: false }),
    ]);
    expect(body.chats).toHaveLength(1);
    const text = JSON.stringify(body);
    expect(text).not.toContain(question);
    expect(text).not.toContain(who('fk-eva').place.id);
    expect(text).not.toContain('cw-maria');
    expect(bot.teams.lint).toEqual([]);
  });
});

describe('the review of a month', () => {
  it('lists a sample and what stands out, and is signed once the month is over', async () => {
    await bot.restart('2026-09-12T21:30');
    await shownTo(who('fk-eva'), reference);
    const now = await asks(who('co-karin'), 'logg 2026-09');
    expect(now).toContain('Månaden är inte slut');
    expect(now).toContain('Loggen har aldrig granskats.');
    expect(JSON.stringify(who('co-karin').cards.at(-1))).not.toContain('log.review');
    await bot.restart('2026-10-05T08:00');
    const review = await asks(who('co-karin'), 'logg');
    expect(review).toContain('Loggranskning 2026-09');
    expect(review).toContain(
      `${reference}. lör 12 sep kl. 21.30: Eva Dahl (Försäkringskassan) läste innehållet`,
    );
    expect(review).toContain('Läst på kväll, natt eller helg');
    expect(review).toContain('Samordnare gick in i samrådet');
    expect(review).toContain('Slumpvis vald');
    expect(review.match(/Slumpvis vald/g)!.length).toBeLessThanOrEqual(10);
    const again = await asks(who('co-karin'), 'logg 2026-09');
    expect(again).toBe(review);
    const signed = await who('co-karin').press('Granskad');
    expect(JSON.stringify(signed.card)).toContain('Månaden är granskad.');
    expect(JSON.stringify(signed.card)).toContain(
      'Senast granskat: 2026-09, av Karin Berg (Kommunen) mån 5 okt kl. 08.00.',
    );
    await forge(who('co-karin'), 'log.review', { month: '2026-09' });
    await forge(who('co-karin'), 'log.review', { month: '2026-10' });
    await forge(who('fk-eva'), 'log.review', { month: '2026-08' });
    const acts = records().filter(({ kind }) => kind === 'act');
    expect(acts).toHaveLength(1);
    expect(JSON.parse(String(acts[0]!.detail))).toMatchObject({ month: '2026-09' });
    expect(bot.teams.lint).toEqual([]);
  }, 60_000);
});

describe('the log of a consultation that is gone', () => {
  it('is still there for the coordinator, and only for her', async () => {
    byHand(`update consultations set reference = 'K-22223-7' where reference = '${reference}'`);
    const log = await asks(who('co-karin'), `logg ${reference}`);
    expect(log).toContain('Eva Dahl (Försäkringskassan) läste innehållet');
    expect(await asks(who('cw-siv'), `logg ${reference}`)).toBe(unknown);
    expect(records().at(-1)).toMatchObject({ kind: 'reading', verb: 'log', consultation: '' });
    byHand(`update consultations set reference = '${reference}' where reference = 'K-22223-7'`);
  });
});

describe('verifying beside the running bot', () => {
  const headOf = (out: string): string => /head: (\S+)/.exec(out)?.[1] ?? expect.fail(out);

  it('finds the log whole, its head the one the bot tells, and every change made by hand', async () => {
    const before = await verify();
    expect(before.out).toMatch(/^rows: \d+\nhead: \d+:[\w-]{43}\nThe log is whole\.\n$/);
    expect(before.code).toBe(0);
    await shownTo(who('cw-siv'), reference);
    const after = await verify('--head', headOf(before.out));
    expect([after.code, after.err]).toEqual([0, '']);
    // A bot that runs writes; the two heads are of one moment only when it has stopped.
    await bot.kill('SIGTERM');
    const stopped = await verify('--head', headOf(after.out));
    expect([stopped.code, stopped.err]).toEqual([0, '']);
    const heads = bot.log.filter(({ event }) => event === 'records-head');
    expect(`${heads.at(-1)!.count}:${heads.at(-1)!.chain}`).toBe(headOf(stopped.out));
    await bot.launch('2026-10-05T08:00');

    const wrong = await verify('--head', '3:nonsense');
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    byHand("update records set verb = 'states' where position = 3");
    const altered = await verify();
    expect(altered.code).toBe(1);
    expect(altered.out).toContain('FAULT at row 3: the row is not as it was written.');
    byHand("update records set verb = 'content' where position = 3");
    expect((await verify()).code).toBe(0);
    // Nothing may be written between the cut and the look at it.
    await bot.kill('SIGTERM');
    const last = headOf((await verify()).out);
    const [position] = last.split(':');
    byHand(`delete from records where position >= ${position}`);
    byHand(
      `update heads set position = ${position} - 1, chain = (select chain from records order by position desc limit 1)`,
    );
    const cut = await verify('--head', last);
    expect(cut.code).toBe(1);
    expect(cut.out).toContain('rows at the end are missing');
  }, 60_000);
});
