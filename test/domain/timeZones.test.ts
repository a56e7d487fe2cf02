import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const script = join(import.meta.dirname, '..', 'support', 'dstWeeks.ts');

/** What a process in another part of the world proposes. */
const proposedIn = async (TZ: string): Promise<string> => {
  const { stdout } = await run(process.execPath, [script], {
    env: { PATH: process.env.PATH, TZ },
    maxBuffer: 2 ** 24,
  });
  return stdout;
};

it('proposes the same instants wherever the server stands, through every week the clocks change from 2024 to 2040', async () => {
  const zones = ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Apia'];
  const [first, ...others] = await Promise.all(zones.map(proposedIn));
  const weeks = first!.trim().split('\n');
  expect(weeks).toHaveLength(2 * 17);
  for (const other of others) expect(other).toBe(first);
  // And it is the wall in Stockholm that counts: 08:00 there is an hour later in UTC once winter has come.
  const autumn = JSON.parse(weeks.find((week) => week.includes('2026-10-'))!) as {
    free: { start: number; end: number }[][][];
  };
  const opens = autumn.free[0]![0]!.map(({ start }) => new Date(start * 60_000).toISOString());
  expect(opens[0]).toBe('2026-10-19T06:00:00.000Z');
  expect(opens.at(-1)).toBe('2026-10-30T07:00:00.000Z');
}, 60_000);
