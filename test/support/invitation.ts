import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import PostalMime from 'postal-mime';
import { readCalendar } from './calendarReader.ts';

/** One meeting as a calendar program has it; times in UTC. */
export type Invitation = {
  method: string;
  uid: string;
  sequence: number;
  start: string;
  end: string;
  status: string;
  summary: string;
  description: string;
  url: string;
  attendees: readonly string[];
};

/** What ical.js finds, by the zone that stands in the object itself. */
export function byIcalJs(written: string): Invitation {
  const calendar = new ICAL.Component(ICAL.parse(written));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const component = calendar.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(component);
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    status: text('status'),
    summary: text('summary'),
    description: text('description'),
    url: text('url'),
    attendees: event.attendees.map((one) => String(one.getFirstValue())),
  };
}

/** What node-ical finds, by what Node knows of the zone. */
export function byNodeIcal(written: string): Invitation {
  const found = Object.values(nodeIcal.sync.parseICS(written)).filter((one) => one?.type === 'VEVENT');
  if (found.length !== 1) throw new Error(`node-ical finds ${found.length} events`);
  const event = found[0] as nodeIcal.VEvent & { attendee?: unknown; url?: unknown };
  const attendees = event.attendee === undefined ? [] : [event.attendee].flat();
  return {
    method: String(event.method),
    uid: event.uid,
    sequence: Number(event.sequence),
    start: event.start.toISOString(),
    end: event.end!.toISOString(),
    status: String(event.status),
    summary: plain(event.summary),
    description: plain(event.description),
    url: plain(event.url),
    attendees: attendees.map(plain),
  };
}

/** A value, or one beside its parameters. */
const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value ?? '');

/** A calendar object that both readers, and the strict one, read the same way; throws where they differ. */
export function readByBoth(written: string): Invitation {
  readCalendar(written);
  const [one, other] = [byIcalJs(written), byNodeIcal(written)];
  if (JSON.stringify(one) !== JSON.stringify(other))
    throw new Error(`read differently: ${JSON.stringify([one, other])}`);
  return one;
}

/** A letter as a mail program shows it: its text, the invitation its calendar acts on, and what is attached. */
export async function invitationIn(raw: string) {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const structure = [...raw.matchAll(/^content-type: ([\s\S]*?)\r\n(?![ \t])/gim)].map(([, said]) =>
    said!.replace(/\r\n\s+/g, ' ').replace(/; ?boundary="[^"]*"/, ''),
  );
  const parts = mail.attachments.map(({ mimeType, method, filename, disposition, content }) => ({
    mimeType,
    method,
    filename,
    disposition,
    // Lines of text end as the reader's own do; RFC 5545 wants CRLF.
    content: String(content).replace(/\r?\n/g, '\r\n'),
  }));
  const acted = parts.find(({ mimeType }) => mimeType === 'text/calendar');
  return {
    subject: mail.subject,
    text: mail.text ?? '',
    messageId: mail.messageId,
    structure,
    parts,
    method: acted?.method,
    calendar: acted?.content ?? '',
  };
}
