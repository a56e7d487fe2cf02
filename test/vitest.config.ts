import { defineConfig } from 'vitest/config';

// Two cores and a database server share the machine with the tests: what takes half a second alone may take ten.
export default defineConfig({ test: { globalSetup: ['test/support/runSetup.ts'], testTimeout: 20_000 } });
