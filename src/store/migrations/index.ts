import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { initial } from './0001-initial.ts';

/** Every migration in the order it is run; one is added at the end and never changed afterwards. */
const migrations: readonly { name: string; up: (trx: Kysely<Schema>) => Promise<void> }[] = [
  { name: '0001-initial', up: initial },
];

/** The schema this program knows: the number of migrations. */
export const schemaVersion = migrations.length;

/** Brings the database forward, each step in a transaction of its own. A database from a newer program is a fault and left as it is. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  const current = await versionOf(db);
  if (current > schemaVersion)
    throw new Error(
      `The database has schema ${current}; this program knows up to ${schemaVersion}. Start a newer program.`,
    );
  for (const [position, { name, up }] of migrations.entries()) {
    const version = position + 1;
    if (version <= current) continue;
    await db.transaction().execute(async (trx) => {
      await up(trx);
      await trx.insertInto('schema_version').values({ version, name }).execute();
    });
  }
}

async function versionOf(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('schema_version')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? 0;
}
