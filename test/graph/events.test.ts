import { expect, it, onTestFinished } from 'vitest';
import type { Person } from '../../src/domain/association.ts';
import type { CalendarEntry } from '../../src/domain/icalendar.ts';
import { createEvents } from '../../src/graph/events.ts';
import type { Line } from '../../src/log.ts';
import { klaralvdalen } from '../support/cases.ts';
import { startFakeGraph } from '../support/fakeGraph.ts';

const home = '11111111-1111-4111-8111-111111111111';
const organizer = 'samrad@kommun.invalid';
const eva: Person = {
  ...klaralvdalen.people[0]!,
  guest: false,
  mail: undefined,
  identities: [{ tenantId: home, aadObjectId: 'a0000000-0000-4000-8000-000000000001' }],
};
const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: 'u-1',
  sequence: 0,
  stamp: new Date('2026-09-07T08:00:00Z'),
  start: new Date('2026-09-10T11:00:00Z'),
  end: new Date('2026-09-10T11:45:00Z'),
  timeZone: 'Europe/Stockholm',
  summary: 'Samråd K-BCDFG-H',
  description: 'Släpp in från lobbyn.',
  url: 'https://teams.microsoft.com/l/meetup-join/example-1',
  organizer: { name: 'Samråd', email: 'samrad@example.org' },
  attendees: [{ email: 'x@samrad.invalid' }],
};

async function begin() {
  const graph = await startFakeGraph();
  onTestFinished(() => graph.stop());
  graph.organizers.add(organizer);
  graph.calendars.push({ id: eva.identities[0]!.aadObjectId, mail: 'eva@kommun.invalid', entries: [] });
  const lines: Line[] = [];
  const clock = { ahead: 0 };
  const events = createEvents({
    url: graph.url,
    tenantId: home,
    organizer,
    token: async () => 'token',
    now: () => Date.now() + clock.ahead,
    log: (line) => void lines.push(line),
  });
  return { graph, events, lines, clock };
}

it('is made in the organizer’s calendar, for one person, private, and without a room of its own', async () => {
  const { graph, events, lines } = await begin();
  expect(await events.create(eva, entry, 't-1')).toEqual({ is: 'sent', event: 'AAMk/1+x=' });
  expect(graph.events[0]!.said).toEqual({
    subject: 'Samråd K-BCDFG-H',
    body: { contentType: 'text', content: `Släpp in från lobbyn.\n\n${entry.url}` },
    start: { dateTime: '2026-09-10T11:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-09-10T11:45:00', timeZone: 'UTC' },
    attendees: [{ emailAddress: { address: 'eva@kommun.invalid' }, type: 'required' }],
    transactionId: 't-1',
    sensitivity: 'private',
    showAs: 'busy',
    responseRequested: false,
    allowNewTimeProposals: false,
    isOnlineMeeting: false,
  });
  const moved = { ...entry, start: new Date('2026-09-11T11:00:00Z'), end: new Date('2026-09-11T12:00:00Z') };
  expect(await events.update('AAMk/1+x=', moved)).toMatchObject({ is: 'sent' });
  expect(await events.remove('AAMk/1+x=')).toMatchObject({ is: 'sent' });
  expect(await events.remove('AAMk/1+x=')).toMatchObject({ is: 'sent' });
  expect(await events.update('AAMk/1+x=', entry)).toEqual({ is: 'gone' });
  expect(graph.invitations.map(({ is, start }) => `${is} ${start}`)).toEqual([
    'invited 2026-09-10T11:00:00',
    'updated 2026-09-11T11:00:00',
    'cancelled 2026-09-11T11:00:00',
  ]);
  expect(lines[0]).toMatchObject({ event: 'calendar-event', kind: 'create', outcome: 'sent' });
  expect(JSON.stringify(lines)).not.toMatch(/kommun|K-BCD|a0000000|AAMk/);
});

it('reaches people of the home tenant, and no guest', async () => {
  const { events } = await begin();
  expect(events.reaches(eva)).toBe(true);
  expect(events.reaches({ ...eva, guest: true })).toBe(false);
  expect(events.reaches({ ...eva, identities: [{ tenantId: 'other', aadObjectId: 'a' }] })).toBe(false);
});

it.each([
  ['a fault of theirs', { status: 503 }, { is: 'again' }],
  ['a gateway that gave up', { status: 504 }, { is: 'again' }],
  ['no JSON', { body: '<html>' }, { is: 'again' }],
  ['a longer wait', { status: 429, retryAfter: '60' }, { is: 'later', retryAfterSeconds: 60 }],
  ['a permission that is not there', { status: 403 }, { is: 'refused', status: 403, reason: 'forbidden' }],
  ['a request they do not understand', { status: 400 }, { is: 'refused', status: 400, reason: 'bad' }],
  ['a mailbox that is not there', { status: 404 }, { is: 'gone' }],
])('is judged by what may follow: %s', async (_what, fault, result) => {
  const { graph, events } = await begin();
  graph.fault({ at: 'events', ...fault });
  expect(await events.create(eva, entry, 't-1')).toEqual(result);
});

it('waits out a short Retry-After, and asks nothing during a long one', async () => {
  const { graph, events, clock } = await begin();
  graph.fault({ at: 'events', status: 429, retryAfter: '1' });
  expect(await events.create(eva, entry, 't-1')).toMatchObject({ is: 'sent' });
  graph.fault({ at: 'events', status: 429, retryAfter: '30' });
  expect(await events.update('AAMk/1+x=', entry)).toMatchObject({ is: 'later' });
  const before = graph.asked.length;
  expect(await events.remove('AAMk/1+x=')).toMatchObject({ is: 'later' });
  expect(graph.asked).toHaveLength(before);
  clock.ahead = 31_000;
  expect(await events.remove('AAMk/1+x=')).toMatchObject({ is: 'sent' });
}, 20_000);

it('is one event, however often it is asked for by the same id after an answer that did not come', async () => {
  const { graph, events } = await begin();
  graph.fault({ at: 'events', keep: true, delay: 5000 });
  const began = performance.now();
  expect(await events.create(eva, entry, 't-1')).toEqual({ is: 'again' });
  expect(performance.now() - began).toBeLessThan(3500);
  graph.fault({ at: 'events', keep: true, status: 502 });
  expect(await events.create(eva, entry, 't-1')).toEqual({ is: 'again' });
  expect(await events.create(eva, entry, 't-1')).toEqual({ is: 'sent', event: 'AAMk/1+x=' });
  expect(graph.events).toHaveLength(1);
  expect(await events.create(eva, entry, 't-2')).toEqual({ is: 'sent', event: 'AAMk/2+x=' });
}, 20_000);

it('cannot be for somebody the directory has no address for', async () => {
  const { graph, events } = await begin();
  graph.calendars.length = 0;
  expect(await events.create(eva, entry, 't-1')).toMatchObject({ is: 'refused', reason: 'no-mailbox' });
  expect(await events.create({ ...eva, mail: 'eva@example.org' }, entry, 't-1')).toMatchObject({
    is: 'sent',
  });
});
