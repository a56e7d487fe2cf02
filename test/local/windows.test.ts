import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadAssociations } from '../../src/association/load.ts';
import type { Role } from '../../src/domain/codes.ts';
import { indexPage } from '../../src/local/indexPage.ts';
import {
  type LocalAssociation,
  peopleByRole,
  windowConfiguration,
  windowOf,
} from '../../src/local/windows.ts';

const person = (id: string, role: Role, agency: string, name = id) => ({
  id,
  name,
  role,
  agency,
  identities: [{ tenantId: '11111111-1111-4111-8111-111111111111', aadObjectId: `object-of-${id}` }],
});

const association: LocalAssociation = {
  name: 'Provförbundet',
  agencies: [
    { id: 'kommun', name: 'Kommunen', kind: 'municipality' },
    { id: 'fk', name: 'Försäkringskassan', kind: 'fk' },
    { id: 'af', name: 'Arbetsförmedlingen', kind: 'af' },
    { id: 'ps', name: 'Psykiatrin', kind: 'psychiatry' },
  ],
  people: [
    person('co', 'coordinator', 'kommun', 'Kim Ek'),
    person('cw-1', 'caseworker', 'kommun', 'Alex Lind'),
    person('cw-2', 'caseworker', 'kommun'),
    person('fk-1', 'member', 'fk'),
    person('fk-2', 'member', 'fk'),
    person('af-1', 'member', 'af'),
    person('ps-1', 'member', 'ps'),
  ],
};

const users = (from: LocalAssociation, id: string): string[] => {
  const { role, person } = peopleByRole(from).find((one) => one.person.id === id)!;
  const written = JSON.parse(windowConfiguration(from, windowOf(from, role, person, 56151)));
  return [written.currentUser, ...written.users].map((one: { id: string }) => one.id);
};

describe('choosing who gets a window', () => {
  it('takes the first of each part, in the order of the parts', () => {
    expect(peopleByRole(association).map(({ person }) => person.id)).toEqual([
      'cw-1',
      'fk-1',
      'af-1',
      'ps-1',
      'co',
    ]);
  });

  it('leaves out a part nobody has', () => {
    const small = { ...association, people: association.people.filter(({ agency }) => agency !== 'ps') };
    expect(peopleByRole(small).map(({ role }) => role)).toEqual(['caseworker', 'fk', 'af', 'coordinator']);
  });
});

describe("a window's configuration", () => {
  it('has the person and exactly five others, nobody twice, those with windows first', () => {
    expect(users(association, 'fk-1')).toEqual([
      '29:fk-1',
      '29:cw-1',
      '29:af-1',
      '29:ps-1',
      '29:co',
      '29:cw-2',
    ]);
  });

  it('is filled up to five when the association has fewer people', () => {
    const lone = { ...association, people: association.people.slice(0, 2) };
    expect(new Set(users(lone, 'co')).size).toBe(6);
  });

  it('gives every window a chat, a group chat and a team of its own', () => {
    const ids = peopleByRole(association).flatMap(({ role, person }) => {
      const written = JSON.parse(
        windowConfiguration(association, windowOf(association, role, person, 56151)),
      );
      return [written.personalChat.id, written.groupChat.id, written.team.id, written.team.channels[0].id];
    });
    expect(new Set(ids).size).toBe(20);
  });
});

describe('the index page', () => {
  const windows = peopleByRole(association).map(({ role, person }, index) =>
    windowOf(association, role, person, 56151 + index),
  );

  it('names every person with the address of the window, in Swedish first', () => {
    const page = indexPage(association.name, windows);
    expect(page).toContain('<html lang="sv">');
    for (const { name, url } of windows) expect(page).toContain(`${name}</strong> <span>${url}</span>`);
    expect(page.indexOf('Socialsekreterare: Alex Lind')).toBeLessThan(page.indexOf('lang="en"'));
    for (const word of ['hjälp', 'ny', 'klocka +3d']) expect(page).toContain(`<code>${word}</code>`);
  });

  it('shows the marks of a name as they are written, never as HTML', () => {
    const page = indexPage('<b>&"Förbundet"', [{ ...windows[0]!, name: "<script>alert('x')</script>" }]);
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>');
    expect(page).toContain('&lt;b&gt;&amp;&quot;Förbundet&quot;');
  });
});

describe('the example associations', () => {
  it('have somebody for every window', async () => {
    const loaded = await loadAssociations(fileURLToPath(new URL('../../env/', import.meta.url)));
    if (!loaded.ok) expect.fail(JSON.stringify(loaded.faults));
    const roles = peopleByRole(loaded.associations[0]!).map(({ role }) => role);
    expect(roles).toEqual(['caseworker', 'fk', 'af', 'psychiatry', 'coordinator']);
  });
});
