import { createHash } from 'node:crypto';
import type { Schema } from './schema.ts';

/** A row of the log before it is chained. */
export type Unchained = Omit<Schema['records'], 'salt' | 'digest' | 'chain'>;

/** What is left of an erased row besides position, digest and chain: nothing that could be altered unseen. */
export const erased = {
  association: '',
  consultation: '',
  seq: 0,
  at: '',
  actor: '',
  kind: '',
  verb: '',
  state: null,
  version: null,
  detail: '',
  doc_digest: null,
  salt: null,
} as const;

/**
 * The row's own digest (SHA-256, base64url), salted so that nobody can find an erased row's content by trying what it
 * may have been: with the salt gone, the digest tells nothing.
 */
export const digestOf = (row: Unchained, salt: string): string =>
  sha256(
    salt +
      JSON.stringify([
        row.position,
        row.association,
        row.consultation,
        row.seq,
        row.at,
        row.actor,
        row.kind,
        row.verb,
        row.state,
        row.version,
        row.detail,
        row.doc_digest,
      ]),
  );

/** What ties a row to all before it. */
export const chainOf = (before: string, position: number, digest: string): string =>
  sha256(`${before}${position}${digest}`);

/** The digest of a consultation document, under the salt of the row that led to it. */
export const docDigestOf = (doc: string, salt: string): string => sha256(`${salt}${doc}`);

/** What is wrong with one row that follows `before`; undefined when nothing is. */
export function faultOf(
  row: Schema['records'],
  before: { position: number; chain: string },
): 'missing' | 'altered' | 'broken-chain' | undefined {
  if (row.position !== before.position + 1) return 'missing';
  if (row.salt === null ? !isErased(row) : digestOf(row, row.salt) !== row.digest) return 'altered';
  return chainOf(before.chain, row.position, row.digest) === row.chain ? undefined : 'broken-chain';
}

const isErased = (row: Schema['records']): boolean =>
  Object.entries(erased).every(([name, value]) => row[name as keyof typeof erased] === value);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
