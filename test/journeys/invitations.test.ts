import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { startFakeGraph } from '../support/fakeGraph.ts';
import { cardText, type Person } from '../support/fakeTeams.ts';
import { invitationIn, readByBoth } from '../support/invitation.ts';
import { example, type RunningBot, startBot } from '../support/runningBot.ts';
import { type Received, type SmtpServer, startSmtpServer } from '../support/smtpServer.ts';
import { asked, cardOf, forge, monday, pressOn, required, shownTo } from './steps.ts';

let bot: RunningBot;
let post: SmtpServer;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);
const addressOf = (id: string) => `${id}@example.org`;

beforeEach(async () => {
  post = await startSmtpServer();
});
afterEach(async () => {
  await bot.stop();
  await post.stop();
});

/** Maria, Johan and Eva have addresses of their own; nobody has a session to book. */
async function open(env: Record<string, string> = {}): Promise<void> {
  const association = { ...example('klaralvdalen'), sessions: [] };
  const johan = association.people.find(({ id }) => id === 'cw-johan')!;
  johan.municipalities = ['hagfors', 'munkfors', 'forshaga'];
  for (const person of association.people)
    if (['cw-maria', 'cw-johan', 'fk-eva'].includes(person.id)) person.mail = addressOf(person.id);
  bot = await startBot({
    associations: [association],
    now: monday,
    env: { SMTP_URL: post.url, MAIL_FROM: 'samrad@samrad.example', ...env },
  });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
}

/** Asked by Maria, accepted by Eva and Omar: times are proposed. */
async function proposed(): Promise<string> {
  const reference = await asked(who('cw-maria'), { agencies: 'fk,af' });
  await pressOn(who('fk-eva'), reference, 'respond.accept');
  await pressOn(who('af-omar'), reference, 'respond.accept');
  await bot.drained();
  return reference;
}

/** What this person's calendar has been told since, in order, each as both readers and the strict one read it. */
async function told(id: string, letters: readonly Received[] = post.letters) {
  const own = letters.filter(({ to }) => to.includes(addressOf(id)));
  return Promise.all(own.map(async ({ raw }) => ({ ...(await invitationIn(raw)), letter: raw })));
}
const saidTo = async (id: string) =>
  (await told(id)).map(({ method, calendar }) => `${method} ${readByBoth(calendar).sequence}`);

