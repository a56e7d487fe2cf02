import type { Agency, AgencyFunction, Association, Person, Rule, RuleCondition } from './association.ts';
import type { Urgency } from './codes.ts';
import type { Request, Routing } from './consultation.ts';
import { dueAfterWorkingDays, windowsOn, worksAt } from './workingTime.ts';
import { dayFrom, dayNumberIn } from './zone.ts';

/** What a person carries now: legs open with them, and when a leg was last given to them (ISO 8601 in UTC). */
export type Load = { openLegs: number; lastAskedAt: string | undefined };

/** Whether a person is absent for the whole of a span of time. */
export type Away = (person: string, from: Date, to: Date) => boolean;

/** The world as routing sees it at one instant; without `away` nobody is. `load` is asked once per candidate. */
export type RoutingFacts = {
  association: Association;
  now: Date;
  load: (person: string) => Load;
  away?: Away;
};

/** What the rules may look at in a request. */
export type Routed = Pick<Request, 'municipality' | 'ageBand' | 'template' | 'certificate'>;

/** Who must not be asked: people who have said no, people whose access has ended, functions of the wrong area. */
export type Except = {
  passed: readonly string[];
  barred: readonly string[];
  wrongFunctions: readonly string[];
};

export type Choice = { function: string; person: string; dueAt: Date; routing: Routing };

type Condition = { name: keyof RuleCondition; among: ReadonlySet<string> };
type NumberedRule = { rule: Rule; number: number; conditions: readonly Condition[] };

type Index = {
  agencies: ReadonlyMap<string, Agency>;
  people: ReadonlyMap<string, Person>;
  functions: ReadonlyMap<string, AgencyFunction>;
  /** Per agency: the rules with conditions in the file's order, then the defaults. */
  rules: ReadonlyMap<string, readonly NumberedRule[]>;
  /** Filled as asked for: the members of a function per municipality. */
  candidates: Map<string, Map<string, readonly Person[]>>;
};

const indexes = new WeakMap<Association, Index>();
const conditions = ['municipality', 'ageBand', 'template', 'certificate'] as const;

function indexOf(association: Association): Index {
  const kept = indexes.get(association);
  if (kept) return kept;
  const byId = <T extends { id: string }>(things: readonly T[]) =>
    new Map(things.map((thing) => [thing.id, thing]));
  const index: Index = {
    agencies: byId(association.agencies),
    people: byId(association.people),
    functions: byId(association.functions),
    rules: rulesByAgency(association),
    candidates: new Map(),
  };
  indexes.set(association, index);
  return index;
}

function rulesByAgency({ rules }: Association): Map<string, NumberedRule[]> {
  const ordered = new Map<string, NumberedRule[]>();
  for (const [agency, all] of Map.groupBy(rules, (rule) => rule.agency)) {
    const numbered = all.map((rule, number) => ({ rule, number, conditions: conditionsIn(rule.when) }));
    const isDefault = ({ conditions: none }: NumberedRule) => none.length === 0;
    ordered.set(agency, [...numbered.filter((each) => !isDefault(each)), ...numbered.filter(isDefault)]);
  }
  return ordered;
}

const conditionsIn = (when: RuleCondition = {}): Condition[] =>
  conditions.flatMap((name) => (when[name] === undefined ? [] : [{ name, among: new Set(when[name]) }]));

/**
 * The function an agency's rules name for a request: the first rule that holds, defaults last, leaving out functions
 * found to be the wrong area. `rule` counts from 0 among the agency's rules in the file. Undefined: no rule holds.
 */
export function chooseFunction(
  association: Association,
  request: Routed,
  agency: string,
  wrongFunctions: readonly string[],
): { function: AgencyFunction; rule: number; because: Routing['because'] } | undefined {
  const { rules, functions } = indexOf(association);
  for (const { rule, number, conditions: needed } of rules.get(agency) ?? []) {
    if (!needed.every(({ name, among }) => among.has(request[name]))) continue;
    const named = functions.get(rule.function);
    if (!named || wrongFunctions.includes(named.id)) continue;
    return { function: named, rule: number, because: needed.map(({ name }) => name) };
  }
  return undefined;
}

/** The numbers of all of an agency's rules that hold for a request, in the order they are judged. */
export const rulesHolding = (association: Association, request: Routed, agency: string): readonly number[] =>
  (indexOf(association).rules.get(agency) ?? [])
    .filter((rule) => rule.conditions.every(({ name, among }) => among.has(request[name])))
    .map(({ number }) => number);

/** An agency's rules as it is asked by them: each with its number in the file, from 0. */
export const ruleNumbered = (association: Association, agency: string, number: number): Rule | undefined =>
  indexOf(association)
    .rules.get(agency)
    ?.find((each) => each.number === number)?.rule;

