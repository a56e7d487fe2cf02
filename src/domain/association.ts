import type { AgeBand, Certificate, Language, Role, Template, Urgency } from './codes.ts';
import type { Session } from './sessions.ts';
import type { Pattern, WorkCalendar } from './workingTime.ts';

/** The caseworkers' own agency; every file has it, and it is the owner's role in a meeting. */
export const MUNICIPAL_AGENCY = 'kommun';

export type Municipality = { id: string; name: string; population: number };

/** How long an agency may take to answer: whole working days (product §7). */
export type AnswerTime = Readonly<Record<Urgency, number>>;

export type Remit = { does: string; doesNot: string; needs: string; owner: string };

export type Agency = {
  id: string;
  name: string;
  kind: string;
  optional: boolean;
  calendar: WorkCalendar;
  answerWithin: AnswerTime;
  remit: Remit | undefined;
};

export type Person = {
  id: string;
  name: string;
  role: Role;
  agency: string;
  municipalities: readonly string[];
  specialities: readonly string[];
  /** The most open legs a member should hold at once; undefined is no limit. */
  capacity: number | undefined;
  backup: string | undefined;
  pattern: Pattern | undefined;
  language: Language | undefined;
  /** Every (tenant, object id) this person is known by, lower case: a guest has another id at home. */
  identities: readonly { tenantId: string; aadObjectId: string }[];
  guest: boolean;
  /** Where they alone read mail: invitations go there. */
  mail?: string | undefined;
};

/** Where a question is sent: the function stays, the people behind it change. */
export type AgencyFunction = {
  id: string;
  name: string;
  agency: string;
  people: readonly string[];
  deliver: readonly ('personal' | 'channel' | 'mail')[];
  mailbox: string | undefined;
};

export type RuleCondition = {
  municipality?: readonly string[];
  ageBand?: readonly AgeBand[];
  template?: readonly Template[];
  certificate?: readonly Certificate[];
};

/** Ordered per agency; the first whose condition holds names the function. No condition is the default. */
export type Rule = { agency: string; when: RuleCondition | undefined; function: string };

export type Target = {
  indicator: 'met' | 'onward' | 'work';
  ageBand: string | undefined;
  goal: number;
  from: string;
  to: string;
};

/** One samordningsförbund with all it declares: the association file, checked and filled with defaults. */
export type Association = {
  id: string;
  name: string;
  language: Language;
  timeZone: string;
  tenants: readonly string[];
  municipalities: readonly Municipality[];
  agencies: readonly Agency[];
  people: readonly Person[];
  functions: readonly AgencyFunction[];
  rules: readonly Rule[];
  sessions: readonly Session[];
  /** Links of standing meeting rooms with a lobby: a voted meeting has one to itself. */
  rooms: readonly string[];
  meeting: { minutes: number; bufferMinutes: number; noticeHours: number; horizonDays: number };
  followUp: readonly string[];
  targets: readonly Target[];
  retention: { contentDaysAfterClosure: number; historyYears: number };
  smallestCell: number;
  acute: { text: string; phone: string };
  agreement: { name: string; version: string; from: string } | undefined;
};

export const agencyOf = (association: Association, id: string): Agency | undefined =>
  association.agencies.find((agency) => agency.id === id);

const peopleById = new WeakMap<readonly Person[], ReadonlyMap<string, Person>>();

/** Asked for in every step, so an association of ten thousand people is not searched each time. */
export function personOf({ people }: Association, id: string): Person | undefined {
  const kept = peopleById.get(people);
  if (kept) return kept.get(id);
  const byId = new Map(people.map((person) => [person.id, person]));
  peopleById.set(people, byId);
  return byId.get(id);
}

export const municipalityOf = (association: Association, id: string): Municipality | undefined =>
  association.municipalities.find((municipality) => municipality.id === id);

/** The agencies a caseworker may ask: all but the municipality itself. */
export const askable = (association: Association): readonly Agency[] =>
  association.agencies.filter((agency) => agency.id !== MUNICIPAL_AGENCY);

export const coordinatorsOf = (association: Association): readonly Person[] =>
  association.people.filter((person) => person.role === 'coordinator');
