import type { Association } from '../../src/domain/association.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import { duesOf } from '../../src/domain/dues.ts';
import { readDocument } from '../../src/store/consultationDocument.ts';
import { verifyRecords } from '../../src/store/recordVerify.ts';
import type { Card } from '../../src/teams/incoming.ts';
import { createLedger } from './ledger.ts';
import { doubleBooked, mustHear, type Snapshot, wrongStep } from './life.ts';
import type { Owner, Scheduler } from './scheduler.ts';
import type { SharedStore } from './sharedStore.ts';
import { createSight } from './sight.ts';
import type { Doing } from './teams.ts';

type Row = { id: string; version: number; state: string; doc: string };
type Record_ = {
  seq: number;
  verb: string;
  state: string;
  version: number;
  person: string | null;
  actor: string;
};

/** Everything that must hold at each commit and at the end. */
export function createInvariants(
  association: Association,
  store: SharedStore,
  scheduler: Scheduler,
  fail: (what: string) => never,
) {
  const { rows } = store;
  const lives = new Map<string, Snapshot[]>();
  const disposed = new Set<string>();
  const done = new Map<string, number>();
  const ledger = createLedger(
    rows,
    fail,
    () => scheduler.now,
    (id) => lives.has(id) && !disposed.has(id),
  );
  const sight = createSight(association, (id) => lives.get(id) ?? []);

  const recordsAt = (id: string, version: number) =>
    rows<Record_>(
      `select seq, verb, state, version, actor, (select person from actors where actors.id = actor) as person
        from records where consultation = ? and kind = 'change' and version = ?`,
      id,
      version,
    );

  function changed({ id, version, state, doc }: Row): void {
    const consultation = readDocument(doc);
    const life = lives.get(id) ?? [];
    const before = life.at(-1);
    const after = { at: scheduler.now, consultation };
    scheduler.note(
      undefined,
      `   ${consultation.reference} ${before?.consultation.is ?? 'new'} → ${state} v${version}`,
    );
    const kept = recordsAt(id, version);
    const [led] = kept;
    if (kept.length !== 1 || !led) {
      fail(`I2 ${kept.length} records of ${consultation.reference} v${version}`);
      return;
    }
    if (led.state !== state || consultation.is !== state || consultation.version !== version)
      fail(
        `I2 ${consultation.reference} is ${consultation.is} v${consultation.version}, kept ${led.state} v${version}`,
      );
    const actor = led.person ?? led.actor;
    const wrong = wrongStep(association, before, after, { verb: led.verb, actor });
    if (wrong) fail(`I1/I9/I10 ${consultation.reference} by ${actor}: ${wrong}`);
    for (const person of mustHear(before?.consultation, consultation)) {
      const key = `${id}:${version}:${association.id}/${person}`;
      const old = `${id}:${version}:${person}`;
      const told = rows('select key from outbox where key in (?, ?)', key, old).length;
      if (person !== actor && told === 0)
        fail(`${consultation.reference} v${version}: nobody tells ${person}`);
    }
    lives.set(id, [...life, after]);
    sight.kept(after);
    if (consultation.disposedAt !== undefined) disposed.add(id);
    const twice = doubleBooked(association, present());
    if (twice) fail(`I5 ${twice}`);
  }

  const present = (): Consultation[] => [...lives.values()].map((life) => life.at(-1)!.consultation);

  return {
    ledger,
    sight,
    committed: (altered: ReadonlySet<string>) => {
      if (altered.has('consultations')) {
        const all = rows<Pick<Row, 'id' | 'version'>>(
          'select id, version from consultations order by created_at, id',
        );
        for (const { id, version } of all)
          if (lives.get(id)?.at(-1)?.consultation.version !== version)
            changed(rows<Row>('select id, version, state, doc from consultations where id = ?', id)[0]!);
        const there = new Set(all.map(({ id }) => id));
        for (const id of lives.keys())
          if (!there.has(id)) {
            const { sentAt, disposedAt } = lives.get(id)!.at(-1)!.consultation;
            if (sentAt !== undefined && disposedAt === undefined) fail(`I2 ${id} was sent and is gone`);
            disposed.add(id);
            lives.delete(id);
          }
      }
      if (altered.has('outbox')) ledger.leases();
    },
    /** Something a person did: it can have one effect, however often it is delivered. */
    did: ({ chat, incoming }: Doing) => {
      const names = incoming.kind === 'press' ? [incoming.verb, incoming.inputs.next] : ['*'];
      for (const verb of names) {
        const key = `${chat.person.id} ${String(verb)}`;
        done.set(key, (done.get(key) ?? 0) + 1);
      }
    },
    /** What an answer shows is kept: no card may know a later version than the store. */
    acknowledged: (card: Card) => {
      for (const [, data = ''] of JSON.stringify(card).matchAll(/"data":(\{[^{}]*\})/g)) {
        const { ref, v } = JSON.parse(data) as { ref?: string; v?: number };
        const shown = ref && present().find(({ reference }) => reference === ref);
        if (shown && v !== undefined && v > shown.version)
          fail(`${ref} v${v} was shown, v${shown.version} is kept`);
      }
    },
    waiting: () => rows("select key from outbox where state = 'pending'").length,
    /** The words of every consultation whose text has been disposed of. */
    disposed: () => [...disposed].flatMap((id) => sight.wordsOf(id)),
    verbs: () =>
      Object.fromEntries(
        rows<{ verb: string; count: number }>(
          "select verb, count(*) as count from records where kind = 'change' group by verb order by verb",
        ).map(({ verb, count }) => [verb, count]),
      ),
    end: async () => {
      ledger.end();
      onceEach();
      for (const [id, life] of lives) whole(id, life);
      // `noted`: somebody who had no chat for a while has had the latest of what they missed.
      if (rows("select key from outbox where state not in ('sent', 'unknown', 'dead', 'noted')").length > 0)
        fail('I3 something is neither sent, unknown, dead nor noted');
      const owner: Owner = { name: 'end', alive: true, frozenUntil: 0 };
      const verified = verifyRecords(store.open(owner).db);
      await scheduler.run(
        scheduler.now,
        () => {},
        () => !scheduler.pending(),
      );
      const { faults } = await verified;
      if (faults.length > 0) fail(`I10 the log: ${JSON.stringify(faults[0])}`);
    },
  };

  function onceEach(): void {
    for (const { verb, person, count } of rows<{ verb: string; person: string; count: number }>(
      `select verb, person, count(*) as count from records join actors on actors.id = records.actor
        where kind = 'change' group by verb, person`,
    )) {
      const pressed = (done.get(`${person} ${verb}`) ?? 0) + (done.get(`${person} *`) ?? 0);
      // The form of a draft, sent in again, edits it.
      const again = verb === 'request.edit' ? (done.get(`${person} request.preview`) ?? 0) : 0;
      const most = pressed + again;
      if (count > most) fail(`${person} did ${verb} ${most} times, and it was done ${count} times`);
    }
  }

  /** All tables say the same of a consultation, and the log leads to it step by step. */
  function whole(id: string, life: readonly Snapshot[]): void {
    const { consultation } = life.at(-1)!;
    const { reference } = consultation;
    const log = rows<Record_>(
      "select * from records where consultation = ? and kind = 'change' order by seq",
      id,
    );
    const expected = life.map(({ consultation: one }) => `${one.version} ${one.is}`).join();
    const kept = log.map(({ version, state }) => `${version} ${state}`).join();
    if (kept !== expected) fail(`I10 ${reference} lived ${expected}, its log says ${kept}`);
    if (consultation.is === 'draft') return;
    const legs = rows<{ agency: string; state: string; asked: string | null; holder: string | null }>(
      'select agency, state, asked, holder from legs where consultation = ? order by agency',
      id,
    );
    const inDoc = [...consultation.legs].sort((a, b) => (a.agency < b.agency ? -1 : 1));
    const said = (one: { agency: string; state: string; asked?: string | null; holder?: string | null }) =>
      `${one.agency} ${one.state} ${one.asked ?? '-'} ${one.holder ?? '-'}`;
    const [table, doc] = [legs.map(said).join(), inDoc.map((leg) => said({ ...leg, state: leg.is })).join()];
    if (table !== doc) fail(`${reference} has legs ${doc}, but is found by ${table}`);
    const timers = rows<{ kind: string; key: string; due_at: string }>(
      'select kind, key, due_at from timers where consultation = ?',
      id,
    );
    const now = new Date(scheduler.now - 60_000).toISOString();
    const stands = new Set(timers.map(({ kind, key, due_at }) => `${kind} ${key} ${due_at}`));
    // What speaks to a person waits for their working time, in its timer.
    const waits = new Set(
      timers.filter(({ due_at }) => due_at >= now).map(({ kind, key }) => `${kind} ${key}`),
    );
    for (const { kind, key, dueAt } of duesOf(association, consultation)) {
      if (dueAt < now && !waits.has(`${kind} ${key}`))
        fail(`${reference} owed ${kind} at ${dueAt} and did not do it`);
      if (dueAt > new Date(scheduler.now).toISOString() && !stands.has(`${kind} ${key} ${dueAt}`))
        fail(`${reference} will forget ${kind} at ${dueAt}`);
    }
    const booked = rows('select person_key from bookings where consultation = ?', id).length;
    if (booked > 0 !== (consultation.is === 'booked'))
      fail(`${reference} is ${consultation.is} with ${booked} bookings`);
  }
}
