import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAssociations } from '../src/association/load.ts';
import type { Association } from '../src/domain/association.ts';

const example = join(import.meta.dirname, '../env/klaralvdalen.json');
const second = join(import.meta.dirname, '../env/skargarden.json');

// The files are edited as the administrator would: any key, any value.
// biome-ignore lint/suspicious/noExplicitAny: what is tested is what no type allows
type Json = any;

let folder: string;
let original: string;
let other: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samrad-association-'));
  original = await readFile(example, 'utf8');
  other = await readFile(second, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes the example with changes and loads it. */
async function loadedWith(edit: (file: Json) => void) {
  const json = JSON.parse(original);
  edit(json);
  const file = join(folder, 'edited.json');
  await writeFile(file, JSON.stringify(json));
  return { file, loaded: await loadAssociations(file) };
}

/** The faults of the edited example as `path: message`. */
async function faultsOf(edit: (file: Json) => void): Promise<string[]> {
  const { file, loaded } = await loadedWith(edit);
  if (loaded.ok) return [];
  for (const fault of loaded.faults) expect(fault.file).toBe(file);
  return loaded.faults.map(({ path, message }) => `${path}: ${message}`);
}

async function associationOf(edit: (file: Json) => void = () => {}): Promise<Association> {
  const { loaded } = await loadedWith(edit);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.associations[0] as Association;
}

async function folderOf(files: Record<string, string>): Promise<string> {
  const made = await mkdtemp(join(folder, 'several-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(made, name), text);
  return made;
}

describe('loading association files', () => {
  it('reads a folder: the two examples, in the order of their names', async () => {
    const loaded = await loadAssociations(join(import.meta.dirname, '../env'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    expect(loaded.associations.map(({ id }) => id)).toEqual(['klaralvdalen', 'skargarden']);
  });

  it('turns the example into an association, filled with defaults', async () => {
    const association = await associationOf();
    expect(association).toMatchObject({ id: 'klaralvdalen', language: 'sv', smallestCell: 5 });
    const [kommun, , af, psykiatri, primarvard] = association.agencies;
    const officeDay = [{ from: 480, to: 990 }];
    expect(kommun).toEqual({
      id: 'kommun',
      name: 'Kommunen',
      kind: 'municipality',
      optional: false,
      calendar: {
        timeZone: 'Europe/Stockholm',
        week: [officeDay, officeDay, officeDay, officeDay, officeDay, [], []],
        halfDays: false,
        bridgeDays: 'open',
        closedDays: [],
      },
      answerWithin: { normal: 3, soon: 1 },
      remit: undefined,
    });
    expect(af?.calendar).toMatchObject({ halfDays: true, bridgeDays: 'closed' });
    expect(psykiatri?.calendar.week[2]).toEqual([{ from: 480, to: 720 }]);
    expect(psykiatri?.answerWithin).toEqual({ normal: 5, soon: 2 });
    expect(primarvard?.optional).toBe(true);
    expect(association.people.find(({ id }) => id === 'af-lena')).toEqual({
      id: 'af-lena',
      name: 'Lena Björk',
      role: 'member',
      agency: 'af',
      municipalities: ['hagfors', 'munkfors', 'forshaga'],
      specialities: [],
      capacity: 4,
      backup: undefined,
      pattern: { not: ['wed'] },
      language: undefined,
      identities: [
        {
          tenantId: '11111111-1111-4111-8111-111111111111',
          aadObjectId: 'a0000000-0000-4000-8000-000000000022',
        },
      ],
      guest: true,
    });
    expect(association.sessions[0]).toMatchObject({ weeks: 'odd', lobby: false });
    expect(association.rules[2]?.when).toEqual({
      certificate: ['missing', 'unexplored'],
      municipality: ['hagfors'],
    });
    expect(association.rules[3]).toEqual({ agency: 'psykiatri', when: undefined, function: 'psyk-team' });
  });

  it('does without everything that has a default', async () => {
    const association = await associationOf((file) => {
      for (const key of [
        'language',
        'timeZone',
        'sessions',
        'meeting',
        'followUp',
        'targets',
        'retention',
        'smallestCell',
        'agreement',
      ])
        delete file[key];
    });
    expect(association).toMatchObject({
      language: 'sv',
      timeZone: 'Europe/Stockholm',
      sessions: [],
      meeting: { minutes: 45, bufferMinutes: 10, noticeHours: 24, horizonDays: 42 },
      followUp: ['4 weeks', '3 months', '6 months'],
      targets: [],
      retention: { contentDaysAfterClosure: 90, historyYears: 5 },
      smallestCell: 5,
      agreement: undefined,
    });
    const partly = await associationOf((file) => {
      file.meeting = { minutes: 30 };
      file.retention = { historyYears: 7 };
      file.agencies[1].answerWithin = { normal: '2 working days' };
    });
    expect(partly.meeting).toEqual({ minutes: 30, bufferMinutes: 10, noticeHours: 24, horizonDays: 42 });
    expect(partly.retention).toEqual({ contentDaysAfterClosure: 90, historyYears: 7 });
    expect(partly.agencies[1]?.answerWithin).toEqual({ normal: 2, soon: 1 });
  });

  it('takes several identities of one person, and writes every GUID in lower case', async () => {
    const home = '33333333-3333-4333-8333-33333333ABCD';
    const association = await associationOf((file) => {
      file.tenants.push(home);
      const eva = file.people[2];
      eva.identities = [
        { tenantId: eva.tenantId, aadObjectId: eva.aadObjectId.toUpperCase() },
        { tenantId: home, aadObjectId: 'C0000000-0000-4000-8000-00000000000F' },
      ];
      delete eva.tenantId;
      delete eva.aadObjectId;
    });
    expect(association.tenants[1]).toBe(home.toLowerCase());
    expect(association.people[2]?.identities).toEqual([
      {
        tenantId: '11111111-1111-4111-8111-111111111111',
        aadObjectId: 'a0000000-0000-4000-8000-000000000011',
      },
      { tenantId: home.toLowerCase(), aadObjectId: 'c0000000-0000-4000-8000-00000000000f' },
    ]);
  });

  it('knows one person of the examples in both associations', async () => {
    const loaded = await loadAssociations(join(import.meta.dirname, '../env'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    const [one, two] = loaded.associations.map(
      ({ people }) =>
        new Set(people.flatMap(({ identities }) => identities.map((each) => JSON.stringify(each)))),
    );
    expect([...(one ?? [])].filter((identity) => two?.has(identity))).toHaveLength(1);
  });
});

describe('a faulty association file', () => {
  const cases: [string, (file: Json) => void, string[]][] = [
    [
      'an unknown municipality',
      (file) => file.people[3].municipalities.splice(0, 1, 'hagforss'),
      ['people[3].municipalities[0]: "hagforss" is no municipality of this file; should be one of "hagfors"'],
    ],
    [
      'an unknown agency',
      (file) => (file.people[2].agency = 'fkk'),
      ['people[2].agency: "fkk" is no agency'],
    ],
    [
      'an unknown backup',
      (file) => (file.people[2].backup = 'fk-lasse'),
      ['people[2].backup: "fk-lasse" is no person'],
    ],
    [
      'a backup of another agency',
      (file) => (file.people[2].backup = 'af-omar'),
      ['people[2].backup: "af-omar" belongs to "af"; should be somebody of "fk"'],
    ],
    [
      'a backup who is the same person',
      (file) => (file.people[2].backup = 'fk-eva'),
      ['people[2].backup: should be somebody else than the person'],
    ],
    [
      'a remit owned by nobody known',
      (file) => (file.agencies[1].remit.owner = 'nobody'),
      ['agencies[1].remit.owner: "nobody" is no person'],
    ],
    [
      'a function of an unknown agency',
      (file) => (file.functions[0].agency = 'x'),
      ['functions[0].agency: "x" is no agency'],
    ],
    [
      'a function with a person of another agency',
      (file) => file.functions[0].people.push('af-omar'),
      ['functions[0].people[2]: "af-omar" belongs to "af"; should be somebody of "fk"'],
    ],
    [
      'a function of another agency than its people and its rules',
      (file) => (file.functions[0].agency = 'af'),
      [
        'functions[0].people[0]: "fk-eva" belongs to "fk"; should be somebody of "af"',
        'functions[0].people[1]: "fk-lars" belongs',
        'rules[0].function: "fk-samverkan" belongs to "af"; should be a function of "fk"',
      ],
    ],
    [
      'a function with the same person twice',
      (file) => file.functions[0].people.push('fk-eva'),
      ['functions[0].people[2]: "fk-eva" is named twice'],
    ],
    [
      'a function with an observer',
      (file) => (file.people[3].role = 'observer'),
      ['functions[0].people[1]: "fk-lars" has the role "observer"; should be a "member"'],
    ],
    [
      'a rule to an unknown function',
      (file) => (file.rules[1].function = 'af-samv'),
      ['rules[1].function: "af-samv" is no function'],
    ],
    [
      'a rule to a function of another agency',
      (file) => (file.rules[1].function = 'fk-samverkan'),
      ['rules[1].function: "fk-samverkan" belongs to "fk"; should be a function of "af"'],
    ],
    [
      'a rule for an unknown municipality',
      (file) => (file.rules[4].when.municipality = ['torsby']),
      ['rules[4].when.municipality[0]: "torsby" is no municipality'],
    ],
    [
      'a rule for an age band that does not exist',
      (file) => (file.rules[4].when.ageBand = ['18-29']),
      ['rules[4].when.ageBand[0]: should be one of "18-24", "25-29", "30-59", "60+"'],
    ],
    [
      'a rule whose condition can never hold',
      (file) => (file.rules[4].when.municipality = []),
      ['rules[4].when.municipality: should be a list of at least one'],
    ],
    [
      'a session of an unknown agency',
      (file) => file.sessions[0].agencies.push('skola'),
      ['sessions[0].agencies[3]: "skola" is no agency'],
    ],
    [
      'a session with too few links',
      (file) => file.sessions[0].links.pop(),
      [
        'sessions[0].links: should be 4, one link for each place of an occasion, or "lobby": true; there are 3',
      ],
    ],
    [
      'a session with the same link for two places',
      (file) => (file.sessions[0].links[3] = file.sessions[0].links[0]),
      ['sessions[0].links[3]: should differ'],
    ],
    [
      'a session with a link that is none',
      (file) => (file.sessions[0].links[3] = 'javascript:alert(1)'),
      ['sessions[0].links[3]: should be a link: https://'],
    ],
    [
      'a session that ends before it begins',
      (file) => (file.sessions[0].to = '12:00'),
      ['sessions[0].to: should be later than "from" (13:00)'],
    ],
    [
      'a session shorter than its places',
      (file) => (file.sessions[0].slotMinutes = 180),
      ['sessions[0].slotMinutes: should fit between "from" and "to": at most 120 minutes'],
    ],
    [
      'no coordinator',
      (file) => (file.people[9].role = 'observer'),
      ['people: should include at least one person with the role "coordinator"'],
    ],
    [
      'no municipal agency',
      (file) => (file.agencies[0].id = 'kommunen'),
      [
        'agencies: should include the caseworkers\' own agency, with the id "kommun"',
        'people[0].agency: "kommun" is no agency',
        'people[1].agency',
        'people[9].agency',
        'people[10].agency',
        'people[11].agency',
      ],
    ],
    [
      'the same id twice, in whatever case',
      (file) => (file.people[3].id = 'FK-Eva'),
      [
        'people[3].id: "FK-Eva" is already the id of people[2]; every person needs its own',
        'people[2].backup: "fk-lars" is no person',
        'functions[0].people[1]: "fk-lars" is no person',
      ],
    ],
    [
      'an id that cannot be typed in a list',
      (file) => (file.sessions[0].id = 'a,b'),
      ['sessions[0].id: should be the id of the session: letters'],
    ],
    [
      'a caseworker without municipality',
      (file) => (file.people[0].municipalities = []),
      ['people[0].municipalities: should name at least one municipality'],
    ],
    [
      'an unknown key, at any depth',
      (file) => {
        file.agencys = [];
        file.agencies[1].remit.dose = 'x';
      },
      ['agencies[1].remit.dose: unknown key: the remit may have "does"', 'agencys: unknown key: an associa'],
    ],
    ['a missing part', (file) => delete file.acute, ['acute: missing: should be the acute contact']],
    ['an empty name', (file) => (file.name = ' '), ['name: should be the name of the association']],
    ['a wrong role', (file) => (file.people[4].role = 'boss'), ['people[4].role: should be one of "casewo']],
    [
      'a zone that does not exist',
      (file) => (file.timeZone = 'Europe/Hagfors'),
      ['timeZone: should be an IANA'],
    ],
    ['a fixed offset as zone', (file) => (file.timeZone = '+01:00'), ['timeZone: should be an IANA']],
    [
      'a tenant that is no GUID',
      (file) => (file.tenants = ['example.org', '11111111-1111-4111-8111-111111111111']),
      ['tenants[0]: should be a tenant: a GUID'],
    ],
    [
      'a person of a tenant not listed',
      (file) => (file.people[4].tenantId = '44444444-4444-4444-8444-444444444444'),
      ['people[4].tenantId: should be one of the tenants listed'],
    ],
    [
      'two people with the same tenant and object id, in whatever case',
      (file) => (file.people[4].aadObjectId = 'A0000000-0000-4000-8000-000000000011'),
      ['people[4].aadObjectId: should differ: people[2] already has this tenant and object id'],
    ],
    [
      'a person without object id',
      (file) => delete file.people[4].aadObjectId,
      ['people[4].aadObjectId: missing: should be a GUID'],
    ],
    [
      'identities beside a single pair',
      (file) =>
        (file.people[4].identities = [
          { tenantId: file.tenants[0], aadObjectId: 'c0000000-0000-4000-8000-000000000001' },
        ]),
      ['people[4].identities: should stand alone'],
    ],
    [
      'hours that are no hours, each key of its own',
      (file) => {
        file.agencies[3].workingHours['mon,tue,thu'] = '17:00-08:00';
        file.agencies[3].workingHours.onsdag = '08:00-12:00';
      },
      [
        'agencies[3].workingHours["mon,tue,thu"]: should be weekdays',
        'agencies[3].workingHours.onsdag: should be weekdays',
      ],
    ],
    [
      'a weekday given hours twice',
      (file) => (file.agencies[1].workingHours.wed = '08:00-12:00'),
      ['agencies[1].workingHours.wed: names a weekday that another line has already given hours'],
    ],
    [
      'an agency that never opens',
      (file) => (file.agencies[1].workingHours = {}),
      ['agencies[1].workingHours: should open at least one day'],
    ],
    [
      'an answer time that is none',
      (file) => (file.agencies[1].answerWithin.soon = '0 working days'),
      ['agencies[1].answerWithin.soon: should be "1 working day"'],
    ],
    [
      'a closed day that does not exist',
      (file) => (file.agencies[1].closedDays = ['2026-02-29']),
      ['agencies[1].closedDays[0]: should be a day that exists'],
    ],
    [
      'an address that is more than an address',
      (file) => (file.people[2].mail = 'Eva <eva@example.org>'),
      ['people[2].mail: should be an e-mail address and nothing else'],
    ],
    [
      'addresses that others read too',
      (file) => {
        file.functions[0].mailbox = 'fk@example.org';
        file.people[2].mail = 'FK@example.org';
        file.people[3].mail = 'eva@example.org';
        file.people[4].mail = 'eva@example.org';
      },
      [
        'people[2].mail: should be read by this person alone: functions[0].mailbox is the same',
        'people[4].mail: should be read by this person alone: people[3].mail is the same',
      ],
    ],
    [
      'a speciality nobody can ask for',
      (file) => (file.people[2].specialities = ['18–24']),
      ['people[2].specialities[0]: should be one of "18-24"'],
    ],
    [
      'a target that ends before it begins',
      (file) => (file.targets[0].to = '2025-12-31'),
      ['targets[0].to: should not be before "from" (2026-01-01)'],
    ],
    [
      'a follow-up in no known unit',
      (file) => (file.followUp[1] = 'later'),
      ['followUp[1]: should be "4 weeks"'],
    ],
    [
      'a capacity below nothing',
      (file) => (file.people[2].capacity = -1),
      ['people[2].capacity: should be how'],
    ],
  ];

  it.each(cases)('tells of %s', async (_, edit, expected) => {
    const faults = await faultsOf(edit);
    expect(faults.map((fault, n) => fault.slice(0, expected[n]?.length))).toEqual(expected);
  });

  it('allows a lobby in place of links, and an agency without a default rule', async () => {
    const association = await associationOf((file) => {
      file.sessions[0].links = [];
      file.sessions[0].lobby = true;
      file.rules.splice(1, 1);
    });
    expect(association.sessions[0]).toMatchObject({ lobby: true, links: [] });
  });

  it('tells of faults of form and of reference in one go', async () => {
    const faults = await faultsOf((file) => {
      file.id = 7;
      file.people[2].guest = 'yes';
      file.people[3].municipalities = 'hagfors';
      file.people[4].agency = 'x';
      file.functions[1].people.push('nobody');
      file.rules.push(null);
      file.sessions = {};
    });
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(':')))).toEqual([
      'id',
      'people[2].guest',
      'people[3].municipalities',
      'rules[5]',
      'sessions',
      'people[4].agency',
      'functions[1].people[2]',
    ]);
  });

  it('tells once that a section is missing, not at every mention of it', async () => {
    expect(await faultsOf((file) => delete file.municipalities)).toEqual([
      'municipalities: missing: should be a list of municipalities',
    ]);
  });

  it.each([['null'], ['[]'], ['"text"'], ['17']])('refuses %s as an association', async (text) => {
    const made = await folderOf({ 'a.json': text });
    expect(await loadAssociations(made)).toMatchObject({
      ok: false,
      faults: [{ path: '', message: expect.stringContaining('an association file') }],
    });
  });

  it.each([
    ['a bare word', (text: string) => text.replace('"fk-lars"', 'fk-lars')],
    ['a missing comma', (text: string) => text.replace('"role": "observer",', '"role": "observer"')],
    ['a comma too many', (text: string) => text.replace('"munkfors",', '"munkfors",,')],
  ])('tells where a file is no JSON, without quoting it: %s', async (_, edit) => {
    const broken = edit(original);
    const line = original.split('\n').findIndex((text, n) => text !== broken.split('\n')[n]) + 1;
    const made = await folderOf({ 'a.json': broken });
    const loaded = await loadAssociations(made);
    if (loaded.ok) throw new Error('a broken file was accepted');
    const [fault, ...more] = loaded.faults;
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ file: join(made, 'a.json'), path: '' });
    const told = Number(/^should be JSON; it breaks at line (\d+)$/.exec(fault?.message ?? '')?.[1]);
    // The parser notices a missing comma at the next token, which may stand on the next line.
    expect([line, line + 1]).toContain(told);
  });

  it('says of a file cut off only that it is no JSON', async () => {
    const made = await folderOf({ 'a.json': '{' });
    expect(await loadAssociations(made)).toMatchObject({ ok: false, faults: [{ path: '' }] });
  });

  it('tells of a path where nothing is, and of an empty folder', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await loadAssociations(nowhere)).toMatchObject({
      ok: false,
      faults: [{ file: nowhere, path: '', message: expect.stringContaining('nothing is there') }],
    });
    const empty = await folderOf({ 'notes.txt': 'x', '.hidden.json': '{' });
    expect(await loadAssociations(empty)).toMatchObject({
      ok: false,
      faults: [{ file: empty, path: '', message: expect.stringContaining('at least one association file') }],
    });
  });

  it('tells of every file of a folder, each fault with its own', async () => {
    const made = await folderOf({
      'a.json': original.replace('"role": "coordinator"', '"role": "observer"'),
      'b.json': other.replace('"weeks": "even"', '"weeks": "evenly"'),
      'c.json': '{',
    });
    const loaded = await loadAssociations(made);
    expect(loaded.ok ? [] : loaded.faults.map(({ file, path }) => [file, path])).toEqual([
      [join(made, 'a.json'), 'people'],
      [join(made, 'b.json'), 'sessions[0].weeks'],
      [join(made, 'c.json'), ''],
    ]);
  });

  it('refuses two files with the same association, though the same people may be in two', async () => {
    const twins = await folderOf({ 'a.json': original, 'b.json': original });
    expect(await loadAssociations(twins)).toEqual({
      ok: false,
      faults: [
        {
          file: join(twins, 'b.json'),
          path: 'id',
          message: `should differ: ${join(twins, 'a.json')} already has "klaralvdalen"`,
        },
      ],
    });
    const cousins = await folderOf({
      'a.json': original,
      'b.json': original.replace('"id": "klaralvdalen"', '"id": "twin"'),
    });
    expect(await loadAssociations(cousins)).toMatchObject({ ok: true });
  });

  it('accepts a file that begins with a byte order mark', async () => {
    expect(await loadAssociations(await folderOf({ 'a.json': `\uFEFF${original}` }))).toMatchObject({
      ok: true,
    });
  });

  it('checks ten thousand people within seconds', async () => {
    const started = performance.now();
    const association = await associationOf((file) => {
      for (let n = 0; n < 10_000; n++) {
        const id = `fk-${n}`;
        file.functions[0].people.push(id);
        file.people.push({
          ...file.people[3],
          id,
          backup: 'fk-eva',
          aadObjectId: `d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        });
      }
    });
    expect(association.people).toHaveLength(10_012);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
