import type { Association, Person } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import { concernsEntry } from '../domain/entries.ts';
import { writeCalendar } from '../domain/icalendar.ts';
import { entryOf } from '../entry.ts';
import { findById } from '../store/consultations.ts';
import type { Store } from '../store/database.ts';
import { goneText } from '../texts/links.ts';
import { open, seal } from './sealed.ts';

const LIFE_MS = 14 * 24 * 60 * 60_000;
const NOT_FOUND = { status: 404, type: 'text/plain; charset=utf-8', body: goneText };

type Answer = { status: number; type: string; body: string; headers?: Record<string, string> };

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
      if (!concernsEntry(consultation, person.id, settings.now())) return undefined;
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
      if (!consultation || !association || !person || !concernsEntry(consultation, person.id, settings.now()))
        return NOT_FOUND;
      return {
        status: 200,
        type: 'text/calendar; charset=utf-8',
        body: writeCalendar(entryOf(association, consultation, person, { mailFrom, now: settings.now() })),
      };
    },
  };
}
