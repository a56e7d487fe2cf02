import { type RoutingFacts, route } from '../../src/domain/routing.ts';
import { associationOf, now, type Size } from './association.ts';
import { measuredSend } from './facts.ts';

/**
 * How long it takes to find whom to ask, and what that time grows with: `npm run bench`. Times belong to the machine
 * they were measured on, so this prints and judges nothing.
 */
const RUNS = 3000;
const request = {
  municipality: 'norr',
  ageBand: '60+',
  template: 'general',
  certificate: 'valid',
  urgency: 'normal',
} as const;

function measured(size: Size): { first: number; median: number; slow: number } {
  const association = associationOf(size);
  const loads = new Map(
    association.people.map(({ id }, n) => [id, { openLegs: n % 5, lastAskedAt: '2026-09-01T08:00:00.000Z' }]),
  );
  const facts: RoutingFacts = { association, now, load: (person) => loads.get(person)! };
  const but = { passed: ['asked-0'], barred: [], wrongFunctions: [] };
  const once = (): number => {
    const start = process.hrtime.bigint();
    if (route(facts, request, 'asked', but) === undefined && size.candidates > 1) throw new Error('nobody');
    return Number(process.hrtime.bigint() - start) / 1000;
  };
  const first = once();
  const times = Array.from({ length: RUNS }, once).sort((a, b) => a - b);
  return { first, median: times[RUNS / 2]!, slow: times[Math.floor(RUNS * 0.99)]! };
}

const usual: Size = { otherPeople: 9990, otherRules: 950, candidates: 10, rules: 50 };
const table: readonly (readonly [string, Size])[] = [
  ['10,000 people, 1,000 rules', usual],
  ['… a tenth of the other people', { ...usual, otherPeople: 999 }],
  ['… ten times the other people', { ...usual, otherPeople: 99_900 }],
  ['… a tenth of the other rules', { ...usual, otherRules: 95 }],
  ['… ten times the other rules', { ...usual, otherRules: 9500 }],
  ['… 100 candidates', { ...usual, candidates: 100 }],
  ['… 1,000 candidates', { ...usual, candidates: 1000 }],
  ['… 10,000 candidates', { ...usual, candidates: 10_000 }],
  ['… 1,000 rules of the agency itself', { ...usual, rules: 1000 }],
];

measured(usual);
console.log('Routing one request, microseconds');
console.log(`${'case'.padEnd(40)}${'first'.padStart(10)}${'median'.padStart(10)}${'p99'.padStart(10)}`);
for (const [name, size] of table) {
  const { first, median, slow } = measured(size);
  const columns = [first, median, slow].map((time) => time.toFixed(0).padStart(10));
  console.log(name.padEnd(40) + columns.join(''));
}

console.log(
  '\nReading what sending a request to three agencies looks at, and deciding it; SQLite, milliseconds',
);
console.log(`${'case'.padEnd(40)}${'median'.padStart(10)}${'p95'.padStart(10)}`);
for (const [name, size] of table.filter(
  ([, { candidates, otherPeople }]) => candidates + otherPeople < 20_000,
)) {
  const { median, slow } = await measuredSend(size, 100);
  console.log(name.padEnd(40) + [median, slow].map((time) => time.toFixed(2).padStart(10)).join(''));
}
