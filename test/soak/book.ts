import { setTimeout as pause } from 'node:timers/promises';
import type { Person, Turn } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { type Area, add, chance, type Tally, violate } from './area.ts';
import { answerOf, draft, oneEach, press } from './deeds.ts';
import { onNewPostgres, type Reading, readingOf } from './manyBots.ts';

/** The stand-in for Teams keeps every message; a new one now and then keeps it small. */
const A_BOT = 60;

const byAnybody = ['cw-maria', 'fk-eva', 'af-omar', 'psyk-sara'];
const session = { agencies: 'fk,af,psykiatri', accept: byAnybody.slice(1), confirm: byAnybody };
const vote = { agencies: 'primarvard', accept: ['pv-anna'], confirm: ['cw-maria', 'co-karin'] };

/** Proposals of the same times for the same two people, and places of one session for the same four. */
const wanted = [vote, vote, vote, session, session];

type Meeting = { start: string; end: string; session?: string; participants: Record<string, string> };
type Doc = {
  id: string;
  reference: string;
  is: string;
  times?: { version: number; slots: { id: string; start: string }[] };
  meeting?: Meeting;
};

type Race = {
  bot: RunningBot;
  people: Record<string, Person>;
  /** Where the instances listen. */
  ports: readonly number[];
  read: Reading;
};

/** Everybody confirms two times at once, from several instances, some of them twice: nobody and no place has two. */
async function oneRace(tally: Tally, race: Race): Promise<void> {
  const { bot, people, ports } = race;
  const { seed } = tally;
  const random = chance(seed);
  tally.seed += 1;
  const owner = people['cw-maria']!;
  bot.teams.connect(ports[0]!);
  const references = await Promise.all(
    wanted.map(async ({ agencies, accept }) => {
      const made = await draft(owner, undefined, { agencies });
      if (!('reference' in made)) throw new Error(`seed ${seed}: no draft: ${made.answer}`);
      const ref = made.reference;
      await press(owner, 'request.send', { ref });
      for (const id of accept) await press(people[id]!, 'respond.accept', { ref });
      return ref;
    }),
  );
  const before = await docsOf(race, references);
  const open = [...before.values()].filter(({ is }) => is === 'scheduling');
  if (open.length < wanted.length) return violate(tally, `seed ${seed}: ${open.length} to confirm`);
  const answers = await Promise.all(
    wanted.flatMap(({ confirm }, place) => {
      const ref = references[place]!;
      const { times } = before.get(ref)!;
      return confirm.flatMap((id) => {
        const other = times!.slots[Math.floor(random() * times!.slots.length)]!;
        return [times!.slots[0]!, other].flatMap((slot, which) => {
          const activity = `${ref}-${id}-${which}`;
          return [activity, ...(random() < 0.25 ? [activity] : [])].map(async (name) => {
            await pause(random() * 15);
            // Read at the call itself, so each goes where it is told.
            bot.teams.connect(ports[Math.floor(random() * ports.length)]!);
            const data = { ref, v: String(times!.version), slot: slot.id };
            return { ref, slot, turn: await press(people[id]!, 'schedule.book', data, name) };
          });
        });
      });
    }),
  );
  bot.teams.connect(ports[0]!);
  const after = await docsOf(race, references);
  judgeMeetings(tally, seed, [...after.values()]);
  for (const { ref, slot, turn } of answers) judgeAnswer(tally, seed, turn, slot, after.get(ref)!);
  const rows = await race.read(
    'select person_key, start_at, end_at from bookings order by person_key, start_at',
  );
  for (const [place, row] of rows.entries()) {
    const last = rows[place - 1];
    if (last?.person_key === row.person_key && String(row.start_at) < String(last?.end_at))
      violate(tally, `seed ${seed}: ${String(row.person_key)} is booked twice`);
  }
  const booked = [...after.values()].filter(({ is }) => is === 'booked').length;
  if (booked === 0) violate(tally, `seed ${seed}: nobody won`);
  add(tally, 'booked', booked);
  tally.count += answers.length;
  for (const ref of references) await press(owner, 'request.withdraw', { ref, text: 'Inte aktuellt' });
}

