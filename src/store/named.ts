import type { Consultation } from '../domain/consultation.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';

const PAGE = 50;

/** The consultations of an association that name a person, whatever for, oldest first. */
export async function namedIn({ db }: Store, association: string, person: string): Promise<Consultation[]> {
  const ids = await db
    .selectFrom('standings')
    .select('consultation')
    .where('association', '=', association)
    .where('people', 'like', `%,${person},%`)
    .execute();
  const found: Consultation[] = [];
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await db
      .selectFrom('consultations')
      .select('doc')
      .where(
        'id',
        'in',
        ids.slice(from, from + PAGE).map(({ consultation }) => consultation),
      )
      .execute();
    found.push(...rows.map(({ doc }) => readDocument(doc)));
  }
  return found.sort((one, other) => (one.createdAt + one.id < other.createdAt + other.id ? -1 : 1));
}
