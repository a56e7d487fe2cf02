import { type Because, jointTimes, type Proposal, type RolePeople } from '../../src/domain/jointTimes.ts';
import fc from './property.ts';
import { wallOf } from './stockholmClock.ts';

/** The week the clocks go back in 2026: every wall clock of it is asked of the rule itself. */
const zero = Date.parse('2026-10-22T22:00:00Z') / 60_000;
const end = 5 * 1440;

/** One question to `jointTimes`; minutes of free time and of spent starts count from `zero`. */
export type Scene = {
  required: readonly Part[];
  optional: readonly Part[];
  minutes: number;
  gridMinutes: number;
  count: number;
  exclude: readonly number[];
};
type Part = { accepted: string | undefined; people: RolePeople['people'] };

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: end - 1500 }), fc.integer({ min: 0, max: 1500 }))
    .map(([start, length]) => ({ start: zero + start, end: zero + start + length })),
  { minLength: 1, maxLength: 6 },
);
const person = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  free: spans,
  sure: fc.boolean(),
});
const generous = fc.constantFrom([{ start: zero + 300, end: zero + end - 300 }]);
const part: fc.Arbitrary<Part> = fc.record({
  accepted: fc.constantFrom(undefined, undefined, undefined, 'a', 'b'),
  people: fc.oneof(
    fc.uniqueArray(person, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    fc.record({ id: fc.constant('a'), free: generous, sure: fc.boolean() }).map((one) => [one]),
  ),
});

/** Random questions: several people a role, spans in any order, overlapping, empty, touching. */
export const scenes: fc.Arbitrary<Scene> = fc.record({
  required: fc.array(part, { minLength: 1, maxLength: 3 }),
  optional: fc.array(part, { maxLength: 3 }),
  minutes: fc.integer({ min: 15, max: 90 }),
  gridMinutes: fc.constantFrom(5, 15, 30),
  count: fc.integer({ min: 0, max: 8 }),
  exclude: fc.array(fc.integer({ min: 0, max: end }), { maxLength: 3 }),
});

const rolesOf = ({ required, optional }: Scene): readonly RolePeople[] =>
  [...required.map((one) => [one, true] as const), ...optional.map((one) => [one, false] as const)].map(
    ([{ accepted, people }, isRequired], place) => ({
      role: `role-${place}`,
      required: isRequired,
      people,
      ...(accepted === undefined ? {} : { accepted }),
    }),
  );

/** What `jointTimes` says to it. */
export const proposed = (scene: Scene): Proposal[] =>
  jointTimes({
    roles: rolesOf(scene),
    minutes: scene.minutes,
    gridMinutes: scene.gridMinutes,
    count: scene.count,
    exclude: scene.exclude.map((n) => new Date((zero + n) * 60_000)),
  });

/** For how many minutes on from each minute somebody stays free. */
function lasting(free: RolePeople['people'][number]['free']): Uint16Array {
  const able = new Uint8Array(end + 1);
  for (const { start, end: stop } of free) able.fill(1, start - zero, Math.max(stop - zero, start - zero));
  const left = new Uint16Array(end + 1);
  for (let n = end - 1; n >= 0; n--) left[n] = able[n] === 1 ? left[n + 1]! + 1 : 0;
  return left;
}

type Candidate = { n: number; day: string; who: string[][]; because: Because };

/** The same by looking at every minute of every person. */
export function bruteForce(scene: Scene): Proposal[] {
  const { minutes, gridMinutes, count, exclude } = scene;
  const roles = rolesOf(scene);
  const plans = roles.map(({ people, accepted }) =>
    people
      .filter(({ id }) => accepted === undefined || id === accepted)
      .map(({ id, free, sure }) => ({ id, sure, left: lasting(free) })),
  );
  const candidates: Candidate[] = [];
  for (let n = 0; n + minutes <= end; n++) {
    if ((zero + n) % gridMinutes !== 0 || exclude.some((other) => Math.abs(other - n) < minutes)) continue;
    const who = plans.map((people) => people.filter(({ left }) => left[n]! >= minutes));
    if (who.some((able, place) => able.length === 0 && roles[place]!.required)) continue;
    const wall = wallOf(zero + n);
    const within = (from: number, to: number) => wall.minute >= from && wall.minute + minutes <= to;
    candidates.push({
      n,
      day: wall.day,
      who: who.map((able) => able.map(({ id }) => id)),
      because: {
        optional: who.filter((able, place) => able.length > 0 && !roles[place]!.required).length,
        unsure: who.filter((able) => able.length > 0 && able.every(({ sure }) => !sure)).length,
        fresh: exclude.every((other) => wallOf(zero + other).day !== wall.day),
        usual: within(9 * 60, 11 * 60 + 30) || within(13 * 60, 15 * 60 + 30),
      },
    });
  }
  const order = (a: Candidate, b: Candidate) =>
    b.because.optional - a.because.optional ||
    a.because.unsure - b.because.unsure ||
    Number(b.because.fresh) - Number(a.because.fresh) ||
    Number(b.because.usual) - Number(a.because.usual) ||
    a.n - b.n;
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    const fresh = candidates.filter(({ day }) => chosen.every((other) => other.day !== day));
    const far = candidates.filter(({ n }) => chosen.every((other) => Math.abs(other.n - n) >= 240));
    const [best] = (fresh.length > 0 ? fresh : far).sort(order);
    if (!best) break;
    chosen.push(best);
  }
  return chosen
    .sort((a, b) => a.n - b.n)
    .map(({ n, who, because }) => ({
      start: new Date((zero + n) * 60_000),
      end: new Date((zero + n + minutes) * 60_000),
      who: Object.fromEntries(roles.map(({ role }, place) => [role, who[place]!])),
      because,
    }));
}