/** The members of a function who work for a municipality, in the function's order: anyone of them may answer. */
export function candidates(
  association: Association,
  functionId: string,
  municipality: string,
): readonly Person[] {
  const index = indexOf(association);
  const kept = index.candidates.get(functionId)?.get(municipality);
  if (kept) return kept;
  const named = index.functions.get(functionId);
  if (!named || !association.municipalities.some(({ id }) => id === municipality)) return [];
  const found = named.people
    .map((id) => index.people.get(id))
    .filter((person) => person !== undefined)
    .filter((person) => person.role === 'member' && person.municipalities.includes(municipality));
  const ofFunction = index.candidates.get(functionId) ?? new Map<string, readonly Person[]>();
  index.candidates.set(functionId, ofFunction.set(municipality, found));
  return found;
}

/** When an agency asked now must have answered: its answer time in its own working days (product §7). */
export const answerDue = (agency: Agency, urgency: Urgency, asked: Date): Date =>
  dueAfterWorkingDays(agency.calendar, asked, agency.answerWithin[urgency]);

/**
 * Who is asked for an agency: the rules choose the function; of its people for the municipality, those with working
 * time before the deadline and below capacity; of these the one with a matching speciality, then fewest open legs,
 * then longest since asked, then first in the function's list. Undefined: nobody, so the coordinator.
 */
export function route(
  { association, now, load, away }: RoutingFacts,
  request: Routed & Pick<Request, 'urgency'>,
  agency: string,
  but: Except,
): Choice | undefined {
  const asked = indexOf(association).agencies.get(agency);
  const chosen = chooseFunction(association, request, agency, but.wrongFunctions);
  if (!asked || !chosen) return undefined;
  const dueAt = answerDue(asked, request.urgency, now);
  const openDays = openDaysBetween(asked, now, dueAt);
  const contenders: Contender[] = [];
  const members = candidates(association, chosen.function.id, request.municipality);
  for (const [order, person] of members.entries()) {
    if (but.passed.includes(person.id) || but.barred.includes(person.id)) continue;
    if (!openDays.some((day) => worksAt(person.pattern, day)) || away?.(person.id, now, dueAt)) continue;
    const { openLegs, lastAskedAt } = load(person.id);
    if (person.capacity !== undefined && openLegs >= person.capacity) continue;
    contenders.push({
      person,
      speciality: isSpecialist(person, request) ? 0 : 1,
      'fewest-open': openLegs,
      'longest-since': lastAskedAt ?? '',
      order,
    });
  }
  const [winner, second] = firstTwo(contenders);
  if (!winner) return undefined;
  return {
    function: chosen.function.id,
    person: winner.person.id,
    dueAt,
    routing: {
      rule: chosen.rule,
      because: chosen.because,
      chosen: second ? groundBetween(winner, second) : 'only',
      openLegs: winner['fewest-open'],
      members: members.length,
      able: contenders.length,
    },
  };
}

/** The days, as day numbers, on which the agency has open time left between two instants. */
function openDaysBetween({ calendar }: Agency, from: Date, to: Date): number[] {
  const days: number[] = [];
  const last = dayNumberIn(to.getTime(), calendar.timeZone);
  for (let day = dayNumberIn(from.getTime(), calendar.timeZone); day <= last; day++)
    if (windowsOn(calendar, dayFrom(day)).some(({ start, end }) => end > from && start < to)) days.push(day);
  return days;
}

const isSpecialist = (person: Person, request: Routed): boolean =>
  person.specialities.some(
    (code) => code === request.ageBand || code === request.template || code === request.certificate,
  );

/** One who could be asked, with what sets people apart; less is better throughout. */
type Contender = {
  person: Person;
  speciality: number;
  'fewest-open': number;
  /** The empty text, never asked, sorts before every instant. */
  'longest-since': string;
  order: number;
};

const grounds = ['speciality', 'fewest-open', 'longest-since', 'order'] as const;

/** The first ground on which two differ; two contenders always differ in order. */
function groundBetween(a: Contender, b: Contender): (typeof grounds)[number] {
  for (const ground of grounds) if (a[ground] !== b[ground]) return ground;
  return 'order';
}

const isBefore = (a: Contender, b: Contender): boolean => {
  const ground = groundBetween(a, b);
  return a[ground] < b[ground];
};

/** The one to be asked and the one who would be without them: what sets these two apart is why. */
function firstTwo(contenders: readonly Contender[]): [Contender | undefined, Contender | undefined] {
  let first: Contender | undefined;
  let second: Contender | undefined;
  for (const next of contenders)
    if (!first || isBefore(next, first)) [first, second] = [next, first];
    else if (!second || isBefore(next, second)) second = next;
  return [first, second];
}
