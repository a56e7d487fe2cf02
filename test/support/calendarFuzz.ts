import ICAL from 'ical.js';
import { expect } from 'vitest';
import { type CalendarEntry, writeCalendar } from '../../src/domain/icalendar.ts';
import { only, readCalendar, textOf } from './calendarReader.ts';
import { byIcalJs, byNodeIcal, type Invitation } from './invitation.ts';
import fc from './property.ts';
import { changesOf } from './stockholmClock.ts';

export const clean = (value: string) =>
  value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Z}"]+/gu, ' ')
    .trim();
export const nameOf = (value: string) => clean(value.replaceAll('\\', ' '));
const lines = (value: string) =>
  value
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .split('\n');

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom(...'åäö"^\\;:,=?#{|}`\r\n\t \u0000\u2028👩‍👩‍👧ß漢', 'BEGIN:VEVENT', 'mailto:'),
    maxLength: 60,
  }),
);
/** node-ical knows the changes of the clocks for about ten years ahead only. */
const known = Date.UTC(2035, 11, 31);
const minuteIn = (from: number, to: number) => fc.integer({ min: from / 60_000, max: to / 60_000 });
const nearChange = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.constantFrom('spring' as const, 'autumn' as const),
      fc.integer({ min: -180, max: 180 }),
    )
    .map(([year, change, minutes]) => changesOf(year)[change] + minutes);
const minute = fc.oneof(
  { weight: 4, arbitrary: minuteIn(Date.UTC(2000, 0, 1), known) },
  { weight: 4, arbitrary: nearChange(2000, 2035) },
  { weight: 1, arbitrary: minuteIn(known, Date.UTC(2099, 0, 1)) },
  { weight: 1, arbitrary: nearChange(2036, 2098) },
);

/** Any meeting at all: hostile words, any minute of a century and many around the changes of the clocks. */
export const entries: fc.Arbitrary<CalendarEntry> = fc
  .record({
    method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
    uid: fc.uuid(),
    sequence: fc.nat(),
    start: minute.map((at) => new Date(at * 60_000)),
    minutes: fc.integer({ min: 1, max: 600 }),
    summary: hostile,
    description: fc.option(hostile, { nil: undefined }),
    url: fc.option(
      fc.oneof(
        fc.webUrl({ validSchemes: ['https', 'http'] }),
        hostile.map((x) => `https://example.org/${x}`),
      ),
      { nil: undefined },
    ),
    name: hostile,
    attendees: fc.array(
      fc.record({ name: fc.option(hostile, { nil: undefined }), email: fc.emailAddress() }),
      { maxLength: 4 },
    ),
  })
  .map(({ minutes, name, start, ...rest }) => ({
    ...rest,
    stamp: new Date('2026-09-07T08:00:00Z'),
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    timeZone: 'Europe/Stockholm',
    organizer: { name, email: 'samrad@example.org' },
  }));

/**
 * Fails unless the strict reader of RFC 5545, ical.js and node-ical all find what was written, and nothing that was not.
 */
export function checkEntry(entry: CalendarEntry): void {
  const written = writeCalendar(entry);
  const event = readCalendar(written).components.find(({ name }) => name === 'VEVENT')!;
  const said = textOf(only(event, 'SUMMARY').value);
  expect(lines(said).map(clean)).toEqual(lines(entry.summary).map(clean));
  const attendees = event.properties.filter((property) => property.name === 'ATTENDEE');
  expect(attendees.map(({ value }) => decodeURIComponent(value))).toEqual(
    entry.attendees.map(({ email }) => `mailto:${email}`),
  );
  expect(attendees.map(({ params }) => clean(params.CN?.[0] ?? ''))).toEqual(
    entry.attendees.map((attendee) => nameOf(attendee.name ?? '')),
  );
  const described = event.properties.find(({ name }) => name === 'DESCRIPTION');
  const expected = {
    method: entry.method,
    uid: entry.uid,
    sequence: entry.sequence,
    start: entry.start.toISOString(),
    end: entry.end.toISOString(),
    status: entry.method === 'REQUEST' ? 'CONFIRMED' : 'CANCELLED',
    summary: said,
    description: described ? textOf(described.value) : '',
    url: event.properties.find(({ name }) => name === 'URL')?.value ?? '',
    attendees: attendees.map(({ value }) => value),
  };
  expect(byIcalJs(written)).toEqual(expected);
  expect(withoutFaults(byNodeIcal(written), expected)).toEqual(withoutFaults(expected, expected));
  const component = new ICAL.Component(ICAL.parse(written)).getFirstSubcomponent('vevent')!;
  const names = component.getAllProperties().map((property) => property.name.toUpperCase());
  expect(names).toEqual(event.properties.map((property) => property.name));
  // node-ical ends a quoted name at its first semicolon; of the names only ical.js is asked.
  expect(new ICAL.Event(component).attendees.map((one) => one.getFirstParameter('cn') ?? '')).toEqual(
    attendees.map(({ params }) => params.CN?.[0] ?? ''),
  );
}

/** What node-ical itself reads wrongly is asked of the others only: late years, text in quotes, an escaped backslash. */
function withoutFaults(one: Invitation, written: Invitation): Partial<Invitation> {
  const { start, end, summary, description, ...rest } = one;
  const isMisread = (text: string) => /^".*"$|\\/s.test(text);
  return {
    ...rest,
    ...(Date.parse(written.end) < known ? { start, end } : {}),
    ...(isMisread(written.summary) ? {} : { summary }),
    ...(isMisread(written.description) ? {} : { description }),
  };
}
