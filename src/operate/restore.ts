import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Engine } from '../store/database.ts';
import { schemaVersion } from '../store/migrations/index.ts';
import { recordsHead, verifyRecords } from '../store/recordVerify.ts';
import type { Trx } from '../store/schema.ts';
import { forgetSecret } from '../store/secret.ts';
import {
  damageOf,
  fillEmpty,
  keptTables,
  type Row,
  rowsOf,
  sumOfRows,
  type TableName,
} from '../store/snapshot.ts';
import { checked, keyIn, type Manifest, readLines, UnfitBackup } from './backupFile.ts';

const row = z.array(z.union([z.string(), z.number(), z.null()]));
const opening = z.object({ samrad: z.literal(1), schema: z.number() });
const heading = z.object({ table: z.enum(keptTables as [TableName, ...TableName[]]) });
const ending = z.object({ end: z.record(z.string(), z.tuple([z.number(), z.string()])) });

const BATCH = 500;

/**
 * Restores a backup of either engine into an empty database of either, in one transaction: unless every table has the
 * rows it had, digest for digest, and the log is whole, nothing is kept. Faults: `UnfitBackup`; a target that is not
 * empty or that a bot runs on.
 */
export async function restore(path: string, url: string, key: Buffer | undefined): Promise<Manifest> {
  const about = await checked(path, key);
  if (about.schema !== schemaVersion)
    throw new UnfitBackup(
      `${path}: has schema ${about.schema}, this program ${schemaVersion}; restore it with version ${about.program}, then start this one on it`,
    );
  const engine: Engine = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
  await fillEmpty(url, async (add, trx) => {
    const said = await pour(path, about.key === null ? undefined : key, add);
    for (const table of keptTables) await expectSame(engine, trx, table, said[table], about.rows[table]);
    const head = await recordsHead(trx);
    const wrong = [
      ...(await damageOf(engine, trx)),
      ...(await verifyRecords(trx)).faults.map(({ at, is }) => `records ${at}: ${is}`),
      ...(head.chain === about.records.chain ? [] : ['records: do not end where the manifest says']),
    ];
    if (wrong.length > 0) throw new UnfitBackup(`${path}: is not whole\n${wrong.join('\n')}`);
    // A backup made before it was left out may still hold it.
    await forgetSecret(trx);
  });
  return about;
}

/** Adds every row of the file; gives back what its last line says. */
async function pour(
  path: string,
  key: Buffer | undefined,
  add: (table: TableName, rows: readonly Row[]) => Promise<void>,
): Promise<Record<string, [number, string]>> {
  let table: TableName | undefined;
  let waiting: Row[] = [];
  let end: Record<string, [number, string]> | undefined;
  let number = 0;
  const empty = async () => {
    if (table !== undefined && waiting.length > 0) await add(table, waiting);
    waiting = [];
  };
  for await (const line of readLines(path, key)) {
    number += 1;
    if (end) throw new UnfitBackup(`${path}: goes on after its end`);
    const value: unknown = JSON.parse(line);
    if (Array.isArray(value)) {
      waiting.push(row.parse(value));
      if (waiting.length >= BATCH) await empty();
      continue;
    }
    await empty();
    if (number === 1) opening.parse(value);
    else if (typeof value === 'object' && value !== null && 'table' in value)
      table = heading.parse(value).table;
    else end = ending.parse(value).end;
  }
  if (!end) throw new UnfitBackup(`${path}: has no end`);
  return end;
}

async function expectSame(
  engine: Engine,
  trx: Trx,
  table: TableName,
  said: [number, string] | undefined,
  promised: number | undefined,
): Promise<void> {
  const sum = sumOfRows();
  for await (const one of rowsOf(engine, trx, table)) sum.add(one);
  if (!said || said[0] !== sum.rows() || said[1] !== sum.digest() || promised !== sum.rows())
    throw new UnfitBackup(`${table}: is not what was backed up`);
}

const usage = 'npm run restore -- <file.backup> <database-url>\nnpm run restore -- --drill <file.backup>';

/**
 * The command. `--drill` restores into memory, where nothing is left of it however it ends. Prints what was restored;
 * 1 as exit code when nothing was.
 */
export async function run(
  args = process.argv.slice(3),
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { drill: { type: 'boolean', default: false } },
    });
    const [file, url = values.drill ? 'sqlite::memory:' : undefined] = positionals;
    if (file === undefined || url === undefined || positionals.length !== (values.drill ? 1 : 2))
      throw new UnfitBackup(usage);
    const started = performance.now();
    const about = await restore(resolve(file), url, keyIn(env.BACKUP_KEY));
    const ms = Math.round(performance.now() - started);
    process.stdout.write(
      `${JSON.stringify({ [values.drill ? 'drilled' : 'restored']: about, whole: true, ms }, null, 2)}\n`,
    );
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'unknown'}\n`);
    process.exitCode = 1;
  }
}
