import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Two cores and a database server share the machine with the tests: what takes half a second alone may take ten.
// Most tests wait for processes of their own, so one file more than there are cores keeps the cores busy.
export default defineConfig({
  test: {
    globalSetup: ['test/support/runSetup.ts'],
    testTimeout: 20_000,
    maxWorkers: availableParallelism() + 1,
  },
});
