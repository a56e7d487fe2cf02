import { setTimeout as pause } from 'node:timers/promises';
import type { Person, Turn } from '../support/fakeTeams.ts';
import { type AssociationFile, example, type RunningBot, startBot } from '../support/runningBot.ts';
import { type Area, add, chance, type Tally, violate } from './area.ts';
import { answerOf, type Doc, draft, press } from './deeds.ts';
import { onNewPostgres, readingOf } from './manyBots.ts';

/** The stand-in for Teams keeps every message; a new one now and then keeps it small. */
const A_BOT = 250;

const letters = ['Ada', 'Bo', 'Cia', 'Dag', 'Elsa', 'Finn', 'Gro', 'Hugo'];
const names = letters.map((name, place) => `${name} Prov${'abcdefgh'[place]}`);
const ids = letters.map((_, place) => `fk-prov-${place}`);

/** The example association with eight people where the agency had two. */
function crowded(): AssociationFile {
  const association = example('klaralvdalen');
  const first = association.people.find(({ id }) => id === 'fk-eva')!;
  const tenantId = first.tenantId ?? first.identities![0]!.tenantId;
  for (const [place, id] of ids.entries()) {
    const { identities: _, capacity: __, ...rest } = first;
    const aadObjectId = `00000000-0000-4000-8000-00000000e1${String(place).padStart(2, '0')}`;
    association.people.push({ ...rest, id, name: names[place]!, tenantId, aadObjectId });
  }
  association.functions.find(({ agency }) => agency === 'fk')!.people.push(...ids);
  return association;
}

type Race = {
  bot: RunningBot;
  people: Record<string, Person>;
  /** Where the instances listen. */
  ports: readonly number[];
  docOf: (reference: string) => Promise<Doc>;
};

/** One of eight accepts, from several instances at once, some of them twice: exactly one has it, and only they are told so. */
async function oneRace(tally: Tally, { bot, people, ports, docOf }: Race): Promise<void> {
  const random = chance(tally.seed);
  const seed = tally.seed;
  tally.seed += 1;
  const owner = people['cw-maria']!;
  bot.teams.connect(ports[0]!);
  const made = await draft(owner, undefined, { agencies: 'fk,af' });
  if (!('reference' in made)) return violate(tally, `seed ${seed}: no draft: ${made.answer}`);
  const ref = made.reference;
  await press(owner, 'request.send', { ref });
  const answers = await Promise.all(
    ids.flatMap((id, place) => {
      const port = ports[place % ports.length]!;
      const activity = `${ref}-${id}`;
      const isRepeated = random() < 0.25;
      return [activity, ...(isRepeated ? [activity] : [])].map(async (name) => {
        await pause(random() * 15);
        // Read at the call itself, so each goes where it is told.
        bot.teams.connect(port);
        return { id, turn: await press(people[id]!, 'respond.accept', { ref }, name) };
      });
    }),
  );
  const doc = await docOf(ref);
  const holder = doc.legs.find(({ agency }) => agency === 'fk')?.holder;
  const winner = ids.indexOf(holder ?? '');
  if (winner < 0) violate(tally, `seed ${seed}: nobody has it: ${holder}`);
  if (doc.version !== 3) violate(tally, `seed ${seed}: accepted ${doc.version - 2} times`);
  for (const { id, turn } of answers) judge(tally, seed, turn, id === holder, names[winner] ?? '');
  add(tally, 'presses', answers.length);
  tally.count += 1;
}

/** A loser reads who was first; the winner, also when asked twice, is refused nothing. */
function judge(tally: Tally, seed: number, turn: Turn, isWinner: boolean, name: string): void {
  const text = answerOf(turn);
  const refused = text.includes(`Frågan är redan accepterad av ${name}. Inget har ändrats.`);
  if (turn.status !== 200) violate(tally, `seed ${seed}: ${turn.status}`);
  else if (isWinner && refused) violate(tally, `seed ${seed}: the winner was refused`);
  else if (!isWinner && !refused) violate(tally, `seed ${seed}: a loser read: ${text.slice(0, 200)}`);
}

const now = '2026-09-07T09:00';

export const acceptOnSqlite: Area = {
  name: 'accept-sqlite',
  unit: 'rounds',
  goal: 10_000,
  minutes: 20,
  run: async (tally, until) => {
    while (tally.count < acceptOnSqlite.goal && !until()) {
      const bot = await startBot({ associations: [crowded()], now });
      try {
        const docOf = async (reference: string) =>
          JSON.parse(
            String(bot.rows('select doc from consultations where reference = ?', reference)[0]?.doc),
          ) as Doc;
        const race = { bot, people: bot.cast(), ports: [bot.port], docOf };
        for (let round = 0; round < A_BOT && tally.count < acceptOnSqlite.goal && !until(); round += 1)
          await oneRace(tally, race);
      } finally {
        await bot.stop();
      }
    }
  },
};

export const acceptOnPostgres: Area = {
  name: 'accept-postgres',
  unit: 'rounds',
  goal: 10_000,
  minutes: 45,
  run: (tally, until) =>
    onNewPostgres(
      () => tally.count < acceptOnPostgres.goal && !until(),
      (url) => raceOn(url, tally, until),
    ),
};

/** Races between three bots on one empty PostgreSQL database. */
export async function raceOn(url: string, tally: Tally, until: () => boolean): Promise<void> {
  const bot = await startBot({ associations: [crowded()], now, databaseUrl: url });
  const others = await Promise.all([bot.alongside(), bot.alongside()]);
  const reading = await readingOf(url);
  try {
    const docOf = async (reference: string) => {
      const rows = await reading.read(`select doc from consultations where reference = '${reference}'`);
      return JSON.parse(String(rows[0]?.doc)) as Doc;
    };
    const race = { bot, people: bot.cast(), ports: [bot.port, ...others.map(({ port }) => port)], docOf };
    for (let round = 0; round < A_BOT && tally.count < acceptOnPostgres.goal && !until(); round += 1)
      await oneRace(tally, race);
  } finally {
    await Promise.all(others.map((other) => other.kill('SIGTERM')));
    await bot.stop();
    await reading.stop();
  }
}
