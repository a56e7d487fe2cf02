import type { AgencyFunction, Association } from './association.ts';
import { personOf } from './association.ts';

/** How often somebody was asked in a function. */
export type Asked = { function: string; person: string; count: number };

/**
 * How one function's questions were spread, without anybody's name. Where only one person is there the total would be
 * theirs twice over, so it stands alone.
 */
export type Spread = {
  function: string;
  people: number;
  /** Everything asked of the function, also of people who have left it since. */
  questions: number;
  each: { least: number; most: number; full: number; limited: number } | undefined;
};

/** Per function, in the file's order; `openLegs` is what somebody has now, against which capacity is held. */
export function distributionOf(
  association: Association,
  asked: readonly Asked[],
  openLegs: (person: string) => number,
): readonly Spread[] {
  const byFunction = Map.groupBy(asked, (one) => one.function);
  return association.functions.map((named) =>
    spreadOf(association, named, byFunction.get(named.id) ?? [], openLegs),
  );
}

function spreadOf(
  association: Association,
  named: AgencyFunction,
  asked: readonly Asked[],
  openLegs: (person: string) => number,
): Spread {
  const members = named.people
    .map((id) => personOf(association, id))
    .filter((person) => person?.role === 'member')
    .filter((person) => person !== undefined);
  const timesOf = (person: string) =>
    asked.filter((one) => one.person === person).reduce((sum, { count }) => sum + count, 0);
  const times = members.map(({ id }) => timesOf(id));
  const limited = members.filter(({ capacity }) => capacity !== undefined);
  return {
    function: named.id,
    people: members.length,
    questions: asked.reduce((sum, { count }) => sum + count, 0),
    each:
      members.length < 2
        ? undefined
        : {
            least: Math.min(...times),
            most: Math.max(...times),
            full: limited.filter(({ id, capacity }) => openLegs(id) >= capacity!).length,
            limited: limited.length,
          },
  };
}
