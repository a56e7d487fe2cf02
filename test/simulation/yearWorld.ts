import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAssociations } from '../../src/association/load.ts';
import type { Association } from '../../src/domain/association.ts';
import type { Random } from './random.ts';

/** How much of a year: consultations in all, and of each association its coordinators, caseworkers and members. */
export type Size = {
  consultations: number;
  associations: readonly { coordinators: number; caseworkers: number; members: Record<string, number> }[];
};

/** Where nobody is ever away and everybody is alike: what a fair share is can be measured there. */
export const EQUALS = 'rehab';

/** Three associations, 18 people: enough for whatever the rules are about, and a year takes two seconds. */
export const small: Size = {
  consultations: 13,
  associations: [
    { coordinators: 1, caseworkers: 2, members: { fk: 3, rehab: 2 } },
    { coordinators: 1, caseworkers: 1, members: { af: 2, rehab: 2 } },
    { coordinators: 1, caseworkers: 1, members: { psykiatri: 3, rehab: 2 } },
  ],
};

/** Forty people and 2,000 consultations. */
export const full: Size = {
  consultations: 2000,
  associations: [
    { coordinators: 2, caseworkers: 4, members: { fk: 3, af: 2, rehab: 3 } },
    { coordinators: 1, caseworkers: 4, members: { af: 3, primarvard: 2, rehab: 3 } },
    { coordinators: 2, caseworkers: 3, members: { psykiatri: 3, fk: 2, rehab: 3 } },
  ],
};

/** Hours, half days, bridge days and answer times as different as they are. */
const agencies: Readonly<Record<string, object>> = {
  kommun: { name: 'Kommunen', kind: 'municipality', workingHours: { 'mon-fri': '08:00-17:00' } },
  fk: {
    name: 'Försäkringskassan',
    kind: 'fk',
    workingHours: { 'mon-fri': '08:00-16:30' },
    halfDays: true,
  },
  af: {
    name: 'Arbetsförmedlingen',
    kind: 'af',
    workingHours: { 'mon-thu': '08:00-16:00', fri: '08:00-15:00' },
    halfDays: true,
    bridgeDays: 'closed',
  },
  psykiatri: {
    name: 'Psykiatri',
    kind: 'psychiatry',
    workingHours: { 'mon-fri': '08:00-12:00,13:00-17:00' },
    answerWithin: { normal: '5 working days', soon: '2 working days' },
  },
  primarvard: {
    name: 'Primärvård',
    kind: 'primary-care',
    optional: true,
    workingHours: { 'mon,tue,thu,fri': '07:30-16:00', wed: '07:30-12:00' },
    bridgeDays: 'closed',
    answerWithin: { normal: '4 working days', soon: '2 working days' },
  },
  rehab: {
    name: 'Rehabkoordinering',
    kind: 'rehab',
    workingHours: { 'mon-fri': '08:00-16:00' },
    halfDays: true,
  },
};

/** The days some work less, always or every other week. */
const patterns = [
  { not: ['fri'] },
  { not: ['mon', 'wed'] },
  { odd: { not: ['fri'] } },
  { even: { not: ['mon', 'tue'] }, odd: { not: ['thu'] } },
];

const ids = ['norra', 'mellersta', 'sodra'];
const places = ['alby', 'berga', 'dalby'];

/** Association files from a seed, read as the bot reads its own. */
export async function makeAssociations(random: Random, size: Size): Promise<Association[]> {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-year-'));
  try {
    for (const [place, one] of size.associations.entries())
      writeFileSync(join(folder, `${place}.json`), JSON.stringify(fileOf(random, place, one)));
    const loaded = await loadAssociations(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    return loaded.associations;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fileOf(random: Random, place: number, size: Size['associations'][number]): object {
  const municipalities = places.slice(0, place === 1 ? 2 : 3);
  const asked = Object.keys(size.members);
  const tenantId = random.id();
  const person = (role: string, agency: string, number: number) => ({
    id: `${role === 'member' ? agency : role.slice(0, 2)}-${number}`,
    name: `${agency[0]!.toUpperCase()}${agency.slice(1)} ${role} ${'ABCDEFGH'[number]}`,
    role,
    agency,
    tenantId,
    aadObjectId: random.id(),
    ...(role === 'member' || role === 'caseworker' ? { municipalities } : {}),
    ...(agency !== EQUALS && random.chance(0.4) ? { pattern: random.pick(patterns) } : {}),
  });
  const several = (count: number) => Array.from({ length: count }, (_, index) => index);
  const members = Object.entries(size.members).flatMap(([agency, count]) =>
    several(count).map((number) => ({
      ...person('member', agency, number),
      ...(agency === EQUALS
        ? {}
        : {
            capacity: random.whole(1, 3),
            ...(random.chance(0.3) ? { specialities: [random.pick(['18-24', 'no-sgi', 'missing'])] } : {}),
            ...(random.chance(0.7) ? { backup: `${agency}-${(number + 1) % count}` } : {}),
          }),
    })),
  );
  return {
    id: ids[place],
    name: `${ids[place]} samordningsförbund`,
    tenants: [tenantId],
    municipalities: municipalities.map((id, index) => ({ id, name: id, population: 40_000 + index })),
    agencies: ['kommun', ...asked].map((id) => ({ id, ...agencies[id] })),
    people: [
      ...several(size.coordinators).map((number) => person('coordinator', 'kommun', number)),
      ...several(size.caseworkers).map((number) => person('caseworker', 'kommun', number)),
      ...members,
    ],
    functions: asked.map((agency) => ({
      id: `${agency}-samverkan`,
      name: `${agency} samverkan`,
      agency,
      people: members.filter((one) => one.agency === agency).map(({ id }) => id),
      deliver: ['personal'],
    })),
    rules: asked.map((agency) => ({ agency, function: `${agency}-samverkan` })),
    sessions:
      place === 0
        ? [
            {
              id: 'torsdag',
              name: 'Torsdagstid',
              weekday: 'thu',
              from: '09:00',
              // One place a week, and few weeks ahead: it is full now and then.
              to: '09:30',
              slotMinutes: 30,
              agencies: ['kommun', ...asked],
              lobby: true,
            },
          ]
        : [],
    ...(place === 0 ? { meeting: { horizonDays: 8 } } : {}),
    acute: { text: 'Akutpsykiatrin', phone: '1177' },
  };
}

/** The file as it is once somebody has left. */
export const without = (association: Association, gone: string): Association => ({
  ...association,
  people: association.people
    .filter(({ id }) => id !== gone)
    .map((person) => (person.backup === gone ? { ...person, backup: undefined } : person)),
  functions: association.functions.map((one) => ({ ...one, people: one.people.filter((id) => id !== gone) })),
});
