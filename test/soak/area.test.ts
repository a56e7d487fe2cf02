import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { chance, keep, kept, nothingDone, violate } from './area.ts';

it('goes on where it stopped, and tells a spoilt file from none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-soak-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'data', 'soak.json');
  expect(kept(file)).toEqual({});
  const tally = { ...nothingDone(), count: 7, seed: 8 };
  for (let n = 0; n < 60; n += 1) violate(tally, `fault ${n}`);
  keep(file, { kill: tally });
  expect(kept(file).kill).toMatchObject({ count: 7, seed: 8, violated: 60 });
  expect(kept(file).kill?.violations).toHaveLength(50);
  writeFileSync(file, '{');
  expect(() => kept(file)).toThrow();
});

it('has the same chances again from the same seed', () => {
  const [one, again, other] = [chance(5), chance(5), chance(6)];
  const numbers = Array.from({ length: 1000 }, one);
  expect(Array.from({ length: 1000 }, again)).toEqual(numbers);
  expect(Array.from({ length: 1000 }, other)).not.toEqual(numbers);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, value) => sum + value) / 1000).toBeCloseTo(0.5, 1);
});
