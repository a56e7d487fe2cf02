import { describe, expect, it } from 'vitest';
import { aDatabase } from '../support/postgres.ts';
import { acceptOnSqlite, raceOn } from './accept.ts';
import { nothingDone } from './area.ts';

describe('eight who accept at once, some of them twice', () => {
  it('have one winner and seven who read so, over connections to one bot', async () => {
    const tally = nothingDone();
    await acceptOnSqlite.run(tally, () => tally.count >= 200);
    expect(tally.violations).toEqual([]);
    expect(tally.count).toBe(200);
  }, 400_000);

  it('have one winner and seven who read so, over three bots on one PostgreSQL', async () => {
    const tally = nothingDone();
    await raceOn(await aDatabase(), tally, () => tally.count >= 200);
    expect(tally.violations).toEqual([]);
    expect(tally.count).toBe(200);
  }, 400_000);
});