it('goes to those who have an address of their own, and follows what becomes of the meeting', async () => {
  await open();
  const reference = await proposed();
  expect(post.letters).toEqual([]);
  await pressOn(who('cw-maria'), reference, 'schedule.book', { slot: 'slot-1' });
  await bot.drained();

  // One letter each, as iMIP has it: text, the entry a calendar acts on, and the same attached.
  expect(post.letters.map(({ to }) => to[0]).sort()).toEqual([addressOf('cw-maria'), addressOf('fk-eva')]);
  const [first] = await told('fk-eva');
  expect(first!.structure).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain; charset=utf-8',
    'text/calendar; charset=utf-8; method=REQUEST',
    'application/ics; name=samrad.ics',
  ]);
  expect(first!.subject).toBe(`Samråd ${reference}`);
  expect(first!.parts.map(({ content }) => content)).toEqual([first!.calendar, first!.calendar]);
  const entry = readByBoth(first!.calendar);
  expect(entry).toMatchObject({
    method: first!.method,
    sequence: 0,
    status: 'CONFIRMED',
    summary: `Samråd ${reference}`,
    description: 'Släpp in från lobbyn. Ingen inspelning, transkribering eller Copilot. Nämn inte namn.',
    attendees: [`mailto:${addressOf('fk-eva')}`],
  });
  expect(entry.uid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(first!.text).toContain(`Samråd ${reference}: `);
  expect(first!.text).toContain('Nämn inte namn');

  // The card says so, and whoever has no address has the link as before: one form each.
  for (const id of ['cw-maria', 'fk-eva']) {
    expect(await shownTo(who(id), reference)).toContain('Kallelsen har skickats till din e-post.');
    expect(JSON.stringify(cardOf(who(id), reference))).not.toContain('/calendar/');
  }
  expect(JSON.stringify(cardOf(who('af-omar'), reference))).toContain('/calendar/');
  expect(cardText(cardOf(who('af-omar'), reference))).not.toContain('e-post');

  // Moved: off at once for all, then the same entry at another time.
  await pressOn(who('fk-eva'), reference, 'schedule.move', { reason: 'krockar' });
  await bot.drained();
  expect(await saidTo('fk-eva')).toEqual(['REQUEST 0', 'CANCEL 1']);
  await pressOn(who('cw-maria'), reference, 'schedule.book', { slot: 'slot-2' });
  await bot.drained();
  expect(await saidTo('cw-maria')).toEqual(['REQUEST 0', 'CANCEL 1', 'REQUEST 2']);

  // Maria is replaced by Johan: hers is taken back, his comes, and Eva, for whom nothing changes, hears nothing.
  await forge(who('cw-maria'), 'consultation.handover', {
    ref: reference,
    to: 'cw-johan',
    reason: 'semester',
  });
  await bot.drained();
  expect(await saidTo('cw-maria')).toEqual(['REQUEST 0', 'CANCEL 1', 'REQUEST 2', 'CANCEL 3']);
  expect(await saidTo('cw-johan')).toEqual(['REQUEST 3']);
  expect(await saidTo('fk-eva')).toEqual(['REQUEST 0', 'CANCEL 1', 'REQUEST 2']);

  await pressOn(who('fk-eva'), reference, 'schedule.move', { reason: 'krockar' });
  await pressOn(who('cw-johan'), reference, 'schedule.cancel', { reason: 'inte aktuellt' });
  await bot.drained();
  expect(await saidTo('cw-johan')).toEqual(['REQUEST 3', 'CANCEL 4']);
  expect(await saidTo('fk-eva')).toEqual(['REQUEST 0', 'CANCEL 1', 'REQUEST 2', 'CANCEL 4']);
  expect((await saidTo('cw-maria')).length).toBe(4);

  // It is part of what is kept about each, and of nothing else.
  expect(bot.rows('select person, form, method, state from entries order by person')).toEqual(
    ['cw-johan', 'cw-maria', 'fk-eva'].map((person) => ({
      person,
      form: 'mail',
      method: 'CANCEL',
      state: 'sent',
    })),
  );

  // One entry all along; no letter twice; nothing of the case and nobody's name in any of them.
  const all = (await Promise.all(['cw-maria', 'cw-johan', 'fk-eva'].map((id) => told(id)))).flat();
  expect(new Set(all.map(({ calendar }) => readByBoth(calendar).uid))).toEqual(new Set([entry.uid]));
  expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(post.letters.length);
  for (const { text, calendar, parts, letter } of all) {
    const everything = [text, calendar, letter, ...parts.map(({ content }) => content)].join('\n');
    expect(everything).not.toMatch(/Maria|Eva|Omar|Johan|Lund|Dahl|Hagfors|rehabilitering|krockar|semester/);
    expect(everything).not.toContain(required.question);
  }
  expect(bot.stdout).not.toContain('@example.org');
}, 90_000);

it('is sent once more, the same letter, when nobody knows whether it came; a letter that is refused leaves the link', async () => {
  await open();
  const reference = await proposed();
  post.fault({ at: 'end', keep: true, times: 2 });
  await pressOn(who('cw-maria'), reference, 'schedule.book', { slot: 'slot-1' });
  await expect.poll(() => post.letters.length, { timeout: 8000 }).toBe(2);
  const waiting = () => bot.rows("select reason from outbox where kind = 'entry' and state = 'pending'");
  await expect.poll(waiting).toEqual([{ reason: 'resent' }, { reason: 'resent' }]);

  // The minute is over for Eva; for Maria only after the meeting has been moved, and what is overtaken is not sent.
  await bot.kill();
  const due = (person: string) => {
    const database = new Database(bot.database);
    database
      .prepare("update outbox set run_at = '', token = null where state = 'pending' and recipient like ?")
      .run(`%entry:${person}`);
    database.close();
  };
  due('fk-eva');
  await bot.launch();
  await expect.poll(() => post.letters.length, { timeout: 8000 }).toBe(3);
  const [eva, again] = await told('fk-eva');
  expect(again!.messageId).toBe(eva!.messageId);
  expect(readByBoth(again!.calendar)).toEqual(readByBoth(eva!.calendar));

  post.fault({ at: 'RCPT', reply: '550 5.1.1 no such mailbox' });
  await pressOn(who('fk-eva'), reference, 'schedule.move', { reason: 'krockar' });
  await who('co-karin').waitFor(/kom inte fram/);
  const shown = await forge(who('fk-eva'), 'consultation.show', { ref: reference });
  expect(JSON.stringify(shown.body)).toContain('/calendar/');
  expect(JSON.stringify(shown.body)).not.toContain('e-post');
  await who('co-karin').say('status');
  expect(who('co-karin').lastText).toMatch(/Eva Dahl: kallelse om K-/);
  expect(who('co-karin').lastText).toContain('Personen kan lägga in mötet med knappen på sitt kort.');
  await bot.kill();
  due('cw-maria');
  await bot.launch();
  await bot.drained();
  expect(await saidTo('cw-maria')).toEqual(['REQUEST 0', 'CANCEL 1']);
}, 90_000);

