import type { Consultation } from '../../src/domain/consultation.ts';
import type { Event } from '../../src/domain/life/step.ts';
import { readDocument } from '../../src/store/consultationDocument.ts';
import type { Store } from '../../src/store/database.ts';

/** One change as it was committed. */
export type Change = {
  before: Consultation | undefined;
  after: Consultation;
  verb: string;
  at: string;
  events: readonly Event[];
  /** For the transcript: the log's own digest covers all of it. */
  line: string;
};

/** A row of the outbox as it was queued. */
export type Notice = {
  key: string;
  kind: string;
  association: string;
  person: string;
  at: string;
  /** The consultation it is about; undefined for a summary. */
  consultation: string | undefined;
  /** What it tells first; '' for a card that is only brought up to date. */
  told: string;
  /** A summary, or a reminder somebody has asked for. */
  personal: boolean;
  line: string;
};

/** The consultations as the store has them, kept up after each commit by what has been added since the last. */
export function createMirror(store: Pick<Store, 'db'>) {
  const consultations = new Map<string, Consultation>();
  let position = 0;
  let sequence = 0;

  async function changes(): Promise<Change[]> {
    const rows = await store.db
      .selectFrom('records')
      .select(['position', 'consultation', 'kind', 'verb', 'at', 'detail', 'chain'])
      .where('position', '>', position)
      .orderBy('position')
      .execute();
    const found: Change[] = [];
    for (const row of rows) {
      position = row.position;
      if (row.consultation === '') continue;
      const kept = await store.db
        .selectFrom('consultations')
        .select('doc')
        .where('id', '=', row.consultation)
        .executeTakeFirst();
      const before = consultations.get(row.consultation);
      if (kept === undefined) consultations.delete(row.consultation);
      else if (row.kind === 'change') {
        const after = readDocument(kept.doc);
        consultations.set(after.id, after);
        const { events = [] } = JSON.parse(row.detail) as { events?: Event[] };
        found.push({
          before,
          after,
          verb: row.verb,
          at: row.at,
          events,
          line: `${row.at} ${row.verb} ${row.chain}\n`,
        });
      }
    }
    return found;
  }

  async function notices(): Promise<Notice[]> {
    const rows = await store.db
      .selectFrom('outbox')
      .select(['sequence', 'key', 'kind', 'recipient', 'payload', 'created_at'])
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .execute();
    return rows.map((row) => {
      sequence = row.sequence;
      const payload = JSON.parse(row.payload) as { consultation?: string; news?: string };
      const [association, person] = row.recipient.split('/') as [string, string];
      return {
        key: row.key,
        kind: row.kind,
        association,
        person,
        at: row.created_at,
        consultation: payload.consultation,
        told: payload.news ?? row.kind,
        personal:
          row.kind === 'digest' || row.kind === 'agenda' || row.key.startsWith(`notify:${row.recipient}:`),
        line: `${row.sequence} ${row.key} ${row.kind} ${row.payload} ${row.created_at}\n`,
      };
    });
  }

  return {
    consultations: consultations as ReadonlyMap<string, Consultation>,
    /** What has been committed since it was last asked. */
    news: async () => ({ changes: await changes(), notices: await notices() }),
    /** Lets go of what was counted away: that leaves no row in the log. */
    tidy: async (): Promise<void> => {
      const there = new Set(
        (await store.db.selectFrom('consultations').select('id').execute()).map(({ id }) => id),
      );
      for (const id of consultations.keys()) if (!there.has(id)) consultations.delete(id);
    },
  };
}
