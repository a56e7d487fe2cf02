import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked, forge, monday, pressOn, required } from '../journeys/steps.ts';
import type { Person } from '../support/fakeTeams.ts';
import fc from '../support/property.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { positives } from './positives.ts';

const metricsToken = randomBytes(24).toString('base64url');
const seed = 20_261_123;
/** One of each type, long enough to be nothing else anywhere. */
const canaries = Object.entries(positives).map(([type, source]) => {
  const found = fc
    .sample(source, { numRuns: 200, seed })
    .find(({ surface }) => surface.length >= 6 && /\d{3}|@|\p{L}{5}/u.test(surface));
  return { ...found!, type };
});

let bot: RunningBot;
let reference: string;
const answers: string[] = [];
let people: Record<string, Person>;

beforeAll(async () => {
  bot = await startBot({ now: monday, env: { METRICS_TOKEN: metricsToken } });
  people = bot.cast();
  await Promise.all(Object.values(people).map((one) => one.install()));
  const [writer, member] = [people['cw-maria']!, people['fk-eva']!];
  reference = await asked(writer, { agencies: 'fk,af' });
  await pressOn(member, reference, 'respond.accept');
  await bot.drained();
  for (const { before, surface, after } of canaries) {
    const text = before + surface + after;
    const turns = [
      await forge(writer, 'request.preview', { ...required, question: text, background: text }),
      await forge(writer, 'request.add', { ref: reference, text }),
      await forge(writer, 'guard.keep', { ref: reference, text, next: 'request.add' }),
      await forge(writer, 'guard.mask', { ref: reference, text, next: 'request.add' }),
      await forge(member, 'respond.advise', { ref: reference, text }),
      await forge(member, 'respond.decline', { ref: reference, reason: 'no-time', text }),
    ];
    answers.push(...turns.map(({ body }) => JSON.stringify(body)));
    await writer.say(text);
    await member.edit(`råd ${reference} ${text}`);
  }
  await forge(writer, 'log.export', { ref: reference });
  await forge(writer, 'consultation.show', { ref: reference });
  await bot.drained();
}, 60_000);
afterAll(() => bot.stop());

describe('one identifier of each type, put into forms and chats', () => {
  it('is one of each, and was stopped each time', () => {
    expect(canaries.length).toBeGreaterThanOrEqual(11);
    const stopped = bot.log.filter(({ event }) => event === 'guard.stopped');
    expect(stopped.length).toBeGreaterThanOrEqual(canaries.length * 5);
    expect(stopped.every(({ outcome }) => outcome === 'block')).toBe(true);
  });

  it('the masked text was taken over', () => {
    const docs = JSON.stringify(bot.rows('select doc from consultations'));
    expect(docs).toContain('[personnummer]');
    expect(docs).toContain('[telefon]');
  });

  it.each(canaries)('comes out nowhere: $type', async ({ surface }) => {
    const metrics = await fetch(`${bot.url}/metrics`, {
      headers: { Authorization: `Bearer ${metricsToken}` },
    });
    const places = {
      // The outbox, the notices, the log of what was done and the inbox are tables of it.
      database: Buffer.from(bot.bytes(), 'latin1').toString('utf8'),
      output: bot.stdout,
      errors: bot.stderr,
      messages: JSON.stringify(bot.teams.requests.map(({ body }) => body)),
      answers: answers.join('\n'),
      metrics: await metrics.text(),
    };
    expect(places.metrics).toContain('samrad_');
    const figures = surface.replace(/\D/g, '');
    const forms = [surface, JSON.stringify(surface).slice(1, -1), ...(figures.length > 6 ? [figures] : [])];
    for (const [place, text] of Object.entries(places))
      for (const form of new Set(forms)) expect(text.includes(form), `${form} in ${place}`).toBe(false);
  });

  it('nothing failed on the way', () => {
    expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
    expect(people['cw-maria']!.lastText).toContain('Ta bort ditt meddelande');
  });
});
