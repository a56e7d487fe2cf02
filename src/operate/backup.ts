import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };
import { recordsHead, verifyRecords } from '../store/recordVerify.ts';
import { damageOf, keptTables, type Snapshot, sumOfRows, withSnapshot } from '../store/snapshot.ts';
import {
  finish,
  keyIn,
  type Manifest,
  nameOfKey,
  placeAt,
  readLines,
  timeIn,
  UnfitBackup,
  writeLines,
} from './backupFile.ts';

/** How a backup is made; `keepDays` after which an earlier one is deleted. */
export type BackupSettings = {
  url: string;
  directory: string;
  key: Buffer | undefined;
  keepDays: number;
  now: Date;
};

/** What was made, and which earlier files were deleted. */
export type Made = { path: string; manifest: Manifest; deleted: string[] };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a backup of a database, beside a bot that runs on it, and reads it again. Everything in it is from one moment.
 * Older ones are deleted only once the new one stands: a backup never outlives what it holds by more than `keepDays`.
 * Faults: `UnfitBackup` when the database itself does not hold what it should, with nothing made and nothing deleted.
 */
export async function backUp({ url, directory, key, keepDays, now }: BackupSettings): Promise<Made> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = placeAt(directory, now);
  try {
    const about = await withSnapshot(url, async (snapshot) => {
      const { schema, engine, db } = snapshot;
      const wrong = [
        ...(await damageOf(engine, db)),
        ...(await verifyRecords(db)).faults.map(({ at, is }) => `records ${at}: ${is}`),
      ];
      if (wrong.length > 0)
        throw new UnfitBackup(`The database is not whole; keep the backups there are.\n${wrong.join('\n')}`);
      const rows: Record<string, number> = {};
      const { bytes, sha256 } = await writeLines(path, linesOf(snapshot, rows), key);
      return {
        samrad: 1,
        at: now.toISOString(),
        file: basename(path),
        bytes,
        sha256,
        key: key ? nameOfKey(key) : null,
        engine,
        schema,
        program: packageFile.version,
        rows,
        records: await recordsHead(db),
      } satisfies Manifest;
    });
    let last = '';
    for await (const line of readLines(`${path}.partial`, key)) last = line;
    if (!last.startsWith('{"end":')) throw new UnfitBackup(`${path}: cannot be read again as it was written`);
    await finish(path, about);
    return { path, manifest: about, deleted: await rotate(directory, keepDays, now) };
  } catch (fault) {
    await rm(`${path}.partial`, { force: true });
    throw fault;
  }
}

/** A first line, each table's name and rows, and a last line with the digests of what went before. */
async function* linesOf(snapshot: Snapshot, rows: Record<string, number>): AsyncIterable<string> {
  yield `${JSON.stringify({ samrad: 1, schema: snapshot.schema })}\n`;
  const end: Record<string, [number, string]> = {};
  for (const table of keptTables) {
    yield `${JSON.stringify({ table })}\n`;
    const sum = sumOfRows();
    for await (const row of snapshot.rows(table)) {
      sum.add(row);
      yield `${JSON.stringify(row)}\n`;
    }
    rows[table] = sum.rows();
    end[table] = [sum.rows(), sum.digest()];
  }
  yield `${JSON.stringify({ end })}\n`;
}

/** Deletes what was made more than `keepDays` ago, and what a killed backup left a day ago. Touches no other name. */
async function rotate(directory: string, keepDays: number, now: Date): Promise<string[]> {
  const deleted: string[] = [];
  for (const name of (await readdir(directory)).sort()) {
    const made = timeIn(name);
    const days = name.endsWith('.partial') ? Math.min(1, keepDays) : keepDays;
    if (made === undefined || now.getTime() - made <= days * DAY_MS) continue;
    await rm(join(directory, name), { force: true });
    deleted.push(name);
  }
  return deleted;
}

const usage = 'npm run backup -- <folder> [--keep-days 30]';

/** The command: prints the manifest; 1 as exit code when there is no backup. */
export async function run(
  args = process.argv.slice(3),
  env: Readonly<Record<string, string | undefined>> = process.env,
  now = new Date(),
): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'keep-days': { type: 'string', default: '30' } },
    });
    const keepDays = Number(values['keep-days']);
    if (positionals.length !== 1 || !(keepDays >= 1)) throw new UnfitBackup(usage);
    const made = await backUp({
      url: env.DATABASE_URL || 'sqlite:.data/samrad.db',
      directory: resolve(positionals[0]!),
      key: keyIn(env.BACKUP_KEY),
      keepDays,
      now,
    });
    process.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : 'unknown'}\n`);
    process.exitCode = 1;
  }
}
