import { EncryptJWT, jwtDecrypt } from 'jose';
import { type Association, MUNICIPAL_AGENCY, type Person } from './domain/association.ts';
import type { Consultation } from './domain/consultation.ts';
import { writeCalendar } from './domain/icalendar.ts';
import { findById } from './store/consultations.ts';
import type { Store } from './store/database.ts';
import { consultationTexts } from './texts/consultation.ts';

const DAYS_VALID = '14d';
const NOT_FOUND = {
  status: 404,
  type: 'text/plain; charset=utf-8',
  body: 'Länken har gått ut. / The link has expired.\n',
};

type Answer = { status: number; type: string; body: string; headers?: Record<string, string> };

/** Whether this person has, or had, the meeting in their calendar. */
function concerns(consultation: Consultation, person: Person, now: Date): boolean {
  const entryStands = ['requested', 'ready', 'scheduling', 'booked', 'withdrawn', 'cancelled'];
  const { calendar } = consultation;
  // A meeting whose time has passed was held or missed; it is not taken out of anybody's calendar.
  const past = calendar !== undefined && calendar.end <= now.toISOString() && consultation.is !== 'booked';
  return entryStands.includes(consultation.is) && !past && calendar?.invited.includes(person.id) === true;
}

/** Whether the meeting stands and this person is expected; otherwise their entry is a cancellation. */
export const expects = ({ meeting }: Consultation, { id }: Person): boolean =>
  Object.values(meeting?.participants ?? {}).includes(id);

/**
 * Links to one reader's own calendar entry. The link carries nothing readable: an encrypted token (RFC 7516) naming the
 * consultation and the reader, good for 14 days; what it gives is always the present state of the entry.
 */
export function createCalendarLinks(settings: {
  store: Store;
  associations: readonly Association[];
  secret: Uint8Array;
  publicUrl: string;
  mailFrom: string;
  now: () => Date;
}) {
  const { store, associations, secret, mailFrom } = settings;
  return {
    link: async (consultation: Consultation, person: Person): Promise<string | undefined> => {
      if (!concerns(consultation, person, settings.now())) return undefined;
      const token = await new EncryptJWT({ c: consultation.id, p: person.id })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(DAYS_VALID)
        .encrypt(secret);
      return `${settings.publicUrl}/calendar/${token}`;
    },
    respond: async ({ token = '' }: Readonly<Record<string, string>>): Promise<Answer> => {
      const opened = await jwtDecrypt(token, secret).catch(() => undefined);
      const consultation =
        typeof opened?.payload.c === 'string' ? await findById(store, opened.payload.c) : undefined;
      const association = associations.find(({ id }) => id === consultation?.association);
      const person = association?.people.find(({ id }) => id === opened?.payload.p);
      if (!consultation || !association || !person || !concerns(consultation, person, settings.now()))
        return NOT_FOUND;
      return {
        status: 200,
        type: 'text/calendar; charset=utf-8',
        body: entryOf(association, consultation, person, mailFrom, settings.now()),
      };
    },
  };
}

/** The entry as it stands: neutral subject, no case text, nobody's name. */
function entryOf(
  association: Association,
  consultation: Consultation,
  person: Person,
  mailFrom: string,
  now: Date,
): string {
  const { calendar, reference } = consultation;
  const meeting = expects(consultation, person) ? consultation.meeting : undefined;
  const t = consultationTexts[association.language];
  const mailbox = association.functions.find(({ people }) => people.includes(person.id))?.mailbox;
  const role =
    Object.entries(meeting?.participants ?? {}).find(([, id]) => id === person.id)?.[0] ?? MUNICIPAL_AGENCY;
  return writeCalendar({
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
    attendees: [{ email: mailbox ?? `${role}@samrad.invalid` }],
  });
}
