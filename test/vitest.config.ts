import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Two cores, bots and a database server share the machine with the tests: what takes half a second alone may take twenty.
// Every limit here only ends what hangs; none is how fast something must be.
export default defineConfig({
  test: {
    globalSetup: ['test/support/runSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: availableParallelism(),
  },
});
