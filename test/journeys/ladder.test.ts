import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardText, type Person, type Place } from '../support/fakeTeams.ts';
import { type AssociationFile, example, type RunningBot, startBot } from '../support/runningBot.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtpServer.ts';
import { answerOf, asked, forge, monday, required, shownTo } from './steps.ts';

let bot: RunningBot;
let post: SmtpServer;
let people: Record<string, Person>;
const who = (id: string): Person => people[id] ?? expect.fail(id);

beforeEach(async () => {
  post = await startSmtpServer();
});
afterEach(async () => {
  await bot.stop();
  await post.stop();
});

/** FK alone is asked, and of FK only Eva may answer; what her function's `deliver` says is the test's. */
function withEva(deliver: string[], mailbox = 'fk-samverkan@example.org'): AssociationFile {
  const association = example('klaralvdalen');
  const fk = association.functions.find(({ id }) => id === 'fk-samverkan')!;
  Object.assign(fk, { people: ['fk-eva'], deliver, mailbox });
  return association;
}

async function open(deliver: string[], env: Record<string, string> = {}, mailbox?: string): Promise<void> {
  bot = await startBot({
    now: monday,
    associations: [withEva(deliver, mailbox)],
    env: { SMTP_URL: post.url, MAIL_FROM: 'samrad@samrad.example', ...env },
  });
  people = bot.cast();
  for (const id of ['cw-maria', 'co-karin']) await who(id).install();
}

/** Nobody may open a chat with her. */
const leave = (person: Person) => {
  person.place.bot = false;
};

/** The channel of FK, with all of FK and the coordinator in it, connected. */
async function connected(): Promise<Place> {
  const channel = bot.teams.channel([who('fk-eva'), who('fk-lars'), who('co-karin')]);
  await who('co-karin').in(channel).say('koppla FK samverkan Värmland');
  expect(inChannel(channel).at(-1)).toContain('Kanalen är kopplad till FK samverkan Värmland');
  return channel;
}

const inChannel = (channel: Place): string[] =>
  channel.messages
    .filter(({ from, deleted }) => from === 'bot' && !deleted)
    .map(({ activity }) => [activity.text, cardText(cardIn(activity))].filter(Boolean).join('\n'));
const cardIn = (activity: Record<string, unknown>) =>
  (activity.attachments as { content: Record<string, unknown> }[] | undefined)?.[0]?.content;

const alerts = () => who('co-karin').texts.filter((text) => text.includes('kom inte fram'));
const seen = (reference: string) => who('fk-eva').texts.filter((text) => text.includes(reference));
/** Nothing a person wrote, and nobody it is about, ever leaves by mail or in a channel. */
const neutral = (text: string) => {
  for (const piece of [required.question, 'Hagfors', '30–59', 'Maria', 'Nordin'])
    expect(text).not.toContain(piece);
};

describe('somebody with a chat of their own', () => {
  it('is told there and nowhere else, and owner and coordinator see it sent, delivered and opened', async () => {
    await open(['personal', 'channel', 'mail']);
    const channel = await connected();
    const before = inChannel(channel).length;
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    await who('fk-eva').waitFor(new RegExp(reference));
    await bot.drained();
    for (const id of ['cw-maria', 'co-karin'])
      expect(await shownTo(who(id), reference)).toMatch(
        /Frågan till Eva Dahl: levererad i egen chatt mån 7 sep kl\. 09\.00/,
      );
    await forge(who('fk-eva'), 'consultation.show', { ref: reference });
    for (const id of ['cw-maria', 'co-karin'])
      expect(await shownTo(who(id), reference)).toMatch(/Frågan till Eva Dahl: öppnad mån 7 sep kl\. 09\.00/);
    // It is nobody else's to know.
    expect(await shownTo(who('fk-eva'), reference)).not.toContain('öppnad');
    expect(inChannel(channel)).toHaveLength(before);
    expect(post.letters).toEqual([]);
    expect(alerts()).toEqual([]);
    // Answered, it is no longer of interest.
    await forge(who('fk-eva'), 'respond.accept', { ref: reference });
    expect(await shownTo(who('cw-maria'), reference)).not.toContain('Frågan till Eva');
  });

  it('is said to have been sent for as long as Teams has not taken it', async () => {
    await open(['personal', 'channel', 'mail']);
    bot.teams.fault({ op: 'open', status: 429, retryAfter: 3, times: 1 });
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    expect(await shownTo(who('cw-maria'), reference)).toMatch(/Frågan till Eva Dahl: skickad mån 7 sep/);
    await who('fk-eva').waitFor(new RegExp(reference), 8000);
  });
});

