import { buttonOf } from './form.ts';
import { read } from './page.ts';
import { amiss, castOf, must, mustNot, type Stage, scenes, topOf, words } from './scene.ts';

// From the Swedish Tax Agency's list of test numbers; nobody has it.
const testNumber = '850614-9882';
const question = (about: string) =>
  `Personen${about} har haft ekonomiskt bistånd i två år och har varken SGI eller ett läkarintyg som räcker. Vad behöver ni se för att arbetsträning ska bli möjlig?`;

/** One consultation from the first question to the recorded outcome. Throws, in words, at the first thing amiss. */
export async function play(stage: Stage): Promise<void> {
  const { page, step } = stage;
  const cast = castOf(stage);
  const { maria, eva, omar, sara, nils, karin, johan } = cast;
  const scene = scenes(stage, maria);
  const { sees, presses, hears } = scene;

  page.title(
    'Samråd: en repetition',
    'En riktig bot, här och nu, på den här datorn. Människorna är påhittade.',
  );
  step.name = 'alla installerar boten';
  for (const seat of Object.values(cast)) await seat.install();
  await scene.time(stage.opening, 'mån 7 sep kl. 10.00');

  step.name = 'Maria öppnar formuläret';
  page.tell('Maria är socialsekreterare i Hagfors. Hon bär på en fråga som ingen äger ensam.');
  page.says(maria.name, 'ny');
  sees(maria, await maria.say('ny'), words.form.newRequest, words.form.acute);

  step.name = 'vakten stoppar ett personnummer';
  page.tell('Det är lätt hänt att klistra in för mycket. Så här går det då:');
  const stopped = await presses(maria, 'request.preview', {
    acute: 'false',
    protectedIdentity: 'false',
    childConcern: 'false',
    ageBand: '30-59',
    question: question(` (${testNumber})`),
    template: 'no-sgi',
    assistance: '13-27',
    certificate: 'missing',
    strength: 'Kommer i tid och tycker om att arbeta med händerna.',
  });
  must(stopped, words.form.guardBlock(words.form.types.personnummer), `([${words.form.masks.personnummer}])`);
  mustNot(stopped, testNumber);
  page.sees(maria.name, { card: topOf(stopped.card) });

  step.name = 'Maria tar den maskerade texten och ser vem som frågas';
  page.tell('Ingenting sparades. Den maskerade texten duger, och då syns vem som frågas.');
  const preview = await presses(maria, 'guard.mask');
  sees(maria, preview, words.form.whoIsAsked, 'Eva Dahl', 'Omar Aziz', 'Sara Holm', 'tors 10 sep kl. 13.00');
  const reference = /K-[A-Z0-9]{5}-[A-Z0-9]/.exec(read(preview))?.[0];
  if (!reference) throw amiss('en referens (K-…)', preview);

  step.name = 'Maria skickar frågan';
  page.tell(`Frågan får en adress, ${reference}. Vem den gäller vet bara Hagfors.`);
  sees(maria, await presses(maria, 'request.send'), words.codes.state.requested, '(0/3)');

  step.name = 'Eva får frågan';
  page.tell('Tre personer får kortet genast: vad de ska göra, inte vad det handlar om.');
  const offered = await hears(eva, words.case.news.offer('Försäkringskassan'));
  mustNot(offered, 'läkarintyg som räcker');
  await hears(omar, words.case.news.offer('Arbetsförmedlingen'));
  await hears(sara, words.case.news.offer('Psykiatriska öppenvården'));
  page.sees(eva.name, offered);
  const forged = offered.card && buttonOf(offered.card, 'respond.accept')?.action.data;
  if (!forged) throw amiss('en knapp för respond.accept', offered);
  const shown = await presses(eva, 'consultation.show');
  sees(eva, shown, words.codes.template['no-sgi'], question(` ([${words.form.masks.personnummer}])`));

  step.name = 'Eva accepterar';
  page.tell('Eva på Försäkringskassan läser, och tar den.');
  must(await presses(eva, 'respond.accept'), words.case.leg.accepted({ who: 'Eva Dahl' }), '(1/3)');
  page.tell('Maria behöver inte ringa någon för att få veta det.');
  page.sees(
    maria.name,
    await hears(maria, words.case.news.accepted('Försäkringskassan'), 'accepterat av Eva Dahl'),
  );

  await scene.time('2026-09-07 13:15', 'mån 7 sep kl. 13.15');
  step.name = 'Omar frågar mer';
  page.tell('Omar på Arbetsförmedlingen vill veta mer först. Under tiden står klockan still.');
  must(
    await presses(omar, 'respond.ask', { text: 'Hur många timmar i veckan orkar personen i dag?' }),
    words.case.todo.waitForAnswer,
  );
  page.sees(
    maria.name,
    await hears(maria, words.case.news.clarification('Arbetsförmedlingen'), words.case.todo.clarify),
  );

  step.name = 'Maria svarar Omar';
  await presses(maria, 'clarify.answer', { text: 'Ungefär tio, helst på förmiddagen.' });
  await hears(omar, words.case.news.answered());

  await scene.time('2026-09-08 08:30', 'tis 8 sep kl. 08.30');
  step.name = 'Omar accepterar';
  page.tell('Nästa morgon läser Omar svaret. Tio timmar går att arbeta med.');
  must(await presses(omar, 'consultation.show'), words.case.ownerAnswers, 'Ungefär tio');
  must(await presses(omar, 'respond.accept'), 'accepterat av Omar Aziz', '(2/3)');
  await hears(maria, words.case.news.accepted('Arbetsförmedlingen'));

  step.name = 'Sara avböjer och Nils frågas';
  page.tell('Sara i psykiatrin har fullt. Ett tryck räcker, så frågas nästa person.');
  await presses(sara, 'respond.decline', { reason: 'no-time' });
  page.sees(nils.name, await hears(nils, words.case.news.offer('Psykiatriska öppenvården'), 'Att göra'));

  await scene.time('2026-09-08 15:10', 'tis 8 sep kl. 15.10');
  step.name = 'Nils accepterar och lediga tider kommer';
  page.tell('Nils hinner. Nu är alla med, och då kommer lediga tider av sig själva.');
  await presses(nils, 'respond.accept');
  page.sees(eva.name, await hears(eva, words.form.places, 'tors 10 sep kl. 13.00', words.case.todo.take));

  step.name = 'Eva bokar';
  page.tell('De tre har en gemensam konsultationstid på torsdagar. Eva tar första platsen.');
  const booked = await presses(eva, 'schedule.book', { slot: 'slot-1' });
  sees(eva, booked, words.codes.state.booked, 'tors 10 sep kl. 13.00–13.30', words.case.meetingRules);
  for (const seat of [maria, omar, nils])
    await hears(seat, words.case.news.booked(), 'tors 10 sep kl. 13.00', `[${words.case.joinMeeting}]`);
  page.opens(omar.name, words.case.calendarEntry);
  const entry = await omar.open(words.case.calendarEntry);
  for (const part of [`SUMMARY:Samråd ${reference}`, 'DTSTART;TZID=Europe/Stockholm:20260910T130000'])
    if (!entry.includes(part)) throw amiss(part, { text: entry });
  page.found(`Alla fyra har samma tid och möteslänk. I kalendern står bara "Samråd ${reference}".`);

  await scene.time('2026-09-10 13:00', 'tors 10 sep kl. 13.00');
  page.tell('Fyra personer sitter i samma möte. Ingen av dem utom Maria vet vem det gäller.');

  await scene.time('2026-09-10 13:30', 'tors 10 sep kl. 13.30');
  step.name = 'mötet är hållet';
  page.tell('Efter mötet räcker det med ett ord och ett tryck.');
  page.says(maria.name, 'hållet');
  sees(maria, await maria.say('hållet'), words.form.present);
  sees(maria, await presses(maria, 'meeting.held'), words.codes.state.held, words.case.todo.record);
  await hears(eva, words.case.news.held());

  step.name = 'Maria antecknar utfallet';
  page.tell('Innan de skiljs åt skriver de ner vem som gör vad härnäst.');
  const recorded = await presses(maria, 'outcome.record', {
    result: 'path-chosen',
    measures: 'fk-coordination,work-training',
    responsible: 'fk',
    nextStep: 'FK kallar till avstämning om arbetsträning tio timmar i veckan',
    nextDate: '2026-09-25',
    planOffered: 'true',
    fkOfficer: 'true',
  });
  sees(
    maria,
    recorded,
    'Ansvaret ligger hos Försäkringskassan. Nästa steg: FK kallar till avstämning',
    'fre 25 sep',
    words.case.recommendation,
  );
  for (const seat of [eva, omar, nils]) await hears(seat, words.case.news.recorded());

  step.name = 'Karin ser läget';
  page.tell('Karin samordnar förbundet. Hon ser läget, men inte vad frågan handlade om.');
  page.says(karin.name, 'status');
  const status = await karin.say('status');
  sees(karin, status, words.talk.statusAll, words.codes.state.recorded, words.talk.noneWaiting);
  mustNot(status, 'arbetsträning');

  step.name = 'någon utan rätt försöker';
  page.tell('Johan i en annan kommun har sett referensen. Den är en adress, ingen nyckel.');
  page.says(johan.name, `visa ${reference}`);
  sees(johan, await johan.say(`visa ${reference}`), words.talk.refused['unknown-reference']);
  page.tell('En främling skickar en egen kopia av Evas knapp [Acceptera].');
  const before = read({ card: maria.card() });
  const stranger = stage.teams.seat({
    name: 'Främlingen',
    tenantId: stage.association.tenants[0]!,
    aadObjectId: 'b0000000-0000-4000-8000-000000000099',
  });
  sees(stranger, await stranger.forge('respond.accept', forged), words.talk.stranger);
  if (read({ card: maria.card() }) !== before) throw amiss('att ingenting ändrades', { card: maria.card()! });

  step.name = 'personnumret finns ingenstans';
  const store = Buffer.concat(stage.kept());
  const places: [string, Buffer][] = [
    ...Object.values(cast).map((seat): [string, Buffer] => [
      `det som ${seat.name} fick se`,
      Buffer.from(seat.everything()),
    ]),
    ['databasen', store],
    ['loggen', Buffer.from(stage.log())],
  ];
  for (const [place, bytes] of places)
    for (const number of [testNumber, testNumber.replace('-', '')])
      if (bytes.includes(number)) throw new Error(`Personnumret finns i ${place}.`);
  // What must be there is there: the search looks in the right place.
  if (!store.includes(reference) || !store.includes('arbetsträning'))
    throw new Error('Samrådet finns inte i databasen.');
  if (/arbetsträning|tio timmar/i.test(stage.log())) throw new Error('Text ur ärendet finns i loggen.');
  page.found('Personnumret finns inte i någons chatt, inte i databasen och inte i loggen.');
  page.end('Från måndag till torsdag: en fråga, tre myndigheter, ett möte, ett nästa steg.');
}
