import { MUNICIPAL_AGENCY } from '../domain/association.ts';
import { placesPerOccasion } from '../domain/sessions.ts';
import { minutesOfDay } from '../domain/zone.ts';
import type { ReadableAssociation } from './readable.ts';

/** Says that something is wrong at a path in the file, and what would be right. */
export type Tell = (path: readonly (string | number)[], message: string) => void;

type Known = { what: string; ids: ReadonlySet<string> };

/**
 * Tells of everything that does not hold between the parts of an association file: ids given twice or pointing
 * nowhere, people in another agency than their function, identities, sessions, and what every file must have.
 */
export function checkReferences(file: ReadableAssociation, tell: Tell): void {
  const municipalities = idsOf('municipality', file.municipalities, ['municipalities'], tell);
  const agencies = idsOf('agency', file.agencies, ['agencies'], tell);
  const people = idsOf('person', file.people, ['people'], tell);
  const functions = idsOf('function', file.functions, ['functions'], tell);
  idsOf('session', file.sessions, ['sessions'], tell);
  const refer = (id: string | undefined, known: Known, path: readonly (string | number)[]) => {
    // A file without municipalities, agencies or people is told so once, not at every mention of one.
    if (id === undefined || known.ids.has(id) || (known.ids.size === 0 && known !== functions)) return;
    tell(path, `"${id}" is no ${known.what} of this file; ${choice(known)}`);
  };

  if (!agencies.ids.has(MUNICIPAL_AGENCY))
    tell(['agencies'], `should include the caseworkers' own agency, with the id "${MUNICIPAL_AGENCY}"`);
  if (!file.people.some((person) => person?.role === 'coordinator'))
    tell(['people'], 'should include at least one person with the role "coordinator"');
  for (const [n, agency] of file.agencies.entries())
    refer(agency?.remit?.owner, people, ['agencies', n, 'remit', 'owner']);
  for (const [n, person] of file.people.entries()) {
    refer(person?.agency, agencies, ['people', n, 'agency']);
    refer(person?.backup, people, ['people', n, 'backup']);
    for (const [m, id] of (person?.municipalities ?? []).entries())
      refer(id, municipalities, ['people', n, 'municipalities', m]);
  }
  for (const [n, each] of file.functions.entries()) {
    refer(each?.agency, agencies, ['functions', n, 'agency']);
    for (const [m, id] of (each?.people ?? []).entries()) refer(id, people, ['functions', n, 'people', m]);
  }
  for (const [n, rule] of file.rules.entries()) {
    refer(rule?.agency, agencies, ['rules', n, 'agency']);
    refer(rule?.function, functions, ['rules', n, 'function']);
    for (const [m, id] of (rule?.when?.municipality ?? []).entries())
      refer(id, municipalities, ['rules', n, 'when', 'municipality', m]);
  }
  for (const [n, session] of file.sessions.entries())
    for (const [m, id] of (session?.agencies ?? []).entries())
      refer(id, agencies, ['sessions', n, 'agencies', m]);

  const differ = apart(agencies.ids);
  checkPeople(file, differ, tell);
  checkFunctions(file, differ, tell);
  checkIdentities(file, tell);
  checkMail(file, tell);
  checkSessions(file, tell);
  checkRooms(file, tell);
  checkTargets(file, tell);
}

function idsOf(
  what: string,
  things: readonly ({ id?: string | undefined } | null)[],
  path: readonly string[],
  tell: Tell,
): Known {
  const first = new Map<string, number>();
  const ids = new Set<string>();
  for (const [n, thing] of things.entries()) {
    if (thing?.id === undefined) continue;
    // Ids are typed in chat, in any case.
    const typed = thing.id.toLowerCase();
    const earlier = first.get(typed);
    if (earlier === undefined) first.set(typed, n);
    else
      tell(
        [...path, n, 'id'],
        `"${thing.id}" is already the id of ${path.join('.')}[${earlier}]; every ${what} needs its own`,
      );
    ids.add(thing.id);
  }
  return { what, ids };
}

function choice({ ids }: Known): string {
  if (ids.size === 0) return 'it has none';
  const shown = [...ids].slice(0, 8).map((id) => `"${id}"`);
  return `should be one of ${shown.join(', ')}${ids.size > shown.length ? ` … (${ids.size} in all)` : ''}`;
}

/** By id, the first that has it; later ones are told of as duplicates. */
function byId<T extends { id?: string | undefined }>(things: readonly (T | null)[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const thing of things) if (thing?.id !== undefined && !found.has(thing.id)) found.set(thing.id, thing);
  return found;
}

type Differ = (one: string | undefined, other: string | undefined) => boolean;

/** Whether two agencies are known and not the same; an unknown one has been told of where it stands. */
function apart(known: ReadonlySet<string>): Differ {
  return (one, other) =>
    one !== undefined && other !== undefined && one !== other && known.has(one) && known.has(other);
}

function checkPeople(file: ReadableAssociation, differ: Differ, tell: Tell): void {
  const people = byId(file.people);
  for (const [n, person] of file.people.entries()) {
    if (!person) continue;
    const { role, agency, municipalities } = person;
    if ((role === 'caseworker' || role === 'member') && municipalities.length === 0)
      tell(
        ['people', n, 'municipalities'],
        `should name at least one municipality: a ${role} works for those named only`,
      );
    const backup = person.backup === undefined ? undefined : people.get(person.backup);
    if (!backup) continue;
    if (backup === person) tell(['people', n, 'backup'], 'should be somebody else than the person');
    else if (differ(backup.agency, agency))
      tell(
        ['people', n, 'backup'],
        `"${backup.id}" belongs to "${backup.agency}"; should be somebody of "${agency}"`,
      );
  }
}

