import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Association } from '../../src/domain/association.ts';
import type { State } from '../../src/domain/consultation.ts';
import { countedOf } from '../../src/domain/counted.ts';
import { writeDocument } from '../../src/store/consultationDocument.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { claim } from '../../src/store/outbox.ts';
import { standingOf } from '../../src/store/standings.ts';
import { dueTimers } from '../../src/store/timers.ts';
import { aConsultation, aLeg } from '../store/builders.ts';
import { aMessage, anAssociation, anInnerBot, aSender, seat } from '../support/innerBot.ts';
import { type Area, chance, most, violate } from './area.ts';

const MOST_MS = 50;
const ROUNDS = 20;
const now = new Date('2026-09-07T07:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

/** How much has been gathered in five years, and how much of it still stands. */
type Size = { standing: number; counted: number; records: number };

/** Five years of one large association: every question is answered within 50 ms (the 95th percentile of twenty). */
export const age: Area = {
  name: 'age',
  unit: 'association grown old',
  goal: 1,
  minutes: 10,
  run: async (tally) => {
    if (tally.count >= age.goal) return;
    for (const [name, ms] of await timesAt({ standing: 20_000, counted: 80_000, records: 2_000_000 })) {
      most(tally, `${name} p95 ms`, ms);
      if (ms > MOST_MS) violate(tally, `${name}: ${Math.round(ms)} ms`);
    }
    tally.count += 1;
  },
};

/** The 95th percentile of each question, in ms, and how long the start takes. */
export async function timesAt(size: Size): Promise<Map<string, number>> {
  const directory = mkdtempSync(join(tmpdir(), 'samrad-age-'));
  const url = `sqlite:${join(directory, 'samrad.db')}`;
  const association = await anAssociation();
  const times = new Map<string, number>();
  try {
    const made = await openStore(url);
    await seat(made, association, now);
    await fill(made, association, size);
    await made.close();
    const begun = performance.now();
    const store = await openStore(url);
    times.set('start', (performance.now() - begun) / 100);
    const bot = anInnerBot({ store, association, sender: aSender(), now });
    const timed = async (name: string, run: () => Promise<unknown>) => {
      const all: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const from = performance.now();
        await run();
        all.push(performance.now() - from);
      }
      times.set(name, all.sort((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1]!);
    };
    for (const reader of ['co-karin', 'cw-maria', 'fk-eva']) {
      const person = association.people.find(({ id }) => id === reader)!;
      for (const words of ['mina', 'status', 'mina uppgifter', 'boka'])
        await timed(`${reader} ${words}`, () => bot.handle(aMessage(person, words)));
    }
    const coordinator = association.people.find(({ id }) => id === 'co-karin')!;
    for (const words of ['gallring', 'logg', 'logg 2026-08'])
      await timed(`co-karin ${words}`, () => bot.handle(aMessage(coordinator, words)));
    await timed('claim', () => claim(store, { now: 0, leaseMs: 1, token: 'none' }));
    await timed('dues', () => dueTimers(store, now.toISOString(), 100));
    await store.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return times;
}

async function fill(store: Store, association: Association, size: Size): Promise<void> {
  const random = chance(1);
  const owners = association.people.filter(({ role }) => role === 'caseworker');
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const ago = (days: number) => new Date(now.getTime() - days * DAY).toISOString();
  const one = (number: number) => {
    const isOpen = number % 40 === 0;
    const state: State = isOpen ? pick(['requested', 'ready', 'scheduling', 'held'] as const) : 'closed';
    const days = isOpen ? random() * 30 : 30 + random() * 330;
    const sentAt = ago(days);
    const answered = aLeg({
      function: pick(association.functions).id,
      asked: pick(association.people).id,
      is: isOpen ? 'offered' : 'lapsed',
      askedAt: sentAt,
      dueAt: isOpen ? ago(days - 10) : undefined,
    });
    const closedAt = isOpen ? undefined : ago(days - 25);
    return aConsultation({
      id: `c-${number}`,
      reference: `K-${number}`,
      association: association.id,
      is: state,
      owner: pick(owners).id,
      createdAt: sentAt,
      sentAt,
      closedAt,
      filed: closedAt && number % 10 > 0 ? { at: closedAt, by: 'cw-maria' } : undefined,
      request: {
        ...aConsultation().request,
        municipality: pick(association.municipalities).id,
        question: 'Vilken väg vidare finns? '.repeat(50),
        background: 'Begränsningar och kapacitet '.repeat(40),
      },
      legs: [answered],
    });
  };
  await store.transact(async (trx) => {
    for (let number = 0; number < size.standing; number += 1) {
      const consultation = one(number);
      const { id, reference, owner, is, createdAt, request, legs } = consultation;
      await trx
        .insertInto('consultations')
        .values({
          id,
          association: association.id,
          reference,
          state: is,
          owner,
          municipality: request.municipality,
          version: 1,
          log_rows: 0,
          doc: writeDocument(consultation),
          created_at: createdAt,
          updated_at: createdAt,
        })
        .execute();
      await trx.insertInto('standings').values(standingOf(consultation)).execute();
      await trx
        .insertInto('timers')
        .values({
          consultation: id,
          kind: is === 'closed' ? 'dispose' : 'x',
          key: 'k',
          due_at: ago(-90 * random()),
        })
        .execute();
      for (const leg of legs)
        await trx
          .insertInto('legs')
          .values({
            consultation: id,
            agency: leg.agency,
            association: association.id,
            state: leg.is,
            function: leg.function ?? null,
            asked: leg.asked ?? null,
            holder: null,
            asked_at: leg.askedAt,
            due_at: leg.dueAt ?? null,
            barred: '',
          })
          .execute();
    }
    const counted = countedOf(association, one(1), {});
    for (let number = 0; number < size.counted; number += 1)
      await trx
        .insertInto('statistics')
        .values({
          id: `${random()} ${number}`,
          association: association.id,
          state: 'closed',
          municipality: pick(association.municipalities).id,
          age_band: '30-59',
          agencies: ',fk,psyk,',
          sent: pick(['2022-Q1', '2023-Q2', '2024-Q3', '2025-Q4']),
          met: pick(['2024-Q1', null]),
          onward: null,
          work: null,
          facts: JSON.stringify(counted),
        })
        .execute();
    for (let position = 1; position <= size.records; position += 1)
      await trx
        .insertInto('records')
        .values({
          position,
          association: association.id,
          consultation: `c-${position % 100_000}`,
          seq: Math.floor(position / 100_000) + 1,
          at: ago(1825 * (1 - position / size.records)),
          actor: `actor-${position % 500}`,
          kind: position % 2 === 0 ? 'reading' : 'change',
          verb: position % 2 === 0 ? 'content' : 'request.send',
          state: position % 2 === 0 ? null : 'requested',
          version: position % 2 === 0 ? null : 1,
          detail: '{}',
          doc_digest: null,
          salt: `salt-${position}`,
          digest: `digest-${position}`,
          chain: `chain-${position}`,
        })
        .execute();
    await trx
      .updateTable('heads')
      .set({ position: size.records, chain: `chain-${size.records}` })
      .execute();
  });
}
