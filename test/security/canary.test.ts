import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/operate/backup.ts';
import { answerOf, draft, press } from '../soak/deeds.ts';
import type { Person, Turn } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';

/** What must never come out: each is planted wherever something can be put in. */
const planted = {
  // Of Skatteverket's published test numbers.
  number: '850614-9882',
  name: 'Zorvald Qvintholm',
  blocked: 'kanariefågel grönsångare',
  junk: `kanarie${randomBytes(6).toString('hex')}`,
  password: `hemlig${randomBytes(8).toString('hex')}`,
  metricsToken: randomBytes(24).toString('base64url'),
};
/** What may be written: it is the content of a consultation, and belongs there and nowhere else. */
const content = `Vilken väg finns via gulärla${randomBytes(5).toString('hex')}?`;
const contentMark = /gulärla[0-9a-f]{10}/.exec(content)![0];

let bot: RunningBot;
let people: Record<string, Person>;
let reference: string;
let token: string;
let signature: string;
/** Whatever came back to somebody who is not the writer of what was planted. */
const elsewhere: string[] = [];

const who = (id: string): Person => people[id]!;

async function raw(path: string, options: http.RequestOptions = {}, body?: string): Promise<string> {
  return await new Promise((resolve) => {
    const request = http.request(`${bot.url}${path}`, options, (response) => {
      let text = JSON.stringify(response.headers);
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    request.on('error', (error) => resolve(String(error)));
    request.end(body);
  });
}

/** An activity with something planted in every field a client or a proxy can fill. */
const stuffed = (person: Person, word: string): Record<string, unknown> => ({
  ...bot.teams.activity(person),
  id: word,
  text: word,
  summary: word,
  from: { id: person.id, name: word, aadObjectId: person.aadObjectId, role: word },
  locale: word,
  replyToId: word,
  label: word,
  value: { [word]: word, verb: word, ref: word, action: { verb: word, data: { ref: word, text: word } } },
  entities: [{ type: word, text: word, mentioned: { id: word, name: word } }],
  attachments: [
    { contentType: word, contentUrl: `https://example.org/${encodeURIComponent(word)}`, name: word },
  ],
  channelData: {
    tenant: { id: person.tenantId },
    eventType: word,
    team: { name: word },
    source: { name: word },
  },
});

/** Makes the database refuse what turns write, with an error that tells a secret. */
async function whileRefusing(run: () => Promise<unknown>): Promise<void> {
  const tables = ['records', 'inbox', 'consultations', 'outbox'];
  const change = (sql: (table: string) => string) => {
    const other = new Database(bot.database, { timeout: 5000 });
    for (const table of tables) other.exec(sql(table));
    other.close();
  };
  const words = [planted.name, planted.number, contentMark, planted.junk].join(' ');
  // The trigger itself stands in the file, where the words are sought later: there they are other words.
  const said = words.replaceAll(' ', '~').replaceAll('-', '_');
  change(
    (table) =>
      `create trigger canary_${table} before insert on ${table} begin select raise(abort, replace(replace('${said}', '~', ' '), '_', '-')); end`,
  );
  try {
    await run();
  } finally {
    change((table) => `drop trigger canary_${table}`);
  }
}

beforeAll(async () => {
  bot = await startBot({
    now: '2026-09-07T09:00',
    env: { BOT_PASSWORD: planted.password, METRICS_TOKEN: planted.metricsToken },
  });
  people = bot.cast();
  token = bot.teams.token();
  signature = token.slice(token.lastIndexOf('.') + 1);
  const writer = who('cw-maria');

  const made = await draft(writer, undefined, { question: content, agencies: 'fk,af' });
  if (!('reference' in made)) throw new Error(made.answer);
  reference = made.reference;
  await press(writer, 'request.send', { ref: reference });
  await press(who('fk-eva'), 'respond.accept', { ref: reference });

  for (const word of [planted.number, planted.name, planted.blocked, planted.junk]) {
    // As text in a chat, in every free text of a form, and as what a form does not have.
    const withNumber = `Frågan gäller ${word}, ${planted.number}`;
    await writer.say(withNumber);
    await writer.edit(withNumber);
    await writer.say(`visa ${word}`);
    for (const field of ['question', 'background', 'strength', 'municipality', 'agencies', 'form', 'basis'])
      await press(writer, 'request.preview', {
        acute: 'false',
        protectedIdentity: 'false',
        childConcern: 'false',
        municipality: 'hagfors',
        ageBand: '30-59',
        agencies: 'fk',
        question: 'Vad gäller?',
        basis: 'deidentified',
        [field]: withNumber,
      });
    for (const verb of [
      'request.add',
      'request.withdraw',
      'respond.decline',
      'respond.ask',
      'respond.advise',
      word,
    ])
      for (const person of [writer, who('fk-eva')])
        await press(person, verb, {
          ref: reference,
          text: withNumber,
          reason: withNumber,
          [word]: word,
          v: word,
        });
    await press(writer, 'request.add', { ref: withNumber, text: 'hej' });
    await writer.invoke(word, { [word]: word });
    // Over the wire, with and without a right to be there.
    for (const sent of [stuffed(writer, word), { ...stuffed(writer, word), type: word }]) {
      await bot.teams.post(sent);
      elsewhere.push(JSON.stringify((await bot.teams.post(sent, { token: false })).body ?? ''));
      elsewhere.push(JSON.stringify((await bot.teams.post(sent, { token: `Bearer ${word}` })).body ?? ''));
    }
    const stranger = bot.teams.person({ name: word });
    elsewhere.push(JSON.stringify((await stranger.say(word)).sent.map(({ activity }) => activity)));
    const path = encodeURIComponent(word);
    const headers = {
      'User-Agent': path,
      'X-Forwarded-For': path,
      Cookie: `a=${path}`,
      Authorization: `Bearer ${path}`,
    };
    for (const one of [
      `/${path}`,
      `/calendar/${path}`,
      `/healthz?${path}`,
      `/readyz?${path}`,
      `/metrics?${path}`,
    ])
      elsewhere.push(decoded(await raw(one, { headers })).replaceAll(path, ''));
    const junk = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
    for (const body of [`{"${word}":`, word, `["${word}"]`, `{"type":"${word}"}`])
      elsewhere.push(await raw('/api/messages', junk, body));
  }

  // A fault in the middle of each kind of turn, with everything at hand that might end in its message.
  await whileRefusing(() =>
    Promise.all([
      press(writer, 'request.add', { ref: reference, text: content }, randomUUID()),
      draft(writer, randomUUID(), { question: content, background: content, agencies: 'fk' }),
      writer.say(`visa ${reference}`),
      writer.install(),
    ]),
  );
  bot.teams.fault({ op: 'create', status: 500, times: 2 });
  bot.teams.fault({ op: 'update', status: 400, times: 2 });
  await press(writer, 'request.add', { ref: reference, text: 'Underlaget är klart' });
  await bot.drained(15_000).catch(() => {});

  for (const id of ['pv-anna', 'ob-per', 'cw-johan']) {
    const shown: Turn = await press(who(id), 'consultation.show', { ref: reference });
    elsewhere.push(answerOf(shown));
    await who(id).say(`visa ${reference}`);
    elsewhere.push(who(id).texts.join('\n'));
  }
}, 120_000);
afterAll(() => bot?.stop());

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Every secret, and every thing a guard stopped. */
const never = (): [string, string][] => [
  ...Object.entries(planted).filter(([name]) => name !== 'junk' && name !== 'blocked'),
  ['number without its hyphen', planted.number.replace('-', '')],
  ['token', token],
  ['signature', signature],
];

/** Case text, in whatever place that is no consultation's. */
const notHere = (): [string, string][] => [
  ...never(),
  ['blocked', planted.blocked],
  ['junk', planted.junk],
  ['content', contentMark],
];

const hits = (text: string, words: readonly [string, string][]): string[] =>
  words.filter(([, word]) => text.includes(word)).map(([name, word]) => `${name} in …${around(text, word)}…`);

const around = (text: string, word: string): string => {
  const at = text.indexOf(word);
  return text.slice(Math.max(0, at - 60), at + word.length + 20);
};

describe('what was planted in every input of a running bot', () => {
  it('was taken in: faults were provoked, and the content that may be kept is kept', () => {
    const events = bot.log.map(({ event }) => event);
    expect(events).toContain('guard.stopped');
    expect(events).toContain('turned-away');
    expect(bot.log.filter(({ event }) => event === 'fault').length).toBeGreaterThan(0);
    expect(JSON.stringify(bot.rows('select doc from consultations'))).toContain(contentMark);
    expect(hits('x'.repeat(80) + planted.number, never())).toHaveLength(1);
  });

  it('is not in what the bot prints', () => {
    expect(hits(bot.stdout, notHere())).toEqual([]);
    expect(bot.stderr).toBe('');
  });

  it('is not in what others are answered', () => {
    expect(elsewhere.length).toBeGreaterThan(50);
    expect(hits(elsewhere.join('\n'), notHere())).toEqual([]);
  });

  it('is not in the probes or the metrics', async () => {
    const authorized = { headers: { Authorization: `Bearer ${planted.metricsToken}` } };
    const metrics = await raw('/metrics', authorized);
    expect(metrics).toContain('samrad_refusals_total');
    const all = [metrics, await raw('/healthz'), await raw('/readyz')].join('\n');
    expect(hits(all, notHere())).toEqual([]);
    expect(all).not.toMatch(/K-[0-9A-Z]{5}-[0-9A-Z]|klaralvdalen|maria/i);
  });

  it('is in the database where content belongs, and nowhere else', () => {
    for (const { name } of bot.rows("select name from sqlite_master where type = 'table'")) {
      for (const row of bot.rows(`select * from ${String(name)}`))
        for (const [column, value] of Object.entries(row)) {
          const isContent = name === 'consultations' && column === 'doc';
          expect(hits(String(value), isContent ? never() : notHere()), `${String(name)}.${column}`).toEqual(
            [],
          );
        }
    }
    // Nor in a page that is free again, nor in the journal.
    const utf8 = Buffer.from(bot.bytes(), 'latin1').toString('utf8');
    expect(utf8).toContain(contentMark);
    expect(hits(utf8, never())).toEqual([]);
  });

  it('is not in anything pushed to anybody', () => {
    const pushed = bot.teams.requests.filter(({ op }) => ['create', 'update', 'open'].includes(op));
    expect(pushed.length).toBeGreaterThan(10);
    const words = notHere().filter(([name]) => name !== 'token');
    for (const { path, body } of pushed) {
      // The writer alone is given back what they wrote, in their own chat, to correct it.
      const isTheirs = path.includes(who('cw-maria').place.id) || path.includes(who('fk-eva').place.id);
      if (!isTheirs) expect(hits(JSON.stringify(body), words), path).toEqual([]);
    }
  });

  it('is not in what stands beside a backup', async () => {
    const directory = join(dirname(bot.database), 'out');
    const key = randomBytes(32);
    await backUp({ url: `sqlite:${bot.database}`, directory, key, keepDays: 30, now: new Date() });
    for (const name of readdirSync(directory))
      expect(
        hits(readFileSync(join(directory, name), 'utf8'), [...notHere(), ['reference', reference]]),
      ).toEqual([]);
  });
});
