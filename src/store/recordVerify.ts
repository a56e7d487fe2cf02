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
  is: 'missing' | 'altered' | 'broken-chain' | 'head' | 'document' | 'shortened' | 'rewritten';
};

export type Verified = { rows: number; head: Head; faults: RecordFault[] };

const PAGE = 1000;

/**
 * Reads the whole log: every row against its digest, every row against the one before, the last against the head, the
 * heads that were noted earlier, and each consultation's document against the digest of its latest change. What is
 * read must stand still meanwhile: give it a transaction that sees one moment (`withSnapshot`).
 */
export async function verifyRecords(db: Queries, noted: readonly Head[] = []): Promise<Verified> {
  const faults: RecordFault[] = [];
  const latest = new Map<string, Schema['records']>();
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
  return { rows: position, head, faults: [...faults, ...(await documentFaults(db, latest))] };
}

async function documentFaults(
  db: Queries,
  latest: ReadonlyMap<string, Schema['records']>,
): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  const ids = await db.selectFrom('consultations').select('id').orderBy('id').execute();
  for (const { id } of ids) {
    const row = latest.get(id);
    const { doc, version } = await db
      .selectFrom('consultations')
      .select(['doc', 'version'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    // Rows of a program before the chain have no digest of the document to compare with.
    const told =
      row?.doc_digest === null || (row !== undefined && docDigestOf(doc, row.salt ?? '') === row.doc_digest);
    if (row?.version !== version || !told) faults.push({ at: row?.position ?? 0, is: 'document' });
  }
  return faults;
}
