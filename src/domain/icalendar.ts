import { offsetAt } from './zone.ts';

/**
 * One meeting as it stands in everyone's calendar. `sequence` rises with every change and with the cancellation;
 * `url` is the meeting link, left out unless it is https; texts and names may hold anything.
 */
export type CalendarEntry = {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  stamp: Date;
  start: Date;
  end: Date;
  timeZone: 'Europe/Stockholm';
  summary: string;
  description?: string | undefined;
  url?: string | undefined;
  organizer: { name: string; email: string };
  attendees: readonly { name?: string | undefined; email: string }[];
};

/** Swedish time by the rule that has held since 1996 (last Sundays of March and October, directive 2000/84/EC). */
const stockholm = [
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
];

const secondMs = 1000;
const dayMs = 86_400_000;

/** The first 19 characters of an ISO instant as RFC 5545 DATE-TIME: '20260907T100000'. */
const compact = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');

const utc = (instant: Date): string => `${compact(instant.getTime())}Z`;

/** A date-time property in local time, or in UTC in the hour that repeats: readers differ on which one is meant. */
function moment(name: string, instant: Date, timeZone: string): string {
  const ms = Math.floor(instant.getTime() / secondMs) * secondMs;
  const wall = ms + offsetAt(ms, timeZone);
  const once = [ms - dayMs, ms + dayMs].every((near) => {
    const other = wall - offsetAt(near, timeZone);
    return other === ms || other + offsetAt(other, timeZone) !== wall;
  });
  return once ? `${name};TZID=${timeZone}:${compact(wall)}` : `${name}:${utc(instant)}`;
}

/** Line breaks of any alphabet become \n, other controls and direction overrides a space, and TEXT is escaped (§3.3.11). */
const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/**
 * A quoted parameter value: without controls and quotes, which it cannot hold (§3.2), and without backslashes, which
 * some readers take for an escape of the closing quote; `^` is escaped (RFC 6868).
 */
function quoted(value: string): string {
  const clean = value
    .toWellFormed()
    .replace(/[\u0000-\u001f"\\\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
  return `"${clean.replaceAll('^', '^^')}"`;
}

/** A mailto address in which only what RFC 6068 lets stand unencoded does. */
const mailto = (email: string): string =>
  `mailto:${email
    .toWellFormed()
    .trim()
    .replace(/[^A-Za-z0-9.!$'*+_~@-]+/g, (part) =>
      encodeURIComponent(part).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29')),
    )}`;

/** CN="…" with a leading semicolon, or nothing for a person without a name. */
const commonName = (name: string | undefined): string => {
  const value = quoted(name ?? '');
  return value === '""' ? '' : `;CN=${value}`;
};

/** The link as a URI without anything a content line cannot hold; undefined unless it is an https address. */
function linkOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' ? href.replace(/[\\^`{|}]/g, encodeURIComponent) : undefined;
}

const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;

/** Folds a content line at 75 octets, never inside a character (§3.1). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/**
 * Writes one meeting as an iCalendar object (RFC 5545, 5546 and 7986 for CONFERENCE), private, in local time with its
 * VTIMEZONE; its MIME type must name the same method. Throws RangeError for a meeting that does not end after its
 * start, or a sequence that is no whole number from 0.
 */
export function writeCalendar(entry: CalendarEntry): string {
  const { method, start, end, timeZone, organizer } = entry;
  if (!(start.getTime() < end.getTime())) throw new RangeError('A meeting must end after its start');
  if (!Number.isSafeInteger(entry.sequence) || entry.sequence < 0) {
    throw new RangeError('A sequence must be a whole number from 0');
  }
  const link = linkOf(entry.url);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samrad//Samrad//SV',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...stockholm,
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    moment('DTSTART', start, timeZone),
    moment('DTEND', end, timeZone),
    `SUMMARY:${text(entry.summary)}`,
    ...(entry.description ? [`DESCRIPTION:${text(entry.description)}`] : []),
    ...(link ? [`URL:${link}`, `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:${link}`] : []),
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER${commonName(organizer.name)}:${mailto(organizer.email)}`,
    ...entry.attendees.map(
      ({ name, email }) =>
        `ATTENDEE${commonName(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${mailto(email)}`,
    ),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
