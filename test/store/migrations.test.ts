import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { schemaVersion } from '../../src/store/migrations/index.ts';
import { tables } from '../../src/store/tables.ts';
import { aStore, aUrl, engines, say } from './files.ts';

const opened = async (url: string): Promise<void> => (await openStore(url)).close();

describe.each(engines)('the schema on %s', (engine) => {
  const versionsIn = async (url: string) =>
    (await say(url, 'select version from schema_version order by version')).map(({ version }) =>
      Number(version),
    );
  const all = Array.from({ length: schemaVersion }, (_, before) => before + 1);

  it('is brought forward once', async () => {
    const url = await aUrl(engine);
    for (let time = 1; time <= 2; time += 1) await opened(url);
    expect(await versionsIn(url)).toEqual(all);
  });

  it('is refused and left alone when it is newer than the program', async () => {
    const url = await aUrl(engine);
    await opened(url);
    await say(url, `insert into schema_version values (${schemaVersion + 1}, 'from the future')`);
    const before = await versionsIn(url);
    await expect(openStore(url)).rejects.toThrow(/newer program/);
    // The second refusal says the same: the first let go of the database.
    await expect(openStore(url)).rejects.toThrow(/newer program/);
    expect(await versionsIn(url)).toEqual(before);
  });

  it('is refused when other steps have made it, or a step is missing', async () => {
    const url = await aUrl(engine);
    await opened(url);
    await say(url, "update schema_version set name = '0001-other' where version = 1");
    await expect(openStore(url)).rejects.toThrow(/step 1 "0001-other" where this program has "0001-initial"/);
    await say(url, 'delete from schema_version where version = 1');
    await expect(openStore(url)).rejects.toThrow(/made by step 2/);
  });

  it('is made whole or not at all', async () => {
    const url = await aUrl(engine);
    await say(url, 'create table languages (something text)');
    await expect(openStore(url)).rejects.toThrow(/languages/);
    expect(await versionsIn(url)).toEqual([]);
    await expect(say(url, 'select 1 from consultations')).rejects.toThrow(/consultations/);
    await say(url, 'drop table languages');
    await opened(url);
    expect(await versionsIn(url)).toEqual(all);
  });

  it.each([
    ['alter table inbox drop column answer', /column inbox.answer is missing/],
    ['alter table inbox add column more text', /column inbox.more is not the program's/],
    ['drop table paces', /table paces is missing/],
    ['alter table paces rename to tempo', /table paces is missing/],
  ])('is refused in words after: %s', async (statement, words) => {
    const url = await aUrl(engine);
    await opened(url);
    await say(url, statement);
    await expect(openStore(url)).rejects.toThrow(words);
  });

  it('has columns of text and whole numbers only, and no table the program does not know', async () => {
    const { db } = await aStore(engine);
    const found = await (db as Kysely<unknown>).introspection.getTables();
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(tables).sort());
    const types = new Set(
      found.flatMap((table) => table.columns.map(({ dataType }) => dataType.toLowerCase())),
    );
    for (const type of types) expect(['text', 'integer', 'bigint', 'int8', 'int4']).toContain(type);
  });
});
