import { expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { example, startBot } from '../support/runningBot.ts';
import {
  asked,
  calendarOn,
  cardOf,
  monday,
  outcome,
  pressOn,
  read,
  referenceOn,
  required,
  shownTo,
} from './steps.ts';

const question = 'Hur kommer den som saknar sjukpenning vidare till arbetsträning?';
const background = 'Orkar två timmar om dagen och behöver en lugn plats';
const strength = 'Vill gärna arbeta praktiskt';
const clarification = 'Vilket intyg finns och hur gammalt är det?';
const reply = 'Ett intyg finns och det är äldre än ett halvår';
const step = 'Boka gemensamt samtal om arbetsträning';
/** Whatever of the case somebody wrote; each piece is looked for everywhere it must not stand. */
const written = [question, background, strength, clarification, reply, step];

it('carries one question in parallel to three agencies, into one place of their session and to one counted outcome', async () => {
  const bot = await startBot({ now: monday });
  try {
    const people = bot.cast();
    const [maria, eva, omar, lena] = [
      people['cw-maria']!,
      people['fk-eva']!,
      people['af-omar']!,
      people['af-lena']!,
    ];
    const [sara, nils, karin, johan] = [
      people['psyk-sara']!,
      people['psyk-nils']!,
      people['co-karin']!,
      people['cw-johan']!,
    ];
    // Nobody asked has ever spoken to the bot: it has to open their chats itself.
    await maria.install();

    await maria.say('ny');
    const fields = { ...required, question, background, strength, gender: 'woman' };
    await expect(maria.press('request.preview', { ...fields, acute: '' })).rejects.toThrow('required');
    const preview = read(await maria.press('request.preview', fields));
    const reference = referenceOn(preview);
    for (const seen of [question, 'Eva Dahl', 'Omar Aziz', 'Sara Holm', 'tors 10 sep', 'samordnaren'])
      expect(preview).toContain(seen);
    expect(eva.texts).toEqual([]);
    expect(read(await maria.press('request.send'))).toContain('(0/3)');
    await bot.drained();

    // All three at the same time, each with their own deadline and nothing of the question.
    for (const [person, until] of [
      [eva, 'tors 10 sep kl. 16.30'],
      [omar, 'tors 10 sep kl. 16.00'],
      [sara, 'tis 15 sep kl. 17.00'],
    ] as const) {
      expect(person.lastText).toContain(reference);
      expect(person.lastText).toContain(`Svara senast ${until}`);
      expect(person.lastText).not.toContain('Maria');
    }
    for (const other of [lena, nils, johan, karin, people['pv-anna']!]) expect(other.texts).toEqual([]);

    // Content only to the presser, and the requester's name only after accepting.
    const before = read(await pressOn(eva, reference, 'consultation.show'));
    for (const seen of [question, background, strength, 'Hagfors']) expect(before).toContain(seen);
    for (const hidden of ['Maria Lund', 'Kvinna']) expect(before).not.toContain(hidden);
    expect(read(await pressOn(eva, reference, 'respond.accept'))).toContain('accepterat av Eva Dahl');
    const after = await shownTo(eva, reference);
    expect(after).toContain('Maria Lund');
    expect(after).not.toContain('Kvinna');

    await pressOn(sara, reference, 'respond.ask', { text: clarification });
    await maria.waitFor(/behöver veta mer/);
    await bot.drained();
    expect(await shownTo(omar, reference)).not.toContain(clarification);
    expect(await shownTo(maria, reference)).toContain(clarification);
    await pressOn(maria, reference, 'clarify.answer', { agency: 'psykiatri', text: reply });
    await sara.waitFor(/Du har fått svar på din fråga/);
    await bot.drained();
    expect(await shownTo(sara, reference)).toContain(reply);
    expect(await shownTo(eva, reference)).toContain(reply);
    expect(await shownTo(omar, reference)).not.toContain(reply);

    await pressOn(omar, reference, 'respond.forward', { to: 'af-lena' });
    await lena.waitFor(/Ny fråga till Arbetsförmedlingen/);
    await pressOn(lena, reference, 'respond.accept');
    await bot.drained();
    // Sara goes on from the card her clarification was answered on.
    expect(read(await pressOn(sara, reference, 'respond.accept'))).toContain('Välj en av de lediga tiderna');

    // The three share a session: its next free places are offered, and any participant takes one for all.
    await bot.drained();
    const booked = read(await pressOn(lena, reference, 'schedule.book', { slot: 'slot-1' }));
    expect(booked).toContain('tors 10 sep kl. 13.00');
    expect(booked).toContain('Släpp in från lobbyn. Ingen inspelning, transkribering eller Copilot.');
    await bot.drained();
    for (const person of [maria, eva, sara, lena]) {
      expect(person.lastText).toContain('tors 10 sep kl. 13.00');
      const card = cardOf(person, reference);
      expect(JSON.stringify(card)).toContain('https://teams.microsoft.com/l/meetup-join/example-1');
      const { event, method, raw } = await calendarOn(card);
      expect(method).toBe('REQUEST');
      expect(event.summary).toBe(`Samråd ${reference}`);
      expect([event.sequence, event.startDate.toString()]).toEqual([0, '2026-09-10T13:00:00']);
      expect(event.endDate.toString()).toBe('2026-09-10T13:30:00');
      expect(event.startDate.toJSDate().toISOString()).toBe('2026-09-10T11:00:00.000Z');
      for (const hidden of [...written, ...Object.values(people).map(({ name }) => name)])
        expect(raw.replace(/\r\n /g, '')).not.toContain(hidden);
    }
    expect(new Set(await Promise.all([maria, eva].map((p) => uidOn(p, reference)))).size).toBe(1);
    for (const outside of [omar, nils, karin])
      expect(JSON.stringify(outside.cards)).not.toMatch(/meetup-join|\/calendar\//);

    // A guess at the link opens nothing.
    expect((await fetch(`${bot.url}/calendar/${'x'.repeat(40)}`)).status).toBe(404);

    // Before its start no meeting has been held; after it, whoever was there says so and records together.
    await maria.say(`hållet ${reference} kommun fk`);
    expect(maria.lastText).toContain('Mötet börjar först tors 10 sep');
    await bot.restart('2026-09-10T13:40');
    await pressOn(maria, reference, 'consultation.show');
    await pressOn(maria, reference, 'meeting.held', { present: 'kommun,fk,psykiatri,af' });
    await eva.waitFor(/Mötet är hållet\. /);
    const recorded = read(
      await pressOn(eva, reference, 'outcome.record', { ...outcome, nextStep: step, responsible: 'fk' }),
    );
    expect(recorded).toContain(`Ansvaret ligger hos Försäkringskassan. Nästa steg: ${step}`);
    expect(recorded).toContain('rekommendation, inget beslut');
    await maria.waitFor(/Utfallet är antecknat/);

    // The coordinator sees states and counts; the content only after joining, and the parties are told.
    await karin.say('status');
    expect(karin.lastText).toMatch(/Antecknad|antecknat/i);
    expect(karin.lastText).toMatch(/Har haft ett möte 25\+: 1 av 60/);
    await karin.say(`visa ${reference}`);
    for (const text of written) expect(karin.lastText).not.toContain(text);
    await karin.press('consultation.join', { reason: 'Uppföljning av metoden' });
    expect(karin.lastText).toContain(question);
    await eva.waitFor(/Samordnaren har tagit del av innehållet/);
    await people['ob-per']!.say(`visa ${reference}`);
    expect(people['ob-per']!.lastText).toContain('hittar inget samråd');
    await bot.drained();

    // All content so far was drawn in the answer to a press. Nothing of it is in any message, summary or log line.
    const sent = bot.teams.requests.filter(({ op }) => op === 'create' || op === 'update');
    expect(sent.length).toBeGreaterThan(20);
    for (const text of written) expect(JSON.stringify(sent)).not.toContain(text);
    for (const text of [...written, 'Eva Dahl', 'Maria Lund']) {
      expect(bot.stdout).not.toContain(text);
      expect(bot.stderr).not.toContain(text);
    }
    expect(bot.rows("select * from outbox where state <> 'sent'")).toEqual([]);
    expect(bot.teams.lint).toEqual([]);
    expect(bot.stderr).toBe('');
    expect(bot.log.filter(({ event }) => event === 'fault' || event === 'unhandled')).toEqual([]);
  } finally {
    await bot.stop();
  }
}, 60_000);

const uidOn = async (person: Person, reference: string) =>
  (await calendarOn(cardOf(person, reference))).event.uid;

it('votes itself to a booking without a session, moves it under the same UID, and calls it off', async () => {
  const association = example('skargarden');
  const bot = await startBot({ associations: [association], now: monday });
  try {
    const people = bot.cast();
    const [ida, moa, petra] = [people['cw-ida']!, people['af-moa']!, people['psyk-petra']!];
    for (const one of Object.values(people)) await one.install();
    const reference = await asked(ida, {
      municipality: 'ekholma',
      agencies: 'fk,af,psykiatri',
      question,
    });
    await bot.drained();
    const fk = [people['fk-hassan']!, people['fk-ylva']!, people['fk-linnea']!].find((one) =>
      one.lastText?.includes('Ny fråga'),
    )!;
    const psykiatri = [petra, people['psyk-aino']!].find((one) => one.lastText?.includes('Ny fråga'))!;
    expect([fk, psykiatri, moa].every(Boolean)).toBe(true);
    await pressOn(fk, reference, 'respond.accept');
    await pressOn(moa, reference, 'respond.accept');
    const last = read(await pressOn(psykiatri, reference, 'respond.accept'));
    expect(last).toContain('Rösta på tiderna');
    await bot.drained();

    // Everybody may at a pinch at the first, all like the second: it is booked with the last vote, by itself.
    const voters = [ida, fk, moa, psykiatri];
    for (const voter of voters) {
      const vote = { 'slot-1': 'maybe', 'slot-2': 'yes', 'slot-3': voter === moa ? 'no' : 'yes' };
      const turn = read(await pressOn(voter, reference, 'schedule.vote', vote));
      expect(turn.includes('Lägg i kalendern')).toBe(voter === psykiatri);
    }
    await bot.drained();
    const first = await calendarOn(cardOf(ida, reference));
    expect([first.method, first.event.sequence]).toEqual(['REQUEST', 0]);
    expect(first.event.summary).toBe(`Samråd ${reference}`);
    // The first of the meeting rooms is theirs, and its link is the participants' only.
    const [room] = association.rooms as string[];
    expect(String(first.event.component.getFirstPropertyValue('url'))).toBe(room);
    for (const voter of voters) expect(JSON.stringify(cardOf(voter, reference))).toContain(room);
    expect(bot.rows('select person_key from bookings').map(({ person_key }) => person_key)).toContain(
      `room ${room}`,
    );
    expect(JSON.stringify(people['co-gun']!.place.messages)).not.toContain(room);

    // Moving calls it off at once for all, voids the votes, and keeps the UID for the next booking.
    await pressOn(moa, reference, 'schedule.move', { reason: 'krockar' });
    await bot.drained();
    for (const voter of [ida, fk, psykiatri]) expect(voter.lastText).toMatch(/avbokat|flyttas/);
    const off = await calendarOn(cardOf(fk, reference));
    expect([off.method, off.event.sequence, off.event.uid]).toEqual(['CANCEL', 1, first.event.uid]);
    for (const voter of voters)
      await pressOn(voter, reference, 'schedule.vote', {
        'slot-1': 'yes',
        'slot-2': 'no',
        'slot-3': 'maybe',
      });
    await bot.drained();
    const second = await calendarOn(cardOf(ida, reference));
    expect([second.method, second.event.uid]).toEqual(['REQUEST', first.event.uid]);
    expect(second.event.sequence).toBeGreaterThan(1);
    expect(second.event.startDate.toString()).not.toBe(first.event.startDate.toString());

    // Called off: everybody takes it out of the calendar, and no new times come by themselves.
    await pressOn(ida, reference, 'schedule.cancel', { reason: 'inte aktuellt' });
    await bot.drained();
    for (const voter of [fk, moa, psykiatri]) {
      expect(voter.lastText).toContain('Mötet är avbokat');
      const gone = await calendarOn(cardOf(voter, reference));
      expect([gone.method, gone.event.uid]).toEqual(['CANCEL', first.event.uid]);
      expect(gone.event.sequence).toBeGreaterThan(second.event.sequence);
    }
    expect(bot.rows('select state from consultations')).toEqual([{ state: 'ready' }]);
    expect(bot.rows('select * from bookings')).toEqual([]);
    const everything = JSON.stringify(bot.teams.requests.map(({ body }) => body));
    expect(everything).not.toContain(question);
    expect(bot.teams.lint).toEqual([]);
    expect(bot.stderr).toBe('');
  } finally {
    await bot.stop();
  }
}, 60_000);
