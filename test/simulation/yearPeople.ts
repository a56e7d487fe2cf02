import type { Association, Person } from '../../src/domain/association.ts';
import { type Absence, nextOnDuty } from '../../src/domain/duty.ts';
import { addDays } from '../../src/domain/zone.ts';
import type { Random } from './random.ts';
import { EQUALS } from './yearWorld.ts';

/** Days somebody is not there, and whether the bot is ever told. */
export type Away = Absence & { said: 'before' | 'that-day' | 'by-coordinator' | 'never' };

/** Somebody's year: what is so, not what the bot knows. */
export type Life = {
  association: string;
  person: string;
  aways: readonly Away[];
  /** The day they leave for good (`YYYY-MM-DD`); `removed`: from the association file too, else they only fall silent. */
  leaves: { day: string; removed: boolean } | undefined;
  /** About how many hours pass before they do what they are told of. */
  paceHours: number;
  /** The share of messages they never see. */
  loses: number;
  digest: boolean;
  equal: boolean;
};

export const FIRST_DAY = '2027-01-04';
export const LAST_DAY = '2028-01-02';

/** Everybody's year: holidays of several weeks, sick days, some who leave; of the equals none is ever away. */
export function makeLives(random: Random, associations: readonly Association[]): Map<string, Life> {
  const lives = new Map<string, Life>();
  for (const association of associations)
    for (const person of association.people)
      lives.set(`${association.id}/${person.id}`, lifeOf(random, association, person));
  for (const association of associations) {
    const leaver = random.chance(0.6) ? random.pick(leavers(association)) : undefined;
    if (leaver === undefined) continue;
    const key = `${association.id}/${leaver.id}`;
    const leaves = { day: addDays(FIRST_DAY, random.whole(60, 300)), removed: random.chance(0.5) };
    lives.set(key, { ...lives.get(key)!, leaves });
  }
  return lives;
}

/** Whoever goes leaves a colleague behind, or the year would be over. */
const leavers = ({ people }: Association): Person[] =>
  people.filter(
    ({ role, agency }) =>
      (role === 'member' || role === 'caseworker') &&
      agency !== EQUALS &&
      people.filter((other) => other.role === role && other.agency === agency).length > 1,
  );

function lifeOf(random: Random, association: Association, { id, agency, role }: Person): Life {
  const equal = agency === EQUALS;
  return {
    association: association.id,
    person: id,
    aways: equal ? [] : awaysOf(random, association, id, agency),
    leaves: undefined,
    paceHours: equal ? 1 : random.pick([1, 4, 12, 40]) * (role === 'coordinator' ? 2 : 1),
    loses: equal ? 0 : random.pick([0.02, 0.1, 0.3]),
    digest: random.chance(0.4),
    equal,
  };
}

function awaysOf(random: Random, association: Association, person: string, agency: string): Away[] {
  const colleagues = association.people.filter((one) => one.agency === agency && one.id !== person);
  const made = (from: string, days: number, said: Away['said'], part: Absence['part'] = 'day'): Away => ({
    id: `${person} ${from}`,
    person,
    from,
    to: addDays(from, days - 1),
    part,
    backup: colleagues.length > 0 && random.chance(0.3) ? random.pick(colleagues).id : undefined,
    said,
  });
  const told = () => random.pick(['before', 'before', 'before', 'by-coordinator', 'never'] as const);
  const aways = [
    made(addDays('2027-06-28', random.whole(0, 28)), random.whole(14, 33), told()),
    made(addDays('2027-12-20', random.whole(0, 4)), random.whole(5, 14), told()),
    made(addDays(FIRST_DAY, random.whole(20, 110)), random.whole(2, 7), told()),
  ];
  for (let count = random.whole(2, 5); count > 0; count -= 1) {
    const said = random.pick(['that-day', 'that-day', 'by-coordinator', 'never'] as const);
    const days = random.pick([1, 1, 2, 3, 10]);
    const part = days === 1 && random.chance(0.4) ? random.pick(['morning', 'afternoon'] as const) : 'day';
    aways.push(made(addDays(FIRST_DAY, random.whole(0, 355)), days, said, part));
  }
  return aways;
}

/** When somebody is next really at work, from `at` on; undefined when never again. */
export function nextThere(association: Association, life: Life, at: Date): Date | undefined {
  const person = association.people.find(({ id }) => id === life.person);
  const there = person && nextOnDuty(association, person, life.aways, at);
  const gone = life.leaves && new Date(`${life.leaves.day}T00:00:00Z`);
  return there === undefined || (gone && there >= gone) ? undefined : there;
}
