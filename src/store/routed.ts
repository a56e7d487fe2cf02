import { z } from 'zod';
import type { Asked } from '../domain/distribution.ts';
import type { Routed } from '../domain/routing.ts';
import type { Past } from '../domain/ruleTrial.ts';
import { countedPast, pastOf } from '../domain/ruleTrial.ts';
import { whoIs } from './actors.ts';
import { readDocument } from './consultationDocument.ts';
import type { Store } from './database.ts';
import { asRecorded, type Recorded } from './records.ts';
import { countedSince } from './statistics.ts';

/** From an instant (ISO) until, and not at, another. */
type Stretch = { from: string; until: string };

const offered = z.object({
  events: z.array(z.object({ is: z.string(), to: z.string().optional(), function: z.string().optional() })),
});

/**
 * How often each person was asked in each function, from the log, the newest `most` changes; `since` is where that
 * began when there were more. What was asked before the log named functions is in none.
 */
export async function askedIn(
  store: Store,
  association: string,
  { from, until }: Stretch,
  most: number,
): Promise<{ asked: readonly Asked[]; since: string | undefined }> {
  const rows = await store.db
    .selectFrom('records')
    .select(['at', 'detail'])
    .where('association', '=', association)
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('kind', '=', 'change')
    .where('detail', 'like', '%"is":"offered"%')
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(most)
    .execute();
  const counts = new Map<string, Asked>();
  for (const { detail } of rows) {
    const read = offered.safeParse(JSON.parse(detail));
    for (const { is, to, function: named } of read.success ? read.data.events : []) {
      if (is !== 'offered' || to === undefined || named === undefined) continue;
      const key = `${named} ${to}`;
      counts.set(key, { function: named, person: to, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const people = await whoIs(store.db, new Set([...counts.values()].map(({ person }) => person)));
  return {
    asked: [...counts.values()].map((one) => ({ ...one, person: people.get(one.person) ?? one.person })),
    since: rows.length === most ? rows.at(-1)?.at : undefined,
  };
}

/** The newest changes of some verbs since an instant (ISO), at most so many. */
export async function changesOf(
  store: Store,
  association: string,
  verbs: readonly string[],
  from: string,
  most: number,
): Promise<Recorded[]> {
  const rows = await store.db
    .selectFrom('records')
    .selectAll()
    .where('association', '=', association)
    .where('at', '>=', from)
    .where('kind', '=', 'change')
    .where('verb', 'in', verbs)
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(most)
    .execute();
  return await asRecorded(store.db, rows);
}

const PAGE = 100;

/** What the rules look at in these consultations; one that is gone is missing. */
export async function requestsOf(store: Store, ids: readonly string[]): Promise<Map<string, Routed>> {
  const found = new Map<string, Routed>();
  for (let from = 0; from < ids.length; from += PAGE)
    for (const { doc } of await store.db
      .selectFrom('consultations')
      .select('doc')
      .where('id', 'in', ids.slice(from, from + PAGE))
      .execute()) {
      const { id, request } = readDocument(doc);
      found.set(id, request);
    }
  return found;
}

/**
 * An agency's part of what was sent in a stretch of time, the newest `most`; with those of them that are only counted
 * any more and, by the quarter they were sent in, `counts` for it.
 */
export async function pastWith(
  store: Store,
  association: string,
  agency: string,
  { from, until }: Stretch,
  most: number,
  counts: (quarter: string) => boolean,
): Promise<{ past: readonly Past[]; whole: boolean }> {
  const ids = await store.db
    .selectFrom('standings')
    .select('standings.consultation')
    .innerJoin('legs', 'legs.consultation', 'standings.consultation')
    .where('standings.association', '=', association)
    .where('standings.sent_at', '>=', from)
    .where('standings.sent_at', '<', until)
    .where('legs.agency', '=', agency)
    .orderBy('standings.sent_at', 'desc')
    .orderBy('standings.consultation')
    .limit(most)
    .execute();
  const past: Past[] = [];
  for (let page = 0; page < ids.length; page += PAGE)
    for (const { doc } of await store.db
      .selectFrom('consultations')
      .select('doc')
      .where(
        'id',
        'in',
        ids.slice(page, page + PAGE).map(({ consultation }) => consultation),
      )
      .execute()) {
      const one = pastOf(readDocument(doc), agency);
      if (one) past.push(one);
    }
  const counted = await countedSince(store, association, agency, most);
  for (const row of counted.filter(({ sent }) => counts(sent))) {
    const one = countedPast(row, agency);
    if (one) past.push(one);
  }
  return { past, whole: ids.length < most && counted.length < most };
}
