import { existsSync } from 'node:fs';
import { openStore, type Store } from '../store/database.ts';
import type { Trx } from '../store/schema.ts';
import {
  fillEmpty,
  holdTables,
  keptTables,
  type Row,
  rowsOf,
  sumOfRows,
  type TableName,
} from '../store/snapshot.ts';

/** The number of rows of every table, the same on both sides. */
export type Moved = Readonly<Record<string, number>>;

/** A move that cannot be; the message is the reason in words, with no URL in it. Both databases are as they were. */
export class CannotMove extends Error {
  override readonly name = 'CannotMove';
}

const BATCH = 500;

type Add = (table: TableName, rows: readonly Row[]) => Promise<void>;

/**
 * Copies all that a closed SQLite file holds into an empty PostgreSQL database, in one transaction: unless every table
 * has the same rows on both sides, count for count and digest for digest, nothing is kept, and killed halfway it leaves
 * the target empty. The file is brought to this program's schema first and otherwise left as it is.
 */
export async function move(from: string, to: string): Promise<Moved> {
  const path = from.replace(/^sqlite:/, '');
  if (path === from || !existsSync(path))
    throw new CannotMove('The first is to be sqlite:<path> of a file there is.');
  if (!/^postgres(ql)?:\/\//.test(to)) throw new CannotMove('The second is to be a PostgreSQL URL.');
  const source = await openStore(from);
  try {
    let moved: Moved = {};
    await fillEmpty(to, async (add, trx) => {
      await holdTables(trx);
      moved = await source.transact((reading) => pour(source, reading, add, trx));
    });
    return moved;
  } finally {
    await source.close();
  }
}

async function pour({ engine }: Store, reading: Trx, add: Add, trx: Trx): Promise<Moved> {
  const moved: Record<string, number> = {};
  for (const table of keptTables) {
    const there = sumOfRows();
    let waiting: Row[] = [];
    for await (const row of rowsOf(engine, reading, table)) {
      there.add(row);
      waiting.push(row);
      if (waiting.length < BATCH) continue;
      await add(table, waiting);
      waiting = [];
    }
    if (waiting.length > 0) await add(table, waiting);
    const here = sumOfRows();
    for await (const row of rowsOf('postgres', trx, table)) here.add(row);
    if (here.rows() !== there.rows() || here.digest() !== there.digest())
      throw new CannotMove(
        `${table}: ${there.rows()} rows were read and ${here.rows()} kept, or they are not the same.`,
      );
    moved[table] = here.rows();
  }
  return moved;
}

/** `npm run move -- sqlite:<path> postgres://…`: prints the rows of every table; 1 as exit code when nothing was moved. */
export async function run(args: readonly string[] = process.argv.slice(3)): Promise<void> {
  const [from, to] = args;
  try {
    if (args.length !== 2 || from === undefined || to === undefined)
      throw new CannotMove('npm run move -- sqlite:<path> postgres://<user>:<password>@<host>/<database>');
    const moved = await move(from, to);
    const lines = Object.entries(moved).map(([table, rows]) => `${table.padEnd(20)} ${rows}`);
    process.stdout.write(
      `${lines.join('\n')}\nEverything is moved, row for row. Set DATABASE_URL to the new database before the next start, ` +
        'and delete the old file once that has been seen to work: it still holds everything.\n',
    );
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'unknown'}\n`);
    process.exitCode = 1;
  }
}
