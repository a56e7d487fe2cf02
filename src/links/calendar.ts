import { type Association, MUNICIPAL_AGENCY, type Person } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import { writeCalendar } from '../domain/icalendar.ts';
import { findById } from '../store/consultations.ts';
import type { Store } from '../store/database.ts';
import { consultationTexts } from '../texts/consultation.ts';
import { goneText } from '../texts/links.ts';
import { open, seal } from './sealed.ts';

const LIFE_MS = 14 * 24 * 60 * 60_000;
const NOT_FOUND = { status: 404, type: 'text/plain; charset=utf-8', body: goneText };

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
 * Links to one reader's own calendar entry, good for 14 days and for as often as a calendar asks; what it gives is
 * always the present state of the entry.
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
      const claims = {
        kind: 'calendar',
        association: consultation.association,
        reader: person.id,
        consultation: consultation.id,
      } as const;
      return `${settings.publicUrl}/calendar/${await seal(secret, claims, LIFE_MS, settings.now())}`;
    },
    respond: async ({ token = '' }: Readonly<Record<string, string>>): Promise<Answer> => {
      const claims = await open(secret, ['calendar'], token, settings.now());
      const consultation = claims?.consultation ? await findById(store, claims.consultation) : undefined;
      const association = associations.find(({ id }) => id === claims?.association);
      const person = association?.people.find(({ id }) => id === claims?.reader);
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