describe('somebody without a chat', () => {
  it('is mentioned in the connected channel at once, without content, and answers there alone', async () => {
    await open(['personal', 'channel', 'mail']);
    const channel = await connected();
    leave(who('fk-eva'));
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    const began = Date.now();
    await expect.poll(() => inChannel(channel).at(-1), { timeout: 8000 }).toContain(reference);
    expect(Date.now() - began).toBeLessThan(5000);
    const shown = inChannel(channel).at(-1)!;
    neutral(shown);
    expect(shown).toContain('<at>Eva Dahl</at>');
    expect(shown).toContain('Svara senast tors 10 sep kl. 16.30');
    expect(shown).toContain('Väntar på svar (0/1)');
    const card = cardIn(channel.messages.at(-1)!.activity)!;
    expect(card.msteams).toEqual({
      entities: [
        {
          type: 'mention',
          text: '<at>Eva Dahl</at>',
          mentioned: { id: who('fk-eva').aadObjectId, name: 'Eva Dahl' },
        },
      ],
    });
    await bot.drained();
    expect(post.letters).toEqual([]);
    expect(alerts()).toEqual([]);
    expect(await shownTo(who('co-karin'), reference)).toMatch(
      /Frågan till Eva Dahl: ej nåbar i egen chatt, levererad i kanalen mån 7 sep/,
    );

    // What she presses there is shown to her alone; whoever has nothing to do with it is told nothing.
    const eva = who('fk-eva').in(channel);
    const messages = channel.messages.length;
    const content = await eva.press('consultation.show');
    expect(cardText(content.card)).toContain(required.question);
    expect(inChannel(channel).join()).not.toContain(required.question);
    const karin = await who('co-karin').in(channel).press('consultation.show');
    expect(cardText(karin.card)).not.toContain(required.question);
    const lars = await who('fk-lars').in(channel).press('respond.accept');
    expect(cardText(lars.card)).toContain('Jag hittar inget samråd');
    expect(await shownTo(who('cw-maria'), reference)).toContain('öppnad mån 7 sep');
    await eva.press('respond.accept', {}, { card: card as never });
    await bot.drained();
    expect(channel.messages).toHaveLength(messages);
    // The card in the channel says so too: it can be accepted no more.
    await expect.poll(() => inChannel(channel).at(-1)).toContain('accepterat av Eva Dahl');
    expect(inChannel(channel).at(-1)).not.toContain('Acceptera');
    expect(bot.teams.lint).toEqual([]);
  }, 60_000);

  it('is written to by neutral mail when there is no channel, once, with a Message-ID that stays', async () => {
    await open(['personal', 'channel', 'mail'], { SMTP_URL: post.url.replace('//', '//samrad:hemligt@') });
    leave(who('fk-eva'));
    // The first try is taken but the answer is lost; before that the server is closed.
    post.fault({ at: 'greeting' });
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    await expect.poll(() => post.letters.length, { timeout: 12_000 }).toBe(1);
    await bot.drained();
    const [letter] = post.letters;
    expect(letter).toMatchObject({ from: 'samrad@samrad.example', to: ['fk-samverkan@example.org'] });
    expect(letter!.headers.subject).toEqual([`Samråd ${reference} väntar på svar senast tors 10 sep`]);
    expect(letter!.text).toContain(
      `Samråd ${reference} väntar på svar senast tors 10 sep. Öppna Teams hos Klarälvdalens samordningsförbund`,
    );
    expect(letter!.headers['auto-submitted']).toEqual(['auto-generated']);
    expect(letter!.headers['message-id']![0]).toMatch(/^<[\w-]{20,}@samrad\.example>$/);
    neutral(letter!.text + letter!.raw);
    expect(`${letter!.text}${letter!.raw}`).not.toContain('Eva');
    expect(post.logins).toContain('samrad:hemligt');
    expect(bot.stdout + bot.stderr).not.toContain('hemligt');
    expect(alerts()).toEqual([]);
    expect(await shownTo(who('cw-maria'), reference)).toMatch(
      /ej nåbar i egen chatt, levererad till funktionens brevlåda mån 7 sep/,
    );
    // With a chat again she gets what she missed there.
    who('fk-eva').place.bot = true;
    await who('fk-eva').install();
    await who('fk-eva').waitFor(new RegExp(reference));
    expect(post.letters).toHaveLength(1);
  }, 60_000);

  it('is the coordinator’s within a minute when every rung fails, in order, and each was tried', async () => {
    await open(['personal', 'channel', 'mail']);
    const channel = await connected();
    leave(who('fk-eva'));
    channel.bot = false;
    post.fault({ at: 'RCPT', reply: '550 5.1.1 no such mailbox' });
    const before = bot.teams.requests.length;
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    await who('co-karin').waitFor(/Meddelandet till Försäkringskassan kom inte fram/, 10_000);
    await bot.drained();
    const ladder = bot.rows(
      "select kind, state, reason from outbox where kind in ('notify', 'mention', 'mail') and state = 'dead' order by sequence",
    );
    expect(ladder).toEqual([
      { kind: 'notify', state: 'dead', reason: 'no-chat' },
      { kind: 'mention', state: 'dead', reason: 'blocked' },
      { kind: 'mail', state: 'dead', reason: 'bad' },
    ]);
    const asks = bot.teams.requests.slice(before).map(({ op, path }) => `${op} ${path.includes(channel.id)}`);
    expect(asks.indexOf('open false')).toBeLessThan(asks.indexOf('create true'));
    expect(post.counted.connections).toBeGreaterThan(0);
    expect(alerts()).toHaveLength(1);
    neutral(alerts().join());
    expect(await shownTo(who('cw-maria'), reference)).toContain(
      'Frågan till Eva Dahl: ej nåbar i egen chatt, fel i kanalen, fel med mejlet',
    );
    const status = answerOf(await forge(who('co-karin'), 'status.show', {}));
    expect(status).toContain('Försäkringskassan, svar senast tors 10 sep kl. 16.30');
    expect(status).toMatch(/Eva Dahl: besked om K-/);
    expect(status).toContain('Kanalen för FK samverkan Värmland: besked i kanalen');
    expect(status).toContain('Brevlådan för FK samverkan Värmland: mejl');
    expect(status).toMatch(/Ej nåbara i egen chatt\n[^\n]*Eva Dahl \(gäst\)/);
  }, 60_000);

  it('is written to again after a lost answer, with the same Message-ID, and only then given up', async () => {
    await open(['mail']);
    post.fault({ at: 'end', keep: true });
    await asked(who('cw-maria'), { agencies: 'fk' });
    await expect.poll(() => post.letters.length, { timeout: 8000 }).toBe(1);
    const waiting = () => bot.rows("select attempts, run_at, reason from outbox where kind = 'mail'");
    // Not within seconds: it may have arrived.
    await expect.poll(waiting).toEqual([{ attempts: 1, run_at: expect.any(String), reason: 'resent' }]);
    expect(Date.parse(String(waiting()[0]?.run_at)) - Date.now()).toBeGreaterThan(30_000);
    expect(seen('K-')).toEqual([]);
  }, 60_000);

  it('is the coordinator’s when the mail server stays silent, while it is tried on', async () => {
    await open(['mail']);
    post.fault({ at: 'greeting', times: 100 });
    await asked(who('cw-maria'), { agencies: 'fk' });
    await who('co-karin').waitFor(/kom inte fram/, 60_000);
    expect(bot.rows("select state from outbox where kind = 'mail'")).toEqual([{ state: 'pending' }]);
    const lines = bot.log.filter(({ event }) => event === 'mail-failed');
    expect(lines[0]).toMatchObject({ event: 'mail-failed', code: 'ECONNECTION' });
  }, 70_000);
});

