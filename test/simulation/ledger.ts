import type { Owner } from './scheduler.ts';
import type { Doing, Sent } from './teams.ts';

export type Ledger = ReturnType<typeof createLedger>;

/** `dropped`: in the hands of an instance that died, stood still or failed; a part of `excused`. */
type Account = { shown: number; excused: number; unsure: number; dropped: number };

/**
 * How often each row of the outbox, and each answer to words, was shown to its reader, and how often something happened
 * that excuses showing it again: an answer that was lost, or an instance that died or failed with it in hand.
 */
export function createLedger(
  rows: <R>(sql: string, ...values: unknown[]) => R[],
  fail: (what: string) => never,
  now: () => number,
  /** Whether a consultation is still there: what tells of one that is gone is let go. */
  stands: (id: string) => boolean,
) {
  const tokens = new Map<string, Owner>();
  const accounts = new Map<string, Account>();
  const rowOf = new Map<Sent, string>();
  const doingsOf = new Map<Owner, Set<Doing>>();
  const of = (key: string): Account => {
    const known = accounts.get(key) ?? { shown: 0, excused: 0, unsure: 0, dropped: 0 };
    accounts.set(key, known);
    return known;
  };
  const answerKey = ({ number }: Doing) => `answer ${number}`;

  const heldBy = (owner: Owner) =>
    rows<{ key: string; token: string }>(
      "select key, token from outbox where state = 'pending' and token is not null",
    ).filter(({ token }) => tokens.get(token) === owner);

  return {
    /** Ids an instance makes: a lease's token is one of them. */
    made: (owner: Owner, id: string) => tokens.set(id, owner),
    heard: (owner: Owner, doing: Doing) => {
      // Two copies at work at the same time know nothing of each other's answer.
      if ([...doingsOf.values()].some((doings) => doings.has(doing))) of(answerKey(doing)).excused += 1;
      doingsOf.set(owner, (doingsOf.get(owner) ?? new Set()).add(doing));
    },
    done: (owner: Owner, doing: Doing) => doingsOf.get(owner)?.delete(doing),
    /** The instance lost what it had in hand: dead, or a statement of its failed. */
    lost: (owner: Owner) => {
      const keys = [
        ...heldBy(owner).map(({ key }) => key),
        ...[...(doingsOf.get(owner) ?? [])].map(answerKey),
      ];
      for (const key of keys) {
        of(key).excused += 1;
        of(key).dropped += 1;
      }
      if (!owner.alive) doingsOf.delete(owner);
    },
    /** Nothing leaves but under a lease that has not run out, or as an answer to somebody. */
    leaves: (sent: Sent) => {
      if (sent.doing) return;
      const held = rows<{ key: string; token: string; run_at: string }>(
        "select key, token, run_at from outbox where state = 'pending' and recipient = ? and token is not null",
        sent.chat.key,
      );
      const own = held.find(({ token }) => tokens.get(token) === sent.owner);
      if (!own) fail(`I4 ${sent.owner.name} sends to ${sent.chat.id} without holding a row`);
      else if (own.run_at < new Date(now()).toISOString())
        fail(`I4 ${sent.owner.name} sends ${own.key} on a lease that has run out`);
      else rowOf.set(sent, own.key);
    },
    arrives: (sent: Sent) => {
      if (sent.is !== 'create') return;
      of(sent.doing ? answerKey(sent.doing) : rowOf.get(sent)!).shown += 1;
    },
    told: (sent: Sent) => {
      const key = sent.doing ? answerKey(sent.doing) : rowOf.get(sent);
      if (sent.is !== 'create' || key === undefined || sent.told !== 'unsure') return;
      const account = of(key);
      // Given up and sent anew, to whoever has a chat again or by somebody's hand, it begins from nothing.
      const [row] = rows<{ attempts: number }>('select attempts from outbox where key = ?', key);
      if (row?.attempts === 1) account.unsure = 0;
      account.unsure += 1;
      if (sent.accepted) account.excused += 1;
      // A row is sent once more after an answer that was lost, and no more; a word as often as Teams brings it.
      if (!sent.doing && account.unsure > 2 + account.dropped) fail(`I4 ${key} is tried again for ever`);
    },
    /** Leases as they stand: one for each recipient, and of the row that is first in line. */
    leases: () => {
      const ahead = rows<{ sequence: number; recipient: string }>(
        `select sequence, recipient from outbox as taken
          where state = 'pending' and token is not null and run_at > ? and exists
            (select * from outbox where state = 'pending' and recipient = taken.recipient and sequence < taken.sequence)`,
        new Date(now()).toISOString(),
      );
      for (const { sequence, recipient } of ahead)
        fail(`order: ${sequence} of ${recipient} leased before its turn`);
    },
    /** What was shown more often than anything excuses, or never though the outbox says that it was sent. */
    end: () => {
      for (const { key, recipient } of rows<{ key: string; recipient: string }>(
        "select key, recipient from outbox where state = 'sent' and kind = 'notify' and activity_id is not null",
      )) {
        if (of(key).shown === 0) fail(`I3 ${key} was never shown`);
        if (!key.includes(recipient.slice(recipient.indexOf('/') + 1))) fail(`${key} went to ${recipient}`);
      }
      for (const { key, consultation } of rows<{ key: string; consultation: string }>(
        `select key, substr(key, 1, instr(key, ':') - 1) as consultation from outbox
          where state = 'sent' and kind = 'notify' and activity_id is null`,
      ))
        if (of(key).shown === 0 && stands(consultation)) fail(`I3 ${key} is called sent, and was not`);
      for (const [key, { shown, excused }] of accounts)
        if (shown > 1 + excused) fail(`I4 ${key} was shown ${shown} times, ${excused} excused`);
    },
  };
}
