import { agendaCard } from '../cards/agendaCard.ts';
import type { Card } from '../cards/parts.ts';
import { type Item, itemFor } from '../domain/agenda.ts';
import type { Consultation } from '../domain/consultation.ts';
import { addDays, beginning } from '../domain/zone.ts';
import { bookedIn } from '../store/bookings.ts';
import { findById } from '../store/consultations.ts';
import type { Turn } from './turn.ts';

type Reading = Pick<Turn, 'house' | 'association' | 'reader' | 'language' | 'now'>;

/** What one person is part of at one occasion (`session day`) of a session, in order of time; never what others are. */
export async function agendaFor(
  { house, association, reader }: Reading,
  occasion: string,
): Promise<readonly { consultation: Consultation; item: Item }[]> {
  const [session = '', day = ''] = occasion.split(' ');
  const from = beginning(day, association.timeZone).toISOString();
  const until = beginning(addDays(day, 1), association.timeZone).toISOString();
  const found = [];
  for (const id of await bookedIn(house.store.db, association.id, session, from, until)) {
    const consultation = await findById(house.store, id);
    const item = consultation && itemFor(association, consultation, reader.id, occasion);
    if (consultation && item) found.push({ consultation, item });
  }
  return found;
}

/** The agenda as it stands now. */
export async function drawAgenda(reading: Reading, occasion: string): Promise<Card> {
  return agendaCard(reading, occasion, await agendaFor(reading, occasion));
}
