import { afterAll, beforeAll, expect, it } from 'vitest';
import { inputsOf } from '../support/fakeCards.ts';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { answerOf, asked, cardOf, forge, monday, pressOn, read, said } from './steps.ts';

let bot: RunningBot;
let maria: Person;
let anna: Person;
let karin: Person;

beforeAll(async () => {
  bot = await startBot({ now: monday });
  const people = bot.cast();
  [maria, anna, karin] = [people['cw-maria']!, people['pv-anna']!, people['co-karin']!];
  for (const person of [maria, anna, karin]) await person.install();
}, 60_000);
afterAll(() => bot.stop());

/** Primary care has no session with anybody: Maria and Anna vote. */
async function voting(): Promise<string> {
  const reference = await asked(maria, { agencies: 'primarvard' });
  await pressOn(anna, reference, 'respond.accept');
  await bot.drained();
  return reference;
}
const three = { 'slot-1': 'no', 'slot-2': 'no', 'slot-3': 'no' };

it('adds times to a vote: nothing that was voted is lost, and the new ones are all that is asked', async () => {
  const reference = await voting();
  await pressOn(anna, reference, 'schedule.vote', three);
  await bot.drained();
  // Anna can none of them: Maria hears so at once, and what to do about it.
  expect(maria.lastText).toContain('Ingen av tiderna passar alla som måste vara med.');
  await pressOn(maria, reference, 'schedule.vote', { ...three, 'slot-1': 'yes' });

  const again = await voting();
  await pressOn(anna, again, 'schedule.vote', three);
  await bot.drained();
  const added = read(await pressOn(maria, again, 'schedule.add'));
  for (const seen of ['6. ', '1 nej, 1 har inte svarat', '0 nej, 2 har inte svarat'])
    expect(added).toContain(seen);
  await bot.drained();
  expect(anna.lastText).toContain('Det som redan är röstat ligger kvar.');
  expect(anna.lastText).toContain('Rösta på tiderna som har kommit till senast');
  const fields = (cardOf(anna, again).body as never[])
    .flatMap(inputsOf)
    .filter(({ id }) => `${id}`.startsWith('slot-'));
  expect(fields.map(({ id, value }) => `${id} ${value ?? ''}`)).toEqual([
    ...['slot-1 no', 'slot-2 no', 'slot-3 no', 'slot-4 ', 'slot-5 ', 'slot-6 '],
  ]);
  expect(fields.map(({ label }) => `${label}`.endsWith('(ny)'))).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);

  // One word for each new time.
  await anna.say(`rösta ${again} nej ja nej`);
  expect(said(anna)).toContain('du har röstat');
  await maria.say(`rösta ${again} ja ja ja ja om nej`);
  await bot.drained();
  expect(said(anna)).toContain('Mötet är bokat.');
}, 60_000);

it('asks whoever votes on a card from before them for the rest, with what was filled in still there', async () => {
  const reference = await voting();
  const old = cardOf(anna, reference);
  await maria.say(`fler tider ${reference}`);
  expect(said(maria)).toContain('6. ');
  await bot.drained();
  const back = await anna.press('schedule.vote', { ...three, 'slot-2': 'maybe' }, { card: old });
  expect(read(back)).toContain('Svara på alla tider innan du röstar.');
  const fields = (back.card!.body as never[])
    .flatMap(inputsOf)
    .map(({ id, value }) => `${id} ${value ?? ''}`);
  expect(fields).toEqual(['slot-1 no', 'slot-2 maybe', 'slot-3 no', 'slot-4 ', 'slot-5 ', 'slot-6 ']);
  const whole = { 'slot-4': 'no', 'slot-5': 'no', 'slot-6': 'yes' };
  const voted = await anna.press('schedule.vote', { ...three, ...whole }, { card: back.card! });
  expect(read(voted)).toContain('du har röstat');
}, 60_000);

it('counts the vote given last, although Teams brings an earlier one once more', async () => {
  const reference = await voting();
  const card = cardOf(anna, reference);
  const vote = (first: string, on = card) =>
    anna.press('schedule.vote', { ...three, 'slot-1': first }, { card: on });
  const kept = () => inputsOf(cardOf(anna, reference) as never).find(({ id }) => `${id}` === 'slot-1')?.value;
  await vote('yes');
  await vote('maybe');
  // A redelivery has an id of its own when the answer was lost.
  await vote('yes');
  await bot.drained();
  expect(kept()).toBe('maybe');
  // Whoever changes their mind votes on the card as it is now, as often as they like.
  for (const mind of ['yes', 'maybe', 'yes']) {
    await vote(mind, cardOf(anna, reference));
    await bot.drained();
    expect(kept()).toBe(mind);
  }
}, 60_000);

it('may be done twice by whoever leads, not by who votes, and not in a session', async () => {
  const reference = await voting();
  const add = async (person: Person) => answerOf(await forge(person, 'schedule.add', { ref: reference }));
  expect(await add(anna)).toContain('Det här är inte ditt att göra');
  await add(maria);
  await karin.say(`more times ${reference}`);
  expect(said(karin)).toContain('9. ');
  expect(await add(maria)).toContain('Det finns inga fler tider att lägga till.');
  const shown = answerOf(await forge(maria, 'consultation.show', { ref: reference }));
  expect(shown).not.toContain('Fler tider');
  expect(shown).toContain('Föreslå nya tider');
}, 60_000);
