import { aliasOf } from '../domain/anonymous.ts';
import { actorIdOf } from './actors.ts';
import { docDigestOf, faultOf } from './recordChain.ts';
import type { Queries, Schema } from './schema.ts';

/** Where the log ends, or ended once. */
export type Head = { position: number; chain: string };

/** Where the log ends: note it somewhere else, and nobody can shorten or rewrite the log unseen. */
export async function recordsHead(db: Queries): Promise<Head> {
  return await db
    .selectFrom('heads')
    .select(['position', 'chain'])
    .where('name', '=', 'records')
    .executeTakeFirstOrThrow();
}

/** What is wrong; `at` is a position in the log. A document's fault names the latest row of its consultation, 0 if it has none. */
export type RecordFault = {
  at: number;
  is:
    | 'missing'
    | 'altered'
    | 'broken-chain'
    | 'head'
    | 'document'
    | 'columns'
    | 'vanished'
    | 'actor'
    | 'shortened'
    | 'rewritten';
};

/** How many rows were read, where the log ends, and what is wrong with it. */
export type Verified = { rows: number; head: Head; faults: RecordFault[] };

const PAGE = 1000;

/** After these a consultation is no longer there. */
const endings: ReadonlySet<string> = new Set(['count', 'draft-gone']);

/**
 * Reads the whole log: every row against its digest, every row against the one before, the last against the head, the
 * heads that were noted earlier, and each consultation's document against the digest of its latest change. What is
 * read must stand still meanwhile: give it a transaction that sees one moment (`withSnapshot`).
 */
export async function verifyRecords(db: Queries, noted: readonly Head[] = []): Promise<Verified> {
  const faults: RecordFault[] = [];
  const latest = new Map<string, Schema['records']>();
  const ended = new Set<string>();
  const chains = new Map(noted.map(({ position }) => [position, position === 0 ? '' : undefined]));
  let before: Head = { position: 0, chain: '' };
  for (;;) {
    const page = await db
      .selectFrom('records')
      .selectAll()
      .where('position', '>', before.position)
      .orderBy('position')
      .limit(PAGE)
      .execute();
    for (const row of page) {
      const is = faultOf(row, before);
      if (is) faults.push({ at: row.position, is });
      if (row.kind === 'change') latest.set(row.consultation, row);
      if (row.kind === 'act' && endings.has(row.verb)) ended.add(row.consultation);
      if (chains.has(row.position)) chains.set(row.position, row.chain);
      before = row;
    }
    if (page.length < PAGE) break;
  }
  const { position, chain } = before;
  const head = await recordsHead(db);
  if (head.position !== position || head.chain !== chain) faults.push({ at: head.position, is: 'head' });
  for (const one of noted)
    if (one.position > position) faults.push({ at: one.position, is: 'shortened' });
    else if (chains.get(one.position) !== one.chain) faults.push({ at: one.position, is: 'rewritten' });
  return {
    rows: position,
    head,
    faults: [...faults, ...(await documentFaults(db, latest, ended)), ...(await actorFaults(db))],
  };
}

async function documentFaults(
  db: Queries,
  latest: ReadonlyMap<string, Schema['records']>,
  ended: ReadonlySet<string>,
): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  const ids = await db.selectFrom('consultations').select('id').orderBy('id').execute();
  for (const { id } of ids) {
    const row = latest.get(id);
    const kept = await db
      .selectFrom('consultations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { doc, version } = kept;
    // Rows of a program before the chain have no digest of the document to compare with.
    const told =
      row?.doc_digest === null || (row !== undefined && docDigestOf(doc, row.salt ?? '') === row.doc_digest);
    const at = row?.position ?? 0;
    if (row?.version !== version || !told) faults.push({ at, is: 'document' });
    else if (!(await asInDocument(db, kept))) faults.push({ at, is: 'columns' });
  }
  const standing = new Set(ids.map(({ id }) => id));
  for (const [id, { position }] of latest)
    if (id !== '' && !standing.has(id) && !ended.has(id)) faults.push({ at: position, is: 'vanished' });
  return faults;
}

/** Whether what can be looked for beside a document says what the document says. */
async function asInDocument(db: Queries, kept: Schema['consultations']): Promise<boolean> {
  const doc = JSON.parse(kept.doc) as Written;
  const legs = await db
    .selectFrom('legs')
    .select(['agency', 'state', 'asked', 'holder'])
    .where('consultation', '=', kept.id)
    .execute();
  const said = (agency: string, is: string, asked?: string | null, holder?: string | null) =>
    `${agency} ${is} ${asked ?? ''} ${holder ?? ''}`;
  const meant =
    doc.is === 'draft' ? [] : doc.legs.map((leg) => said(leg.agency, leg.is, leg.asked, leg.holder));
  const found = legs.map((leg) => said(leg.agency, leg.state, leg.asked, leg.holder));
  return (
    kept.association === doc.association &&
    kept.reference === doc.reference &&
    kept.state === doc.is &&
    kept.owner === doc.owner &&
    kept.municipality === doc.request.municipality &&
    meant.sort().join() === found.sort().join()
  );
}

type Written = {
  association: string;
  reference: string;
  is: string;
  owner: string;
  request: { municipality: string };
  legs: readonly { agency: string; is: string; asked?: string | null; holder?: string | null }[];
};

/** A name that was put behind another's id. */
async function actorFaults(db: Queries): Promise<RecordFault[]> {
  const actors = await db.selectFrom('actors').selectAll().orderBy('id').execute();
  return actors.flatMap(({ id, association, person, salt }) => {
    const right = salt === null ? person === aliasOf(id) : actorIdOf(association, person ?? '', salt) === id;
    return right ? [] : [{ at: 0, is: 'actor' as const }];
  });
}
