import type { Links } from '../cards/consultationActions.ts';
import type { Person } from '../domain/association.ts';
import type { Consultation } from '../domain/consultation.ts';
import { type EntryForm, entryNote, hasFailed } from '../domain/entries.ts';
import { entriesOf, type KeptEntry } from '../store/entries.ts';
import type { House } from './turn.ts';

/**
 * How a person gets this meeting: as they got it before, so that one meeting is one entry in their calendar, else as
 * things are set up now. What could not be sent becomes a link.
 */
export function formFor(
  house: Pick<House, 'entryForm'>,
  { calendar }: Consultation,
  person: Person,
  told: KeptEntry | undefined,
): EntryForm {
  if (told === undefined || told.uid !== calendar?.uid) return house.entryForm(person);
  return hasFailed(told) || house.entryForm(person) === 'link' ? 'link' : told.form;
}

/** What the reader's card says of their calendar: that it has been seen to, or the link to see to it themselves. */
export async function entryFor(
  house: Pick<House, 'entryForm' | 'store' | 'calendarLink' | 'now'>,
  consultation: Consultation,
  reader: Person,
): Promise<Links> {
  if (consultation.calendar === undefined) return {};
  const told = (await entriesOf(house.store, consultation.id)).get(reader.id);
  const form = formFor(house, consultation, reader, told);
  if (form === 'link') return { calendar: await house.calendarLink(consultation, reader) };
  const entry = entryNote(consultation, reader.id, form, told, house.now());
  return entry ? { entry } : {};
}