it('is put into the Outlook calendar of the home tenant’s people instead, once, whatever Graph answers', async () => {
  const graph = await startFakeGraph();
  onTestFinished(() => graph.stop());
  const organizer = 'samrad@kommun.invalid';
  graph.organizers.add(organizer);
  await open({ GRAPH: 'on', GRAPH_URL: graph.url, GRAPH_ORGANIZER: organizer });
  const reference = await proposed();
  // The first try is done, but its answer is lost: the second makes no second event.
  graph.fault({ at: 'events', keep: true, status: 504 });
  await pressOn(who('cw-maria'), reference, 'schedule.book', { slot: 'slot-1' });
  await bot.drained();
  expect(graph.events).toHaveLength(1);
  expect(graph.events[0]!.said).toMatchObject({ subject: `Samråd ${reference}`, sensitivity: 'private' });
  const sent = () => graph.invitations.map(({ to, is }) => `${is} ${to}`);
  expect(sent()).toEqual(['invited cw-maria@example.org', 'updated cw-maria@example.org']);
  // One form each: hers is the event, Eva is a guest and has the mail, Omar has no address and the link.
  expect(post.letters.map(({ to }) => to[0])).toEqual([addressOf('fk-eva')]);
  expect(await shownTo(who('cw-maria'), reference)).toContain('Mötet ligger i din Outlook-kalender.');
  expect(JSON.stringify(cardOf(who('cw-maria'), reference))).not.toContain('/calendar/');
  expect(JSON.stringify(cardOf(who('af-omar'), reference))).toContain('/calendar/');

  await pressOn(who('fk-eva'), reference, 'schedule.move', { reason: 'krockar' });
  await bot.drained();
  expect(graph.events).toEqual([]);
  expect(sent().slice(2)).toEqual(['cancelled cw-maria@example.org']);
  await pressOn(who('cw-maria'), reference, 'schedule.book', { slot: 'slot-2' });
  await bot.drained();

  // Handed to Johan, for whom Graph will do nothing: he is written to, and Maria's event goes.
  graph.fault({ at: 'events', status: 403 });
  graph.fault({ at: 'events', status: 403 });
  await forge(who('cw-maria'), 'consultation.handover', {
    ref: reference,
    to: 'cw-johan',
    reason: 'semester',
  });
  await bot.drained();
  const kept = bot.rows('select person, form, method, state from entries order by person');
  expect(kept).toEqual([
    { person: 'cw-johan', form: 'mail', method: 'REQUEST', state: 'sent' },
    { person: 'cw-maria', form: 'event', method: 'CANCEL', state: 'stale' },
    { person: 'fk-eva', form: 'mail', method: 'REQUEST', state: 'sent' },
  ]);
  expect(await shownTo(who('cw-johan'), reference)).toContain('Kallelsen har skickats till din e-post.');
  // What Graph would not take back is the coordinator's to see to, and can be tried again.
  await who('co-karin').say('status');
  expect(who('co-karin').lastText).toMatch(/Maria Lund: kallelse om K-/);
  await who('co-karin').press('delivery.retry');
  await bot.drained();
  expect(graph.events).toEqual([]);
  expect(sent().at(-1)).toBe('cancelled cw-maria@example.org');
  expect(bot.stdout).not.toMatch(/@example\.org|@kommun\.invalid/);
}, 90_000);
