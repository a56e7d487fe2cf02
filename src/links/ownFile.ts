import { agencyName, type Frame } from '../cards/frame.ts';
import { whatWasDone } from '../cards/logCard.ts';
import { peopleIn } from '../domain/anonymous.ts';
import type { Consultation } from '../domain/consultation.ts';
import { personKey } from '../features/keys.ts';
import type { Store } from '../store/database.ts';
import { namedIn } from '../store/named.ts';
import { keptAbout } from '../store/own.ts';
import { languageOf } from '../store/people.ts';
import { recordsBy } from '../store/records.ts';
import { referencesOf } from '../store/spentReferences.ts';

/**
 * All that is kept about one user (GDPR art. 15): what the association file says, how to reach them, every row of the
 * log that is theirs, and the references of the consultations that name them. No question, advice or outcome.
 */
export async function ownBody({ store }: { store: Store }, frame: Frame): Promise<unknown> {
  const { association, reader } = frame;
  const key = personKey(association, reader.id);
  const [kept, language, rows, references] = await Promise.all([
    keptAbout(store, key),
    languageOf(store, key),
    recordsBy(store, association.id, reader.id),
    referencesOf(store, association.id),
  ]);

  const all = await namedIn(store, association.id, reader.id);
  const { id, name, role, agency, municipalities, specialities, capacity, backup, pattern, identities } =
    reader;
  return {
    association: association.name,
    exportedAt: frame.now.toISOString(),
    file: {
      id,
      name,
      role,
      agency: agencyName(frame, agency),
      municipalities,
      specialities,
      functions: association.functions.filter(({ people }) => people.includes(id)).map((one) => one.name),
      capacity,
      backup,
      pattern,
      language: reader.language,
      identities,
    },
    language,
    ...kept,
    consultations: all.filter((one) => peopleIn(one).has(id)).map((one) => part(one, id)),
    log: rows.map((row) => ({
      position: row.position,
      at: row.at,
      kind: row.kind,
      verb: row.verb,
      what: whatWasDone(frame, row),
      reference: references.get(row.consultation),
      detail: row.detail,
    })),
  };
}

/** In which ways a consultation names the person. */
const part = ({ reference, is, owner, legs, meeting, joined }: Consultation, id: string): unknown => ({
  reference,
  state: is,
  owner: owner === id,
  asked: legs.some(({ asked }) => asked === id),
  answered: legs.some(({ holder }) => holder === id),
  passedOn: legs.some(({ passed, barred }) => passed.includes(id) || barred.includes(id)),
  meeting: Object.values(meeting?.participants ?? {}).includes(id),
  joined: joined.includes(id),
});
