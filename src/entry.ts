import { type Association, MUNICIPAL_AGENCY, type Person } from './domain/association.ts';
import type { Consultation } from './domain/consultation.ts';
import { expects } from './domain/entries.ts';
import type { CalendarEntry } from './domain/icalendar.ts';
import { consultationTexts } from './texts/consultation.ts';

/**
 * One person's entry as it stands, however it reaches them: neutral subject, no case text, nobody's name, the link and
 * the rules of the meeting for those who are expected. Only for a consultation that has a `calendar`.
 */
export function entryOf(
  association: Association,
  consultation: Consultation,
  person: Person,
  { mailFrom, now }: { mailFrom: string; now: Date },
): CalendarEntry {
  const { calendar, reference } = consultation;
  const meeting = expects(consultation, person.id) ? consultation.meeting : undefined;
  const t = consultationTexts[association.language];
  const mailbox = association.functions.find(({ people }) => people.includes(person.id))?.mailbox;
  const role =
    Object.entries(meeting?.participants ?? {}).find(([, id]) => id === person.id)?.[0] ?? MUNICIPAL_AGENCY;
  return {
    method: meeting ? 'REQUEST' : 'CANCEL',
    uid: calendar!.uid,
    sequence: calendar!.sequence,
    stamp: now,
    start: new Date(calendar!.start),
    end: new Date(calendar!.end),
    timeZone: 'Europe/Stockholm',
    summary: t.title(reference),
    description: meeting ? t.meetingRules : undefined,
    url: meeting?.link,
    organizer: { name: 'Samråd', email: mailFrom },
    attendees: [{ email: person.mail ?? mailbox ?? `${role}@samrad.invalid` }],
  };
}