function checkFunctions(file: ReadableAssociation, differ: Differ, tell: Tell): void {
  const people = byId(file.people);
  const functions = byId(file.functions);
  for (const [n, each] of file.functions.entries()) {
    const named = new Set<string>();
    for (const [m, id] of (each?.people ?? []).entries()) {
      const person = id === undefined ? undefined : people.get(id);
      if (!person || id === undefined) continue;
      const path = ['functions', n, 'people', m];
      if (named.has(id)) tell(path, `"${id}" is named twice`);
      else if (differ(person.agency, each?.agency))
        tell(path, `"${id}" belongs to "${person.agency}"; should be somebody of "${each?.agency}"`);
      else if (person.role !== undefined && person.role !== 'member')
        tell(
          path,
          `"${id}" has the role "${person.role}"; should be a "member": only members answer for an agency`,
        );
      named.add(id);
    }
  }
  for (const [n, rule] of file.rules.entries()) {
    const agency = rule?.function === undefined ? undefined : functions.get(rule.function)?.agency;
    if (differ(agency, rule?.agency))
      tell(
        ['rules', n, 'function'],
        `"${rule?.function}" belongs to "${agency}"; should be a function of "${rule?.agency}"`,
      );
  }
}

function checkIdentities(file: ReadableAssociation, tell: Tell): void {
  const tenants = new Set(file.tenants.map((tenant) => tenant?.toLowerCase()));
  const first = new Map<string, string>();
  const check = (
    tenantId: string | undefined,
    objectId: string | undefined,
    path: readonly (string | number)[],
    owner: string,
  ) => {
    if (tenantId !== undefined && !tenants.has(tenantId.toLowerCase()))
      tell([...path, 'tenantId'], 'should be one of the tenants listed under "tenants"');
    if (tenantId === undefined || objectId === undefined) return;
    const key = `${tenantId} ${objectId}`.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, owner);
    else tell([...path, 'aadObjectId'], `should differ: ${earlier} already has this tenant and object id`);
  };
  for (const [n, person] of file.people.entries()) {
    if (!person) continue;
    const { tenantId, aadObjectId, identities } = person;
    const path = ['people', n];
    const owner = `people[${n}]`;
    if (identities.length > 0 && (tenantId !== undefined || aadObjectId !== undefined))
      tell([...path, 'identities'], 'should stand alone: move tenantId and aadObjectId into the list');
    else if (identities.length === 0)
      for (const [key, value] of Object.entries({ tenantId, aadObjectId }))
        if (value === undefined)
          tell([...path, key], 'missing: should be a GUID (or give the person "identities")');
    check(tenantId, aadObjectId, path, owner);
    for (const [m, each] of identities.entries())
      check(each?.tenantId, each?.aadObjectId, [...path, 'identities', m], owner);
  }
}

/** What goes to a person's own address holds the link to the meeting: nobody else may read it there. */
function checkMail(file: ReadableAssociation, tell: Tell): void {
  const read = new Map<string, string>();
  for (const [n, one] of file.functions.entries())
    if (one?.mailbox !== undefined) read.set(one.mailbox.toLowerCase(), `functions[${n}].mailbox`);
  for (const [n, person] of file.people.entries()) {
    const mail = person?.mail?.toLowerCase();
    if (mail === undefined) continue;
    const earlier = read.get(mail);
    if (earlier === undefined) read.set(mail, `people[${n}].mail`);
    else tell(['people', n, 'mail'], `should be read by this person alone: ${earlier} is the same`);
  }
}

function checkSessions(file: ReadableAssociation, tell: Tell): void {
  for (const [n, session] of file.sessions.entries()) {
    if (!session) continue;
    const [from, to] = [minutesOfDay(session.from), minutesOfDay(session.to)];
    if (from === undefined || to === undefined) continue;
    if (from >= to) tell(['sessions', n, 'to'], `should be later than "from" (${session.from})`);
    if (from >= to || !(session.slotMinutes > 0)) continue;
    const places = placesPerOccasion(session);
    const { links, lobby } = session;
    if (places === 0)
      tell(
        ['sessions', n, 'slotMinutes'],
        `should fit between "from" and "to": at most ${to - from} minutes`,
      );
    else if (!lobby && links.length !== places)
      tell(
        ['sessions', n, 'links'],
        `should be ${places}, one link for each place of an occasion, or "lobby": true; there are ${links.length}`,
      );
    for (const [m, link] of links.entries())
      if (!lobby && link !== undefined && links.indexOf(link) < m)
        tell(
          ['sessions', n, 'links', m],
          'should differ: two places with the same link would meet in one room',
        );
  }
}

function checkRooms({ rooms, sessions }: ReadableAssociation, tell: Tell): void {
  const taken = new Set(sessions.flatMap((session) => session?.links ?? []));
  for (const [n, room] of rooms.entries())
    if (room !== undefined && (rooms.indexOf(room) < n || taken.has(room)))
      tell(['rooms', n], 'should differ: two meetings with the same link would meet in one room');
}

function checkTargets(file: ReadableAssociation, tell: Tell): void {
  for (const [n, target] of file.targets.entries())
    if (target?.from !== undefined && target.to !== undefined && target.to < target.from)
      tell(['targets', n, 'to'], `should not be before "from" (${target.from})`);
}
