import { expect, it } from 'vitest';
import type { Person } from '../support/fakeTeams.ts';
import { type RunningBot, startBot } from '../support/runningBot.ts';
import { cardOf, drafted, forge, monday, outcome } from './steps.ts';

type Doc = {
  is: string;
  version: number;
  legs: { agency: string; is: string; holder?: string; clarifications: unknown[]; advice: unknown[] }[];
  times?: { kind: string };
  meeting?: { start: string };
  outcomes: unknown[];
};

const docOf = (bot: RunningBot, reference: string): Doc =>
  JSON.parse(String(bot.rows('select doc from consultations where reference = ?', reference)[0]?.doc)) as Doc;

/** Whose notices of a consultation have come to something, and that none is written twice. */
function noticesOf(bot: RunningBot, reference: string) {
  const rows = bot.rows(
    "select key, recipient, outbox.state, kind, outbox.reason from outbox join consultations on key like id || ':%' where reference = ? order by sequence",
    reference,
  );
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  return rows;
}

/** Versions of a consultation, one history row for each, in order: no change lost, none made twice. */
function changesOf(bot: RunningBot, reference: string): { verb: string; version: number }[] {
  const rows = bot.rows(
    "select verb, records.version from records join consultations on id = consultation where reference = ? and kind = 'change' order by seq",
    reference,
  ) as { verb: string; version: number }[];
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
  expect(docOf(bot, reference).version).toBe(rows.length);
  return rows;
}

type Deed = {
  verb: string;
  by: string;
  inputs?: Record<string, unknown>;
  /** What stands once it has been done, however many times it was sent. */
  done: (doc: Doc) => boolean;
};

const leg = (doc: Doc, agency: string) => doc.legs.find((one) => one.agency === agency);

const story: Deed[] = [
  { verb: 'request.send', by: 'cw-maria', done: ({ is }) => is !== 'draft' },
  { verb: 'respond.accept', by: 'fk-eva', done: (doc) => leg(doc, 'fk')?.is === 'accepted' },
  {
    verb: 'respond.ask',
    by: 'psyk-sara',
    inputs: { text: 'Vilket intyg finns?' },
    done: (doc) => leg(doc, 'psykiatri')?.clarifications.length === 1,
  },
  {
    verb: 'clarify.answer',
    by: 'cw-maria',
    inputs: { agency: 'psykiatri', text: 'Ett äldre intyg' },
    done: (doc) => leg(doc, 'psykiatri')?.is === 'offered',
  },
  {
    verb: 'respond.advise',
    by: 'af-omar',
    inputs: { text: 'Börja med kartläggning' },
    done: (doc) => leg(doc, 'af')?.is === 'advised',
  },
  { verb: 'respond.accept', by: 'psyk-sara', done: ({ is }) => is === 'scheduling' },
  {
    verb: 'schedule.book',
    by: 'fk-eva',
    inputs: { slot: 'slot-1' },
    done: ({ is }) => is === 'booked',
  },
  { verb: 'schedule.cancel', by: 'cw-maria', done: ({ is }) => is === 'ready' },
  { verb: 'schedule.suggest', by: 'cw-maria', done: ({ is }) => is === 'scheduling' },
  {
    verb: 'schedule.book',
    by: 'psyk-sara',
    inputs: { slot: 'slot-1' },
    done: ({ is }) => is === 'booked',
  },
];

async function begin() {
  const bot = await startBot({ now: monday });
  const people = bot.cast();
  const who = (id: string): Person => people[id] ?? expect.fail(id);
  await who('cw-maria').install();
  return { bot, who };
}

/** Every notice has arrived: its row is settled, and the person's own chat shows the consultation. */
async function allToldOf(bot: RunningBot, who: (id: string) => Person, reference: string): Promise<void> {
  await bot.drained(15_000);
  for (const { key, recipient, state, kind } of noticesOf(bot, reference)) {
    expect(['sent', 'unknown'], `${String(key)} is ${String(state)}`).toContain(state);
    if (kind !== 'notify') continue;
    const person = who(String(recipient).split('/')[1]!);
    expect(person.texts.join('\n'), `${person.name} was told nothing`).toContain(reference);
  }
}

it('loses nothing it has answered for, and does nothing twice, when it is killed between any two steps', async () => {
  const { bot, who } = await begin();
  try {
    const reference = await drafted(who('cw-maria'));
    await bot.kill();
    await bot.launch();
    expect(docOf(bot, reference).is).toBe('draft');
    for (const { verb, by, inputs = {}, done } of story) {
      const version = docOf(bot, reference).version;
      const id = `${verb}-${version}`;
      const turn = await forge(who(by), verb, { ref: reference, ...inputs }, { id });
      expect(turn.status).toBe(200);
      await bot.kill();
      // Read from the file alone, before anything runs again: what was answered for is there.
      const kept = docOf(bot, reference);
      expect(done(kept), `${verb} by ${by} was lost`).toBe(true);
      expect(kept.version).toBe(version + 1);
      await bot.launch();
      // Teams, which may not have had the answer, sends the same again.
      await forge(who(by), verb, { ref: reference, ...inputs }, { id });
      expect(docOf(bot, reference).version).toBe(version + 1);
    }
    expect(changesOf(bot, reference)).toHaveLength(story.length + 1);
    await allToldOf(bot, who, reference);
    for (const id of ['fk-eva', 'psyk-sara', 'cw-maria'])
      expect(cardTextOf(who(id), reference)).toContain('tors 10 sep');

    await bot.kill();
    await bot.launch('2026-09-10T16:00');
    await forge(who('cw-maria'), 'meeting.held', { ref: reference, present: 'kommun,fk,psykiatri' });
    expect(docOf(bot, reference).is).toBe('held');
    await bot.kill();
    await bot.launch('2026-09-10T16:05');
    await forge(who('fk-eva'), 'outcome.record', { ref: reference, ...outcome });
    await bot.kill();
    expect(docOf(bot, reference).is).toBe('recorded');
    await bot.launch('2026-10-01T09:00');
    // What fell due while nobody ran is done when somebody does: closed after ten working days.
    await expect.poll(() => docOf(bot, reference).is, { timeout: 8000 }).toBe('closed');
    await allToldOf(bot, who, reference);
    expect(bot.stderr).toBe('');
  } finally {
    await bot.stop();
  }
}, 240_000);

const cardTextOf = (person: Person, reference: string): string => JSON.stringify(cardOf(person, reference));
