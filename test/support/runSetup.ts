import type { TestProject } from 'vitest/node';
import { expectFound, startPostgres } from './startPostgres.ts';

/** One PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { found, stop } = await startPostgres();
  expectFound(found);
  project.provide('postgres', found);
  return stop;
}