describe('the association file', () => {
  it('says in which order: channel first, and the chat of their own never where it is not named', async () => {
    await open(['channel', 'mail']);
    const channel = await connected();
    await who('fk-eva').install();
    const reference = await asked(who('cw-maria'), { agencies: 'fk' });
    await expect.poll(() => inChannel(channel).at(-1), { timeout: 8000 }).toContain(reference);
    await bot.drained();
    // Now by the id Teams knows her by.
    expect(JSON.stringify(channel.messages.at(-1)!.activity)).toContain(who('fk-eva').id);
    expect(seen(reference)).toEqual([]);
    expect(post.letters).toEqual([]);
    channel.bot = false;
    await forge(who('cw-maria'), 'request.withdraw', { ref: reference });
    const next = await asked(who('cw-maria'), { agencies: 'fk' });
    await expect.poll(() => post.letters.length, { timeout: 8000 }).toBe(1);
    expect(post.letters[0]!.text).toContain(next);
    expect(seen(next)).toEqual([]);
  }, 60_000);

  it('is believed no more than a file: what stands in it cannot add a header or a recipient', async () => {
    const association = withEva(['mail']);
    association.name = 'Förbundet\r\nBcc: evil@example.org';
    association.functions.find(({ id }) => id === 'fk-samverkan')!.name =
      'FK\r\n.\r\nRCPT TO:<evil@example.org>';
    bot = await startBot({
      now: monday,
      associations: [association],
      env: { SMTP_URL: post.url, MAIL_FROM: 'samrad@samrad.example' },
    });
    people = bot.cast();
    await who('cw-maria').install();
    await asked(who('cw-maria'), { agencies: 'fk' });
    await expect.poll(() => post.letters.length, { timeout: 8000 }).toBe(1);
    expect(post.letters[0]!.to).toEqual(['fk-samverkan@example.org']);
    expect(Object.keys(post.letters[0]!.headers).sort()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
  }, 60_000);
});

describe('koppla', () => {
  it('is the coordinator’s, in a channel, and is undone with koppla från', async () => {
    await open(['personal', 'channel', 'mail']);
    const channel = bot.teams.channel([who('fk-eva'), who('co-karin'), who('cw-maria')]);
    await who('cw-maria').in(channel).say('koppla FK samverkan Värmland');
    expect(bot.rows('select * from channels')).toEqual([]);
    await who('co-karin').say('koppla FK samverkan Värmland');
    expect(who('co-karin').lastText).toContain('Skriv det i den kanal');
    await who('co-karin')
      .in(channel)
      .say('koppla fk-samverkan', {
        activity: {
          conversation: {
            id: `${channel.id};messageid=17`,
            conversationType: 'channel',
            tenantId: channel.tenantId,
          },
        },
      });
    expect(bot.rows('select function, conversation_id from channels')).toEqual([
      { function: 'fk-samverkan', conversation_id: channel.id },
    ]);
    await who('co-karin').say('koppla');
    expect(who('co-karin').lastText).toMatch(/FK samverkan Värmland\nkopplad sedan mån 7 sep/);
    expect(who('co-karin').lastText).toMatch(/AF samverkan Klarälvdalen\ningen kanal/);
    await who('co-karin').say('status');
    expect(who('co-karin').lastText).toMatch(/FK samverkan Värmland\nkopplad sedan/);
    await who('co-karin').say('hjälp');
    expect(who('co-karin').lastText).toContain('koppla och funktionens namn, i en kanal');
    await who('co-karin').in(channel).say('koppla från');
    expect(bot.rows('select * from channels')).toEqual([]);
    expect(inChannel(channel).at(-1)).toContain('inte längre kopplad till FK samverkan Värmland');
    expect(bot.rows("select verb from records where verb like 'channel.%' order by position")).toEqual([
      { verb: 'channel.connect' },
      { verb: 'channel.disconnect' },
    ]);
  }, 60_000);
});
