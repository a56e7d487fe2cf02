import { describe, expect, test } from 'vitest';
import { isHoliday } from '../../src/domain/holidays.ts';
import { freePlaces, placesPerOccasion, type Session, sessionFor } from '../../src/domain/sessions.ts';

const link = (n: number) => `https://teams.example.org/place-${n}`;
const session: Session = {
  id: 'konsultationstid',
  name: 'Konsultationstid',
  weekday: 'thu',
  weeks: 'odd',
  from: '13:00',
  to: '15:00',
  slotMinutes: 30,
  agencies: ['fk', 'af', 'psykiatri'],
  links: [link(1), link(2), link(3), link(4)],
  lobby: false,
};
const choice = {
  timeZone: 'Europe/Stockholm',
  after: new Date('2026-09-07T08:00:00Z'),
  horizonDays: 42,
  taken: () => false,
  closed: isHoliday,
  count: 3,
};
const starts = (places: { start: Date }[]) => places.map(({ start }) => start.toISOString());

describe('free places', () => {
  test('the next occasion’s places, each with its own link', () => {
    expect(freePlaces(session, choice)).toEqual([
      place(1, '2026-09-10T11:00:00.000Z', '2026-09-10T11:30:00.000Z'),
      place(2, '2026-09-10T11:30:00.000Z', '2026-09-10T12:00:00.000Z'),
      place(3, '2026-09-10T12:00:00.000Z', '2026-09-10T12:30:00.000Z'),
    ]);
    function place(number: number, start: string, end: string) {
      return { session: session.id, start: new Date(start), end: new Date(end), link: link(number), number };
    }
  });

  test('taken places and places before the notice are passed over, into the next odd week', () => {
    const taken = (start: Date) => start.toISOString() === '2026-09-10T12:30:00.000Z';
    const after = new Date('2026-09-10T11:30:00Z');
    expect(starts(freePlaces(session, { ...choice, after, taken }))).toEqual([
      '2026-09-10T11:30:00.000Z',
      '2026-09-10T12:00:00.000Z',
      '2026-09-24T11:00:00.000Z',
    ]);
  });

  test('odd weeks over the turn of the year: week 53 is New Year’s Eve, week 1 follows it', () => {
    const after = new Date('2026-12-18T08:00:00Z');
    const open = freePlaces(session, { ...choice, after, count: 5 });
    expect(starts(open).map((start) => start.slice(0, 10))).toEqual([
      '2027-01-07',
      '2027-01-07',
      '2027-01-07',
      '2027-01-07',
      '2027-01-21',
    ]);
    const never = freePlaces(session, { ...choice, after, count: 1, closed: () => false });
    expect(starts(never)).toEqual(['2026-12-31T12:00:00.000Z']);
  });

  test('even and all weeks, wall-clock time on both sides of the clock change', () => {
    const after = new Date('2026-10-12T08:00:00Z');
    const once = { ...session, to: '13:30' };
    expect(starts(freePlaces({ ...once, weeks: 'all' }, { ...choice, after }))).toEqual([
      '2026-10-15T11:00:00.000Z',
      '2026-10-22T11:00:00.000Z',
      '2026-10-29T12:00:00.000Z',
    ]);
    expect(starts(freePlaces({ ...once, weeks: 'even' }, { ...choice, after }))).toEqual([
      '2026-10-15T11:00:00.000Z',
      '2026-10-29T12:00:00.000Z',
      '2026-11-12T12:00:00.000Z',
    ]);
  });

  test('the horizon ends the search', () => {
    expect(freePlaces(session, { ...choice, horizonDays: 2 })).toEqual([]);
    expect(freePlaces(session, { ...choice, horizonDays: 3 })).toHaveLength(3);
    expect(freePlaces(session, { ...choice, closed: () => true })).toEqual([]);
    expect(freePlaces({ ...session, weekday: 'torsdag' }, choice)).toEqual([]);
  });

  test('no two places share a link: without a lobby, a place without a link is never offered', () => {
    const one = freePlaces({ ...session, links: [link(1)] }, { ...choice, count: 2 });
    expect(one.map((place) => [place.number, place.start.toISOString()])).toEqual([
      [1, '2026-09-10T11:00:00.000Z'],
      [1, '2026-09-24T11:00:00.000Z'],
    ]);
    const lobby = freePlaces({ ...session, links: [link(1)], lobby: true }, choice);
    expect(lobby.map((place) => place.link)).toEqual([link(1), link(1), link(1)]);
    const bare = freePlaces({ ...session, links: [], lobby: true }, choice);
    expect(bare.map((place) => place.link)).toEqual([undefined, undefined, undefined]);
  });

  test('the night the clocks go forward no two places are the same instant', () => {
    const night = { ...session, weekday: 'sun', from: '01:30', to: '04:00', lobby: true };
    const places = freePlaces(night, {
      ...choice,
      after: new Date('2026-03-23T08:00:00Z'),
      closed: () => false,
      count: 5,
    });
    expect(starts(places).slice(0, 3)).toEqual([
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ]);
    expect(new Set(starts(places)).size).toBe(5);
  });
});

test('places per occasion are the whole ones', () => {
  expect(placesPerOccasion(session)).toBe(4);
  expect(placesPerOccasion({ ...session, slotMinutes: 45 })).toBe(2);
  expect(placesPerOccasion({ ...session, slotMinutes: 0 })).toBe(0);
  expect(placesPerOccasion({ ...session, from: '15:00', to: '13:00' })).toBe(0);
  expect(placesPerOccasion({ ...session, from: 'kl 13' })).toBe(0);
});

test('a session serves a consultation when every required agency is in it', () => {
  const pair = { ...session, id: 'pair', agencies: ['fk', 'primarvard'] };
  const all = [session, pair];
  expect(sessionFor(all, ['kommun', 'fk', 'af'])?.id).toBe('konsultationstid');
  expect(sessionFor(all, ['fk', 'primarvard'])?.id).toBe('pair');
  expect(sessionFor(all, ['af', 'primarvard'])).toBeUndefined();
  expect(sessionFor(all, ['kommun'])).toBeUndefined();
  expect(sessionFor([], ['fk'])).toBeUndefined();
});
