import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { asked, forge, monday, outcome, pressOn, read, referenceOn, required } from './steps.ts';

let bot: RunningBot;
let maria: Person;
let eva: Person;
let karin: Person;

beforeAll(async () => {
  bot = await startBot({ mode: 'local', now: monday });
  const people = bot.cast();
  [maria, eva, karin] = [people['cw-maria']!, people['fk-eva']!, people['co-karin']!];
  await Promise.all(Object.values(people).map((one) => one.install()));
}, 60_000);
afterAll(() => bot.stop());

it('takes what was filled in last, although Teams brings what was filled in before once more', async () => {
  await maria.say('ny');
  const form = maria.cards.at(-1)!;
  const fill = (question: string) =>
    maria.press('request.preview', { ...required, question }, { card: form });
  const reference = referenceOn(read(await fill('Vilken väg finns?')));
  expect(read(await fill('Vem gör intyget?'))).toContain('Vem gör intyget?');
  // A redelivery has an id of its own when the answer was lost.
  expect(read(await fill('Vilken väg finns?'))).toContain('Vem gör intyget?');
  expect(read(await fill('Vem gör intyget?'))).toContain(reference);
  expect(
    bot.rows(`select count(*) as edits from records where verb = 'request.edit'`).map(({ edits }) => edits),
  ).toEqual([1]);
  expect(read(await fill('Kan AF börja nu?'))).toContain('Kan AF börja nu?');
}, 60_000);

it('asks for the outcome of a new round on an empty form, and pushes nothing of the last one to anybody', async () => {
  const nextStep = 'Ring mottagningen om remissen';
  const reference = await asked(maria, { agencies: 'fk' });
  await pressOn(eva, reference, 'respond.advise', { text: 'Börja med kartläggning' });
  await pressOn(eva, reference, 'outcome.record', { ...outcome, nextStep });
  await bot.drained();
  await pressOn(maria, reference, 'outcome.file');
  await forge(maria, 'consultation.reopen', { ref: reference, reason: 'nytt läge' });
  await bot.drained();
  await forge(eva, 'respond.advise', { ref: reference, text: 'Pröva arbetsträning' });
  await bot.drained();
  const forms = [maria, eva].flatMap(({ cards }) => cards.map((card) => JSON.stringify(card)));
  expect(forms.filter((card) => card.includes('outcome.record'))).not.toEqual([]);
  expect(forms.filter((card) => card.includes(`"value":"${nextStep}"`))).toEqual([]);
}, 60_000);

it('takes nothing away that was declared after the press that Teams brings again', async () => {
  await eva.say('tider måndag 9-12');
  const early = eva.cards.at(-1)!;
  const cleared = await eva.press('availability.clear', {}, { card: early });
  expect(read(cleared)).not.toContain('09.00');
  await eva.say('tider tisdag 13-15');
  expect(read(await eva.press('availability.clear', {}, { card: early }))).toContain('13.00');
  expect(read(await eva.press('availability.clear', {}, { card: eva.cards.at(-1)! }))).not.toContain('13.00');

  await eva.say('tyst 9-10');
  const first = eva.cards.at(-1)!;
  await eva.press('quiet.set', {}, { card: first });
  await eva.say('tyst 14-15');
  expect(read(await eva.press('quiet.set', {}, { card: first }))).toContain('14.00');
  expect(read(await eva.press('quiet.set', {}, { card: eva.cards.at(-1)! }))).not.toContain('14.00–');
}, 60_000);

it('makes another draft of an old form whose draft is gone, with a history of its own', async () => {
  await maria.say('ny');
  const form = maria.cards.at(-1)!;
  const fill = () =>
    maria.press('request.preview', { ...required, question: 'Vem tar nästa steg?' }, { card: form });
  const reference = referenceOn(read(await fill()));
  const drafts = () => bot.rows(`select reference from consultations where state = 'draft'`);
  expect(drafts()).toContainEqual({ reference });
  await karin.say('klocka 2026-10-12 09:00');
  await expect.poll(drafts, { timeout: 20_000 }).not.toContainEqual({ reference });
  const another = referenceOn(read(await fill()));
  expect(another).not.toBe(reference);
  expect(referenceOn(read(await fill()))).toBe(another);
  expect(
    bot.rows(`select consultation from records where version = 1 group by consultation having count(*) > 1`),
  ).toEqual([]);
}, 60_000);
