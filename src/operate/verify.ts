import { parseArgs } from 'node:util';
import { type Head, type RecordFault, type Verified, verifyRecords } from '../store/recordVerify.ts';
import { withSnapshot } from '../store/snapshot.ts';

const words: Readonly<Record<RecordFault['is'], string>> = {
  missing: 'one or more rows before this one are missing',
  altered: 'the row is not as it was written',
  'broken-chain': 'the row does not follow from the one before it',
  head: 'the log does not end where its head says; rows at the end are missing or were added',
  document: 'a consultation is not as its latest change left it',
  columns: 'what a consultation is looked for by is not what its document says',
  vanished: 'a consultation is gone without having been disposed of',
  actor: 'another name stands behind a person of the log',
  shortened: 'the noted head lies beyond the end of the log: rows at the end are missing',
  rewritten: 'the noted head is not part of this log: it was written anew',
};

/** `<position>:<chain>` as `npm run verify` and the bot's log write a head; undefined when it is none. */
export function headFrom(said: string): Head | undefined {
  const match = /^(\d{1,15}):([\w-]{43}|)$/.exec(said.trim());
  return match ? { position: Number(match[1]), chain: match[2]! } : undefined;
}

/** What a verification found, in words: the rows, the head to note, and every fault. */
export function verdictOf({ rows, head, faults }: Verified): string {
  return [
    `rows: ${rows}`,
    `head: ${head.position}:${head.chain}`,
    ...faults.map(({ at, is }) => `FAULT at row ${at}: ${words[is]}.`),
    faults.length === 0
      ? 'The log is whole.'
      : `Faults: ${faults.length}. Keep this database as it is, and look for the cause.`,
    '',
  ].join('\n');
}

const reasonOf = (message: string): string =>
  message === 'no result' ? 'The log has no head: its table was emptied.' : message;

const usage =
  'npm run verify [-- --head <position>:<chain>] (as an earlier verify printed it; may be repeated)';

/** The command: reads the database named by DATABASE_URL, beside a bot that runs on it; 1 as exit code on any fault. */
export async function run(
  args = process.argv.slice(3),
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { head: { type: 'string', multiple: true, default: [] } },
    });
    const noted = values.head.map((said) => {
      const head = headFrom(said);
      if (!head) throw new Error(usage);
      return head;
    });
    const url = env.DATABASE_URL || 'sqlite:.data/samrad.db';
    const verified = await withSnapshot(url, ({ db }) => verifyRecords(db, noted));
    process.stdout.write(verdictOf(verified));
    if (verified.faults.length > 0) process.exitCode = 1;
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? reasonOf(fault.message) : 'unknown'}\n`);
    process.exitCode = 1;
  }
}