async function docsOf({ read }: Race, references: readonly string[]): Promise<Map<string, Doc>> {
  const list = references.map((one) => `'${one}'`).join(',');
  const rows = await read(`select doc from consultations where reference in (${list})`);
  const docs = rows.map(({ doc }) => JSON.parse(String(doc)) as Doc);
  return new Map(docs.map((doc) => [doc.reference, doc]));
}

/** No person sits in two meetings at once, and no place of a session has two. */
function judgeMeetings(tally: Tally, seed: number, docs: readonly Doc[]): void {
  const booked = docs.flatMap(({ is, meeting }) => (is === 'booked' && meeting ? [meeting] : []));
  for (const [place, one] of booked.entries())
    for (const other of booked.slice(place + 1)) {
      const overlaps = one.start < other.end && other.start < one.end;
      const shared = Object.values(one.participants).some((id) =>
        Object.values(other.participants).includes(id),
      );
      if (overlaps && shared) violate(tally, `seed ${seed}: one person in two meetings at ${one.start}`);
      if (one.session && one.session === other.session && one.start === other.start)
        violate(tally, `seed ${seed}: a place for two at ${one.start}`);
    }
}

/** Whoever did not get their time reads so, and what is booked or free instead. */
function judgeAnswer(tally: Tally, seed: number, turn: Turn, slot: { start: string }, doc: Doc): void {
  const text = answerOf(turn);
  const wrong = (what: string) => violate(tally, `seed ${seed}: ${what}`);
  // Theirs, or booked by another of the same consultation: the card says for when.
  if (/Läge: \nMöte bokat/.test(text)) return;
  const told = losers.exec(text)?.[0];
  if (turn.status !== 200) wrong(`status ${turn.status}`);
  else if (told === undefined) wrong(`a loser read: ${text.slice(0, 300)}`);
  else if (doc.is === 'scheduling' && !/\d\. (mån|tis|ons|tors|fre) /.test(text))
    wrong(`nothing to choose from: ${text.slice(0, 300)}`);
  else if (told.startsWith('Tiden') && doc.times?.slots.some(({ start }) => start === slot.start))
    wrong(`still offered what is taken: ${slot.start}`);
}

const losers = /Tiden är inte ledig|Tiden togs av någon annan|gammalt|har ändrats|Den tiden finns inte/;

const now = '2026-09-07T09:00';

async function races(tally: Tally, race: Race, until: () => boolean): Promise<void> {
  for (let round = 0; round < A_BOT && tally.count < GOAL && !until(); round += 1) await oneRace(tally, race);
}

const GOAL = 10_000;

export const bookOnSqlite: Area = {
  name: 'book-sqlite',
  unit: 'confirmations',
  goal: GOAL,
  minutes: 12,
  run: async (tally, until) => {
    while (tally.count < GOAL && !until()) {
      const bot = await startBot({ associations: [oneEach()], now });
      try {
        const race = {
          bot,
          people: bot.cast(),
          ports: [bot.port],
          read: async (sql: string) => bot.rows(sql),
        };
        await races(tally, race, until);
      } finally {
        await bot.stop();
      }
    }
  },
};

/** Confirmations by three bots on one empty PostgreSQL database. */
export async function bookOn(url: string, tally: Tally, until: () => boolean): Promise<void> {
  const bot = await startBot({ associations: [oneEach()], now, databaseUrl: url });
  const others = [await bot.alongside(), await bot.alongside()];
  const reading = await readingOf(url);
  try {
    const ports = [bot.port, ...others.map(({ port }) => port)];
    await races(tally, { bot, people: bot.cast(), ports, read: reading.read }, until);
  } finally {
    await Promise.all(others.map((other) => other.kill('SIGTERM')));
    await bot.stop();
    await reading.stop();
  }
}

export const bookOnPostgres: Area = {
  name: 'book-postgres',
  unit: 'confirmations',
  goal: GOAL,
  minutes: 25,
  run: (tally, until) =>
    onNewPostgres(
      () => tally.count < GOAL && !until(),
      (url) => bookOn(url, tally, until),
    ),
};
