import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Area, violate } from './area.ts';

const root = resolve(import.meta.dirname, '..', '..');

type Found = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    message: string;
    assertionResults: { status: string; title: string; failureMessages: string[] }[];
  }[];
};

/** One test file run in a process of its own; what failed in it, in words. Nothing run at all is a failure too. */
async function failuresOf(
  files: readonly string[],
  only: string | undefined,
  env: Record<string, string>,
): Promise<string[]> {
  const place = mkdtempSync(join(tmpdir(), 'samrad-soak-'));
  const results = join(place, 'results.json');
  const words = [
    'run',
    ...files,
    '--config',
    'test/vitest.config.ts',
    '--reporter=json',
    `--outputFile=${results}`,
  ];
  try {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', ...words, ...(only === undefined ? [] : ['-t', only])],
      { cwd: root, env: { ...process.env, SAMRAD_POSTGRES: 'required', ...env }, stdio: 'ignore' },
    );
    const [code] = (await once(child, 'close')) as [number | null];
    const found = JSON.parse(readFileSync(results, 'utf8')) as Found;
    const failed = found.testResults.flatMap(({ message, assertionResults }) => [
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ title, failureMessages }) => `${title}: ${(failureMessages[0] ?? '').slice(0, 800)}`),
      ...(message === '' ? [] : [message.slice(0, 800)]),
    ]);
    if (failed.length === 0 && (code !== 0 || found.numPassedTests === 0)) failed.push(`ended with ${code}`);
    return failed;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What a test file does, done again and again; `each` is how much one run of it counts for. */
const again = (
  area: Pick<Area, 'name' | 'unit' | 'goal' | 'minutes'>,
  file: string,
  { each, only, env = {} }: { each: number; only?: string; env?: Record<string, string> },
): Area => ({
  ...area,
  run: async (tally, until) => {
    while (tally.count < area.goal && !until()) {
      for (const what of await failuresOf([file], only, env)) violate(tally, what);
      tally.count += each;
    }
  },
});

/** Every property of the tests with other cases than theirs; a failure tells the cases it was found with. */
const properties: Area = {
  name: 'properties',
  unit: 'rounds of other cases',
  goal: 100,
  minutes: 60,
  run: async (tally, until) => {
    const files = globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
      readFileSync(join(root, file), 'utf8').includes('support/property.ts'),
    );
    while (tally.count < properties.goal && !until()) {
      const cases = randomInt(2 ** 31);
      for (const what of await failuresOf(files, undefined, { CASES: String(cases) }))
        violate(tally, `CASES=${cases}: ${what}`);
      tally.count += 1;
    }
  },
};

/** What the tests prove at a smaller count. */
export const testAreas: readonly Area[] = [
  properties,
  again({ name: 'ambiguous', unit: 'creates', goal: 10_000, minutes: 8 }, 'test/journeys/ambiguous.test.ts', {
    each: 240,
  }),
  again({ name: 'freeze', unit: 'frozen instances', goal: 200, minutes: 12 }, 'test/store/fencing.test.ts', {
    each: 2,
    only: 'when it thaws',
  }),
  again({ name: 'backlog', unit: 'messages', goal: 10_000, minutes: 1 }, 'test/store/backlog.test.ts', {
    each: 10_000,
    env: { BACKLOG: '10000' },
  }),
  again(
    { name: 'injection', unit: 'rounds of 16 texts', goal: 130, minutes: 2 },
    'test/cards/injection.test.ts',
    {
      each: 26,
      env: { INJECTION_ROUNDS: '26' },
    },
  ),
];
