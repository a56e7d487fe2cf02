import { expect, it, onTestFinished } from 'vitest';
import type { Person } from '../../src/domain/association.ts';
import { createFreeBusy } from '../../src/graph/freeBusy.ts';
import type { Line } from '../../src/log.ts';
import { klaralvdalen } from '../support/cases.ts';
import { type Calendar, startFakeGraph } from '../support/fakeGraph.ts';

const home = '11111111-1111-4111-8111-111111111111';
const from = new Date('2026-09-08T07:00:00Z');
const to = new Date('2026-10-19T07:00:00Z');
const minute = (said: string) => Date.parse(said) / 60_000;
const nine = { start: minute('2026-09-10T07:00:00Z'), end: minute('2026-09-10T08:00:00Z') };

const idOf = (number: number) => `a0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Somebody of the home tenant with a number for a name. */
const person = (number: number, but: Partial<Person> = {}): Person => ({
  ...klaralvdalen.people[0]!,
  id: `p-${number}`,
  guest: false,
  identities: [{ tenantId: home, aadObjectId: idOf(number) }],
  ...but,
});
const calendar = (number: number, but: Partial<Calendar> = {}): Calendar => ({
  id: idOf(number),
  mail: `P.${number}@Kommun.invalid`,
  entries: [],
  ...but,
});

async function begin(...calendars: Calendar[]) {
  const graph = await startFakeGraph();
  onTestFinished(() => graph.stop());
  graph.calendars.push(...calendars);
  const lines: Line[] = [];
  const given: (string | undefined)[] = [];
  const clock = { ahead: 0 };
  const ask = createFreeBusy({
    url: graph.url,
    tenantId: home,
    token: async (refused) => {
      given.push(refused);
      return `token-${given.length}`;
    },
    now: () => Date.now() + clock.ahead,
    log: (line) => void lines.push(line),
  });
  const schedules = () => graph.asked.filter(({ kind }) => kind === 'getSchedule');
  return { graph, ask, lines, given, clock, schedules };
}

it('tells when people are taken: busy, tentative, away and whatever it does not know, not when they work elsewhere', async () => {
  const at = (hour: number, status: string) => ({
    start: nine.start + hour * 60,
    end: nine.end + hour * 60,
    status,
  });
  const entries = ['busy', 'free', 'tentative', 'workingElsewhere', 'oof', 'unknown'].map((status, hour) =>
    at(hour * 2, status),
  );
  const { ask, graph, lines } = await begin(calendar(1, { entries }));
  const known = await ask([person(1)], from, to);
  expect(known('p-1')).toEqual(
    [0, 4, 8, 10].map((hour) => ({ start: nine.start + hour * 60, end: nine.end + hour * 60 })),
  );
  expect(known('p-2')).toBeUndefined();
  expect(graph.asked.map(({ prefer }) => prefer)).toEqual(Array(2).fill('outlook.timezone="UTC"'));
  expect(graph.asked.every(({ authorization }) => authorization?.startsWith('Bearer token-'))).toBe(true);
  expect(lines).toMatchObject([{ event: 'calendars', count: 1, outcome: 'read' }]);
  expect(JSON.stringify(lines)).not.toMatch(/kommun|Hemligt|a0000000/i);
});

it('asks about nobody of another tenant, and no guest', async () => {
  const elsewhere = [{ tenantId: '22222222-2222-4222-8222-222222222222', aadObjectId: idOf(2) }];
  const { ask, graph } = await begin(calendar(1), calendar(2));
  const known = await ask([person(1, { guest: true }), person(2, { identities: elsewhere })], from, to);
  expect([known('p-1'), known('p-2')]).toEqual([undefined, undefined]);
  expect(graph.asked).toEqual([]);
});

it('keeps within 20 calendars and 62 days at once, and knows only who was answered for all of it', async () => {
  const numbers = Array.from({ length: 45 }, (_, place) => place + 1);
  const late = { start: minute('2027-06-01T07:00:00Z'), end: minute('2027-06-01T08:00:00Z') };
  const { ask, graph, schedules } = await begin(
    ...numbers.map((number) => calendar(number, { entries: [late] })),
  );
  const year = new Date('2027-09-08T07:00:00Z');
  const known = await ask(
    numbers.map((number) => person(number)),
    from,
    year,
  );
  expect(numbers.filter((number) => known(`p-${number}`)?.length === 1)).toEqual(numbers);
  expect(schedules()).toHaveLength(3 * 6);
  expect(Math.max(...schedules().map(({ schedules: all }) => all.length))).toBe(20);
  expect(Math.max(...schedules().map(({ start, end }) => end - start))).toBeLessThan(62 * 1440);
  graph.fault({ at: 'getSchedule', status: 500 });
  const partly = await ask([person(1)], from, year);
  expect(partly('p-1')).toBeUndefined();
});

it('takes an error in an entry for unknown, and believes the others of the same answer', async () => {
  const { ask } = await begin(
    calendar(1, { error: { message: 'The mailbox has too many entries.', responseCode: '5039' } }),
    calendar(2, { entries: [nine] }),
    calendar(3, { mail: null }),
  );
  const known = await ask([person(1), person(2), person(3), person(4)], from, to);
  expect(known('p-1')).toBeUndefined();
  expect(known('p-2')).toEqual([nine]);
  // Without a mail address the user principal name is asked about; who is not in the directory is unknown.
  expect(known('p-3')).toEqual([]);
  expect(known('p-4')).toBeUndefined();
});

it('reads the merged view alone, and knows nothing where there is none', async () => {
  const { ask } = await begin(
    calendar(1, { entries: [nine], viewOnly: true }),
    calendar(2, { entries: [nine], noView: true }),
  );
  const known = await ask([person(1), person(2)], from, to);
  expect(known('p-1')).toEqual([nine]);
  expect(known('p-2')).toBeUndefined();
});

it('does not guess at times in another zone than the one it asked for', async () => {
  const { ask, graph } = await begin(calendar(1, { entries: [nine] }));
  graph.answerIn('W. Europe Standard Time');
  expect((await ask([person(1)], from, to))('p-1')).toBeUndefined();
});

it.each([
  ['a fault of theirs', { status: 503 }],
  ['a gateway', { status: 504 }],
  ['a refusal', { status: 403 }],
  ['no JSON', { body: '<html>' }],
  ['another shape', { body: '{"value":{}}' }],
  [
    'a cut answer',
    { body: '{"value":[{"scheduleId":"p.1@kommun.invalid","availabilityView":"00","scheduleItems":[]}]}' },
  ],
  ['nothing of those asked about', { body: '{"value":[]}' }],
  [
    'two answers for one',
    {
      body: JSON.stringify({
        value: [
          { scheduleId: 'p.1@kommun.invalid', availabilityView: '0'.repeat(9000), scheduleItems: [] },
          { scheduleId: 'P.1@kommun.invalid', availabilityView: '2'.repeat(9000), scheduleItems: [] },
        ],
      }),
    },
  ],
])('is unknown after %s', async (_what, fault) => {
  const { ask, graph } = await begin(calendar(1));
  graph.fault({ at: 'getSchedule', ...fault });
  expect((await ask([person(1)], from, to))('p-1')).toBeUndefined();
  expect((await ask([person(1)], from, to))('p-1')).toEqual([]);
});

it('is unknown, and no more, when the address cannot be found out', async () => {
  const { ask, graph } = await begin(calendar(1));
  graph.fault({ at: 'users', status: 500 });
  expect((await ask([person(1)], from, to))('p-1')).toBeUndefined();
});

it('ends after two seconds with what has come by then', async () => {
  const numbers = Array.from({ length: 21 }, (_, place) => place + 1);
  const { ask, graph, lines } = await begin(...numbers.map((number) => calendar(number)));
  graph.fault({ at: 'getSchedule', delay: 10_000 });
  const began = performance.now();
  const known = await ask(
    numbers.map((number) => person(number)),
    from,
    to,
  );
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(1900);
  expect(took).toBeLessThan(3500);
  expect(numbers.map((number) => known(`p-${number}`) === undefined)).toEqual([
    ...Array(20).fill(true),
    false,
  ]);
  expect(lines).toMatchObject([{ outcome: 'slow', count: 1 }]);
}, 60_000);

it('waits as long as it is told where there is time, and otherwise leaves Graph alone that long', async () => {
  const { ask, graph, lines, clock } = await begin(calendar(1));
  graph.fault({ at: 'getSchedule', status: 429, retryAfter: '1' });
  expect((await ask([person(1)], from, to))('p-1')).toEqual([]);
  graph.fault({ at: 'getSchedule', status: 429, retryAfter: '60' });
  const began = performance.now();
  expect((await ask([person(1)], from, to))('p-1')).toBeUndefined();
  const before = graph.asked.length;
  expect((await ask([person(1)], from, to))('p-1')).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(1500);
  expect(graph.asked).toHaveLength(before);
  expect(lines.at(-1)).toMatchObject({ outcome: 'resting' });
  clock.ahead = 61_000;
  expect((await ask([person(1)], from, to))('p-1')).toEqual([]);
}, 60_000);

it('fetches a new token once when one is refused, and goes by somebody else where one has no mailbox', async () => {
  const { ask, graph, given, schedules } = await begin(calendar(1, { hasMailbox: false }), calendar(2));
  graph.refuseTokens(1);
  const known = await ask([person(1), person(2)], from, to);
  expect(given.filter((refused) => refused === 'token-1')).toHaveLength(1);
  expect(known('p-2')).toEqual([]);
  expect(schedules().map(({ by }) => by)).toEqual([idOf(1), idOf(2)]);
});
