import { describe, expect, it } from 'vitest';
import { aDatabase } from '../support/postgres.ts';
import { nothingDone } from './area.ts';
import { bookOn, bookOnSqlite } from './book.ts';

describe('owner, coordinator and participants who confirm overlapping times at once', () => {
  it('book nobody and no place twice, over connections to one bot', async () => {
    const tally = nothingDone();
    await bookOnSqlite.run(tally, () => tally.count >= 60);
    expect(tally.violations).toEqual([]);
    expect(tally.count).toBeGreaterThanOrEqual(60);
  }, 120_000);

  it('book nobody and no place twice, over three bots on one PostgreSQL', async () => {
    const tally = nothingDone();
    await bookOn(await aDatabase(), tally, () => tally.count >= 60);
    expect(tally.violations).toEqual([]);
    expect(tally.count).toBeGreaterThanOrEqual(60);
  }, 120_000);
});
