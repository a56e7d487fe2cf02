import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, writeCalendar } from '../../src/domain/icalendar.ts';
import { checkEntry, clean, entries, nameOf } from '../support/calendarFuzz.ts';
import { only, readCalendar, textOf } from '../support/calendarReader.ts';
import fc from '../support/property.ts';

const meeting: CalendarEntry = {
  method: 'REQUEST',
  uid: '0d5a3a0e-6f1b-4a41-9d39-2f5f4cf5b1c7',
  sequence: 0,
  stamp: new Date('2026-09-07T08:00:00Z'),
  start: new Date('2026-09-10T11:00:00Z'),
  end: new Date('2026-09-10T11:45:00Z'),
  timeZone: 'Europe/Stockholm',
  summary: 'Samråd K-7Q2M',
  description: 'Släpp in från lobbyn.\nNämn inte namn; skriv inget.',
  url: 'https://teams.microsoft.com/l/meetup-join/example-1?context=%7b%22Tid%22%3a1%7d',
  organizer: { name: 'Samråd', email: 'samrad@example.org' },
  attendees: [{ name: 'Funktion, "Östra"', email: 'fk-samverkan@example.org' }, { email: 'af@example.org' }],
};

const eventIn = (written: string) => readCalendar(written).components.find(({ name }) => name === 'VEVENT')!;
/** The second reader: ical.js, which knows the zone from the object itself. */
function icalOf(written: string) {
  const component = new ICAL.Component(ICAL.parse(written));
  for (const zone of component.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return { component, event: new ICAL.Event(component.getFirstSubcomponent('vevent')!) };
}

describe('one meeting', () => {
  test('is written exactly so', () => {
    const written = writeCalendar({
      ...meeting,
      description: undefined,
      attendees: meeting.attendees.slice(1),
    });
    expect(written.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Samrad//Samrad//SV',
      'CALSCALE:GREGORIAN',
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Stockholm',
      'BEGIN:DAYLIGHT',
      'DTSTART:19960331T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'TZNAME:CEST',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'TZNAME:CET',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:0d5a3a0e-6f1b-4a41-9d39-2f5f4cf5b1c7',
      'SEQUENCE:0',
      'DTSTAMP:20260907T080000Z',
      'DTSTART;TZID=Europe/Stockholm:20260910T130000',
      'DTEND;TZID=Europe/Stockholm:20260910T134500',
      'SUMMARY:Samråd K-7Q2M',
      'URL:https://teams.microsoft.com/l/meetup-join/example-1?context=%7b%22Tid%22%3a1%7d',
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://teams.microsoft.com/l/meetup-join/example-1?context=%7b%22Tid%22%3a1%7d',
      'CLASS:PRIVATE',
      'TRANSP:OPAQUE',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN="Samråd":mailto:samrad@example.org',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:af@example.org',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(readCalendar(written).name).toBe('VCALENDAR');
  });

  test('a cancellation keeps the UID, raises the sequence and says so twice', () => {
    const written = writeCalendar({ ...meeting, method: 'CANCEL', sequence: 2 });
    const event = eventIn(written);
    expect(only(readCalendar(written), 'METHOD').value).toBe('CANCEL');
    expect(only(event, 'UID').value).toBe(meeting.uid);
    expect(only(event, 'SEQUENCE').value).toBe('2');
    expect(only(event, 'STATUS').value).toBe('CANCELLED');
  });

  test.each([
    ['winter', '2026-01-15T12:00:00Z', '20260115T130000'],
    ['before the hour that repeats', '2026-10-24T23:59:00Z', '20261025T015900'],
    ['after the clocks go forward', '2026-03-29T01:00:00Z', '20260329T030000'],
  ])('%s in local time', (_, start, local) => {
    const event = eventIn(
      writeCalendar({ ...meeting, start: new Date(start), end: new Date('2026-12-01T00:00:00Z') }),
    );
    expect(only(event, 'DTSTART')).toEqual({
      name: 'DTSTART',
      params: { TZID: ['Europe/Stockholm'] },
      value: local,
    });
  });

  test('the hour that repeats is written in UTC both times, since readers differ on local time there', () => {
    for (const [start, end] of [
      ['20261025T000000Z', '20261025T005959Z'],
      ['20261025T010000Z', '20261025T015959Z'],
    ] as const) {
      const instant = (text: string) =>
        new Date(text.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
      const event = eventIn(writeCalendar({ ...meeting, start: instant(start), end: instant(end) }));
      expect(only(event, 'DTSTART')).toEqual({ name: 'DTSTART', params: {}, value: start });
      expect(only(event, 'DTEND')).toEqual({ name: 'DTEND', params: {}, value: end });
    }
    const after = eventIn(writeCalendar({ ...meeting, end: new Date('2026-10-25T02:00:00Z') }));
    expect(only(after, 'DTEND').value).toBe('20261025T030000');
  });

  test('a long line is folded as late as 75 octets allow, between characters', () => {
    const written = writeCalendar({ ...meeting, summary: `${'å'.repeat(75)}${'👩'.repeat(20)}` });
    const folded = written.slice(written.indexOf('SUMMARY:'), written.indexOf('\r\nDESCRIPTION'));
    const octets = folded.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(octets).toEqual([74, 75, 75, 17]);
    expect(textOf(only(eventIn(written), 'SUMMARY').value)).toBe(`${'å'.repeat(75)}${'👩'.repeat(20)}`);
  });

  test('a link that is not https is left out', () => {
    for (const url of ['javascript:alert(1)', 'http://example.org/', 'not a link', '', undefined]) {
      const names = eventIn(writeCalendar({ ...meeting, url })).properties.map(({ name }) => name);
      expect(names).not.toContain('URL');
      expect(names).not.toContain('CONFERENCE');
    }
  });

  test('a meeting that does not end, a sequence that is none, a time that is none', () => {
    expect(() => writeCalendar({ ...meeting, end: meeting.start })).toThrow(RangeError);
    expect(() => writeCalendar({ ...meeting, start: new Date(Number.NaN) })).toThrow(RangeError);
    expect(() => writeCalendar({ ...meeting, stamp: new Date(Number.NaN) })).toThrow(RangeError);
    for (const sequence of [-1, 1.5, Number.NaN]) {
      expect(() => writeCalendar({ ...meeting, sequence })).toThrow(RangeError);
    }
  });
});

describe('hostile words', () => {
  test.each([
    'A\\',
    'A;ROLE=CHAIR',
    'A:mailto:evil@example.org',
    'A"\r\nATTENDEE:mailto:evil@example.org',
    'A\r\nEND:VEVENT\r\nBEGIN:VEVENT',
    '^n^^^\'"',
    '\u2028\u202eevil\u0000\u0085\ud800',
  ])('%j as a name, a subject and an address stays one value', (name) => {
    const written = writeCalendar({
      ...meeting,
      summary: name,
      uid: name,
      organizer: { name, email: name },
      attendees: [{ name, email: name }],
    });
    const event = eventIn(written);
    expect(event.properties.filter((property) => property.name === 'ATTENDEE')).toHaveLength(1);
    const attendee = only(event, 'ATTENDEE');
    expect(clean(attendee.params.CN?.[0] ?? '')).toBe(nameOf(name));
    expect(attendee.params.ROLE).toEqual(['REQ-PARTICIPANT']);
    expect(decodeURIComponent(attendee.value.slice(7))).toBe(name.toWellFormed().trim());
    expect(icalOf(written).event.attendees).toHaveLength(1);
  });

  test('three readers find what was written and nothing else', () => {
    fc.assert(fc.property(entries, checkEntry), { numRuns: 300 });
  }, 60_000);
});
