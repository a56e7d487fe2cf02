import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { misplaced } from '../simulation/mutants.ts';
import { chance, keep, kept, minutesLeft, nothingDone, violate } from './area.ts';
import { areas } from './areas.ts';
import { table } from './table.ts';

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

it('shares time by what is left: as guessed before anything is measured, then as measured', () => {
  const area = { goal: 1000, minutes: 30 };
  expect(minutesLeft(area, nothingDone())).toBe(30);
  expect(minutesLeft(area, { ...nothingDone(), count: 5, seconds: 6000 })).toBeCloseTo(29.85);
  expect(minutesLeft(area, { ...nothingDone(), count: 500, seconds: 6000 })).toBe(100);
  expect(minutesLeft(area, { ...nothingDone(), count: 1001, seconds: 6000 })).toBe(0);
});

it('tells how far each area has come, also those nothing was done in', () => {
  const done = { ...nothingDone(), count: 250, seconds: 600, violated: 2, last: '2026-11-22T03:00:00.000Z' };
  const kill = { ...done, figures: { answered: 12_345 }, sources: ['a', 'b'] };
  const text = table(areas, { kill });
  expect(text).toContain(
    '| kill | 250 of 1,000 kills (25 %) | 2 | 10 | 2026-11-22 (2 versions of the program) | answered 12,345 |',
  );
  expect(text).toContain('| fuzz | 0 of 200,000 activities | – | – | – | – |');
  expect(new Set(areas.map(({ name }) => name)).size).toBe(areas.length);
});

it('breaks the program where it is: every mutant names a place that is there', () => {
  expect(misplaced()).toEqual([]);
});
