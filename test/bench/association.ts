import type { Association, Person } from '../../src/domain/association.ts';
import { ageBands, certificates, templates } from '../../src/domain/codes.ts';
import { parseWeek } from '../../src/domain/workingTime.ts';

export type Size = {
  /** People and rules of all other agencies together. */
  otherPeople: number;
  otherRules: number;
  /** Of the agency that is asked: people of the function its rules name, and rules before the one that holds. */
  candidates: number;
  rules: number;
};

const OTHERS = 19;
const places = ['norr', 'mitt', 'syd'];
const week = parseWeek({ 'mon-fri': '08:00-17:00' });
const calendar = {
  timeZone: 'Europe/Stockholm',
  week: week.ok ? week.value : [],
  halfDays: true,
  bridgeDays: 'open',
  closedDays: [],
};

/** One agency with a team and rules of its own, and nineteen others that share the rest; valid as far as routing looks. */
export function associationOf({ otherPeople, otherRules, candidates, rules }: Size): Association {
  const others = Array.from({ length: OTHERS }, (_, n) => `other-${n}`);
  const person = (id: string, agency: string): Person => ({
    id,
    name: id,
    role: 'member',
    agency,
    municipalities: places,
    specialities: [],
    capacity: 6,
    backup: undefined,
    pattern: undefined,
    language: undefined,
    identities: [{ tenantId: 'tenant', aadObjectId: id }],
    guest: false,
  });
  const asked = Array.from({ length: candidates }, (_, n) => person(`asked-${n}`, 'asked'));
  const rest = Array.from({ length: otherPeople }, (_, n) => person(`rest-${n}`, others[n % OTHERS]!));
  // No rule but the last holds for the request below: the dearest case there is.
  const never = (agency: string, n: number) => ({
    agency,
    when: {
      municipality: places,
      ageBand: [ageBands[n % 2]!],
      template: [templates[n % templates.length]!],
      certificate: [certificates[n % certificates.length]!],
    },
    function: `${agency}-team`,
  });
  const agency = (id: string) => ({
    id,
    name: id,
    kind: 'agency',
    optional: false,
    calendar,
    answerWithin: { normal: 3, soon: 1 },
    remit: undefined,
  });
  const team = (id: string, people: readonly Person[]) => ({
    id: `${id}-team`,
    name: id,
    agency: id,
    people: people.filter((one) => one.agency === id).map((one) => one.id),
    deliver: ['personal'],
    mailbox: undefined,
  });
  const caseworker: Person = { ...person('caseworker', 'kommun'), role: 'caseworker', capacity: undefined };
  const everybody = [...rest, ...asked, caseworker];
  return {
    id: 'bench',
    timeZone: 'Europe/Stockholm',
    municipalities: places.map((id) => ({ id, name: id, population: 20_000 })),
    agencies: ['kommun', ...others, 'asked'].map(agency),
    people: everybody,
    functions: [...others, 'asked'].map((id) => team(id, everybody)),
    rules: [
      ...Array.from({ length: otherRules }, (_, n) => never(others[n % OTHERS]!, n)),
      ...Array.from({ length: Math.max(rules - 1, 0) }, (_, n) => never('asked', n)),
      ...[...others, 'asked'].map((id) => ({ agency: id, when: undefined, function: `${id}-team` })),
    ],
    sessions: [],
  } as unknown as Association;
}

/** A Monday morning. */
export const now = new Date('2026-09-07T08:00:00Z');
