import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts bots and databases or lives whole years; the rest is over in a second or two each. */
const long = ['soak', 'simulation', 'journeys', 'local', 'security', 'operate', 'store'];
/** What keeps nothing between two tests but in files of their own: these share a process and what it has read. */
const shared = ['cards', 'dispatch', 'domain', 'guardTexts', 'links', 'mail', 'store', 'teams'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

/** What measures its processor time: a thread is told its own in steps of milliseconds, and the process has everybody's. */
const timed = ['test/domain/guard/cost.test.ts'];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const room = /\/test\/([^/]+)\//.exec(moduleId.replaceAll('\\', '/'))?.[1] ?? '';
  return long.includes(room) ? long.indexOf(room) : long.length;
};

/** The longest first, so that no processor stands idle at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

// Two cores, bots and a database server share the machine with the tests: what takes half a second alone may take twenty.
// Every limit here only ends what hangs; none is how fast something must be.
export default defineConfig({
  test: {
    globalSetup: ['test/support/runSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than there are processors: some tests wait for real time, a mail server's silence or a lease.
    maxWorkers: availableParallelism() + 1,
    // Cheaper to start than processes; what must be a process of its own is started by the test.
    pool: 'threads',
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'timed', include: timed, pool: 'forks' } },
      { extends: true, test: { name: 'shared', include: shared, exclude: timed, isolate: false } },
      { extends: true, test: { name: 'running', include: ['test/**/*.test.ts'], exclude: shared } },
    ],
  },
});
